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
