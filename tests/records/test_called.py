"""What the records of a change are called: a preview says titles beside keys, and only those that its asker may see."""
from dataclasses import replace

import pytest

from records import planning
from records.called import called
from records.proposals import Change, Create, FieldChange, Proposal, Undo
from tests.records.conftest import ANA, BEN, DORA, TODAY, VERA, Office

BOTH = Change("task", ("APOLLO-T-1", "APOLLO-T-2"), {"priority": "high", "hours": 5})


def test_the_title_of_a_change_of_one_record_says_what_it_is_called(office: Office) -> None:
    changes = office.plan(BEN, Change("task", ("APOLLO-T-2",), {"priority": "high", "hours": 5}))
    assert changes.title == "Change APOLLO-T-2 Order steel"
    assert {c.called for c in changes.shown} == {""}


def test_each_of_several_records_is_called_on_the_first_of_its_fields(office: Office) -> None:
    changes = office.plan(ANA, BOTH)
    assert changes.title == "Change 2 tasks"
    assert [(c.of, c.field) for c in changes.shown] == [("APOLLO-T-1 Draw the plans", "priority"), ("APOLLO-T-1", "hours"),
                                                        ("APOLLO-T-2 Order steel", "priority"), ("APOLLO-T-2", "hours")]


def test_what_is_taken_back_is_called_too(office: Office) -> None:
    position = office.do(ANA, Create("task", {"title": "Paint the booth", "project_id": 1}))
    assert office.plan(ANA, Undo(position)).shown == (FieldChange("APOLLO-T-3", "record", "there", "taken back", "Paint the booth"),)


def test_a_title_that_changes_stands_in_its_own_line(office: Office) -> None:
    changes = office.plan(ANA, Change("task", ("APOLLO-T-2",), {"title": "Order wood"}))
    assert (changes.title, [c.line for c in changes.shown]) == ("Change APOLLO-T-2", ["APOLLO-T-2 title: Order steel → Order wood"])


def test_a_project_whose_name_is_its_key_is_called_once(office: Office) -> None:
    assert office.plan(ANA, Change("project", ("APOLLO",), {"phase": "closing"})).title == "Change APOLLO"


def test_a_long_title_is_cut_and_stands_in_one_line(office: Office) -> None:
    office.do(ANA, Change("task", ("APOLLO-T-2",), {"title": f"Order {'steel ' * 30}".strip()}))
    head = office.plan(ANA, Change("task", ("APOLLO-T-2",), {"hours": 5})).title
    assert (len(head) <= len("Change APOLLO-T-2 ") + 80, head[-1]) == (True, "…")


def test_what_somebody_may_not_see_who_asks_or_reads_along_is_not_called(office: Office) -> None:
    edits = office.plan(DORA, Change("task", ("ZEPHYR-T-1",), {"priority": "high"})).edits
    dora = office.asker(DORA)
    with office.database.reading() as session:
        assert called(session, dora, edits) == {("task", edits[0].id): "Sound out the seller"}
        assert not called(session, replace(dora, among=(office.asker(VERA),)), edits)
        assert not called(session, office.asker(BEN), edits)


def test_a_title_changes_nothing_of_what_is_confirmed(office: Office) -> None:
    with office.database.reading() as session:
        planned = planning.plan(session, office.asker(ANA), Proposal((BOTH,)), TODAY)
    assert planned.digest == replace(planned, title="", shown=()).digest
    assert planned == replace(planned, title="")


@pytest.mark.parametrize(("said", "line"), [
    (FieldChange("APOLLO-T-2", "due", "1 Dec", "2 Dec", "Order steel"), "APOLLO-T-2 Order steel, due: 1 Dec → 2 Dec"),
    (FieldChange("APOLLO-T-2", "due", "1 Dec", "2 Dec"), "APOLLO-T-2 due: 1 Dec → 2 Dec"),
    (FieldChange("new task", "title", "", "Order"), "new task title: Order")])
def test_a_change_in_a_line(said: FieldChange, line: str) -> None:
    assert said.line == line


def test_new_records_of_a_kind_are_told_apart_by_numbers_where_there_are_several(office: Office) -> None:
    two = [Create("task", {"title": title, "project_id": 1}) for title in ("Paint", "Dry")]
    assert list(dict.fromkeys(c.record for c in office.plan(ANA, *two, Create("risk", {"title": "Rain", "project_id": 1})).shown)) == [
        "new task 1", "new task 2", "new risk"]
