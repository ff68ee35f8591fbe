"""Records that are high or low as a whole, and not in each of their grades: “which risks are high?” is asked of the score."""
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.words.lexicon import open_of
from assistant.planner.words.plain import among
from records.kinds.base import FieldOf, Record, fields, split

# Of a score that is two grades multiplied, as the rules on severe risks part it.
BOUNDS = {"1": "at most 2", "2": "at most 4", "3": "between 5 and 9", "4": "at least 10", "5": "at least 16"}
OF = re.compile(r"^(?:at least|at most) ")


def graded_whole(kind: type[Record], heard: Heard, found: dict[str, str]) -> dict[str, str]:
    """The conditions with one on what the grades come to, among what is still open, in place of the same one on each of them, where no grade is named."""
    grades, whole = _grades(kind), _whole(kind)
    said = {found.get(f.label, "") for f in grades}
    if whole is None or len(grades) < 2 or len(said) != 1 or whole.label in found or any(among(f.names, heard.masked) for f in grades):  # noqa: PLR2004
        return found
    grade = OF.sub("", said.pop())
    if grade not in BOUNDS:
        return found
    still = open_of(kind)
    rest = {n: v for n, v in found.items() if n not in {f.label for f in grades}}
    return {**{n: v for n, v in still.items() if n not in rest}, **rest, whole.label: BOUNDS[grade]}


def grade_words(kind: type[Record], where: object) -> set[str]:
    """The words of the grades, which are read where what they come to is a condition."""
    whole = _whole(kind)
    is_read = whole is not None and f"'{whole.label}'" in str(where)
    return {word for f in _grades(kind) for words, _ in f.says.words for each in split(words) for word in each.split()} if is_read else set()


def _grades(kind: type[Record]) -> list[FieldOf]:
    return [f for f in fields(kind) if f.says.words and not f.choices]


def _whole(kind: type[Record]) -> FieldOf | None:
    """The number that the grades come to."""
    return next((f for f in fields(kind) if f.says.set_by == "code" and f.type is int and f.name not in {"version", "id"}), None) if _grades(kind) else None
