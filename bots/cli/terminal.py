"""Blocks on a terminal, and as plain lines in a pipe. Text of records is only ever text: no markup, no control codes."""
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
import re
import sys

from rich import box
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text as Words

from language.cleaning import clean
from reports.blocks import Block, Card, Chart, Choices, Fact, FieldChange, Heading, Passage, Preview, Receipt, Source, Sources, Table, Text
from reports.formats.words import in_a_line

TONES = {"red": ("▲", "bold red"), "amber": ("◆", "bold yellow"), "green": ("●", "bold green"), "plain": ("", "bold")}
NUMBER = re.compile(r"[-+−]?[€$£]?\s?[\d.,]+\s?(?:%|h|d|EUR|USD|GBP|CHF)?(?: (?:over|under|above promise|below promise|later|earlier|missing|to spare))?|–|-|")
PIPE_WIDTH = 10_000
LEAST = 20                               # of how a figure came about; of less nobody learns anything
BETWEEN = 3                              # blanks between two columns
SEPARATOR = " · "
WIDEST = 100                             # of one column; what is longer goes on below


def render(blocks: Sequence[Block], sources: Sequence[Source] = (), console: Console | None = None) -> None:
    """Print blocks, a blank line between them (but none between figures), and the cited sections below."""
    console = console or _console()
    shown = [*(b for b in blocks if not isinstance(b, Sources)), *_sources(blocks, sources)]
    with console.capture() as drawn:
        for before, block in pairwise((None, *shown)):
            if before and not (isinstance(before, Fact) and isinstance(block, Fact)):
                console.print()
            if isinstance(block, Fact) and console.is_terminal and sum(isinstance(b, Fact) for b in shown) > 1:
                console.print(_in_a_line(block, console.width))
            elif block:
                console.print(_one(block, console.width), soft_wrap=not console.is_terminal)
    # Rich fills lines with blanks, which a pipe has no use for.
    console.file.write(re.sub(r" +$", "", drawn.get(), flags=re.M))


def _sources(blocks: Sequence[Block], sources: Sequence[Source]) -> Iterator[Sources | Text]:
    """What is cited and not yet named under a quotation, or by its key in what is shown."""
    quoted = {b.source.key for b in blocks if isinstance(b, Passage)}
    named = [s for b in blocks if isinstance(b, Sources) for s in b.items]
    cited = {s.key: s for s in (*named, *sources) if s.kind == "section" and s.key not in quoted}
    if cited:
        yield Sources(tuple(cited.values()))
    yield from (Text(f"To save the file: pmo document {key}") for key in dict.fromkeys(s.key for s in (*named, *sources) if s.kind == "file"))
    yield from _records(blocks)


def _records(blocks: Sequence[Block]) -> Iterator[Text]:
    """The records that a figure rests on, which the page opens under it."""
    facts = [b for b in blocks if isinstance(b, Fact)]
    own = list(dict.fromkeys(s.key for b in blocks if isinstance(b, Sources) for s in b.items if s.kind == "record"))
    of = next((f for f in facts if own and set(own) <= set(f.keys)), None)
    if of is not None:
        left = len(set(of.keys)) - len(own)
        yield Text(f"From {'the records ' if len(of.keys) > 1 else ''}{', '.join(own)}{f' and {left} more' if left else ''}.")


def _console() -> Console:
    """A terminal is drawn for; a pipe gets plain lines of any length. NO_COLOR is honoured by rich itself."""
    return Console(highlight=False, markup=False, emoji=False, width=None if sys.stdout.isatty() else PIPE_WIDTH)


def _one(block: Block, wide: int) -> RenderableType:  # noqa: PLR0911, C901 - one line for each block of the closed union
    match block:
        case Heading():
            return words(block.text, "bold underline")
        case Text():
            return words(block.text)
        case Fact():
            how = f"  ({plain(block.how)})" if block.how and block.how not in block.display else ""
            return Words.assemble((plain(block.label), "bold"), f": {plain(block.display)}", (how, "dim"))
        case Table():
            return _table(block) if _least(block) <= wide else _stacked(block, wide)
        case Card():
            return _card(block)
        case Preview():
            return _preview(block)
        case Receipt():
            return _receipt(block)
        case Passage():
            return Group(Padding(words(block.text), (0, 0, 0, 2), expand=False), words(f"  — {_cited(block.source)}", "dim"))
        case Choices():
            return words(in_a_line(block)) if in_a_line(block) else Group(words(block.says), *(words(f"  • {option}") for option in block.options))
        case Chart():
            return Words.assemble((plain(block.title), "bold"), f": {plain(block.alt)}")
        case Sources():
            return Group(words("Sources", "dim"), *(words(f"  {_cited(s)}", "dim") for s in block.items))


def _in_a_line(fact: Fact, wide: int) -> RenderableType:
    """One of several figures: how it came about as far as the line goes, for whoever asks about it is told the whole."""
    said = f"{plain(fact.label)}: {plain(fact.display)}"
    room = wide - cell_len(said) - len("  (…)")
    how = plain(fact.how)
    if how in fact.display or room < min(LEAST, cell_len(how)):
        return _one(replace(fact, how=""), wide)
    return _one(fact if cell_len(how) <= room else replace(fact, how=f"{how[:room].rpartition(' ')[0].rstrip(',;:')} …"), wide)


def _table(block: Table) -> RenderableType:
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for number, column in enumerate(block.columns):
        of_numbers = all(NUMBER.fullmatch(row[number]) for row in block.rows) and any(row[number].strip() for row in block.rows)
        grid.add_column(words(column), justify="right" if of_numbers else "left", overflow="fold", max_width=WIDEST)
    for row in block.rows:
        grid.add_row(*(words(cell) for cell in row))
    below = (words(block.note, "dim"),) if block.note else ()
    return Group(*((words(block.title, "bold"),) if block.title else ()), grid, *below)


def _least(block: Table) -> int:
    """How wide a table must be so that no word of it is broken."""
    columns = zip(block.columns, *block.rows, strict=True)
    return sum(max(cell_len(word) for cell in column for word in (*plain(cell).split(), "")) for column in columns) + BETWEEN * (len(block.columns) - 1)


def _stacked(block: Table, wide: int) -> RenderableType:
    """A table that has no room: what a row is of on one line, and below it its other columns by name, as many on a line as there is room for."""
    shown: list[RenderableType] = [words(block.title, "bold")] if block.title else []
    for row in block.rows:
        shown.append(words(f"• {row[0]}", "bold"))
        lines = [""]
        for column, cell in zip(block.columns[1:], row[1:], strict=True):
            said = f"{plain(column)}{'' if column.endswith('?') else ':'} {plain(cell)}" if cell.strip() else ""
            longer = SEPARATOR.join(filter(None, (lines[-1], said)))
            lines = [*lines[:-1], longer] if cell_len(longer) <= wide - 2 or not lines[-1] else [*lines, said]
        shown += [Padding(words(line), (0, 0, 0, 2), expand=False) for line in lines if line]
    return Group(*shown, *((words(block.note, "dim"),) if block.note else ()))


def _card(block: Card) -> RenderableType:
    shape, style = TONES[block.tone]
    head = Words.assemble((f"{shape} {block.tone}  " if shape else "", style), (plain(block.title), "bold"))
    return Group(head, *(words(f"  {line}") for line in block.lines))


def _preview(block: Preview) -> RenderableType:
    until = f" It waits until {block.expires}." if block.expires else ""
    return Group(Words.assemble(("? ", "bold yellow"), (plain(block.title), "bold")), *_changes(block.title, block.changes),
                 words(f"Nothing is changed yet.{until}", "dim"), words(f"pmo confirm {block.proposal}   ·   pmo discard {block.proposal}"))


def _changes(title: str, changes: Sequence[FieldChange]) -> Iterator[RenderableType]:
    """Each record with its fields; the only one goes without its name, where that is the title."""
    is_said = len({c.record for c in changes}) == 1 and not changes[0].called and f"{title} ".startswith(f"Change {changes[0].record} ")
    for _, of_one in groupby(changes, lambda c: c.record):
        first = next(of_one)
        if not is_said:
            yield words(f"  {first.of}")
        grid = Grid(box=None, show_header=False, padding=(0, 1, 0, 0))
        for change in (first, *of_one):
            before = (words(change.before, "dim"), words("→")) if change.before else ()
            grid.add_row(words(f"    {change.field}"), *before, words(change.after, "bold"))
        yield grid


def _receipt(block: Receipt) -> RenderableType:
    head = Words.assemble(("✓ ", "bold green"), (plain(block.title), "bold"), (f"  (change #{block.position})", "dim"))
    # Without the sign: a shell reads “#12” as a comment, and would undo the latest change instead.
    return Group(head, *(words(f"  {line}") for line in block.lines), words(f"pmo undo {block.position}", "dim"))


def _cited(source: Source) -> str:
    return ", ".join(source.parts)


def words(text: str, style: str = "") -> Words:
    return Words(plain(text), style)


def plain(text: str) -> str:
    """The text without what could steer a terminal or turn its reading order."""
    return clean(text.expandtabs(4))
