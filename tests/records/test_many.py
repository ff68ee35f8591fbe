"""Large changes: one proposal of many records that refer to each other, applied whole and taken back whole."""
import pytest

from records import planning
from records.errors import BadInput, Conflict, Refused
from records.kinds import Link, Person, Project, Task
from records.proposals import Change, Create, Proposal, Undo
from records.query import Query, Where
from tests.records.conftest import ADMIN, ANA, BEN, TODAY, Office


def test_new_records_of_one_change_refer_to_each_other_whatever_their_order_of_depth(office: Office) -> None:
    position = office.do(ADMIN, Create("project", {"name": "Gemini", "manager_id": 2}, -1),
                         Create("person", {"name": "Eve Stone"}, -2),
                         Create("task", {"title": "Frame", "project_id": -1, "owner_id": -2}, -3),
                         Create("task", {"title": "Beam", "project_id": -1, "parent_id": -3}, -4),
                         Create("task", {"title": "Bolt", "project_id": -1, "parent_id": -4}, -5),
                         Create("link", {"predecessor_id": -5, "successor_id": -4}))
    with office.reader(ADMIN) as reader:
        bolt, beam = reader.get(Task, "GEMINI-T-3"), reader.get(Task, "GEMINI-T-2")
        assert (bolt.parent_id, beam.parent_id) == (beam.id, reader.get(Task, "GEMINI-T-1").id)
        assert reader.get(Link, "GEMINI-L-1").predecessor_id == bolt.id
        assert reader.find(Query(Person, (Where("name", "is", "Eve Stone"),)))[0].email is None
    office.do(ADMIN, Undo(position))
    with office.reader(ADMIN) as reader:
        assert reader.count(Query(Project, (Where("name", "is", "Gemini"),))) == 0


def test_a_reference_to_what_the_change_does_not_make_is_refused(office: Office) -> None:
    with pytest.raises(Exception, match="There is no such"):
        office.plan(ANA, Create("task", {"title": "Beam", "project_id": 1, "parent_id": -7}))


def test_the_preview_names_new_records_by_their_title(office: Office) -> None:
    shown = office.plan(ANA, Create("task", {"title": "Frame", "project_id": 1}, -1), Create("task", {"title": "Beam", "project_id": 1, "parent_id": -1})).shown
    assert ("parent", "Frame (new)") in [(c.field, c.after) for c in shown]


def test_more_than_five_hundred_at_once_are_refused_unless_they_come_from_a_file(office: Office) -> None:
    many = tuple(Create("task", {"title": f"Task {n}", "project_id": 1}) for n in range(501))
    with pytest.raises(BadInput, match="501 records"):
        office.plan(ANA, *many)
    with office.database.reading() as session:
        changes = planning.plan(session, office.asker(ANA), Proposal(many, imports="plan.csv"), TODAY)
    assert changes.title == "Import plan.csv: 501 new tasks"
    office.apply(ANA, changes)
    with office.reader(ANA) as reader:
        assert reader.count(Query(Task)) == 503


def test_what_comes_from_one_place_comes_in_once(office: Office) -> None:
    office.do(ANA, Create("task", {"title": "Beam", "project_id": 1}, source="csv:7"))
    with pytest.raises(Conflict, match="is there already"):
        office.plan(ANA, Create("task", {"title": "Beam", "project_id": 1}, source="csv:7"))


def test_keys_are_given_by_the_pmo_admin_only_and_numbers_go_on_behind_them(office: Office) -> None:
    with pytest.raises(Refused):
        office.plan(ANA, Create("task", {"title": "Beam", "project_id": 1}, key="APOLLO-T-40"))
    office.do(ADMIN, Create("task", {"title": "Beam", "project_id": 1}, key="APOLLO-T-40"))
    office.do(BEN, Create("task", {"title": "Bolt", "project_id": 1}))
    with office.reader(BEN) as reader:
        assert reader.get(Task, "APOLLO-T-41").title == "Bolt"


def test_a_change_of_many_is_refused_whole_when_one_of_them_moved_on(office: Office) -> None:
    changes = office.plan(ANA, Change("task", ("APOLLO-T-1", "APOLLO-T-2"), {"priority": "high"}))
    office.do(BEN, Change("task", ("APOLLO-T-2",), {"hours": 61}))
    with pytest.raises(Conflict, match="APOLLO-T-2 was changed meanwhile"):
        office.apply(ANA, changes)
    with office.reader(ANA) as reader:
        assert reader.get(Task, "APOLLO-T-1").priority == "medium"
