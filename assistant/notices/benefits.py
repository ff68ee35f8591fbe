"""A benefit's owner is asked on its measurement date, also years after the project was closed: how much, by which evidence, and when next."""
from collections.abc import Iterator
from datetime import date, timedelta
import re

from assistant.forms import Field, Option
from assistant.notices.base import LATER, Case, Item, Office, Outcome, Press, Sort, kept, labelled, later, packed, project_name, row_of, who_may
from records.errors import NotFound
from records.kinds import Benefit, Measurement
from records.kinds.benefit import ENDED
from records.notices import Due, Notice
from records.proposals import Change, Create, Wish
from records.query import Query, Where
from records.reading import Reader
from reports.blocks import Card
from reports.telling import day
from tools.desk import Desk

YEAR = 365
STEPS = (("week", 7), ("month", 30), ("quarter", 91), ("half", 182), ("year", YEAR), ("annual", YEAR))


def _daily(office: Office) -> Iterator[Due]:
    due = (Where("review", "at most", office.today), Where("owner_id", "not empty"), Where("status", "not in", ENDED))
    for benefit in office.reader.find(Query(Benefit, due, sort="review", limit=None)):
        if not _measured(office.reader, benefit):
            yield Due(f"benefit:{benefit.id}:{benefit.review}:{benefit.owner_id}", "benefit", benefit.owner_id or 0, benefit.key)


def _told(desk: Desk, notice: Notice) -> Item | None:
    benefit = _still(desk, notice.about)
    if benefit is None:
        return None
    last = next(iter(desk.reader.find(Query(Measurement, (Where("benefit_id", "is", benefit.id),), sort="-on", limit=1))), None)
    money = {n: f"{getattr(benefit, n):,.0f}" for n in ("expected", "forecast", "realised") if getattr(benefit, n, None) is not None}
    lines = labelled(project=project_name(desk, benefit.project_id), promised=money.get("expected", ""), now_expected=money.get("forecast", ""),
                     realised_so_far=money.get("realised", ""), measured_by=benefit.measure, computed_by=benefit.formula,
                     aimed_at=f"{benefit.aim:g} {benefit.unit}" if benefit.aim is not None else "",
                     last_measured=f"{last.value:g} on {day(last.on)}" if last and last.value is not None else "")
    asked = f"How much has come of {benefit.key} {benefit.title}?"
    return Item(notice.id, (Card(f"{asked} Its measurement was due {day(benefit.review)}.", "plain", lines, (benefit.key,)),),
                (_measuring(desk, benefit), Press(LATER, "In a week")), benefit.version, asked)


def _measuring(desk: Desk, benefit: Benefit) -> Press:
    following = _following(benefit, desk.today)
    return Press("measure", "Measured…", (
        Field("value", _called(benefit), "line", required=True, hint="A number, as it was measured", most=40),
        Field("evidence", "Evidence: where does the number come from?", "text", required=True, most=500),
        Field("review", "Measure again on", "date", initial=Option(following.isoformat(), day(following)) if following else None)),
        "Measurement", "Confirm", is_main=True)


def _called(benefit: Benefit) -> str:
    if _is_money(benefit):
        return "Realised so far"
    return f"Value ({benefit.unit})" if benefit.unit else "Value"


def _measure(case: Case) -> Outcome:
    benefit = _still(case.desk, case.notice.about)
    if benefit is None:
        raise NotFound(f"{case.notice.about} waits for no measurement of yours any more.")
    said = {n: case.said[n] for n in ("value", "evidence")}
    values = case.desk.values(Measurement, said)
    made = Create("measurement", {**values, "benefit_id": benefit.id, "project_id": benefit.project_id, "on": case.desk.today})
    review = case.said.get("review", "").strip()
    moved = Change("benefit", (benefit.key,), {"review": case.desk.values(Benefit, {"review": review})["review"] if review else None,
                                               **({"realised": values["value"]} if _is_money(benefit) else {})})

    def pass_on(wish: Wish) -> Due | None:
        to = who_may(case.desk, wish, benefit.project_id)
        return Due(f"wish:{case.notice.id}:{wish.kind if isinstance(wish, Create | Change) else ''}", "wish", to, benefit.key, case.desk.asker.person,
                   packed(wish=kept(wish))) if to else None

    return Outcome(f"The measurement of {benefit.key} is recorded.", (made, moved), pass_on=pass_on)


def _still(desk: Desk, key: str) -> Benefit | None:
    benefit = row_of(desk, Benefit, key)
    if benefit is None or benefit.owner_id != desk.asker.person or benefit.status in ENDED or benefit.review is None or benefit.review > desk.today:
        return None
    return None if _measured(desk.reader, benefit) else benefit


def _measured(reader: Reader, benefit: Benefit) -> bool:
    return bool(reader.count(Query(Measurement, (Where("benefit_id", "is", benefit.id), Where("on", "at least", benefit.review)))))


def _is_money(benefit: Benefit) -> bool:
    """Whether what is measured is the money that has come so far."""
    return benefit.type == "financial" and benefit.aim is None and not benefit.unit


def _following(benefit: Benefit, today: date) -> date | None:
    """When it is measured next, as its frequency says; a year on where it says nothing and realisation has not ended."""
    days = next((n for word, n in STEPS if re.search(word, benefit.frequency, re.I)), YEAR)
    following = today + timedelta(days=days)
    return None if benefit.end and following > benefit.end + timedelta(days=YEAR) else following


BENEFITS = Sort("benefit", _told, {"measure": _measure, LATER: later(7)}, {"measure": "You measured"}, daily=_daily)
