"""What a message says of a new record in fixed turns of phrase is a value of it."""
import pytest

from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("said", "values"), [
    ("inv. 88213 from Kranz Elektro, 6240.50 EUR, dated 12 Nov, goes on Elara", {"document": "88213", "supplier": "Kranz Elektro", "on": "12 Nov"}),
    ("please add Frau Dr. Lindner of the TÜV to the Elara stakeholders, external, power 4, interest 2", {
        "name": "Frau Dr. Lindner", "organisation": "TÜV", "side": "external"}),
    ("For the stakeholder register of Zephyr: Linnea Berg of Nordström AB, external", {"name": "Linnea Berg", "organisation": "Nordström AB"}),
    ("schedule a quality check in Corvus, a test of the picking app, on 8 December with Tom as reviewer", {"activity": "test", "reviewer": "Tom"}),
    ("new objective: raise service NPS from 31 to 45, nora owns it", {"baseline": "31", "target": "45", "owner": "nora"}),
    ("Decision for the log: the Borealis servers go to the German provider. I decided that today.", {"decider": "me", "decided on": "today"}),
    ("register a dependency - corvus needs the wifi upgrade from IT infrastructure, 10 dec at the latest", {"direction": "get"}),
    ("raise a change request against Corvus, extend the aftercare, adds ten days; the reason being that the night shift has not been trained", {
        "reason": "the night shift has not been trained"})])
def test_it_is_a_value(said: str, values: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert {n: args["values"].get(n) for n in values} == values


def test_somebody_new_is_nobody_who_sounds_like_them() -> None:
    ((_, args),) = planned("new person: lena braun, tester").calls
    assert args["values"]["name"] == "Lena Braun"


@pytest.mark.parametrize("said", ["mia goes part time, 30 hrs a week, update her record"])
def test_what_somebody_does_is_nobody_new(said: str) -> None:
    assert not planned(said).calls


def test_what_a_slip_does_is_worked_out_and_not_written() -> None:
    ((tool, _),) = planned("apollo-t-2 slips ten days - what does it do to the go live").calls
    assert tool == "what_if"
