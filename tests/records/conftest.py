"""A small office in a fresh database: four people of different roles, one open and one restricted project."""
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
import shutil

import pytest

from records import changing, credentials, planning, sample
from records.asker import Asker
from records.database import Database
from records.proposals import ChangeSet, Create, Proposal, Wish
from records.reading import Reader
from tests import made_once

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
ADMIN, ANA, BEN, CLEO, VERA, DORA = (f"{name}@office.example" for name in ("admin", "ana", "ben", "cleo", "vera", "dora"))
PEOPLE = (("Admin", ADMIN, "PMO admin"), ("Ana Ruiz", ANA, "project manager"), ("Ben Okafor", BEN, "member"), ("Cleo Park", CLEO, "executive"),
          ("Vera Lind", VERA, "viewer"), ("Dora Sand", DORA, "project manager"))
WORLD: tuple[Wish, ...] = (
    *(Create("person", {"name": name, "email": email, "role": role}) for name, email, role in PEOPLE),
    Create("project", {"name": "Apollo", "manager_id": 2, "phase": "in delivery"}),
    Create("project", {"name": "Zephyr", "manager_id": 6, "access": "restricted"}),
    Create("membership", {"project_id": 1, "person_id": 3}),
    Create("task", {"title": "Draw the plans", "project_id": 1, "owner_id": 3, "hours": 40, "due": "2026-11-10"}),
    Create("task", {"title": "Order steel", "project_id": 1, "owner_id": 3, "hours": 60, "due": "2026-11-20"}),
    Create("task", {"title": "Sound out the seller", "project_id": 2, "owner_id": 6, "hours": 10}),
    Create("budgetline", {"title": "Works", "project_id": 1, "amount": "100000"}),
    Create("risk", {"title": "Steel is late", "project_id": 1, "probability": 4, "impact": 4, "cost_impact": "5000"}),
)


class Office:
    """The database with the moves that tests make on it."""

    def __init__(self, database: Database) -> None:
        self.database = database

    @contextmanager
    def reader(self, who: str) -> Iterator[Reader]:
        with self.database.reading() as session:
            yield Reader(session, credentials.asker(session, who))

    def asker(self, who: str) -> Asker:
        with self.database.reading() as session:
            return credentials.asker(session, who)

    def plan(self, who: str, *wishes: Wish) -> ChangeSet:
        with self.database.reading() as session:
            return planning.plan(session, credentials.asker(session, who), Proposal(wishes), TODAY)

    def apply(self, who: str, changes: ChangeSet) -> int:
        with self.database.writing() as tx:
            return changing.apply(tx, credentials.asker(tx, who), changes, NOW).position

    def do(self, who: str, *wishes: Wish) -> int:
        return self.apply(who, self.plan(who, *wishes))


@pytest.fixture(scope="session")
def office_file(tmp_path_factory: pytest.TempPathFactory, bare_file: Path) -> Path:
    """The office's database, made once; not to be written to: `office` opens a copy."""
    def fill(folder: Path) -> None:
        made = Database(f"sqlite:///{shutil.copy(bare_file, folder)}")
        with made.writing() as tx:
            for wish in WORLD:
                changing.apply(tx, sample.OFFICE, planning.plan(tx, sample.OFFICE, Proposal((wish,)), TODAY), NOW)
        made.engine.dispose()
    return made_once.folder(tmp_path_factory, "office", fill) / "pmo.db"


@pytest.fixture
def office(office_file: Path, tmp_path: Path) -> Office:
    return Office(Database(f"sqlite:///{shutil.copy(office_file, tmp_path / 'pmo.db')}"))


