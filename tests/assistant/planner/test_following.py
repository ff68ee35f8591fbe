"""Turns that lean on earlier ones: previews revised, questions continued, answers to what was asked, and "it"."""
from typing import Any

import pytest

from assistant.calling import Call, Past
from assistant.planner.heard.wording import NOTHING_TO_UNDO, TITLE_ASKED
from tests.assistant.planner.asking import planned

FIX = Past("create a task for Ana to fix the login page by next Friday, 6h", "**New task**",
           (Call("create_record", {"kind": "task", "values": {"title": "Fix the login page", "owner": "Ana", "due": "next Friday", "hours": "6h"}}),), (),
           "pending")
HANDED = Past("move all of Ben's overdue tasks to Dev", "**Change 3 tasks**",
              (Call("change_records", {"kind": "task", "where": {"owner": "Ben", "due": "before today"}, "values": {"owner": "Dev"}}),), (), "pending")
STATUS = Past("how is Apollo doing?", "Apollo is off track", (Call("status_report", {"project": "APOLLO"}),), ("APOLLO", "APOLLO-T-1"))
LATE = Past("what is overdue?", "**2 tasks**", (Call("find_records", {"kind": "task", "where": {"due": "before today"}}),), ("APOLLO-T-5", "APOLLO-T-6"))
MADE = Past("", "✓ Done", (), ("APOLLO-T-18",))
INDEX = Past("what is the CPI of Apollo?", "CPI", (Call("explain_figure", {"figure": "cpi", "project": "APOLLO"}),), ("APOLLO-T-1", "APOLLO-T-2"))


def args(text: str, *past: Past) -> dict[str, Any]:
    plan = planned(text, *past)
    assert len(plan.calls) == 1, plan.says
    return dict(plan.calls[0][1])


@pytest.mark.parametrize(("text", "field", "value"), [
    ("move it to the Monday after", "due", "the Monday after next Friday"), ("make it 8 hours", "hours", "8 hours"), ("no, for Ben", "owner", "Ben"),
    ("actually due Thursday", "due", "Thursday"), ("call it 'Repair the login'", "title", "Repair the login"), ("and high priority", "priority", "high"),
    ("on Borealis", "project", "BOREALIS"), ("Friday instead", "due", "Friday"), ("assign it to Dev", "owner", "Dev"),
    ("push it back by a week", "due", "a week after next Friday")])
def test_a_waiting_creation_is_said_again_with_the_new_value(text: str, field: str, value: str) -> None:
    assert args(text, FIX)["values"] == {"title": "Fix the login page", "owner": "Ana", "due": "next Friday", "hours": "6h"} | {field: value}


def test_a_waiting_change_gets_another_value_or_a_narrower_choice() -> None:
    assert args("no, to Ana instead", HANDED)["values"] == {"owner": "Ana"}
    assert args("only those on Apollo", HANDED)["where"] == {"owner": "Ben", "due": "before today", "project": "APOLLO"}


def test_a_new_wish_is_no_revision_of_what_waits() -> None:
    assert args("create a task for Ben: call the bank", FIX)["values"]["title"] == "Call the bank"
    assert args("mark T-12 done", FIX)["where"] == {"key": "T-12"}


def test_undoing_while_a_preview_waits_says_that_nothing_is_done_yet() -> None:
    assert planned("undo that", FIX).says == NOTHING_TO_UNDO


def test_it_is_the_record_just_made() -> None:
    assert args("move it to the Monday after", FIX, MADE) == {"kind": "task", "where": {"key": "APOLLO-T-18"}, "values": {"due": "the Monday after"}}


def test_it_after_several_records_is_asked() -> None:
    assert planned("mark it done", LATE).says.startswith("Which record")


def test_them_are_the_records_listed_and_the_second_is_one_of_them() -> None:
    assert args("move them to Friday", LATE)["where"] == {"key": "APOLLO-T-5, APOLLO-T-6"}
    assert args("mark the second one done", LATE)["where"] == {"key": "APOLLO-T-6"}
    assert args("show the first", LATE) == {"record": "APOLLO-T-5"}


@pytest.mark.parametrize(("text", "before", "expected"), [
    ("and for Borealis?", STATUS, {"project": "BOREALIS"}), ("why?", STATUS, {"project": "APOLLO", "focus": "why"}),
    ("what about the risks?", STATUS, {"project": "APOLLO", "focus": "risks"}), ("and Borealis?", INDEX, {"figure": "cpi", "project": "BOREALIS"}),
    ("and the SPI?", INDEX, {"figure": "spi", "project": "APOLLO"}), ("Borealis?", INDEX, {"figure": "cpi", "project": "BOREALIS"}),
    ("only Ana's", LATE, {"kind": "task", "where": {"due": "before today", "owner": "Ana"}}),
    ("and on Corvus?", LATE, {"kind": "task", "where": {"due": "before today", "project": "CORVUS"}}),
    ("sort by due date", LATE, {"kind": "task", "where": {"due": "before today"}, "sort": "due"}),
    ("show more", LATE, {"kind": "task", "where": {"due": "before today"}, "limit": 100})])
def test_the_last_question_goes_on_with_what_is_new(text: str, before: Past, expected: dict[str, Any]) -> None:
    assert args(text, before) == expected


def test_another_kind_keeps_only_whose_and_where() -> None:
    before = Past("", "", (Call("find_records", {"kind": "task", "where": {"due": "before today", "project": "APOLLO"}}),), ("APOLLO-T-5",))
    assert args("and the risks?", before) == {"kind": "risk", "where": {"project": "APOLLO"}}


def test_its_figure_is_that_of_the_project_talked_about() -> None:
    assert args("what is its CPI and how was it computed?", STATUS) == {"figure": "cpi", "project": "APOLLO"}
    assert args("how was it computed?", INDEX) == {"figure": "cpi", "project": "APOLLO"}


def test_another_gate_is_asked_about_in_the_same_words() -> None:
    before = Past("what do I need before gate 2?", "4.3", (Call("search_governance", {"question": "what do I need before gate 2?"}),))
    assert args("and gate 3?", before) == {"question": "what do I need before gate 3?"}


def test_an_answer_completes_the_request_it_was_asked_for() -> None:
    assert args("Apollo", Past("create a task to order cables", "Which project?"))["values"] == {"project": "APOLLO", "title": "Order cables"}
    assert args("for Apollo", Past("create a task to order cables", "Which project is that task for? Apollo or Dione?"))["values"]["project"] == "APOLLO"
    risk = args("the tester may leave, likely, high impact", Past("log a risk on Apollo", TITLE_ASKED))
    assert risk == {"kind": "risk", "values": {"project": "APOLLO", "title": "Tester may leave", "probability": "likely", "impact": "4"}}
    first = Past("mark the task", "Which record do you mean? Say its key, such as T-12.")
    assert args("done", first, Past("T-12", "What should it become? Say the new status.")) == {"kind": "task", "where": {"key": "T-12"},
        "values": {"status": "done"}}


def test_an_unclear_name_is_replaced_by_the_answer() -> None:
    asked = Past("create a task for Keller to count lamps on Corvus", "Which one do you mean by “Keller”?",
                 (Call("create_record", {"kind": "task", "values": {}}),))
    assert args("Jonas Keller", asked)["values"]["owner"] == "Jonas Keller"
    assert args("Apollo", Past("how is Zeus doing?", "I know no project “Zeus”.", (Call("status_report", {"project": "Zeus"}),))) == {"project": "APOLLO"}


def test_a_new_question_is_no_answer() -> None:
    assert args("how is Borealis doing?", Past("create a task to order cables", "Which project?")) == {"project": "BOREALIS"}


def test_a_wish_that_was_asked_about_ends_with_the_next_wish_or_a_no() -> None:
    push = Past("push my Corvus task to friday", "Which record do you mean? Say its key, such as T-12.")
    hand = Past("hand my task to dev", "Which project is that task for? Dione or Apollo?")
    assert args("CORVUS-T-5 70%", push, hand) == {"kind": "task", "where": {"key": "CORVUS-T-5"}, "values": {"progress": "70%"}}
    assert args("CORVUS-T-5", push)["values"] == {"due": "friday"}
    assert args("CORVUS-T-5", push, Past("hand CORVUS-T-4 over to dev", "Which record do you mean?"))["values"] == {"owner": "dev"}


LOGGED, NAMED = Past("log a decision", TITLE_ASKED), Past("we keep the old login", "Which project is that decision for?")
LISTED = Past("- call the caterer (Dev, Thursday, 3h)\n- book the room (Mia, Friday, 2h)", "Which project are these tasks for?")
CALLED = Past("task: call the landlord", "Which project is that task for?")


def test_a_decision_told_step_by_step_keeps_its_title() -> None:
    assert args("Apollo", LOGGED, NAMED) == {"kind": "decision", "values": {"title": "We keep the old login", "project": "APOLLO"}}


def test_a_list_keeps_its_lines_when_its_project_is_said() -> None:
    assert args("Dione", LISTED) == {"lines": ["call the caterer (Dev, Thursday, 3h)", "book the room (Mia, Friday, 2h)"], "project": "DIONE"}


@pytest.mark.parametrize("order", ["close APOLLO-R-1", "and remind Ana to book the room on Dione"])
def test_an_order_that_waits_for_an_answer_is_put_aside_aloud(order: str) -> None:
    plan = planned(order, CALLED)
    assert plan.calls == planned(order).calls
    assert plan.says.startswith("I put “task: call the landlord” aside")


def test_an_answer_puts_nothing_aside() -> None:
    assert planned("Apollo", CALLED).says == ""
