"""ODT: headings by their outline level, lists, tables; what was deleted, notes in the margin, contents and running heads are no text."""
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from knowledge.formats.base import Block, Parsed, cells, document, entitled, gathered
from knowledge.formats.counting import headed
from knowledge.formats.packing import opened
from knowledge.formats.wire import apart
from language.cleaning import clean
from records.errors import BadInput

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
WEIGHT = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}font-weight"
UNREAD = {TEXT + "tracked-changes", OFFICE + "annotation", TEXT + "table-of-content", TEXT + "alphabetical-index", TEXT + "sequence-decls", OFFICE + "forms"}
DEEPEST = 100
MOST_REPEATED = 100                     # a table may say "these cells a million times"


def read(content: bytes, name: str) -> Parsed:
    folded = opened(content, name, "odt")
    body = _tree(folded.read("content.xml"), name)
    text = body.find(f"{OFFICE}body/{OFFICE}text")
    if text is None:
        raise BadInput(f"{name} is no OpenDocument text: it has no body.")
    titles = {s.get(STYLE + "name", "") for s in body.iter(STYLE + "style") if s.get(STYLE + "parent-style-name") == "Title"} | {"Title"}
    pieces = list(gathered(headed(list(_blocks(text, _Styles(titles, _bold(body)), name)))))
    told = _tree(folded.read("meta.xml"), name).find(f".//{TITLE}") if "meta.xml" in folded.namelist() else None
    title, head, rest = entitled(pieces, (told.text or "") if told is not None else "", name)
    if not head and not rest:
        raise BadInput(f"{name} holds no text.")
    return document(title, head, rest)


def _tree(said: bytes, name: str) -> Element:
    try:
        return fromstring(said, forbid_dtd=True)  # type: ignore[no-any-return]
    except (ParseError, DefusedXmlException, ValueError):
        raise BadInput(f"{name} cannot be read: its text is damaged, or declares what a document may not. Save it anew in the program it came from.") from None


@dataclass(frozen=True)
class _Styles:
    """The names of the styles that are a title's, and of those that print bold."""
    titles: Collection[str]
    bold: Collection[str]


def _bold(body: Element) -> set[str]:
    return {s.get(STYLE + "name", "") for s in body.iter(STYLE + "style")
            if (told := s.find(STYLE + "text-properties")) is not None and told.get(WEIGHT) == "bold"}


def _is_bold(paragraph: Element, bold: Collection[str]) -> bool:
    """Whether all of its words are."""
    if paragraph.get(TEXT + "style-name") in bold:
        return True
    parts = [e for e in paragraph if e.tag == TEXT + "span" and "".join(e.itertext()).strip()]
    return bool(parts) and not (paragraph.text or "").strip() and all(e.get(TEXT + "style-name") in bold and not (e.tail or "").strip() for e in parts)


def _blocks(within: Element, styles: _Styles, name: str, depth: int = 0, listed: int = 0) -> Iterator[Block]:
    if depth > DEEPEST:
        raise BadInput(f"{name} is too deeply packed to be read: things stand in things in it more than {DEEPEST} times.")
    for at, element in enumerate(within):
        tag = element.tag
        if tag in UNREAD:
            continue
        if tag == TEXT + "h":
            yield Block(_words(element), int(element.get(TEXT + "outline-level", "1")))
        elif tag == TEXT + "p":
            said, is_title = _words(element), element.get(TEXT + "style-name") in styles.titles
            yield Block(f"{'  ' * (listed - 1)}- {said}" if listed and at == 0 and said else said, int(is_title), bool(listed), _is_bold(element, styles.bold))
        elif tag == TABLE + "table":
            yield from _rows(element)
        else:
            yield from _blocks(element, styles, name, depth + 1, listed + (tag == TEXT + "list"))


def _rows(table: Element) -> Iterator[Block]:
    for at, row in enumerate(table.iter(TABLE + "table-row")):
        told = [text for cell in row if cell.tag == TABLE + "table-cell"
                for text in [" ".join(_words(p) for p in cell.iter(TEXT + "p"))] * min(int(cell.get(TABLE + "number-columns-repeated", "1")), MOST_REPEATED)]
        yield Block(cells(told), is_line=at > 0)


def _words(paragraph: Element) -> str:
    """The words of a paragraph, with those in its spans and links."""
    return clean("".join(_parts(paragraph))).strip()


def _parts(element: Element, depth: int = 0) -> Iterator[str]:
    if element.tag in UNREAD or depth > DEEPEST:
        return
    if element.tag == TEXT + "s":
        yield " " * min(int(element.get(TEXT + "c", "1")), 10)
    elif element.tag in (TEXT + "tab", TEXT + "line-break"):
        yield "\t" if element.tag == TEXT + "tab" else "\n"
    yield element.text or ""
    for inner in element:
        yield from _parts(inner, depth + 1)
        yield inner.tail or ""


work = apart(read)
