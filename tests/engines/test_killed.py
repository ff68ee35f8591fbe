"""Two processes of four writers each are killed while they write: what was said to be done is there, nothing is there in part, the chain is whole."""
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
import shutil
import signal
import subprocess
import sys

import pytest
import sqlalchemy as sa

from records import log
from records.database import Database
from records.kinds import Task
from records.kinds.base import table
from records.proposals import Create
from tests.engines.writing import TOGETHER
from tests.house.walls import TOP
from tests.records.conftest import ADMIN, Office
from tests.records.conftest import office_file as office_file  # noqa: PLC0414 - a fixture

ROUNDS, ENOUGH, PATIENCE = 2, 40, 60.0


@pytest.mark.slow
def test_writers_killed_on_postgresql_leave_nothing_in_part(office: Office) -> None:
    kill_and_look(office)


@pytest.mark.slow
def test_writers_killed_on_sqlite_leave_nothing_in_part(office_file: Path, tmp_path: Path) -> None:
    kill_and_look(Office(Database(f"sqlite:///{shutil.copy(office_file, tmp_path / 'pmo.db')}")))


def kill_and_look(office: Office) -> None:
    url = office.database.engine.url.render_as_string(hide_password=False)
    for round_ in range(ROUNDS):
        said = killed(url, [f"{round_}{process}" for process in "ab"])
        assert len(said) >= ENOUGH
        assert_whole(office, said)
    office.do(ADMIN, Create("task", {"title": "and on it goes", "project_id": 1}))


def killed(url: str, names: Sequence[str]) -> list[str]:
    """Let the processes write until each has said enough, kill them all at once; what they said was done."""
    writers = [subprocess.Popen([sys.executable, "-m", "tests.engines.writing", url, name], cwd=TOP, stdout=subprocess.PIPE, text=True) for name in names]  # noqa: S603
    said = [[writer.stdout.readline().strip() for _ in range(ENOUGH // len(writers))] for writer in writers if writer.stdout]
    for writer in writers:
        writer.send_signal(signal.SIGKILL)
    rest = [writer.communicate(timeout=PATIENCE)[0].splitlines() for writer in writers]
    return [change for lines in (*said, *rest) for change in lines]


def assert_whole(office: Office, said: Sequence[str]) -> None:
    of = table(Task).c
    with office.database.writing() as tx:               # waits for what a killed process left behind to be rolled back
        counts = Counter(tx.execute(sa.select(of.title).where(of.id > 3)).scalars())
        assert set(counts.values()) <= {TOGETHER}, "a change is there in part"
        assert set(said) <= set(counts), "a change that was confirmed is gone"
        assert log.verify(tx) is None
        entries = [e for e in log.entries(tx, sa.select(sa.inspect(log.Change).local_table.c.position), 100_000) if len(e.edits) > TOGETHER]
        assert {e.edits[0]["after"]["title"] for e in entries} == set(counts), "the log and the records disagree"
        assert entries[0].edits[-1]["after"]["description"] == tx.execute(sa.select(of.description).where(of.id == 1)).scalar()
