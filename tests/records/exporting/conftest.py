"""The small office, taken out: by a person, in a format, as bytes."""
from collections.abc import Callable, Sequence
import csv
import io
import json
from typing import Any

import pytest

from records import exporting
from tests.records.conftest import NOW, Office

Out = Callable[..., bytes]


@pytest.fixture
def out(office: Office) -> Out:
    """What leaves the house when a person asks for a format."""
    def taken(who: str, as_: str, kind: str = "", project: str = "", person: str = "") -> bytes:
        with office.database.reading() as session:
            keeper = exporting.Keeper(session, office.asker(who))
            return b"".join(exporting.write(keeper, exporting.Wanted(as_, kind, project, person), NOW).content)
    return taken


def told(content: bytes) -> dict[str, list[dict[str, Any]]]:
    """The records of a JSON file, by table."""
    records: dict[str, list[dict[str, Any]]] = json.loads(content)["records"]
    return records


def lines(content: bytes) -> Sequence[dict[str, str]]:
    """The rows of a CSV file by their headings."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
