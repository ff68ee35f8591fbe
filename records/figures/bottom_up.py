"""The cost of the rest, estimated anew from the bottom up: the costs that are forecast, else the hours left at what an hour costs.

What an hour costs is the rate of the task's owner, else the office's rate for their job.
"""
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from records.figures.base import Needs, Rows, Value, counted, figure, keys
from records.figures.delivery.effort import hours_left, is_estimated
from records.figures.delivery.planning import exact
from records.kinds import CostEntry, Person, Project, Rate, Task
from records.kinds.task import ENDED

TO_COME: Needs = {CostEntry: ("key", "type", "amount"), Task: ("key", "status", "hours", "remaining", "progress", "owner_id"),
                  Person: ("key", "id", "job", "rate"), Rate: ("key", "type", "name", "value", "since")}


@figure(of=Project, needs=TO_COME, unit="money", label="bottom-up ETC", also="ETC bottom-up, ETC bottom up, new estimate of the rest, cost of the rest")
def etc_bottom_up(rows: Rows) -> Value:
    foreseen = [c for c in rows[CostEntry] if c.type == "forecast"]
    if foreseen:
        return Value(sum((c.amount for c in foreseen), Decimal(0)), f"the sum of {counted(len(foreseen), 'forecast cost')}", keys(foreseen))
    return _labour(rows)


def _labour(rows: Rows) -> Value:
    if not rows[Task]:
        return Value(None, "no cost is forecast, and there is no task")
    open_ = [t for t in rows[Task] if t.status not in ENDED]
    people = rows.by_id(Person)
    hourly = {owner: _an_hour(people[owner], rows[Rate], rows.today) for owner in {t.owner_id for t in open_} if owner in people}
    priced = [(t, rate) for t in open_ if is_estimated(t) and (rate := hourly.get(t.owner_id))]
    if open_ and not priced:
        return Value(None, "no cost is forecast, and no open task has both an estimate and an owner whose rate is known")
    left = f"; {len(open_) - len(priced)} without an estimate or a rate left out" if len(priced) < len(open_) else ""
    total = sum((hours_left(t) * amount for t, (amount, _) in priced), Decimal(0))
    said = f"hours left × hourly rate of {counted(len(priced), 'open task')}{left}; labour only, as no purchase is forecast"
    rests_on = [t for t, _ in priced] or rows[Task]
    return Value(total, said, (*keys(rests_on), *dict.fromkeys(key for _, (_, own) in priced for key in own)))


def _an_hour(person: Person, rates: Sequence[Rate], today: date) -> tuple[Decimal, tuple[str, ...]] | None:
    """What an hour of a person costs, and which records say so."""
    if person.rate is not None:
        return person.rate, (person.key,)
    known = [r for r in rates if r.type == "hourly" and r.name.lower() == person.job.lower() and (r.since is None or r.since <= today)]
    latest = max(known, key=lambda r: r.since or date.min, default=None)
    return (exact(latest.value), (person.key, latest.key)) if latest else None
