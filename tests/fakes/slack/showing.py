"""What a person sees of a message, a form or a Home tab, as lines of a terminal: its words, and its buttons with numbers."""
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from itertools import zip_longest
import re
from textwrap import wrap

from tests.fakes.slack.contract import Json
from tests.fakes.slack.workspace import Message, Person

TOKEN = re.compile(r"<([^<>|]+)(?:\|([^<>]+))?>")
WIDEST = 44                             # of a cell
PRESSED = ("button", "workflow_button")


@dataclass(frozen=True)
class Button:
    """Something to press, in the message or view it stands in."""
    where: Message | Json
    block_id: str
    element: Json
    says: str


@dataclass
class Shown:
    """Lines, with the buttons that their numbers stand for."""
    people: Mapping[str, Person]
    buttons: list[Button] = field(default_factory=list)

    def message(self, message: Message) -> Iterator[str]:
        """A message: its blocks, and its text where that is more than their summary for notifications."""
        if message.is_grown or not message.blocks:
            yield from self._plain(message.text).splitlines()
        yield from (f"[file: {f.get('title') or f.get('name')}]" for f in message.files)
        yield from self._blocks(message.blocks, message)

    def view(self, view: Json) -> Iterator[str]:
        """A form or a Home tab."""
        if title := (view.get("title") or {}).get("text"):
            yield f"── {title} ──"
        yield from self._blocks(view["blocks"], view)

    def _blocks(self, blocks: Iterable[Json], where: Message | Json) -> Iterator[str]:
        for block in blocks:
            yield from filter(None, (line.rstrip() for line in self._block(block)))
            found = [*block.get("elements", []), block.get("accessory")] if block["type"] in ("actions", "section", "context_actions") else []
            named = [self._numbered(where, block, e) for e in found if isinstance(e, dict) and e.get("type") in PRESSED]
            if named:
                yield "  ".join(named)

    def _numbered(self, where: Message | Json, block: Json, element: Json) -> str:
        says = self._plain(element["text"]["text"])
        if element.get("url"):
            return f"({says}: {element['url']})"
        self.buttons.append(Button(where, block.get("block_id", ""), element, says))
        return f"[{len(self.buttons)}] {says}"

    def _block(self, block: Json) -> Iterable[str]:
        match block["type"]:
            case "section" | "header" | "markdown":
                texts = (block.get("text"), *block.get("fields", []))
                return self._plain("\n".join(t if isinstance(t, str) else t["text"] for t in texts if t)).splitlines()
            case "context":
                return (" ".join(self._plain(e.get("text") or e.get("alt_text") or "") for e in block["elements"]),)
            case "rich_text":
                return (line for part in block["elements"] for line in self._rich(part))
            case "table" | "data_table":
                return self._table(block)
            case "input":
                return (self._input(block),)
            case _:
                boxes = (o for e in block.get("elements", []) if e["type"] == "checkboxes" for o in e["options"])
                return (*([f"[picture: {block['alt_text']}]"] if "alt_text" in block else []), *(f"☐ {self._plain(o['text']['text'])}" for o in boxes))

    def _rich(self, part: Json) -> Iterator[str]:
        if part["type"] == "rich_text_list":
            yield from (f"{'  ' * part.get('indent', 0)}• {line}" for item in part["elements"] for line in self._rich(item))
        else:
            said = "".join(self._piece(e) for e in part["elements"])
            yield from (f"> {line}" if part["type"] == "rich_text_quote" else line for line in said.splitlines())

    def _piece(self, piece: Json) -> str:
        if piece["type"] == "user":
            return self._person(piece["user_id"])
        if piece["type"] == "link":
            return str(piece.get("text") or piece["url"])
        return str(piece.get("text") or (f":{piece['name']}:" if "name" in piece else ""))

    def _table(self, block: Json) -> Iterator[str]:
        rows = [[self._cell(cell) for cell in row] for row in block["rows"]]
        wide = [min(WIDEST, max(map(len, column))) for column in zip(*rows, strict=True)]
        for row in rows:
            cells = [wrap(cell, room) or [""] for cell, room in zip(row, wide, strict=True)]                # nothing is cut off
            yield from ("  ".join(said.ljust(room) for said, room in zip(line, wide, strict=True)) for line in zip_longest(*cells, fillvalue=""))

    def _cell(self, cell: Json) -> str:
        return " ".join(line for part in cell["elements"] for line in self._rich(part)) if cell["type"] == "rich_text" else str(cell.get("text", ""))

    def _input(self, block: Json) -> str:
        element = block["element"]
        options = ", ".join(o["text"]["text"] for o in element.get("options", [])[:8])
        initial = element.get("initial_value") or element.get("initial_date") or ((element.get("initial_option") or {}).get("text") or {}).get("text") or ""
        return f"  {block['label']['text']}{'' if block.get('optional') else ' *'} = {initial}{f'   ({options})' if options else ''}"

    def _plain(self, text: str) -> str:
        return unescape(TOKEN.sub(lambda m: self._person(m[1][1:]) if m[1].startswith("@") else m[2] or m[1], text))

    def _person(self, id_: str) -> str:
        return f"@{self.people[id_].name}" if id_ in self.people else f"@{id_}"

