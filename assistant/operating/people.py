"""Who made a request, for its line in the log: by their number, never by their name or address."""
from collections.abc import Callable

from records import credentials
from records.database import Database
from records.errors import Sorry

KNOWN = 10_000


class Numbers:
    """Keeps what it looked up."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[str, int] = {}

    def __call__(self, who: str) -> int | None:
        """The number of the person with this address; None for whom the office does not know, and while it cannot be looked up."""
        if who not in self._known:
            try:
                with self._database.reading() as session:
                    found = credentials.asker(session, who).person
            except Sorry:
                return None
            if len(self._known) >= KNOWN:
                self._known.clear()
            self._known[who] = found
        return self._known[who]


Numbered = Callable[[str], int | None]


def nobody(_who: str) -> int | None:
    """The numbers of those who know nobody."""
    return None
