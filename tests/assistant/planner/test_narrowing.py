"""A change of many records never drops a word that tells which, and what is told of one record changes no others."""
import pytest

from tests.assistant.planner.asking import planned

OPEN = "not done, cancelled"


@pytest.mark.parametrize("said", [
    "cancel all tickets labelled nice-to-have in apollo", "close all resolved issues of apollo older than 2 weeks", "move all my friday to-dos to tuesday",
    "set all Tom's December tasks high"])
def test_a_word_that_no_condition_holds_is_asked_about(said: str) -> None:
    plan = planned(said)
    assert not plan.calls
    assert "so I plan nothing" in plan.says or plan.says.startswith("Which record do you mean?")


@pytest.mark.parametrize("said", [
    "since the supplier slipped again, shift the pilot forecast to the 29th", "milestone first hall live reached yesterday at six",
    "the rebar inspection slipped again, inspector is sick, Monday now", "The identity supplier may deliver late could strike around mid December"])
def test_what_is_told_of_one_record_changes_no_others(said: str) -> None:
    assert not [args for name, args in planned(said).calls if name == "change_records" and "key" not in args["where"]]


def test_a_project_is_not_changed_by_what_is_said_of_what_is_in_it() -> None:
    assert not planned("carla hands Borealis to Sofia in january").calls
    ((_, args),) = planned("close out all risks on elara, the project's finished anyway").calls
    assert (args["kind"], args["where"]) == ("risk", {"project": "ELARA"})


@pytest.mark.parametrize(("said", "where", "values"), [
    ("push every overdue task on Dione by one week", {"project": "DIONE", "due": "before today", "status": OPEN}, {"due": "by one week"}),
    ("review date of every open Apollo risk to 2 december", {"project": "APOLLO", "status": "not closed"}, {"review": "2 december"}),
    ("all ownerless tasks of dione go to carla", {"project": "DIONE", "owner": "empty", "status": OPEN}, {"owner": "carla"}),
    ("set all tasks of Apollo without an owner to high", {"project": "APOLLO", "owner": "nobody", "status": OPEN}, {"priority": "high"}),
    ("hand everything Ben still has open on Dione over to Jonas", {"project": "DIONE", "owner": "Ben", "status": OPEN}, {"owner": "Jonas"}),
    ("Jonas went to hospital, hand his open stuff on Corvus over to Mia", {"project": "CORVUS", "owner": "Jonas", "status": OPEN}, {"owner": "Mia"}),
    ("all of Jonas's open tasks on Dione one week later, he's off with his back", {"project": "DIONE", "owner": "Jonas", "status": OPEN},
     {"due": "one week later"}),
    ("declare Borealis green until 31 December", {"key": "BOREALIS"}, {"declared colour": "green", "declared until": "31 December"}),
    ("close all open risks of Apollo", {"project": "APOLLO", "status": "open"}, {"status": "closed"}),
    ("everything of mine that is in review on dione can go to done", {"project": "DIONE", "status": "in review", "owner": "me"}, {"status": "done"}),
    ("corvus finish date -> 30 june 2027", {"key": "CORVUS"}, {"finish": "30 june 2027"}),
    ("set sponsor of Dione = Elena", {"key": "DIONE"}, {"sponsor": "Elena"}),
    ("APOLLO-R-4 -> prob 2, impact 3", {"key": "APOLLO-R-4"}, {"probability": "2", "impact": "3"}),
    ("make Carla's weekly hours 32 from now", {"key": "Carla"}, {"weekly hours": "32"}),
    ("escalate APOLLO-I-1 to Victor", {"key": "APOLLO-I-1"}, {"status": "escalated", "escalated to": "Victor"})])
def test_every_word_that_tells_which_is_a_condition(said: str, where: dict[str, str], values: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert (args["where"], args["values"]) == (where, values)
