"""A worker that is killed by force leaves its job to another one; a process of its own, so that it can be killed."""
import subprocess
import sys
import time

import pytest

from assistant.jobs import jobs as door
from assistant.jobs.jobs import Jobs
from records.database import Database
from tests.assistant.jobs.test_jobs import until
from tests.house.walls import TOP

DYING = """
import sys, time
from assistant.jobs.jobs import Jobs
from records.database import Database
database = Database(sys.argv[1])
jobs = Jobs(database)
jobs.on("note", lambda what: (print(what, flush=True), time.sleep(60)))
jobs.start()
with database.writing() as tx:
    jobs.enqueue(tx, "note", "1", "begun")
time.sleep(60)
"""


@pytest.mark.slow
def test_what_a_worker_was_killed_over_is_done_by_another(bare: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "LOOK", 0.05)
    monkeypatch.setattr(door, "BEAT", 0.05)
    dying = [sys.executable, "-c", DYING, bare.engine.url.render_as_string()]
    with subprocess.Popen(dying, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=TOP) as killed:  # noqa: S603 - our own words
        assert killed.stdout
        assert killed.stdout.readline() == "begun\n"
        done = list[str]()
        jobs = Jobs(bare)
        jobs.on("note", done.append)
        jobs.start()                                # it is the second one, and the first still lives
        time.sleep(0.5)
        assert done == []
        killed.kill()
        killed.wait()
        until(lambda: done == ["begun"])
        jobs.stop()
