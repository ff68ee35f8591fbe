"""What moved since a reader last looked, two reports compared, a committee prepared, the data that lacks, and the projects a summary is of."""
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from records.errors import NotFound
from reports.blocks import Block, Choices, Table, Text
from reports.looking import PORTFOLIO
from tests.tools.conftest import LayDesk
from tests.tools.shared import desk_of as desk_of  # noqa: PLC0414 - a fixture
from tools import TOOLS
from tools.base import Result
from tools.desk import Desk

LAST = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)


def told(desk: Desk, tool: str, **said: object) -> Result:
    made = next(t for t in TOOLS if t.name == tool).call(desk, said)
    assert isinstance(made, Result)
    return made


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [b.text for b in blocks if isinstance(b, Text)]


def tables(blocks: tuple[Block, ...]) -> dict[str, Table]:
    return {b.title: b for b in blocks if isinstance(b, Table)}


def who_looked(desk: Desk) -> Desk:
    return replace(desk, looked=lambda about: LAST if about in ("APOLLO", PORTFOLIO) else None)


def test_a_report_that_is_shown_is_one_that_was_looked_at(desk_of: LayDesk) -> None:
    desk = desk_of("ana")
    assert told(desk, "status_report", project="Apollo").looked == ("APOLLO",)
    assert told(desk, "portfolio_summary").looked == (PORTFOLIO,)
    assert told(desk, "what_changed", project="Apollo", period="since Monday").looked == ("APOLLO",)


def test_a_part_of_the_portfolio_is_no_look_at_all_of_it(desk_of: LayDesk) -> None:
    assert told(desk_of("paula"), "portfolio_summary", of="objective OBJ-2").looked == ()


def test_what_changed_since_i_last_looked_is_told_from_that_minute_on(desk_of: LayDesk) -> None:
    blocks = told(who_looked(desk_of("ana")), "what_changed", project="Apollo", period="since I last looked").blocks
    assert "on Apollo since you last looked, Mon 9 Nov 2026 09:00" in texts(blocks)[0]
    moved = tables(blocks)["Moved since you last looked, Mon 9 Nov 2026 09:00: 11"]
    assert ("progress", "42 %", "46 %") in moved.rows
    assert ("EAC", "433,749 EUR", "493,735 EUR") in moved.rows


def test_documents_that_were_read_in_do_not_drown_the_work(desk_of: LayDesk) -> None:
    blocks = told(desk_of("elena"), "what_changed").blocks
    assert any(text.endswith(" more.") and " documents beside: DOC-" in text for text in texts(blocks))
    assert not [key for key in tables(blocks)["Changes"].keys if key.startswith("DOC-")]


def test_a_date_that_moved_twice_slipped_once(desk_of: LayDesk) -> None:
    said = texts(told(who_looked(desk_of("ana")), "what_changed", project="Apollo", period="since I last looked").blocks)
    (slipped,) = [text for text in said if text.startswith("Slipped")]
    assert slipped.count("APOLLO-MS-2") == 1
    assert "Gate 2: build approved by 14 days to Mon 7 Dec 2026" in slipped


def test_who_never_looked_is_told_so_and_gets_the_usual_time(desk_of: LayDesk) -> None:
    blocks = told(who_looked(desk_of("ana")), "status_report", project="Dione", period="since my last visit", focus="since").blocks
    assert texts(blocks)[0] == "Before this visit you had not looked at this, so this is of the last 14 days."
    assert "Moved since Wed 4 Nov 2026: 8" in tables(blocks)


@pytest.mark.parametrize("period", ["1 October with today", "today with 1 October", "since 1 October", "1 October"])
def test_a_day_is_compared_with_today(desk_of: LayDesk, period: str) -> None:
    blocks = told(desk_of("ana"), "status_report", project="Apollo", period=period, focus="since").blocks
    assert texts(blocks)[0] == ("Since Thu 1 Oct 2026 Apollo went from at risk to off track, its finish moved 26 days later, its EAC rose by 213,735 EUR and "
                                "its NPV fell by 117,391 EUR.")
    assert ("CPI", "1.50", "0.85") in tables(blocks)["Moved since Thu 1 Oct 2026: 15"].rows


@pytest.mark.parametrize("period", ["last month", "October", "last week"])
def test_a_month_or_a_week_that_is_over_is_compared_as_it_ended_with_today(desk_of: LayDesk, period: str) -> None:
    blocks = told(desk_of("ana"), "status_report", project="Apollo", period=period, focus="since").blocks
    assert texts(blocks)[0].startswith("Since Sun 15 Nov 2026" if "week" in period else "Since Sat 31 Oct 2026")


def test_two_days_of_the_past_are_compared_with_each_other(desk_of: LayDesk) -> None:
    blocks = told(desk_of("ana"), "status_report", project="Apollo", period="1 October with 1 November", focus="since").blocks
    assert texts(blocks)[0].startswith("As of Sun 1 Nov 2026")
    assert ("progress", "38 %", "42 %") in tables(blocks)["Moved since Thu 1 Oct 2026: 6"].rows


def test_a_committee_gets_an_agenda_the_decisions_what_moved_and_the_answers(desk_of: LayDesk) -> None:
    found = tables(told(desk_of("ana"), "status_report", project="Apollo", focus="committee").blocks)
    first, last = "Agenda: 9 items, 65 minutes", "Likely questions: 9, with what the records say"
    assert list(found) == [first, "Decisions needed: 3", "Moved since Wed 4 Nov 2026: 13", last]
    agenda, questions = found[first], {row[0]: row[1] for row in found[last].rows}
    assert agenda.rows[1] == ("2", "Decide: Add single sign-on for dealers (APOLLO-CR-2, by Tue 24 Nov 2026)", "Elena Marsh", "10 min")
    assert questions["Is it still worth it?"].startswith("The NPV was approved at 126,354 EUR and is 8,963 EUR now.")
    assert questions["Why is it declared green when the records say red?"].startswith("Progress is 46 %, 29 points behind")


@pytest.mark.parametrize("day", ["tomorrow", "today", "1 December"])
def test_a_day_to_come_is_the_day_of_the_meeting_and_no_past(desk_of: LayDesk, day: str) -> None:
    blocks = told(desk_of("ana"), "status_report", project="Apollo", focus="committee", period=day).blocks
    assert texts(blocks)[0].startswith("For the meeting on ")
    assert "Moved since Wed 4 Nov 2026: 13" in tables(blocks)


def test_a_time_that_is_yet_to_come_is_told_of_as_the_usual_one(desk_of: LayDesk) -> None:
    blocks = told(desk_of("ana"), "status_report", project="Apollo", focus="since", period="tomorrow").blocks
    assert texts(blocks)[0] == "Thu 19 Nov 2026 is yet to come, so this is of the last 14 days."
    assert "Moved since Wed 4 Nov 2026: 13" in tables(blocks)


@pytest.mark.parametrize(("period", "said"), [("in January", "Not by Sun 31 Jan 2027: Apollo is expected to finish on "),
                                               ("in June 2027", "Yes, by Wed 30 Jun 2027: Apollo is expected to finish on ")])
def test_a_plan_of_a_time_to_come_tells_whether_it_is_finished_by_then(desk_of: LayDesk, period: str, said: str) -> None:
    assert texts(told(desk_of("ana"), "status_report", project="Apollo", focus="schedule", period=period).blocks)[0].startswith(said)


def test_what_a_reader_may_not_see_is_no_answer_either(desk_of: LayDesk) -> None:
    found = told(desk_of("ben"), "status_report", project="Apollo", focus="committee").blocks
    assert not [row for b in found if isinstance(b, Table) for row in b.rows if "420,000" in " ".join(row)]


def test_the_fixes_that_raise_confidence_most_come_with_who_can_make_them(desk_of: LayDesk) -> None:
    blocks = told(desk_of("ana"), "status_report", project="Apollo", focus="data").blocks
    fixes = tables(blocks)["The 5 fixes that raise confidence most"]
    assert fixes.rows[1] == ("Give 1 benefit an owner (+2 points)", "Ana Ruiz")
    assert texts(blocks)[0] == "Everybody has said within 21 days how their work stands."


def test_who_is_silent_can_be_asked_with_a_tap(desk_of: LayDesk) -> None:
    blocks = told(desk_of("paula"), "status_report", project="Corvus", focus="data").blocks
    assert tables(blocks)["Not updated: 1"].rows == (("Jonas Keller", "1", "Fri 9 Oct 2026", "CORVUS-T-4"),)
    (offer,) = [b for b in blocks if isinstance(b, Choices)]
    assert offer.options == ("nudge Jonas Keller to update Corvus", "propose risks for Corvus")


@pytest.mark.parametrize(("of", "says"), [
    ("how are the projects sponsored by Elena Marsh?", "7 projects of Elena Marsh as sponsor."),
    ("how are the projects of OBJ-2 doing?", "2 projects of the objective “Sell more connected products”."),
    ("the projects under Use less energy ourselves", "1 project of the objective “Use less energy ourselves”."),
    ("Sofia Rossi's projects", "3 projects of Sofia Rossi as sponsor or manager.")])
def test_the_projects_of_a_sponsor_or_an_objective_are_told_alone(desk_of: LayDesk, of: str, says: str) -> None:
    assert texts(told(desk_of("paula"), "portfolio_summary", of=of).blocks)[0] == says


def test_my_projects_are_those_i_sponsor_or_lead(desk_of: LayDesk) -> None:
    blocks = told(desk_of("ana"), "portfolio_summary", of="how are my projects doing?").blocks
    assert texts(blocks)[0] == "1 project of you as sponsor or manager."
    assert [b.keys for b in blocks if isinstance(b, Table)] == [("APOLLO",)]


@pytest.mark.parametrize("of", ["the programme Customer first", "projects tagged mobile"])
def test_a_choice_that_nothing_meets_is_said(desk_of: LayDesk, of: str) -> None:
    with pytest.raises(NotFound, match="There is no project of the "):
        told(desk_of("paula"), "portfolio_summary", of=of)


@pytest.mark.parametrize(("of", "unknown"), [
    ("Atlantis", "Atlantis"), ("the programme Atlantis", "Atlantis"), ("projects in Europe", "Europe"), ("objective OBJ-99", "OBJ-99"),
    ("how is the portfolio of the programme Atlantis?", "Atlantis"), ("portfolio of atlantis", "atlantis"), ("how are the projects of IT doing?", "IT"),
    ("how are the projects sponsored by Nobody?", "Nobody")])
def test_a_set_that_nobody_knows_is_never_taken_for_all_projects(desk_of: LayDesk, of: str, unknown: str) -> None:
    with pytest.raises(NotFound) as said:
        told(desk_of("paula"), "portfolio_summary", of=of)
    assert str(said.value).startswith(f"I know no programme, sponsor, objective or tag “{unknown}”. There are the programme Customer first; the objectives ")
    assert str(said.value).endswith("; the sponsor Elena Marsh.")


@pytest.mark.parametrize("of", ["", "all projects", "the whole portfolio", "portfolio by objective", "how are our projects and programmes?",
                                "which objectives has nobody working for them?", "how healthy is our programme", "which objective does Elena sponsor"])
def test_what_names_no_set_is_about_all_projects(desk_of: LayDesk, of: str) -> None:
    assert "6 open projects: 2 on track" in texts(told(desk_of("paula"), "portfolio_summary", of=of).blocks)[0]


@pytest.mark.parametrize(("of", "says"), [
    ("Elena Marsh", "7 projects of Elena Marsh as sponsor or manager."), ("sponsor Elena", "7 projects of Elena Marsh as sponsor.")])
def test_a_name_alone_chooses_as_in_a_sentence(desk_of: LayDesk, of: str, says: str) -> None:
    assert texts(told(desk_of("paula"), "portfolio_summary", of=of).blocks)[0] == says


def test_one_project_is_no_set(desk_of: LayDesk) -> None:
    with pytest.raises(NotFound, match="“Apollo” is one project, and this is about several; ask “how is Apollo doing\\?”"):
        told(desk_of("paula"), "portfolio_summary", of="apollo")


def test_a_name_that_is_only_said_along_chooses_nothing(desk_of: LayDesk) -> None:
    assert texts(told(desk_of("paula"), "portfolio_summary", of="executive summary for Elena").blocks)[0].startswith("Delivered well but losing its value")
