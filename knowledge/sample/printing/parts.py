"""What every printed format shares: the facts of a head, the lines of a section by their kind, and packed files without a moment in them."""
from collections.abc import Iterator
from io import BytesIO
import re
from typing import Literal
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from knowledge.formats.base import Parsed, Section

NAMES = {"edition": "Edition", "effective": "In force from", "type": "Type", "review": "Review"}
BULLET, STEP = re.compile(r"^- (.+)$"), re.compile(r"^\d+\. (.+)$")
THEN = (1980, 1, 1, 0, 0, 0)
Kind = Literal["text", "bullet", "step"]


def facts(of: Parsed) -> Iterator[str]:
    """The "Key: value" lines of its head."""
    for key, value in of.about.items():
        yield f"{NAMES.get(key, key)}: {value}"


def lines(of: Section) -> Iterator[tuple[Kind, str]]:
    """Each line with what it is; those of a table are text."""
    for line in of.text.splitlines():
        if found := BULLET.match(line):
            yield "bullet", found[1]
        elif found := STEP.match(line):
            yield "step", found[1]
        elif line.strip():
            yield "text", line


def heading(of: Section) -> str:
    return f"{of.number} {of.heading}".strip()


def level(of: Section) -> int:
    return of.number.count(".") + 1


def steady(packed: bytes) -> bytes:
    """The same archive with every entry of one moment."""
    made = BytesIO()
    with ZipFile(BytesIO(packed)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, THEN)
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return made.getvalue()
