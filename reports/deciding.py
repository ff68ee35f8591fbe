"""Decisions wanted: one list for reports, the portfolio and everybody's own work, so that all of them tell of the same.

Wanted are change requests that wait, open decisions, phase gates to be held and milestones that ask for one, the latter two of the days ahead. A gate
that is a milestone as well, on the same day, is one decision.
"""
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from records.computing import Book
from records.kinds import ChangeRequest, Decision, Gate, Milestone, Project
from records.query import Query, Where
from records.reading import Reader
from reports.telling import day, person

AHEAD = timedelta(days=45)
WAITING = ("submitted", "evaluated")
HEAD = ("record", "decision", "by whom", "by when", "without it")


@dataclass(frozen=True)
class Wanted:
    """A decision that somebody has to take, by when, and what happens without it; `project_id` is where."""
    key: str
    decision: str
    project_id: int | None
    decider_id: int | None
    by: date | None
    without: str = ""


def decisions_wanted(reader: Reader, projects: Sequence[Project], today: date) -> list[Wanted]:
    """All that is wanted in some projects, the soonest first; what has no day comes last."""
    sponsors, until = {p.id: p.sponsor_id for p in projects}, today + AHEAD
    inside = Where("project_id", "in", list(sponsors))
    requests = reader.find(Query(ChangeRequest, (inside, Where("status", "in", WAITING)), limit=None))
    open_ = reader.find(Query(Decision, (inside, Where("status", "is", "open")), limit=None))
    gates = reader.find(Query(Gate, (inside, Where("decision", "is", "not decided"), Where("finish", "at most", until)), limit=None))
    stones = reader.find(Query(Milestone, (inside, Where("actual", "empty"), Where("decision", "not empty"), Where("planned", "at most", until)), limit=None))
    told = {(m.project_id, on) for m in stones for on in (m.planned, m.forecast)}
    found = [*(Wanted(c.key, c.title, c.project_id, c.decider_id, c.decide_by, c.without_it) for c in requests),
             *(Wanted(d.key, d.title, d.project_id, d.decider_id, d.decide_by, d.without_it) for d in open_),
             *(Wanted(g.key, g.title, g.project_id, g.decider_id or sponsors.get(g.project_id), g.finish)
               for g in gates if (g.project_id, g.finish) not in told),
             *(Wanted(m.key, m.decision, m.project_id, sponsors.get(m.project_id), m.forecast or m.planned) for m in stones)]
    return sorted(found, key=lambda w: (w.by or date.max, w.key))


def as_rows(book: Book, wanted: Sequence[Wanted]) -> tuple[tuple[str, ...], ...]:
    """As they stand in a table: record, decision, by whom, by when, without it."""
    return tuple((w.key, w.decision, person(book, w.decider_id), day(w.by), w.without or "–") for w in wanted)
