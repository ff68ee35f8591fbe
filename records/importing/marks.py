"""How the rows of a table are told apart next week, and how they point at each other: ids, outline levels, WBS codes, predecessors."""
from collections.abc import Container, Sequence
from dataclasses import dataclass
import re

from records.importing.text import is_nothing, plainly

COUNTING = frozenset(("number", "no", "nr", "row", "position", "pos"))
PREDECESSOR = re.compile(r"\s*([^\s:]+?)\s*(FS|SS|FF|SF|EA|AA|EE|AE)?\s*(?:([+-])\s*(\d+(?:[.,]\d+)?)\s*(%|[a-z]*)\.?\??)?\s*", re.I)
TYPES = {"": "FS", "EA": "FS", "AA": "SS", "EE": "FF", "AE": "SF"}           # German programs write Ende-Anfang
LAGS = {"": 1.0, "d": 1.0, "t": 1.0, "w": 5.0, "h": 1 / 8, "m": 20.0}
LONGEST = 120


@dataclass(frozen=True)
class Ids:
    """One id for each row ("" where there is none), and whether they may serve to find the row again."""
    of: tuple[str, ...]
    lasting: bool
    own: bool
    note: str = ""


def ids(cells: Sequence[object], header: str, code: str) -> Ids:
    """What an id column is good for. Numbers that only count the rows, and ids that repeat, do not last."""
    of = tuple("" if is_nothing(c) else f"{c:g}" if isinstance(c, float) else str(c).strip() for c in cells)
    given = [i for i in of if i]
    if len(set(given)) < len(given):
        return Ids(of, lasting=False, own=False, note=f"Column “{header}” has the same value in several rows, so rows are known again by their titles.")
    counts = plainly(header) in COUNTING and given == [str(n) for n in range(1, len(given) + 1)]
    own = plainly(header) == "key" and bool(given) and all(re.fullmatch(rf"(?:[A-Z0-9-]+-)?{code}-\d+" if code else r"[A-Z][A-Z0-9-]*", i) for i in given)
    return Ids(of, lasting=bool(given) and not counts, own=own)


def source(kind: str, home: str, mark: str) -> str:
    """Where a row comes from. A short number means something only within its project."""
    is_short = mark.isdigit() and len(mark) < 8  # noqa: PLR2004
    return f"csv:{kind}:{plainly(home)[:60]}/{mark[:LONGEST]}" if is_short and home else f"csv:{kind}:{mark[:LONGEST]}"


def parents_by_level(levels: Sequence[int | None]) -> list[int | None]:
    """For each row the row above it that lies one level higher."""
    stack: list[tuple[int, int]] = []
    parents: list[int | None] = []
    for at, level in enumerate(levels):
        if level is None:
            parents.append(None)
            continue
        while stack and stack[-1][0] >= level:
            stack.pop()
        parents.append(stack[-1][1] if stack else None)
        stack.append((level, at))
    return parents


def parents_by_code(codes: Sequence[str]) -> list[int | None]:
    """For each WBS code the row of the code it begins with: 1.2 for 1.2.3."""
    at = {code.strip("."): n for n, code in enumerate(codes) if code}
    return [_nearest(code.strip("."), at) for code in codes]


def predecessors(said: str, known: Container[str]) -> list[tuple[str, str, float | None]]:
    """The ids, types and lags in working days of "3FS+2d; 5"; a lag that is none of days is None. `known` ids may hold a hyphen."""
    found: list[tuple[str, str, float | None]] = []
    for piece in (p.strip() for p in re.split(r"[;,\n]", said)):
        m = None if piece in known else PREDECESSOR.fullmatch(piece)
        if not m or (m[4] and not m[2] and m[1] not in known):
            found += [(piece, "FS", 0.0)] if piece else []
            continue
        kind = (m[2] or "").upper()
        unit = (m[5] or "").lower().removeprefix("e")
        lag = 0.0 if not m[4] else float(m[4].replace(",", ".")) * LAGS[unit[:1]] if unit[:1] in LAGS else None
        found.append((m[1], TYPES.get(kind, kind), -lag if lag and m[3] == "-" else lag))
    return found


def _nearest(code: str, at: dict[str, int]) -> int | None:
    while "." in code:
        code = code.rpartition(".")[0]
        if code in at:
            return at[code]
    return None
