"""The finish by the pace so far: IEAC(t) as a day of work."""
from datetime import timedelta
from decimal import Decimal

from records.figures.base import Needs, Rows, Value, figure, joined, on, rounded, unknown
from records.figures.earned_schedule import WEEK, actual_time, day_after, planned_begin, planned_duration, spi_t
from records.figures.schedule.calendars import calendars
from records.kinds import Calendar, Office, Project

CALENDARS: Needs = {Project: ("key", "start", "calendar_id"), Office: ("key", "calendar_id"), Calendar: ("id", "key", "name", "workdays", "hours", "days_off")}
SETTLED = Decimal("0.2")                            # of the planned time; by then indices have been seen to settle (Christensen, of the CPI)


@figure(of=Project, needs=CALENDARS, reads=(planned_begin, planned_duration, actual_time, spi_t), unit="date", label="finish by pace",
        also="finish at this pace, pace finish, date by pace, earned schedule finish, finish by earned schedule")
def pace_finish(rows: Rows) -> Value:
    """The day of work on which PD / SPI(t) is over; none before a fifth of the planned time has passed, as a pace is no pace yet then.

    Where the project starts, or goes on, later than today, the time until then is put to it.
    """
    begin, length, elapsed, pace = rows[planned_begin], rows[planned_duration], rows[actual_time], rows[spi_t]
    if begin.number is None or length.number is None or elapsed.number is None or pace.number is None:
        return unknown("", begin, length, elapsed, pace)
    if not pace.number:
        return Value(None, "nothing is earned yet")
    plan = f"{rounded(length.number, 1)} planned weeks"
    if elapsed.number < length.number * SETTLED:
        return Value(None, f"{rounded(elapsed.number, 1)} of {plan} have passed, and a pace says little before a fifth of them has")
    weeks = length.number / pace.number
    (project,) = rows[Project]
    known = calendars(project, rows[Office], rows[Calendar])
    rest = max(project.start - rows.today, timedelta(0)) if project.start else timedelta(0)
    waits = f"; work rests until {project.start:%-d %b %Y}" if rest else ""
    said = f"if the rest goes as fast as the work so far, {plan} / SPI(t) {rounded(pace.number, 2)} come to {rounded(weeks, 1)} weeks{waits}"
    receipt = dict.fromkeys((project.key, *known.keys, *joined(begin, length, elapsed, pace)))
    return Value(on(known.usual.axis.worked(day_after(begin.number, weeks + Decimal(rest.days) / WEEK))), said, tuple(receipt))
