"""The first sentence of a list says the news: how many are late, by how much and whose; what is next; what holds up; what is highest; what was settled last."""
from collections.abc import Mapping

import pytest

from reports.blocks import Table, Text
from tests.tools.conftest import LayDesk
from tools.base import Result
from tools.desk import Desk
from tools.find_records import find_records
from tools.show_record import show_record

OPEN = {"status": "not done, cancelled"}


@pytest.fixture
def desk(desk_of: LayDesk) -> Desk:
    return desk_of("paula")


def found(desk: Desk, kind: str, where: Mapping[str, str], **more: object) -> tuple[str, Table | None]:
    made = find_records.call(desk, {"kind": kind, "where": dict(where), **more})
    assert isinstance(made, Result)
    texts, tables = ([b for b in made.blocks if isinstance(b, of)] for of in (Text, Table))
    return " ".join(b.text for b in texts if isinstance(b, Text)), next((b for b in tables if isinstance(b, Table)), None)


def test_what_is_overdue_leads_with_how_many_the_longest_and_whose_they_are(desk: Desk) -> None:
    said, table = found(desk, "task", {"due": "before today", **OPEN})
    assert said == ("5 tasks are overdue, the longest APOLLO-T-5 Build the customer account pages, by 20 days (Ben Okafor). "
                    "By owner: Ben Okafor 3, Ana Ruiz 1, Jonas Keller 1.")
    assert table is not None
    assert table.columns[-1] == "days late"
    assert [row[-1] for row in table.rows] == ["20", "9", "5", "5", "2"]


def test_one_that_is_overdue_is_told_in_one_sentence(desk: Desk) -> None:
    assert found(desk, "task", {"due": "before today", "project": "Corvus", **OPEN})[0] == (
        "1 task is overdue: CORVUS-T-4 Clean the article data, by 2 days (Jonas Keller).")


def test_a_look_that_is_overdue_is_said_to_be_one(desk: Desk) -> None:
    assert found(desk, "risk", {"review": "before today", "status": "not closed"})[0] == (
        "1 risk is overdue for review: APOLLO-R-1 The identity supplier may deliver late, by 8 days (Ben Okafor).")


def test_what_is_due_in_a_time_leads_with_what_is_late_already_and_what_is_next(desk: Desk) -> None:
    assert found(desk, "task", {"due": "this week", **OPEN})[0].startswith(
        "2 tasks, 1 of them late already: CORVUS-T-4 Clean the article data, by 2 days (Jonas Keller). "
        "Next: APOLLO-T-17 Fix the timeout in the order search on Fri 20 Nov 2026, in 2 days (Ben Okafor).")


def test_what_is_blocked_leads_with_what_by_and_whose(desk: Desk) -> None:
    assert found(desk, "task", {"status": "blocked"})[0].startswith(
        "2 tasks are blocked: APOLLO-T-9 Agree the privacy notice with legal (waiting for the legal department; Ana Ruiz); CORVUS-T-6")


def test_high_risks_lead_with_the_highest(desk: Desk) -> None:
    assert found(desk, "risk", {"score": "at least 16", "status": "not closed"})[0].startswith(
        "3 risks with a score of at least 16, the highest APOLLO-R-1 The identity supplier may deliver late, score 20 (Ben Okafor).")


def test_what_was_settled_stands_newest_first_with_its_day_and_not_the_one_to_keep(desk: Desk) -> None:
    said, table = found(desk, "task", {"status": "done", "project": "Apollo"})
    assert said.startswith("4 tasks, the newest APOLLO-T-3 Design the page templates (done on Thu 24 Sep 2026, Dev Patel).")
    assert table is not None
    assert ("due" in table.columns, "done on" in table.columns) == (False, True)
    said, table = found(desk, "change request", {"status": "approved"})
    assert "decide by" not in said
    assert "APOLLO-CR-1 Replace the search engine (decided on Fri 9 Oct 2026, Elena Marsh)." in said


def test_an_order_that_is_asked_for_stays(desk: Desk) -> None:
    _, table = found(desk, "task", {"status": "done", "project": "Apollo"}, sort="title")
    assert table is not None
    assert [row[1] for row in table.rows] == sorted(row[1] for row in table.rows)


def test_milestones_that_slipped_lead_with_the_furthest(desk: Desk) -> None:
    assert found(desk, "milestone", {"slip": "above 0", "actual": "empty"})[0].startswith(
        "5 milestones are later than planned, the furthest APOLLO-MS-4 Portal live, by 15 days.")


def test_a_list_that_is_narrowed_to_nothing_of_the_kind_has_no_news(desk: Desk) -> None:
    assert not found(desk, "risk", {"project": "Apollo"})[0]


def test_the_day_of_what_is_settled_is_told_with_that(desk: Desk) -> None:
    made = show_record.call(desk, {"record": "APOLLO-T-3", "field": "due"})
    assert isinstance(made, Result)
    first = made.blocks[0]
    assert isinstance(first, Text)
    assert first.text == "APOLLO-T-3 Design the page templates: due Fri 18 Sep 2026; done already, on Thu 24 Sep 2026."
