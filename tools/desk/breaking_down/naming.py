"""The name of a project that is new: the heading of its description, else the first thing that is to be done."""
from collections.abc import Sequence

from language.describing.reading import Said

LONGEST, MOST_WORDS = 80, 10


def title_of(said: Sequence[Said], body: str) -> str:
    lines = [line.strip(" #*-:") for line in body.splitlines() if line.strip()]
    tasks = [s.title for s in said if s.kind == "task"]
    first = lines[0] if len(lines) > 1 and len(lines[0].split()) <= MOST_WORDS and lines[0][-1:] not in ".!?" else next(iter(tasks), lines[0] if lines else "")
    return first[:LONGEST].rstrip(" .,;") or "New project"
