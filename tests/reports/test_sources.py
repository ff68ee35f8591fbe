"""A source is said in the same words wherever it is shown."""
from datetime import date

from reports.blocks import Source


def test_a_source_says_what_a_reader_needs_to_find_it_again() -> None:
    source = Source("section", "DOC-1/4.3", "Handbook, 4.3 Gate 2", "edition 3.1", 2, "Gates", effective=date(2026, 1, 15))
    assert source.parts == ("Handbook, 4.3 Gate 2", "under Gates", "edition 3.1", "in force from 15 Jan 2026", "DOC-1/4.3", "p. 2")


def test_a_place_that_is_no_page_is_said_instead() -> None:
    assert Source("section", "DOC-2/costs", "Plan, Costs", page=3, place="sheet Costs").parts[-1] == "sheet Costs"
    assert Source("record", "APOLLO").parts == ("APOLLO",)
