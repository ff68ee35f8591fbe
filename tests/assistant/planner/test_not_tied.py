"""What a follow-up points at is part of what is looked up, or it is told that it is not."""
import pytest

from assistant.calling import Call, Past
from tests.assistant.planner.asking import planned

NOTICE = "I could not tie"
RISKS = Past("which risks have no owner?", "", (Call("find_records", {"kind": "risk", "where": {"owner": "empty"}}),), keys=("APOLLO-R-3", "FORTUNA-R-1"))
LIVE = Past("when is the portal live?", "", (Call("show_record", {"record": "APOLLO-MS-4"}),), keys=("APOLLO-MS-4",))


@pytest.mark.parametrize(("past", "text", "words"), [
    (RISKS, "And which of those costs the most?", "which of those"), (LIVE, "And what's holding it up?", "it"),
    (LIVE, "What have I got that week?", "that week")])
def test_what_is_pointed_at_and_not_looked_up_is_told(past: Past, text: str, words: str) -> None:
    plan = planned(text, past)
    assert plan.calls
    assert plan.says.startswith(f"{NOTICE} “{words}”")


@pytest.mark.parametrize(("past", "text"), [
    (RISKS, "which of those are on Apollo?"), (RISKS, "show the second one"), (LIVE, "who owns it?"), (LIVE, "when was it last changed?"),
    (RISKS, "how is Corvus doing, and who is on it?"), (LIVE, "how is the portfolio doing?")])
def test_what_is_looked_up_of_what_was_shown_is_not(past: Past, text: str) -> None:
    assert NOTICE not in planned(text, past).says


def test_a_first_message_points_at_nothing_before_it() -> None:
    assert NOTICE not in planned("which of those costs the most?").says
