"""What is said of days away that are recorded already, and of the day somebody is back."""
from datetime import date

import pytest

from assistant.planner.filled.stating import SHORT
from assistant.planner.heard.hearing import hear
from assistant.planner.told.days_away import days_away
from assistant.planner.words.plain import SHORT_FORMS

WEDNESDAY = date(2026, 11, 18)
NAMES = {"person": {"Ben Okafor": "P-3", "Mia Fischer": "P-6"}}
OFF = {"status": "cancelled"}


def read(said: str) -> tuple[dict[str, str] | None, dict[str, str]] | None:
    found = days_away(hear(SHORT.sub(lambda m: SHORT_FORMS[m[0].lower()], said), NAMES, WEDNESDAY), WEDNESDAY)
    return None if found is None else (None if found.where is None else dict(found.where), dict(found.values))


@pytest.mark.parametrize("said", ["I'm back already on Monday", "I am back on Monday", "I'll be back at work on Monday", "I'm back early, on Monday",
                                  "I come back on Monday already"])
def test_the_last_day_away_is_the_one_before_who_was_away_is_back(said: str) -> None:
    assert read(said) == ({"person": "me", "start": "before 2026-11-23", "end": "at least 2026-11-23"}, {"end": "2026-11-22"})


def test_whoever_comes_back_later_stays_away_for_longer() -> None:
    now = {"start": "at most 2026-11-18", "end": "at least 2026-11-14"}
    assert read("I'm back only on Friday") == ({"person": "me", **now}, {"end": "2026-11-19"})
    assert read("Mia is not back before Friday") == ({"person": "Mia", **now}, {"end": "2026-11-19"})
    assert read("still sick until Friday") == ({"person": "me", **now}, {"end": "2026-11-20"})


@pytest.mark.parametrize(("said", "person"), [("cancel my vacation", "me"), ("call off my leave", "me"), ("my vacation is cancelled", "me"),
                                              ("cancel Ben's holiday", "Ben"), ("please withdraw my leave", "me")])
def test_days_away_are_called_off(said: str, person: str) -> None:
    assert read(said) == ({"person": person, "type": "leave", "end": "at least 2026-11-18"}, OFF)


def test_days_away_are_called_off_by_when_they_were_to_be() -> None:
    assert read("I'm not off on Friday after all") == ({"person": "me", "start": "at most 2026-11-20", "end": "at least 2026-11-20"}, OFF)


@pytest.mark.parametrize(("said", "values"), [
    ("extend my leave until 30 December", {"end": "2026-12-30"}), ("my leave only lasts until 22 December", {"end": "2026-12-22"}),
    ("my holiday starts only on 16 December", {"start": "2026-12-16"}),
    ("move my vacation to the week of 11 January", {"start": "2027-01-11", "end": "2027-01-17"})])
def test_days_away_get_another_end_another_beginning_or_other_days(said: str, values: dict[str, str]) -> None:
    assert read(said) == ({"person": "me", "type": "leave", "end": "at least 2026-11-18"}, values)


@pytest.mark.parametrize(("said", "type_"), [("I am ill today, back on Friday", "sick"), ("I'm off sick, back on Friday", "sick")])
def test_who_says_when_they_are_back_is_away_until_the_day_before(said: str, type_: str) -> None:
    assert read(said) == (None, {"person": "me", "type": type_, "start": "2026-11-18", "end": "2026-11-19"})


@pytest.mark.parametrize("said", ["cancel my task", "cancel the training", "I am back", "move the backup to Monday", "call Ben back on Monday", "back up the server on Monday",
                                  "my task ends on Friday", "bring the date back to Monday"])
def test_what_is_about_something_else_is_none(said: str) -> None:
    assert read(said) is None
