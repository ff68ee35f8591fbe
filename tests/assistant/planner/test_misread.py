"""What cannot be what it was read as is asked about, not proposed."""
import pytest

from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("said", "asks"), [
    ("The danger that the hand scanners arrive after the training has grown - I would put the probability at 4 now.", "probability at 4"),
    ("realised value of ELARA-BN-1 stands at 31,500 as per finance", "31,500"),
    ("create a project called Dione", "There is a project called Dione already"),
    ("Sofia has gone part-time: 32 hours a week in her record, please", "In her record")])
def test_it_is_asked_about(said: str, asks: str) -> None:
    plan = planned(said)
    assert not plan.calls
    assert asks in plan.says


@pytest.mark.parametrize(("said", "values"), [
    ("create a project Gemini, agile, led by Carla", {"name": "Gemini", "approach": "agile", "manager": "Carla"}),
    ("add Vincent van Gogh as a new person", {"name": "Vincent van Gogh"}),
    ("set the probability of APOLLO-R-1 to 4", {"probability": "4"})])
def test_what_is_plain_is_proposed(said: str, values: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert args["values"] == values


def test_an_amount_is_as_large_as_it_is_said() -> None:
    ((_, args),) = planned("add a budget line to Fortuna: feasibility study, 25 thousand").calls
    assert args["values"]["amount"] == "25 thousand"


def test_who_is_on_holidays_is_away_and_no_calendar() -> None:
    ((_, args),) = planned("who is on holidays in december?").calls
    assert args["kind"] == "absence"


def test_what_is_to_be_done_with_what_was_told_is_no_record_of_its_own() -> None:
    said = "We need a ruling on Dione: lease or buy the Zurich furniture. Put it in the decision log, Victor decides, by 4 December."
    ((_, args),) = planned(said).calls
    assert args["values"] == {"project": "DIONE", "title": "Lease or buy the Zurich furniture", "decider": "Victor", "decide by": "4 December"}


@pytest.mark.parametrize("said", ["cancel the Apollo status meeting", "postpone the Corvus training by two weeks", "cancel my Apollo report"])
def test_what_is_of_a_project_is_not_the_project(said: str) -> None:
    assert not planned(said).calls


@pytest.mark.parametrize(("said", "where", "values"), [
    ("put the Apollo project on hold", {"key": "APOLLO"}, {"phase": "on hold"}),
    ("set the Apollo deadline to 4 May", {"key": "APOLLO"}, {"finish": "4 May"}),
    ("APOLLO-T-6 won't be finished before 30 November", {"key": "APOLLO-T-6"}, {"due": "30 November"})])
def test_a_project_by_its_name_still_is(said: str, where: dict[str, str], values: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert (args["where"], args["values"]) == (where, values)


@pytest.mark.parametrize("said", ["can't finish APOLLO-T-12 by Friday", "cant finish APOLLO-T-12 before friday, waiting on test data from dealers"])
def test_a_day_by_which_it_will_not_be_done_is_no_new_day(said: str) -> None:
    plan = planned(said)
    assert not plan.calls
    assert "will not be done" in plan.says


def test_what_somebody_is_to_be_asked_is_no_task() -> None:
    assert "I do not send messages" in planned("ask Ben when he'll be done with the blocked one").says


@pytest.mark.parametrize("said", ["please finish APOLLO-T-9 by tomorrow", "can you finish APOLLO-T-9 by tomorrow"])
def test_what_is_wished_by_a_day_is_not_done(said: str) -> None:
    ((_, args),) = planned(said).calls
    assert args["values"] == {"due": "tomorrow"}
