"""How an installation stands, for probes and for whoever watches it: parts and numbers, no content."""
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from assistant.jobs.slots import Slots
from assistant.operating.metrics import Number
from records import agenda, journal, log, notices, versions
from records.database import Database
from records.errors import Sorry

ALL = datetime(1, 1, 1, tzinfo=UTC)
MILLION = 1_000_000
WELL = "ok"


@dataclass(frozen=True)
class Readiness:
    """Whether work should be sent here, and how each part stands."""
    is_ready: bool
    parts: Mapping[str, str]


class Health:
    """`note` says why documents are found by less than they could be, "" when they are not. `works`: this process is to do what waits."""

    def __init__(self, database: Database, note: Callable[[], str] = str, *, works: bool = False) -> None:
        self._database, self._note, self._works, self._slots = database, note, works, Slots(database)

    def readiness(self) -> Readiness:
        """Look at every part. Without its database, or with one of another version, a process is of no use; without index it answers by words alone."""
        try:
            records = WELL if versions.is_newest(self._database) else "of another version"
            workers = self._slots.living()
        except Sorry:
            return Readiness(is_ready=False, parts={"records": "out of reach"})
        jobs = f"{workers} at work" if workers else "nobody at work"
        parts = {"records": records, "jobs": jobs, "index": "words alone" if self._note() else WELL, "changes": "read only" if self._database.is_read_only
                 else WELL}
        return Readiness(records == WELL and bool(workers or not self._works), parts)

    def numbers(self) -> Iterator[Number]:
        """What the whole installation stands at, whichever of its processes did it."""
        waiting, failed = agenda.standing(self._database)
        with self._database.reading() as session:
            used, head, told = journal.used(session, ALL), log.head(session), notices.counted(session)
        yield Number("pmo_changes", "Changes that were applied to the records.", head, grows=True)
        yield Number("pmo_jobs_waiting", "Jobs that wait or run.", waiting)
        yield Number("pmo_jobs_failed", "Jobs that were given up (the last hundred).", len(failed))
        yield Number("pmo_workers", "Processes that work jobs.", self._slots.living())
        for state, count in told.items():
            yield Number("pmo_notices", "What was worth telling somebody, by what became of it.", count, of={"state": state})
        yield Number("pmo_model_turns", "Turns with a language model.", used.turns, grows=True)
        yield Number("pmo_model_calls", "Calls of a language model.", used.calls, grows=True)
        for way, tokens in (("in", used.tokens_in), ("out", used.tokens_out)):
            yield Number("pmo_model_tokens", "Tokens that language models read and wrote.", tokens, grows=True, of={"way": way})
        yield Number("pmo_model_cost", "What they cost by the prices that are set, in that money.", used.cost / MILLION, grows=True)
        yield Number("pmo_index_whole", "1 while documents are found by their meaning too.", float(not self._note()))
        yield Number("pmo_read_only", "1 while no record can be changed.", float(self._database.is_read_only))
