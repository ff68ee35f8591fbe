"""Files that are broken, misnamed or meant to harm: one sentence, or a repaired read."""
from html import escape

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from records.errors import BadInput
from records.importing import mspdi
from records.importing.carrying import packed
from tests.records.importing.ms_project import element, file, only, rows, task
from tests.steps import as_the_square, steps

BOMB = (b'<?xml version="1.0"?><!DOCTYPE Project [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
        b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><Project><Title>&c;</Title></Project>')
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]><Project><Title>&x;</Title></Project>'
FAR = b'<?xml version="1.0"?><!DOCTYPE Project SYSTEM "http://example.com/x.dtd"><Project/>'


@pytest.mark.parametrize(("content", "words"), [
    (b"", "is empty"), (b"  \r\n", "is empty"), (b"\x00" * 1000, "is empty"), (b"\xef\xbb\xbf", "is empty"),
    (BOMB, "declares entities"), (OUTSIDE, "declares entities"), (FAR, "declares entities"),
    (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, r"binary MS Project \(.mpp\)"), (b"PK\x03\x04rest", "zip"), (b"%PDF-1.7", "PDF"), (b"ERMHDR\t8.2", "Primavera XER"),
    (b"<html><body>Sign in</body></html>", "web page"), (b"<APIBusinessObjects/>", "Primavera's own XML"), (b'<project name="x"/>', "Planner"),
    (b"<a" * 10, "not well-formed"), (b"name,due\nx,y", "not well-formed"), (b"<Project><Tasks>", "not well-formed"), (b"<Other/>", "begins with <Other>"),
    (b"<Project>" + b"<x>" * 5000 + b"</x>" * 5000 + b"</Project>", "nested deeper"),
    (b'<?xml version="1.0" encoding="klingon"?><Project/>', "encoding")])
def test_what_is_no_schedule_is_refused_in_one_sentence(content: bytes, words: str) -> None:
    with pytest.raises(BadInput, match=words) as refused:
        mspdi.read(content, "apollo.xml")
    assert "“apollo.xml”" in str(refused.value)


def test_a_file_too_large_is_refused_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("records.importing.mspdi.document.LARGEST", 100)
    with pytest.raises(BadInput, match="is larger than"):
        mspdi.read(file(task(1)), "apollo.xml")


def test_too_many_elements_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("records.importing.mspdi.document.MOST_EVENTS", 1000)
    with pytest.raises(BadInput, match="elements"):
        mspdi.read(b"<Project><Tasks>" + b"<x/>" * 1000 + b"</Tasks></Project>", "apollo.xml")


@pytest.mark.parametrize("broken", [b"Dr\x00aw", b"Dr\x0baw", b"Dr&#x1F;aw", b"Dr&#0;aw", b"Dr&#xB;aw"])
def test_characters_that_xml_forbids_are_taken_out(broken: bytes) -> None:
    found = mspdi.read(file(task(1, "Draw")).replace(b"Draw", broken), "apollo.xml")
    assert only(found, "task").values["title"] == "Draw"
    assert "Characters that XML forbids were taken out of the file." in found.notes


def test_a_file_that_claims_utf_8_and_is_windows_own_is_read() -> None:
    found = mspdi.read(file(task(1, "Größe – ja")).decode().encode("cp1252"), "apollo.xml")
    assert only(found, "task").values["title"] == "Größe – ja"


def test_values_of_nonsense_are_left_out_and_the_task_stays() -> None:
    nonsense = {"Start": "soon", "Finish": "2026-13-45T00:00:00", "Work": "PTxH", "PercentComplete": "nan", "Priority": "1e400", "ConstraintType": 99,
                "OutlineLevel": "deep", "Duration": "P"}
    found = mspdi.read(file(task(1, "", "", **nonsense)), "apollo.xml")
    row = only(found, "task")
    assert not {"start", "due", "hours"} & set(row.values)
    assert (row.values["progress"], row.values["priority"], row.values["constraint"]) == (0, "medium", "as soon as possible")


FIELDS = ("UID", "ID", "Name", "OutlineLevel", "Start", "Finish", "Duration", "Work", "PercentComplete", "Priority", "ConstraintType", "ConstraintDate",
          "Milestone", "CalendarUID", "Summary", "IsNull", "ActualStart", "ActualFinish", "Deadline", "Type", "LinkLag", "LagFormat", "PredecessorUID",
          "TaskUID", "ResourceUID", "FromDate", "ToDate", "DayType", "DayWorking", "FromTime", "ToTime", "Month", "MonthDay", "MonthItem", "MonthPosition",
          "Period", "DaysOfWeek", "Occurrences", "MaxUnits", "StandardRate", "BaseCalendarUID", "IsBaseCalendar", "EmailAddress", "Number")
ODD = ["", "9" * 5000, "-1", "1", "2", "6", "1e308", "nan", "9999-12-31T00:00:00", "PT8H0M0S", "2026-01-05T08:00:00", "0001-01-01T00:00:00", "08:00:00",
       "PT99999999999999H0M0S"]
WORDS = st.text("ab 0123456789-:.PTHMS<>&", max_size=10) | st.sampled_from(ODD)
ITEM = st.dictionaries(st.sampled_from(FIELDS), WORDS, max_size=12)
NEST = st.sampled_from(["", "WeekDays/WeekDay", "WeekDays/WeekDay/WorkingTimes/WorkingTime", "Exceptions/Exception", "PredecessorLink", "Baseline"])


def one(name: str, fields: dict[str, str], within: str, inner: dict[str, str]) -> str:
    nested = "".join(f"<{k}>{escape(v)}</{k}>" for k, v in inner.items()) + element("TimePeriod", **{k: escape(v) for k, v in inner.items()})
    for tag in reversed(within.split("/")):
        nested = f"<{tag}>{nested}</{tag}>" if tag else nested
    return f"<{name}>{''.join(f'<{k}>{escape(v)}</{k}>' for k, v in fields.items())}{nested}</{name}>"


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(["Task", "Resource", "Assignment", "Calendar"]), ITEM, NEST, ITEM), max_size=6))
def test_whatever_the_fields_say_a_file_is_read_or_refused(items: list[tuple[str, dict[str, str], str, dict[str, str]]]) -> None:
    made = {kind: "".join(one(*item) for item in items if item[0] == kind) for kind in ("Task", "Resource", "Assignment", "Calendar")}
    content = file(made["Task"], resources=made["Resource"], assignments=made["Assignment"], calendars=made["Calendar"])
    assert packed(mspdi.read(content, "apollo.xml"))


def long_file(count: int) -> bytes:
    """So many tasks, each as long as those of a file with assignments."""
    one = task(1, more="<TimephasedData><Type>1</Type><Value>PT8H0M0S</Value></TimephasedData>" * 20)
    return file(*(one.replace("<UID>1<", f"<UID>{n}<", 1) for n in range(1, count + 1)))


@pytest.mark.slow
def test_ten_megabytes_are_read_whole() -> None:
    content = long_file(6_300)
    assert len(content) > 10_000_000
    assert len(rows(mspdi.read(content, "apollo.xml"), "task")) == 6_300


def test_a_long_file_is_no_more_work_than_in_proportion() -> None:
    files = [long_file(count) for count in (50, 100, 200)]
    assert not as_the_square([steps(lambda content=content: mspdi.read(content, "apollo.xml")) for content in files])  # type: ignore[misc]
