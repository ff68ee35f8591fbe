"""Hours of what repeats."""
import pytest

from language.hours import read_hour, within_a_day


@pytest.mark.parametrize(("said", "hour"), {"at 3am": (3, 0), "12a": (0, 0), "at 12pm": (12, 0),
                                            "at noon": (12, 0), "9:30": (9, 30), "at 5 in the afternoon": (17, 0),
                                            "in the morning": None, "at 25": None}.items())
def test_an_hour_is_read(said: str, hour: tuple[int, int] | None) -> None:
    assert read_hour(said) == hour


@pytest.mark.parametrize(("said", "rule"), {"every 2 hours": "FREQ=HOURLY;INTERVAL=2", "every other hour": "FREQ=HOURLY;INTERVAL=2", "hourly": "FREQ=HOURLY",
                                            "every 30 seconds": "FREQ=SECONDLY;INTERVAL=30", "every 2 days": None, "every 2 hours of work": None}.items())
def test_what_comes_again_within_a_day_is_read(said: str, rule: str | None) -> None:
    assert within_a_day(said) == rule
