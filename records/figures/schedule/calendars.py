"""The calendars of a project's tasks: a task's own, else the project's, else the office's, else Monday to Friday with eight hours."""
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from language.working import WorkingDays
from records.figures.schedule.axis import Axis
from records.kinds import Calendar, Office, Project
from records.working_time import HOURS, of_calendar

USUAL = "Monday to Friday, 8 hours a day (no calendar is set)"


@dataclass(frozen=True)
class Worked:
    """One calendar as the schedule needs it; `key` is empty where there is no record of it."""
    number: int
    axis: Axis
    hours: float
    name: str
    key: str = ""


@dataclass
class Calendars:
    """The calendars in use; those of the same days share an axis, the project's has the number 0."""
    rows: dict[int, Calendar]
    usual: Worked
    axes: list[Axis]
    known: dict[int | None, Worked] = field(default_factory=dict)
    keys: list[str] = field(default_factory=list)

    def of(self, calendar_id: int | None) -> Worked:
        """The calendar of this id; the project's where there is none, or none that is seen."""
        if calendar_id not in self.known:
            self.known[calendar_id] = self._worked(self.rows[calendar_id]) if calendar_id in self.rows else self.usual
        return self.known[calendar_id]

    def _worked(self, row: Calendar) -> Worked:
        own = axis_of(of_calendar(row).days)
        if own not in self.axes:
            self.axes.append(own)
        self.keys.append(row.key)
        return Worked(self.axes.index(own), own, row.hours, f"the calendar “{row.name}”", row.key)


def calendars(project: Project, offices: Sequence[Office], rows: Sequence[Calendar]) -> Calendars:
    """The calendars there are, with the one that the project goes by."""
    by_id = {row.id: row for row in rows if row.id is not None}
    office = next((o for o in offices if o.calendar_id in by_id), None)
    own = project.calendar_id if project.calendar_id in by_id else office.calendar_id if office else None
    if own is None:
        usual = axis_of(WorkingDays())
        return Calendars(by_id, Worked(0, usual, HOURS, USUAL), [usual])
    row, keys = by_id[own], []
    if office is not None and project.calendar_id not in by_id:
        keys.append(office.key)
    worked = Worked(0, axis_of(of_calendar(row).days), row.hours, f"the calendar “{row.name}”", row.key)
    return Calendars(by_id, worked, [worked.axis], {own: worked}, [*keys, row.key])


@lru_cache(maxsize=64)
def axis_of(days: WorkingDays) -> Axis:
    """One axis for all that ask, so that what it was asked before is known."""
    return Axis(days.weekdays, days.off)
