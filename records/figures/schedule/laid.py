"""A network while it is laid out: columns by activity, and where each record went."""
from dataclasses import dataclass, field
from datetime import date

from records.figures.schedule.calendars import Calendars
from records.figures.schedule.network import Link, Network
from records.kinds import Milestone, Task

Node = tuple[str, int | None]            # "task" or "milestone", and its id


@dataclass(frozen=True)
class Span:
    """The first and last day of what has begun, on which axis it is counted; what is not over has no last day."""
    start: date
    finish: date
    axis: int


@dataclass
class Laid:
    """`first` and `last` are the activities that begin and end a record: one for a task, two for a summary task."""
    calendars: Calendars
    today: int                           # the instant at which work goes on
    durations: list[int] = field(default_factory=list)
    earliest: list[int] = field(default_factory=list)
    latest: list[int | None] = field(default_factory=list)
    axis: list[int] = field(default_factory=list)
    of: list[Task | Milestone | None] = field(default_factory=list)
    tasks: dict[int, Task] = field(default_factory=dict)      # of those, what is a task
    ties: list[Link] = field(default_factory=list)
    first: dict[Node, int] = field(default_factory=dict)
    last: dict[Node, int] = field(default_factory=dict)
    over: dict[Node, Span] = field(default_factory=dict)
    begun: dict[Node, Span] = field(default_factory=dict)
    led: set[int] = field(default_factory=set)                # the activities that wait for something
    planned: dict[int, date] = field(default_factory=dict)    # the planned starts of activities that have not begun
    done: list[date] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._now = [axis.position(self.today) for axis in self.calendars.axes]

    def add(self, record: Task | Milestone | None, length: int, axis: int = 0) -> int:
        """A new activity on an axis, from today on."""
        while len(self._now) <= axis:
            self._now.append(self.position(len(self._now), self.today))
        self.durations.append(length)
        self.earliest.append(self._now[axis])
        self.latest.append(None)
        self.axis.append(axis)
        self.of.append(record)
        return len(self.durations) - 1

    def position(self, axis: int, instant: int) -> int:
        return self.calendars.axes[axis].position(instant)

    def not_before(self, activity: int, start: int) -> None:
        self.earliest[activity] = max(self.earliest[activity], start)

    def not_after(self, activity: int, finish: int) -> None:
        known = self.latest[activity]
        self.latest[activity] = finish if known is None else min(known, finish)

    def network(self) -> Network:
        mixed = tuple(self.axis) if any(self.axis) else ()
        bounds = tuple(self.latest) if any(n is not None for n in self.latest) else ()
        return Network(tuple(self.durations), tuple(self.ties), tuple(self.earliest), bounds, mixed, tuple(self.calendars.axes))
