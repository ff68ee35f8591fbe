"""Change control: what was raised, decided and waits, how old that is, and what the approved changes add up to."""
from collections import Counter

from language.dates import Period
from records.computing import Book
from records.figures.base import counted
from records.figures.change_control import change_age, change_cost, change_days, changes_open
from records.kinds import ChangeRequest, Project
from records.query import Query, Where
from reports.blocks import Block, Table, Text
from reports.sections.base import section
from reports.telling import day, facts

FIGURES = (changes_open, change_age, change_cost, change_days)


@section("changes", "Change control")
def changes(book: Book, project: Project, period: Period) -> list[Block]:
    found = book.reader.find(Query(ChangeRequest, (Where("project_id", "is", project.id),), sort="-decided_on", limit=None))
    if not found:
        return []
    counts = Counter(c.status for c in found)
    said = f"{counted(len(found), 'change request')} so far: {', '.join(f'{n} {status}' for status, n in counts.most_common())}."
    lately = [c for c in found if c.decided_on and period.first <= c.decided_on <= period.last]
    rows = tuple((c.key, c.title, c.status, day(c.decided_on), c.rationale or "–") for c in lately)
    table = [Table(f"Decided {day(period.first)} – {day(period.last)}: {len(rows)} of {len(found)}", ("change", "title", "decision", "on", "because"), rows,
                   tuple(c.key for c in lately))] if rows else []
    return [Text(said), *facts(book, project, FIGURES), *table]
