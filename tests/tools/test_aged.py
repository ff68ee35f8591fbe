"""Lists of what has been there, or has lain untouched, for so long."""
import pytest

from records.errors import BadInput
from reports.blocks import Table, Text
from tests.tools.conftest import LayDesk
from tools.base import Result
from tools.desk import Desk
from tools.find_records import find_records


@pytest.fixture
def desk(desk_of: LayDesk) -> Desk:
    return desk_of("paula")


def listed(desk: Desk, kind: str, **where: str) -> tuple[str, Table | None]:
    made = find_records.call(desk, {"kind": kind, "where": where})
    assert isinstance(made, Result)
    return " ".join(b.text for b in made.blocks if isinstance(b, Text)), next((b for b in made.blocks if isinstance(b, Table)), None)


def test_a_change_request_is_as_old_as_the_day_it_was_written_down_on(desk: Desk) -> None:
    _, table = listed(desk, "change request", age="above 10 days")
    assert table is not None
    assert [(row[0], row[-1]) for row in table.rows] == [("CORVUS-CR-1", "Mon 2 Nov 2026, 16 days")]


def test_an_issue_is_as_old_as_the_day_it_was_raised_on(desk: Desk) -> None:
    said, table = listed(desk, "issue", age="above 30 days")
    assert table is None
    assert "The oldest of 3 is APOLLO-I-1, Fri 6 Nov 2026, 12 days." in said


def test_what_is_over_is_named_apart(desk: Desk) -> None:
    assert "Not open any more, and as old: ELARA-R-1." in listed(desk, "risk", age="above 6 months")[0]


def test_what_nobody_touched_stands_with_the_day_of_its_last_change_the_longest_first(desk: Desk) -> None:
    _, table = listed(desk, "task", untouched="at least 2 weeks")
    assert table is not None
    assert table.columns[-1] == "last touched"
    assert table.rows[0][-1] == "Fri 10 Jul 2026, 131 days"


def test_a_project_is_touched_with_every_record_in_it(desk: Desk) -> None:
    _, table = listed(desk, "project", untouched="at least 10 days")
    assert table is not None
    assert [row[0] for row in table.rows] == ["FORTUNA"]


def test_what_is_no_length_is_said_so(desk: Desk) -> None:
    with pytest.raises(BadInput, match="no length of time"):
        listed(desk, "task", age="long")
