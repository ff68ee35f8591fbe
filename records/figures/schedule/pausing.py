"""Work that pauses while somebody is away: spans of periods in which nothing is done, and how far a job reaches across them."""
from bisect import bisect_right
from collections.abc import Iterable, Sequence

Away = tuple[tuple[int, int], ...]       # from a period up to another, in order and apart


def merged(spans: Iterable[tuple[int, int]]) -> Away:
    """Spans in order, those that touch as one; empty ones are dropped."""
    found: list[tuple[int, int]] = []
    for first, until in sorted(s for s in spans if s[0] < s[1]):
        if found and first <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], until)
        else:
            found.append((first, until))
    return tuple(found)


def pieces(start: int, duration: int, away: Away) -> Sequence[tuple[int, int]]:
    """The spans in which a job is worked on that starts no earlier than a period; one that takes no time has none."""
    found: list[tuple[int, int]] = []
    at, left = start, duration
    for first, until in away[max(bisect_right(away, (start, start)) - 1, 0):]:
        if not left:
            break
        if first > at:
            worked = min(first - at, left)
            found.append((at, at + worked))
            left -= worked
        at = max(at, until)
    return [*found, (at, at + left)] if left else found


def ended(start: int, duration: int, away: Away) -> int:
    """The period at which a job is over."""
    return pieces(start, duration, away)[-1][1] if duration and away else start + duration
