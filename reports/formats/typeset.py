"""Typesetting by typst: a report as PDF (tagged, PDF/UA-1) and as a picture of its first page. The words go in as data, never as markup."""
from functools import cache
from importlib.resources import files
import json
from pathlib import Path
from typing import Any

import font_source_sans_pro
import typst

from reports.blocks import Block, Card, Chart, Choices, Fact, Heading, Passage, Preview, Receipt, Sources, Table, Text
from reports.drawing import svg
from reports.formats.base import Format, Report, together
from reports.formats.words import change, cited

FONTS = str(Path(font_source_sans_pro.__file__).parent / "files")
NARROW, MOST = 14, 40           # letters: a column of at most so many is as wide as they are, of the others none counts for more
MOST_FIRST = 10                 # blocks that stand on a first page
DENSITY = 144                   # dots an inch


def pdf(report: Report) -> bytes:
    return bytes(_typeset(report, _groups(report), format="pdf", pdf_standards=["ua-1"], timestamp=int(report.made.timestamp())))


def png(report: Report) -> bytes:
    """The first page; what would stand on the next ones is not even set."""
    made = _typeset(report, _groups(report)[:MOST_FIRST], format="png", ppi=DENSITY)
    return bytes(made[0] if isinstance(made, list) else made)


def _typeset(report: Report, groups: list[dict[str, Any]], **how: Any) -> Any:
    said = {"title": report.title, "says": report.says, "language": report.language, "groups": groups}
    template = files("reports.formats").joinpath("report.typ").read_bytes()
    return typst.Compiler(template, font_paths=_fonts()).compile(sys_inputs={"report": json.dumps(said)}, **how)


@cache
def _fonts() -> typst.Fonts:
    """Ours first; the machine's where ours lack a script. Looking for them takes longer than setting a page, so it is done once."""
    return typst.Fonts(font_paths=[FONTS])


def _groups(report: Report) -> list[dict[str, Any]]:
    return [group for kind, blocks in together(report.blocks) for group in _group(kind, blocks)]


def _group(kind: type[Block], blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
    if kind is Fact:
        return [{"type": "fact", "items": [{"label": b.label, "display": b.display} for b in blocks if isinstance(b, Fact)]}]
    if kind is Card:
        return [{"type": "card", "items": [{"title": b.title, "tone": b.tone, "lines": b.lines} for b in blocks if isinstance(b, Card)]}]
    return [{"type": name, "items": [said]} for name, said in map(_one, blocks)]


def _one(block: Block) -> tuple[str, dict[str, Any]]:  # noqa: C901, PLR0911 - one line for each block of the union
    match block:
        case Heading(text):
            return "heading", {"text": text}
        case Text(text):
            return "text", {"text": text}
        case Table(title, columns, rows, _, note):
            return "table", {"title": title, "columns": columns, "rows": rows, "note": note, "widths": _widths(block)}
        case Chart(title, alt):
            return "chart", {"title": title, "alt": alt, "svg": svg(block, "light")}
        case Passage(text, source):
            return "quote", {"text": text, "source": cited(source)}
        case Preview(_, title, changes):
            return "list", {"title": title, "lines": [change(c) for c in changes]}
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
