"""Which schedules have come due: every worker looks, one of them enqueues, and the next moment is noted in the same transaction.

A schedule that was made, changed, paused or archived is seen in the log. What came due while all slept is done once, not once for each time.
"""
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol

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
            touched = agenda.touched(session, self._seen or 0, ("schedule", "reportdraft", *ALL))
            only = None if self._seen is None or touched.keys() & set(ALL) else set(touched.get("schedule", {}))
            known = agenda.all_of(session, NAME)
            own = {f"{NAME}{id_}": (f"{version} {times}", times) for id_, version, times in self._times(session, only)}
            gone = known.keys() - own.keys() if only is None else {f"{NAME}{id_}" for id_ in only} & known.keys() - own.keys()
            drafts = _approved(session, None if self._seen is None else set(touched.get("reportdraft", {})))
        changed = {f"{NAME}{id_}": at for id_, at in touched.get("schedule", {}).items()}
        new = {name: (text, times.after(_since(text, known.get(name), changed.get(name), now)))
               for name, (text, times) in own.items() if not _is_settled(text, known.get(name), now)}
        if new or gone or drafts:
            with self._database.writing() as tx:
                for name, (text, at) in new.items():
                    agenda.put(tx, name, text, int(at.timestamp()) if at else None)
                for name in gone:
                    agenda.drop(tx, name)
                for draft in drafts:
                    self._jobs.enqueue(tx, SEND, f"{draft.key}/{draft.version}", draft.key)
        self._seen = head

    def _begin(self, found: Sequence[tuple[str, int]], now: datetime) -> None:
        with self._database.reading() as session:
            ids = {int(name.removeprefix(NAME)) for name, _ in found}
            own = {f"{NAME}{id_}": (f"{version} {times}", times) for id_, version, times in self._times(session, ids)}
        with self._database.writing() as tx:
            for name, at in found:
                row, id_ = agenda.at(tx, name), name.removeprefix(NAME)
                if row is None or row.at != at:             # another worker was quicker
                    continue
                if name not in own:
                    agenda.drop(tx, name)
                    continue
                self._jobs.enqueue(tx, RUN, f"{id_}/{at}", id_, str(at))
                text, times = own[name]
                after = times.after(now)
                agenda.put(tx, name, text, int(after.timestamp()) if after else None)

    def _times(self, session: Reading, only: set[int] | None) -> Iterator[tuple[int, int, Times]]:
        """The times of all schedules that are on, or of some of them, each with the version of its record."""
        reader = Reader(session, OFFICE)
        which = () if only is None else (Where("id", "in", tuple(only)),)
        rows = reader.find(Query(Schedule, which, limit=None)) if only is None or only else ()
        if not rows:
            return
        days = working_time(reader.find(Query(Office, limit=None)), reader.find(Query(Calendar, limit=None))).days
        zones, usual = _zones(reader), self._zone()
        for row in rows:
            if row.status == "on" and row.rule and row.first_day and row.id:
                kind = Early if row.mode == "draft first" else Times
                yield row.id, row.version, kind(row.rule, row.first_day, row.at or "08:00", row.zone or zones.get(row.owner_id or 0) or usual, days)


def _is_settled(text: str, row: agenda.Due | None, now: datetime) -> bool:
    """Whether the moment that is noted holds. One that has come is let come, whatever was changed meanwhile."""
    return row is not None and (row.rule == text or (row.at is not None and row.at <= now.timestamp()))


def _since(text: str, row: agenda.Due | None, changed: datetime | None, now: datetime) -> datetime:
    """From when on a schedule counts: from its own latest change, else, where only the clocks or the calendar changed, from now."""
    is_own = row is None or row.rule.partition(" ")[0] != text.partition(" ")[0]
    return min(changed, now) if is_own and changed else now


class Early(Times):
    """The same times, an hour before each."""

    def __str__(self) -> str:
        return f"{super().__str__()} early"

    def after(self, moment: datetime) -> datetime | None:
        at = super().after(moment + LEAD)
        return at - LEAD if at else None


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
