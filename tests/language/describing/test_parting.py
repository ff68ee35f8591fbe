"""A line that names several things, each with its effort, is as many things; one effort, or two of one thing, makes no parts."""
import pytest

from language.describing.parting import measured, parts_of
from language.describing.splitting import what_is_split


@pytest.mark.parametrize(("said", "wanted"), [
    ("pack the shelves (30h), move the racks (40h), test (20h)", ["pack the shelves (30h)", "move the racks (40h)", "test (20h)"]),
    ("30h pack the shelves, 40h for the racks and 20h testing", ["30h pack the shelves", "40h for the racks", "20h testing"]),
    ("pack 3 days and move the racks, bolts and rails 40h; test 20 h", ["pack 3 days", "move the racks, bolts and rails 40h", "test 20 h"]),
    ("it takes 2 to 3 days", []), ("meet for 2 days", []), ("write, test and ship it in 20h", [])])
def test_each_effort_ends_or_opens_its_own_part(said: str, wanted: list[str]) -> None:
    assert measured(said) == wanted


def test_three_short_things_behind_commas_are_parts_and_two_are_none() -> None:
    assert parts_of("export, clean, import") == ["export", "clean", "import"]
    assert parts_of("migrate the accounts and train the desk") == []


@pytest.mark.parametrize(("lead", "wanted"), [
    ("split “Move the first hall” into", "Move the first hall"), ("please break up the task Move the first hall into", "Move the first hall"),
    ("make three sub-tasks of T-8", "T-8"), ("CORVUS-T-8 should be three tasks", "CORVUS-T-8"), ("split this task into smaller ones", ""),
    ("break CORVUS-T-8 down into", "CORVUS-T-8"), ("make a plan for the office", "")])
def test_what_is_split_is_told_by_the_words_around_it(lead: str, wanted: str) -> None:
    assert what_is_split(lead) == wanted
