"""Dates, amounts, hours, people and choices as people write them, decided by the whole column."""
from decimal import Decimal

import pytest

from records.importing import dates, numbers, people
from tests.records.importing.reading_here import first, read_here, values, whys


@pytest.mark.parametrize("said", ["2026-05-01", "2026-05-01T10:00:00Z", "2026-05-01 09:14:00.000+0000", "20260501", "2026/05/01", "1/5/2026", "1/5/26",
                                  "01.05.2026", "1. Mai 2026", "1 May 2026", "May 1, 2026", "1st May 2026", "01-May-26", "01/May/26 9:14 AM", "Fri 01/05/26",
                                  "Friday, 1 May 2026", "46143"])
def test_a_date_is_read_however_it_is_written(said: str) -> None:
    found = dates.reader(dates.DAY_FIRST, ends=False)(said)
    assert found is not None
    assert found.isoformat() == "2026-05-01"


@pytest.mark.parametrize("said", ["TBC", "#REF!", "31/02/2026", "99/99/9999", "Q4 2026", "Exempt under Section 43", "0205-01-01", "12", "1/2", "2026-13-01",
                                  "9" * 5000])
def test_what_is_no_date_is_none(said: str) -> None:
    assert dates.reader(dates.DAY_FIRST, ends=False)(said) is None


def test_one_cell_decides_the_order_of_a_column() -> None:
    read = read_here("Title,Due\nA,3/4/2026\nB,12/28/2026\n")
    assert [v["due"] for v in values(read)] == ["2026-03-04", "2026-12-28"]
    assert not any("day first" in note for note in read.notes)


def test_another_column_decides_where_one_leaves_it_open() -> None:
    assert first(read_here("Title,Start,Due\nA,3/4/2026,12/28/2026\n"))["start"] == "2026-03-04"


def test_an_order_that_nothing_decides_is_day_first_and_said() -> None:
    read = read_here("Title,Due\nA,3/4/2026\n")
    assert first(read)["due"] == "2026-04-03"
    assert any("“Due”" in note and "day first or month first" in note for note in read.notes)


def test_a_month_is_its_last_day_where_something_ends_and_its_first_where_something_starts() -> None:
    assert first(read_here("Title,Start,Due\nA,Mar 2026,Mar 2026\n")) == {"title": "A", "start": "2026-03-01", "due": "2026-03-31"}


@pytest.mark.parametrize(("said", "amount"), [
    ("1,234.50", "1234.5"), ("1.234,50", "1234.5"), ("1'234.50", "1234.5"), ("1 234,50", "1234.5"), ("£1.5m", "1500000"), ("1.5 Mio. €", "1500000"),
    ("(1,200)", "-1200"),
    ("5-", "-5"), ("−5", "-5"), ("EUR 5", "5"), ("5 EUR", "5"), ("US$ 5k", "5000"), ("$-5", "-5"), ("Ł33.73", "33.73"), ("2bn", "2000000000"), (".5", "0.5")])
def test_an_amount_is_read_however_it_is_written(said: str, amount: str) -> None:
    assert numbers.read_number(said, numbers.style_of([said])) == (Decimal(amount), False)


@pytest.mark.parametrize("said", ["TBC", "N/A", "#REF!", "12abc", "1.2.3.4", "(5", "1e5", "nan", "inf", "1" * 80])
def test_what_is_no_amount_is_none(said: str) -> None:
    assert numbers.read_number(said, numbers.PLAIN) is None


def test_one_amount_decides_the_decimal_sign_of_a_column() -> None:
    read = read_here("Description;Date;Amount\nA;2026-01-01;1.234\nB;2026-01-02;12,5\n", kind="costentry")
    assert [v["amount"] for v in values(read)] == ["1234.00", "12.50"]


def test_the_header_may_say_in_what_the_amounts_are() -> None:
    assert [first(read_here(f"Description,Date,{head}\nA,2026-01-01,1.5\n", kind="costentry"))["amount"] for head in ("Amount (£m)", "Amount in thousands",
                                                                                                                      "Amount")] == [
        "1500000.00", "1500.00", "1.50"]


@pytest.mark.parametrize(("said", "hours"), [("6h", 6), ("6", 6), ("1d 4h", 12), ("PT8H", 8), ("8:30", 8.5), ("5 days?", 40), ("2 wks", 80), ("90 min", 1.5),
                                             ("1w 2d 3h", 59), ("1,5", 1.5)])
def test_hours_are_read_however_they_are_written(said: str, hours: float) -> None:
    assert numbers.read_hours(said, numbers.style_of([said])) == hours


def test_percents_written_as_parts_of_one_are_percents() -> None:
    assert [v["progress"] for v in values(read_here("Title,% complete\nA,0.25\nB,1\n"))] == [25, 100]
    assert [v["progress"] for v in values(read_here("Title,% complete\nA,25%\nB,1%\n"))] == [25, 1]


def test_a_rating_may_be_a_word_a_number_with_a_word_or_a_percent() -> None:
    read = read_here("Risk,Likelihood,Impact\nA,4 - Likely,High\nB,60%,Very low\nC,rare,3/5\n")
    assert [(v["probability"], v["impact"]) for v in values(read)] == [(4, 4), (4, 1), (1, 3)]


@pytest.mark.parametrize(("said", "found"), [("Ana@Office.example", ("ana@office.example",)), ("Ana Ruiz <ana@x.example>", ("ana@x.example",)),
                                             ("@ana", ("ana",)), ("Ana Ruiz[50%],Ben Okafor", ("Ana Ruiz", "Ben Okafor")), ("Ana; Ben", ("Ana", "Ben")),
                                             ("Unassigned", ()), ("Ana and Ben", ("Ana", "Ben"))])
def test_a_cell_names_people_in_many_ways(said: str, found: tuple[str, ...]) -> None:
    assert people.people(said, turned=False) == found


def test_last_name_first_is_turned_when_the_whole_column_is_so() -> None:
    assert first(read_here('Title,Owner\nA,"Doe, Jane"\nB,"Roe, John"\n'))["owner_id"] == "Jane Doe"
    assert first(read_here('Title,Owner\nA,"Jane, John"\nB,Jane\n'))["owner_id"] == "Jane"


def test_of_several_people_the_first_is_taken_and_the_others_said() -> None:
    assert whys(read_here("Title,Owner\nA,Ana; Ben\n")) == ["row 2: owner is Ana alone; “Ben” left out"]


@pytest.mark.parametrize(("said", "status"), [("To Do", "to do"), ("In Progress", "in progress"), ("Code Review", "in review"), ("Won't Fix", "cancelled"),
                                              ("Selected for Development", "to do"), ("3. In progress", "in progress"), ("In Progess", "in progress"),
                                              ("DONE", "done"), ("Icebox", "backlog"), ("finished", "done"), ("Done - checked", "done")])
def test_a_status_of_other_systems_is_one_of_ours(said: str, status: str) -> None:
    assert first(read_here(f"Title,Status\nA,{said}\n"))["status"] == status


def test_an_unknown_status_is_left_out_with_the_choices_and_the_row_comes() -> None:
    read = read_here("Title,Status\nA,Ready for lift-off\n")
    assert first(read) == {"title": "A"}
    assert whys(read) == ["row 2: status left out: “Ready for lift-off” is none of backlog, to do, in progress, in review, blocked, done, cancelled"]


def test_what_a_person_says_a_value_means_is_what_it_means() -> None:
    assert first(read_here("Title,List\nA,Ready for lift-off\n", choices={"list": {"ready for lift-off": "doing"}}))["status"] == "in progress"


@pytest.mark.parametrize("said", ["Exempt under Section 43 of the Freedom of Information Act", "TBC", "N/A", "#REF!", "#N/A", "see note 3"])
def test_what_stands_where_a_date_or_a_number_should_be_is_left_out_and_the_row_comes(said: str) -> None:
    read = read_here(f"Project,End date,Budget\nApollo,{said},{said}\nZephyr,2026-01-01,5\n", kind="project")
    assert values(read, "project")[0] == {"name": "Apollo"}
    assert [why.split(" left out")[0] for why in whys(read)] == ["row 2: finish", "row 2: budget"]


def test_empty_words_are_nothing_and_no_complaint() -> None:
    read = read_here("Title,Owner,Due,Hours\nA,-,n/a,\nB,none,NaT,nan\n")
    assert values(read) == [{"title": "A"}, {"title": "B"}]
    assert whys(read) == ["row 2: due left out: “n/a” is no date"]


def test_a_text_longer_than_its_field_is_shortened_and_said() -> None:
    read = read_here(f"Title,Status\n{'x' * 300},done\n")
    assert len(str(first(read)["title"])) == 200
    assert whys(read) == ["row 2: title shortened to 200 characters"]


def test_a_number_outside_its_bounds_is_left_out() -> None:
    assert whys(read_here("Title,% complete\nA,130%\n")) == ["row 2: progress left out: “130%” is not between 0 and 100"]


def test_a_blocked_task_has_the_reason_that_its_remark_gives_and_none_where_there_is_none() -> None:
    for header, said in (("Remarks", "no fibre"), ("Status comment", "no fibre"), ("Bemerkung", "kein Glas"), ("Our notes", "no fibre")):
        row = first(read_here(f"Title,Status,{header}\nA,Blocked,{said}\n", columns={header: "description"}))
        assert (row["blocked_by"], row["description"]) == (said, said)
    assert "blocked_by" not in first(read_here("Title,Status,Description\nA,Blocked,Lay the fibre\n"))
    assert "blocked_by" not in first(read_here("Title,Status,Remarks\nA,Blocked,\n"))
    assert first(read_here("Title,Status,Remarks,Blocked by\nA,Blocked,see plan,no steel\n"))["blocked_by"] == "no steel"


def test_it_is_said_of_how_many_tasks_the_remark_is_the_reason() -> None:
    read = read_here("Title,Status,Remarks\nA,Blocked,no fibre\nB,Done,all well\n")
    assert "Why 1 task is blocked was taken from “Remarks”." in read.notes
    assert "blocked_by" not in values(read)[1]
