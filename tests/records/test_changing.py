"""The one write: planned, applied once, logged, undone."""
import pytest
import sqlalchemy as sa

from records import log
from records.errors import BadInput, Conflict, NotFound, Refused, Sorry
from records.kinds import Task
from records.proposals import Change, Create, Undo, Wish
from tests.records.conftest import ADMIN, ANA, BEN, CLEO, DORA, VERA, Office

DONE = Change("task", ("APOLLO-T-2",), {"status": "done"})


def test_a_change_says_every_field_that_it_changes(office: Office) -> None:
    shown = office.plan(BEN, DONE).shown
    assert [(c.field, c.before, c.after) for c in shown] == [
        ("status", "to do", "done"), ("progress", "0 %", "100 %"), ("done on", "nothing", "Wed 18 Nov 2026")]


def test_a_new_record_gets_the_next_key_of_its_project(office: Office) -> None:
    office.do(BEN, Create("task", {"title": "Third", "project_id": 1}))
    with office.reader(BEN) as reader:
        assert reader.get(Task, "APOLLO-T-3").title == "Third"


def test_a_key_is_never_given_twice_even_after_an_undo(office: Office) -> None:
    office.do(BEN, Undo(office.do(BEN, Create("task", {"title": "Third", "project_id": 1}))))
    office.do(BEN, Create("task", {"title": "Fourth", "project_id": 1}))
    with office.reader(BEN) as reader:
        assert reader.get(Task, "APOLLO-T-4").title == "Fourth"


def test_an_undo_brings_the_record_back_and_is_itself_logged(office: Office) -> None:
    position = office.do(BEN, DONE)
    undo = office.plan(BEN, Undo(position))
    assert undo.edits[0].after == {"status": "to do", "progress": 0, "done_on": None}
    assert office.apply(BEN, undo) == position + 1


def test_the_undo_of_many_records_takes_them_all_back(office: Office) -> None:
    position = office.do(ANA, Change("task", ("APOLLO-T-1", "APOLLO-T-2"), {"owner_id": 2}), Create("task", {"title": "New", "project_id": 1}))
    office.do(ANA, Undo(position))
    with office.reader(ANA) as reader:
        assert [reader.get(Task, f"APOLLO-T-{n}").owner_id for n in (1, 2)] == [3, 3]
        with pytest.raises(NotFound):
            reader.get(Task, "APOLLO-T-3")


def test_an_undo_is_refused_once_somebody_changed_the_same_field(office: Office) -> None:
    position = office.do(BEN, DONE)
    office.do(ANA, Change("task", ("APOLLO-T-2",), {"status": "in progress"}))
    with pytest.raises(Conflict, match="APOLLO-T-2 was changed since"):
        office.plan(BEN, Undo(position))


def test_an_undo_passes_when_only_another_field_was_changed(office: Office) -> None:
    position = office.do(BEN, Change("task", ("APOLLO-T-2",), {"priority": "high"}))
    office.do(ANA, Change("task", ("APOLLO-T-2",), {"hours": 70}))
    office.do(BEN, Undo(position))
    with office.reader(ANA) as reader:
        task = reader.get(Task, "APOLLO-T-2")
        assert (task.priority, task.hours) == ("medium", 70)


def test_a_second_undo_says_that_it_was_undone(office: Office) -> None:
    position = office.do(BEN, DONE)
    office.do(BEN, Undo(position))
    with pytest.raises(Conflict, match="was undone already"):
        office.plan(BEN, Undo(position))


def test_a_record_changed_meanwhile_refuses_the_older_set(office: Office) -> None:
    first = office.plan(BEN, DONE)
    office.do(ANA, Change("task", ("APOLLO-T-2",), {"status": "cancelled"}))
    with pytest.raises(Conflict):
        office.apply(BEN, first)


def test_a_refused_set_writes_nothing_of_itself(office: Office) -> None:
    both = office.plan(BEN, Change("task", ("APOLLO-T-1",), {"hours": 1}), DONE)
    office.do(ANA, Change("task", ("APOLLO-T-2",), {"status": "cancelled"}))
    with pytest.raises(Conflict):
        office.apply(BEN, both)
    with office.reader(BEN) as reader:
        assert reader.get(Task, "APOLLO-T-1").hours == 40


@pytest.mark.parametrize(("who", "wish", "error"), [
    (BEN, Create("person", {"name": "Eve", "email": "eve@example.com", "role": "PMO admin"}), Refused),
    (BEN, Create("task", {"title": "Peek", "project_id": 2}), NotFound),
    (BEN, Change("task", ("ZEPHYR-T-1",), {"status": "done"}), NotFound),
    (BEN, Change("risk", ("APOLLO-R-1",), {"cost_impact": "1"}), Refused),
    (BEN, Create("budgetline", {"title": "More", "project_id": 1, "amount": "5"}), Refused),
    (DORA, Change("task", ("APOLLO-T-2",), {"status": "done"}), Refused),
    (DORA, Create("task", {"title": "Mine", "project_id": 1}), Refused),
    (VERA, DONE, Refused),
    (CLEO, Create("costentry", {"title": "Fee", "project_id": 1, "on": "2026-11-01", "amount": "5"}), Refused),
    (BEN, Change("task", ("APOLLO-T-2",), {"hours": -1}), BadInput),
    (BEN, Change("task", ("APOLLO-T-2",), {"start": "2026-12-01"}), BadInput),
    (BEN, Change("task", ("APOLLO-T-2",), {"status": "blocked"}), BadInput),
    (BEN, Change("task", ("APOLLO-T-2",), {"version": 9}), BadInput),
    (BEN, Change("task", ("APOLLO-T-2",), {"status": "to do"}), BadInput),
    (ADMIN, Create("budgetline", {"title": "Cents", "project_id": 1, "amount": "5.001"}), BadInput),
    (ADMIN, Undo(999), NotFound),
])
def test_a_wish_beyond_rights_or_reason_is_refused(office: Office, who: str, wish: Wish, error: type[Sorry]) -> None:
    with pytest.raises(error):
        office.plan(who, wish)


def test_a_wish_may_not_tell_that_a_hidden_record_exists(office: Office) -> None:
    hidden, missing = (Create("task", {"title": "Peek", "project_id": number}) for number in (2, 77))
    said = []
    for wish in (hidden, missing):
        with pytest.raises(NotFound) as sorry:
            office.plan(BEN, wish)
        said.append(str(sorry.value))
    assert said[0] == said[1]


def test_a_touched_log_names_its_first_broken_line(office: Office) -> None:
    with office.database.writing() as tx:
        assert log.verify(tx) is None
        for table in ("change_no_update", "change_no_delete"):
            tx.execute(sa.text(f"drop trigger {table}"))
        tx.execute(sa.text("update change set body = replace(body, 'Apollo', 'Gemini') where position = 7"))
        assert log.verify(tx) == 7


@pytest.mark.parametrize("tampering", ["update change set body = '[]' where position = 3", "delete from change where position = 3"])
def test_the_database_itself_refuses_to_rewrite_the_log(office: Office, tampering: str) -> None:
    with pytest.raises(sa.exc.IntegrityError, match="only grows"), office.database.writing() as tx:
        tx.execute(sa.text(tampering))
