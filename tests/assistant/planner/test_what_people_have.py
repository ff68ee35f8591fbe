"""A word that names a kind and is a field of people as well is the field where it is asked who has it, or in whose order they are wanted."""
import pytest

from tests.assistant.planner.asking import planned


def test_who_has_a_rate_is_asked_of_people() -> None:
    assert planned("who has a rate above 100?").calls == (("find_records", {"kind": "person", "where": {"rate": "above 100"}}),)
    assert planned("show all rates").calls == (("find_records", {"kind": "rate"}),)


@pytest.mark.parametrize("said", ["sort people by rate", "people sorted by rate", "list people by rate"])
def test_people_stand_in_the_order_of_a_field_that_is_a_kind_too(said: str) -> None:
    assert planned(said).calls == (("find_records", {"kind": "person", "sort": "rate"}),)
