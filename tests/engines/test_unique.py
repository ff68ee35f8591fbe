"""An archived record does not hold its name: it can be used again, and then its old owner cannot come back. The same on both engines."""
from collections.abc import Iterator
from pathlib import Path
import shutil

import pytest

from records.database import Database
from records.errors import Conflict
from records.migrating import downgrade, upgrade
from records.proposals import Change, Create, Undo
from tests.records.conftest import ADMIN, Office
from tests.records.conftest import office_file as office_file  # noqa: PLC0414 - a fixture


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    """The small office on each engine."""
    if request.param == "sqlite":
        yield Office(Database(f"sqlite:///{shutil.copy(request.getfixturevalue('office_file'), tmp_path / 'pmo.db')}"))
    else:
        yield request.getfixturevalue("office")


UNIQUE = (Create("threshold", {"name": "CPI red", "value": 0.7}), Create("scenario", {"title": "Lean year"}),
          Create("person", {"name": "Eve", "email": "eve@office.example"}), Create("membership", {"project_id": 1, "person_id": 4}),
          Create("word", {"word": "urgent", "record": "task", "field": "priority", "choice": "critical"}))


@pytest.mark.parametrize("wish", UNIQUE, ids=lambda wish: str(wish.kind))
def test_a_name_is_free_again_when_its_record_is_archived(either: Office, wish: Create) -> None:
    made = either.do(ADMIN, wish)
    with pytest.raises(Conflict, match="There is one like that already"):
        either.do(ADMIN, wish)
    gone = either.do(ADMIN, Undo(made))
    either.do(ADMIN, wish)
    with pytest.raises(Conflict, match="There is one like that already"):
        either.do(ADMIN, Undo(gone))


def test_it_can_come_back_when_the_name_is_free_again(either: Office) -> None:
    gone = either.do(ADMIN, Undo(either.do(ADMIN, UNIQUE[1])))
    second = either.do(ADMIN, UNIQUE[1])
    either.do(ADMIN, Change("scenario", ("SC-2",), {"title": "Fat year"}))
    either.do(ADMIN, Undo(gone))
    with pytest.raises(Conflict):
        either.do(ADMIN, Undo(second))


@pytest.mark.slow
def test_the_version_before_says_what_it_cannot_keep(office_file: Path, tmp_path: Path) -> None:
    office = Office(Database(f"sqlite:///{shutil.copy(office_file, tmp_path / 'pmo.db')}"))
    office.do(ADMIN, Undo(office.do(ADMIN, UNIQUE[1])))
    office.do(ADMIN, UNIQUE[1])
    with pytest.raises(Conflict, match="Lean year is there twice in table scenario"):
        downgrade(office.database, "0006")
    upgrade(office.database)
