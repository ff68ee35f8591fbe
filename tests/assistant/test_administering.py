"""Jobs that were given up: listed for the admin, and tried anew; what works them is not even loaded where there are none."""
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from assistant.administering import Administering, GivenUp
from assistant.entering import Entering
from records.errors import NotFound
from tests.records.conftest import ADMIN, NOW, Office
from tests.records.conftest import office as office  # noqa: PLC0414
from tests.records.conftest import office_file as office_file  # noqa: PLC0414


@dataclass(frozen=True)
class Failure:
    id: str = "notice:task/1"
    name: str = "notice"
    key: str = "task/1"
    at: datetime = datetime(2026, 11, 17, tzinfo=UTC)
    why: str = "TimeoutError (3f2a91)"


@dataclass
class Works:
    begun: list[Any] = field(default_factory=list)

    def failed(self) -> tuple[Failure, ...]:
        return (Failure(),)

    def again(self, failure: Any) -> None:
        self.begun.append(failure)


def running(office: Office, works: Works) -> Administering:
    return Administering(office.database, Entering(office.database, lambda: NOW), tuple, lambda: works)


def give_up(office: Office) -> None:
    """What stands in the table of the jobs after one failed for good."""
    with office.database.writing() as tx:
        tx.connection().exec_driver_sql("CREATE TABLE workflow_status (workflow_uuid TEXT, status TEXT, updated_at INTEGER)")
        tx.connection().exec_driver_sql("INSERT INTO workflow_status VALUES ('notice:task/1', 'ERROR', 1)")


def test_a_job_that_was_given_up_is_listed_and_tried_anew(office: Office) -> None:
    give_up(office)
    made = running(office, works := Works())
    assert made.given_up(ADMIN) == (GivenUp("notice:task/1", "notice", "task/1", Failure.at, "TimeoutError (3f2a91)"),)
    assert [(c.name, c.is_well, c.says) for c in made.connections(ADMIN)] == [("jobs", False, "none waiting; 1 given up")]
    made.again(ADMIN, "notice:task/1")
    assert works.begun == [Failure()]
    with pytest.raises(NotFound, match="no such job"):
        made.again(ADMIN, "notice:task/2")


def test_where_no_job_was_given_up_what_works_them_is_not_loaded(office: Office) -> None:
    def load() -> Works:
        raise AssertionError("loaded")
    made = Administering(office.database, Entering(office.database, lambda: NOW), tuple, load)
    assert made.given_up(ADMIN) == ()
