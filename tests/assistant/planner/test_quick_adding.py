"""A task in signs."""
import pytest

from assistant.planner.reworded.quick_adding import in_words
from tests.assistant.planner.asking import NAMES, planned


def test_signs_are_put_into_fields() -> None:
    (tool, args), = planned("fix the footer *bug +Apollo !high @ben friday").calls
    assert tool == "create_record"
    assert args == {"kind": "task", "values": {"title": "Fix the footer", "project": "APOLLO", "owner": "Ben Okafor", "priority": "high", "type": "bug",
                                               "due": "friday"}}


def test_a_label_that_is_no_type_is_left_out_and_said() -> None:
    plan = planned("update the readme *docs +Apollo")
    assert plan.says == "Left out, because I found no field for it: label docs."
    assert plan.calls[0][1]["values"] == {"title": "Update the readme", "project": "APOLLO"}


@pytest.mark.parametrize("said", ["how is Apollo doing!", "what is 3 + 4?", "write to ben@northlight.example", "postpone T-12 by +3 days"])
def test_what_has_no_such_signs_stays(said: str) -> None:
    assert in_words(said, NAMES["project"], NAMES["person"]) == (said, "")
