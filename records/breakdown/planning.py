"""From a description to a plan, in the order it is thought: method, activities, checks, outline, effort, people, dates, what is there."""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from language.describing.reading import Said
from records.breakdown.base import Activity, Method, Plan
from records.breakdown.checking import checked
from records.breakdown.estimating import estimated
from records.breakdown.merging import Merged, Wanted, merged
from records.breakdown.outlining import outlined
from records.breakdown.reconciling import There, reconciled
from records.breakdown.scheduling import Timed, loads
from records.breakdown.staffing import Member, staffed
from records.figures.schedule.calendars import Worked


@dataclass(frozen=True)
class House:
    """What a plan is drawn against: the calendar, the people, what is there, and what similar work took."""
    worked: Worked
    start: date
    team: Sequence[Member] = ()
    people: Mapping[str, Member] = field(default_factory=dict)
    tasks: Sequence[There] = ()
    milestones: Sequence[There] = ()
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    history: Mapping[str, tuple[str, float]] = field(default_factory=dict)
    has_milestones: bool = True          # whether this asker may make milestones


def planned(description: str, method: Method, said: Sequence[Said], wanted: Wanted, house: House, finish: date | None = None) -> Plan:
    """The plan that a description comes to with a method."""
    found = merged(method, said, wanted)
    return drawn(description, method, found, house, finish)


def drawn(description: str, method: Method, found: Merged, house: House, finish: date | None = None) -> Plan:
    """A plan from activities, whoever drew them up: they are checked, outlined, estimated, staffed, dated and held against what is there."""
    activities = found.activities if house.has_milestones else _without_milestones(found.activities)
    sound, doubts = checked(activities, description)
    manned = staffed(estimated(outlined(sound), house.history), house.team, house.people)
    timed = Timed(manned, house.worked, house.start)
    known = reconciled(timed.activities, house.tasks, house.milestones, house.elsewhere)
    return Plan(method, tuple(known), found.left_out, (*found.dropped, *doubts), timed.path, timed.finish, finish, timed.late(finish), (), loads(known))


def _without_milestones(activities: Sequence[Activity]) -> tuple[Activity, ...]:
    """The activities without milestones; what waits for one waits for what it waited for."""
    gone = {a.number: a.after for a in activities if a.form == "milestone"}
    place: dict[int, int] = {}
    for a in activities:
        if a.number not in gone:
            place[a.number] = len(place)

    def before(n: int) -> tuple[int, ...]:
        return tuple(other for m in gone[n] for other in before(m)) if n in gone else (place[n],)

    return tuple(_renumbered(a, place, tuple(dict.fromkeys(other for n in a.after for other in before(n)))) for a in activities if a.number not in gone)


def _renumbered(a: Activity, place: Mapping[int, int], after: tuple[int, ...]) -> Activity:
    return replace(a, number=place[a.number], parent=None if a.parent is None else place[a.parent], after=after)
