"""Who might do somebody's work: those who have time are told, nothing is changed, and nobody is called a stand-in of whom no record says so."""
import pytest

from assistant.planner.asked.handing_over import NO_STAND_IN
from tests.assistant.planner.asking import planned

FREE = (("find_records", {"kind": "person", "where": {"load": "below 60"}, "sort": "load"}),)


@pytest.mark.parametrize("said", [
    "I can't do APOLLO-T-7 this week, can someone else take it?", "who could take over APOLLO-T-7?", "can anybody help me with APOLLO-T-7?",
    "find somebody for APOLLO-T-7", "I have no time for APOLLO-T-7, who can?", "hand APOLLO-T-7 to somebody else", "APOLLO-T-7 needs another owner",
    "who else has time to do APOLLO-T-7?"])
def test_for_a_task_that_nobody_is_named_for_those_who_have_time_are_told(said: str) -> None:
    plan = planned(said)
    assert (plan.calls, plan.says.partition(".")[0], "“assign APOLLO-T-7 to”" in plan.says) == (FREE, "Nothing is changed yet", True)


@pytest.mark.parametrize(("said", "whose"), [
    ("who is my backup?", {}), ("who stands in while I'm away?", {}), ("do I have a stand-in?", {}), ("who covers for Mia next week?", {"person": "Mia"}),
    ("who is Ben's deputy?", {"person": "Ben"})])
def test_no_record_knows_a_stand_in_and_who_could_take_each_task_is_told(said: str, whose: dict[str, str]) -> None:
    plan = planned(said)
    assert (plan.calls, plan.says.partition(".")[0]) == ((("my_work", {**whose, "focus": "handover"}),), "No record says who stands in for somebody")


@pytest.mark.parametrize("said", ["hand APOLLO-T-7 over to Ana", "who is the owner of APOLLO-T-7?", "Ben can take APOLLO-T-7", "Ana covers for Ben on APOLLO-T-7"])
def test_who_is_named_is_not_looked_for(said: str) -> None:
    assert planned(said).calls != FREE


@pytest.mark.parametrize(("said", "there"), [
    ("who is in the office today?", "2026-11-18 to 2026-11-18"), ("who is in on Monday?", "2026-11-23 to 2026-11-23"),
    ("who is here next week?", "2026-11-23 to 2026-11-29"), ("who is working tomorrow?", "2026-11-19 to 2026-11-19"),
    ("who is not away today?", "2026-11-18 to 2026-11-18"), ("who is around?", "2026-11-18 to 2026-11-18")])
def test_who_is_there_is_whoever_is_not_away(said: str, there: str) -> None:
    assert planned(said).calls == (("find_records", {"kind": "person", "where": {"there": there}}),)


@pytest.mark.parametrize("said", ["who is in Apollo?", "who is working on Apollo?", "who is in charge of Apollo?", "who is away today?"])
def test_who_is_somewhere_else_is_asked_otherwise(said: str) -> None:
    assert not any("there" in (args.get("where") or {}) for _, args in planned(said).calls)


@pytest.mark.parametrize("text", ["can anyone cover for Ben next week?", "could somebody stand in for Ben on Friday?", "who can fill in for Ben tomorrow?"])
def test_who_may_cover_is_asked_and_nobody_is_away_by_it(text: str) -> None:
    plan = planned(text)
    assert ([name for name, _ in plan.calls], plan.says.startswith(NO_STAND_IN)) == (["my_work"], True)
