"""DOCX: headings by style or outline level, with the numbers Word gives them; lists, tables. Deleted text, contents and running heads are no text."""
from collections.abc import Iterator
import io
import re
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from knowledge.formats.base import Block, Parsed, cells, document, entitled, gathered, numbered
from knowledge.formats.counting import headed
from knowledge.formats.packing import opened
from knowledge.formats.wire import apart
from knowledge.formats.word_numbers import Numbers
from language.cleaning import clean
from records.errors import BadInput

MOST_BLOCKS = 50_000
HEADING = re.compile(r"^(?:heading|überschrift|titre|título|titolo|kop)\s*(?P<level>[1-9])$", re.I)
P, TBL, SDT, R_T, TAB, BREAKS = qn("w:p"), qn("w:tbl"), qn("w:sdt"), qn("w:t"), qn("w:tab"), (qn("w:br"), qn("w:cr"))
UNREAD = {qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"), qn("w:instrText"),
          "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
VALUE = qn("w:val")
DEEPEST, DEEPEST_STYLE = 100, 10


def read(content: bytes, name: str) -> Parsed:
    opened(content, name, "docx")
    try:
        made = docx.Document(io.BytesIO(content))
    except (PackageNotFoundError, etree.XMLSyntaxError, KeyError, ValueError):
        raise BadInput(f"{name} cannot be read: its text is damaged. Save it anew in the program it came from.") from None
    pieces = list(gathered(headed(list(_Body(made, name).blocks(made.element.body)))))
    title, head, rest = entitled(pieces, made.core_properties.title or "", name)
    if not head and not rest:
        raise BadInput(f"{name} holds no text.")
    return document(title, head, rest)


class _Body:
    """Walks the body; knows the styles and counts the numbers of headings."""

    def __init__(self, made: Any, name: str) -> None:
        self._name, self._seen = name, 0
        self._styles = {s.get(qn("w:styleId")): s for s in made.styles.element.iterchildren(qn("w:style"))}
        self._levels: dict[str, int] = {}
        self._numbers = Numbers(made)

    def blocks(self, within: Any, depth: int = 0) -> Iterator[Block]:
        if depth > DEEPEST:
            raise BadInput(f"{self._name} is too deeply packed to be read: things stand in things in it more than {DEEPEST} times.")
        for element in within.iterchildren():
            if element.tag == P:
                yield self._paragraph(element)
            elif element.tag == TBL:
                yield from self._rows(element)
            elif element.tag == SDT:
                yield from self._held(element, depth)
            elif element.tag in (qn("w:ins"), qn("w:moveTo"), qn("w:customXml")):
                yield from self.blocks(element, depth + 1)

    def _held(self, element: Any, depth: int) -> Iterator[Block]:
        """What a content control holds, unless it is the table of contents."""
        inner = element.find(qn("w:sdtContent"))
        if inner is not None and element.find(f".//{qn('w:docPartGallery')}[@{VALUE}='Table of Contents']") is None:
            yield from self.blocks(inner, depth + 1)

    def _count(self) -> None:
        self._seen += 1
        if self._seen > MOST_BLOCKS:
            raise BadInput(f"{self._name} is too large to be read: it has more than {MOST_BLOCKS:,} paragraphs. Split it.")

    def _paragraph(self, element: Any) -> Block:
        self._count()
        said = _words(element)
        level, listed, is_bold = self._level(element), self._listed(element), _is_bold(element)
        if not said:
            return Block("")
        number = self._numbers.next(*listed) if listed else ""
        if level or (number and is_bold):
            return Block(f"{number} {said}" if number and not numbered(said)[0] else said, level, is_bold=is_bold)
        if listed:
            return Block(f"{'  ' * listed[1]}{number + '.' if number else '-'} {said}", is_line=True)
        return Block(said, is_bold=is_bold)

    def _rows(self, table: Any) -> Iterator[Block]:
        for at, row in enumerate(table.iterchildren(qn("w:tr"))):
            self._count()
            yield Block(cells([" ".join(_words(p) for p in cell.iter(P)) for cell in row.iterchildren(qn("w:tc"), SDT)]), is_line=at > 0)

    def _level(self, element: Any) -> int:
        """1 to 9 for a heading; a title is of level 1, as what stands above all others."""
        style, told = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}"), element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        if told is not None and (said := told.get(VALUE, "9")).isdigit():
            return int(said) + 1 if int(said) < 9 else 0  # noqa: PLR2004 - Word's number for "body text"
        return self._of_style(style.get(VALUE)) if style is not None else 0

    def _of_style(self, style: str | None) -> int:
        """The level of the first style that tells one, from this one down to what it is based on."""
        key = style or ""
        if key not in self._levels:
            self._levels[key] = next((level for told in self._based(style) if (level := _style_level(told))), 0)
        return self._levels[key]

    def _based(self, style: str | None) -> Iterator[Any]:
        """A style, and those it is based on."""
        for _ in range(DEEPEST_STYLE):
            found = self._styles.get(style)
            if found is None:
                return
            yield found
            below = found.find(qn("w:basedOn"))
            style = below.get(VALUE) if below is not None else None

    def _listed(self, element: Any) -> tuple[str, int] | None:
        """The list it stands in, by its paragraph or its style, and how deep; None for a plain paragraph."""
        style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        for told in (element, *self._based(style.get(VALUE) if style is not None else None)):
            found = told.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if found is None:
                continue
            number, deep = found.find(qn("w:numId")), found.find(qn("w:ilvl"))
            listed = number.get(VALUE, "0") if number is not None else "0"
            said = deep.get(VALUE, "0") if deep is not None else str(max(self._level(element) - 1, 0))
            return (listed, min(int(said), 8) if said.isdigit() else 0) if listed != "0" else None
        return None


def _style_level(style: Any) -> int:
    """The level of a style's own name or outline; a title stands above all others, on the first."""
    named, told = style.find(qn("w:name")), style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    called = named.get(VALUE, "") if named is not None else ""
    if m := HEADING.match(called):
        return int(m["level"])
    if called.casefold() == "title":
        return 1
    return (int(told.get(VALUE)) + 1) % 10 if told is not None and told.get(VALUE, "").isdigit() else 0


def _is_bold(paragraph: Any) -> bool:
    runs = [r for r in paragraph.iter(qn("w:r")) if any((t.text or "").strip() for t in r.iterchildren(R_T))]
    marks = [r.find(f"{qn('w:rPr')}/{qn('w:b')}") for r in runs]
    return bool(marks) and all(b is not None and b.get(VALUE, "1") not in ("0", "false") for b in marks)


def _words(paragraph: Any) -> str:
    return clean("".join(_parts(paragraph))).strip()


def _parts(within: Any, depth: int = 0) -> Iterator[str]:
    if depth > DEEPEST:
        return
    for element in within.iterchildren(etree.Element):
        if element.tag == R_T:
            yield element.text or ""
        elif element.tag == TAB:
            yield "\t"
        elif element.tag in BREAKS:
            yield "\n"
        elif element.tag == qn("w:noBreakHyphen"):
            yield "-"
        elif element.tag not in UNREAD:
            yield from _parts(element, depth + 1)


work = apart(read)
