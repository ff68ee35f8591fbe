"""What is missing for a gate, what holds it up, whether it is still on, who decides and whose review is due, in many words."""
from collections.abc import Sequence
from typing import Any

import pytest

from assistant.calling import Call, Past
from assistant.planner.heard.plan import Asked
from assistant.planner.heard.wording import NOT_SINCE_BROKEN
from records.kinds import ChangeRequest, Decision, Milestone, Risk
from tests.assistant.planner.asking import ALL, NAMES, TODAY, planned, planner
from tools.desk.holding import Holder

OPEN, MISSING = "not done, cancelled", "not met, waived"
HELD = (Holder(Milestone, "APOLLO-MS-2", "Gate 2: build approved", is_titled=True, is_own=True, is_theirs=True, is_open=True),
        Holder(Milestone, "CORVUS-MS-1", "Gate 2: system approved", is_titled=True, is_own=False, is_theirs=False, is_open=True),
        Holder(Milestone, "APOLLO-MS-3", "Pilot with ten customers", is_titled=True, is_own=True, is_theirs=True, is_open=True),
        Holder(Decision, "APOLLO-DE-1", "Which cloud hosts the portal? cloud hosting", is_titled=True, is_own=True, is_theirs=False, is_open=True),
        Holder(ChangeRequest, "CORVUS-CR-1", "Rent scanners for the training", is_titled=True, is_own=False, is_theirs=False, is_open=True),
        Holder(Risk, "CORVUS-R-1", "The hand scanners may come late", is_titled=True, is_own=False, is_theirs=False, is_open=True))


def holding(said: str) -> Sequence[Holder]:
    return [h for h in HELD if all(w in h.title.lower() for w in said.lower().split())]


def calls(text: str) -> list[tuple[str, dict[str, Any]]]:
    plan = planner().plan(text, Asked(NAMES, TODAY, (), "Ana Ruiz", own=("APOLLO",), holding=holding), ALL)
    return [(name, dict(args)) for name, args in plan.calls]


@pytest.mark.parametrize("text", ["Is everything there for gate 2, or what is still missing?", "what is still missing for gate 2?",
                                  "do we have everything for gate 2?", "what papers are still missing for gate 2 of Apollo?"])
def test_what_is_missing_for_a_gate_is_told_by_the_handbook_and_its_criteria(text: str) -> None:
    assert calls(text) == [("search_governance", {"question": "what does the handbook say about what Apollo needs before gate 2?"})]


def test_what_is_needed_and_missing_is_one_question() -> None:
    assert calls("What do I need for gate 0 of Fortuna according to the handbook and what is missing?") == [
        ("search_governance", {"question": "what does the handbook say about what Fortuna needs before gate 0?"})]


@pytest.mark.parametrize("text", ["Which gates are coming up before Christmas and are we ready for them?",
                                  "Which gates are coming up before Christmas and which projects aren't ready for theirs?"])
def test_gates_to_come_stand_with_the_criteria_of_all(text: str) -> None:
    (_, gates), (_, criteria) = calls(text)
    assert gates["where"] == {"type": "gate", "actual": "empty", "forecast": "before Christmas"}
    assert (criteria["kind"], criteria["where"]) == ("gate criterion", {})


@pytest.mark.parametrize("text", ["Which tasks hold up gate 2?", "which tasks must be done before gate 2?", "which tasks are due before gate 2?"])
def test_what_holds_up_a_gate_is_what_is_due_by_its_day_and_missing_for_it(text: str) -> None:
    (_, tasks), (_, criteria) = calls(text)
    assert tasks["where"] == {"status": OPEN, "project": "APOLLO", "due": "until APOLLO-MS-2"}
    assert criteria["where"] == {"gate": "gate 2", "project": "APOLLO", "status": MISSING}


def test_what_holds_up_a_milestone_is_what_is_due_by_its_day() -> None:
    assert [args["where"]["due"] for _, args in calls("what is holding up the pilot?")] == ["until APOLLO-MS-3"]


@pytest.mark.parametrize("text", ["does gate 2 still hold then?", "is gate 2 of Apollo still on?", "will gate 2 still take place on Monday?",
                                  "What happens with Gate 2 of Apollo on Monday, is it still on?"])
def test_whether_a_gate_is_still_on_is_told_by_its_milestone(text: str) -> None:
    assert calls(text) == [("show_record", {"record": "APOLLO-MS-2", "field": "forecast"})]


@pytest.mark.parametrize(("text", "key"), [
    ("Who is the decider for the cloud hosting question, by when, and what are the options?", "APOLLO-DE-1"),
    ("before the scanners change request is decided I cannot go on, who decides it and by when?", "CORVUS-CR-1")])
def test_who_decides_is_told_of_what_is_spoken_of(text: str, key: str) -> None:
    assert calls(text) == [("show_record", {"record": key})]


def test_the_last_approval_stands_before_those_beyond_a_limit() -> None:
    first, beyond = [args for _, args in calls("Who approved the last change request on Apollo, when, and was that person allowed to?")]
    assert (first["where"], first["sort"], first["limit"]) == ({"status": "approved, implemented", "project": "APOLLO"}, "-decided on", 1)
    assert beyond["where"] == {"status": "approved, implemented", "project": "APOLLO", "beyond": "limit"}


@pytest.mark.parametrize("text", ["Does anybody both request and decide changes on the same project? That would breach separation of duties.",
                                  "is the separation of duties kept for change requests?"])
def test_separated_duties_are_told_by_who_asked_and_who_decides(text: str) -> None:
    same, every = [args for _, args in calls(text)]
    assert (same["where"], every["where"], every["sort"]) == ({"decider": "requester"}, {}, "requester")


@pytest.mark.parametrize(("text", "role"), [("Who has admin rights in this system?", "PMO admin"), ("who has auditor access?", "auditor"),
                                            ("people with viewer rights", "viewer")])
def test_who_has_rights_is_a_role_of_people(text: str, role: str) -> None:
    assert calls(text) == [("find_records", {"kind": "person", "where": {"role": role}})]


def test_since_when_a_role_is_held_is_told_by_the_log() -> None:
    assert [args.get("only", args.get("kind")) for _, args in calls("Who has admin rights in this system and since when?")] == [
        "person", "person role", "made person"]


@pytest.mark.parametrize("text", ["Is the declared status of each project the same as what the records say?", "does the declared status match the records?",
                                  "which projects declare another colour than their figures?", "which managers report green while the figures are red?"])
def test_what_is_declared_is_held_against_the_figures(text: str) -> None:
    assert calls(text) == [("find_records", {"kind": "project", "where": {"declared": "otherwise"}})]


@pytest.mark.parametrize("text", ["why is Apollo red?", "declare Apollo red because the gate slipped", "which projects are red?", "who declared Apollo green?"])
def test_a_colour_alone_is_held_against_nothing(text: str) -> None:
    assert "otherwise" not in str(planned(text).calls)


LATE = {"status": "not closed", "review": "before today"}


@pytest.mark.parametrize(("text", "where"), [
    ("which open risks have not been reviewed in time?", [LATE]), ("which risks are overdue for review?", [LATE]),
    ("Which risks do I own, and which are due for review?", [{"owner": "me"}, {"status": "not closed", "owner": "me", "review": "before today"}]),
    ("which risks haven't been reviewed for a month?", [{"status": "not closed", "unchanged": "review since a month ago"}]),
    ("which documents are overdue for review?", [{"review": "before today", "status": "in force, draft"}]),
    ("documents without a review date", [{"review": "empty"}])])
def test_a_review_that_is_due_is_a_day_gone_by(text: str, where: list[dict[str, str]]) -> None:
    assert [args["where"] for _, args in calls(text)] == where


@pytest.mark.parametrize("text", ["Does the handbook say how often risks have to be reviewed, and are we keeping to it?",
                                  "Which open risks have not been reviewed in time, and what does the policy demand?"])
def test_a_rule_on_reviews_stands_before_who_keeps_to_it(text: str) -> None:
    assert calls(text) == [("search_governance", {"question": "how often are risks reviewed?"}),
                           ("find_records", {"kind": "risk", "where": LATE, "sort": "review"})]


@pytest.mark.parametrize(("text", "only"), [("who touched gate 2?", "APOLLO-MS-2"), ("what was changed on the gate 2 date?", "APOLLO-MS-2")])
def test_what_was_changed_on_a_gate_is_told_of_its_milestone(text: str, only: str) -> None:
    assert calls(text) == [("what_changed", {"only": only})]


@pytest.mark.parametrize("text", ["which gates were passed without approval?", "which gates were reached but never approved?",
                                  "which gates lack a recorded decision?"])
def test_gates_without_an_approval_are_told_by_what_was_reached_and_what_was_decided(text: str) -> None:
    assert [args["kind"] for _, args in calls(text)] == ["milestone", "phase gate"]


@pytest.mark.parametrize("text", ["which reviews are due this week?", "any reviews this week?"])
def test_reviews_of_no_kind_are_those_of_every_kind_that_is_reviewed(text: str) -> None:
    assert [(args["kind"], args["where"]["review"]) for _, args in calls(text)] == [
        (kind, "this week") for kind in ("risk", "decision", "benefit", "document")]


@pytest.mark.parametrize("text", ["What is waiting for my decision, and which of those is overdue or due this week?",
                                  "what is waiting for my approval, and which of these are due this week?"])
def test_what_waits_for_a_decision_stands_before_what_of_it_is_due(text: str) -> None:
    waiting, *due = [args for _, args in calls(text)]
    assert waiting == {"focus": "waiting"}
    assert {args["where"]["decide by"] for args in due} == {"at most the end of this week"}


@pytest.mark.parametrize(("text", "due"), [("which tasks are overdue or due this week?", "at most the end of this week"),
                                           ("tasks overdue or due today", "at most today")])
def test_what_is_late_or_due_is_all_that_is_due_by_then(text: str, due: str) -> None:
    assert [args["where"]["due"] for _, args in calls(text)] == [due]


@pytest.mark.parametrize(("text", "where"), [
    ("which projects have a gate in December?", {"type": "gate", "actual": "empty", "forecast": "in December"}),
    ("which gate comes next?", {"type": "gate", "actual": "empty"}), ("when is the next gate on Apollo?", {"type": "gate", "actual": "empty", "project": "APOLLO"})])
def test_gates_that_come_are_milestones_ahead(text: str, where: dict[str, str]) -> None:
    assert calls(text) == [("find_records", {"kind": "milestone", "where": where, "sort": "forecast"})]


def test_who_decides_the_next_gate_is_told_by_those_not_decided() -> None:
    assert [args["where"] for _, args in calls("which gate comes next and who decides it?")] == [
        {"type": "gate", "actual": "empty"}, {"decision": "not decided"}]


@pytest.mark.parametrize("text", ["which milestone is next?", "which projects have risks in December?"])
def test_what_is_no_gate_is_not_told_by_gates(text: str) -> None:
    assert "gate" not in str(planned(text).calls)


@pytest.mark.parametrize(("text", "kind"), [("who agreed the baseline of Corvus and when?", "baseline"),
                                            ("was the business case of Corvus ever approved?", "business case")])
def test_what_was_agreed_is_told_by_its_records(text: str, kind: str) -> None:
    ((_, args),) = calls(text)
    assert (args["kind"], args["where"]) == (kind, {"project": "CORVUS"})


@pytest.mark.parametrize("text", ["Which projects break the handbook rules, who has to put it right and which breach is the oldest?",
                                  "since when are our rules broken on Apollo?", "which violation is the oldest?"])
def test_since_when_a_rule_is_broken_is_said_not_to_be_kept(text: str) -> None:
    plan = planned(text)
    assert ([name for name, _ in plan.calls], plan.says) == (["check_compliance"], NOT_SINCE_BROKEN)


def test_another_gate_is_asked_about_as_the_one_before() -> None:
    before = Past("who approved gate 2 of Corvus?", "No decision", (
        Call("find_records", {"kind": "phase gate", "where": {"number": "2", "project": "CORVUS"}, "sort": "-decided on"}),), ("CORVUS-MS-1",))
    assert planned("and gate 1 of Apollo?", before).calls == (
        ("find_records", {"kind": "phase gate", "where": {"number": "1", "project": "APOLLO"}, "sort": "-decided on"}),)
