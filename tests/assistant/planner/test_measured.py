"""A value of what was shown goes into the field of that name, and what was measured is a measurement of its metric."""
from typing import Any

import pytest

from assistant.calling import Call, Past
from assistant.planner.reworded.stance import stance
from tests.assistant.planner.asking import planned


def shown(key: str, answer: str = "") -> Past:
    return Past(f"show {key}", answer, (Call("show_record", {"record": key}),), (key,))


def said(text: str, *past: Past) -> dict[str, Any]:
    (_, args), = planned(text, *past).calls
    return dict(args)


@pytest.mark.parametrize(("text", "key", "values"), [
    ("log 171000 realised for it", "ELARA-BN-1", {"realised": "171000"}), ("171000 realised so far", "ELARA-BN-1", {"realised": "171000"}),
    ("log 171000 realised for it as of today", "ELARA-BN-1", {"realised": "171000"}), ("the forecast is now 480,000", "ELARA-BN-1", {"forecast": "480,000"}),
    ("impact 4", "APOLLO-R-2", {"impact": "4"}), ("probability is now 5", "APOLLO-R-2", {"probability": "5"}), ("cost impact 50k", "APOLLO-R-2", {"cost impact": "50k"}),
    ("put 65 percent progress", "APOLLO-T-5", {"progress": "65 percent"})])
def test_a_number_with_the_name_of_a_field_is_that_field_of_what_was_shown(text: str, key: str, values: dict[str, str]) -> None:
    args = said(text, shown(key))
    assert args["where"] == {"key": key}
    assert {n: str(v).replace("%", "percent").replace("  ", " ") for n, v in args["values"].items()} == values


def test_hours_on_it_are_booked_on_what_was_shown() -> None:
    assert "APOLLO-T-5" in str(said("log 5 hours on it", shown("APOLLO-T-5")))


METRIC = shown("APOLLO-QM-1", "**APOLLO-QM-1 Page load time**\n- unit: s\n- target: 2")


@pytest.mark.parametrize(("text", "value", "day"), [("1.8 sec", "1.8", "today"), ("it was 1.8 seconds today", "1.8", "today"), ("2.1 s yesterday", "2.1", "yesterday"),
                                                    ("yesterday it was 2.1 s", "2.1", "yesterday"), ("1.8", "1.8", "today")])
def test_a_value_alone_is_a_measurement_of_the_metric_that_was_shown(text: str, value: str, day: str) -> None:
    assert said(text, METRIC) == {"kind": "measurement", "values": {"metric": "APOLLO-QM-1", "value": value, "on": day}}


@pytest.mark.parametrize("text", ["new measurement for APOLLO-QM-1: 1.8", "measured 1.8 seconds for APOLLO-QM-1", "APOLLO-QM-1 came to 1.8 s"])
def test_a_metric_that_is_named_gets_it_too(text: str) -> None:
    assert said(text)["values"]["metric"] == "APOLLO-QM-1"


def test_a_value_in_another_unit_is_none_of_it() -> None:
    assert not any(args.get("kind") == "measurement" for _, args in planned("1.8 minutes", METRIC).calls)
    assert not any(args.get("kind") == "measurement" for _, args in planned("1.8 sec", shown("APOLLO-R-2")).calls)


@pytest.mark.parametrize(("text", "told"), [
    ("the works council is now against it", "the works council is now resistant"), ("legal is on board", "legal is now supportive"),
    ("the dealer council has become a supporter", "the dealer council is now supportive"), ("the union is undecided", "the union is now neutral"),
    ("T-5 is done", "T-5 is done"), ("what is against it?", "what is against it?")])
def test_how_somebody_stands_to_it_is_said_in_the_words_of_the_records(text: str, told: str) -> None:
    assert stance(text) == told
