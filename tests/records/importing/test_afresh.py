"""A preview that waited while another file came in: what is there now is found, and nothing is made twice."""
import pytest

from records import changing, planning
from records.errors import BadInput
from records.importing.afresh import afresh
from records.importing.base import Read, Row, To
from records.importing.matching import matched
from records.kinds import Person, Project, Task
from records.proposals import Change, Create, Proposal
from records.query import Query, Where
from tests.records.conftest import ADMIN, NOW, TODAY, Office
from tests.records.importing.test_matching import load

PROJECTS = (Row("project", "csv:project:P1", {"name": "Harbour", "phase": "candidate"}, "row 2"),)
TASKS = tuple(Row("task", f"csv:task:{n}", {"title": f"Dig {n}", "project_id": To("project", "Harbour"), "owner_id": To("person", "eve@x.example")}, f"row {n}")
              for n in (2, 3))


def waiting(office: Office, *rows: Row) -> Proposal:
    with office.database.reading() as session:
        return matched(session, office.asker(ADMIN), Read(rows), TODAY).proposal("tasks.csv")


def again(office: Office, proposal: Proposal) -> Proposal:
    with office.database.reading() as session:
        return afresh(session, office.asker(ADMIN), proposal, TODAY)


def confirm(office: Office, proposal: Proposal) -> None:
    with office.database.writing() as tx:
        asker = office.asker(ADMIN)
        changing.apply(tx, asker, planning.plan(tx, asker, proposal, TODAY), NOW)


def test_a_project_that_another_file_made_meanwhile_is_taken_and_keeps_its_phase(office: Office) -> None:
    tasks = waiting(office, *TASKS)
    load(office, ADMIN, *PROJECTS)
    now = again(office, tasks)
    assert [w.kind for w in now.wishes if isinstance(w, Create)] == ["person", "task", "task"]
    confirm(office, now)
    with office.reader(ADMIN) as reader:
        (harbour,) = reader.find(Query(Project, (Where("name", "is", "Harbour"),)))
        (eve,) = reader.find(Query(Person, (Where("email", "is", "eve@x.example"),)))
        assert harbour.phase == "candidate"
        assert [t.owner_id for t in reader.find(Query(Task, (Where("project_id", "is", harbour.id),)))] == [eve.id, eve.id]


def test_where_nothing_happened_meanwhile_it_is_the_same_proposal(office: Office) -> None:
    tasks = waiting(office, *TASKS)
    with office.database.reading() as session:
        asker = office.asker(ADMIN)
        assert planning.plan(session, asker, again(office, tasks), TODAY).digest == planning.plan(session, asker, tasks, TODAY).digest


def test_the_same_file_confirmed_in_another_preview_is_nothing_new(office: Office) -> None:
    tasks = waiting(office, *TASKS)
    load(office, ADMIN, *TASKS)
    assert all(isinstance(w, Change) for w in again(office, tasks).wishes)
    with pytest.raises(BadInput, match="change nothing"):
        confirm(office, again(office, tasks))
