"""What was changed, narrowed to a record, a field, a kind or a figure: who and when stand in the first line."""
import pytest

from records.errors import BadInput
from reports.blocks import Table, Text
from tests.tools.conftest import LayDesk
from tools.base import Result
from tools.desk import Desk
from tools.what_changed import what_changed


@pytest.fixture
def desk(desk_of: LayDesk) -> Desk:
    return desk_of("paula")


def first(desk: Desk, **asked: object) -> str:
    made = what_changed.call(desk, asked)
    assert isinstance(made, Result)
    return next(b.text for b in made.blocks if isinstance(b, Text))


def test_who_moved_a_date_and_how_often_is_told_first(desk: Desk) -> None:
    said = first(desk, only="APOLLO-T-5 due")
    assert said.startswith("Due of APOLLO-T-5 Build the customer account pages was changed once, by Ana Ruiz on Mon 19 Oct 2026 at ")
    assert said.endswith("due: Mon 19 Oct 2026 → Thu 29 Oct 2026.")


def test_several_records_are_told_of_together_whole_by_a_field_or_by_their_making(desk: Desk) -> None:
    assert first(desk, only="APOLLO-MS-2, APOLLO-MS-3 forecast").startswith("Forecast of APOLLO-MS-2, APOLLO-MS-3 was changed ")
    assert first(desk, only="CORVUS-MS-2, CORVUS-MS-3 forecast") == "Forecast of CORVUS-MS-2, CORVUS-MS-3 was never changed."
    assert "APOLLO-R-3 The account data may be worse than thought by Ana Ruiz" in first(desk, only="FORTUNA-R-1, APOLLO-R-3 made")


def test_a_state_that_never_was_is_denied_with_how_it_is_now(desk: Desk) -> None:
    said = first(desk, only="APOLLO-T-7 status blocked")
    assert said.startswith("Status of APOLLO-T-7 Rework the password reset was never set to blocked; it is in progress now, set by Ben Okafor on ")


def test_why_something_was_blocked_stands_with_who_did_it(desk: Desk) -> None:
    said = first(desk, only="CORVUS-T-6 blocked")
    assert "was set to blocked once, by Jonas Keller on Thu 12 Nov 2026" in said
    assert "waiting for the supplier's delivery date" in said


def test_a_figure_is_changed_by_who_changes_what_it_is_made_of(desk: Desk) -> None:
    assert first(desk, only="budget", project="Apollo").startswith(
        "Nobody changed budget on Apollo since it was made: 5 records, the last of them by Ana Ruiz on Fri 24 Jul")


def test_a_kind_narrows_to_its_records(desk: Desk) -> None:
    assert first(desk, only="milestones", project="Apollo").startswith("Milestones on Apollo were changed 10 times, last by Ana Ruiz on Tue 17 Nov 2026")


def test_nothing_in_a_time_is_said_with_the_time(desk: Desk) -> None:
    assert first(desk, only="risks", project="Apollo", period="last week") == "Risks on Apollo were never changed from Mon 9 Nov to Sun 15 Nov 2026."


def test_since_when_a_project_is_red_is_judged_day_by_day(desk: Desk) -> None:
    said = first(desk, only="colour red", project="Apollo")
    assert said.startswith("By its figures Apollo has been red (off track) since Fri 6 Nov 2026; on the day before it was amber (at risk).")
    assert said.endswith("Its manager declares it green.")


def test_a_colour_that_it_has_not_is_denied(desk: Desk) -> None:
    assert first(desk, only="colour red", project="Borealis").startswith(
        "Borealis is not red. By its figures Borealis has been green (on track) since Thu 5 Nov 2026")


def test_what_no_record_has_is_refused_with_what_can_be_said(desk: Desk) -> None:
    with pytest.raises(BadInput, match="I do not know what “gizmo” is"):
        what_changed.call(desk, {"only": "gizmo"})


def test_what_a_person_did_begins_with_tasks_done_and_hours_booked(desk: Desk) -> None:
    said = first(desk, person="Ben", period="last week")
    assert said == ("Ben Okafor finished no task, and booked 9 h (6 h on Build the customer account pages, 3 h on Test the invoice download) "
                    "from Mon 9 Nov to Sun 15 Nov 2026.")


def test_since_when_a_project_is_no_longer_worth_it_is_judged_day_by_day_too(desk: Desk) -> None:
    assert first(desk, only="value no longer worth it", project="Dione") == (
        "As to its value Dione has been no longer worth it since Mon 16 Nov 2026; on the day before it was worth it.")


def test_a_verdict_that_it_has_not_is_denied(desk: Desk) -> None:
    assert first(desk, only="value doubtful", project="Dione").startswith("Dione is not doubtful. As to its value Dione has been no longer worth it")
    assert first(desk, only="delivery off track", project="Apollo").startswith("By its figures Apollo has been red (off track) since Fri 6 Nov 2026")


def test_dates_that_somebody_set_are_told_and_none_that_are_written_by_themselves(desk: Desk) -> None:
    said = first(desk, only="dates", period="since 1 November")
    assert said.startswith("Dates on all projects were changed 5 times from Sun 1 Nov to Wed 18 Nov 2026, last by Carla Winter")
    assert said.endswith("By whom: Ana Ruiz 4, Carla Winter 1.")


def test_what_was_moved_more_than_once_is_told_with_by_whom(desk: Desk) -> None:
    assert first(desk, only="milestone forecast, more than once") == (
        "Changed more than once, milestone forecast on all projects: APOLLO-MS-2 Gate 2: build approved twice, by Ana Ruiz.")
    assert first(desk, only="task dates, more than once") == "None of the task dates on all projects was changed more than once."


def test_amounts_of_money_are_of_every_kind(desk: Desk) -> None:
    assert first(desk, only="amounts", person="Victor", period="in November").startswith("Amounts on all projects were changed 10 times by Victor Lang")


def test_nothing_is_ever_deleted(desk: Desk) -> None:
    assert "nothing is ever deleted here" in first(desk, only="taken back")


def test_what_slipped_is_a_list_with_owners_and_days(desk: Desk) -> None:
    made = what_changed.call(desk, {"only": "slips", "period": "this month"})
    assert isinstance(made, Result)
    table = next(b for b in made.blocks if isinstance(b, Table))
    assert table.rows[0] == ("APOLLO-MS-4", "Portal live", "Ana Ruiz", "forecast", "Wed 27 Jan 2027", "Thu 11 Feb 2027", "15 days", "Ana Ruiz")


def test_since_when_a_figure_is_negative_is_told_with_who_turned_it(desk: Desk) -> None:
    said = first(desk, only="NPV below 0", project="Dione")
    assert said.startswith("The NPV of Dione has been below 0 since Mon 16 Nov 2026: on the day before it was 547,321 EUR")
    assert said.endswith("What it is made of was changed on that day by Victor Lang:")
    assert first(desk, only="NPV below 0", project="Corvus").startswith("The NPV of Corvus is not below 0 today: ")


def test_projects_that_got_worse_are_told_by_their_verdicts(desk: Desk) -> None:
    assert first(desk, only="worse", period="since last Monday") == "Got worse since Mon 16 Nov 2026 by its verdict: Dione."
    assert first(desk, only="worse", project="Zephyr", period="since last Monday") == "By its verdicts Zephyr got no worse since Mon 16 Nov 2026."
