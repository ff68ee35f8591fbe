"""When each task begins and ends, by the links and the working calendar; the critical path and the finish against the wanted day."""
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from records.breakdown.base import Activity
from records.figures.schedule.axis import DAY, begin_of, day_ending, day_of, end_of
from records.figures.schedule.calendars import Worked
from records.figures.schedule.network import Network, dated


class Timed:
    """A plan with its dates."""

    def __init__(self, activities: Sequence[Activity], worked: Worked, start: date) -> None:
        axis = worked.axis
        self._axis = axis
        leaves = [a for a in activities if a.form != "summary"]
        place = {a.number: n for n, a in enumerate(leaves)}
        lengths = tuple(_ticks(a, worked.hours) for a in leaves)
        links = tuple((place[b], place[a.number], "FS", a.lag * DAY) for a in leaves for b in a.after if b in place)
        first = axis.position(begin_of(start))
        dates = dated(Network(lengths, links, (first,) * len(leaves), (), (), (axis,)))
        when: dict[int, tuple[date, date]] = {}
        for n, a in enumerate(leaves):
            ends = day_ending(axis.finish(dates.finish[n])) if lengths[n] or dates.start[n] > first else day_of(axis.start(dates.start[n]))
            when[a.number] = (day_of(axis.start(dates.start[n])) if lengths[n] else ends, ends)
        self.activities = _summed([replace(a, starts=when[a.number][0], ends=when[a.number][1]) if a.number in when else a for a in activities])
        critical = sorted(dates.critical(), key=lambda n: (dates.start[n], dates.finish[n], n))
        self.path = tuple(leaves[n].number for n in critical if leaves[n].form == "task")
        self.finish = max((ends for _, ends in when.values()), default=None)

    def late(self, wanted: date | None) -> int:
        """Working days that the finish lies behind a wanted day; before it below 0."""
        if wanted is None or self.finish is None or wanted == self.finish:
            return 0
        behind = self._axis.position(end_of(self.finish)) - self._axis.position(end_of(wanted))
        return behind // DAY


def _ticks(a: Activity, hours: float) -> int:
    """Whole half days: nobody plans a task to the hour."""
    if a.form == "milestone" or a.effort is None:
        return 0
    halves = -(-a.effort.likely * 2 // hours)
    return max(int(halves), 1) * DAY // 2


def _summed(activities: Sequence[Activity]) -> list[Activity]:
    """A summary begins with the first of its tasks and ends with the last."""
    below: dict[int | None, list[Activity]] = defaultdict(list)
    for a in activities:
        below[a.parent].append(a)

    def days(a: Activity) -> list[date]:
        if a.form != "summary":
            return [d for d in (a.starts, a.ends) if d]
        return [d for child in below[a.number] for d in days(child)]

    return [replace(a, starts=min(every), ends=max(every)) if a.form == "summary" and (every := days(a)) else a for a in activities]


def loads(activities: Sequence[Activity]) -> Mapping[str, float]:
    """Hours by role, the most first."""
    hours: dict[str, float] = defaultdict(float)
    for a in activities:
        if a.form == "task" and a.effort is not None:
            hours[a.role or "no role"] += a.effort.likely
    return dict(sorted(hours.items(), key=lambda each: (-each[1], each[0])))
