"""Schedules of other programs: MS Project XML, Primavera XER; Planner's files are refused."""
import re

from records.importing import mspdi, planner, xer
from records.importing.carrying import Told, packed

PLANNER = re.compile(rb"mrproject|<project\b[^>]*\bproject-start=", re.I)


def work(content: bytes, name: str, _: Told) -> bytes:
    """Read a schedule. Raises BadInput where it is none."""
    head = content[:20_000].replace(b"\0", b"")
    if head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"ERMHDR"):
        return packed(xer.read(content, name))
    return packed((planner if PLANNER.search(head) else mspdi).read(content, name))
