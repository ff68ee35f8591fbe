"""Which record a person means, and when they are asked."""
import pytest

from records.errors import Ambiguous, NotFound
from records.kinds import Objective, Person, Project, Risk, Task
from records.kinds.base import Record
from records.query import Query, Where
from tests.tools.conftest import LayDesk
from tools.desk.naming import referred_ids


@pytest.mark.parametrize(("kind", "said", "key"), [
    (Project, "Apollo", "APOLLO"), (Project, "apolo", "APOLLO"), (Project, "the Apollo project", "APOLLO"), (Project, "APOLLO", "APOLLO"),
    (Project, "the closed project", "ELARA"), (Project, "the agile one", "BOREALIS"), (Person, "Ana", "P-2"), (Person, "ben okafor", "P-3"),
    (Person, "me", "P-2"),
    (Task, "T-12", "APOLLO-T-12"), (Task, "t-12", "APOLLO-T-12"), (Task, "apollo t 12", "APOLLO-T-12"), (Task, "Test the invoice download", "APOLLO-T-12"),
    (Task, "invoice download", "APOLLO-T-12"), (Risk, "APOLLO-R-1", "APOLLO-R-1"), (Objective, "Nordic", "OBJ-5"),
])
def test_a_record_is_known_by_key_short_key_name_or_description(desk_of: LayDesk, kind: type[Record], said: str, key: str) -> None:
    assert desk_of("ana").named(kind, said).key == key


@pytest.mark.parametrize(("said", "key"), [("invoice downloads", "APOLLO-T-12"), ("the testing of invoice downloads", "APOLLO-T-12")])
def test_a_title_may_be_spoken_of_in_other_forms_of_its_words(desk_of: LayDesk, said: str, key: str) -> None:
    assert desk_of("ana").named(Task, said).key == key


@pytest.mark.parametrize(("who", "keys"), [("carla", {"CORVUS"}), ("ben", {"APOLLO"})])
def test_my_projects_are_those_that_i_lead_or_else_am_on(desk_of: LayDesk, who: str, keys: set[str]) -> None:
    desk = desk_of(who)
    ids = referred_ids(desk.reader, "project", "my projects")
    assert keys <= {row.key for row in desk.reader.find(Query(Project, (Where("id", "in", ids),), limit=None))}


def test_who_is_on_no_project_is_asked_which_ones_are_meant(desk_of: LayDesk) -> None:
    with pytest.raises(NotFound, match="You lead no project and are on none"):
        referred_ids(desk_of("nora").reader, "project", "my projects")


def test_what_could_be_several_is_the_one_of_the_project_that_is_said(desk_of: LayDesk) -> None:
    desk = desk_of("paula")
    with pytest.raises(Ambiguous):
        desk.named(Task, "Connect")
    assert desk.named(Task, "Connect", desk.named(Project, "Corvus").id).key == "CORVUS-T-5"


@pytest.mark.parametrize(("kind", "said"), [(Person, "Keller"), (Task, "Connect"), (Task, "Furnish"), (Task, "Write")])
def test_what_could_be_several_is_asked(desk_of: LayDesk, kind: type[Record], said: str) -> None:
    with pytest.raises(Ambiguous) as asked:
        desk_of("ana").named(kind, said)
    assert len(asked.value.choices) > 1


@pytest.mark.parametrize(("kind", "said"), [
    (Project, "Zeus"), (Project, "Apolo Thirteen Hundred"), (Project, "Zephyr"), (Task, "ZEPHYR-T-1"), (Task, "T-99"), (Person, "Zoe"),
    (Task, "Sound out the owners"), (Project, ""),
])
def test_what_is_not_there_or_not_seen_is_not_found(desk_of: LayDesk, kind: type[Record], said: str) -> None:
    with pytest.raises(NotFound) as sorry:
        desk_of("ana").named(kind, said)
    assert "Did you mean Zephyr" not in str(sorry.value)


def test_a_member_of_the_restricted_project_knows_it(desk_of: LayDesk) -> None:
    assert desk_of("mia").named(Project, "zephyr").key == "ZEPHYR"


@pytest.mark.parametrize(("who", "said", "keys"), [("ana", "my team", {"P-3", "P-9"}), ("paula", "team of APOLLO", {"P-2", "P-3", "P-9"})])
def test_a_team_is_who_is_on_the_projects_that_one_leads_or_on_the_one_that_is_named(desk_of: LayDesk, who: str, said: str, keys: set[str]) -> None:
    desk = desk_of(who)
    found = {row.key for row in desk.reader.find(desk.query(Person, {"key": said}))}
    assert keys <= found
    assert "P-7" not in found


def test_who_leads_nobody_is_told_that_no_team_is_known(desk_of: LayDesk) -> None:
    with pytest.raises(NotFound, match="Nobody is recorded as reporting to you"):
        desk_of("nora").query(Person, {"key": "my team"})


def test_my_open_tasks_are_those_that_who_asks_owns(desk_of: LayDesk) -> None:
    desk = desk_of("ben")
    found = desk.reader.find(Query(Task, (Where("id", "in", list(referred_ids(desk.reader, "task", "my open tasks"))),), limit=None))
    assert found
    assert {task.owner_id for task in found} == {desk.asker.person}
    assert not {"done", "cancelled"} & {task.status for task in found}
