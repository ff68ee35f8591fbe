"""Durable jobs, worked by the real dbos on both engines: both or neither with the transaction, once for a key, tried again, put off, taken over."""
import asyncio
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
import shutil
import threading
import time

import pytest
import sqlalchemy as sa
from sqlmodel import SQLModel

from assistant.jobs import jobs as door
from assistant.jobs.jobs import Jobs, Later
from assistant.jobs.slots import Slots
from records import agenda, backing_up
from records.database import Database
from records.errors import Conflict

pytestmark = pytest.mark.slow                  # workers that wait for each other

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)


class Office:
    """A worker that is there for a whole module, with what it did in order."""

    def __init__(self, database: Database) -> None:
        self.database, self.now, self.done = database, NOW, list[str]()
        self.jobs = Jobs(database, lambda: self.now)
        self.jobs.on("note", self.done.append)
        self.jobs.on("ask", self._asked, queue=door.TALK)
        self.jobs.on("once more", self._once_more)
        self.jobs.on("break", self._broken, tries=2)
        self.jobs.on("wait", self._waited)
        self.jobs.every("watch", lambda now: now + timedelta(days=1), lambda: self.done.append("watched"))

    def put(self, name: str, key: str, *ids: str, at: datetime | None = None) -> None:
        with self.database.writing() as tx:
            self.jobs.enqueue(tx, name, key, *ids, at=at)

    async def _asked(self, what: str) -> None:
        await asyncio.sleep(0)
        self.done.append(f"{what} in {threading.current_thread().name}")

    def _once_more(self, what: str) -> None:
        self.done.append(what)
        if self.done.count(what) == 1:
            raise TimeoutError

    def _broken(self, what: str) -> None:
        raise ValueError(f"the secret of {what}")

    def _waited(self, what: str) -> None:
        self.done.append(f"{what} tried")
        if self.done.count(f"{what} tried") == 1:
            raise Later(self.now)


def until(is_so: Callable[[], object], patience: float = 20) -> None:
    end = time.monotonic() + patience
    while not is_so():
        assert time.monotonic() < end, "that never came"
        time.sleep(0.02)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def office(request: pytest.FixtureRequest, bare_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    if request.param == "sqlite":
        url = f"sqlite:///{shutil.copy(bare_file, tmp_path_factory.mktemp('jobs') / 'pmo.db')}"
    else:
        url = request.getfixturevalue("postgres").shaped()
    loop = asyncio.new_event_loop()
    running = threading.Thread(target=loop.run_forever, name="the loop")
    running.start()
    with pytest.MonkeyPatch.context() as patched:
        for name, value in {"FIRST_WAIT": 0.0, "BEAT": 0.05, "POLL": {door.TALK: 0.02, door.REST: 0.02}}.items():
            patched.setattr(door, name, value)
        there = Office(Database(url))
        there.jobs.start(loop)
        yield there
        there.jobs.stop()
    loop.call_soon_threadsafe(loop.stop)
    running.join()
    there.database.engine.dispose()


@pytest.mark.slow
def test_a_job_is_done_if_its_transaction_was_committed(office: Office) -> None:
    with suppress(KeyError), office.database.writing() as tx:
        office.jobs.enqueue(tx, "note", "never", "rolled back")
        raise KeyError
    office.put("note", "kept", "committed")
    until(lambda: "committed" in office.done)
    assert "rolled back" not in office.done


def test_the_same_key_twice_is_done_once(office: Office) -> None:
    for _ in range(3):
        office.put("note", "the same", "once")
    office.put("note", "another", "after")
    until(lambda: "after" in office.done)
    assert office.done.count("once") == 1


def test_what_is_async_runs_in_the_loop_it_was_given(office: Office) -> None:
    office.put("ask", "1", "asked")
    until(lambda: "asked in the loop" in office.done)


def test_what_failed_is_tried_again(office: Office) -> None:
    office.put("once more", "1", "unlucky")
    until(lambda: office.done.count("unlucky") == 2)


def test_what_failed_for_good_is_seen_without_what_it_said_and_can_be_tried_anew(office: Office) -> None:
    office.put("break", "1", "X-1")
    until(office.jobs.failed)
    (failed,) = office.jobs.failed()
    assert (failed.name, failed.key, failed.ids, failed.why.partition(" ")[0]) == ("break", "1", ("X-1",), "ValueError")
    assert "secret" not in str(office.jobs.failed())
    assert agenda.standing(office.database) == (0, ("break",))
    office.jobs.on("break", office.done.append)
    office.jobs.again(failed)
    until(lambda: "X-1" in office.done)
    assert office.jobs.failed() == ()


def test_work_may_put_itself_off_and_that_is_no_failure(office: Office) -> None:
    office.put("wait", "1", "not now")
    until(lambda: office.done.count("not now tried") == 2)
    assert office.jobs.failed() == ()


def test_a_job_for_another_day_waits_for_it(office: Office) -> None:
    office.put("note", "later", "tomorrow", at=NOW + timedelta(days=1))
    office.put("note", "now", "today", at=NOW - timedelta(days=1))
    until(lambda: "today" in office.done)
    until(lambda: office.jobs.waiting() == 1)
    assert "tomorrow" not in office.done


def test_what_repeats_is_done_once_on_waking_however_often_it_came_due(office: Office) -> None:
    until(lambda: due(office, "every:watch"))
    office.now = NOW + timedelta(days=10, hours=1)
    until(lambda: "watched" in office.done)
    assert due(office, "every:watch") == int((office.now + timedelta(days=1)).timestamp())
    assert office.done.count("watched") == 1


def due(office: Office, name: str) -> int | None:
    with office.database.reading() as session:
        row = agenda.at(session, name)
        return row.at if row else None


def test_what_dbos_keeps_is_known_by_name_for_no_backup_holds_it(office: Office) -> None:
    if not office.database.is_sqlite:
        return                          # there it is a schema, whatever is in it
    there = set(sa.inspect(office.database.engine).get_table_names())
    assert there - set(SQLModel.metadata.tables) - {"alembic_version"} - {t for t in there if t.startswith("found_words")} == set(agenda.JOBS_TABLES)


@pytest.mark.slow
@pytest.mark.usefixtures("quickly_made")
def test_a_backup_is_put_back_without_what_waited(office: Office, tmp_path: Path) -> None:
    if not office.database.is_sqlite:
        return                          # a dump leaves their schema out
    office.put("note", "not again", "not again", at=NOW + timedelta(days=99))
    backing_up.back_up(office.database, tmp_path / "copy.db")
    again = Database(f"sqlite:///{tmp_path / 'again.db'}")
    backing_up.restore(again, tmp_path / "copy.db", NOW, tmp_path)
    assert agenda.standing(again) == (0, ())
    again.engine.dispose()


def test_a_process_works_its_jobs_once(office: Office) -> None:
    with pytest.raises(Conflict, match="already"):
        office.jobs.start()


def test_a_number_is_held_by_one_worker_and_free_when_it_is_gone(office: Office) -> None:
    slots = Slots(office.database)
    number, held = slots.take()
    assert number == 2                  # the worker of these tests is the first
    with slots.while_free(1) as is_dead, slots.while_free(2) as is_mine_free:
        assert (is_dead, is_mine_free) == (False, False)
    held.close()
    with slots.while_free(2) as is_free:
        assert is_free
        assert slots.take()[0] == 3     # nobody takes it meanwhile


def test_a_database_that_no_worker_ever_opened_has_no_failed_jobs(bare: Database) -> None:
    assert Jobs(bare).failed() == ()
