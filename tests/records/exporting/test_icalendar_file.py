"""Calendars: what is due, on whole days, with ids that stay; a title is never more than a title."""
from datetime import date
from typing import Any

from icalendar import Calendar
import pytest

from records.errors import BadInput
from records.proposals import Change, Create
from tests.records.conftest import ADMIN, ANA, BEN, Office
from tests.records.exporting.conftest import Out

HOSTILE = ("Pay\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT1M\r\nEND:VALARM", "x\nEND:VEVENT\nEND:VCALENDAR", "a,b;c\\n:d", "ATTACH:http://x.example")


def events(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_open_tasks_and_milestones_to_come_are_whole_days(office: Office, out: Out) -> None:
    office.do(ANA, Create("milestone", {"title": "Roof on", "project_id": 1, "owner_id": 2, "planned": "2026-12-01", "forecast": "2026-12-04"}))
    found = {str(e["uid"]): (str(e["summary"]), e["dtstart"].dt, e["dtend"].dt) for e in events(out(ADMIN, "ics"))}
    assert found == {
        "APOLLO-MS-1@project-assistant": ("Roof on (APOLLO-MS-1)", date(2026, 12, 4), date(2026, 12, 5)),
        "APOLLO-T-1@project-assistant": ("Draw the plans (APOLLO-T-1)", date(2026, 11, 10), date(2026, 11, 11)),
        "APOLLO-T-2@project-assistant": ("Order steel (APOLLO-T-2)", date(2026, 11, 20), date(2026, 11, 21))}


def test_what_is_done_or_reached_is_no_longer_in_it(office: Office, out: Out) -> None:
    office.do(ANA, Create("milestone", {"title": "Roof on", "project_id": 1, "planned": "2026-11-01", "actual": "2026-11-02"}))
    office.do(BEN, Change("task", ("APOLLO-T-1",), {"status": "done"}))
    office.do(ANA, Change("task", ("APOLLO-T-2",), {"status": "cancelled"}))
    assert not events(out(ADMIN, "ics"))


def test_it_can_be_narrowed_to_a_person_and_a_project(out: Out) -> None:
    assert len(events(out(ADMIN, "ics", person="ben"))) == 2
    assert not events(out(ADMIN, "ics", person="Ana Ruiz"))
    assert not events(out(ADMIN, "ics", person="ben", project="Zephyr"))
    assert str(Calendar.from_ical(out(ADMIN, "ics", person="ben", project="Apollo"))["x-wr-calname"]) == "Ben Okafor · Apollo"


@pytest.mark.parametrize("title", HOSTILE)
def test_a_title_is_never_more_than_a_title(office: Office, out: Out, title: str) -> None:
    office.do(ANA, Create("task", {"title": title, "project_id": 1, "due": "2026-12-01"}))
    content = out(ADMIN, "ics")
    assert {c.name for c in Calendar.from_ical(content).walk()} == {"VCALENDAR", "VEVENT"}
    assert len(events(content)) == 3
    said = next(str(e["summary"]) for e in events(content) if e["dtstart"].dt == date(2026, 12, 1))
    assert said == f"{title} (APOLLO-T-3)".replace("\r\n", "\n")


def test_the_clock_is_the_one_that_is_passed_in_and_a_change_counts_up(office: Office, out: Out) -> None:
    office.do(BEN, Change("task", ("APOLLO-T-1",), {"due": "2026-11-12"}))
    first = next(e for e in events(out(ADMIN, "ics")) if str(e["uid"]).startswith("APOLLO-T-1@"))
    assert (first["dtstamp"].to_ical(), first["sequence"]) == (b"20261118T090000Z", 1)
    assert out(ADMIN, "ics") == out(ADMIN, "ics")


def test_an_empty_calendar_is_a_calendar(out: Out) -> None:
    content = out(ADMIN, "ics", person="Vera")
    assert Calendar.from_ical(content).name == "VCALENDAR"
    assert content.endswith(b"END:VCALENDAR\r\n")


def test_nobody_of_that_name_is_said(out: Out) -> None:
    with pytest.raises(BadInput, match="I know no person “Nobody”"):
        out(ADMIN, "ics", person="Nobody")
