"""Whole sentences that kinds declare: what they make, change or ask for, and what is none of them."""
from collections.abc import Mapping

import pytest

from assistant.calling import Call, Past
from assistant.planner.heard.sentences import loose, sentences
from assistant.planner.words.runs import run_of
from tests.assistant.planner.asking import READING, TODAY, planned, wrong

MADE: tuple[tuple[str, str, Mapping[str, str]], ...] = (
    ("we decided to host at Nimbora on Apollo because it is cheaper than before", "decision",
     {"title": "Host at Nimbora", "decision": "Host at Nimbora", "project": "APOLLO", "rationale": "it is cheaper than before", "status": "decided"}),
    ("Ben is on leave from 14 to 18 December", "absence", {"person": "Ben", "type": "leave", "start": "2026-12-14", "end": "2026-12-18"}),
    ("we lost Mia for two weeks from Monday", "absence", {"person": "Mia", "type": "other", "start": "2026-11-23", "end": "2026-12-06"}),
    ("Mia called in sick, out till Friday", "absence", {"person": "Mia", "type": "sick", "start": "2026-11-18", "end": "2026-11-20"}),
    ("I'm out on 3 and 4 Dec, moving house. Would you put that in please?", "absence", {"person": "me", "start": "2026-12-03", "end": "2026-12-04"}),
    ("We agreed today on oak instead of walnut. Log the decision on Dione", "decision",
     {"title": "Oak instead of walnut", "decision": "Oak instead of walnut", "project": "DIONE", "status": "decided", "decided on": "today"}),
    ("send me the Dione report every Friday at 16:00", "schedule", {"what": "report", "project": "DIONE", "often": "every Friday at 16:00"}),
    ("book 7h today on T-6", "time entry", {"task": "T-6", "hours": "7h", "on": "today"}),
    *((said, "absence", {"person": "me", "type": "sick", "start": "2026-11-18", "end": "2026-11-18"}) for said in (
        "I can't come in today, I'm sick", "put me down as sick for today", "sick today")),
    *((said, "absence", {"person": "me", "start": "2026-11-20", "end": "2026-11-20"}) for said in (
        "taking Friday off", "book me off for Friday", "out of office on Friday", "I take Friday off")),
    ("I'm off on Friday", "absence", {"person": "me", "start": "2026-11-20", "end": "2026-11-20"}),
    ("T-12 starts 2 days after T-6 ends", "schedule link", {"successor": "T-12", "predecessor": "T-6", "lag": "2", "type": "FS"}),
    ("APOLLO-T-9 waits for T-6", "schedule link", {"successor": "APOLLO-T-9", "predecessor": "APOLLO-T-6", "type": "FS"}),
    ("put Mia on Corvus for 10 hours a week from 1 December to 31 March", "allocation",
     {"person": "Mia", "project": "CORVUS", "hours": "10 hours", "start": "2026-12-01", "end": "2027-03-31"}),
    ("note on T-12: the supplier called on Monday about Apollo", "comment", {"about": "T-12", "text": "The supplier called on Monday about Apollo"}),
    ("page load time was 2.4 s today", "measurement", {"metric": "page load time", "value": "2.4", "on": "today"}),
    ("we need clean labels from the supplier by 10 December", "dependency",
     {"title": "Clean labels", "party": "the supplier", "needed by": "10 December", "direction": "get"}),
    ("there's a serious problem with the export on Apollo", "issue", {"title": "Problem with the export", "severity": "high", "project": "APOLLO"}),
    ("we call blocked tasks stuck here", "office word", {"word": "stuck", "record": "task", "field": "status", "choice": "blocked"}),
)
CHANGED: tuple[tuple[str, str, Mapping[str, str], Mapping[str, str]], ...] = (
    ("declare Apollo green until 15 December because the supplier confirmed", "project", {"key": "APOLLO"},
     {"declared colour": "green", "declared until": "15 December", "declared reason": "the supplier confirmed"}),
    ("pass gate 2 of Apollo", "phase gate", {"number": "2", "project": "APOLLO"}, {"decision": "go"}),
    ("waive APOLLO-GC-2 because the owner starts in January", "gate criterion", {"key": "APOLLO-GC-2"},
     {"status": "waived", "reason": "the owner starts in January"}),
    ("mark the risk review criterion met, evidence: minutes of Tuesday", "gate criterion", {"key": "risk review"},
     {"status": "met", "evidence": "minutes of Tuesday"}),
    ("project managers may approve up to 8,000 EUR", "approval limit", {"role": "project manager"}, {"amount": "8,000 EUR"}),
    ("our fiscal year starts in April", "office", {"name": "not empty"}, {"fiscal month": "4"}),
    ("set the role of Ana Ruiz to viewer", "person", {"key": "Ana Ruiz"}, {"role": "viewer"}),
    ("26 December is a public holiday in Germany", "calendar", {"key": "Germany"}, {"days off": "+2026-12-26"}),
)
LISTED: tuple[tuple[str, str, Mapping[str, str]], ...] = (
    ("who is accountable for the account pages?", "responsibility", {"letter": "accountable", "deliverable": "account pages"}),
    ("who is away next week?", "absence", {"start": "at most 2026-11-29", "end": "at least 2026-11-23"}),
    ("which criteria of gate 2 are open?", "gate criterion", {"gate": "2", "status": "not met, waived"}),
    ("how many hours did Ben book on Apollo this week?", "time entry", {"person": "Ben", "project": "APOLLO", "on": "this week"}),
    ("what does Apollo depend on?", "dependency", {"project": "APOLLO"}),
    ("velocity of the past sprints of Borealis", "sprint", {"project": "BOREALIS", "status": "closed"}),
)


@pytest.mark.parametrize("tells", [True, False])
def test_every_declared_sentence_can_be_read(tells: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert all(loose(sentence) for sentence in sentences(tells=tells))


@pytest.mark.parametrize(("text", "kind", "values"), MADE)
def test_a_sentence_makes_a_record(text: str, kind: str, values: Mapping[str, str]) -> None:
    ((tool, args),) = planned(text).calls
    assert (tool, args) == ("create_record", {"kind": kind, "values": values})


@pytest.mark.parametrize(("text", "kind", "where", "values"), CHANGED)
def test_a_sentence_changes_the_record_it_names(text: str, kind: str, where: Mapping[str, str], values: Mapping[str, str]) -> None:
    ((tool, args),) = planned(text).calls
    assert (tool, args) == ("change_records", {"kind": kind, "where": where, "values": values})


@pytest.mark.parametrize(("text", "kind", "where"), LISTED)
def test_a_question_lists_what_it_names(text: str, kind: str, where: Mapping[str, str]) -> None:
    ((tool, args),) = planned(text).calls
    assert (tool, args) == ("find_records", {"kind": kind, "where": where})


def test_a_question_that_two_kinds_declare_lists_both() -> None:
    assert [args["kind"] for _, args in planned("who has to decide what by when?").calls] == ["change request", "decision"]


@pytest.mark.parametrize("text", [
    "what does gate 2 require?", "what are the criteria for gate 3?", "who is responsible for benefits?", "how much can a project manager approve?",
    "how do we handle lessons learned?", "who decides at gate 1?"])
def test_what_the_handbook_answers_is_no_sentence_about_records(text: str) -> None:
    assert not wrong(planned(text), "search_governance", {})


@pytest.mark.parametrize("text", ["did we decide to host at Nimbora?", "is Ben on leave next week?", "can T-12 start after T-6 ends?", "was the page load time 2.4 s today?"])
def test_a_question_changes_nothing(text: str) -> None:
    assert {name for name, _ in planned(text).calls} <= set(READING)


@pytest.mark.parametrize("text", ["T-12 waits for the supplier", "Apollo needs it from them", "the budget was 3 today", "Apollo was 3 days late yesterday"])
def test_a_pronoun_a_figure_or_another_kinds_record_is_no_name(text: str) -> None:
    assert not {args.get("kind") for _, args in planned(text).calls} & {"schedule link", "dependency", "measurement"}


@pytest.mark.parametrize(("said", "first", "last"), [
    ("from 14 to 18 December", "2026-12-14", "2026-12-18"), ("in January", "2027-01-01", "2027-01-31"), ("next week", "2026-11-23", "2026-11-29"),
    ("on 3 December", "2026-12-03", "2026-12-03"), ("from 27 December to 4 January", "2026-12-27", "2027-01-04"), ("21 December - 4 January", "2026-12-21", "2027-01-04")])
def test_a_run_of_days_lies_ahead(said: str, first: str, last: str) -> None:
    run = run_of(said, TODAY)
    assert run is not None
    assert [f"{day}" for day in run] == [first, last]


def test_what_ends_before_it_begins_is_no_run() -> None:
    assert run_of("from 18 December to 14 December", TODAY) is None


def test_the_risks_right_after_a_project_are_its_own() -> None:
    talk = Past("how is Apollo doing?", "Apollo is off track", (Call("status_report", {"project": "APOLLO"}),), ("APOLLO",))
    assert planned("what are the risks?", talk).calls == (("find_records", {"kind": "risk", "where": {"project": "APOLLO"}}),)
    assert planned("what are all the risks of our portfolio?", talk).calls[0][1].get("where") is None
