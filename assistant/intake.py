"""A document that somebody hands in through a face: kept in the house's folder, and taken in like any other, if they may add documents."""
from collections.abc import Callable
from pathlib import Path, PurePath
import re

from assistant.upkeep import Upkeep
from records import credentials
from records.access import writable
from records.database import Database
from records.errors import BadInput
from records.kinds import Document

FOLDER = "received"
LARGEST = 30_000_000


class Intake:
    """`upkeep` makes the one who takes in when it is first needed."""

    def __init__(self, database: Database, home: Path, upkeep: Callable[[], Upkeep]) -> None:
        self._database, self._home, self._upkeep = database, home, upkeep

    def take(self, who: str, name: str, content: bytes) -> str:
        """Take a document in; says what came of it. The same name again is its next version. Raises the family of errors."""
        with self._database.reading() as session:
            writable(Document, credentials.asker(session, who))
        if len(content) > LARGEST:
            raise BadInput(f"{name} has more than {LARGEST // 1_000_000} MB.")
        path = self._home / FOLDER / (re.sub(r"[^\w.() -]", "_", PurePath(name).name).lstrip(".") or "document")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return " ".join(self._upkeep().ingest(path))
