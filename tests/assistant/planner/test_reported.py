"""What somebody else says of the work."""
import pytest

from assistant.calling import Past
from assistant.planner.reworded.reported import as_told
from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("text", "told"), [
    ("Jonas told me Vienna is at 80%", "Vienna is at 80%"), ("scanners: Scanfix says delivery on 11 December", "scanners: delivery on 11 December"),
    ("T-8: Dev says 20% done", "T-8: 20% done"), ("the supplier says that it will be 3 weeks late", "it will be 3 weeks late"),
    ("stand-up: T-5 is done", "T-5 is done"),
])
def test_what_somebody_says_of_the_work_is_told(text: str, told: str) -> None:
    assert as_told(text) == told


@pytest.mark.parametrize(("text", "told"), [("Mia: load test started", "load test started"), ("Ben Okafor: order history at 70%", "order history at 70%"),
                                           ("Ben: finish the notes by Friday", "Ben: finish the notes by Friday"), ("Decision: it is done", "Decision: it is done")])
def test_a_name_before_what_is_told_is_only_who_says_it(text: str, told: str) -> None:
    assert as_told(text, ("Ben Okafor", "Mia Fischer")) == told


@pytest.mark.parametrize("text", ["who says that T-5 is done?", "the handbook says 5 days", "we said Friday", "they now say the 18th", "Ana says hello",
                                  "the supplier says delivery will be late by 2 weeks, log that as a risk",
                                  "what did Ben say about T-5?", "create a task for me in Apollo: read the report, by tomorrow"])
def test_who_says_nothing_of_the_work_stays(text: str) -> None:
    assert as_told(text) == text


def test_hours_are_theirs_who_worked_them_and_nobody_becomes_an_owner() -> None:
    (_, said), = planned("T-8 is at 20%, Dev used 5h").calls
    assert said["values"] == {"progress": "20%", "time entry": "5h today, worked by Dev"}


def test_hours_are_theirs_who_report_them() -> None:
    (_, said), = planned("T-8: Dev says 20% done, 5h used").calls
    assert said["values"]["time entry"] == "5h today, worked by Dev"


def test_more_hours_than_a_day_has_are_left_out_and_told() -> None:
    plan = planned("T-8: Dev says 20% done, 25h used")
    assert [said["values"] for _, said in plan.calls] == [{"progress": "20%"}]
    assert "25h are more than one day has" in plan.says


def test_what_they_say_is_the_promise_of_what_was_shown() -> None:
    shown = Past("show APOLLO-DP-1", "promised for: Tue 15 Dec 2026", (), ("APOLLO-DP-1",))
    (_, said), = planned("they now say the 18th", shown).calls
    assert (said["where"], said["values"]) == ({"key": "APOLLO-DP-1"}, {"promised for": "18 Dec 2026"})


@pytest.mark.parametrize(("text", "title"), [("task for Ana: risk review", "Risk review"), ("task for Ben: review the risks on Friday", "Review the risks")])
def test_a_label_with_whose_it_is_tells_the_kind(text: str, title: str) -> None:
    (_, said), = planned(text).calls
    assert (said["kind"], said["values"]["title"]) == ("task", title)
