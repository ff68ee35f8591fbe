"""What was changed, narrowed to a record, a field, a kind or a figure: who and when stand in the first line."""
import pytest

from records.errors import BadInput
from reports.blocks import Text
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
