"""A record that comes out of one that is there refers to it, and one that is split gets its parts under it."""
import pytest

from assistant.planner.heard.plan import Asked
from records.kinds import Risk, Task
from tests.assistant.planner.asking import ALL, NAMES, TODAY, planned, planner
from tools.desk.holding import Holder

HELD = (Holder(Risk, "APOLLO-R-1", "The identity supplier may deliver late", is_titled=True, is_own=True, is_theirs=False, is_open=True),
        Holder(Task, "CORVUS-T-9", "Move the second hall", is_titled=True, is_own=True, is_theirs=False, is_open=True))


def of(said: str, **titled: str) -> Asked:
    return Asked(NAMES, TODAY, (), "Ana Ruiz", {n.replace("_", " "): key for n, key in titled.items()}, holding=lambda words: tuple(
        h for h in HELD if words in said and titled.get(words.replace(" ", "_")) == h.key))


def test_a_risk_that_has_happened_becomes_an_issue() -> None:
    said = "The risk about the identity supplier has happened, they told us on Monday, so turn it into an issue for Ben, severity high."
    plan = planner().plan(said, of(said, identity_supplier="APOLLO-R-1"), ALL)
    changed, made = plan.calls
    assert changed == ("change_records", {"kind": "risk", "where": {"key": "APOLLO-R-1"}, "values": {"status": "triggered"}})
    assert made[1]["values"] == {"title": "The identity supplier may deliver late", "project": "APOLLO", "owner": "Ben", "severity": "high",
                                 "risk": "APOLLO-R-1"}
    assert "they told us on Monday" in plan.says


def test_an_issue_is_made_out_of_a_risk_by_its_key() -> None:
    ((name, args),) = planned("make an issue out of APOLLO-R-1").calls
    assert (name, args["kind"], args["values"]["risk"]) == ("create_record", "issue", "APOLLO-R-1")


def test_a_task_is_split_into_its_parts() -> None:
    said = "Split the move of the second hall into packing and setting up, 45 hours each."
    plan = planner().plan(said, of(said, move_of_the_second_hall="CORVUS-T-9"), ALL)
    assert [args["values"] for _, args in plan.calls] == [
        {"title": f"Move the second hall: {part}", "project": "CORVUS", "parent": "CORVUS-T-9", "hours": "45"} for part in ("packing", "setting up")]
    assert "CORVUS-T-9 itself stays" in plan.says


@pytest.mark.parametrize("said", ["split the work on Apollo into tasks", "make a list out of it", "turn it into a task", "split APOLLO-R-1 into two"])
def test_what_names_no_record_to_make_it_of_does_neither(said: str) -> None:
    assert not any({"parent", "risk"} & set(args.get("values") or {}) for _, args in planned(said).calls)


TOTAL = "Someone found the wrong total in the invoice list comes from rounding"


@pytest.mark.parametrize(("said", "values"), [
    (f"{TOTAL}, note that on the issue", {"comment": TOTAL}),
    (f"{TOTAL}, I'll have it fixed by Friday, note that on the issue and move its due date.", {"due": "Friday", "comment": TOTAL})])
def test_what_is_to_be_noted_on_a_record_makes_no_other_like_it(said: str, values: dict[str, str]) -> None:
    asked = Asked(NAMES, TODAY, (), "Ben Okafor", {"wrong total in the invoice list": "APOLLO-I-2"})
    assert planner().plan(said, asked, ALL).calls == (
        ("change_records", {"kind": "issue", "where": {"key": "APOLLO-I-2"}, "values": values}),)


def test_what_was_found_is_new_and_what_is_told_before_it_changes_its_record() -> None:
    said = "APOLLO-T-8 is at 20 percent but I found 300 duplicates, so I'd like to open an issue for that, medium, on me."
    changed, made = planned(said).calls
    assert changed[1]["values"] == {"progress": "20 percent"}
    assert made[1]["values"] == {"title": "300 duplicates", "project": "APOLLO", "severity": "medium", "owner": "me"}


def test_what_a_new_task_waits_for_is_told_as_left_out() -> None:
    plan = planned('Make a new task "Check the migration" on Apollo for Dev, due next Wednesday, after APOLLO-T-8.')
    assert [name for name, _ in plan.calls] == ["create_record"]
    assert "after APOLLO-T-8" in plan.says


@pytest.mark.parametrize("said", [
    "I approve APOLLO-CR-2, but only if the budget stays within 450,000.", "close APOLLO-T-5 as long as Ben agrees",
    "I approve APOLLO-CR-2, but only if the budget stays within 450,000. What would Apollo's forecast be after that?"])
def test_an_order_under_a_condition_that_cannot_be_read_is_never_taken_without_it(said: str) -> None:
    plan = planned(said)
    assert not plan.calls
    assert "under a condition that I cannot read" in plan.says


def test_what_has_to_do_with_something_is_looked_for_and_what_narrows_it_is_told() -> None:
    plan = planned("what else is open on Corvus that has to do with scanners?")
    assert plan.calls == (("find_records", {"words": "scanners"}),)
    assert "open on Corvus" in plan.says


def test_a_choice_that_two_fields_have_is_of_the_first() -> None:
    ((_, args),) = planned("CORVUS-I-1 needs another two weeks and I think it's high now").calls
    assert args["values"] == {"due": "another two weeks", "severity": "high"}


def test_several_things_for_somebody_are_a_task_each() -> None:
    said = "Two things for Mia on Corvus: write the import script by Monday, and check the old labels by Wednesday"
    assert planned(said).calls == (("create_tasks", {"project": "CORVUS", "lines": [
        "write the import script by Monday for Mia", "check the old labels by Wednesday for Mia"]}),)


@pytest.mark.parametrize("said", [
    "The identity supplier is three weeks late, so that's no longer a risk, it's an issue. Make Ben the owner and set it due next Wednesday.",
    "The identity supplier risk is not a risk any more but an issue, owner Ben, due next Wednesday"])
def test_what_is_no_longer_a_risk_becomes_an_issue_and_who_owns_that_is_told_behind_it(said: str) -> None:
    changed, made = planner().plan(said, of(said, identity_supplier="APOLLO-R-1"), ALL).calls
    assert changed == ("change_records", {"kind": "risk", "where": {"key": "APOLLO-R-1"}, "values": {"status": "triggered"}})
    assert made[1]["values"] == {"title": "The identity supplier may deliver late", "project": "APOLLO", "owner": "Ben", "due": "next Wednesday",
                                 "risk": "APOLLO-R-1"}
