"""Stakeholders and communications: who stands further off than wanted, and what was to be told and was not."""
from language.dates import Period
from records.computing import Book
from records.figures.engagement import communications_overdue, engagement_gap, support
from records.kinds import Communication, Project, Stakeholder
from records.query import Query, Where
from reports.blocks import Block, Table
from reports.sections.base import section
from reports.telling import day, facts, person

FIGURES = (support, engagement_gap, communications_overdue)
ORDER = ("unaware", "resistant", "neutral", "supportive", "leading")
TOP = 5


@section("people", "Stakeholders and communications", area="stakeholders", figures=FIGURES)
def people(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001
    own = Where("project_id", "is", project.id)
    apart = [s for s in book.reader.find(Query(Stakeholder, (own,), sort="-power", limit=None))
             if s.current in ORDER and s.desired in ORDER and ORDER.index(s.current) < ORDER.index(s.desired)]
    rows = tuple((s.key, s.name, s.current, s.desired, person(book, s.engager_id), day(s.last_contact)) for s in apart[:TOP])
    missed = book.reader.find(Query(Communication, (own, Where("next_due", "before", book.today)), sort="next_due", limit=None))
    told = tuple((c.key, c.title, c.audience or "–", person(book, c.sender_id), day(c.next_due)) for c in missed[:TOP])
    return [*facts(book, project, FIGURES),
            *([Table(f"Further off than wanted: {len(apart)}", ("stakeholder", "name", "stands", "wanted", "engaged by", "last contact"), rows,
                     tuple(s.key for s in apart[:TOP]))] if rows else []),
            *([Table(f"To have been told: {len(missed)}", ("communication", "what", "to whom", "by whom", "due"), told,
                     tuple(c.key for c in missed[:TOP]))] if told else [])]
