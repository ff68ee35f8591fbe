"""What people think of an answer, kept in the journal beside the question it was to."""
from collections.abc import Callable
from datetime import datetime
from typing import Literal

from records import credentials, journal
from records.database import Database

Verdict = Literal["good", "bad"]


class Feedback:
    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database, self._clock = database, clock

    def give(self, who: str, question: str, verdict: Verdict, words: str = "") -> None:
        """Keep what somebody thinks of the answer to a question, by its id. Raises `Refused` for whom the office does not know."""
        now = self._clock()
        with self._database.writing() as tx:
            asker = credentials.asker(tx, who)
            journal.note(tx, now, asker.person, journal.Event.feedback_given, f"{verdict} {question}" + (f": {words}" if words else ""))
