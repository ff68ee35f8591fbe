"""Changes of a sort, since when a figure is as it is, and what is asked of changes that were shown, in many words."""
from collections.abc import Sequence

import pytest

from assistant.calling import Call, Past
from assistant.planner.heard.plan import Asked
from assistant.planner.heard.wording import NO_REASONS, NOT_TIED
from records.kinds import Milestone, Task
from tests.assistant.planner.asking import ALL, NAMES, TODAY, planned, planner
from tools.desk.holding import Holder

SHOWN = Past("what changed since 1 November?", "102 changes", (Call("what_changed", {"period": "since 1 November"}),), ("APOLLO-MS-2", "DIONE-BN-1"))
OF_BENEFIT = Past("audit trail of Dione's benefit", "Benefits on Dione were changed twice", (
    Call("what_changed", {"project": "DIONE", "only": "benefits"}),), ("DIONE-BN-1",))
HELD = (Holder(Milestone, "APOLLO-MS-3", "Pilot with ten customers", is_titled=True, is_own=True, is_theirs=True, is_open=True),
        Holder(Milestone, "APOLLO-MS-4", "Portal live", is_titled=True, is_own=True, is_theirs=True, is_open=True),
        Holder(Task, "APOLLO-T-10", "Load test the portal", is_titled=True, is_own=True, is_theirs=False, is_open=True))


def only(text: str, *past: Past) -> object:
    ((tool, args),) = planned(text, *past).calls
    assert tool == "what_changed"
    return args.get("only", "")


def holding(said: str) -> Sequence[Holder]:
    return [h for h in HELD if all(w in h.title.lower() for w in said.lower().split())]


@pytest.mark.parametrize("text", ["which dates were moved?", "show me all changes to dates since 1 November", "were any deadlines moved on Apollo last week?",
                                  "list all date changes by Ana", "how many changes did Ana make to dates?", "every change of the dates this month"])
def test_changes_of_dates_are_those_alone(text: str) -> None:
    assert only(text) == "dates"


@pytest.mark.parametrize(("text", "sort"), [
    ("which milestones were moved?", "milestone dates"), ("which tasks were postponed last month?", "task dates"), ("which tasks did Ben move?", "task dates"),
    ("Which milestones were moved more than once, and by whom?", "milestone dates, more than once"),
    ("which milestones were moved twice?", "milestone dates, more than once"), ("which task was moved the most?", "task dates, more than once"),
    ("which risks were changed several times?", "risks, more than once"), ("which budget lines did Ana change?", "budget lines"),
    ("Show me every change Victor made to money figures in November, with the old and the new value.", "amounts"),
    ("which amounts were changed on Dione?", "amounts"), ("was anything deleted?", "taken back"),
    ("Which records were deleted in the last 30 days and who did it?", "taken back"), ("has anybody deleted records?", "taken back"),
    ("Show me everything that slipped this month, by how many days, and whose it is.", "slips"), ("what slipped on Apollo this month and whose is it?", "slips"),
    ("Did anything get worse since last Monday? I only want the projects, not the tasks.", "worse"), ("which projects got worse?", "worse"),
    ("what got better on Apollo this month?", "better"),
    ("Which projects changed their benefit forecast in the last month, from what to what?", "benefit forecast")])
def test_a_sort_of_changes_narrows_to_it(text: str, sort: str) -> None:
    assert only(text) == sort


@pytest.mark.parametrize("text", ["which tasks are delayed?", "who raised the most issues", "which changes are waiting?", "move all dates of Apollo by a week",
                                  "what did Victor change in November?", "did anything slip this week?"])
def test_what_is_so_now_or_is_ordered_is_no_sort_of_changes(text: str) -> None:
    assert not any(args.get("only") for _, args in planned(text).calls)


def test_only_those_of_a_sort_are_of_the_time_that_was_shown() -> None:
    assert planned("Only the changes of dates, please.", SHOWN).calls == (("what_changed", {"period": "since 1 November", "only": "dates"}),)


@pytest.mark.parametrize("text", ["Who made most of them, and were reasons given?", "what was the reason?", "were there any reasons given for the changes?"])
def test_reasons_of_changes_are_said_not_to_be_kept(text: str) -> None:
    plan = planned(text, SHOWN)
    assert (plan.calls, plan.says) == ((("what_changed", {"period": "since 1 November"}),), NO_REASONS)


def test_what_something_was_before_is_told_by_its_changes_once_more() -> None:
    assert planned("What was it before, and what was the reason?", OF_BENEFIT).calls == (("what_changed", {"project": "DIONE", "only": "benefits"}),)


def test_whether_a_figure_changed_is_asked_of_the_project_whose_changes_were_shown() -> None:
    assert planned("Did the NPV change on the same day?", OF_BENEFIT).calls == (("what_changed", {"project": "DIONE", "only": "NPV"}),)


@pytest.mark.parametrize(("text", "so"), [
    ("Dione's NPV went negative, when did that happen and who changed the figures?", "NPV below 0"), ("since when is Dione's NPV negative?", "NPV below 0"),
    ("when did Dione's NPV go negative?", "NPV below 0"), ("how long has the NPV of Dione been positive?", "NPV above 0"),
    ("since when is the CPI of Dione below 0.9?", "CPI below 0.9")])
def test_since_when_a_figure_is_so_is_looked_for_in_the_past(text: str, so: str) -> None:
    assert planned(text).calls == (("what_changed", {"project": "DIONE", "only": so}),)


@pytest.mark.parametrize(("text", "what"), [
    ("Give me the audit trail of Dione's benefit.", "benefits"), ("change history of APOLLO-MS-2", "APOLLO-MS-2"), ("audit trail of the last three days", ""),
    ("history of changes since Monday", "")])
def test_an_audit_trail_is_of_what_is_named(text: str, what: str) -> None:
    assert only(text) == what


@pytest.mark.parametrize(("text", "key"), [
    ("When did the portal live date move last, from when to when, and who moved it?", "APOLLO-MS-4"), ("Who postponed the pilot?", "APOLLO-MS-3"),
    ("how often did the pilot slip?", "APOLLO-MS-3")])
def test_who_moved_a_record_is_told_of_the_one_that_is_spoken_of(text: str, key: str) -> None:
    plan = planner().plan(text, Asked(NAMES, TODAY, (), "Ana Ruiz", own=("APOLLO",), holding=holding), ALL)
    assert plan.calls == (("what_changed", {"only": key}),)


def test_changes_without_a_request_cannot_be_told_and_what_there_is_stands_beside_that() -> None:
    plan = planned("Were there any changes made after a gate without a change request?")
    assert plan.says == NOT_TIED
    assert [args.get("kind", args.get("only")) for _, args in plan.calls] == ["change request", "phase gate", "dates"]


@pytest.mark.parametrize(("text", "sort"), [
    ("show changes of owners this month", "owner"), ("what status changes were there yesterday?", "status"),
    ("what changed on the risks of Apollo this month?", "risks"), ("which records did Paula create this month?", "made"), ("what was added this month?", "made"),
    ("which risks were added this month?", "made risks"), ("which tasks did Ben create last week?", "made tasks")])
def test_a_field_a_kind_or_what_is_new_narrows_the_changes(text: str, sort: str) -> None:
    assert only(text) == sort


def test_whether_somebody_may_change_something_lists_no_changes() -> None:
    assert not any(name == "what_changed" for name, _ in planned("may Ben change the budget of Apollo?").calls)


@pytest.mark.parametrize("text", ["which projects are worse off than last month?", "is Apollo worse than last week?"])
def test_what_is_worse_than_it_was_is_told_by_verdicts_then_and_now(text: str) -> None:
    assert only(text) == "worse"


def test_what_is_worse_than_another_is_no_change() -> None:
    assert not any(name == "what_changed" for name, _ in planned("is Apollo worse than Corvus?").calls)


def test_what_belongs_to_no_project_is_told_of_its_kind() -> None:
    assert only("when was the handbook last changed?") == "documents"


def test_what_somebody_changed_since_a_day_is_no_field() -> None:
    assert not only("What did Ana change on Apollo since Monday?")


AGAIN = Past("which milestones were moved more than once?", "Changed more than once", (
    Call("what_changed", {"period": "this month", "only": "milestone dates, more than once"}),), ("APOLLO-MS-2",))


@pytest.mark.parametrize(("text", "more"), [
    ("only Apollo please", {"project": "APOLLO"}), ("and last month?", {"period": "last month"}), ("and which tasks?", {"only": "task dates, more than once"}),
    ("only by Ana", {"person": "Ana"})])
def test_changes_that_were_shown_are_narrowed_by_a_word(text: str, more: dict[str, str]) -> None:
    before = AGAIN.calls[0].said
    assert planned(text, AGAIN).calls == (("what_changed", {**before, **more}),)


def test_by_how_much_and_whose_is_told_by_what_slipped() -> None:
    assert planned("by how many days, and whose are they?", SHOWN).calls == (("what_changed", {"period": "since 1 November", "only": "slips"}),)
