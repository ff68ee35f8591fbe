"""How what was read comes back from the child process that read it."""
from collections.abc import Callable
import json

from knowledge.formats.base import Parsed, Section


def apart(read: Callable[[bytes, str], Parsed]) -> Callable[[bytes, str, object], bytes]:
    """The reader as the child process calls it."""
    def work(content: bytes, name: str, _more: object) -> bytes:
        return packed(read(content, name))
    return work


def packed(parsed: Parsed) -> bytes:
    sections = [(s.number, s.heading, s.text, s.path, s.page, s.place) for s in parsed.sections]
    return json.dumps([parsed.title, dict(parsed.about), sections], ensure_ascii=False).encode(errors="replace")


def unpacked(said: bytes) -> Parsed:
    title, about, sections = json.loads(said)
    return Parsed(title, tuple(Section(number, heading, text, tuple(path), page, place) for number, heading, text, path, page, place in sections), about)
