"""A task in signs."""
import pytest

from assistant.planner.reworded.quick_adding import in_words
from tests.assistant.planner.asking import NAMES, planned


def test_signs_are_put_into_fields() -> None:
    (tool, args), = planned("fix the footer *bug +Apollo !high @ben friday").calls
    assert tool == "create_record"
    assert args == {"kind": "task", "values": {"title": "Fix the footer", "project": "APOLLO", "owner": "Ben Okafor", "priority": "high", "type": "bug",
                                               "due": "friday"}}


def test_labels_that_are_no_type_are_the_labels_of_the_task() -> None:
    plan = planned("update the readme *docs *web +Apollo")
    assert not plan.says
    assert plan.calls[0][1]["values"] == {"title": "Update the readme", "project": "APOLLO", "labels": "docs, web"}


@pytest.mark.parametrize(("signs", "priority"), [("!!", "high"), ("!!!", "critical"), ("!1", "critical"), ("!low", "low")])
def test_signs_of_exclamation_are_a_priority(signs: str, priority: str) -> None:
    assert planned(f"+Apollo @Ben fix header on mobile, tomorrow {signs}").calls[0][1]["values"]["priority"] == priority


def test_a_risk_is_graded_in_short() -> None:
    values = planned("risk on Apollo: owners want a higher price, 4/5").calls[0][1]["values"]
    assert (values["title"], values["probability"], values["impact"]) == ("Owners want a higher price", "4", "5")


@pytest.mark.parametrize("said", ["how is Apollo doing!", "what is 3 + 4?", "write to ben@northlight.example", "postpone T-12 by +3 days"])
def test_what_has_no_such_signs_stays(said: str) -> None:
    assert in_words(said, NAMES["project"], NAMES["person"]) == (said, "")
