"""Who may decide what: nobody on their own request, no one beyond their limit, no colour against the computed one without a reason."""
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from records import verdicts
from records.asker import Asker, Role
from records.computing import Book
from records.database import Reading
from records.errors import BadInput, Refused
from records.kinds import ApprovalLimit, ChangeRequest, Criterion, Gate, Person, Project
from records.kinds.base import Record, table
from records.query import Query, Where
from records.reading import Reader

Values = Mapping[str, Any]
Limit = tuple[Decimal | None, int | None]                # amount and days; None: without limit
DEFAULTS: Mapping[str, Limit] = {"project manager": (Decimal(5000), 5), "sponsor": (Decimal(50_000), None), "executive": (None, None),
                                 "PMO admin": (None, None)}


# What of a record is a decision: an import leaves it out where its asker may not take it.
DECIDES: Mapping[str, tuple[str, ...]] = {"changerequest": ("status", "requester_id"), "gate": ("decision",), "criterion": ("status",),
                                          "project": ("declared_colour", "declared_cost", "declared_finish")}


def refuse_without_authority(session: Reading, asker: Asker, kind: type[Record], before: Values, after: Values, today: date) -> None:
    """Refuse what this asker may write, but not decide. Raises `Refused`, or `BadInput` when only a reason is missing."""
    if kind is ChangeRequest and before and asker.person == before["requester_id"] != after["requester_id"]:
        raise Refused(f"{before['key']} is your own request, and stays so; nobody hands over what they asked for.")
    if kind is ChangeRequest and after["status"] in ("approved", "rejected") and after["status"] != before.get("status"):
        _refuse_decision(session, asker, before, after)
    elif kind is Gate and after["decision"] != before.get("decision", "not decided") and after["decision"] != "not decided":
        _refuse_own(session, asker, after, "decides about a gate of their own project")
    elif kind is Criterion and after["status"] == "waived" and before.get("status") != "waived":
        _refuse_own(session, asker, after, "waives a criterion of their own project's gate")
    elif kind is Project:
        _refuse_bare_declaration(session, asker, before, after, today)


def _refuse_decision(session: Reading, asker: Asker, before: Values, after: Values) -> None:
    if not asker.person:
        return
    name = before.get("key") or "it"
    if asker.person in (before.get("requester_id"), after["requester_id"]) or (not before and after["requester_id"] is None and Role.admin not in asker.roles):
        raise Refused(f"Nobody decides their own change request, and {name} is yours. {_decider(session, after)}")
    limits = list(_limits(session, asker, after["project_id"]))
    if not limits:
        raise Refused(f"As {' and '.join(sorted(asker.roles))} you may not decide change requests. {_decider(session, after)}")
    if after["status"] == "rejected":
        return
    cost, days = after["cost_effect"] or Decimal(0), after["days_effect"] or 0
    if not any((amount is None or cost <= amount) and (most is None or days <= most) for _, (amount, most) in limits):
        who, (amount, most) = max(limits, key=lambda each: each[1][0] or Decimal(0))
        up_to = f"{amount or 0:,.0f}" + (f" and {most} days" if most is not None else "")
        asked = f"{cost:,.0f}" + (f" and {days} days" if days else "")
        raise Refused(f"{name} asks for {asked}; as {who} you may approve up to {up_to}. {_decider(session, after)}")


def _decider(session: Reading, after: Values) -> str:
    of = table(Person).c
    name = session.execute(sa.select(of.name).where(of.id == after["decider_id"])).scalar()
    return f"Ask {name}, its decider." if name else "Name a decider who may."


def _limits(session: Reading, asker: Asker, project_id: Any) -> Iterator[tuple[str, Limit]]:
    """What this asker may approve in this project, by each part they have in it."""
    of = table(ApprovalLimit).c
    own = {role: (amount, days) for role, amount, days in session.execute(sa.select(of.role, of.amount, of.days).where(of.archived.is_(False)))}
    known: dict[str, Limit] = {**DEFAULTS, **own}
    project = _project(session, project_id)
    parts = [str(role) for role in asker.roles if role is not Role.manager]
    parts += ["project manager"] if project and project.manager_id == asker.person else []
    parts += ["sponsor"] if project and project.sponsor_id == asker.person else []
    yield from ((part, known[part]) for part in parts if part in known)


def _refuse_own(session: Reading, asker: Asker, after: Values, does: str) -> None:
    project = _project(session, after["project_id"])
    if asker.person and project and project.manager_id == asker.person:
        raise Refused(f"Nobody {does}. Ask the sponsor, or whoever is named as the gate's decider.")


def _project(session: Reading, project_id: Any) -> Any:
    of = table(Project).c
    return session.execute(sa.select(of.manager_id, of.sponsor_id).where(of.id == project_id)).first()


def _refuse_bare_declaration(session: Reading, asker: Asker, before: Values, after: Values, today: date) -> None:
    """A declared colour, cost or end that differs from the computed one says why, and until when it holds."""
    told = [n for n in ("declared_colour", "declared_cost", "declared_finish") if after[n] != before.get(n) and after[n] not in (None, "not declared")]
    if not told or not asker.person:
        return
    computed = _computed_colour(session, asker, before, today) if told == ["declared_colour"] else "another"
    if computed in ("", after["declared_colour"]):
        return
    what = "colour" if told == ["declared_colour"] else "forecast"
    is_new = {n for n in ("declared_reason", "declared_until") if after[n] and after[n] != before.get(n)}
    if "declared_reason" not in is_new or (after["declared_until"] or today) <= today:
        differs = f"By its records {before.get('key', 'it')} is {computed}. To" if what == "colour" else "To"
        example = f"declare {before.get('key', 'Apollo')} {after['declared_colour']} until {today.year + 1}-01-31 because the supplier confirmed the date"
        raise BadInput(f"{differs} declare another {what} than the computed one, say why and until when, such as “{example}”.")


def _computed_colour(session: Reading, asker: Asker, before: Values, today: date) -> str:
    """The colour of the delivery by the records; empty when it cannot be known."""
    if not before.get("id"):
        return ""
    reader = Reader(session, asker)
    found = reader.find(Query(Project, (Where("id", "is", before["id"]),)))
    tone = verdicts.delivery(Book(reader, found, today), found[0]).tone if found else "plain"
    return "" if tone == "plain" else tone
