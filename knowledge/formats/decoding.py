"""Bytes as text, in whatever encoding. The importers' own is not used: it lies in a package whose start takes ten times as long as reading a page."""
import re

MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\x00\x00", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?(?P<said>[\w-]{3,20})", re.I)


def decoded(content: bytes) -> str:
    """The text: by its mark, as UTF-8 or UTF-16, as its first lines declare, else in the encoding of Western Windows."""
    head = content[:2000]
    is_wide = len(head) > 3 and head.count(0) > len(head) // 4  # noqa: PLR2004 - shorter ones tell nothing
    wide = ("utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be") if is_wide else ""
    declared = DECLARED.search(head)
    marked = next((name for mark, name in MARKS if content.startswith(mark)), wide or "utf-8")
    for encoding in (marked, declared["said"].decode() if declared else "", "cp1252"):
        try:
            return content.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return content.decode("latin-1")
