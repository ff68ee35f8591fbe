"""Resources: what the people of a project have and are asked for, who is over the limit, and what nobody has yet."""
from language.dates import Period
from records.computing import Book
from records.figures.allocation import hours_allocated, hours_available, overallocated_weeks, utilisation_ahead
from records.figures.base import counted
from records.figures.staffing import staffing_gap, unassigned_effort
from records.figures.workload import due_effort
from records.kinds import Membership, Person, Project, Task
from records.query import Query, Where
from reports.blocks import Block, Table
from reports.sections.base import section
from reports.telling import facts, short

FIGURES = (hours_available, hours_allocated, due_effort, utilisation_ahead, overallocated_weeks)
MOST = 12


@section("resources", "Resources", area="resources", figures=(staffing_gap, unassigned_effort))
def resources(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001
    """The people on the team and those who own open work, the busiest first."""
    own = Where("project_id", "is", project.id)
    team = {m.person_id for m in book.reader.find(Query(Membership, (own,), limit=None))}
    owners = {t.owner_id for t in book.reader.find(Query(Task, (own, Where("status", "not in", ("done", "cancelled"))), ("key", "owner_id"), limit=None))}
    ids = tuple(i for i in team | owners if i is not None)
    people = book.reader.find(Query(Person, (Where("id", "in", ids),), limit=None)) if ids else ()
    of = Book(book.reader, people, book.today).beside(book)
    ranked = sorted(people, key=lambda p: (-(of.value(p, utilisation_ahead).number or 0), p.name))[:MOST]
    rows = tuple((p.name, p.job or "–", *(short(of, p, f) for f in FIGURES)) for p in ranked)
    head = ("person", "role", *(f.title for f in FIGURES))
    table = [Table(counted(len(people), "person", "people"), head, rows, tuple(p.key for p in ranked))] if rows else []
    return [*facts(book, project, (staffing_gap, unassigned_effort)), *table]
