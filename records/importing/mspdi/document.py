"""The bytes of an MS Project XML file as plain items, read in one pass: no entities, no network, no tree of the whole file."""
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
import re
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from records.errors import BadInput

LARGEST = 64 * 1024 * 1024
DEEPEST = 40
MOST_EVENTS = 5_000_000                  # a start and an end for each element; 64 MB of a real schedule have 3.6 million
SECTION = 2                              # the depth of Tasks, Resources and so on
SECTIONS = {"Calendars": "Calendar", "Tasks": "Task", "Resources": "Resource", "Assignments": "Assignment", "ExtendedAttributes": "ExtendedAttribute"}
LEFT_OUT = ("TimephasedData",)           # nine tenths of a file with assignments, and nothing of ours
_ILLEGAL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]));", re.I)
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
SAVE_AS = "Open it in the program it comes from and save it as XML (MS Project: File, Save As, XML Format), then load that."
KNOWN = ((b"\xd0\xcf\x11\xe0", "a binary MS Project (.mpp) or Office file"), (b"PK\x03\x04", "a zip or Office file"), (b"%PDF", "a PDF"),
         (b"ERMHDR", "a Primavera XER file; give it the ending .xer"), (b"MPX", "an old MPX file"), (b"{", "JSON"))
ROOTS = {"APIBusinessObjects": "Primavera's own XML", "project": "a Planner or ProjectLibre file", "html": "a web page"}


class Item(dict[str, str]):
    """The fields of one element by name; elements within it stand in `many`."""

    def __init__(self) -> None:
        super().__init__()
        self.many: dict[str, list[Item]] = {}

    def said(self, name: str) -> str:
        return self.get(name, "").strip()

    def all(self, *path: str) -> list["Item"]:
        """The elements at the end of a path: all("WeekDays", "WeekDay")."""
        found = [self]
        for name in path:
            found = [inner for item in found for inner in item.many.get(name, ())]
        return found


@dataclass
class Document:
    project: Item = field(default_factory=Item)
    sections: dict[str, list[Item]] = field(default_factory=lambda: {name: [] for name in SECTIONS})
    repaired: str = ""


def parse(content: bytes, name: str) -> Document:
    """Read the file; where it is not well formed, once more without characters that XML forbids. Raises BadInput with what to do."""
    _look(content, name)
    try:
        return _parsed(content, name)
    except ParseError as broken:
        try:
            document = _parsed(_mended(content), name)
        except ParseError:
            line, column = broken.position
            raise BadInput(f"“{name}” is not well-formed XML (line {line:,}, column {column:,}); save it again in the program it comes from.") from None
        document.repaired = "Characters that XML forbids were taken out of the file."
        return document


def _look(content: bytes, name: str) -> None:
    if not content.strip(b"\x00\r\n\t \xef\xbb\xbf\xff\xfe"):
        raise BadInput(f"“{name}” is empty.")
    if len(content) > LARGEST:
        raise BadInput(f"“{name}” is larger than {LARGEST // 1024 // 1024} MB; save it without timephased data or split it.")
    for start, what in KNOWN:
        if content.startswith(start):
            raise BadInput(f"“{name}” is no MS Project XML but {what}. {SAVE_AS}")


def _parsed(content: bytes, name: str) -> Document:
    document = Document()
    try:
        _fill(document, content, name)
    except DefusedXmlException:
        raise BadInput(f"“{name}” declares entities or a document type, which no schedule needs and which can be an attack: it is refused.") from None
    except (LookupError, ValueError) as odd:
        raise BadInput(f"“{name}” is in an encoding that cannot be read ({odd}); save it as UTF-8.") from None
    return document


def _fill(document: Document, content: bytes, name: str) -> None:
    """What has been read is dropped at once, so that memory holds one item, not the tree."""
    within: list[Element] = []
    section = ""
    for count, (event, element) in enumerate(iterparse(BytesIO(content), events=("start", "end"), forbid_dtd=True)):
        if event == "start":
            within.append(element)
            _bounded(len(within), count, element, name)
            section = _tag(element) if len(within) == SECTION else section
            continue
        within.pop()
        if len(within) == SECTION and SECTIONS.get(section) == _tag(element):
            document.sections[section].append(_item(element))
            within[-1].clear()
        elif len(within) == 1:
            if section not in SECTIONS and not len(element):
                document.project[_tag(element)] = element.text or ""
            within[-1].clear()
        elif section not in SECTIONS:
            element.clear()


def _bounded(depth: int, count: int, element: Element, name: str) -> None:
    if depth > DEEPEST or count > MOST_EVENTS:
        what = f"is nested deeper than {DEEPEST} elements" if depth > DEEPEST else f"has more than {MOST_EVENTS // 2:,} elements"
        raise BadInput(f"“{name}” {what}, which no schedule is: it is refused.")
    if depth == 1 and _tag(element) != "Project":
        what = ROOTS.get(_tag(element), f"a file that begins with <{_tag(element)[:40]}>")
        raise BadInput(f"“{name}” is no MS Project XML but {what}. {SAVE_AS}")


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _item(element: Element) -> Item:
    item = Item()
    for child in element:
        tag = _tag(child)
        if not len(child):
            item.setdefault(tag, child.text or "")
        elif tag not in LEFT_OUT:
            item.many.setdefault(tag, []).append(_item(child))
    return item


def _mended(content: bytes) -> bytes:
    """Without forbidden characters; what claims to be UTF-8 and is not is taken for Windows' own."""
    return _ILLEGAL.sub(b"", "".join(_decoded(content)).encode())


def _decoded(content: bytes) -> Iterator[str]:
    wide = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(wide)
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield _DECLARED.sub("", text, count=1)
