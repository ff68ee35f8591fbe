"""What executives and finance ask: paybacks within a time, bills, what was spent on what, money of objectives, late benefits, two projects beside each other."""
from collections.abc import Mapping
from typing import Any

import pytest

from tests.assistant.planner.asking import planned, planned_once

WITHIN: tuple[tuple[str, str], ...] = (
    ("which of our investments pay back within three years?", "at most 3"),
    ("which investments earn their money back within 2 years?", "at most 2"),
    ("which projects break even within 24 months?", "at most 2"),
    ("what pays back in under 3 years?", "below 3"),
    ("which projects pay back in less than three years?", "below 3"),
    ("which projects take longer than 3 years to pay back?", "above 3"),
)
SPENT: tuple[tuple[str, Mapping[str, Any]], ...] = (
    ("how much have we spent on consultants this year?", {"words": "consultants", "group": "total amount"}),
    ("what has been spent on external consultants in 2026?", {"words": "external consultants", "group": "total amount"}),
    ("how much have we paid for licences?", {"words": "licences", "group": "total amount"}),
    ("where is the money going this quarter?", {"group": "total amount by project"}),
    ("where did our money go in October?", {"group": "total amount by project"}),
    ("spent this year per supplier", {"group": "total amount by supplier"}),
    ("how much was spent this quarter by project?", {"group": "total amount by project"}),
    ("how much have we ordered from each supplier?", {"group": "total amount by supplier"}),
)
UNPAID = ("list the unpaid bills", "which invoices are not paid yet?", "what do we still owe our suppliers?", "show me all bills that are still to be paid",
          "unpaid invoices per supplier", "what is unpaid per supplier?")
LATE = ("which benefits are late?", "which benefits are behind plan?", "which benefits are overdue?", "what benefits are not coming as planned?",
        "benefits behind schedule")


def only(text: str) -> Mapping[str, Any]:
    (call,) = planned_once(text).calls
    return call[1]


@pytest.mark.parametrize(("text", "condition"), WITHIN)
def test_a_figure_that_is_a_length_of_time_is_compared_with_one_in_any_unit(text: str, condition: str) -> None:
    assert only(text)["where"] == {"payback": condition}


@pytest.mark.parametrize(("text", "wanted"), SPENT)
def test_what_was_spent_on_a_thing_or_in_a_time_is_told_from_the_booked_costs_and_not_from_all_there_are(text: str, wanted: Mapping[str, Any]) -> None:
    said = only(text)
    assert said["kind"] == "cost entry"
    assert wanted.items() <= said.items()


@pytest.mark.parametrize("text", UNPAID)
def test_what_is_not_paid_is_what_is_ordered_and_that_nothing_tells_payment_is_said_below(text: str) -> None:
    assert only(text)["where"]["type"] == "commitment"
    assert "No record says whether a bill was paid" in planned_once(text).below


@pytest.mark.parametrize("text", LATE)
def test_a_benefit_is_late_where_it_should_have_brought_more_by_today(text: str) -> None:
    assert (only(text)["kind"], only(text)["where"]) == ("benefit", {"shortfall": "above 0"})


@pytest.mark.parametrize("text", ["which projects cost more than planned this month?", "which projects are over budget this month?"])
def test_a_figure_of_the_time_that_is_named_stands_before_that_of_all_times(text: str) -> None:
    assert only(text)["where"] == {"overrun this month": "above 0"}


@pytest.mark.parametrize("text", ["forecast at completion for all projects", "estimate at completion of every project", "what will each project cost in the end?",
                                  "give me the final cost forecast for all projects"])
def test_a_figure_of_every_project_is_one_list(text: str) -> None:
    assert (only(text)["kind"], only(text)["sort"].removeprefix("-")) == ("project", "EAC")


@pytest.mark.parametrize("text", ["compare Apollo and Dione", "how do Apollo and Dione compare?", "which is better, Apollo or Dione?"])
def test_two_projects_are_put_beside_each_other_in_one_answer(text: str) -> None:
    said = only(text)
    assert (said["project"], said["other"]) == ("APOLLO", "DIONE")


@pytest.mark.parametrize(("text", "order"), [("which goal gets the most budget?", "-budget"), ("which objective gets the least money?", "budget"),
                                             ("how much money goes to each objective?", "-budget"), ("money by objective", "-budget"),
                                             ("how is the money spread over our objectives?", "-budget"), ("which objective has the biggest budget?", "-budget"),
                                             ("how much did we spend on each objective?", "-actual cost")])
def test_money_of_objectives_is_that_of_their_projects(text: str, order: str) -> None:
    assert (only(text)["kind"], only(text)["sort"]) == ("objective", order)


def test_what_pays_into_an_objective_is_read_whole() -> None:
    plan = planned("all benefits that pay into OBJ-1")
    assert not plan.says
    assert plan.calls[0][1]["where"] == {"objective": "OBJ-1"}
