"""What is called off and knows no such state is taken back, where that takes nothing else with it; a day that is said for both ends is both."""
from datetime import date

import pytest

from records.errors import Ambiguous, Conflict
from records.kinds import Absence
from records.proposals import Create, Proposal
from tests.tools.conftest import LayDesk
from tools.change_records import change_records
from tools.create_record import create_record

OFF = {"status": "cancelled"}


def test_what_was_recorded_together_with_others_is_not_taken_back_alone(desk_of: LayDesk) -> None:
    with pytest.raises(Conflict, match="AB-1 was recorded together with others, by change #"):
        change_records.call(desk_of("ben"), {"kind": "absence", "where": {"key": "AB-1"}, "values": OFF})


def test_of_several_it_is_asked_which_one_is_called_off(desk_of: LayDesk) -> None:
    with pytest.raises(Ambiguous, match="the absence to cancel"):
        change_records.call(desk_of("paula"), {"kind": "absence", "where": {"end": "at least today"}, "values": OFF})


@pytest.mark.parametrize(("said", "first", "last"), [("on Friday", date(2026, 11, 20), date(2026, 11, 20)),
                                                      ("next week", date(2026, 11, 23), date(2026, 11, 29))])
def test_days_away_of_which_one_end_is_said_are_that_day_or_that_run(desk_of: LayDesk, said: str, first: date, last: date) -> None:
    made = create_record.call(desk_of("ben"), {"kind": Absence.kind.one, "values": {"start": said}})
    assert isinstance(made, Proposal)
    assert isinstance(made.wishes[0], Create)
    assert {n: made.wishes[0].values[n] for n in ("start", "end")} == {"start": first, "end": last}
