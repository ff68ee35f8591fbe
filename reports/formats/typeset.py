"""Typesetting by typst: a report as PDF (tagged, PDF/UA-1) and as a picture for a phone. The words go in as data, never as markup."""
from collections import Counter
from collections.abc import Iterator
import json
from typing import Any, cast

from language.colours import readable
from reports.blocks import Block, Card, Chart, Choices, Fact, Heading, Passage, Preview, Receipt, Sources, Table, Text
from reports.drawing import svg
from reports.formats.base import Format, Report, together
from reports.formats.fonts import missing, told
from reports.formats.setting import run
from reports.formats.words import cited

NARROW, MOST = 14, 40           # letters: a column of at most so many is as wide as they are, of the others none counts for more
DENSITY = 220                   # dots an inch
MOST_SHOWN = {"heading": 3, "text": 3, "card": 1, "fact": 1, "table": 2, "chart": 1}       # on a picture for a phone
MOST_ROWS, MOST_COLUMNS, ROOM = 12, 4, 80            # one column more where the longest cells of all come to so many letters
MOST_PRINTED = 1500             # rows of a table: some forty pages
PAPER = 620                     # and on paper
BOX = "□"
BESIDE = 370, 208               # and one of two side by side: wide and high
PHONE = 420                     # pixels that a chart is wide there


def pdf(report: Report) -> bytes:
    return _typeset(report, _groups(report), "page", format="pdf", pdf_standards=["ua-1"], timestamp=int(report.made.timestamp()))


def png(report: Report) -> bytes:
    """A picture to be read on a phone: narrow, the verdicts, the figures, a chart and the decisions; the rest is in the file beside it."""
    return _typeset(report, list(_first(report)), "phone", format="png", ppi=DENSITY)


def _first(report: Report) -> Iterator[dict[str, Any]]:
    """What a picture has room for: of each sort so much, in its order; tables in brief; a heading only with something below it."""
    shown, heading = Counter[str](), None
    for kind, blocks in together(report.blocks):
        for group in (_group(kind, blocks) if kind is not Chart else [_group(kind, (block,))[0] for block in blocks]):
            sort = group["type"]
            if sort == "heading":
                heading = group
                continue
            shown[sort] += 1
            if shown[sort] > MOST_SHOWN.get(sort, 0):
                continue
            if heading:
                yield heading
                heading = None
            if sort == "chart":
                group["items"][0]["svg"] = svg(cast("Chart", blocks[0]), "light", PHONE)
            yield _brief(group) if sort == "table" else group


def _brief(group: dict[str, Any]) -> dict[str, Any]:
    """A table with as many rows and columns as are read on a phone."""
    of = group["items"][0]
    wide = [max(len(row[n]) for row in (of["columns"], *of["rows"])) for n in range(len(of["columns"]))][:MOST_COLUMNS + 1]
    columns = len(wide) if sum(wide) <= ROOM else MOST_COLUMNS
    rows = tuple(row[:columns] for row in of["rows"][:MOST_ROWS])
    left = f"The first {MOST_ROWS} of {len(of['rows'])}." if len(of["rows"]) > MOST_ROWS else of["note"]
    brief = Table(of["title"], of["columns"][:columns], rows, (), left)
    return {"type": "table", "items": [_one(brief)[1]]}


def _typeset(report: Report, groups: list[dict[str, Any]], form: str, **how: object) -> bytes:
    brand = report.brand
    looks = {"accent": readable(brand.accent, "#ffffff"), "ink": brand.ink, "font": brand.font, "logo": brand.logo if brand.is_drawn else "",
             "pixels": list(brand.logo_bytes) if brand.logo and not brand.is_drawn else [], "named": f"Logo of {brand.name}".strip()}
    said = {"title": report.title, "says": report.says, "language": report.language, "form": form, "brand": looks, "groups": groups}
    return run({"report": _shown(said), "how": how})


def _shown(said: dict[str, Any]) -> str:
    """What is said, as JSON; what no font has as an empty box, since a PDF that cannot be read out is refused, and a sentence on it at the end."""
    whole = json.dumps(said, ensure_ascii=False)
    lacking = missing(whole)
    if not lacking:
        return whole
    noted = {**said, "groups": [*said["groups"], {"type": "text", "items": [{"text": told(lacking)}]}]}
    return json.dumps(noted, ensure_ascii=False).translate(dict.fromkeys(map(ord, lacking), BOX))


def _groups(report: Report) -> list[dict[str, Any]]:
    return [group for kind, blocks in together(report.blocks) for group in _group(kind, blocks)]


def _group(kind: type[Block], blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
    if kind is Fact:
        return [{"type": "fact", "items": [{"label": b.label, "display": b.display} for b in blocks if isinstance(b, Fact)]}]
    if kind is Card:
        return [{"type": "card", "items": [{"title": b.title, "tone": b.tone, "lines": b.lines} for b in blocks if isinstance(b, Card)]}]
    if len(blocks) > 1:                             # curves
        return [{"type": "pair", "items": [{**_one(b)[1], "svg": svg(b, "light", *BESIDE)} for b in blocks[n:n + 2] if isinstance(b, Chart)]}
                for n in range(0, len(blocks), 2)]
    return [{"type": name, "items": [said]} for name, said in map(_one, blocks)]


def _one(block: Block) -> tuple[str, dict[str, Any]]:  # noqa: C901, PLR0911 - one line for each block of the union
    match block:
        case Heading(text):
            return "heading", {"text": text}
        case Text(text):
            return "text", {"text": text}
        case Table(title, columns, rows, _, note):
            rest = f"The first {MOST_PRINTED:,} of {len(rows):,}; all are in the sheet." if len(rows) > MOST_PRINTED else note
            return "table", {"title": title, "columns": columns, "rows": rows[:MOST_PRINTED], "note": rest, "widths": _widths(block)}
        case Chart(title, alt):
            return "chart", {"title": title, "alt": alt, "svg": svg(block, "light", PAPER)}
        case Passage(text, source):
            return "quote", {"text": text, "source": cited(source)}
        case Preview(_, title, changes):
            return "list", {"title": title, "lines": [each.line for each in changes]}
        case Receipt(position, title, lines):
            return "list", {"title": f"{title} (change #{position})", "lines": lines}
        case Choices(says, options):
            return "list", {"title": says, "lines": options}
        case Sources(items):
            return "text", {"text": f"Sources: {'; '.join(cited(item) for item in items)}"}
        case Fact() | Card():
            raise TypeError("facts and cards stand in groups")


def _widths(table: Table) -> list[int]:
    """How wide each column is beside the others, by its longest cell; 0 as wide as that."""
    longest = [max(len(row[n]) for row in (table.columns, *table.rows)) for n in range(len(table.columns))]
    return [0 if letters <= NARROW and max(longest) > NARROW else min(letters, MOST) for letters in longest]


PDF, PNG = Format("pdf", "application/pdf", pdf), Format("png", "image/png", png)
