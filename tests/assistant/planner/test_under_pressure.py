"""What people ask and order in one breath when they have little time: each part is answered, waits for the other, or is told as left out."""
import pytest

from assistant.calling import Call, Past
from assistant.planner.heard.day_after import with_day_after
from assistant.planner.heard.wording import NOT_USED
from tests.assistant.planner.asking import TODAY, WRITING, planned

LATE = "before today"


@pytest.mark.parametrize("text", [
    "Everything overdue on Apollo, worst first, and who has to move?", "What is late on Apollo and who has to move?", "Show me all that is overdue on Apollo",
    "Give me whatever is behind schedule on Apollo, worst first, with the person who has to move."])
def test_all_that_is_late_is_a_list_of_tasks_with_who_has_them(text: str) -> None:
    (name, args), = planned(text).calls
    assert (name, args["kind"], args["where"]["due"], args["where"]["project"]) == ("find_records", "task", LATE, "APOLLO")


@pytest.mark.parametrize(("text", "where"), [
    ("Which risks have nobody looking after them, and how bad are they?", {"owner": "empty"}),
    ("which tasks are late, and how late are they?", {"due": LATE, "status": "not done, cancelled"})])
def test_how_bad_or_how_late_something_is_narrows_no_list(text: str, where: dict[str, str]) -> None:
    plan = planned(text)
    assert (plan.calls[0][1]["where"], plan.later.split()[0]) == (where, "how")


@pytest.mark.parametrize(("text", "day"), [
    ("I won't get APOLLO-T-7 done by Friday, the invoices eat all my time. Can it go to Tuesday?", "Tuesday"),
    ("We won't have APOLLO-T-7 ready for the 14th, so can it wait till 18 December?", "18 December"),
    ("I can't finish APOLLO-T-7 by Friday. Could we have until next Wednesday?", "next Wednesday")])
def test_a_day_that_is_asked_for_after_one_that_cannot_be_is_the_new_one(text: str, day: str) -> None:
    (name, args), = planned(text).calls
    assert (name, args["where"], args["values"]["due"]) == ("change_records", {"key": "APOLLO-T-7"}, day)


def test_something_new_of_another_kind_is_made_beside_the_first() -> None:
    plan = planned("New risk on Apollo: the patent may expire in 2028, probability 3, impact 4, Ben should own it. And add a task for him to check it by Friday next week.")
    assert [(args["kind"], args["values"]["owner"]) for _, args in plan.calls] == [("risk", "Ben"), ("task", "Ben")]
    assert "response due" not in plan.calls[0][1]["values"]


@pytest.mark.parametrize(("text", "left"), [
    ("I'm new here, what is a gate and which one comes next?", "which one comes next"),
    ("Ben is drowning. What is on his plate till Christmas and what could someone else take?", "what could someone else take")])
def test_a_question_that_nothing_answers_is_told_beside_the_one_that_is(text: str, left: str) -> None:
    plan = planned(text)
    assert plan.calls
    assert NOT_USED.format(words=left) in plan.says


@pytest.mark.parametrize("text", ["If we approve APOLLO-CR-2, what does it cost us and how many days does it put on the finish?",
                                  "what does it cost us if the board takes APOLLO-CR-2?"])
def test_a_request_that_is_supposed_to_be_taken_is_worked_out_as_approved(text: str) -> None:
    assert planned(text).calls == (("what_if", {"supposing": "what if APOLLO-CR-2 is approved?", "record": "APOLLO-CR-2"}),)


def test_what_a_new_task_waits_for_is_told_where_it_cannot_start_before_that() -> None:
    plan = planned("Add a task on Apollo to write the invitation, by Friday next week, and it can't start before APOLLO-T-9 is done.")
    assert plan.calls[0][1]["values"]["title"] == "Write the invitation"
    assert "“it can't start before APOLLO-T-9" in plan.says


@pytest.mark.parametrize(("text", "calls"), [
    ("Did anyone log hours on Apollo last week?", (("find_records", {"kind": "time entry", "where": {"project": "APOLLO", "on": "last week"}, "sort": "-on"}),)),
    ("how long will APOLLO-T-8 take?", (("show_record", {"record": "APOLLO-T-8", "field": "hours"}),)),
    ("Who is waiting for me to finish something?", (("my_work", {"focus": "waiting"}),)),
    ("Which benefits depend on me?", (("find_records", {"kind": "benefit", "where": {"owner": "me"}}),))])
def test_other_words_for_the_usual_questions(text: str, calls: tuple[object, ...]) -> None:
    assert planned(text).calls == calls


def test_words_that_are_no_name_are_no_record() -> None:
    assert not planned("which discount rate do we use?").calls


@pytest.mark.parametrize(("text", "values"), [
    ("APOLLO-T-7 goes to Dev, and he has to have it done by the 18th of December.", {"owner": "Dev", "due": "18th of December"}),
    ("APOLLO-T-7 should go to Dev and she needs to get it finished by Friday", {"owner": "Dev", "due": "Friday"})])
def test_until_when_somebody_has_to_have_it_done_is_its_due_day_and_it_is_not_done(text: str, values: dict[str, str]) -> None:
    (_, args), = planned(text).calls
    assert args["values"] == values


def test_a_weekday_after_a_day_that_was_said_is_the_one_behind_that() -> None:
    assert with_day_after("Move T-7 to next Wednesday and T-6 to the Friday after.", TODAY) == "Move T-7 to next Wednesday and T-6 to 27 November 2026."
    assert with_day_after("Move T-6 to the Friday after the board meets.", TODAY) == "Move T-6 to the Friday after the board meets."


@pytest.mark.parametrize("text", ["do all tasks of Ben slip by three days?", "carla told me APOLLO-MS-2 slips by three days, can you check, and i need the reason too",
                                  "I heard that APOLLO-T-7 moves to Friday, could you verify that?"])
def test_what_is_to_be_checked_changes_nothing(text: str) -> None:
    assert not any(name in WRITING for name, _ in planned(text).calls)


def test_two_projects_that_are_put_next_to_each_other_are_compared() -> None:
    assert planned("put Corvus next to Borealis for me").calls == (("rank_portfolio", {"project": "CORVUS", "other": "BOREALIS"}),)


@pytest.mark.parametrize(("text", "where", "values"), [
    ("give every benefit without owner to me pls", {"owner": "nobody"}, {"owner": "me"}),
    ("high priority on every overdue task of Apollo", {"project": "APOLLO", "due": LATE, "status": "not done, cancelled"}, {"priority": "high"}),
    ("DIONE-T-8 should be called Invite the architects and the press", {"key": "DIONE-T-8"}, {"title": "Invite the architects and the press"})])
def test_orders_that_are_put_the_other_way_round(text: str, where: dict[str, str], values: dict[str, str]) -> None:
    (name, args), = planned(text).calls
    assert (name, args["where"], args["values"]) == ("change_records", where, values)


@pytest.mark.parametrize("text", ["45k for APOLLO-CR-2 is dear.", "20 days for APOLLO-CR-2 sounds like far too much"])
def test_what_somebody_thinks_of_an_amount_sets_none(text: str) -> None:
    assert not any(name in WRITING for name, _ in planned(text).calls)


@pytest.mark.parametrize(("text", "called"), [
    ("i need something on Zephyr that i can print, elena leaves at five", "status_report"), ("def of amber pls", "search_governance"),
    ("if Ben drops out for three weeks from monday, what slips?", "what_if"),
    ("Would it be possible to see all the tasks that nobody owns, whatever the project?", "find_records"),
    ("which benefits feed OBJ-1?", "find_records")])
def test_questions_in_words_of_people_in_a_hurry(text: str, called: str) -> None:
    assert planned(text).calls[0][0] == called


def test_until_somebody_does_something_makes_nobody_the_owner_and_is_told() -> None:
    plan = planned("Make me the owner of APOLLO-BN-2 until Ben finds somebody.")
    assert [args["values"] for _, args in plan.calls] == [{"owner": "me"}]
    assert "until Ben finds somebody" in plan.says


def test_a_field_that_is_set_behind_a_change_is_one_of_the_same_record() -> None:
    assert planned("Assign APOLLO-R-3 to Dev and set a review for next Monday.").calls == (
        ("change_records", {"kind": "risk", "where": {"key": "APOLLO-R-3"}, "values": {"owner": "Dev", "review": "next Monday"}}),)


@pytest.mark.parametrize(("text", "values"), [
    ("APOLLO-T-7 will take two days longer than planned", {"due": "back by two days"}), ("I finished APOLLO-T-7 yesterday evening", {
        "status": "done", "done on": "yesterday"})])
def test_what_takes_longer_is_moved_and_an_evening_is_of_its_day(text: str, values: dict[str, str]) -> None:
    plan = planned(text)
    assert (plan.calls[0][1]["values"], plan.says) == (values, "")


@pytest.mark.parametrize("text", ["Push APOLLO-T-7 to the Friday of that week", "Does Ben have time if APOLLO-T-10 is moved to December?",
                                  "I'm inclined to approve APOLLO-CR-2."])
def test_what_no_day_tells_and_what_is_no_order_changes_nothing(text: str) -> None:
    assert not any(name in WRITING for name, _ in planned(text).calls)


def test_a_morning_is_of_its_day_where_somebody_is_away_until_then() -> None:
    (_, args), = planned("Ben is away until Monday morning").calls
    assert args["values"] == {"person": "Ben", "start": "2026-11-18", "end": "2026-11-23"}


def test_a_gate_that_is_told_by_its_number_is_of_the_project_that_is_talked_of() -> None:
    apollo = Past("how is Apollo doing?", "", (Call("status_report", {"project": "APOLLO"}),), keys=("APOLLO",))
    (_, args), = planned("push gate 2 back by three days", apollo).calls
    assert args["where"] == {"project": "APOLLO", "title": "gate 2"}


@pytest.mark.parametrize(("text", "where"), [
    ("show me what I finished last month", {"status": "done", "owner": "me", "done on": "last month"}),
    ("is there anything Dev is waiting for?", {"status": "blocked", "owner": "Dev"}), ("Which projects have nobody as a sponsor?", {"sponsor": "empty"})])
def test_lists_that_are_asked_for_in_other_words(text: str, where: dict[str, str]) -> None:
    assert planned(text).calls[0][1]["where"] == where


def test_changes_to_the_budget_of_a_project_are_those_of_its_budget() -> None:
    assert planned("Show me every change made to the Apollo budget since the start").calls == (("what_changed", {"project": "APOLLO", "only": "budget"}),)
