"""A process that writes without end, four at a time: run by the test that kills it. Says each change once its commit has come back."""
import sys
from threading import Thread

from records import changing, credentials, planning
from records.database import Database
from records.errors import Conflict
from records.proposals import Change, Create, Proposal
from tests.records.conftest import ADMIN, NOW, TODAY

WRITERS, TOGETHER = 4, 3


def write(database: Database, name: str) -> None:
    """Make three tasks in one change and raise the hours of one that all share, again and again."""
    for number in range(1, 1_000_000):
        try:
            with database.writing() as tx:
                asker = credentials.asker(tx, ADMIN)
                made = tuple(Create("task", {"title": f"{name}-{number}", "project_id": 1}) for _ in range(TOGETHER))
                shared = Change("task", ("APOLLO-T-1",), {"description": f"{name}-{number}"})
                changing.apply(tx, asker, planning.plan(tx, asker, Proposal((*made, shared)), TODAY), NOW)
        except Conflict:
            continue
        sys.stdout.write(f"{name}-{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    written = Database(sys.argv[1])
    for writer in range(WRITERS):
        Thread(target=write, args=(written, f"{sys.argv[2]}{writer}")).start()
