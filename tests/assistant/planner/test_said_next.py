"""What is said next of what was shown, changed or proposed: who changed those and why, one more like it, and whether it went through."""
from typing import Any

import pytest

from assistant.calling import Call, Past
from assistant.planner.heard.plan import Asked
from assistant.planner.heard.wording import HAS_GONE_THROUGH, NO_REASONS, NOT_USED, NOT_YET_WRITTEN, OF_WHAT, STANDS_WITH, WAS_NOT_WRITTEN, WHICH_OTHER
from records.kinds import Task
from tests.assistant.planner.asking import ALL, NAMES, TODAY, planned, planner
from tools.desk.holding import Holder

LATE = Past("list all milestones that are late", "3 milestones\n| a | b |", (Call("find_records", {"kind": "milestone", "where": {"slip": "above 0"}}),),
            ("APOLLO-MS-4", "APOLLO-MS-2", "CORVUS-MS-2"), named=(("APOLLO-MS-4", "Portal live"), ("APOLLO-MS-2", "Gate 2"), ("CORVUS-MS-2", "First hall")))
UNOWNED = Past("which risks have no owner?", "2 risks\n| a | b |", (Call("find_records", {"kind": "risk", "where": {"owner": "empty"}}),),
               ("FORTUNA-R-1", "APOLLO-R-3"), named=(("FORTUNA-R-1", "The parcels"), ("APOLLO-R-3", "The account data")))
RED = Past("which projects are red?", "2 projects\n| a | b |", (Call("find_records", {"kind": "project", "where": {"delivered well?": "off track"}}),),
           ("APOLLO", "ZEPHYR"), named=(("APOLLO", "Apollo"), ("ZEPHYR", "Zephyr")))
PLATE = Past("my tasks", "2 tasks", (Call("my_work", {}),), ("APOLLO-T-9", "APOLLO-T-14", "APOLLO-AS-1"))
CHANGES = Past("what changed on Apollo this week?", "9 changes\n| a | b |", (Call("what_changed", {"project": "APOLLO", "period": "this week"}),),
               ("APOLLO-T-14", "APOLLO-MS-2"))
TASK = {"kind": "task", "values": {"title": "Review the notice", "project": "APOLLO", "owner": "Ana Ruiz", "due": "in 5 working days"}}
WAITS = Past("task", "New task", (Call("create_record", TASK),), (), "pending", wish="New task")
MADE = (Past("task", "New task", (Call("create_record", TASK),), (), "applied", wish="New task"), Past("", "✓ Done", (), ("APOLLO-T-18",)))
MOVES = Past("move", "Change", (Call("change_records", {"kind": "task", "where": {"key": "CORVUS-T-4"}, "values": {"due": "24 November"}}),), (), "pending",
             wish="Change CORVUS-T-4")
PAID = Past("payments above 20,000", "21 cost entries\n| a | b |", (Call("find_records", {"kind": "cost entry", "where": {"amount": "above 20,000"}}),),
            ("APOLLO-C-9", "CORVUS-C-5"))
WEEKLY = Past("send me the report", "New schedule", (Call("create_record", {"kind": "schedule", "values": {"often": "every Monday at 8", "project": "Apollo"}}),),
              (), "pending", wish="New schedule")


def only(text: str, *past: Past) -> list[Any]:
    return [args.get("only") for tool, args in planned(text, *past).calls if tool == "what_changed"]


@pytest.mark.parametrize("text", ["who moved them?", "Who moved those, and when?", "and who postponed these milestones?", "by whom were they moved?",
                                  "when were they pushed back?", "why did they slip?", "What is the reason for the slip?", "who delayed all of them?"])
def test_who_moved_what_was_listed_is_told_by_the_log_of_their_dates(text: str) -> None:
    assert only(text, LATE) == ["APOLLO-MS-4, APOLLO-MS-2, CORVUS-MS-2 forecast"]


@pytest.mark.parametrize("text", ["why did the Apollo ones move?", "Why were the Apollo ones postponed?", "how come the Apollo ones slipped?"])
def test_why_those_of_one_project_moved_is_told_with_that_no_reason_is_kept(text: str) -> None:
    assert only(text, LATE) == ["APOLLO-MS-4, APOLLO-MS-2 forecast"]
    assert planned(text, LATE).says == NO_REASONS


@pytest.mark.parametrize(("text", "what"), [("who changed them?", ""), ("who edited those last?", ""), ("who created them?", " made"),
                                            ("and who wrote those down?", " made"), ("who entered these risks?", " made")])
def test_who_changed_or_made_what_was_listed_is_told_of_just_these(text: str, what: str) -> None:
    assert only(text, UNOWNED) == [f"FORTUNA-R-1, APOLLO-R-3{what}"]


@pytest.mark.parametrize("text", ["since when?", "Since when is that so?", "for how long already?"])
def test_since_when_a_list_is_so_is_told_by_the_field_that_narrowed_it(text: str) -> None:
    assert only(text, UNOWNED) == ["FORTUNA-R-1, APOLLO-R-3 owner", "FORTUNA-R-1, APOLLO-R-3 made"]


def test_the_same_is_asked_of_another_project_of_an_earlier_list() -> None:
    told = Past("why did the Apollo ones move?", "…", (Call("what_changed", {"only": "APOLLO-MS-4, APOLLO-MS-2 forecast"}),), ("APOLLO-MS-2", "APOLLO-MS-4"))
    for text in ("and the Corvus ones?", "And the Corvus ones, who moved those?"):
        assert only(text, LATE, told) == ["CORVUS-MS-2 forecast"]


@pytest.mark.parametrize("text", ["why are they late?", "who owns them?", "who is late?", "when are they due?", "who changed APOLLO-T-5?"])
def test_another_question_of_a_list_is_not_asked_of_the_log_of_all_of_it(text: str) -> None:
    assert not any("APOLLO-MS-4, " in str(said) for said in only(text, LATE))


@pytest.mark.parametrize("text", ["which of these did Ben make?", "which were made by Ben?", "and which of those are by Ben Okafor?"])
def test_the_changes_of_one_person_are_picked_out_of_those_that_were_shown(text: str) -> None:
    ((tool, args),) = planned(text, CHANGES).calls
    assert (tool, args["project"], args["period"], args["person"].split()[0]) == ("what_changed", "APOLLO", "this week", "Ben")


@pytest.mark.parametrize("text", ["same for Dev, but in 10 working days", "the same for Dev, in 10 working days", "and one more for Dev, due in 10 working days",
                                  "and another one for Dev in 10 working days", "do the same for Dev but in 10 working days"])
def test_one_more_like_what_waits_stands_beside_it(text: str) -> None:
    first, second = planned(text, WAITS).calls
    assert first == ("create_record", TASK)
    values = second[1]["values"]
    assert (values["title"], values["project"], values["owner"].split()[0], "10 working days" in values["due"]) == ("Review the notice", "APOLLO", "Dev", True)


def test_one_more_like_what_was_just_made_is_made_alone() -> None:
    ((_, args),) = planned("the same for Dev, but in 10 working days", *MADE).calls
    assert args["values"]["owner"].startswith("Dev")


def test_one_more_with_a_title_of_its_own_takes_only_the_project() -> None:
    _, (_, args) = planned("and another one for Dev: Draw the icons", WAITS).calls
    assert args["values"] == {"project": "APOLLO", "owner": "Dev", "title": "Draw the icons"}


@pytest.mark.parametrize("text", ["for Dev", "make it for Dev", "no, for Dev"])
def test_what_waits_is_still_corrected_and_not_made_twice(text: str) -> None:
    ((_, args),) = planned(text, WAITS).calls
    assert args["values"]["owner"].startswith("Dev")


def test_the_same_change_takes_another_record_too() -> None:
    ((_, args),) = planned("the same for CORVUS-T-6", MOVES).calls
    assert args["where"] == {"key": "CORVUS-T-4, CORVUS-T-6"}


@pytest.mark.parametrize("text", ["make it Thursdays", "no, Thursday", "on Thursdays instead", "Thursday please"])
def test_what_comes_every_week_comes_on_the_other_day(text: str) -> None:
    ((_, args),) = planned(text, WEEKLY).calls
    assert args["values"]["often"] == "every Thursday at 8"


@pytest.mark.parametrize("text", ["Did that go through?", "has it been saved?", "is it saved now?", "was that recorded?", "did you save it?", "is that done?"])
def test_whether_it_went_through_is_told_with_the_record_as_it_stands(text: str) -> None:
    plan = planned(text, MOVES, Past("", "✓ Done", (), ("CORVUS-T-4",)))
    assert (plan.says, plan.calls) == (HAS_GONE_THROUGH, (("show_record", {"record": "CORVUS-T-4"}),))
    assert planned(text, MOVES).says == NOT_YET_WRITTEN.format(title="Change CORVUS-T-4")


def test_nothing_went_through_where_nothing_was_changed() -> None:
    assert planned("did that go through?", LATE).says == WAS_NOT_WRITTEN
    shown = Past("show CORVUS-T-4", "a card", (Call("show_record", {"record": "CORVUS-T-4"}),), ("CORVUS-T-4",))
    assert planned("is it done?", shown).says != WAS_NOT_WRITTEN


@pytest.mark.parametrize("text", ["is anything else still missing on it?", "what is still missing on it?", "Is there anything else to fill in on it?"])
def test_what_a_record_lacks_is_not_judged_but_shown(text: str) -> None:
    plan = planned(text, MOVES, Past("", "✓ Done", (), ("CORVUS-T-4",)))
    assert (plan.says, plan.calls) == (STANDS_WITH, (("show_record", {"record": "CORVUS-T-4"}),))


@pytest.mark.parametrize(("text", "by"), [("And how many of those went to the same supplier?", "supplier"), ("which of them are from the same supplier?", "supplier"),
                                          ("how many are on the same project?", "project")])
def test_how_many_have_the_same_is_the_list_counted_by_it(text: str, by: str) -> None:
    ((_, args),) = planned(text, PAID).calls
    assert (args["where"], args["group"]) == ({"amount": "above 20,000"}, by)


@pytest.mark.parametrize(("text", "key"), [("why is the second red?", "ZEPHYR"), ("what is wrong with the first?", "APOLLO"), ("how is the last one doing?", "ZEPHYR")])
def test_a_project_is_meant_by_its_place_in_the_list(text: str, key: str) -> None:
    assert any(key in map(str, args.values()) for _, args in planned(text, RED).calls)


def test_the_first_of_a_kind_is_counted_among_its_kind_alone() -> None:
    assert planned("give the first assumption to Ben", PLATE).calls[0][1]["where"] == {"key": "APOLLO-AS-1"}
    assert not planned("close the first risk", PLATE).calls


DECIDED = Past("what did we decide on Apollo?", "1 change request\n| a | b |", (Call("find_records", {"kind": "change request", "where": {"project": "APOLLO"}}),),
               ("APOLLO-CR-1", "APOLLO-G-1"))
FOUND = Past("when does the portal go live?", "“portal” in records\n| a | b |", (Call("search_records", {"words": "portal"}),),
             ("APOLLO-R-2", "APOLLO-MS-4", "APOLLO-CT-1", "APOLLO-T-10", "APOLLO-DE-1"))
MONEY = Past("compare the money of all projects", "money\n| a | b |", (Call("portfolio_summary", {"focus": "money"}),), ())
RISK = Past("new risk", "New risk", (Call("create_record", {"kind": "risk", "values": {"title": "Strike", "project": "CORVUS", "probability": "3", "impact": "4"}}),),
            (), "pending", wish="New risk")


@pytest.mark.parametrize("text", ["who decided that?", "Who approved it?", "by whom was that decided?", "who signed that off, and when?"])
def test_who_decided_what_was_shown_is_told_of_just_that(text: str) -> None:
    found = {str(args["kind"]): args for _, args in planned(text, DECIDED).calls}
    assert found["change request"]["where"] == {"key": "APOLLO-CR-1"}


@pytest.mark.parametrize("text", ["who decided that?", "why has it changed?", "who moved it?"])
def test_what_only_holds_some_words_is_not_what_that_means(text: str) -> None:
    plan = planned(text, FOUND)
    assert not plan.calls
    assert "goes on from what I showed last" in plan.says


@pytest.mark.parametrize(("text", "past"), [("Who's got those?", FOUND), ("which of them will run out first?", MONEY), ("and what does her manager say about it?", RED)])
def test_what_points_back_and_is_not_read_of_that_is_answered_over_nothing_else(text: str, past: Past) -> None:
    plan = planned(text, past)
    assert not plan.calls
    assert "goes on from what I showed last" in plan.says


@pytest.mark.parametrize(("text", "sort"), [("Which of the two is worse on money?", "-forecast overrun"), ("which is worse on time?", "-finish delay"),
                                            ("and which is better on risk?", "risk exposure"), ("which one is better in terms of value?", "-NPV")])
def test_worse_on_something_is_by_the_figure_of_that(text: str, sort: str) -> None:
    ((_, args),) = planned(text, RED).calls
    assert args["sort"] == sort


def test_worse_on_what_has_no_figure_is_asked() -> None:
    assert not planned("which of them is worse on taste?", RED).calls


def test_a_number_that_several_fields_could_take_is_told_as_left_out() -> None:
    plan = planned("Make it 4, and give it to Jonas.", RISK)
    assert plan.says == NOT_USED.format(words="Make it 4")
    assert plan.calls[0][1]["values"]["owner"].startswith("Jonas")


def test_a_task_for_him_is_for_whom_was_spoken_of() -> None:
    given = Past("give CORVUS-R-1 to Jonas", "owner: Carla → Jonas Keller", (Call("change_records", {"kind": "risk", "where": {"key": "CORVUS-R-1"}, "values": {"owner": "Jonas"}}),),
                 ("CORVUS-R-1",), "applied")
    ((_, args),) = planned("And a task for him to find a second carrier by 4 December.", given).calls
    assert args["values"]["owner"].startswith("Jonas")


def test_a_decision_told_and_kept_says_what_was_decided() -> None:
    ((_, args),) = planned("We carry on with Dione. Record that as a decision of mine from today with the reason that most of the money is spent.").calls
    assert (args["values"]["decision"], args["values"]["rationale"]) == ("Carry on with Dione", "most of the money is spent")


def test_whether_a_change_hurts_anything_is_told_with_what_is_linked_behind_it() -> None:
    plan = planned("does that hurt anything?", MOVES, Past("", "✓ Done", (), ("CORVUS-T-4",)))
    assert ("find_records", {"kind": "schedule link", "where": {"predecessor": "CORVUS-T-4"}}) in plan.calls


FOUR = Past("my tasks on Apollo", "4 tasks\n| a | b |", (Call("find_records", {"kind": "task", "where": {"owner": "me", "project": "APOLLO"}}),),
            ("APOLLO-T-3", "APOLLO-T-16", "APOLLO-T-8", "APOLLO-T-13"))
TWO = Past("open tasks of Mia on Corvus", "2 tasks\n| a | b |", (Call("find_records", {"kind": "task", "where": {"owner": "Mia", "project": "CORVUS"}}),),
           ("CORVUS-T-11", "CORVUS-T-5"))
MIXED = Past("which of Ben's tasks are late, and how much is he booked?", "2 tasks\n| a | b |", (
    Call("find_records", {"kind": "task", "where": {"owner": "Ben"}}), Call("explain_figure", {"figure": "load", "person": "Ben"})), ("APOLLO-T-5", "APOLLO-T-6", "P-3"),
             named=(("APOLLO-T-5", "Build the pages"), ("APOLLO-T-6", "Connect the history")))
BLOCKED = Past("what is blocked?", "2 tasks\n| a | b |", (Call("find_records", {"kind": "task", "where": {"status": "blocked"}}),), ("APOLLO-T-9", "CORVUS-T-6"))
UNWHY = Past("which decisions have no reason?", "none", (Call("find_records", {"kind": "decision", "where": {"rationale": "empty", "status": "decided"}}),), ())
FIRST = Past("the first one is at 30 percent", "Change", (Call("change_records", {"kind": "task", "where": {"key": "APOLLO-T-3"}, "values": {"progress": "30"}}),),
             (), "pending", wish="Change APOLLO-T-3")


def test_the_first_two_are_those_of_the_list_also_where_a_figure_was_told_beside_it() -> None:
    assert planned("give the first two to Dev", MIXED).calls[0][1]["where"] == {"key": "APOLLO-T-5, APOLLO-T-6"}


@pytest.mark.parametrize("text", ["since when are they blocked?", "Since when have those been blocked?", "how long are they blocked already?"])
def test_since_when_they_are_in_a_state_is_told_of_each(text: str) -> None:
    assert only(text, BLOCKED) == ["APOLLO-T-9, CORVUS-T-6 status blocked"]


def test_another_kind_keeps_what_narrowed_the_list_and_tells_what_it_cannot() -> None:
    plan = planned("And change requests?", UNWHY)
    assert plan.calls == (("find_records", {"kind": "change request", "where": {"rationale": "empty"}}),)
    assert plan.says == NOT_USED.format(words="status decided")


@pytest.mark.parametrize("text", ["Sorry, I meant T-6.", "no, I meant CORVUS-T-6", "oops, it was T-6", "I meant T-6 instead"])
def test_the_other_record_is_put_in_the_place_of_the_one_that_waits(text: str) -> None:
    ((_, args),) = planned(text, MOVES).calls
    assert (args["where"], args["values"]) == ({"key": "CORVUS-T-6"}, {"due": "24 November"})


@pytest.mark.parametrize("text", ["The other one I can't start before January.", "the other one is done", "give the other one to Mia"])
def test_which_other_one_is_asked_where_several_are_left(text: str) -> None:
    plan = planned(text, FOUR, FIRST)
    assert not plan.calls
    assert plan.says == WHICH_OTHER


def test_the_other_of_two_is_meant_also_in_the_message_that_names_the_first() -> None:
    plan = planned("the first one is done, the other one will take until Wednesday", TWO)
    assert [args["where"]["key"] for _, args in plan.calls] == ["CORVUS-T-11", "CORVUS-T-5"]


@pytest.mark.parametrize("text", ["does it break anything?", "does that hurt anybody else?", "will that delay anything?"])
def test_what_follows_from_nothing_written_is_not_answered_by_the_rules(text: str) -> None:
    assert not planned(text, LATE).calls


def test_what_a_record_delays_is_what_is_linked_behind_it() -> None:
    assert ("find_records", {"kind": "schedule link", "where": {"predecessor": "APOLLO-T-5"}}) in planned("does APOLLO-T-5 delay anything?").calls


@pytest.mark.parametrize("text", ["Who changed it?", "why did they move?", "when was that changed?", "and who moved those?"])
def test_who_changed_what_was_never_shown_is_asked_and_no_log_of_everything(text: str) -> None:
    assert planned(text, Past("which benefits lost the most?", "I could not read that")).says == OF_WHAT


@pytest.mark.parametrize("text", ["Who runs it?", "who manages that project?", "and who is in charge of it?"])
def test_who_runs_the_project_that_was_told_of_is_its_manager(text: str) -> None:
    told = Past("how is Corvus doing?", "at risk", (Call("status_report", {"project": "CORVUS"}),), ("CORVUS", "CORVUS-T-4"))
    assert planned(text, told).calls == (("show_record", {"record": "CORVUS", "field": "manager"}),)


def holding(said: str) -> list[Holder]:
    titles = {"CORVUS-T-8": "Move the first hall", "CORVUS-T-9": "Move the second hall", "DIONE-T-3": "Rent the rooms"}
    return [Holder(Task, key, title, is_titled=True, is_own=True, is_theirs=True, is_open=True) for key, title in titles.items()
            if all(word in title.lower() for word in said.lower().split())]


@pytest.mark.parametrize(("text", "is_meant"), [("show me both hall moves", True), ("push the two hall moves by a week", True), ("both hall moves are due on 1 March", True),
                                                ("show me both room rents", False), ("show both projects", False), ("the three hall moves to Mia", False)])
def test_both_of_a_name_are_just_two_records_whose_titles_hold_it(text: str, *, is_meant: bool) -> None:
    plan = planner().plan(text, Asked(NAMES, TODAY, (), "Ana Ruiz", holding=holding), ALL)
    assert ("CORVUS-T-8, CORVUS-T-9" in str(plan.calls)) is is_meant


LEAVE = Past("who is on leave in December?", "| absence | person | start | end |\n| AB-1 | Ben Okafor | Mon 14 Dec 2026 | Fri 25 Dec 2026 |",
             (Call("find_records", {"kind": "absence", "where": {"type": "leave"}}),), ("AB-1",))


@pytest.mark.parametrize("text", ["What of theirs is due then?", "which tasks of his are due then?", "what of his falls into that?",
                                  "and which of his tasks are due while he is away?"])
def test_what_of_somebodys_is_due_while_they_are_away_is_of_the_days_that_were_shown(text: str) -> None:
    ((_, args),) = planned(text, LEAVE).calls
    assert (args["kind"], args["where"]["owner"].split()[0]) == ("task", "Ben")
    assert "14 Dec" in args["where"]["due"]


def test_the_changes_of_one_person_are_asked_also_over_an_order_that_waits() -> None:
    undo = Past("undo the last one", "Undo", (Call("undo_change", {}),), (), "pending", wish="Undo change #109")
    ((tool, args),) = planned("Which of these did Ben make?", CHANGES, undo).calls
    assert (tool, args["person"].split()[0]) == ("what_changed", "Ben")


@pytest.mark.parametrize(("text", "tool"), [("What's next?", "my_work"), ("so what is next?", "my_work"), ("what's next on Apollo?", "find_records"),
                                            ("What did we spend on Dione so far?", "explain_figure"), ("what have we paid to Immovia so far?", "find_records")])
def test_what_is_next_is_ones_own_and_what_was_spent_so_far_is_how_much(text: str, tool: str) -> None:
    assert planned(text).calls[0][0] == tool


GIVEN = Past("give the first to Ana and the last to Carla", "Change 2 benefits", (
    Call("change_records", {"kind": "benefit", "where": {"key": "APOLLO-BN-2"}, "values": {"owner": "Ana"}}),), (), "applied")
CARD = Past("when is Furnish Vienna due?", "due", (Call("show_record", {"record": "Furnish Vienna", "field": "due"}),), ("DIONE-T-6",),
            named=(("DIONE-T-6", "Furnish Vienna"),))


def test_the_last_one_after_an_order_is_asked_of_the_list_and_orders_nothing_again() -> None:
    benefits = Past("benefits nobody owns", "3", (Call("find_records", {"kind": "benefit", "where": {"owner": "empty"}}),),
                    ("APOLLO-BN-2", "CORVUS-BN-2", "FORTUNA-BN-1"))
    plan = planned("Who has the last one?", benefits, GIVEN, Past("", "✓ Done", (), ("APOLLO-BN-2", "CORVUS-BN-2")))
    assert plan.calls == (("show_record", {"record": "FORTUNA-BN-1", "field": "owner"}),)


@pytest.mark.parametrize("text", ["Move the biggest of those to Dev.", "give the longest one to Dev", "close the oldest of them"])
def test_an_order_on_the_most_of_several_asks_which_one(text: str) -> None:
    assert planned(text, PLATE).calls == ()


@pytest.mark.parametrize("text", ["Who's on it?", "who is working on it?", "who is doing that now?"])
def test_who_is_on_a_record_is_its_owner(text: str) -> None:
    assert planned(text, CARD).calls == (("show_record", {"record": "DIONE-T-6", "field": "owner"}),)


def test_which_task_that_is_is_the_one_that_waits() -> None:
    assert planned("Which task is that for?", MOVES).calls == (("show_record", {"record": "CORVUS-T-4"}),)
