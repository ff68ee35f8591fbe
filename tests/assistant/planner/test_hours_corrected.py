"""Hours that were booked wrong change their entry, and are booked no second time."""
from collections.abc import Mapping

import pytest

from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("text", "where", "hours"), [
    ("logged 3h for migration today but it was 4", {"person": "me", "hours": "3", "on": "today"}, "4 h"),
    ("yesterday's 8 hours on APOLLO-T-6 were really only 6", {"person": "me", "hours": "8", "on": "yesterday", "task": "APOLLO-T-6"}, "6 h"),
    ("I booked 5 hours on APOLLO-T-6 yesterday, it should be 3", {"person": "me", "hours": "5", "on": "yesterday", "task": "APOLLO-T-6"}, "3 h"),
    ("the 5 hours of yesterday should be 3, not 5", {"person": "me", "hours": "5", "on": "yesterday"}, "3 h"),
    ("the 5 hours of yesterday should be 3 instead of 5", {"person": "me", "hours": "5", "on": "yesterday"}, "3 h")])
def test_an_entry_that_is_told_to_be_wrong_is_changed(text: str, where: Mapping[str, str], hours: str) -> None:
    (name, args), = planned(text).calls
    assert (name, args["where"], args["values"]) == ("change_records", where, {"hours": hours})


@pytest.mark.parametrize("text", ["log 3 hours on APOLLO-T-10 today, it was hard", "5 hours on APOLLO-T-6 yesterday, mostly debugging",
                                  "I worked 6 hours on APOLLO-T-5 today and it was fun", "2h on APOLLO-T-5 and 3h on APOLLO-T-6 yesterday"])
def test_hours_that_are_right_are_booked(text: str) -> None:
    assert {name for name, _ in planned(text).calls} == {"create_record"}
