"""Words into values and conditions: exact, or refused with how to say it."""
from datetime import date
from decimal import Decimal

import pytest

from records.errors import Ambiguous, BadInput, NotFound, Refused
from records.kinds import BudgetLine, CostEntry, Person, Project, Risk, Task
from records.kinds.base import Record
from records.query import Where
from tests.tools.conftest import LayDesk


@pytest.mark.parametrize(("kind", "said", "value"), [
    (Task, {"due": "next Friday"}, {"due": date(2026, 11, 27)}), (Task, {"deadline": "2026-12-01"}, {"due": date(2026, 12, 1)}),
    (Task, {"due": "none"}, {"due": None}),
    (Task, {"hours": "6h"}, {"hours": 6.0}), (Task, {"effort": "2 days"}, {"hours": 16.0}), (Task, {"progress": "60 %"}, {"progress": 60}),
    (Task, {"status": "finished"}, {"status": "done"}), (Task, {"owner": "nobody"}, {"owner_id": None}), (Task, {"owner": "me"}, {"owner_id": 2}),
    (Risk, {"probability": "likely", "impact": "high"}, {"probability": 4, "impact": 4}), (Risk, {"probability": "3"}, {"probability": 3}),
    (BudgetLine, {"amount": "€12.5k"}, {"amount": Decimal(12_500)}), (BudgetLine, {"amount": "1,234.50"}, {"amount": Decimal("1234.50")}),
])
def test_values_are_read_as_they_are_meant(desk_of: LayDesk, kind: type[Record], said: dict[str, str], value: dict[str, object]) -> None:
    assert desk_of("ana").values(kind, said) == value


@pytest.mark.parametrize(("said", "day"), [
    ({"type": "commitment", "on": "1 Dec"}, date(2026, 12, 1)), ({"on": "1 Dec", "type": "forecast"}, date(2026, 12, 1)), ({"on": "1 Oct"}, date(2026, 10, 1)),
    ({"on": "Monday"}, date(2026, 11, 16)), ({"on": "1 Dec 2025"}, date(2025, 12, 1)), ({"on": "12 March"}, date(2026, 3, 12))])
def test_what_is_only_ordered_is_paid_on_a_day_to_come(desk_of: LayDesk, said: dict[str, str], day: date) -> None:
    assert desk_of("paula").values(CostEntry, said)["on"] == day


def test_a_day_that_is_long_over_and_soon_again_is_asked_about(desk_of: LayDesk) -> None:
    with pytest.raises(Ambiguous, match="1 December 2025 or 1 December 2026"):
        desk_of("paula").values(CostEntry, {"on": "1 Dec"})


def test_a_date_may_count_from_the_one_there_is(desk_of: LayDesk) -> None:
    desk = desk_of("ana")
    task = desk.named(Task, "T-12")
    assert task.due == date(2026, 11, 24)
    assert [desk.values(Task, {"due": said}, task)["due"] for said in ("a week later", "the Monday after", "two days earlier")] == [
        date(2026, 12, 1), date(2026, 11, 30), date(2026, 11, 22)]


@pytest.mark.parametrize(("kind", "said", "why"), [
    (Task, {"due": "31 February"}, "no such date"), (Task, {"due": "soonish"}, "no date I can read"), (Task, {"status": "shiny"}, "choose backlog"),
    (Task, {"colour": "red"}, "has no “colour”"),
    (Task, {"hours": "many"}, "no hours I can read"), (BudgetLine, {"project": "Apollo", "amount": "$500"}, "keeps its money in EUR")
])
def test_what_cannot_be_read_is_refused_with_how_to_say_it(desk_of: LayDesk, kind: type[Record], said: dict[str, str], why: str) -> None:
    with pytest.raises(BadInput, match=why):
        desk_of("ana").values(kind, said)


@pytest.mark.parametrize(("kind", "said", "where"), [
    (Task, {"status": "not done, cancelled"}, [Where("status", "not in", ("done", "cancelled"))]),
    (Task, {"due": "before today"}, [Where("due", "before", date(2026, 11, 18))]),
    (Task, {"due": "this week"}, [Where("due", "at least", date(2026, 11, 16)), Where("due", "at most", date(2026, 11, 22))]),
    (Task, {"owner": "nobody"}, [Where("owner_id", "empty")]), (Task, {"owner": "Ana, Ben"}, [Where("owner_id", "in", (2, 3))]),
    (Risk, {"score": "above 12"}, [Where("score", "after", 12)]),
    (Task, {"title": "invoice"}, [Where("title", "has", "invoice")]), (Task, {"due": "empty"}, [Where("due", "empty")]),
])
def test_conditions_are_read_as_they_are_meant(desk_of: LayDesk, kind: type[Record], said: dict[str, str], where: list[Where]) -> None:
    assert list(desk_of("ana").query(kind, said).where) == where


def test_a_figure_among_the_conditions_is_computed_afterwards(desk_of: LayDesk) -> None:
    desk = desk_of("ana")
    assert [(h.figure.name, h.op, h.number) for h in desk.having(Project, {"CPI": "below 0.9"})] == [("cpi", "before", Decimal("0.9"))]
    assert [h.figure.name for h in desk.having(Person, {"load": "above 100"})] == ["load"]


def test_a_narrow_field_is_no_condition_for_who_may_not_see_it_and_who_may_is_said(desk_of: LayDesk) -> None:
    with pytest.raises(Refused, match="As a member you may not see the amount of a budget line; a project manager"):
        desk_of("ben").query(BudgetLine, {"amount": "above 1000"})


def test_a_hidden_project_cannot_be_a_condition(desk_of: LayDesk) -> None:
    with pytest.raises(NotFound):
        desk_of("ben").query(Task, {"project": "Zephyr"})
