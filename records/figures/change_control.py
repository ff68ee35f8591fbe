"""Change control (PMI): the changes that wait for a decision and how long, and what the approved ones have added in money and days."""
from datetime import date
from decimal import Decimal

from records.figures.base import Part, Rows, Value, counted, figure, keys, whole
from records.kinds import ChangeRequest, Project

UNDECIDED, AGREED = ("submitted", "evaluated"), ("approved", "implemented")


@figure(of=Project, needs={ChangeRequest: ("key", "title", "status", "decide_by")}, unit="count", label="changes undecided",
        also="open change count, number of undecided changes, changes to be decided, changes in the queue, "
             "change backlog, how many changes are undecided, how many undecided changes")
def changes_open(rows: Rows) -> Value:
    if not rows[ChangeRequest]:
        return Value(None, "there is no change request")
    waiting = [c for c in rows[ChangeRequest] if c.status in UNDECIDED]
    late = sum(bool(c.decide_by and c.decide_by < rows.today) for c in waiting)
    said = f"{len(waiting) or 'none'} of {counted(len(rows[ChangeRequest]), 'change request')} undecided" + (f", {late} past the day to decide" if late else "")
    parts = tuple(Part(c.title, f"{c.status}, decide by {c.decide_by:%-d %b %Y}" if c.decide_by else f"{c.status}, no day to decide", c.key) for c in waiting)
    return Value(Decimal(len(waiting)), said, keys(rows[ChangeRequest]), parts)


@figure(of=Project, needs={ChangeRequest: ("key", "id", "title", "status", "decide_by")}, written=(ChangeRequest,), unit="days",
        label="age of undecided changes", also="change age, age of changes, oldest undecided change, how "
             "long changes wait, old are the changes, old are the open changes, long have changes waited")
def change_age(rows: Rows) -> Value:
    """Days that the longest waiting change has been in the log."""
    waiting = [(rows.written(ChangeRequest, c)[0], c) for c in rows[ChangeRequest] if c.status in UNDECIDED]
    if not waiting:
        return Value(None, "there is no undecided change")
    aged = sorted(waiting, key=lambda each: (each[0], each[1].key))
    since, oldest = aged[0]
    parts = tuple(Part(c.title, f"{counted((rows.today - day).days, 'day')}{_late(c, rows.today)}", c.key) for day, c in aged)
    return Value(Decimal((rows.today - since).days), f"{oldest.title}, written down on {since:%-d %b %Y}, the longest waiting of {len(aged)}",
                 keys([c for _, c in aged]), parts)


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


@figure(of=Project, needs={ChangeRequest: ("key", "title", "status", "days_effect")}, unit="days", label="days of approved changes",
        also="approved change days, approved changes in days, schedule effect of approved changes")
def change_days(rows: Rows) -> Value:
    agreed = [(c.days_effect, c) for c in rows[ChangeRequest] if c.status in AGREED and c.days_effect is not None]
    if not agreed:
        return Value(None, "no approved change has an effect in days")
    waiting = sum(c.days_effect for c in rows[ChangeRequest] if c.status in UNDECIDED and c.days_effect is not None)
    more = f"; {counted(waiting, 'more day')} undecided" if waiting > 0 else ""
    return Value(Decimal(sum(days for days, _ in agreed)), f"the sum of {counted(len(agreed), 'approved change')}{more}", keys([c for _, c in agreed]),
                 tuple(Part(c.title, counted(days, "day"), c.key) for days, c in agreed))


def _late(change: ChangeRequest, today: date) -> str:
    if change.decide_by is None:
        return ", no day to decide"
    late = (today - change.decide_by).days
    return f", {counted(late, 'day')} past the day to decide" if late > 0 else f", to be decided by {change.decide_by:%-d %b %Y}"
