"""Change control (PMI): the changes that wait for a decision, and what the approved ones have added in money and days.

A request keeps no day of its submission, so its age is counted from the day by which it should have been decided.
"""
from decimal import Decimal

from records.figures.base import Part, Rows, Value, counted, figure, keys, whole
from records.kinds import ChangeRequest, Project

UNDECIDED, AGREED = ("submitted", "evaluated"), ("approved", "implemented")


@figure(of=Project, needs={ChangeRequest: ("key", "title", "status", "decide_by")}, unit="count", label="changes undecided",
        also="open change count, number of undecided changes, changes to be decided, changes in the queue, change backlog")
def changes_open(rows: Rows) -> Value:
    if not rows[ChangeRequest]:
        return Value(None, "there is no change request")
    waiting = [c for c in rows[ChangeRequest] if c.status in UNDECIDED]
    late = sum(bool(c.decide_by and c.decide_by < rows.today) for c in waiting)
    said = f"{len(waiting) or 'none'} of {counted(len(rows[ChangeRequest]), 'change request')} undecided" + (f", {late} past the day to decide" if late else "")
    parts = tuple(Part(c.title, f"{c.status}, decide by {c.decide_by:%-d %b %Y}" if c.decide_by else f"{c.status}, no day to decide", c.key) for c in waiting)
    return Value(Decimal(len(waiting)), said, keys(rows[ChangeRequest]), parts)


@figure(of=Project, needs={ChangeRequest: ("key", "title", "status", "decide_by")}, unit="days", label="age of undecided changes",
        also="change age, age of changes, oldest undecided change, days a decision is overdue")
def change_age(rows: Rows) -> Value:
    """Days since the longest waiting change should have been decided."""
    waiting = sorted((c for c in rows[ChangeRequest] if c.status in UNDECIDED and c.decide_by), key=lambda c: (c.decide_by or rows.today, c.key))
    if not waiting:
        return Value(None, "no undecided change has a day by which to decide, and requests keep no day of their submission")
    ages = [max((rows.today - c.decide_by).days, 0) for c in waiting if c.decide_by]
    parts = tuple(Part(c.title, f"{counted(age, 'day')} past the day to decide" if age else f"in time until {c.decide_by:%-d %b %Y}", c.key)
                  for c, age in zip(waiting, ages, strict=True))
    said = f"{waiting[0].title}, the longest past its day to decide" if ages[0] else f"{counted(len(waiting), 'undecided change')}, none past the day to decide"
    return Value(Decimal(ages[0]), f"{said}; requests keep no day of their submission", keys(waiting), parts)


@figure(of=Project, needs={ChangeRequest: ("key", "title", "status", "cost_effect")}, unit="money", label="cost of approved changes",
        also="approved change cost, cost effect of approved changes, approved changes in money, money of approved changes")
def change_cost(rows: Rows) -> Value:
    agreed = [(c.cost_effect, c) for c in rows[ChangeRequest] if c.status in AGREED and c.cost_effect is not None]
    if not agreed:
        return Value(None, "no approved change has an effect in money")
    waiting = sum((c.cost_effect for c in rows[ChangeRequest] if c.status in UNDECIDED and c.cost_effect is not None), Decimal(0))
    more = f"; {whole(waiting)} more is undecided" if waiting else ""
    return Value(sum((cost for cost, _ in agreed), Decimal(0)), f"the sum of {counted(len(agreed), 'approved change')}{more}", keys([c for _, c in agreed]),
                 tuple(Part(c.title, whole(cost), c.key) for cost, c in agreed))


@figure(of=Project, needs={ChangeRequest: ("key", "title", "status", "days_effect")}, unit="days", label="delay by approved changes",
        also="approved change days, days of approved changes, approved changes in days, schedule effect of approved changes")
def change_days(rows: Rows) -> Value:
    agreed = [(c.days_effect, c) for c in rows[ChangeRequest] if c.status in AGREED and c.days_effect is not None]
    if not agreed:
        return Value(None, "no approved change has an effect in days")
    waiting = sum(c.days_effect for c in rows[ChangeRequest] if c.status in UNDECIDED and c.days_effect is not None)
    more = f"; {counted(waiting, 'more day')} undecided" if waiting > 0 else ""
    return Value(Decimal(sum(days for days, _ in agreed)), f"the sum of {counted(len(agreed), 'approved change')}{more}", keys([c for _, c in agreed]),
                 tuple(Part(c.title, counted(days, "day"), c.key) for days, c in agreed))
