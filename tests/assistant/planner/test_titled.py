"""A record that is spoken of by its title, in the place of which its key is read, where a record that is there is changed."""
from collections.abc import Mapping
from datetime import date

import pytest

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import hear
from assistant.planner.heard.plan import Asked
from assistant.planner.meant.titled import with_keys

NAMES = {"project": {"Apollo": "APOLLO", "Corvus": "CORVUS"}, "person": {"Ana": "Ana Ruiz"}}
TITLED = {"scanner rental": "CORVUS-CR-2", "load test": "APOLLO-T-10 CORVUS-T-3"}
TODAY = date(2026, 11, 18)


def read(text: str, titled: Mapping[str, str] = TITLED) -> str:
    asked = Asked(NAMES, TODAY, titled=titled)
    return with_keys(hear(text, NAMES, TODAY), asked, Context((), asked.projects)).text


@pytest.mark.parametrize(("said", "meant"), [
    ("approve the scanner rental", "approve CORVUS-CR-2"),
    ("set the scanner rental change request to approved", "set CORVUS-CR-2 to approved"),
    ("approve the scanner rental, the load test waits for it", "approve CORVUS-CR-2, the load test waits for it"),
    ("push the load test on Apollo back a week", "push APOLLO-T-10 on Apollo back a week")])
def test_the_key_stands_for_the_title_with_its_article_and_its_kind(said: str, meant: str) -> None:
    assert read(said) == meant


def test_hours_go_to_what_was_worked_on() -> None:
    assert read("book 3h today on the scanner rental") == "book 3h today on the CORVUS-CR-2"


@pytest.mark.parametrize("said", ["new task for Ana: prepare the scanner rental", "add a risk on Corvus: the scanner rental may be too late",
                                  "push the load test back a week"])
def test_what_is_new_or_could_be_several_stays_as_it_was_said(said: str) -> None:
    assert read(said) == said


@pytest.mark.parametrize(("said", "titled", "meant"), [
    ("nora will own 'invoices paid sooner'", {"invoices paid sooner": "APOLLO-BN-2"}, "nora will own APOLLO-BN-2"),
    ("approve the single sign-on change request", {"single sign": "APOLLO-CR-2"}, "approve APOLLO-CR-2"),
    ("mark the cables and the labels done", {"cables": "APOLLO-T-1", "labels": "APOLLO-T-2"}, "mark APOLLO-T-1 and APOLLO-T-2 done"),
    ("reject the scanner rental, it's too near the load test", {"scanner rental": "CORVUS-CR-2", "load test": "APOLLO-T-10"},
     "reject CORVUS-CR-2, it's too near the load test")])
def test_a_title_is_a_record_where_it_is_what_is_changed(said: str, titled: dict[str, str], meant: str) -> None:
    assert read(said, titled) == meant


@pytest.mark.parametrize(("said", "titled"), [
    ("pass gate 2 of Apollo with the condition that every benefit has an owner", {"every benefit has an owner": "APOLLO-GC-2"}),
    ("put Apollo into the Customer first programme", {"Customer first": "BOREALIS-MS-1"}),
    ("reassign all of Ana's open tasks on Apollo to Ben", {"all of Ana's open": "DIONE-MS-2"}),
    ("our fiscal year starts in April", {"starts": "APOLLO-G-1"})])
def test_words_of_a_title_that_stand_for_something_else_stay(said: str, titled: dict[str, str]) -> None:
    assert read(said, titled) == said
