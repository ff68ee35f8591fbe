"""The formats of documents, by the endings of their files. What a file holds is read in a bounded child process, whatever becomes of that."""
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from knowledge.formats.base import Parsed
from knowledge.formats.wire import unpacked
from records import bounded
from records.bounded import Limits
from records.errors import BadInput

LARGEST = 50_000_000
PLAIN = Limits()
PACKED = Limits(seconds=20, memory=768)         # a tree of XML takes ten times its text
PRINTED = Limits(seconds=20, memory=512)
FOREIGN = ((b"%PDF-", ("pdf",), "a PDF"), (b"PK\x03\x04", ("docx", "odt", "xlsx", "pptx"), "a packed file (an Office document or a zip)"),
           (b"\xd0\xcf\x11\xe0", (), "an Office document of the old kind, or one locked with a password"), (b"{\\rtf", (), "rich text"),
           (b"\x89PNG", (), "a picture"), (b"\xff\xd8\xff", (), "a picture"), (b"GIF8", (), "a picture"),
           (b"\x7fELF", (), "a program"), (b"MZ\x90", (), "a program"))
INSTEAD = {".doc": ".docx", ".dot": ".docx", ".rtf": ".docx", ".docm": ".docx", ".pages": ".docx", ".odp": ".pptx", ".ods": ".xlsx", ".xls": ".xlsx",
           ".xlsm": ".xlsx", ".ppt": ".pptx", ".pptm": ".pptx", ".msg": ".eml", ".epub": ".html", ".org": ".md"}
Run = Callable[[str, bytes, str, Limits], bytes]
PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".webp", ".bmp", ".svg", ".heic")


@dataclass(frozen=True)
class Format:
    """`reader` is the module here that reads it."""
    reader: str
    endings: tuple[str, ...]
    limits: Limits = PLAIN

    def read(self, content: bytes, name: str, run: Run = bounded.run) -> Parsed:
        """Return the document in these bytes. Raises `BadInput` with a sentence when they are not what the ending says, or more than a file may be.

        `run` is that of `bounded.Readers` where many are read."""
        shown = bounded.shown(name)
        if len(content) > LARGEST:
            raise BadInput(f"{shown} is too large to be read: it has {len(content) // 1_000_000} MB, {LARGEST // 1_000_000} are the most. Split it.")
        if not content.strip(b"\0 \t\r\n"):
            raise BadInput(f"{shown} is empty: it holds no text.")
        for sign, readers, what in FOREIGN:
            if content.startswith(sign) and self.reader not in readers:
                raise BadInput(f"{shown} is {what}, whatever its ending says. Open it in the program it came from and save it as what it is called.")
        return unpacked(run(f"knowledge.formats.{self.reader}.work", content, shown, self.limits.for_size(content)))


# Those whose text is cleanest come first: the text of a document that is there in several formats is theirs.
FORMATS: tuple[Format, ...] = (
    Format("markdown", (".md", ".markdown")), Format("docx", (".docx",), PACKED), Format("odt", (".odt",), PACKED), Format("html", (".html", ".htm", ".xhtml")),
    Format("pptx", (".pptx",), PACKED), Format("xlsx", (".xlsx",), PACKED), Format("table", (".csv", ".tsv")), Format("eml", (".eml",)),
    Format("plain", (".txt", ".text", ".rst")), Format("pdf", (".pdf",), PRINTED))


def format_of(name: str) -> Format | None:
    return next((f for f in FORMATS if PurePath(name).suffix.lower() in f.endings), None)


def read(content: bytes, name: str, run: Run = bounded.run) -> Parsed:
    """Return the document in a file. Raises `BadInput` with a sentence that says what to do."""
    if found := format_of(name):
        return found.read(content, name, run)
    raise BadInput(refusal(name))


def refusal(name: str) -> str:
    """Why a file of this name is not read, and what would be."""
    ending = PurePath(name).suffix.lower()
    if ending in PICTURES:
        return f"{bounded.shown(name)} is a picture, and I read text only."
    wanted = f"Save it as {INSTEAD[ending]}" if ending in INSTEAD else f"I read {', '.join(e for f in FORMATS for e in f.endings)}"
    return f"{bounded.shown(name)} is of a kind that I do not read. {wanted}."
