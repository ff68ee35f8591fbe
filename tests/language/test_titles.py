"""Which titles a sentence speaks of, by the beginnings of their words."""
import pytest

from language.titles import spoken_of, stems

TITLES = {"A-T-1": "Train the service desk", "A-T-2": "Migrate the customer accounts", "A-CR-1": "Rent ten scanners instead of buying them",
          "A-MS-1": "Pilot", "A-R-1": "Missing labels", "B-T-1": "Train the first shift", "B-T-2": "Train the second shift"}


def meant(text: str) -> dict[str, str]:
    return {text[s.start:s.end]: str(s.value) for s in spoken_of(text, TITLES)}


@pytest.mark.parametrize(("text", "found"), [
    ("the service desk training is done", {"service desk training": "A-T-1"}),
    ("customer migration slips a week", {"customer migration": "A-T-2"}),
    ("approve renting the scanners", {"renting the scanners": "A-CR-1"}),
    ("the pilot is finished", {"pilot": "A-MS-1"}),
    ("the custmer accouts are moved", {"custmer accouts": "A-T-2"}),
    ("the labels are there", {"labels": "A-R-1"}),
    ("train the first shift before the service desk training", {"train the first shift": "B-T-1", "service desk training": "A-T-1"}),
])
def test_a_title_is_found_by_the_beginnings_of_its_words_in_any_order(text: str, found: dict[str, str]) -> None:
    assert meant(text) == found


def test_titles_that_are_as_near_are_all_told() -> None:
    assert meant("training of the shift is over") == {"training of the shift": "B-T-1 B-T-2"}


@pytest.mark.parametrize("text", ["the customer called", "they train. The desk waits", "train them", "how are you?", "", "ten people of the desk"])
def test_a_word_or_two_that_many_titles_could_hold_speak_of_none(text: str) -> None:
    assert meant(text) == {}


def test_small_words_tell_nothing() -> None:
    assert stems("Train the service desk of it") == ("train", "servic", "desk")


def test_a_title_is_found_by_the_initials_of_its_words() -> None:
    titles = {"A-CR-2": "Add single sign-on for dealers", "A-T-9": "Sign the dealers' contract"}
    assert {str(s.value) for s in spoken_of("who decides about the SSO for dealers?", titles)} == {"A-CR-2"}
