"""Decisions needed: change requests that wait, and milestones that ask for one, with by whom, by when and what happens without."""
from datetime import timedelta

from language.dates import Period
from records.computing import Book
from records.kinds import ChangeRequest, Milestone, Project
from records.query import Query, Where
from reports.blocks import Block, Table
from reports.sections.base import section
from reports.telling import day, person

AHEAD = timedelta(days=45)


@section("decisions", "Decisions needed")
def decisions(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001
    own = Where("project_id", "is", project.id)
    waiting = book.reader.find(Query(ChangeRequest, (own, Where("status", "in", ("submitted", "evaluated"))), sort="decide_by", limit=None))
    gates = book.reader.find(Query(Milestone,
                                   (own, Where("actual", "empty"), Where("decision", "not empty"), Where("planned", "at most", book.today + AHEAD)),
                                   limit=None))
    rows = (*((c.key, c.title, person(book, c.decider_id), day(c.decide_by), c.without_it or "–") for c in waiting),
            *((m.key, m.decision, person(book, project.sponsor_id), day(m.forecast or m.planned), "–") for m in gates))
    keys = (*(c.key for c in waiting), *(m.key for m in gates))
    return [Table(f"Decisions needed: {len(rows)}", ("record", "decision", "by whom", "by when", "without it"), rows, keys)] if rows else []
