"""Names of people and projects in what people write."""
import pytest

from language.names import ambiguous_names, close_names, find_names

PEOPLE = {"Ana Silva": "P-1", "Ben Okafor": "P-2", "Mark Twain": "P-3", "Will Smith": "P-4", "Zoë Müller": "P-5", "Ana Torres": "P-6",
"Jørgen Ødegård": "P-7"}
PROJECTS = {"Apollo": "APOLLO", "Gemini Platform": "GEMINI", "Data Centre Move": "DCM", "Status Page": "STATUS"}


def said(text: str, names: dict[str, str] = PEOPLE) -> list[tuple[str, object]]:
    return [(text[s.start:s.end], s.value) for s in find_names(text, names)]


@pytest.mark.parametrize(("text", "found"), {
    "give it to Ben Okafor": [("Ben Okafor", "P-2")], "move all of Ben's overdue tasks": [("Ben", "P-2")], "ben’s tasks": [("ben", "P-2")],
    "ask zoe muller": [("zoe muller", "P-5")], "jorgen's risks": [("jorgen", "P-7")], "tell Okafr": [("Okafr", "P-2")], "P-5 and P-7": [("P-5",
    "P-5"), ("P-7", "P-7")],
    "ask Mark to call": [("Mark", "P-3")], "assign it to mark": [("mark", "P-3")], "mark's tasks": [("mark", "P-3")], "Will is away": [("Will",
    "P-4")],
}.items())
def test_a_name_is_heard_whole_in_part_and_nearly(text: str, found: list[tuple[str, str]]) -> None:
    assert said(text) == found


@pytest.mark.parametrize("text", ["mark T-12 done", "Mark T-12 done", "Mark all of it done", "when will it end", "Will the supplier deliver?",
    "be on time", "the market",
                                  "I want to mark T-12 done", "", "benefits"])
def test_a_common_word_is_no_name(text: str) -> None:
    assert said(text) == []


def test_a_first_name_that_two_share_is_ambiguous_not_guessed() -> None:
    text = "create a task for Ana to call Ben"
    assert said(text) == [("Ben", "P-2")]
    assert [(text[s.start:s.end], s.value) for s in ambiguous_names(text, PEOPLE)] == [("Ana", ("P-1", "P-6"))]
    assert said("for Ana Torres") == [("Ana Torres", "P-6")]


@pytest.mark.parametrize(("text", "found"), {
    "how is Apolo doing?": [("Apolo", "APOLLO")], "apollo's risks": [("apollo", "APOLLO")], "status of gemini": [("gemini", "GEMINI")],
    "STATUS is red": [("STATUS", "STATUS")], "the status page": [("status page", "STATUS")], "the data centre": [("data centre", "DCM")],
    "collect the data": [],
    "gemini platfrom": [("gemini platfrom", "GEMINI")],
}.items())
def test_a_project_is_told_from_the_words_of_its_name(text: str, found: list[tuple[str, str]]) -> None:
    assert said(text, PROJECTS) == found


def test_near_names_are_offered_nearest_first() -> None:
    assert close_names("Appolo", PROJECTS) == ("Apollo",)
    assert close_names("Anna", PEOPLE)[:2] == ("Ana Silva", "Ana Torres")
    assert close_names("xyz", PEOPLE) == ()


OFFICE = {"Carla Winter": "P-4", "Victor Lang": "P-5", "Tom Brandt": "P-7", "Dev Patel": "P-9", "Mia Fischer": "P-10", "Elena Marsh": "P-6"}
WORKS = {"Corvus": "CORVUS", "Fortuna": "FORTUNA", "Dione": "DIONE", "Borealis": "BOREALIS"}


@pytest.mark.parametrize("word", ["winner", "victory", "vector", "brand", "brands", "panel", "pastel", "fisher", "march", "orders", "older", "seller"])
def test_an_ordinary_word_is_no_misspelt_person(word: str) -> None:
    assert said(f"who checks the {word} list of the supplier?", OFFICE) == []


@pytest.mark.parametrize("word", ["corpus", "fortune", "fortunate", "drone", "diode", "boreal", "curves"])
def test_an_ordinary_word_is_no_misspelt_project(word: str) -> None:
    assert said(f"add a task: check the {word}", WORKS) == []


@pytest.mark.parametrize(("word", "key"), [("Wintr", "P-4"), ("Viktor", "P-5"), ("Fisher", "P-10"), ("Patell", "P-9")])
def test_a_name_with_a_slip_is_still_heard(word: str, key: str) -> None:
    assert [found for _, found in said(f"give it to {word}", OFFICE)] == [key]
