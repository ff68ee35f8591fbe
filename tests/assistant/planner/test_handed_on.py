"""Who could do the work of somebody else, who gets it then, and what falls into the days that somebody is away."""
import pytest

from assistant.calling import Call, Past
from tests.assistant.planner.asking import planned

FREE = Past("who could do APOLLO-I-1?", "Nothing is changed yet. These have time; to hand it over, say “assign APOLLO-I-1 to” and who.", ())


@pytest.mark.parametrize("text", ["ask Ben whether he can", "no, Ben", "Ben then", "ask Ben if he has time"])
def test_who_is_named_for_it_gets_it(text: str) -> None:
    (_, said), = planned(text, FREE).calls
    assert (said["where"], said["values"]) == ({"key": "APOLLO-I-1"}, {"owner": "Ben"})


@pytest.mark.parametrize("text", ["can someone take APOLLO-T-6 from me while I'm at the training?", "who can do APOLLO-T-6 for me, it's due Monday"])
def test_somebody_is_looked_for_whatever_the_reason(text: str) -> None:
    assert "assign APOLLO-T-6 to" in planned(text).says


def test_who_covers_then_is_a_stand_in() -> None:
    assert "stands in" in planned("who covers for Ben then?").says


def test_who_has_time_to_help_has_time() -> None:
    assert planned("who's got time to help Jonas with the furnishing in December?").calls == planned("who has time in December?").calls


def test_that_time_is_the_days_that_were_told() -> None:
    away = Past("I'll be off from 21 to 30 December", "", (Call("create_record", {"kind": "absence", "values": {"start": "21 Dec", "end": "30 Dec"}}),))
    (_, said), = planned("what of mine falls into that time?", away).calls
    assert said["where"]["owner"] == "me"
    assert "21 Dec" in str(said["where"])
