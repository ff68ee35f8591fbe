"""What is told beside a change is none of its values, and a change that waits for something or is set against another is not proposed."""
from collections.abc import Mapping

import pytest

from tests.assistant.planner.asking import WRITING, planned


@pytest.mark.parametrize(("text", "values", "left"), [
    ("APOLLO-T-10 is due on Monday, Dev has the data ready.", {"due": "Monday"}, "Dev has the data ready"),
    ("Make Sofia the manager of Fortuna, Carla has too much.", {"manager": "Sofia"}, "Carla has too much"),
    ("Risk APOLLO-R-4 never happened and the environment is ours until March, close it.", {"status": "closed"}, "environment is ours until March")])
def test_what_is_told_beside_a_change_is_left_out_and_said_so(text: str, values: Mapping[str, str], left: str) -> None:
    plan = planned(text)
    (_, args), = plan.calls
    assert args["values"] == values
    assert left in plan.says


@pytest.mark.parametrize("text", [
    "APOLLO-R-2 can be closed once the weekend plan is signed.", "mark APOLLO-T-5 done as soon as the test has passed",
    "APOLLO-T-6 isn't blocked by Scanfix but by purchasing.", "APOLLO-T-7 will take 10 hours more than estimated.",
    "I need 4 hours for APOLLO-T-12 tomorrow.", "The comment on APOLLO-T-9 is wrong, legal answered on Monday.", "APOLLO-T-9 has not been answered for two weeks.",
    "Ben is worried about APOLLO-T-5", "Elena is happy with CORVUS-CR-1 now",
    "We measured 21,000 kWh less at Elara last month, can you record that on the energy benefit?", "The lamps for Zurich will cost 2,000 more than planned."])
def test_what_is_only_told_or_waits_for_something_changes_nothing(text: str) -> None:
    plan = planned(text)
    assert not any(name in WRITING for name, _ in plan.calls)
    assert plan.says


@pytest.mark.parametrize(("text", "values"), [
    ("APOLLO-T-5 is done and Ben has APOLLO-T-6", None), ("APOLLO-T-12 needs 4 hours", {"hours": "4 hours"}),
    ("Ben takes APOLLO-T-5, he has time", {"owner": "Ben"}), ("APOLLO-T-5 is due on Monday", {"due": "Monday"}),
    ("APOLLO-T-5 slipped, it is due on Monday now", {"due": "Monday"})])
def test_what_is_plainly_said_is_changed(text: str, values: Mapping[str, str] | None) -> None:
    plan = planned(text)
    assert plan.calls
    assert values is None or plan.calls[0][1]["values"] == values


@pytest.mark.parametrize(("text", "where"), [
    ("everything of Ben's that's due this week goes to Mia", {"owner": "Ben", "due": "this week"}),
    ("give everything of Ben that is due this week to Mia", {"owner": "Ben", "due": "this week"}),
    ("all my tasks which are due next week go to Mia", {"owner": "me", "due": "next week"})])
def test_the_day_by_which_records_are_due_tells_which_are_meant(text: str, where: Mapping[str, str]) -> None:
    (_, args), = planned(text).calls
    assert {n: args["where"].get(n) for n in where} == where
    assert args["values"] == {"owner": "Mia"}


@pytest.mark.parametrize("text", ["APOLLO-R-3 has happened. Please log that as an issue for Dev due Friday.", "APOLLO-R-3 has materialised, raise an issue for Dev",
                                  "APOLLO-R-3 came true. Can you log it as an issue for Dev?", "APOLLO-R-3 happened. Close it and open an issue for Dev."])
def test_a_risk_that_has_happened_becomes_an_issue(text: str) -> None:
    (_, change), (_, new) = planned(text).calls
    assert change["values"] == {"status": "triggered"}
    assert (new["kind"], new["values"]["owner"], new["values"]["risk"]) == ("issue", "Dev", "APOLLO-R-3")


def test_a_name_is_what_it_is_to_be_called() -> None:
    (_, args), = planned("Corvus and Borealis belong together, make a programme of them called Smart Logistics.").calls
    assert args["values"]["name"] == "Smart Logistics"
