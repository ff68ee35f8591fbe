"""A message is parted into its thoughts, and never inside a title, a quotation, a condition or what only tells more of a thing."""
import pytest

from assistant.planner.meant.thoughts import last_thought
from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("text", "before", "said"), [
    ("What is stuck on Corvus and who has to move?", "What is stuck on Corvus?", "who has to move"),
    ("which tasks are late? push them by a week", "which tasks are late", "push them by a week"),
    ("The pilot moves to 12 January because two customers dropped out, so update the forecast", "The pilot moves to 12 January because two customers dropped out",
     "update the forecast"),
    ("I run the service desk: when will the portal go live?", "I run the service desk", "when will the portal go live"),
    ("Who is overbooked in December and who has time to spare?", "Who is overbooked in December?", "who has time to spare"),
    ("How many tasks are overdue per project, and per person?", "How many tasks are overdue per project?", "per person"),
    ("Both visits fell through, so drop that task and lower the business case to 16 hours.", "Both visits fell through, so drop that task",
     "lower the business case to 16 hours")])
def test_a_message_is_parted_before_its_last_thought(text: str, before: str, said: str) -> None:
    thought = last_thought(text)
    assert thought is not None
    assert (thought.before.rstrip("?"), thought.said) == (before.rstrip("?"), said)


@pytest.mark.parametrize("text", [
    "which tasks are late and not started?", "tasks that are late and which nobody owns", "if T-12 is late, move it to Friday", "Compare Apollo and Corvus on cost and finish date",
    "put a decision on the agenda: should we continue Dione?", "Ben is overloaded, would you?", "it is raining, what a day", "when T-9 is done, close the risk",
    "new task “write the plan, and who owns it?” for Ben", "the change requests and set dates of Corvus"])
def test_what_is_one_thought_is_not_parted(text: str) -> None:
    assert last_thought(text) is None


def test_a_second_question_is_answered_beside_the_first() -> None:
    plan = planned("what slipped on Apollo since Monday and which tasks are blocked?")
    assert [name for name, _ in plan.calls] == ["what_changed", "find_records"]


def test_what_leans_on_the_first_waits_until_that_is_shown() -> None:
    plan = planned("which risks on Apollo are open and which of them have no owner?")
    assert (len(plan.calls), plan.later) == (1, "which of them have no owner")


def test_a_question_about_a_change_does_not_become_a_value_of_it() -> None:
    plan = planned("T-12 is blocked because the keys are missing, so set it to blocked and tell me what hangs on it")
    assert plan.calls[0][1]["values"] == {"status": "blocked", "blocked by": "the keys are missing"}
    assert plan.calls[1:] == (("find_records", {"kind": "schedule link", "where": {"predecessor": "T-12"}}),)


def test_who_is_told_of_it_is_left_to_the_asker() -> None:
    plan = planned("close T-12 and let Ana know")
    assert plan.calls == (("change_records", {"kind": "task", "where": {"key": "T-12"}, "values": {"status": "done"}}),)
    assert "“let Ana know” is left to you" in plan.says


def test_a_wish_only_to_write_it_down_is_left_aside() -> None:
    plan = planned("T-12 is blocked by the missing keys, please enter that")
    assert plan.calls == (("change_records", {"kind": "task", "where": {"key": "T-12"}, "values": {"status": "blocked", "blocked by": "the missing keys"}}),)
    assert not plan.says


def test_what_comes_next_is_not_what_is_done() -> None:
    plan = planned("finished T-9, took me 2h, next is T-12")
    assert {args["where"]["key"] for _, args in plan.calls} == {"T-9"}
    assert "“next is T-12”" in plan.says
