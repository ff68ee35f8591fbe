"""Who may decide a change request: nobody what they asked for or wrote, no one beyond their limit, however an amount is cut up."""
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from records import log
from records.access import readable
from records.asker import Asker, Role
from records.database import Reading
from records.errors import Refused
from records.kinds import ApprovalLimit, ChangeRequest, Office, Person, Project
from records.kinds.approval_limit import DEFAULTS, Limit
from records.kinds.base import table
from records.kinds.change_request import DECIDED, WRITTEN
from records.past import CHANGE, TOUCH
from records.proposals import Edit

Values = Mapping[str, Any]
ASKED = (*WRITTEN, "requester_id", "cost_effect", "days_effect", "quality_effect", "risk_effect",
         "benefit_effect", "decider_id")                 # what a decision is about: none of it changes with the decision, or after it
REQUEST = str(ChangeRequest.__tablename__)
_of = table(ChangeRequest).c


def refuse_request(session: Reading, asker: Asker, before: Values, after: Values) -> None:
    """A request is asked for, decided, carried out, in this order; what was decided stays as it was decided."""
    was, now = before.get("status", "submitted"), after["status"]
    if before and asker.person == before["requester_id"] != after["requester_id"]:
        raise Refused(f"{before['key']} is your own request, and stays so; nobody hands over what they asked for.")
    if not before and now in DECIDED and (Role.admin not in asker.roles or after["requester_id"] == asker.person):
        raise Refused("A change request is first asked for, then decided.")
    if before and was in DECIDED and (changed := [n for n in ASKED if after[n] != before[n]]):
        raise Refused(f"{before['key']} is {was}, so its {changed[0].removesuffix('_id').replace('_', ' ')} stays. Have it opened again first.")
    if now == was or (was == "approved" and now == "implemented") or not {was, now} & set(DECIDED):
        return
    if before and (changed := [n for n in ASKED if after[n] != before[n]]):
        raise Refused(f"Decide {before['key']} as it was asked for: change its {changed[0].removesuffix('_id').replace('_', ' ')} first, for itself.")
    _refuse_decision(session, asker, before, after)


def refuse_split(session: Reading, asker: Asker, edits: Iterable[Edit], today: date) -> None:
    """Hold all that somebody approves for one project on one day to the limit of one approval."""
    approved = [e for e in edits if e.kind == REQUEST and e.after.get("status") == "approved" and not e.is_new]
    if not approved or not asker.person:
        return
    wanted = {row.id: row for row in session.execute(sa.select(_of.id, _of.project_id).where(_of.id.in_([e.id for e in approved])))}
    for home in {row.project_id for row in wanted.values()}:
        limits = list(_limits(session, asker, home))
        if any(limit == (None, None) for _, limit in limits):
            continue
        together = {*wanted, *_approved(session, asker, today)}
        asked = session.execute(sa.select(_of.cost_effect, _of.days_effect).where(
            _of.project_id == home, sa.or_(_of.id.in_(wanted), sa.and_(_of.id.in_(together), _of.status.in_(("approved", "implemented")))))).all()
        cost, days = sum((max(a.cost_effect or Decimal(0), Decimal(0)) for a in asked), Decimal(0)), sum(max(a.days_effect or 0, 0) for a in asked)
        if len(asked) > 1 and not _within(limits, cost, days):
            raise Refused(f"With what else you approve for this project today that makes {_amount(cost, days or None)}; {_up_to(limits)} "
                          "Approvals of one day count together. Ask who may approve more.")


def _refuse_decision(session: Reading, asker: Asker, before: Values, after: Values) -> None:
    name = before.get("key") or "it"
    if asker.person == after["requester_id"] or _had_a_hand(session, asker, before):
        raise Refused(f"Nobody decides their own change request, and {name} is yours. {_decider(session, after)}")
    limits = list(_limits(session, asker, after["project_id"]))
    if not limits:
        raise Refused(f"As {' and '.join(sorted(asker.roles))} you may not decide change requests. {_decider(session, after)}")
    if after["status"] == "rejected":
        return
    if "cost_effect" not in {f.name for f in readable(ChangeRequest, asker)}:
        raise Refused(f"You may not see what {name} costs, so you may not approve it. {_decider(session, after)}")
    cost, days = after["cost_effect"] or Decimal(0), after["days_effect"] or 0
    if not _within(limits, cost, days):
        raise Refused(f"{name} asks for {_amount(cost, days or None)}; {_up_to(limits)} {_decider(session, after)}")


def _within(limits: Iterable[tuple[str, Limit]], cost: Decimal, days: int) -> bool:
    return any((amount is None or cost <= amount) and (most is None or days <= most) for _, (amount, most) in limits)


def _up_to(limits: Sequence[tuple[str, Limit]]) -> str:
    who, (amount, most) = max(limits, key=lambda each: each[1][0] or Decimal(0))
    return f"as {who} you may approve up to {_amount(amount or Decimal(0), most)}."


def _amount(cost: Decimal, days: int | None) -> str:
    return f"{cost:,.0f}" + (f" and {days} days" if days is not None else "")


def _had_a_hand(session: Reading, asker: Asker, before: Values) -> bool:
    """Whether this asker wrote a request down, worded it, or was ever named as having asked for it."""
    return any((entry.asker_id == asker.person and (not edit["before"] or edit["after"].keys() & set(WRITTEN)))
               or asker.person in (edit["before"].get("requester_id"), edit["after"].get("requester_id"))
               for entry, edit in _edits(session, TOUCH.record_id == before["id"])
               if edit["id"] == before["id"]) if before else False


def _approved(session: Reading, asker: Asker, today: date) -> set[int]:
    """The requests that this asker approved today, as the office counts its days."""
    zone = session.execute(sa.select(table(Office).c.zone).order_by(table(Office).c.id).limit(1)).scalar() or "UTC"
    since = datetime.combine(today, time(), ZoneInfo(zone))
    return {edit["id"] for _, edit in _edits(session, CHANGE.asker_id == asker.person, CHANGE.at >= since) if edit["after"].get("status") == "approved"}


def _edits(session: Reading, *which: sa.ColumnElement[bool]) -> Iterator[tuple[log.Entry, log.Edit]]:
    """What was done to change requests, with who did it."""
    positions = sa.select(TOUCH.position).join_from(log.Touch, log.Change, TOUCH.position == CHANGE.position).where(TOUCH.kind == REQUEST, *which)
    yield from ((entry, edit) for entry in log.entries(session, positions, log.LARGEST - 1) for edit in entry.edits if edit["kind"] == REQUEST)


def _decider(session: Reading, after: Values) -> str:
    of = table(Person).c
    name = session.execute(sa.select(of.name).where(of.id == after["decider_id"])).scalar()
    return f"Ask {name}, its decider." if name else "Name a decider who may."


def _limits(session: Reading, asker: Asker, project_id: Any) -> Iterator[tuple[str, Limit]]:
    """What this asker may approve in this project, by each part they have in it."""
    of, project = table(ApprovalLimit).c, table(Project).c
    own = {role: (amount, days) for role, amount, days in session.execute(sa.select(of.role, of.amount, of.days).where(of.archived.is_(False)))}
    known: dict[str, Limit] = {**DEFAULTS, **own}
    led = session.execute(sa.select(project.manager_id, project.sponsor_id).where(project.id == project_id)).first()
    parts = [str(role) for role in asker.roles if role is not Role.manager]
    parts += ["project manager"] if led and led.manager_id == asker.person else []
    parts += ["sponsor"] if led and led.sponsor_id == asker.person else []
    yield from ((part, known[part]) for part in parts if part in known)
