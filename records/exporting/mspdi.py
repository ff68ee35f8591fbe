"""A schedule as MS Project XML (MSPDI), its elements in the order of Microsoft's schema.

Dates stand as they are: tasks are "manually scheduled", or MS Project would move each one without a predecessor to the project's start.
"""
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
import re

from records.exporting.schedule import AllocationRow, CalendarRow, LinkRow, MilestoneRow, Numbers, PersonRow, Placed, Schedule, TaskRow, outline

NAMESPACE = "http://schemas.microsoft.com/project"
CONSTRAINTS = ("as soon as possible", "as late as possible", "must start on", "must finish on", "start no earlier than", "start no later than",
               "finish no earlier than", "finish no later than")
PRIORITIES = {"low": 300, "medium": 500, "high": 700, "critical": 900}
LINKS = ("FF", "FS", "SF", "SS")
SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£"}
DAYS, HUNDRED = 7, 100                   # the format of a duration in days
FIRST_RESOURCE_CALENDAR = 2_000_000
LONGEST_LINK = 512
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
Lines = Iterator[str]
Entry = TaskRow | MilestoneRow


def write(schedule: Schedule) -> bytes:
    """The whole file. The same rows give the same bytes; UIDs are those a row came in with, else follow from its id."""
    return "\n".join(('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', f'<Project xmlns="{NAMESPACE}">',
                      *_Writing(schedule).all(), "</Project>", "")).encode()


def text(name: str, value: object) -> Lines:
    """One element; none for what is not known."""
    if value is not None and value != "":
        said = _FORBIDDEN.sub("", str(value)).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
        yield f"<{name}>{said}</{name}>"


def fields(**values: object) -> Lines:
    for name, value in values.items():
        yield from text(name, value)


def within(name: str, lines: Lines) -> Lines:
    yield f"<{name}>"
    yield from lines
    yield f"</{name}>"


def duration(hours: float | None) -> str | None:
    if hours is None:
        return None
    seconds = round(hours * 3600)
    return f"PT{seconds // 3600}H{seconds % 3600 // 60}M{seconds % 60}S"


@dataclass(frozen=True)
class Day:
    """A working day of some hours: from eight, with an hour off at noon; a very long one from midnight."""
    hours: float

    @property
    def times(self) -> list[tuple[int, int]]:
        """From and to in minutes."""
        length = round(self.hours * 60)
        if length > 15 * 60:
            return [(0, length)]
        return [(480, 480 + length)] if length <= 4 * 60 else [(480, 720), (780, 540 + length)]

    @property
    def end(self) -> str:
        return clock(min(self.times[-1][1], 24 * 60 - 1))


def clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}:00"


class _Writing:
    def __init__(self, schedule: Schedule) -> None:
        self._of, self._calendar = schedule, schedule.calendar
        own = () if schedule.calendar in schedule.calendars else (schedule.calendar,)
        self._calendars = {c.id: c for c in (*own, *schedule.calendars)}
        self._calendar_uids = Numbers(1000).give(self._calendars.values())
        self._person_uids = Numbers(1000).give(schedule.people)
        numbers = Numbers()                  # tasks and milestones are counted together in the file
        self._task_uids = numbers.give(schedule.tasks, 2)
        self._milestone_uids = numbers.give(schedule.milestones, 2, 1)
        self._week = self._calendar.hours * len(self._calendar.week)
        self._before: dict[int, list[LinkRow]] = {}              # by the number of what waits
        for link in schedule.links:
            if (waits := self._end(link.successor_id, link.successor_milestone_id)) is not None:
                self._before.setdefault(waits, []).append(link)

    def _end(self, task: int | None, milestone: int | None) -> int | None:
        """The number of a link's end in the file, if it is there."""
        return self._task_uids.get(task) if task is not None else self._milestone_uids.get(milestone or 0)

    def all(self) -> Lines:
        yield from self._project()
        yield from within("Calendars", self._all_calendars())
        yield from within("Tasks", self._tasks())
        yield from within("Resources", (line for p in self._of.people for line in within("Resource", self._resource(p))))
        yield from within("Assignments", self._assignments())

    def _project(self) -> Lines:
        project = self._of.project
        yield from fields(SaveVersion=14, Name=f"{project.name}.xml", Title=project.name, Subject="", Manager=project.manager, ScheduleFromStart=1,
                          StartDate=self._at(project.start), FinishDate=self._at(project.finish, ends=True), CurrencyDigits=2,
                          CurrencySymbol=SYMBOLS.get(project.currency, project.currency), CurrencyCode=project.currency,
                          CalendarUID=self._calendar_uids[self._calendar.id], DefaultStartTime="08:00:00", DefaultFinishTime=Day(self._calendar.hours).end,
                          MinutesPerDay=round(self._calendar.hours * 60), MinutesPerWeek=round(self._week * 60), DaysPerMonth=20,
                          DurationFormat=DAYS, WorkFormat=2, NewTasksAreManual=1)

    def _all_calendars(self) -> Lines:
        for calendar in self._calendars.values():
            yield from within("Calendar", self._one_calendar(calendar))
        for person in self._of.people:       # a resource has a calendar of its own, upon a base; MS Project makes one where there is none
            if uid := self._own_calendar(person):
                yield from within("Calendar", fields(UID=uid, Name=person.name, IsBaseCalendar=0, BaseCalendarUID=self._calendar_uids[person.calendar_id or 0]))

    def _own_calendar(self, person: PersonRow) -> int | None:
        return FIRST_RESOURCE_CALENDAR + self._person_uids[person.id] if person.calendar_id in self._calendar_uids else None

    def _one_calendar(self, calendar: CalendarRow) -> Lines:
        yield from fields(UID=self._calendar_uids[calendar.id], Name=calendar.name, IsBaseCalendar=1, BaseCalendarUID=-1)
        yield from within("WeekDays", (line for at in range(1, 8) for line in within("WeekDay", self._weekday(at, calendar))))
        if calendar.off:
            yield from within("Exceptions", (line for off in calendar.off for line in within("Exception", self._off(off))))

    def _weekday(self, at: int, calendar: CalendarRow) -> Lines:
        is_worked = (at - 1 or 7) in calendar.week
        yield from fields(DayType=at, DayWorking=int(is_worked))
        if is_worked:
            yield from within("WorkingTimes", (line for start, end in Day(calendar.hours).times
                                               for line in within("WorkingTime", fields(FromTime=clock(start), ToTime=clock(end)))))

    def _off(self, off: date) -> Lines:
        yield from text("EnteredByOccurrences", "0")
        yield from within("TimePeriod", fields(FromDate=f"{off}T00:00:00", ToDate=f"{off}T23:59:00"))
        yield from fields(Occurrences=1, Type=1, DayWorking=0)

    def _tasks(self) -> Lines:
        project = self._of.project
        yield from within("Task", fields(UID=0, ID=0, Name=project.name, Type=1, IsNull=0, WBS=0, OutlineNumber=0, OutlineLevel=0,
                                         Start=self._at(project.start), Finish=self._at(project.finish, ends=True), Summary=1, Notes=project.purpose))
        for row, placed in enumerate(outline(self._of), 1):
            lines = self._task(row, placed, placed.row) if isinstance(placed.row, TaskRow) else self._milestone(row, placed, placed.row)
            yield from within("Task", lines)

    def _task(self, row: int, placed: Placed, task: TaskRow) -> Lines:
        day = self._calendars.get(task.calendar_id or -1, self._calendar)
        length = day.days(task.start, task.due) * day.hours if task.start and task.due and task.due >= task.start else None
        start, finish = self._at(task.start), self._at(task.due, ends=True)
        began = task.began_on or (task.start if task.status in ("in progress", "in review", "blocked") and not task.progress else None)
        done = task.done_on or task.due if task.status == "done" else None
        constraint = CONSTRAINTS.index(task.constraint) if task.constraint in CONSTRAINTS else 0
        link = task.links.strip() if len(task.links) <= LONGEST_LINK and not any(c.isspace() for c in task.links.strip()) else ""
        yield from fields(UID=self._task_uids[task.id], ID=row, Name=task.title, Active=int(task.status != "cancelled"), Manual=int(not placed.is_summary),
                          Type=0, IsNull=0, WBS=task.wbs, OutlineNumber=placed.number, OutlineLevel=placed.number.count(".") + 1,
                          Priority=PRIORITIES.get(task.priority, 500), Start=start, Finish=finish, Duration=duration(length),
                          ManualStart=start, ManualFinish=finish, ManualDuration=duration(length), DurationFormat=DAYS, Work=duration(task.hours),
                          EffortDriven=0, Recurring=0, Estimated=0, Milestone=0, Summary=int(placed.is_summary), ExternalTask=0,
                          PercentComplete=HUNDRED if task.status == "done" else task.progress, ActualStart=self._at(began),
                          ActualFinish=self._at(done, ends=True), RemainingWork=duration(task.remaining), ConstraintType=constraint,
                          CalendarUID=self._calendar_uids.get(task.calendar_id or -1, -1), ConstraintDate=self._at(task.constraint_on),
                          Deadline=self._at(task.hard_deadline, ends=True),
                          HyperlinkAddress=link, Notes=task.description)
        yield from self._links(self._task_uids[task.id])
        if task.baseline_start or task.baseline_due:
            yield from within("Baseline", fields(Number=0, Start=self._at(task.baseline_start), Finish=self._at(task.baseline_due, ends=True)))

    def _links(self, waits: int) -> Lines:
        for link in self._before.get(waits, ()):
            before = self._end(link.predecessor_id, link.predecessor_milestone_id)
            if before is not None:
                yield from within("PredecessorLink", fields(
                    PredecessorUID=before, Type=LINKS.index(link.type), CrossProject=0,
                    LinkLag=round(link.lag * self._calendar.hours * 600), LagFormat=DAYS))

    def _milestone(self, row: int, placed: Placed, milestone: MilestoneRow) -> Lines:
        on = self._at(milestone.forecast or milestone.planned, ends=True)
        yield from fields(UID=self._milestone_uids[milestone.id], ID=row, Name=milestone.title, Active=1, Manual=1, Type=0, IsNull=0, WBS=milestone.wbs,
                          OutlineNumber=placed.number, OutlineLevel=placed.number.count(".") + 1, Priority=500, Start=on, Finish=on, Duration="PT0H0M0S",
                          ManualStart=on, ManualFinish=on, ManualDuration="PT0H0M0S", DurationFormat=DAYS, Milestone=1, Summary=0, ExternalTask=0,
                          PercentComplete=HUNDRED if milestone.actual else 0, ActualStart=self._at(milestone.actual, ends=True),
                          ActualFinish=self._at(milestone.actual, ends=True), ConstraintType=0, CalendarUID=-1, Notes=milestone.description)
        yield from self._links(self._milestone_uids[milestone.id])
        planned = self._at(milestone.planned, ends=True)
        yield from within("Baseline", fields(Number=0, Start=planned, Finish=planned))

    def _resource(self, person: PersonRow) -> Lines:
        uid = self._person_uids[person.id]
        units = f"{person.weekly_hours / self._week:.6f}" if self._week else None
        yield from fields(UID=uid, ID=uid, Name=person.name, Type=1, IsNull=0, Group=person.job, EmailAddress=person.email, MaxUnits=units,
                          StandardRate=person.rate, StandardRateFormat=None if person.rate is None else 2,
                          CalendarUID=self._own_calendar(person))

    def _assignments(self) -> Lines:
        number = 0
        shared: dict[int, list[AllocationRow]] = {}
        for allocation in self._of.allocations:
            shared.setdefault(allocation.task_id, []).append(allocation)
        entries: tuple[Entry, ...] = (*self._of.tasks, *self._of.milestones)
        for entry in entries:
            for lines in self._assigned(entry, shared.get(entry.id, []) if isinstance(entry, TaskRow) else []):
                number += 1
                yield from within("Assignment", (line for part in (text("UID", number), lines) for line in part))

    def _assigned(self, entry: Entry, shared: list[AllocationRow]) -> Iterator[Lines]:
        """The owner first, with all the hours where nobody shares them; then the others."""
        uids = self._task_uids if isinstance(entry, TaskRow) else self._milestone_uids
        task = uids[entry.id]
        if entry.owner_id in self._person_uids and not any(a.person_id == entry.owner_id for a in shared):
            hours = entry.hours if isinstance(entry, TaskRow) and not shared else None
            left = entry.remaining if isinstance(entry, TaskRow) and not shared else None
            yield fields(TaskUID=task, ResourceUID=self._person_uids[entry.owner_id], RemainingWork=duration(left), Units=1, Work=duration(hours))
        for part in sorted(shared, key=lambda a: a.person_id != entry.owner_id):
            if part.person_id in self._person_uids:
                work = part.hours * max(1, self._calendar_days(part)) / len(self._calendar.week)
                yield fields(TaskUID=task, ResourceUID=self._person_uids[part.person_id], Finish=self._at(part.end, ends=True), Start=self._at(part.start),
                             Units=1, Work=duration(work))

    def _calendar_days(self, part: AllocationRow) -> int:
        return CalendarRow(0, "", self._calendar.workdays).days(part.start, part.end)

    def _at(self, day: date | None, *, ends: bool = False) -> str | None:
        """The day with the time at which work begins or ends."""
        return None if day is None else f"{day}T{Day(self._calendar.hours).end if ends else '08:00:00'}"
