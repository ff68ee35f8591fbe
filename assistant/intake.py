"""A document that somebody hands in through a face: kept in the house's folder, and taken in like any other, if they may add documents."""
from collections.abc import Callable
from pathlib import Path, PurePath
import re

from assistant.upkeep import Upkeep
from records import credentials
from records.access import writable
from records.database import Database, refuse_read_only
from records.errors import BadInput, NotFound
from records.kinds import Document, Space
from records.query import Query, Where
from records.reading import Reader

FOLDER, LEFT_OUT = "received", ": left out. "
LARGEST = 30_000_000


class Intake:
    """`upkeep` makes the one who takes in when it is first needed."""

    def __init__(self, database: Database, home: Path, upkeep: Callable[[], Upkeep]) -> None:
        self._database, self._home, self._upkeep = database, home, upkeep

    def take(self, who: str, name: str, content: bytes, space: str = "") -> str:
        """Take a document in, to the space of this name; says what came of it. The same name again is its next version. Raises the family of errors."""
        refuse_read_only(self._database)
        with self._database.reading() as session:
            asker = credentials.asker(session, who)
            writable(Document, asker)
            if space and not Reader(session, asker).find(Query(Space, (Where("name", "is", space),), limit=1)):
                raise NotFound(f"There is no space “{space}”.")
        if len(content) > LARGEST:
            raise BadInput(f"{name} has more than {LARGEST // 1_000_000} MB.")
        path = self._home / FOLDER / _plain(space) / (_plain(name) or "document")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        told = " ".join(self._upkeep().ingest(path, space=space))
        if LEFT_OUT in told:
            raise BadInput(told.partition(LEFT_OUT)[2])
        return told


def _plain(name: str) -> str:
    """The name of a file or a space as that of a file here."""
    return re.sub(r"[^\w.() -]", "_", PurePath(name).name).lstrip(".")
