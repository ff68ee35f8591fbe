"""A record that comes out of one that is there refers to it, and one that is split gets its parts under it."""
import pytest

from assistant.planner.planning import Asked
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
