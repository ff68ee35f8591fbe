"""Who has too much to do, who could help, what waits for others, what one's own record became: however it is said."""
from typing import Any

import pytest

from assistant.calling import Call, Past
from assistant.planner.heard.wording import NO_REASONS, SUPPOSED_ALONE, WAITS_TOLD
from assistant.planner.reworded.asked_of_people import asked_of_people
from assistant.planner.reworded.given_to_each import given_to_each
from assistant.planner.reworded.told_in_two import told_in_two
from tests.assistant.planner.asking import planned

BLOCKED = ("find_records", {"kind": "task", "where": {"status": "blocked", "owner": "me"}})


def calls(text: str, *past: Past) -> list[tuple[str, dict[str, Any]]]:
    return [(name, dict(args)) for name, args in planned(text, *past).calls]


@pytest.mark.parametrize(("said", "asked"), [
    ("Does anyone have more on their plate next week than they have hours for?", "who is overloaded next week?"),
    ("who has more work than hours in December?", "who is overloaded in December?"),
    ("does somebody have more to do this week than they can handle?", "who is overloaded this week?"),
    ("whose plate is too full next week?", "who is overloaded next week?"),
    ("who has too much on their plate?", "who is overloaded?"),
    ("Nobody owns the training and the hosting contract, who would have time for them in December?", "who has time in December?"),
    ("who would have time for the service desk training in December?", "who has time in December?"),
    ("Who could help Ben? He has three overdue tasks", "Who could help Ben?"),
    ("how much of my time is already taken this week and next?", "how full am I this week and next week?"),
    ("Are my benefits on course?", "show my benefits"),
    ("How much have we spent so far and how much is left, project by project?", "show all projects with budget, actual cost and budget left")])
def test_it_is_asked_in_the_usual_words(said: str, asked: str) -> None:
    assert asked_of_people(said) == asked


@pytest.mark.parametrize("said", [
    "Nobody owns the hosting contract", "who has more than five tasks?", "who has time for 8 hours next week?", "Who could help Ben? Move T-5 to Friday",
    "how full am I next week?", "how much have we spent so far?", "who has too much to lose?"])
def test_anything_else_stays(said: str) -> None:
    assert asked_of_people(said) == said


@pytest.mark.parametrize(("text", "amount"), [
    ("Who decides a change that costs more than 20,000?", "20,000"), ("whose decision is a change over 60k?", "60,000 EUR"),
    ("who signs off changes above 50,000 EUR?", "50,000 EUR"), ("Who is allowed to approve a change request worth 3,000?", "3,000")])
def test_who_decides_an_amount_is_told_by_the_limits(text: str, amount: str) -> None:
    assert calls(text) == [("search_governance", {"question": f"who approves a change request of {amount}?"})]


def test_who_approved_such_a_change_is_another_question() -> None:
    assert calls("who approved the change of 12,000 euros?") != [("search_governance", {"question": "who approves a change request of 12,000 euros?"})]


@pytest.mark.parametrize("text", ["Is anyone waiting for something from me?", "who waits for anything from me?", "who is waiting for me?"])
def test_who_waits_is_told_of_what_waits(text: str) -> None:
    assert calls(text) == [("my_work", {"focus": "waiting"})]


@pytest.mark.parametrize("text", ["Which of my tasks depend on somebody else finishing first?", "do any of my tasks wait for somebody else?",
                                  "what do my tasks depend on?"])
def test_what_waits_for_others_is_told_by_the_links_and_by_what_is_blocked(text: str) -> None:
    plan = planned(text)
    assert list(plan.calls) == [("find_records", {"kind": "schedule link", "where": {"successor": "my open tasks"}}), BLOCKED]
    assert plan.says == WAITS_TOLD


def test_which_tasks_are_blocked_is_no_question_of_the_links() -> None:
    assert calls("which of my tasks are blocked?") == [BLOCKED]


@pytest.mark.parametrize("text", ["why was T-16 cancelled?", "Why did we cancel APOLLO-T-16?", "how come APOLLO-T-16 was moved twice?"])
def test_why_a_record_became_what_it_is_has_no_reason_in_the_log(text: str) -> None:
    plan = planned(text)
    assert ([name for name, _ in plan.calls], plan.says) == (["show_record"], NO_REASONS)


def test_why_it_is_blocked_is_told_by_its_record() -> None:
    assert calls("why is APOLLO-T-16 blocked?") == [("show_record", {"record": "APOLLO-T-16", "field": "blocked by"})]


def test_my_own_reviews_are_mine() -> None:
    (_, log), (_, risks) = calls("When did I last look at my risks?")
    assert (log, risks["where"]["owner"]) == ({"only": "risk review", "person": "me"}, "me")


def test_what_falls_due_right_after_days_away_is_listed_too() -> None:
    (_, due), _ = calls("I'm out next Monday and Tuesday, what of mine is due on those days or right after?")
    assert due["where"]["due"] == "2026-11-23 to 2026-12-01"


def test_the_things_of_somebody_away_are_no_tasks_only() -> None:
    found = calls("Sofia is off sick until the end of the month, which of her things fall due in that time?")
    assert [args["kind"] for _, args in found] == ["task", "risk", "issue", "absence"]


@pytest.mark.parametrize("text", ["which of the two needs me more this week?", "which of them is in worse shape?"])
def test_which_of_two_is_in_need_is_told_by_the_findings_of_both(text: str) -> None:
    beside = Past("compare Corvus and Borealis", "Corvus …", (Call("compare_projects", {"project": "CORVUS", "other": "BOREALIS"}),), ("CORVUS", "BOREALIS"))
    assert calls(text, beside) == [("status_report", {"project": key, "focus": "why"}) for key in ("CORVUS", "BOREALIS")]


@pytest.mark.parametrize(("text", "supposed", "field"), [
    ("Is APOLLO-T-10 going to start in time if APOLLO-T-7 only comes next week?", "APOLLO-T-7 only comes next week", "start"),
    ("will APOLLO-T-10 be done in time if APOLLO-T-7 takes two weeks longer?", "APOLLO-T-7 takes two weeks longer", "due"),
    ("If APOLLO-T-7 comes a week late, when does APOLLO-T-10 start?", "APOLLO-T-7 comes a week late", "start")])
def test_only_what_is_supposed_moves_and_the_other_is_shown(text: str, supposed: str, field: str) -> None:
    plan = planned(text)
    assert list(plan.calls) == [("what_if", {"supposing": f"what if {supposed}?", "record": "APOLLO-T-7"}),
                                ("show_record", {"record": "APOLLO-T-10", "field": field})]
    assert plan.says == SUPPOSED_ALONE.format(words=supposed)


def test_what_happens_to_a_project_is_asked_of_the_supposition_itself() -> None:
    text = "what happens to Apollo if APOLLO-T-8 takes two weeks longer?"
    assert [args["supposing"] for _, args in calls(text)] == [text]


@pytest.mark.parametrize(("said", "order"), [
    ("Legal sends the notice back on Friday, so my task can't finish before next Tuesday - please move it",
     "Legal sends the notice back on Friday, so move it to next Tuesday"),
    ("I need until Friday and another 16 hours for T-4", "it is due Friday with 16 hours left for T-4")])
def test_a_day_that_is_only_told_is_the_day_it_moves_to(said: str, order: str) -> None:
    assert told_in_two(said) == order


def test_a_time_around_a_record_that_nothing_takes_is_told() -> None:
    assert "in the two weeks before the training" in planned("Who's the least busy of my people in the two weeks before the training?").says


@pytest.mark.parametrize(("said", "order"), [
    ("Give the Apollo one to Ana and the Fortuna one to Carla please", "Give the Apollo one to Ana and give the Fortuna one to Carla please"),
    ("assign T-5 to Dev, T-6 to Mia and T-7 to me", "assign T-5 to Dev and assign T-6 to Mia and assign T-7 to me"),
    ("assign T-5 to Dev and move it to Friday", "assign T-5 to Dev and move it to Friday"),
    ("give the invoice test and the load test to Ben", "give the invoice test and the load test to Ben")])
def test_what_is_given_to_several_is_given_to_each(said: str, order: str) -> None:
    assert given_to_each(said) == order


def test_a_note_on_it_is_one_on_what_was_shown_last() -> None:
    shown = Past("show APOLLO-T-9", "APOLLO-T-9 …", (Call("show_record", {"record": "APOLLO-T-9"}),), ("APOLLO-T-9",))
    (_, made), = calls("Put a note on it that legal promised it for Friday", shown)
    assert (made["values"]["about"], made["values"]["text"]) == ("APOLLO-T-9", "Legal promised it for Friday")
