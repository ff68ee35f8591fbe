"""Who may decide what: nobody about their own project's gate, nobody in another's name, no colour against the computed one without a reason."""
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from records import verdicts
from records.access import refuse_of_others
from records.approving import refuse_request
from records.asker import Asker, Role
from records.computing import Book
from records.database import Reading
from records.errors import BadInput, Refused
from records.kinds import Baseline, BusinessCase, ChangeRequest, Comment, Criterion, Decision, Gate, Project, TimeEntry
from records.kinds import Mapping as OfFile
from records.kinds.base import Record, table
from records.query import Query, Where
from records.reading import Reader

Values = Mapping[str, Any]
OVER_ALL = {Role.executive, Role.admin}
SPEAKS: Mapping[type[Record], str] = {Comment: "author_id", TimeEntry: "person_id", OfFile: "person_id"}       # whose own these are


# What of a record is a decision: an import leaves it out where its asker may not take it.
DECIDES: Mapping[str, tuple[str, ...]] = {"changerequest": ("status", "requester_id"), "gate": ("decision",), "criterion": ("status",),
                                          "project": ("declared_colour", "declared_cost", "declared_finish"),
                                          "businesscase": ("status",), "comment": ("author_id",), "timeentry": ("person_id",),
                                          "decision": ("decider_id",), "absence": ("person_id",)}


def refuse_without_authority(session: Reading, asker: Asker, kind: type[Record], before: Values, after: Values, today: date) -> None:
    """Refuse what this asker may write, but not decide. Raises `Refused`, or `BadInput` when only a reason is missing."""
    refuse_of_others(kind, asker, before, after)
    if asker.person and kind in RULES:
        RULES[kind](_Case(session, asker, kind, before, after, today))


@dataclass(frozen=True)
class _Case:
    """One record before (empty: it is new) and after what somebody wants to do to it."""
    session: Reading
    asker: Asker
    kind: type[Record]
    before: Values
    after: Values
    today: date

    def changes(self, name: str, unsaid: object = None) -> bool:
        return bool(self.after[name] != self.before.get(name, unsaid))

    @property
    def moves(self) -> bool:
        return bool(self.before) and self.changes("project_id")

    @property
    def stood(self) -> Values:
        """The record by which a right is judged: as it was, or a new one as it would be."""
        return self.before or self.after


def _own(case: _Case) -> None:
    """Nobody speaks or books hours in another's name; the project's manager may book hours for the team."""
    who = {case.after[SPEAKS[case.kind]], case.before.get(SPEAKS[case.kind])} - {None, case.asker.person}
    project = _project(case.session, case.after["project_id"]) if case.kind is TimeEntry else None
    if who and Role.admin not in case.asker.roles and not (project and project.manager_id == case.asker.person):
        raise Refused(f"A {case.kind.kind.one} is its author's own: nobody writes or changes one in another's name.")


def _request(case: _Case) -> None:
    refuse_request(case.session, case.asker, case.before, case.after)


def _business_case(case: _Case) -> None:
    judged = {case.after["status"], case.before.get("status")} & {"approved", "rejected"}
    if case.changes("status", "draft") and judged and Role.value not in case.asker.roles:
        _refuse_own(case.session, case.asker, case.stood, "decides about the business case of their own project")


def _decision(case: _Case) -> None:
    """What somebody decided is written down by them, or by who manages projects."""
    others = case.after["decider_id"] not in (None, case.asker.person) and case.changes("decision", "")
    if others and not case.asker.roles & (OVER_ALL | {Role.manager, Role.value}):
        raise Refused("You may write down your own decisions; what others decided is written down by them or by the project's manager.")


def _gate(case: _Case) -> None:
    if case.changes("decider_id") and case.after["decider_id"] == case.asker.person and not _stands_over(case.session, case.asker, case.after):
        raise Refused("Nobody makes themselves the decider of a gate. Ask the sponsor or the PMO.")
    if case.changes("decision", "not decided") or (case.moves and case.before["decision"] != "not decided"):
        _refuse_own(case.session, case.asker, case.stood, "decides about a gate of their own project")


def _criterion(case: _Case) -> None:
    is_moved = case.moves or (bool(case.before) and case.changes("gate_id"))            # a waiver holds for the gate that it was given for
    if "waived" in (case.after["status"], case.before.get("status")) and (case.changes("status", "open") or is_moved):
        for judged in (case.stood, case.after):
            _refuse_own(case.session, case.asker, judged, "waives a criterion of their own project's gate")


def _baseline(case: _Case) -> None:
    if case.moves:
        raise Refused(f"{case.before['key']} was agreed for its project, and stays there.")


def _charter(case: _Case) -> None:
    if case.changes("sponsor_id") and case.after["sponsor_id"] == case.asker.person and not case.asker.roles & OVER_ALL:
        raise Refused("Nobody makes themselves the sponsor. Ask the PMO.")
    _refuse_bare_declaration(case.session, case.asker, case.before, case.after, case.today)


RULES: Mapping[type[Record], Callable[[_Case], None]] = {
    Comment: _own, TimeEntry: _own, OfFile: _own, ChangeRequest: _request, BusinessCase: _business_case, Decision: _decision, Gate: _gate,
    Criterion: _criterion, Baseline: _baseline, Project: _charter}


def _stands_over(session: Reading, asker: Asker, after: Values) -> bool:
    project = _project(session, after["project_id"])
    return bool(asker.roles & OVER_ALL) or bool(project and project.sponsor_id == asker.person)


def _refuse_own(session: Reading, asker: Asker, after: Values, does: str) -> None:
    project = _project(session, after["project_id"])
    gate = table(Gate).c
    decider = after.get("decider_id") if "decider_id" in after else session.execute(sa.select(gate.decider_id).where(gate.id == after["gate_id"])).scalar()
    may = asker.roles & OVER_ALL or (project and project.sponsor_id == asker.person) or decider == asker.person
    if not may or (project and project.manager_id == asker.person):
        raise Refused(f"Nobody {does}. Ask the sponsor, or whoever is named as the gate's decider.")


def _project(session: Reading, project_id: Any) -> Any:
    of = table(Project).c
    return session.execute(sa.select(of.manager_id, of.sponsor_id).where(of.id == project_id)).first()


def _refuse_bare_declaration(session: Reading, asker: Asker, before: Values, after: Values, today: date) -> None:
    """A declared colour, cost or end that differs from the computed one says why, and until when it holds."""
    declared = [n for n in ("declared_colour", "declared_cost", "declared_finish") if after[n] not in (None, "not declared")]
    is_bared = bool(before) and any(after[n] != before[n] for n in ("declared_reason", "declared_until"))
    told = declared if is_bared else [n for n in declared if after[n] != before.get(n)]
    if not told or not asker.person:
        return
    computed = _computed_colour(session, asker, before, today) if told == ["declared_colour"] else "another"
    if before and computed in ("", after["declared_colour"]):
        return
    what = "colour" if told == ["declared_colour"] else "forecast"
    is_new = {n for n in ("declared_reason", "declared_until") if after[n] and after[n] != before.get(n)}
    if "declared_reason" not in is_new or (after["declared_until"] or today) <= today:
        known = f"By its records {before['key']} is {computed}." if before else "Nothing is computed of a new project yet."
        differs = f"{known} To" if what == "colour" else "To"
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
