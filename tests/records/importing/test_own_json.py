"""Our own JSON comes back with its keys, sources and references."""
import json
from typing import Any

import pytest

from records.errors import BadInput
from records.importing.base import To
from tests.records.importing.reading_here import read_here, whys


def own(**tables: list[dict[str, Any]]) -> str:
    return json.dumps({"format": "project-assistant", "version": 1, "records": tables})


def test_a_record_keeps_its_key_its_source_and_whether_it_is_archived() -> None:
    row = read_here(own(person=[{"key": "P-1", "source": "hr:7", "archived": True, "name": "Ana", "email": None}])).rows[0]
    assert (row.kind, row.source, row.where) == ("person", "key:P-1", "P-1")
    assert row.values == {"key": "P-1", "source": "hr:7", "archived": True, "name": "Ana", "email": None}


def test_a_reference_leads_to_the_file_when_it_is_there_and_else_to_what_is_known() -> None:
    read = read_here(own(task=[{"key": "A-T-1", "project_id": "A", "owner_id": "P-1", "title": "x"}], project=[{"key": "A", "name": "A"}]))
    assert read.rows[0].values["project_id"] == To("project", "key:A")
    assert read.rows[0].values["owner_id"] == To("person", "P-1")


def test_what_code_sets_comes_back_too_but_what_a_database_counts() -> None:
    values = read_here(own(baseline=[{"key": "A-BL-1", "id": 9, "version": 3, "number": 2, "snapshot": "{}"}])).rows[0].values
    assert values == {"key": "A-BL-1", "number": 2, "snapshot": "{}"}


def test_what_is_not_known_here_is_left_out_and_said() -> None:
    read = read_here(own(frob=[{"key": "F-1"}], task=[{"key": "A-T-1", "frob": 1, "title": ["x"]}, {"title": "no key"}, 7]))  # type: ignore[list-item]
    assert len(read.rows) == 1
    assert whys(read) == ["frob: left out: there is no kind of record “frob”", "A-T-1: “frob” left out: a task has no such field",
                          "A-T-1: “title” left out: it is no single value", "task 2: left out: it has no key"]


def test_another_version_is_refused() -> None:
    with pytest.raises(BadInput, match="of version “2”; I read version 1"):
        read_here(json.dumps({"format": "project-assistant", "version": 2, "records": {}}))


def test_an_export_without_records_is_refused() -> None:
    with pytest.raises(BadInput, match="holds no records"):
        read_here(json.dumps({"format": "project-assistant", "version": 1}))


@pytest.mark.parametrize("said", ['{"a": 1}', "[]", "[1, 2]", '{"issues": 5}'])
def test_json_of_no_known_shape_is_refused(said: str) -> None:
    with pytest.raises(BadInput, match="shape I do not know"):
        read_here(said)


@pytest.mark.parametrize("said", ['{"format": "project-assistant", ', "[" * 100_000, '{"a": NaN'])
def test_json_that_is_not_whole_is_refused(said: str) -> None:
    with pytest.raises(BadInput, match="not whole"):
        read_here(said)
