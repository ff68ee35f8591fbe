"""Blocks in plain words: what notifications show and screen readers say of a message."""
from reports.blocks import Block, Card, Chart, Choices, Fact, Heading, Passage, Preview, Receipt, Source, Sources, Table, Text
from reports.formats.words import in_a_line

TONES = {"red": "🔺 red", "amber": "🔶 amber", "green": "🟢 green", "plain": ""}     # shape, colour and word
WAITS = "Nothing is changed yet: confirm or discard it with the buttons."
SHORT, ALMOST = 10, 12          # rows of a table at first sight; nobody turns a page for the last two


def first(rows: int) -> int:
    """How many of so many rows are shown at first."""
    return max(rows, 1) if rows <= ALMOST else SHORT


def spoken(block: Block) -> str:  # noqa: C901, PLR0911 - one line for each block of the union
    """A block in plain words."""
    match block:
        case Heading(text) | Text(text):
            return text
        case Fact(_, label, display):
            return f"{label}: {display}"
        case Table(title, columns, rows, _, note):
            shown = rows[:first(len(rows))]
            more = f"… and {len(rows) - len(shown)} more" if len(shown) < len(rows) else ""
            return "\n".join(filter(None, (title, " | ".join(columns), *(" | ".join(row) for row in shown), more, note)))
        case Card(title, tone, lines):
            return "\n".join(filter(None, (f"{TONES[tone]} {title}".strip(), *lines)))
        case Preview(_, title, changes):
            return "\n".join((title, *(c.line for c in changes), WAITS))
        case Receipt(position, title, lines):
            return "\n".join((f"✅ {title} (change #{position})", *lines))
        case Passage(text, source):
            return f"“{text}” ({cited(source)})"
        case Choices(says, options):
            return in_a_line(block) or "\n".join((says, *options))
        case Chart(title, alt):
            return f"{title}: {alt}"
        case Sources(items):
            return f"Sources: {', '.join(cited(item) for item in items)}"


def cited(source: Source) -> str:
    """A source as a reader finds it again."""
    return ", ".join(source.parts)
