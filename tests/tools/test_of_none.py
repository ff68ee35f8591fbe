"""A “no” is only told of what was looked for: words that are in no title are named, and two fields of a record may be compared."""
from typing import Any

from reports.blocks import Text
from tests.tools.conftest import LayDesk
from tests.tools.shared import desk_of as desk_of  # noqa: PLC0414 - a fixture of this module
from tools.base import Result
from tools.find_records import find_records
from tools.what_changed import what_changed


def told(lay: LayDesk, tool: Any, **said: Any) -> str:
    found = tool.call(lay("tom"), said)
    assert isinstance(found, Result)
    return " ".join(b.text for b in found.blocks if isinstance(b, Text))


def test_words_that_no_title_holds_are_not_taken_for_a_checked_no(desk_of: LayDesk) -> None:
    said = told(desk_of, find_records, kind="contract", where={"title": "behind it", "project": "DIONE"})
    assert said == ("No contract that you may see has “behind it” in its title. If that was to say something else, I could not read it; "
                    "without it there are no contracts (project DIONE).")


def test_a_decider_may_be_compared_with_the_requester(desk_of: LayDesk) -> None:
    said = told(desk_of, find_records, kind="change request", where={"status": "approved", "decider": "requester"})
    assert said == "There are no such change requests (status approved; decider requester). There is 1 without “decider requester”."


def test_who_wrote_a_record_down_is_told_from_the_log_by_a_word_of_its_title(desk_of: LayDesk) -> None:
    said = told(desk_of, what_changed, project="DIONE", only="made rent")
    assert "DIONE-C-1 Rent, first half by Sofia Rossi on Fri 18 Sep 2026" in said
    assert told(desk_of, what_changed, only="APOLLO-R-1 made").startswith("Written down: APOLLO-R-1 The identity supplier may deliver late by Ana Ruiz")


def test_a_threshold_that_the_office_has_not_set_is_told_by_what_holds_instead(desk_of: LayDesk) -> None:
    found = find_records.call(desk_of("sofia"), {"kind": "threshold", "where": {"name": "CPI red"}})
    assert isinstance(found, Result)
    assert "holds: 0.85." in str(found.blocks)
