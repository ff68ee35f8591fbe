"""Moves from the day that something has now: the Monday after, a week later, out by 3 days, two weeks earlier."""
from collections.abc import Iterator
import re

from language.chains import days_away
from language.counting import Period
from language.grammar import Found, Now, compiled, groups
from language.lengths import away
from language.needing import may_hold, said_in

CLOSED = r"(?: {that})?(?=[^\S\n]*(?:$|[.,;!?)\n]|and\b|with\b|please\b|for\b))"
WAY = "(?:{later}|(?P<earlier>{earlier})|(?P<either>{either_way}))"
FROM_ITS_DAY = (
    f"(?:{{the}} )?(?:{{nth}} )?{{weekday}} (?:(?P<before>{{before}})|{{after}}){CLOSED}",
    f"(?:{{the}} )?(?:{{length}}|{{unit}}) (?:(?P<before>{{before}})|{{after}}){CLOSED}",
    "{following} (?:{weekday}|{unit})", "(?:{the} )?{next} (?P<unit>day)",
)
BY_A_LENGTH = (
    f"(?:{{by}} )?(?:{{another}} )?{{length}} {WAY}",
    "(?:{back}|(?P<earlier>{forward})|(?P<either>{either_way})) (?:{by} )?(?:{another} )?{length}",
    f"by (?:{{another}} )?{{length}}(?: {WAY})?",
    "(?:{by} )?{another} (?:{length}|{unit})",
)


def moves(text: str, now: Now, anchor: Period | None) -> Iterator[Found]:
    """Yield each wording of a move; without a day to count from it has no reading."""
    said = said_in(text)
    for template in (t for t in FROM_ITS_DAY if may_hold(t, now.words, said)):
        for m in compiled(template, now.words).finditer(text):
            moved = days_away(groups(m), anchor, now) if anchor else None
            yield Found(m.start(), m.end(), (moved,) if moved else (), "move")
    for template in (t for t in BY_A_LENGTH if may_hold(t, now.words, said)):
        for m in compiled(template, now.words).finditer(text):
            yield Found(m.start(), m.end(), _by(m, now, anchor), "move")


def _by(m: "re.Match[str]", now: Now, anchor: Period | None) -> tuple[Period, ...]:
    """Later unless it says earlier; "forward" is understood both ways, so it is both."""
    if anchor is None:
        return ()
    g = groups(m)
    signs = (-1, 1) if g.get("either") else (-1,) if g.get("earlier") else (1,)
    return tuple(run for sign in signs for run in away(g.get("length") or f"1 {g['unit']}", now, anchor.last, sign))
