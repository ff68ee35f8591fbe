"""A desk on the sample company that a whole module reads from: for tools that only read and propose."""
from collections.abc import Iterator
from pathlib import Path

import pytest

from records import credentials
from records.database import Database
from records.reading import Reader
from tests.conftest import settings_in
from tests.tools.conftest import NOW, LayDesk
from tools.desk import Desk


@pytest.fixture(scope="module")
def desk_of(sample_home: Path) -> Iterator[LayDesk]:
    with Database(settings_in(sample_home).url).reading() as session:
        def lay(handle: str) -> Desk:
            asker = credentials.asker(session, f"{handle}@northlight.example")
            return Desk(asker, Reader(session, asker), NOW)
        yield lay
