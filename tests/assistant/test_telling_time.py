"""The office's own time zone decides what today is; a fixed clock stands still whatever it says."""
from datetime import UTC, datetime
from pathlib import Path

from assistant import bootstrap
from assistant.settings import Settings
from assistant.telling_time import office_zone
from records.database import Database
from tests.conftest import NOW, settings_in


def test_the_zone_is_that_of_the_office_s_record(home: Path) -> None:
    assert office_zone(Database(settings_in(home).url)) == "Europe/Berlin"


def test_without_a_company_there_is_no_zone_of_it(tmp_path: Path) -> None:
    assert not office_zone(Database(settings_in(tmp_path).url))


def test_the_record_goes_before_the_environment() -> None:
    settings = Settings(_env_file=None, time_zone="Asia/Tokyo")  # type: ignore[call-arg]
    told = [settings.clock(lambda: "America/New_York")(), settings.clock()()]
    assert [str(now.tzinfo) for now in told] == ["America/New_York", "Asia/Tokyo"]
    assert abs(told[0] - datetime.now(UTC)).total_seconds() < 5


def test_a_fixed_clock_stands_still_in_any_zone(home: Path) -> None:
    assert settings_in(home).clock(lambda: "Asia/Tokyo")() == NOW


def test_the_doctor_says_which_zone_is_in_use_and_where_from(home: Path, tmp_path: Path) -> None:
    def said(settings: Settings) -> str:
        return next(detail for _, what, detail in bootstrap.upkeep(settings).doctor() if what == "clock")

    here = settings_in(home)
    assert said(here) == "stands still at 2026-11-18 09:00 UTC (PMO_NOW)"
    here.now = None
    assert said(here) == "time zone Europe/Berlin, as the office's record says"
    new = settings_in(tmp_path / "new")
    new.now = None
    assert said(new) == "time zone UTC (PMO_TIME_ZONE; there is no record of the office)"
