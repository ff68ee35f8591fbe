"""A company's own JSON, changed by hand and read by the same company: that change shows and nothing else."""
from collections.abc import Iterator, Mapping
import json
from pathlib import Path
from typing import Any
from unittest.mock import ANY

import pytest

from records import exporting, planning, sample
from records.database import Database
from records.errors import BadInput
from records.importing import Wanted, read
from records.importing.base import Skipped
from records.importing.matching import matched
from records.kinds import KINDS
from records.kinds.base import Record, fields
from records.proposals import Create, Edit, Undo
from tests.conftest import copied
from tests.records.conftest import ANA, NOW, TODAY, Office

Records = dict[str, list[dict[str, Any]]]
PICKY = {"email", "record", "field", "columns", "choices", "headers", "workdays", "days_off", "recurrence"}        # not any text will do
OTHERWISE: Mapping[str, tuple[str, object]] = {"absence": ("type", "training"), "responsibility": ("letter", "informed"), "link": ("lag", 7.0),
                                               "approvallimit": ("days", 77), "preference": ("value", "Europe/Lisbon")}


@pytest.fixture(scope="module")
def company(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A copy of the sample company; not to be written to."""
    database = Database(f"sqlite:///{copied(sample_home, tmp_path_factory.mktemp('own') / 'pmo') / 'pmo.db'}")
    yield database
    database.engine.dispose()


@pytest.fixture(scope="module")
def everything(company: Database) -> str:
    return json.dumps(exported(company))


def exported(database: Database) -> Records:
    with database.reading() as session:
        records: Records = json.loads(b"".join(exporting.write(exporting.Keeper(session, sample.OFFICE), exporting.Wanted("json"), NOW).content))["records"]
        return records


def taken(database: Database, records: Records) -> tuple[tuple[Edit, ...], list[Skipped]]:
    """The edits that a file of these records comes to, and what was left out."""
    said = json.dumps({"format": "project-assistant", "version": 1, "records": records}).encode()
    with database.reading() as session:
        made = matched(session, sample.OFFICE, read(said, "all.json", Wanted()), TODAY)
        try:
            return planning.plan(session, sample.OFFICE, made.proposal("all.json"), TODAY).edits, made.skipped
        except BadInput as refused:
            if "change nothing" not in str(refused):
                raise
            return (), made.skipped


def test_read_by_the_company_it_came_from_it_changes_nothing(company: Database, everything: str) -> None:
    assert taken(company, json.loads(everything)) == ((), [])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__tablename__)
def test_one_change_by_hand_is_the_one_change_that_shows(company: Database, everything: str, kind: type[Record]) -> None:
    name = str(kind.__tablename__)
    records = {name: json.loads(everything)[name]}
    record = records[name][0]
    text = next((f.name for f in fields(kind) if f.type is str and f.says.set_by == "person" and not f.holds_key and f.name not in PICKY), "")
    changed, value = OTHERWISE.get(name) or (text, f"{record[text]} once more".strip())
    record[changed] = value
    assert taken(company, records) == ((Edit(name, ANY, record["key"], ANY, ANY, {changed: value}),), [])


def test_what_code_sets_is_said_when_somebody_changed_it_by_hand(company: Database, everything: str) -> None:
    records = json.loads(everything)
    records["baseline"][0]["agreed_on"] = "2020-01-01"
    edits, skipped = taken(company, records)
    assert edits == ()
    assert skipped == [Skipped(records["baseline"][0]["key"], "agreed on left out: it is computed, nobody sets it")]


def test_a_record_that_was_taken_back_stays_taken_back(office: Office) -> None:
    office.do(ANA, Undo(office.do(ANA, Create("task", {"title": "A mistake", "project_id": 1}))))
    records = exported(office.database)
    assert taken(office.database, records) == ((), [])
    records["task"][2]["archived"] = False
    assert taken(office.database, records) == ((), [Skipped("APOLLO-T-3", "left out: APOLLO-T-3 was taken back here; undo that first")])
