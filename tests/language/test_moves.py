"""Wordings that count from the day a record has now."""
from datetime import date

import pytest

from language.dates import find_dates, find_moves, read_date, read_dates

WEDNESDAY, FRIDAY = date(2026, 11, 18), date(2026, 12, 4)


@pytest.mark.parametrize(("said", "meant"), {
    "the Monday after": "2026-12-07", "the Monday after that": "2026-12-07", "to the Monday after": "2026-12-07",
    "the following Monday": "2026-12-07",
    "the Friday before": "2026-11-27", "the day after": "2026-12-05", "the day before": "2026-12-03", "the next day": "2026-12-05",
    "a week later": "2026-12-11", "by a week": "2026-12-11", "by another week": "2026-12-11", "another 2 weeks": "2026-12-18",
    "out by 3 days": "2026-12-07",
    "out by a week": "2026-12-11", "two weeks earlier": "2026-11-20", "2 days sooner": "2026-12-02", "back a week": "2026-12-11",
    "back by 2 days": "2026-12-06",
    "by 3 working days": "2026-12-09", "bring forward by 2 days": "2026-12-02", "2 weeks after": "2026-12-18", "the week after": "2026-12-11",
    "a month later": "2027-01-04", "next Friday": "2026-11-27", "15 December": "2026-12-15",
}.items())
def test_a_move_counts_from_the_records_day(said: str, meant: str) -> None:
    assert read_date(said, WEDNESDAY, FRIDAY) == date.fromisoformat(meant)


@pytest.mark.parametrize("said", ["the Monday after", "a week later", "by a week", "out by 3 days", "two weeks earlier", "another week"])
def test_without_a_day_to_count_from_a_move_is_no_date(said: str) -> None:
    assert read_date(said, WEDNESDAY) is None
    assert not list(find_dates(f"move T-12 {said}", WEDNESDAY))
    assert [s.value for s in find_moves(f"move T-12 {said}")] == [said]


def test_forward_is_understood_both_ways_so_it_is_asked() -> None:
    assert read_date("forward a week", WEDNESDAY, FRIDAY) is None
    assert read_dates("forward a week", WEDNESDAY, FRIDAY) == (date(2026, 11, 27), date(2026, 12, 11))


def test_a_phrase_that_carries_its_own_day_ignores_the_records() -> None:
    assert read_date("the Monday after next Friday", WEDNESDAY, FRIDAY) == date(2026, 11, 30)
