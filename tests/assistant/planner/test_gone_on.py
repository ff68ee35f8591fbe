"""What goes on from what was shown, written or supposed before, also when the message in between led to nothing."""
from typing import Any

import pytest

from assistant.calling import Call, Past
from assistant.planner.heard.plan import Asked
from assistant.planner.heard.wording import ALONE, NOT_USED, OUT_OF_WHAT, TITLE_ASKED
from tests.assistant.planner.asking import ALL, NAMES, TODAY, planned, planner

RANKED = Past("rank the projects by npv", "1. Zephyr", (Call("rank_portfolio", {"by": "NPV"}),), ("ZEPHYR", "FORTUNA", "DIONE"))
CHOSEN = Past("which projects for 1.5 million in 2027?", "| in or out | project | name | why |\n| in | CORVUS | Corvus | best |\n| out | ZEPHYR | Zephyr | too dear |",
              (Call("select_portfolio", {"wish": "which projects for 1.5 million in 2027?"}),), ("CORVUS", "ZEPHYR"))
LOWER = Past("what if Fortuna's benefits are 20% lower", "NPV", (Call("what_if", {"supposing": "what if Fortuna's benefits are 20% lower", "record": "FORTUNA"}),),
             ("FORTUNA",))
RISKS = Past("show open risks", "12 risks", (Call("find_records", {"kind": "risk", "where": {"status": "not closed"}}),), ("APOLLO-R-1", "CORVUS-R-1"))
OPEN = Past("what decisions are open", "3", (Call("find_records", {"kind": "decision", "where": {"status": "open"}}),
                                            Call("find_records", {"kind": "change request", "where": {"status": "submitted"}})), ("APOLLO-DE-1", "APOLLO-CR-2"))
WAITS = Past("what do I have to decide", "6", (Call("my_work", {}),), ("APOLLO-CR-2", "APOLLO-DE-1", "CORVUS-CR-1"),
             named=(("APOLLO-CR-2", "Add single sign-on for dealers"), ("APOLLO-DE-1", "Which cloud hosts the portal?"), ("CORVUS-CR-1", "Rent scanners")))
PLATE = Past("what should I do today?", "2 tasks", (Call("my_work", {}),), ("APOLLO-T-9", "APOLLO-T-14", "APOLLO-AS-1"))
NOTHING = Past("whats due of mine while im away", "I cannot answer that")
STATUS = Past("how is Corvus doing?", "at risk", (Call("status_report", {"project": "CORVUS"}),), ("CORVUS", "CORVUS-T-4"))
APPROVED = Past("", "✓ Done", (), ("APOLLO-CR-2",))
REFUSED = Past("what if the sky falls", "I can suppose another discount rate", (Call("what_if", {"supposing": "what if the sky falls"}),), failed=True)


def call(text: str, *past: Past) -> dict[str, Any]:
    plan = planned(text, *past)
    assert len(plan.calls) == 1, plan.says
    return dict(plan.calls[0][1])


@pytest.mark.parametrize("text", ["leave Fortuna out", "without Fortuna", "ok, drop Fortuna", "and take Fortuna out", "the same without Fortuna", "exclude Fortuna"])
def test_an_order_or_a_choice_is_shown_again_without_the_project_that_is_told(text: str) -> None:
    assert call(text, RANKED) == {"by": "NPV", "without": "FORTUNA"}
    assert call(text, CHOSEN)["wish"] == "which projects for 1.5 million in 2027; without Fortuna"


def test_what_was_left_out_of_an_order_comes_back() -> None:
    shorter = Past("leave Fortuna out", "", (Call("rank_portfolio", {"by": "NPV", "without": "FORTUNA, DIONE"}),), ("ZEPHYR",))
    assert call("put Fortuna back in", shorter) == {"by": "NPV", "without": "DIONE"}


def test_a_list_is_shown_again_without_a_project() -> None:
    assert call("leave out Apollo", RISKS)["where"] == {"status": "not closed", "project": "not APOLLO"}


def test_what_can_be_left_out_of_nothing_is_asked() -> None:
    assert planned("leave Dione out", STATUS).says == OUT_OF_WHAT


def test_other_money_keeps_the_year_of_a_choice() -> None:
    assert call("and if we only had one million", CHOSEN)["wish"] == "which projects for one million in 2027?"


def test_a_figure_asked_after_a_choice_is_no_part_of_it() -> None:
    assert planned("Fortuna's npv?", CHOSEN).calls[0][0] == "explain_figure"


@pytest.mark.parametrize("text", ["and if it also costs 10% more?", "and if costs are 10% more", "plus if it also costs 10% more"])
def test_another_supposition_is_laid_over_the_one_before(text: str) -> None:
    both = call(text, LOWER)
    assert both["record"] == "FORTUNA"
    assert "benefits are 20% lower" in both["supposing"]
    assert "10% more" in both["supposing"]


def test_another_thing_that_costs_otherwise_is_supposed_for_itself_and_an_amount_is_no_share() -> None:
    robots = Past("and if the robots cost 20 percent less", "", (Call("what_if", {"supposing": "and if the robots cost 20 percent less", "record": "FORTUNA"}),),
                  ("FORTUNA",))
    assert call("and if the halls cost 100,000 more?", robots) == {"supposing": "and if the halls cost 100,000 more?", "record": "FORTUNA"}
    assert call("and if it is 100,000 less?", robots)["supposing"] == "and if the robots cost 100,000 less"


def test_what_a_thing_costs_is_supposed_of_the_project_that_was_talked_of_before_what_led_to_nothing() -> None:
    worth = Past("is Fortuna worth it?", "", (Call("status_report", {"project": "FORTUNA", "focus": "value"}),), ("FORTUNA",))
    assert call("and if the robots cost 20 percent less", worth, REFUSED)["record"] == "FORTUNA"


def test_another_share_of_the_same_thing_takes_its_place() -> None:
    assert call("and at 30%?", LOWER)["supposing"] == "what if Fortuna's benefits are 30% lower"


def test_a_supposition_that_failed_is_no_longer_gone_on_with() -> None:
    assert "20% lower" in call("and if it also costs 10% more?", LOWER, REFUSED)["supposing"]


def test_a_supposition_on_its_own_says_that_the_one_before_is_not_counted() -> None:
    assert planned("and what if costs rise by 5 %?", LOWER).says == ALONE


def test_a_supposition_right_after_a_figure_is_of_its_project() -> None:
    figure = Past("what is the npv of Fortuna", "NPV", (Call("explain_figure", {"figure": "npv", "project": "FORTUNA"}),), ("FORTUNA",))
    plan = planned("what if benefits come in 20% lower", figure)
    assert plan.calls[0][1]["record"] == "FORTUNA"
    assert "Fortuna" in plan.says


@pytest.mark.parametrize(("text", "key"), [
    ("hmm. what about the cloud hosting thing", "APOLLO-DE-1"), ("sso for dealers - whats it cost and what do we lose if i say no", "APOLLO-CR-2"),
    ("and the scanners one?", "CORVUS-CR-1"), ("tell me about the hosting question", "APOLLO-DE-1"), ("what about single sign-on?", "APOLLO-CR-2")])
def test_what_was_shown_is_spoken_of_in_a_few_words_of_its_title(text: str, key: str) -> None:
    assert call(text, WAITS)["record"] == key


def test_the_decision_and_the_risk_are_those_that_were_written_here() -> None:
    plan = planned("what about the decision and the risk, did you keep them?", STATUS, Past("", "✓ Done", (), ("APOLLO-T-18", "APOLLO-DE-2", "APOLLO-R-7")))
    assert [said["record"] for _, said in plan.calls] == ["APOLLO-DE-2", "APOLLO-R-7"]


def test_all_lists_of_a_turn_go_on() -> None:
    wheres = [said["where"] for _, said in planned("which ones does Elena have to take", OPEN).calls]
    assert wheres == [{"status": "open", "decider": "Elena"}, {"status": "submitted", "decider": "Elena"}]


def test_decisions_from_somebody_are_all_that_wait_for_them_and_a_bare_day_is_told() -> None:
    plan = planned("which decisions do i need from elena tomorrow", STATUS)
    assert {said["kind"] for _, said in plan.calls} == {"decision", "change request"}
    assert all(said["where"]["project"] == "CORVUS" and "decide by" not in said["where"] for _, said in plan.calls)
    assert plan.says.startswith(NOT_USED.format(words="tomorrow"))


def test_those_after_a_message_that_led_to_nothing_are_what_was_shown_before_and_it_is_told() -> None:
    plan = planned("hand those over to Dev", PLATE, NOTHING)
    assert plan.calls[0][1]["where"] == {"key": "APOLLO-T-9, APOLLO-T-14"}
    assert "led to nothing" in plan.says


def test_it_is_what_the_message_before_named_although_it_failed() -> None:
    made = Past("", "✓ Done", (), ("CORVUS-BN-2",))
    failed = Past("record a measurement for less energy bought: 171000", "There is no quality metric",
                  (Call("create_record", {"kind": "measurement", "values": {"metric": "less energy bought", "value": "171000"}}),), failed=True)
    asked = Asked(NAMES, TODAY, (made, failed), "Victor Lang", {"less energy bought": "ELARA-BN-1"})
    (_, said), = planner().plan("forecast for it down to 430k pls", asked, ALL).calls
    assert said == {"kind": "benefit", "where": {"key": "ELARA-BN-1"}, "values": {"forecast": "down to 430k"}}


def test_what_follows_from_an_approval_is_worked_out_for_its_project_and_is_nothing_for_another() -> None:
    calls = planned("what does that do to Apollo's date and budget", APPROVED).calls
    assert [said for _, said in calls] == [{"record": "APOLLO-CR-2"}, {"supposing": "what if APOLLO-CR-2 is approved?"}]
    assert "nothing of Elara changes" in planned("what does that do to elara's npv?", APPROVED).says


@pytest.mark.parametrize("text", ["how sure are you?", "are you sure about that", "how reliable is that?", "can I rely on it?"])
def test_how_sure_it_is_goes_on_from_the_state_of_a_project(text: str) -> None:
    assert [said for _, said in planned(text, STATUS).calls] == [{"project": "CORVUS", "focus": "schedule"}, {"figure": "confidence", "project": "CORVUS"}]


def test_why_after_several_projects_is_of_the_first_and_says_so() -> None:
    plan = planned("why", Past("worst project?", "7", (Call("portfolio_summary", {"focus": "delivery"}),), ("DIONE", "APOLLO")))
    assert plan.calls[0][1] == {"project": "DIONE", "focus": "why"}
    assert "Dione" in plan.says


def test_what_is_done_about_it_is_what_the_records_plan_against_it() -> None:
    red = Past("which projects are red?", "2", (Call("find_records", {"kind": "project", "where": {"colour": "red"}}),), ("APOLLO", "ZEPHYR"))
    assert [said["kind"] for _, said in planned("and what are we doing about it", red).calls] == ["risk", "issue"]


def test_two_projects_are_compared_at_the_rate_that_was_told() -> None:
    rate = Past("what is the IRR of Fortuna", "Fortuna: IRR 2.7 %", (Call("explain_figure", {"figure": "irr", "project": "FORTUNA"}),), ("FORTUNA",))
    supposed = [said["supposing"] for _, said in planned("compare with Dione at the same rate", rate).calls]
    assert supposed == ["NPV of FORTUNA at 2.7 %", "NPV of DIONE at 2.7 %"]


def test_who_is_taken_to_be_out_of_a_choice_and_is_in_it_is_told_so() -> None:
    assert planned("why is Corvus out?", CHOSEN).says == "Corvus is in that choice: best."
    assert planned("why is Zephyr out?", CHOSEN).says == "Zephyr is out of that choice: too dear."


def test_a_field_that_several_of_those_shown_have_is_asked_about() -> None:
    benefits = Past("benefits of Elara", "2", (Call("find_records", {"kind": "benefit", "where": {"project": "ELARA"}}),), ("ELARA-BN-1", "ELARA-BN-2"))
    assert planned("set the forecast to 430k, reason: colder winter", benefits).choices[0] == "set the forecast of ELARA-BN-1 to 430k, reason: colder winter"


def test_something_new_belongs_to_the_only_project_of_the_conversation_which_is_told() -> None:
    plan = planned("remind Jonas to send me the delivery date by Friday", STATUS)
    assert plan.calls[0][1]["values"]["project"] == "CORVUS"
    assert "Corvus" in plan.says
    assert "project" not in planned("remind Jonas to send me the delivery date by Friday", STATUS, Past("how is Dione doing?", "")).calls[0][1]["values"]


def test_that_as_an_issue_is_asked_what_it_is_called_and_its_title_is_no_other_record() -> None:
    assert planned("raise that as an issue then, severity high, with me", STATUS).says == TITLE_ASKED
    said = call("The scanners come after the training", STATUS, Past("raise that as an issue then, severity high, with me", TITLE_ASKED))
    assert (said["kind"], said["values"]["severity"], said["values"]["title"]) == ("issue", "high", "Scanners come after the training")


def test_the_agenda_is_that_of_the_project_talked_of() -> None:
    plan = planned("put together the agenda with the decisions first pls", STATUS)
    assert plan.calls[0][1] == {"project": "CORVUS", "focus": "committee"}
    assert "with the decisions first" in plan.says


def test_whether_something_still_starts_on_a_day_is_told_from_the_plan_and_never_written() -> None:
    assert call("can CORVUS-T-7 still start on the 14th?", STATUS) == {"record": "CORVUS-T-7", "field": "start"}
    assert call("so can the training still start on the 14th?", STATUS)["where"] == {"start": "the 14th", "project": "CORVUS"}


def test_since_the_last_one_that_was_on_a_day_is_since_that_day() -> None:
    assert call("what has changed since the last one, that was 29 October", STATUS)["period"] == "since 29 October"


def test_a_time_that_has_today_in_it_is_no_past_day() -> None:
    money = Past("how much are we over budget in total", "", (Call("portfolio_summary", {"focus": "money"}),))
    assert all("as_of" not in said for _, said in planned("and whats left to spend this year?", money).calls)


def test_what_comes_per_euro_is_no_plain_figure() -> None:
    assert call("and by npv per euro spent", RANKED) == {"by": "value for money"}


def test_two_owners_of_two_records_are_two_changes() -> None:
    plan = planned("make Nora owner of APOLLO-BN-2 and Jonas of CORVUS-BN-2")
    assert [(said["where"]["key"], said["values"]["owner"]) for _, said in plan.calls] == [("APOLLO-BN-2", "Nora"), ("CORVUS-BN-2", "Jonas")]


def test_who_is_on_a_project_and_what_they_work_on_are_both_answered() -> None:
    plan = planned("who is on corvus and what are they working on next week")
    assert [said["kind"] for _, said in plan.calls] == ["membership", "task"]
    assert plan.says == NOT_USED.format(words="next week")


def test_what_is_of_somebody_is_left_out_of_a_list_and_what_is_of_a_project_after_that() -> None:
    tasks = Past("show overdue tasks", "5", (Call("find_records", {"kind": "task", "where": {"due": "before today"}}),), ("APOLLO-T-5", "CORVUS-T-4"))
    assert call("leave Ben out", tasks)["where"] == {"due": "before today", "owner": "not Ben"}
    assert call("not the Corvus ones", tasks)["where"] == {"due": "before today", "project": "not CORVUS"}


def test_what_follows_when_it_is_not_done_is_told_of_the_record_shown_last() -> None:
    shown = Past("show APOLLO-CR-2", "Add single sign-on", (Call("show_record", {"record": "APOLLO-CR-2"}),), ("APOLLO-CR-2",))
    assert call("and what happens if we don't do it", shown) == {"record": "APOLLO-CR-2", "field": "without it"}
    assert call("approve it", shown)["values"] == {"status": "approved"}


def test_a_question_behind_what_it_is_about_is_asked_of_that() -> None:
    assert call("and the hosting one, who decides that?", WAITS) == {"record": "APOLLO-DE-1", "field": "decider"}


def test_what_was_never_written_here_is_told_so() -> None:
    assert planned("did you save the risk?", STATUS).says == "No risk was written or shown alone in this conversation."


def test_three_suppositions_are_laid_over_each_other() -> None:
    first = Past("suppose Apollo's costs rise by 10 %", "", (Call("what_if", {"supposing": "suppose Apollo's costs rise by 10 %", "record": "APOLLO"}),), ("APOLLO",))
    both = call("also a discount rate of 12 %", first)
    second = Past("also a discount rate of 12 %", "", (Call("what_if", both),), ("APOLLO",))
    assert call("and what if it slips by a month as well", second)["supposing"] == (
        "suppose Apollo's costs rise by 10 % and if a discount rate of 12 % and if it slips by a month?")


@pytest.mark.parametrize("text", ["which of those are late already", "which of them are overdue?"])
def test_which_of_those_are_of_the_work_that_was_shown(text: str) -> None:
    assert call(text, PLATE) == {"kind": "task", "where": {"due": "before today", "status": "not done, cancelled", "key": "APOLLO-T-9, APOLLO-T-14"}}


@pytest.mark.parametrize("text", ["which risks does it have", "open risks there"])
def test_what_it_has_is_of_the_project_that_was_told(text: str) -> None:
    assert call(text, STATUS)["where"]["project"] == "CORVUS"


RULE = Past("what is our rule on closing a project?", "3.5 Closing", (Call("search_governance", {"question": "what is our rule on closing a project?"}),))
APPROVAL = Past("who has to approve that", "7.2", (Call("search_governance", {"question": "what is our rule on closing a project: who has to approve that"}),))


def test_who_must_approve_that_is_asked_of_the_rules() -> None:
    assert call("who has to approve that?", RULE) == {"question": "what is our rule on closing a project: who has to approve that?"}


def test_and_for_something_else_is_the_same_question_of_the_rules() -> None:
    assert call("and for change requests over 50k?", RULE, APPROVAL) == {"question": "who has to approve change requests over 50k"}


def test_who_must_approve_that_of_a_list_is_no_question_of_the_rules() -> None:
    assert not any(tool == "search_governance" for tool, _ in planned("who has to approve that?", WAITS).calls)
