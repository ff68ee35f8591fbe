"""An order and what is told beside it: the reason is kept where it is asked for, else told as left out, and never hides the order."""
import pytest

from tests.assistant.planner.asking import planned

WHY_KEPT = (
    ("Move APOLLO-T-13 to 8 January because the scope isn't frozen", {"due": "8 January", "comment": "the scope isn't frozen"}),
    ("set the probability of CORVUS-R-1 to 2, the supplier confirmed in writing, and note the reason",
     {"probability": "2", "comment": "the supplier confirmed in writing"}),
    ("APOLLO-MS-3 moves to 12 January because two customers dropped out, please update the forecast and note why",
     {"forecast": "12 January", "comment": "two customers dropped out"}),
    ("Legal is late with the notice. Please move APOLLO-T-9 to next Friday and note why.", {"due": "next Friday", "comment": "Legal is late with the notice"}),
    ("The sync library is broken, so please set BOREALIS-T-8 to blocked.", {"status": "blocked", "blocked by": "The sync library is broken"}),
    ("Approve APOLLO-CR-2 and note that the budget stays capped at 45,000", {"status": "approved", "rationale": "the budget stays capped at 45,000"}),
    ("Reject CORVUS-CR-1, it costs too much, and let Carla know why.", {"status": "rejected", "rationale": "it costs too much"}))


@pytest.mark.parametrize(("said", "values"), WHY_KEPT)
def test_the_reason_is_kept_with_the_change(said: str, values: dict[str, str]) -> None:
    ((name, args),) = planned(said).calls
    assert (name, args["values"]) == ("change_records", values)


@pytest.mark.parametrize(("said", "values", "left"), [
    ("Can we raise the priority of every overdue Apollo task to critical? Nobody seems to care otherwise.", {"priority": "critical"}, "Nobody seems to care"),
    ("Everything on Corvus that is due in December moves back by a week, the system vendor closes for stocktaking.", {"due": "a week later"}, "system vendor"),
    ("Give APOLLO-T-11 to Dev, Ana has no time for it and it has no owner anyway.", {"owner": "Dev"}, "Ana has no time"),
    ("Jonas has no time, give CORVUS-T-4 to Mia", {"owner": "Mia"}, "Jonas has no time"),
    ("Move APOLLO-T-10 to 20 December, Ben asked for it", {"due": "20 December"}, "Ben asked for it"),
    ("put Fortuna on hold until March", {"phase": "on hold"}, "until March"),
    ("We have better news: APOLLO-MS-4 moves to 18 February", {"forecast": "18 February"}, "better news")])
def test_a_reason_that_nobody_asked_to_keep_is_told_as_left_out(said: str, values: dict[str, str], left: str) -> None:
    plan = planned(said)
    ((name, args),) = plan.calls
    assert (name, args["values"]) == ("change_records", values)
    assert left in plan.says


@pytest.mark.parametrize("said", ["Approve APOLLO-CR-2 and inform Ana", "close APOLLO-T-5, and please tell the team", "move T-5 to Friday and let Ben know why"])
def test_what_is_to_be_told_to_somebody_is_said_to_be_left_to_the_asker(said: str) -> None:
    plan = planned(said)
    assert [name for name, _ in plan.calls] == ["change_records"]
    assert "I send no messages" in plan.says


def test_what_was_agreed_names_what_is_made_for_it() -> None:
    ((_, args),) = planned("We agreed to hire a temp for the test phase – add a budget line of 5,000 for it on Apollo under services.").calls
    assert args == {"kind": "budget line", "values": {
        "amount": "5,000", "category": "services", "project": "APOLLO", "title": "Hire a temp for the test phase"}}


@pytest.mark.parametrize("said", [
    "close all risks of Apollo except those of Ben", "if nobody is free, move T-12 to 18 December", "move APOLLO-T-5 to Friday, unless Ben is away"])
def test_a_condition_or_an_exception_is_no_reason(said: str) -> None:
    assert not any(name == "change_records" for name, _ in planned(said).calls)


def test_who_takes_it_is_no_reason() -> None:
    ((_, args),) = planned("Move APOLLO-T-10 to 20 December, Ben takes it").calls
    assert args["values"] == {"owner": "Ben", "due": "20 December"}


def test_a_day_since_which_something_is_so_is_no_reason() -> None:
    ((_, args),) = planned("APOLLO-T-5 is blocked since Monday").calls
    assert "comment" not in args["values"]
