"""The office's working time comes from its records."""
from datetime import date

from language.working import WorkingDays
from records.kinds import Absence, Calendar, Office
from records.working_time import WorkingTime, absent, working_time

GERMAN = Calendar.model_validate({"id": 3, "key": "CA-3", "name": "Germany", "hours": 7.5, "days_off": "2026-12-25"})
SHIFT = Calendar.model_validate({"id": 4, "key": "CA-4", "name": "Shift", "workdays": "1, 2, 3, 4, 5, 6"})
NORTH = Office.model_validate({"name": "North"})


def test_without_a_calendar_it_is_monday_to_friday_with_eight_hours() -> None:
    assert working_time((), ()) == WorkingTime(WorkingDays.of(range(5)), 8, "")


def test_the_office_goes_by_the_calendar_it_names() -> None:
    time = working_time([Office.model_validate({"name": "North", "calendar_id": 3})], [SHIFT, GERMAN])
    assert (time.calendar, time.hours, time.days.is_working(date(2026, 12, 25))) == ("CA-3", 7.5, False)


def test_of_several_calendars_none_is_guessed() -> None:
    assert working_time([NORTH], [SHIFT, GERMAN]).calendar == ""
    assert working_time([NORTH], [SHIFT]).calendar == "CA-4"


def test_an_absence_is_each_of_its_days() -> None:
    leave = Absence.model_validate({"person_id": 1, "start": date(2026, 12, 23), "end": date(2026, 12, 25)})
    assert list(absent([leave])) == [date(2026, 12, 23), date(2026, 12, 24), date(2026, 12, 25)]
