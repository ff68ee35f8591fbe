"""As of when: which questions are about a past day, and which only name one."""
import pytest

from assistant.calling import Call, Past
from tests.assistant.planner.asking import planned

ASKED = ("how is Apollo doing?", Call("status_report", {"project": "APOLLO"}))


@pytest.mark.parametrize(("text", "tool", "day"), [
    ("how was Apollo doing on 1 October?", "status_report", "1 October"), ("open risks of Apollo as of last Monday", "find_records", "last Monday"),
    ("what was the CPI of Apollo two weeks ago?", "explain_figure", "two weeks ago"), ("tasks as of 3 Nov", "find_records", "3 Nov"),
    ("how was the portfolio a month ago?", "portfolio_summary", "a month ago"), ("as of 1 October, how was Apollo doing?", "status_report", "1 October"),
    ("was Apollo on track last month?", "status_report", "last month"), ("what was overdue on 1 November?", "find_records", "1 November"),
    ("who was overloaded on 1 October?", "find_records", "1 October"), ("what was the status of T-12 on 1 November?", "show_record", "1 November"),
    ("who owned T-12 on 1 November?", "show_record", "1 November"), ("how did Apollo look three weeks ago?", "status_report", "three weeks ago"),
    ("where did Apollo stand at the end of September?", "status_report", "the end of September"), ("rank the projects by NPV as of 1 October", "rank_portfolio", "1 October"),
    ("what did the portfolio look like on 1 October?", "portfolio_summary", "1 October"), ("show T-12 as of 2026-11-01", "show_record", "2026-11-01"),
    ("status of Apollo as at 1 November", "status_report", "1 November"), ("write a status report for Apollo as of 1 November", "status_report", "1 November"),
    ("show the tasks of Apollo as they were on 1 October", "find_records", "1 October"), ("how is Apollo doing as of next Friday?", "status_report", "next Friday"),
])
def test_a_question_about_a_past_day_is_asked_as_of_it(text: str, tool: str, day: str) -> None:
    ((called, said),) = planned(text).calls
    assert (called, said.get("as_of")) == (tool, day)
    assert day not in str({name: v for name, v in said.items() if name != "as_of"})


@pytest.mark.parametrize("text", [
    "what was done on Apollo last week?", "what did Jonas finish last week?", "how much was spent on Apollo in October?", "what tasks were due last week?",
    "what changed on Apollo since Monday?", "what happened on Apollo last week?", "which costs were booked in October?", "tasks due this week",
    "what was decided yesterday?", "how is Apollo doing?", "milestones of Apollo before Friday", "what did we change yesterday?", "which tasks were finished on Monday?",
])
def test_what_happened_on_a_day_is_no_question_as_of_it(text: str) -> None:
    assert not [said for _, said in planned(text).calls if "as_of" in said]


@pytest.mark.parametrize("text", ["move T-12 to last Monday", "mark T-12 done as of yesterday", "book 500 EUR on Apollo as of 1 November"])
def test_an_order_is_never_asked_as_of_a_day(text: str) -> None:
    assert not [said for _, said in planned(text).calls if "as_of" in said]


def test_what_can_be_told_only_as_it_is_now_is_not_passed_off_as_the_past() -> None:
    plan = planned("what changed on Apollo as of 1 November?")
    assert (plan.calls, plan.choices) == ((), ("what changed on Apollo?",))


def test_the_day_stays_for_who_goes_on_and_ends_with_now() -> None:
    past = Past("how was Apollo doing on 1 October?", "…", (Call("status_report", {"project": "APOLLO", "as_of": "1 October"}),), ("APOLLO",))
    ((_, said),) = planned("and Borealis?", past).calls
    assert (said["project"], said["as_of"]) == ("BOREALIS", "1 October")
    ((_, said),) = planned("and two weeks ago?", past).calls
    assert (said["project"], said["as_of"]) == ("APOLLO", "two weeks ago")
    ((_, said),) = planned("and now?", past).calls
    assert (said["project"], said["as_of"]) == ("APOLLO", "")


def test_a_bare_day_goes_on_from_a_figure() -> None:
    past = Past("what is the CPI of Apollo?", "…", (Call("explain_figure", {"figure": "cpi", "project": "APOLLO"}),), ("APOLLO",))
    ((_, said),) = planned("and a month ago?", past).calls
    assert said == {"figure": "cpi", "project": "APOLLO", "as_of": "a month ago"}
