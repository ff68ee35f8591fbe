"""Which reader a file is for, by its first bytes; its name only helps to say what it is. Nothing is read here: the readers run apart."""
from collections.abc import Mapping
import re

from records.errors import BadInput

BINARY: Mapping[bytes, str] = {
    b"%PDF": "a PDF", b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture", b"\x1f\x8b": "a packed file", b"7z\xbc\xaf": "a packed file",
    b"Rar!": "a packed file", b"BZh": "a packed file", b"\x7fELF": "a program", b"MZ\x90": "a program", b"SQLite format 3": "a database",
    b"\xd0\xcf\x11\xe0": "an old or locked Office file"}
ADVICE = "I read CSV, XLSX, JSON, MS Project XML and Primavera XER: save it as one of these and load it again."
OLD = "Save it as .xlsx without a password, or a schedule as MS Project XML, and load it again."
BLANK = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
WEB_PAGE = re.compile(rb"(?:<\?[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype html|html|head|meta|body|table|div|style)\b", re.I | re.S)
ZIP = (b"PK\3\4", b"PK\5\6", b"PK\7\x08")
HEAD = 4000


def reader_for(content: bytes, name: str) -> str:
    """The module of `apart` that reads such a content. Raises BadInput for what no reader takes."""
    head = content[:HEAD].lstrip(BLANK).replace(b"\0", b"")
    if not head and not content.strip(BLANK):
        raise BadInput(f"{name} is empty.")
    for sign, what in BINARY.items():
        if content.startswith(sign):
            raise BadInput(f"{name} is {what}, not a table or a schedule. {OLD if 'Office' in what else ADVICE}")
    if content.startswith(ZIP):
        return "workbook"
    if head.startswith(b"<") and WEB_PAGE.match(head):
        raise BadInput(f"{name} is a web page, even if it is called a table. Open it, save it as .xlsx or CSV, and load that.")
    if head.startswith((b"<", b"ERMHDR")):
        return "schedules"
    if not _is_text(content[:HEAD]):
        raise BadInput(f"{name} is not text, and no format that I know. {ADVICE}")
    return "objects" if head[:1] in (b"{", b"[") else "text"


def _is_text(head: bytes) -> bool:
    """Text has few control characters; every other byte may be zero in UTF-16, of which three in four are in UTF-32."""
    strange = sum(byte < 9 or 13 < byte < 27 for byte in head if byte)  # noqa: PLR2004 - tab to carriage return, and above escape
    return strange <= len(head) // 20 and head.count(0) <= len(head) * 0.76
