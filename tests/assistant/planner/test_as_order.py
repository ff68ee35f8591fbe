"""What is said of one record in the words of a talk is the order that it is; and a record is known by a word of its title and its kind."""
import pytest

from assistant.planner.heard.plan import Asked
from records.kinds import Benefit, Risk
from tests.assistant.planner.asking import ALL, NAMES, TODAY, planned, planner
from tools.desk.holding import Holder


@pytest.mark.parametrize(("said", "values"), [
    ("After yesterday's call I'd say APOLLO-R-1 is a 3 in probability now, impact stays as it is.", {"probability": "3"}),
    ("I think APOLLO-R-1 is a 4 in impact", {"impact": "4"}),
    ("let Mia handle CORVUS-T-4", {"owner": "Mia"}), ("Jonas should own FORTUNA-R-1", {"owner": "Jonas"}),
    ("make APOLLO-T-13 next Friday", {"due": "next Friday"}), ("APOLLO-T-13 is 80 percent through", {"progress": "80 percent"}),
    ("Set all open Dione tasks of Jonas to high priority, and let me see the list first.", {"priority": "high"})])
def test_it_changes_the_record(said: str, values: dict[str, str]) -> None:
    ((name, args),) = planned(said).calls
    assert (name, args["values"]) == ("change_records", values)


def held(said: str) -> tuple[Holder, ...]:
    known = (Holder(Benefit, "CORVUS-BN-2", "Less overtime in the halls", is_titled=True, is_own=True, is_theirs=False, is_open=True),
             Holder(Benefit, "FORTUNA-BN-1", "Fewer hands in packing", is_titled=True, is_own=True, is_theirs=False, is_open=True),
             Holder(Risk, "FORTUNA-R-1", "The parcels may be too different for a robot", is_titled=True, is_own=True, is_theirs=False, is_open=True))
    return tuple(h for h in known if said.lower() in h.title.lower())


@pytest.mark.parametrize(("said", "changes"), [
    ("Make Carla the owner of the overtime benefit on Corvus and Sofia for the packing one on Fortuna.",
     [("CORVUS-BN-2", {"owner": "Carla"}), ("FORTUNA-BN-1", {"owner": "Sofia"})]),
    ("Let Jonas own the robot risk on Fortuna", [("FORTUNA-R-1", {"owner": "Jonas"})]),
    ("set the forecast of the overtime benefit on Corvus to 120,000", [("CORVUS-BN-2", {"forecast": "120,000"})]),
    ("The overtime benefit on Corvus will only bring 120,000, because the second hall comes later. Please change the forecast.",
     [("CORVUS-BN-2", {"forecast": "120,000", "comment": "the second hall comes later"})])])
def test_a_record_is_known_by_a_word_of_its_title_and_its_kind(said: str, changes: list[tuple[str, dict[str, str]]]) -> None:
    calls = planner().plan(said, Asked(NAMES, TODAY, (), "Ana Ruiz", holding=held), ALL).calls
    assert [(args["where"]["key"], args["values"]) for _, args in calls] == changes


def test_a_kind_is_known_by_any_of_its_names() -> None:
    assert planner().plan("mark the risk review criterion met", Asked(NAMES, TODAY, (), "Ana Ruiz", holding=held), ALL).calls


def test_a_project_beside_the_key_of_what_is_in_it_is_no_other_record() -> None:
    ((_, args),) = planned("set the forecast of CORVUS-BN-1 on Corvus to 450,000").calls
    assert args == {"kind": "benefit", "where": {"key": "CORVUS-BN-1"}, "values": {"forecast": "450,000"}}


@pytest.mark.parametrize("said", ["Give the canteen plan on Apollo to Dev", "hand the documentation of Apollo to Dev"])
def test_a_thing_of_a_project_that_is_given_away_is_not_the_project(said: str) -> None:
    assert not any(args.get("kind") == "project" for _, args in planned(said).calls)


@pytest.mark.parametrize(("said", "kind", "values"), [
    ("OK, ask Sofia to give me a recovery plan for Dione by next Wednesday.", "task",
     {"title": "Recovery plan", "owner": "Sofia", "due": "next Wednesday", "project": "DIONE"}),
    ("Put a decision on the agenda: should we continue Dione? I decide, by 4 December.", "decision",
     {"title": "Should we continue Dione?", "decider": "me", "decide by": "4 December", "project": "DIONE"}),
    ("Add a lesson to Zephyr: talk to the second bidder earlier, because we lost three weeks.", "lesson",
     {"title": "Talk to the second bidder earlier", "project": "ZEPHYR", "cause": "we lost three weeks"}),
    ("What we learned in Munich: order the lamps eight weeks ahead. Can you keep that as a lesson for Dione?", "lesson",
     {"title": "Order the lamps eight weeks ahead", "project": "DIONE"}),
    ("Send me the portfolio report every Friday at 7", "schedule", {"what": "portfolio", "often": "every Friday at 7"})])
def test_something_new_is_made_of_it(said: str, kind: str, values: dict[str, str]) -> None:
    ((name, args),) = planned(said).calls
    assert (name, args) == ("create_record", {"kind": kind, "values": values})


@pytest.mark.parametrize("said", ["ELARA-BN-1 was measured at 170,000 by now", "set the realised amount of ELARA-BN-1 to 170,000"])
def test_what_was_measured_is_what_is_realised(said: str) -> None:
    ((_, args),) = planned(said).calls
    assert args == {"kind": "benefit", "where": {"key": "ELARA-BN-1"}, "values": {"realised": "170,000"}}


def test_a_report_at_another_time_changes_the_schedule() -> None:
    ((name, args),) = planned("Send me the portfolio report every Friday at 7 instead of Monday.").calls
    assert (name, args["where"], args["values"]) == ("change_records", {"what": "portfolio", "owner": "me"}, {"often": "every Friday at 7"})
    assert [name for name, _ in planned("send me the portfolio report, please").calls] == ["portfolio_summary"]
