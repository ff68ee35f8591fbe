"""Three people with different rights do whatever they like for a while, on both engines: a dictionary says what must have come of it."""
from collections.abc import Callable
from pathlib import Path
import shutil

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
import pytest

from records import log
from records.database import Database
from records.errors import Conflict, NotFound, Sorry
from records.kinds import Project, Task
from records.proposals import Change, Create, Undo, Wish
from records.query import Query, Where
from tests.engines.kept import restore
from tests.engines.model import ANA, BEN, DORA, Kept, Model, Values, Wrong
from tests.records import conftest as people
from tests.records.conftest import Office
from tests.records.conftest import office_file as office_file  # noqa: PLC0414 - a fixture

ADDRESS = {ANA: people.ANA, BEN: people.BEN, DORA: people.DORA}
WHO = st.sampled_from([ANA, BEN, DORA])
PROJECT = st.sampled_from([1, 2])
TITLE = st.sampled_from(["Paint", "paint it", "Äther", "äther", "roof", "100%", "Dach_1", "z"])
VALUES: st.SearchStrategy[Values] = st.one_of(
    TITLE.map(lambda t: {"title": t}), st.sampled_from(["low", "high"]).map(lambda p: {"priority": p}),
    st.sampled_from([None, ANA, BEN, DORA]).map(lambda o: {"owner_id": o}), st.tuples(TITLE, st.sampled_from(["low", "critical"])).map(
        lambda both: {"title": both[0], "priority": both[1]}))
FIELDS = ("title", "priority", "owner_id")
Opened = Callable[[], Office]


class ThreePeople(RuleBasedStateMachine):
    def __init__(self, opened: Opened) -> None:
        super().__init__()
        self.office, self.model = opened(), Model()
        self.written = self._head()
        for name, project in (("APOLLO", 1), ("ZEPHYR", 2)):
            self.model.records[name] = Kept("project", project, {"access": "open" if project == 1 else "restricted"}, version=1)
        self.model.records["APOLLO-M-1"] = Kept("membership", 1, {"person_id": BEN})
        with self.office.reader(people.ADMIN) as reader:
            for t in reader.find(Query(Task)):
                self.model.records[t.key] = Kept("task", t.project_id, {n: getattr(t, n) for n in FIELDS})

    def teardown(self) -> None:
        self.office.database.engine.dispose()

    @rule(who=WHO, project=PROJECT, title=TITLE, owner=st.sampled_from([None, ANA, BEN, DORA]))
    def create(self, who: int, project: int, title: str, owner: int | None) -> None:
        values: Values = {"title": title, "owner_id": owner}
        if self._does(who, Create("task", {**values, "project_id": project}), self.model.cannot_make(who, "task", project, values)):
            self.model.make(self._made(), "task", project, {**values, "priority": "medium"})

    @rule(who=WHO, project=PROJECT, person=WHO)
    def add_to_the_team(self, who: int, project: int, person: int) -> None:
        values: Values = {"person_id": person}
        if self._does(who, Create("membership", {**values, "project_id": project}), self.model.cannot_make(who, "membership", project, values)):
            self.model.make(self._made(), "membership", project, values)

    @rule(who=WHO, data=st.data(), values=VALUES)
    def change(self, who: int, data: st.DataObject, values: Values) -> None:
        key = self._a_task(data)
        if self._does(who, Change("task", (key,), values), self.model.cannot_change(who, key, values)):
            self.model.change(key, values)

    @rule(who=WHO, key=st.sampled_from(["APOLLO", "ZEPHYR"]), access=st.sampled_from(["open", "restricted"]))
    def open_or_restrict(self, who: int, key: str, access: str) -> None:
        if self._does(who, Change("project", (key,), {"access": access}), self.model.cannot_change(who, key, {"access": access})):
            self.model.change(key, {"access": access})

    @precondition(lambda self: self.model.log)
    @rule(who=WHO, data=st.data())
    def undo(self, who: int, data: st.DataObject) -> None:
        position = data.draw(st.integers(max(1, len(self.model.log) - 6), len(self.model.log)))
        if self._does(who, Undo(self.written + position), self.model.cannot_undo(who, position)):
            self.model.undo(position)

    @rule(who=WHO, other=WHO, data=st.data(), values=VALUES, later=VALUES)
    def confirm_what_moved_on(self, who: int, other: int, data: st.DataObject, values: Values, later: Values) -> None:
        """A preview that somebody else's change overtook is refused, whatever fields the two are about."""
        key = self._a_task(data)
        if self.model.cannot_change(who, key, values) or self.model.cannot_change(other, key, later):
            return
        shown = self.office.plan(ADDRESS[who], Change("task", (key,), values))
        self.office.do(ADDRESS[other], Change("task", (key,), later))
        self.model.change(key, later)
        with pytest.raises(Conflict, match="changed meanwhile"):
            self.office.apply(ADDRESS[who], shown)

    @rule(who=WHO, said=st.sampled_from(["paint", "ÄTHER", "%", "_", "o"]))
    def find(self, who: int, said: str) -> None:
        wanted = sorted(key for key, r in self.model.visible(who, "task").items() if said.lower() in str(r.values["title"]).lower())
        unowned = sum(r.values["owner_id"] is None for r in self.model.visible(who, "task").values())
        with self.office.reader(ADDRESS[who]) as reader:
            assert [t.key for t in reader.find(Query(Task, (Where("title", "has", said),), sort="key"))] == wanted
            assert reader.count(Query(Task, (Where("owner_id", "empty"),))) == unowned

    @rule(who=WHO, data=st.data())
    def read(self, who: int, data: st.DataObject) -> None:
        key = self._a_task(data)
        with self.office.reader(ADDRESS[who]) as reader:
            if key in self.model.visible(who, "task"):
                assert reader.get(Task, key).version == self.model.records[key].version
            else:
                with pytest.raises(NotFound, match=f"There is no task “{key}”"):
                    reader.get(Task, key)

    @invariant()
    def everybody_sees_what_is_theirs_to_see(self) -> None:
        for who, address in ADDRESS.items():
            with self.office.reader(address) as reader:
                rows = [(t.key, t.version, *(getattr(t, n) for n in FIELDS)) for t in reader.find(Query(Task, sort="key", limit=None))]
                assert rows == sorted((key, r.version, *(r.values[n] for n in FIELDS)) for key, r in self.model.visible(who, "task").items())
                assert reader.count(Query(Project)) == len(self.model.visible(who, "project"))

    @invariant()
    def the_log_holds_every_change_and_is_whole(self) -> None:
        assert self._head() == self.written + len(self.model.log)
        with self.office.database.reading() as session:
            assert log.verify(session) is None

    def _does(self, who: int, wish: Wish, wrong: Wrong) -> bool:
        """Do it, or be refused with just this error; says whether it was done."""
        if wrong is None:
            self.office.do(ADDRESS[who], wish)
            return True
        with pytest.raises(Sorry) as refused:
            self.office.do(ADDRESS[who], wish)
        assert type(refused.value) is wrong, refused.value
        return False

    def _a_task(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from([key for key, r in self.model.records.items() if r.kind == "task"]))

    def _made(self) -> str:
        with self.office.database.reading() as session:
            return str(log.at(session, log.head(session)).edits[0]["key"])

    def _head(self) -> int:
        with self.office.database.reading() as session:
            return log.head(session)


def whatever_they_do(opened: Opened) -> None:
    class Here(ThreePeople):
        def __init__(self) -> None:
            super().__init__(opened)
    run_state_machine_as_test(Here, settings=settings(max_examples=8, stateful_step_count=20, suppress_health_check=list(HealthCheck)))


@pytest.mark.slow
def test_whatever_three_people_do_on_sqlite(office_file: Path, tmp_path: Path) -> None:
    whatever_they_do(lambda: Office(Database(f"sqlite:///{shutil.copy(office_file, tmp_path / 'pmo.db')}")))


@pytest.mark.slow
def test_whatever_three_people_do_on_postgresql(office_url: str) -> None:
    def opened() -> Office:
        restore(office_url)
        return Office(Database(office_url))
    whatever_they_do(opened)
