import pytest

from records.importing.base import Row
from tests.records.importing.ms_project import element, only, read, rows, said

HOURS = element("WorkingTime", FromTime="08:00:00", ToTime="12:00:00") + element("WorkingTime", FromTime="13:00:00", ToTime="17:00:00")


def week(worked: str = "23456", times: str = HOURS) -> str:
    def day(at: int) -> str:
        hours = f"<WorkingTimes>{times}</WorkingTimes>" if str(at) in worked else ""
        return f"<WeekDay><DayType>{at}</DayType><DayWorking>{int(bool(hours))}</DayWorking>{hours}</WeekDay>"
    return "".join(day(at) for at in range(1, 8))


def calendar(days: str = "", exceptions: str = "", **values: object) -> str:
    said = {"UID": 1, "Name": "Standard", "IsBaseCalendar": 1, "BaseCalendarUID": -1, **values}
    inner = (f"<WeekDays>{days}</WeekDays>" if days else "") + f"<Exceptions>{exceptions}</Exceptions>"
    return element("Calendar", **said).replace("</Calendar>", f"{inner}</Calendar>")


def off(first: str, last: str = "", **values: object) -> str:
    period = element("TimePeriod", FromDate=f"{first}T00:00:00", ToDate=f"{last or first}T23:59:00")
    return element("Exception", **{"DayWorking": 0, **values}).replace("<Exception>", f"<Exception>{period}")


def days_off(exceptions: str) -> str:
    return str(only(read(calendars=calendar(week(), exceptions)), "calendar").values.get("days_off", ""))


def test_a_calendar_has_working_days_hours_and_days_off() -> None:
    row = only(read(calendars=calendar(week(), off("2026-12-24", "2026-12-26"))), "calendar")
    assert row == Row("calendar", "msp:Apollo/calendar/1", {"name": "Standard", "workdays": "1, 2, 3, 4, 5", "hours": 8.0,
                                                            "days_off": "2026-12-24, 2026-12-25, 2026-12-26"}, "calendar “Standard”")


@pytest.mark.parametrize(("worked", "times", "workdays", "hours"), [
    ("1234567", element("WorkingTime", FromTime="00:00:00", ToTime="00:00:00"), "1, 2, 3, 4, 5, 6, 7", 24),
    ("17", element("WorkingTime", FromTime="22:00:00", ToTime="06:00:00"), "6, 7", 8),
    ("2", element("WorkingTime", FromTime="09:00:00", ToTime="16:30:00"), "1", 7.5)])
def test_weeks_of_every_form(worked: str, times: str, workdays: str, hours: float) -> None:
    row = only(read(calendars=calendar(week(worked, times))), "calendar")
    assert (row.values["workdays"], row.values["hours"]) == (workdays, hours)


@pytest.mark.parametrize(("exception", "days"), [
    (off("2026-01-01", "2028-12-31", Type=2, Month=11, MonthDay=25), "2026-12-25, 2027-12-25, 2028-12-25"),
    (off("2026-01-01", "2027-12-31", Type=3, Month=4, MonthItem=4, MonthPosition=4), "2026-05-25, 2027-05-31"),
    (off("2026-01-01", "2026-03-31", Type=4, MonthDay=15, Period=1), "2026-01-15, 2026-02-15, 2026-03-15"),
    (off("2026-01-01", "2026-03-31", Type=5, MonthItem=8, MonthPosition=0, Period=2), "2026-01-02, 2026-03-06"),
    (off("2026-01-05", "2026-02-05", Type=6, DaysOfWeek=32, Period=2), "2026-01-09, 2026-01-23"),
    (off("2026-01-01", "2026-12-31", Type=1, Period=1, EnteredByOccurrences=1, Occurrences=2), "2026-01-01, 2026-01-02"),
    (off("2026-01-01", "2026-01-07", Type=1, Period=3), "2026-01-01, 2026-01-04, 2026-01-07"),
    (off("2026-01-01", "2026-02-28", Type=5, MonthItem=1, MonthPosition=4), "2026-01-30, 2026-02-27")])
def test_exceptions_that_repeat_become_days(exception: str, days: str) -> None:
    assert days_off(exception) == days


def test_exceptions_of_the_old_form_and_of_both_forms_are_one() -> None:
    old = element("WeekDay", DayType=0, DayWorking=0).replace("</WeekDay>", element("TimePeriod", FromDate="2026-05-01T00:00:00", ToDate="2026-05-01T23:59:00")
                                                              + "</WeekDay>")
    row = only(read(calendars=calendar(week() + old, off("2026-05-01"))), "calendar")
    assert row.values["days_off"] == "2026-05-01"


def test_worked_exceptions_uneven_days_and_other_weeks_are_said() -> None:
    uneven = week("2345") + f"<WeekDay><DayType>6</DayType><DayWorking>1</DayWorking><WorkingTimes>{HOURS[:len(HOURS) // 2]}</WorkingTimes></WeekDay>"
    weeks = "<WorkWeeks><WorkWeek><Name>Summer</Name></WorkWeek></WorkWeeks>"
    found = read(calendars=calendar(uneven, off("2026-12-19", DayWorking=1)).replace("</Calendar>", f"{weeks}</Calendar>"))
    assert only(found, "calendar").values["hours"] == 8
    for words in ("2026-12-19", "not equally long", "“Summer”"):
        assert words in said(found)


def test_a_calendar_takes_from_its_base_what_it_does_not_say() -> None:
    found = read(calendars=calendar(week(), off("2026-01-01")) + calendar("", off("2026-05-01"), UID=2, Name="North", BaseCalendarUID=1))
    assert rows(found, "calendar")[1].values == {"name": "North", "workdays": "1, 2, 3, 4, 5", "hours": 8.0, "days_off": "2026-01-01, 2026-05-01"}


def test_a_circle_of_bases_ends() -> None:
    assert len(rows(read(calendars=calendar(UID=1, BaseCalendarUID=2) + calendar(UID=2, BaseCalendarUID=1)), "calendar")) == 2


def test_days_off_of_a_person_are_absences_and_the_base_is_their_calendar() -> None:
    own = calendar("", off("2026-07-06", "2026-07-10") + off("2026-08-03"), UID=5, Name="Ana", IsBaseCalendar=0, BaseCalendarUID=1)
    found = read(calendars=calendar(week()) + own, resources=element("Resource", UID=9, ID=9, Name="Ana", Type=1, CalendarUID=5))
    assert [(row.values["start"], row.values["end"]) for row in rows(found, "absence")] == [("2026-07-06", "2026-07-10"), ("2026-08-03", "2026-08-03")]
    assert "calendar/1" in str(only(found, "person").values["calendar_id"])


def test_a_person_with_a_week_of_their_own_has_a_calendar_of_their_own() -> None:
    own = calendar(week("234"), UID=5, Name="Ana", IsBaseCalendar=0, BaseCalendarUID=1)
    found = read(calendars=calendar(week()) + own, resources=element("Resource", UID=9, ID=9, Name="Ana", Type=1, CalendarUID=5))
    assert [row.values["workdays"] for row in rows(found, "calendar")] == ["1, 2, 3, 4, 5", "1, 2, 3"]


def test_a_calendar_without_a_working_day_is_left_out_and_said() -> None:
    found = read(calendars=calendar(week("")))
    assert not rows(found, "calendar")
    assert "no working day" in said(found)
    assert "calendar_id" not in only(found, "project").values
