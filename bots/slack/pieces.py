"""The few pieces of Block Kit that answers are made of. What comes from records is text only: it can neither ping nor link."""
from collections.abc import Iterable, Iterator, Sequence
import re
from typing import Any

from language.cleaning import clean

Json = dict[str, Any]
LONGEST = 3000           # of one text
LABEL = 75               # of a button
TOKEN = re.compile(r"<(?=[!@#]|[a-zA-Z][a-zA-Z0-9+.-]*:)")


def literal(text: str) -> str:
    """For fields that Slack shows as they are. What would be a mention or a link in other fields is broken nevertheless."""
    return TOKEN.sub("‹", clean(text))


def grown(text: str) -> str:
    """For a message that grows, whose text Slack reads as Markdown. Each character is safe by itself, so no token can come about where two pieces meet."""
    return clean(text).replace("<", "&lt;").replace(">", "&gt;")


def escaped(text: str) -> str:
    """For fields that Slack reads as its markup."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescaped(text: str) -> str:
    """A text of Slack's markup as it is read."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most - 1].rstrip() + "…"


def run(text: str, *, bold: bool = False, italic: bool = False) -> Json:
    """A stretch of text in one style."""
    style = {name: True for name, is_so in (("bold", bold), ("italic", italic)) if is_so}
    return {"type": "text", "text": literal(text), **({"style": style} if style else {})}


def link(text: str, address: str) -> Json:
    """A link of our own; never one that a record names."""
    return {"type": "link", "url": address, "text": literal(text)}


def line(*runs: Json) -> Json:
    return {"type": "rich_text_section", "elements": _said(runs)}


def bullets(lines: Iterable[Sequence[Json]]) -> Json:
    return {"type": "rich_text_list", "style": "bullet", "elements": [line(*runs) for runs in lines]}


def quote(*runs: Json) -> Json:
    return {"type": "rich_text_quote", "elements": _said(runs)}


def rich(*elements: Json) -> Json:
    return {"type": "rich_text", "elements": list(elements)}


def small(text: str) -> Json:
    """A line in small print."""
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": escaped(cut(text, LONGEST // 2)), "verbatim": True}]}


def table(title: str, rows: Sequence[Sequence[str]], page: int) -> Json:
    """A table whose first row is its head, shown a page at a time."""
    cells = [[{"type": "raw_text", "text": literal(cell).strip() or "–"} for cell in row] for row in rows]
    return {"type": "data_table", "caption": literal(cut(title, 150)) or "Table", "page_size": page, "rows": cells}


def without_tables(blocks: Iterable[Json]) -> list[Json]:
    """The same blocks with each table's first page as a list, for a Slack that takes no tables. Nothing is left out without a word."""
    return [_listed(block) if block["type"] == "data_table" else block for block in blocks]


def buttons(block_id: str, *made: Json) -> Json:
    return {"type": "actions", "block_id": cut(block_id, 255), "elements": list(made)}


def button(action: str, label: str, value: str, *, says: str = "", primary: bool = False) -> Json:
    """A button; `says` is what a screen reader says of it."""
    return {
        "type": "button", "action_id": action, "value": value or "–", "text": {"type": "plain_text", "text": cut(literal(label).strip() or "–", LABEL)},
        **({"accessibility_label": cut(literal(says), LABEL)} if says else {}), **({"style": "primary"} if primary else {}),
    }


def boxes(action: str, options: Sequence[tuple[str, str]]) -> Json:
    """Boxes that are all ticked, each with its value and label."""
    made = [{"value": value, "text": {"type": "plain_text", "text": cut(literal(label), LABEL)}} for value, label in options]
    return {"type": "checkboxes", "action_id": action, "options": made, "initial_options": made}


def parts(text: str, most: int = LONGEST) -> Iterator[str]:
    """A long text in parts, each as long as one field may be, broken at a line or a blank where there is one."""
    text = text.strip()
    while len(text) > most:
        at = max(text.rfind("\n", 0, most), 0) or max(text.rfind(" ", 0, most), 0) or most
        yield text[:at].rstrip()
        text = text[at:].lstrip()
    if text:
        yield text


def length(node: object) -> int:
    """How many characters of text some Block Kit holds."""
    if isinstance(node, dict):
        return sum(len(v) if k in ("text", "caption") and isinstance(v, str) else length(v) for k, v in node.items())
    return sum(map(length, node)) if isinstance(node, list) else 0


def _listed(block: Json) -> Json:
    _, *rows = ([cell["text"] for cell in row] for row in block["rows"])
    shown = [[run(f"{row[0]}  ", bold=True), run("  ·  ".join(row[1:]))] for row in rows[:block["page_size"]]]
    rest = len(rows) - len(shown)
    return rich(bullets(shown), *([line(run(f"and {rest} more that are not shown", italic=True))] if rest else []))


def _said(runs: Iterable[Json]) -> list[Json]:
    """The runs that say something; Slack takes no empty one."""
    return [made for made in runs if made["text"]] or [run("–")]
