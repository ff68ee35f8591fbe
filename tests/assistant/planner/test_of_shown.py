"""What is asked of the records that were shown last stays with them, and what cannot be read of them is told and not answered over the whole office."""
from typing import Any

import pytest

from assistant.calling import Call, Past
from assistant.planner.heard.wording import NO_MORE, NOT_RANKED, NOTHING_WRITTEN, OFF_THREAD, ONLY_WAITS, TAKEN_AS
from tests.assistant.planner.asking import planned

RISKS = Past("show the risks of Corvus", "2 risks", (Call("find_records", {"kind": "risk", "where": {"project": "CORVUS"}}),), ("CORVUS-R-1", "CORVUS-R-2"))
CUT = Past("show all risks", "The first 20 of 31.", (Call("find_records", {"kind": "risk", "where": {"status": "not closed"}}),), ("CORVUS-R-1", "APOLLO-R-2"))
GOALS = Past("how are we doing against our goals", "5 objectives", (Call("portfolio_summary", {"focus": "objectives"}),), ("OBJ-1", "OBJ-5", "APOLLO"),
             named=(("OBJ-1", "Cut the cost of service"), ("OBJ-5", "Enter the Nordic market"), ("APOLLO", "Apollo")))
WORST = Past("which one is furthest behind?", "", (Call("find_records", {"kind": "objective", "where": {"key": "OBJ-1, OBJ-5"}, "sort": "attainment"}),),
             ("OBJ-5", "OBJ-1"))
CHANGES = Past("what slipped?", "Slipped: APOLLO-MS-2 Gate 2; APOLLO-T-5 Build the pages.\n\n| when | what |\n| Mon | DIONE-MS-1 |", (Call("what_changed", {}),),
               ("APOLLO-T-14", "DIONE-MS-1", "APOLLO-MS-2", "APOLLO-T-5"))
COSTS = Past("costs of Dione", "2 cost entries", (Call("find_records", {"kind": "cost entry", "where": {"project": "DIONE"}}),), ("DIONE-C-1", "DIONE-C-2"))
TASKS = Past("tasks of Apollo", "2 tasks", (Call("find_records", {"kind": "task", "where": {"project": "APOLLO"}}),), ("APOLLO-T-5", "APOLLO-T-6"))
BENEFITS = Past("which benefits have no owner?", "", (Call("find_records", {"kind": "benefit", "where": {"owner": "empty"}}),), ("APOLLO-BN-2", "CORVUS-BN-2"))
DONE = Past("", "✓ Done", (), ("CORVUS-R-1",))
RULE = Past("how often do the risks have to be reviewed?", "> once a month", (Call("search_governance", {"question": "how often …"}),))


def call(text: str, *past: Past) -> dict[str, Any]:
    plan = planned(text, *past)
    assert len(plan.calls) == 1, plan.says
    return dict(plan.calls[0][1])


@pytest.mark.parametrize("text", ["which one is worse?", "which of them is the most serious?", "which one is the worst?", "and which one matters most?", "the biggest one"])
def test_which_one_is_worst_is_told_of_those_that_were_shown(text: str) -> None:
    assert call(text, RISKS) == {"kind": "risk", "where": {"key": "CORVUS-R-1, CORVUS-R-2"}, "sort": "-score"}


def test_of_a_list_that_was_cut_all_that_it_held_are_put_in_order() -> None:
    assert call("which one is worse?", CUT) == {"kind": "risk", "where": {"status": "not closed"}, "sort": "-score"}


@pytest.mark.parametrize(("text", "past", "sort"), [
    ("which one is furthest behind?", GOALS, "attainment"), ("which of these lags most?", GOALS, "attainment"), ("which one is due first?", TASKS, "due"),
    ("which one is the biggest?", COSTS, "-amount"), ("which of them costs the most?", COSTS, "-amount"), ("which is the smallest?", RISKS, "score")])
def test_each_kind_has_the_order_that_is_asked_for(text: str, past: Past, sort: str) -> None:
    assert call(text, past)["sort"] == sort


@pytest.mark.parametrize("text", ["whose are they?", "who owns them?", "and whose are these", "who is responsible for those?", "who has each of them?"])
def test_whose_they_are_is_told_of_those_that_were_shown(text: str) -> None:
    assert call(text, TASKS)["where"] == {"key": "APOLLO-T-5, APOLLO-T-6"}


@pytest.mark.parametrize("text", ["how much is that in total?", "what do they add up to?", "what is the total of those?", "add them up", "how much is that altogether"])
def test_what_they_come_to_is_of_those_that_were_shown(text: str) -> None:
    assert call(text, COSTS)["where"]["key"] == "DIONE-C-1, DIONE-C-2"


@pytest.mark.parametrize("text", ["only the milestones", "just the milestones", "show only the milestones", "and the milestones among them", "only milestones please"])
def test_only_those_of_a_kind_are_those_that_the_sentences_named(text: str) -> None:
    assert call(text, CHANGES)["where"] == {"key": "APOLLO-MS-2"}


@pytest.mark.parametrize("text", ["who owns the other?", "who owns the other one?", "and who owns the other one", "whose is the other?"])
def test_the_other_is_the_one_that_was_not_changed_since(text: str) -> None:
    assert "CORVUS-R-2" in str(call(text, RISKS, DONE))


def test_the_one_of_a_project_is_the_one_that_was_shown_of_it() -> None:
    assert call("make me the owner of the Apollo one", BENEFITS) == {"kind": "benefit", "where": {"key": "APOLLO-BN-2"}, "values": {"owner": "me"}}
    assert call("give the Corvus one to Ben", BENEFITS)["where"] == {"key": "CORVUS-BN-2"}


def test_the_next_one_is_the_next_of_the_list_and_behind_the_last_there_is_none() -> None:
    first = Past("next one", "", (Call("show_record", {"record": "CORVUS-R-1"}),), ("CORVUS-R-1",))
    last = Past("next one", "", (Call("show_record", {"record": "CORVUS-R-2"}),), ("CORVUS-R-2",))
    assert call("next one", RISKS)["record"] == "CORVUS-R-1"
    assert call("and the next one", RISKS, first)["record"] == "CORVUS-R-2"
    assert planned("next one", RISKS, first, last).says == NO_MORE.format(n=2)
    assert call("previous one", RISKS, first, last)["record"] == "CORVUS-R-1"


def test_it_is_the_one_that_came_first_where_the_worst_was_asked_for() -> None:
    assert call("which projects work on it?", GOALS, WORST) == {"kind": "project", "where": {"objective": "OBJ-5"}}


@pytest.mark.parametrize(("text", "past"), [("who is behind with that?", RULE), ("which of them were cheap?", RISKS)])
def test_what_cannot_be_read_of_what_was_shown_is_told_and_not_answered_of_everything(text: str, past: Past) -> None:
    plan = planned(text, past)
    assert not plan.calls
    assert plan.says.startswith(OFF_THREAD.partition("{")[0])


@pytest.mark.parametrize(("text", "said"), [("what about the week after", "14 December 2026"), ("and the week before that?", "30 November 2026"),
                                            ("the following week", "14 December 2026")])
def test_the_week_after_is_the_last_question_of_that_week(text: str, said: str) -> None:
    asked = Past("how busy am I in the week of 7 December?", "50 %", (Call("explain_figure", {"figure": "load"}),), ("P-9",))
    assert planned(text, asked).says.startswith(TAKEN_AS.format(words=f"how busy am I in the week of {said}?"))


def test_the_month_before_is_of_the_year_that_was_told() -> None:
    asked = Past("which costs came in in October?", "On from Thu 1 Oct 2026 to Sat 31 Oct 2026.", COSTS.calls, COSTS.keys)
    assert "in September 2026" in planned("and the month before?", asked).says


def test_ready_now_is_the_question_that_was_asked_before() -> None:
    asked = Past("is Apollo ready for gate 2?", "no", (Call("status_report", {"project": "APOLLO"}),), ("APOLLO",))
    assert planned("ready now?", asked, TASKS).says.startswith(TAKEN_AS.format(words="is Apollo ready for gate 2?"))


def test_it_was_so_much_and_not_so_much_changes_the_field_that_told_the_old_number() -> None:
    shown = Past("show CORVUS-CR-1", "**CORVUS-CR-1 Rent scanners**\n- cost effect: 9,000\n- days effect: 0 days", (Call("show_record", {"record": "CORVUS-CR-1"}),),
                 ("CORVUS-CR-1",))
    assert call("it's 9,500 now, not 9,000", shown)["values"] == {"cost effect": "9,500"}


def test_what_was_created_is_shown_and_what_only_waits_is_told() -> None:
    waits = Past("new task …", "…", (Call("create_record", {"kind": "task", "values": {"title": "X"}}),), (), "pending")
    assert planned("what did you create?", waits).says == ONLY_WAITS
    assert call("what did you just change?", RISKS, DONE) == {"record": "CORVUS-R-1"}
    assert planned("what have you done?", RISKS).says == NOTHING_WRITTEN


DEPENDS = Past("show APOLLO-DP-1", "**APOLLO-DP-1 Login service**\n- needed by: Tue 8 Dec 2026\n- promised for: Tue 15 Dec 2026",
               (Call("show_record", {"record": "APOLLO-DP-1"}),), ("APOLLO-DP-1",))
RISK = Past("show APOLLO-R-3", "", (Call("show_record", {"record": "APOLLO-R-3"}),), ("APOLLO-R-3",), named=(("APOLLO-R-3", "The account data may be bad"),))
REQUEST = Past("show CORVUS-CR-1", "", (Call("show_record", {"record": "CORVUS-CR-1"}),), ("CORVUS-CR-1",))


@pytest.mark.parametrize(("text", "day"), [("they now say the 18th", "18 Dec 2026"), ("Keyward promised the 22nd of December", "22nd of December"),
                                           ("they say 20 December now", "20 December"), ("the supplier confirmed the 19th", "19 Dec 2026")])
def test_the_day_that_somebody_promises_is_of_the_record_that_was_shown(text: str, day: str) -> None:
    assert call(text, DEPENDS) == {"kind": "dependency", "where": {"key": "APOLLO-DP-1"}, "values": {"promised for": day}}


def test_a_record_is_kept_with_another_value() -> None:
    assert call("keep it, but the probability is now 5", RISK) == {"kind": "risk", "where": {"key": "APOLLO-R-3"}, "values": {"probability": "5"}}


@pytest.mark.parametrize("text", ["and an issue from it, due end of next week", "make an issue out of it, due end of next week",
                                  "raise a new issue from that, due end of next week"])
def test_another_record_from_it_has_its_title(text: str) -> None:
    made = call(text, RISK)
    assert made["kind"] == "issue"
    assert made["values"]["title"] == "The account data may be bad"
    assert made["values"]["due"] == "end of next week"


@pytest.mark.parametrize("text", ["what happens if she doesn't decide in time?", "what if nobody decides?", "what happens when he does not approve"])
def test_what_happens_without_a_decision_is_told_of_the_request_that_was_shown(text: str) -> None:
    assert call(text, REQUEST) == {"record": "CORVUS-CR-1", "field": "without it"}


def test_what_only_waits_is_in_no_order_and_that_is_told_beside_the_other() -> None:
    waits = Past("I have an idea: a chatbot", "Draft charter", (Call("start_project", {"text": "a chatbot"}),), (), "pending", wish="1 new project")
    plan = planned("how does it rank against Fortuna?", waits)
    assert plan.says.startswith(NOT_RANKED.format(title="1 new project"))
    assert plan.calls[0][1]["project"] == "FORTUNA"


@pytest.mark.parametrize("text", ["who besides Elena and Sofia knows about it", "who apart from Elena and Sofia works on it?", "who is on it other than Elena and Sofia?"])
def test_who_besides_some_is_the_team_without_them(text: str) -> None:
    zephyr = Past("how is Zephyr doing?", "off track", (Call("status_report", {"project": "ZEPHYR"}),), ("ZEPHYR",))
    assert call(text, zephyr)["where"] == {"project": "ZEPHYR", "person": "not Elena, Sofia"}
