"""Which schedules have come due: every worker looks, one of them enqueues, and the next moment is noted in the same transaction.

A schedule that was made, changed, paused or archived is seen in the log. What came due while all slept is done once, not once for each time.
"""
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, Protocol

from assistant.schedules.moments import Times
from records import agenda, log, sendings
from records.database import Database, Reading, Writing
from records.kinds import Calendar, Office, Preference, ReportDraft, Schedule
from records.query import Query, Where
from records.reading import Reader
import records.sample
from records.working_time import working_time

NAME, RUN, SEND = "schedule:", "schedule.run", "draft.send"
LEAD = timedelta(hours=1)               # a draft comes to its owner before it is due
AT_ONCE = 200                           # in one transaction
ALL = ("office", "calendar", "preference")       # what moves every schedule
OFFICE = records.sample.OFFICE


class Enqueues(Protocol):
    def enqueue(self, tx: Writing, name: str, key: str, *ids: str) -> None: ...


class Watching:
    """`zone` is what the clocks of the office say where nobody says otherwise."""

    def __init__(self, database: Database, jobs: Enqueues, zone: Callable[[], str]) -> None:
        self._database, self._jobs, self._zone = database, jobs, zone
        self._seen: int | None = None

    def look(self, now: datetime) -> None:
        """Take in what changed, and enqueue what is due. To do it twice, or by two at once, is no harm."""
        self._take_in(now)
        with self._database.reading() as session:
            found = agenda.due(session, NAME, int(now.timestamp()), 10 * AT_ONCE)
        for first in range(0, len(found), AT_ONCE):
            self._begin(found[first:first + AT_ONCE], now)

    def _take_in(self, now: datetime) -> None:
        with self._database.reading() as session:
            head = log.head(session)
            if head == self._seen:
                return
            touched = None if self._seen is None else agenda.touched(session, self._seen, ("schedule", "reportdraft", *ALL))
            only = None if touched is None or touched.keys() & set(ALL) else touched.get("schedule", set())
            known = {name.removeprefix(NAME): rule for name, rule in agenda.rules(session, NAME).items()}
            wanted = {str(id_): times for id_, times in self._times(session, only)}
            gone = known.keys() - wanted.keys() if only is None else {str(id_) for id_ in only} & known.keys() - wanted.keys()
            drafts = _approved(session, None if touched is None else touched.get("reportdraft", set()))
        new = {id_: times for id_, times in wanted.items() if known.get(id_) != str(times)}
        if new or gone or drafts:
            with self._database.writing() as tx:
                for id_, times in new.items():
                    agenda.put(tx, f"{NAME}{id_}", str(times), _seconds(times, now))
                for id_ in gone:
                    agenda.drop(tx, f"{NAME}{id_}")
                for draft in drafts:
                    self._jobs.enqueue(tx, SEND, f"{draft.key}/{draft.version}", draft.key)
        self._seen = head

    def _begin(self, found: Any, now: datetime) -> None:
        with self._database.reading() as session:
            ids = {int(name.removeprefix(NAME)) for name, _ in found}
            times = {str(id_): t for id_, t in self._times(session, ids)}
        with self._database.writing() as tx:
            for name, at in found:
                row, id_ = agenda.at(tx, name), name.removeprefix(NAME)
                if row is None or row.at != at:             # another worker was quicker
                    continue
                if (own := times.get(id_)) is None:
                    agenda.drop(tx, name)
                    continue
                self._jobs.enqueue(tx, RUN, f"{id_}/{at}", id_, str(at))
                agenda.put(tx, name, str(own), _seconds(own, now))

    def _times(self, session: Reading, only: set[int] | None) -> Iterator[tuple[int, "Times"]]:
        """The times of all schedules that are on, or of some of them."""
        reader = Reader(session, OFFICE)
        which = () if only is None else (Where("id", "in", tuple(only)),)
        rows = reader.find(Query(Schedule, which, limit=None)) if only is None or only else ()
        if not rows:
            return
        days = working_time(reader.find(Query(Office, limit=None)), reader.find(Query(Calendar, limit=None))).days
        zones = _zones(reader)
        for row in rows:
            if row.status == "on" and row.rule and row.first_day and row.id:
                zone = row.zone or zones.get(row.owner_id or 0) or self._zone()
                kind = Early if row.mode == "draft first" else Times
                with suppress(ValueError):
                    yield row.id, kind(row.rule, row.first_day, row.at or "08:00", zone, days)


class Early(Times):
    """The same times, an hour before each."""

    def __str__(self) -> str:
        return f"{super().__str__()} early"

    def after(self, moment: datetime) -> datetime | None:
        at = super().after(moment + LEAD)
        return at - LEAD if at else None


def _seconds(times: Times, now: datetime) -> int | None:
    at = times.after(now)
    return int(at.timestamp()) if at else None


def _zones(reader: Reader) -> Mapping[int, str]:
    kept = reader.find(Query(Preference, limit=None))
    return {row.person_id: row.value for row in kept if row.name == "time zone" and row.person_id}


def _approved(session: Reading, touched: set[int] | None) -> tuple[ReportDraft, ...]:
    """The drafts that their owner released and that did not go out yet."""
    if touched is not None and not touched:
        return ()
    rows = Reader(session, OFFICE).find(Query(ReportDraft, limit=None))
    return tuple(row for row in rows if row.status == "approved" and (touched is None or row.id in touched)
                 and sendings.state(session, f"draft/{row.key}") not in ("sent", "failed"))
