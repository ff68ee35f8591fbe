"""Who may approve one change request, and whether somebody may: by what it asks for, the limits of each part, and who had a hand in it.

It tells by the same limits by which a decision is refused; the office sets them, or those that every office begins with hold.
"""
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from records.asker import Role
from records.figures.base import counted
from records.kinds import ApprovalLimit, ChangeRequest, Person, Project
from records.kinds.approval_limit import DEFAULTS, Limit
from records.kinds.change_request import DECIDED, WRITTEN
from records.query import Query, Where
from records.reading import Reader
from reports.telling import NONE, day

MANAGER, SPONSOR = "project manager", "sponsor"
Part = tuple[str, Limit]


def may_decide(reader: Reader, request: ChangeRequest, who: Person | None, today: date) -> str:
    """Whether a person may approve the request, and why; of nobody in particular: who may."""
    name = f"{request.key} {request.title}"
    if request.status in DECIDED:
        by = _name(reader, request.decider_id)
        on = f" on {day(request.decided_on)}" if request.decided_on else ""
        return f"{name} is {request.status} already, decided by {by or 'nobody who is named'}{on}. Asked for by {_name(reader, request.requester_id) or NONE}."
    if "cost_effect" not in reader.columns(ChangeRequest):
        return f"You may not see what {name} costs, so I cannot tell who may approve it. {_decides(reader, request, today)}"
    return _of_one(reader, request, who, name, today) if who else _of_all(reader, request, name, today)


def may_take(reader: Reader, home: Project, cost: Decimal | None, days: int | None) -> str:
    """Who may approve a change of a project that is only supposed, by its money and its days."""
    asked = " and ".join(filter(None, (f"{cost:,.0f} {home.currency}" if cost is not None else "", counted(days, "day") if days is not None else "")))
    limits = _limits(reader)
    fit = [p for p in limits if _fits(p[1], cost, days)]
    short = [p for p in limits if p not in fit]
    may = f"may be approved by {'; '.join(_part(reader, home, p) for p in fit)}" if fit else "is beyond what any part may approve by itself"
    beyond = f" It is beyond: {'; '.join(_part(reader, home, p) for p in short)}." if short and fit else ""
    return f"A change of {home.name} by {asked} {may}.{beyond} Nobody decides their own request."


def beyond(reader: Reader, request: ChangeRequest) -> str:
    """How an approval was above what its decider may approve, by the limits and the parts of today; "" where it was not."""
    who = next(iter(reader.find(Query(Person, (Where("id", "is", request.decider_id),), limit=1))), None)
    if request.status not in ("approved", "implemented") or who is None:
        return ""
    parts = list(_parts(reader, request, who))
    if any(_is_within(limit, request) for _, limit in parts):
        return ""
    return f"{who.name}: " + ("; ".join(f"{part} {_limit(limit)}" for part, limit in parts) or "may approve none")


def _of_one(reader: Reader, request: ChangeRequest, who: Person, name: str, today: date) -> str:
    you = "you" if who.id == reader.asker.person else who.name
    decides, parts, hand = _decides(reader, request, today), list(_parts(reader, request, who)), _hand(reader, request, who)
    if not parts:
        return f"No: as {who.role} {you} may not decide change requests. {decides}"
    fit = [p for p in parts if _is_within(p[1], request)]
    part = fit[0] if fit else max(parts, key=lambda p: p[1][0] or Decimal(0))
    told = f"{name} asks for {_asked(reader, request)}; as {part[0]} {you} may approve {_limit(part[1])}."
    own = f" {you[0].upper()}{you[1:]} {hand}, and nobody decides their own request." if hand else ""
    return f"{'No' if hand or not fit else 'Yes, by the limits'}: {told}{own} {decides}"


def _of_all(reader: Reader, request: ChangeRequest, name: str, today: date) -> str:
    home, limits = _home(reader, request), _limits(reader)
    fit = [p for p in limits if _is_within(p[1], request)]
    short = [p for p in limits if p not in fit]
    told = f"{name} asks for {_asked(reader, request)}. {_decides(reader, request, today)}"
    may = f" By what it asks for may approve it: {'; '.join(_part(reader, home, p) for p in fit)}." if fit else " No part may approve as much by itself."
    beyond = f" It is beyond: {'; '.join(_part(reader, home, p) for p in short)}." if short else ""
    own = f" {asks}, who asked for it, may not." if (asks := _name(reader, request.requester_id)) else ""
    return f"{told}{may}{beyond}{own}"


def _decides(reader: Reader, request: ChangeRequest, today: date) -> str:
    by = _name(reader, request.decider_id)
    late = "" if request.decide_by is None else f", {'overdue since' if request.decide_by < today else 'by'} {day(request.decide_by)}"
    return f"{by} decides it{late}." if by else f"Nobody is named as its decider{late}."


def _parts(reader: Reader, request: ChangeRequest, who: Person) -> Iterator[Part]:
    """What a person may approve there, by each part they have in it; whoever manages another project is nothing there."""
    home, known = _home(reader, request), dict(_limits(reader))
    own = [str(who.role)] if who.role != Role.manager.value else []
    own += [MANAGER] if home and home.manager_id == who.id else []
    own += [SPONSOR] if home and home.sponsor_id == who.id else []
    yield from ((part, known[part]) for part in own if part in known)


def _limits(reader: Reader) -> Sequence[Part]:
    """Each part with its limit, the least first."""
    known: dict[str, Limit] = {**DEFAULTS, **{a.role: (a.amount, a.days) for a in reader.find(Query(ApprovalLimit, limit=None))}}
    return sorted(known.items(), key=lambda p: (p[1][0] is None, p[1][0] or 0))


def _is_within(limit: Limit, request: ChangeRequest) -> bool:
    return _fits(limit, request.cost_effect, request.days_effect)


def _fits(limit: Limit, cost: Decimal | None, days: int | None) -> bool:
    amount, most = limit
    return (amount is None or (cost or Decimal(0)) <= amount) and (most is None or (days or 0) <= most)


def _hand(reader: Reader, request: ChangeRequest, who: Person) -> str:
    """What somebody had to do with it that makes it theirs; "" where they had nothing."""
    if request.requester_id == who.id:
        return "asked for it"
    past = reader.history(ChangeRequest, request.id or 0)
    wrote = any(e.by == who.name and (e.created or e.after.keys() & set(WRITTEN)) for e in past)
    return "wrote it down" if wrote else ""


def _part(reader: Reader, home: Project | None, part: Part) -> str:
    who = {MANAGER: home.manager_id, SPONSOR: home.sponsor_id}.get(part[0]) if home else None
    named = f" ({_name(reader, who)})" if who else ""
    return f"{part[0]}{named} {_limit(part[1])}"


def _limit(limit: Limit) -> str:
    amount, days = limit
    if amount is None and days is None:
        return "without limit"
    return " and ".join(filter(None, (f"up to {amount:,.0f}" if amount is not None else "", f"{days} days" if days is not None else "")))


def _asked(reader: Reader, request: ChangeRequest) -> str:
    home, cost, days = _home(reader, request), request.cost_effect, request.days_effect
    money = f"{cost:,.0f} {home.currency if home else ''}".strip() if cost else ""
    return " and ".join(filter(None, (money, counted(days, "day") if days else ""))) or "neither money nor days"


def _home(reader: Reader, request: ChangeRequest) -> Project | None:
    return next(iter(reader.find(Query(Project, (Where("id", "is", request.project_id),), limit=1))), None)


def _name(reader: Reader, person: int | None) -> str:
    return reader.labels(Person).get(person or 0, "")
