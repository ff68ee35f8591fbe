"""Schedule links as ties of a network; where what comes first is over or has begun, as bounds of what waits for it."""
from collections.abc import Sequence

from records.figures.schedule.axis import DAY, begin_of, end_of
from records.figures.schedule.laid import Laid, Node, Span
from records.kinds import Link

Joined = tuple[Link, Node, Node]         # a link, what comes first and what waits


def joined(link: Link) -> Joined:
    """A link with its ends."""
    before = ("task", link.predecessor_id) if link.predecessor_id is not None else ("milestone", link.predecessor_milestone_id)
    after = ("task", link.successor_id) if link.successor_id is not None else ("milestone", link.successor_milestone_id)
    return link, before, after


def bind(laid: Laid, links: Sequence[Joined]) -> bool:
    """Add the ties between what is laid out; whether there is any link at all, also among what is over."""
    is_linked = False
    for link, before, after in links:
        if not (_is_known(laid, before) and _is_known(laid, after)):
            continue
        is_linked = True
        if after in laid.over or (after in laid.begun and link.type == "SS"):
            continue
        laid.led.add(laid.first[after])
        waits = laid.first[after] if link.type[1] == "S" else laid.last[after]
        lag = round(link.lag * DAY)
        span = laid.over.get(before) or (laid.begun.get(before) if link.type[0] == "S" else None)
        if span is not None:
            laid.not_before(waits, _bound(laid, span, waits, link.type, lag))
        else:
            laid.ties.append((laid.last[before] if link.type[0] == "F" else laid.first[before], waits, link.type, lag))
    return is_linked


def _is_known(laid: Laid, node: Node) -> bool:
    return node in laid.first or node in laid.over


def _bound(laid: Laid, span: Span, waits: int, of: str, lag: int) -> int:
    """The earliest start of what waits for the beginning or the end of something that lies behind."""
    own, other = laid.calendars.axes[span.axis], laid.axis[waits]
    worked = own.position(end_of(span.finish) if of[0] == "F" else begin_of(span.start)) + lag
    instant = own.finish(worked) if of[0] == "F" else own.start(worked)
    return laid.position(other, instant) - (laid.durations[waits] if of[1] == "F" else 0)
