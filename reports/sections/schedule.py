"""Schedule: progress against plan, and each milestone with how far it has moved."""
from language.dates import Period
from records.computing import Book
from records.figures.base import counted
from records.figures.earned_schedule import spi_t
from records.figures.earned_value import spi
from records.figures.milestones import milestone_slip
from records.figures.progress import planned_progress, progress
from records.figures.schedule.chances import chance_in_time, finish_p50, finish_p80
from records.figures.schedule.critical import critical_path
from records.figures.schedule.expected import expected_finish
from records.figures.work import overdue
from records.kinds import Milestone, Project
from records.query import Query, Where
from reports.blocks import Block, Table, Text
from reports.charts.gantt import gantt
from reports.charts.milestone_trend import milestone_trend
from reports.sections.base import section
from reports.telling import day, facts, finish_told

TOLD = (expected_finish, finish_p50, finish_p80, chance_in_time, progress, planned_progress, spi, spi_t, critical_path, milestone_slip, overdue)


@section("schedule", "Schedule", area="schedule", figures=(expected_finish, progress, spi), charts=(milestone_trend, gantt))
def schedule(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001
    found = book.reader.find(Query(Milestone, (Where("project_id", "is", project.id),), sort="planned", limit=None))
    rows = tuple((m.key, m.title, day(m.planned), day(m.actual or m.forecast or m.planned), _slip(m)) for m in found)
    milestones = [Table("Milestones", ("milestone", "title", "planned", "reached or expected", "slip"), rows, tuple(m.key for m in found))] if rows else []
    return [*_lead(book, project), *facts(book, project, TOLD), *milestones]


def _lead(book: Book, project: Project) -> list[Text]:
    """When it will end, and of a running project how far behind or ahead its work is."""
    if project.phase == "cancelled":
        return []
    running = project.phase not in ("candidate", "closed")
    return [Text(" ".join(filter(None, (finish_told(book, project), _progress_told(book, project) if running else ""))))]


def _progress_told(book: Book, project: Project) -> str:
    done, planned = book.value(project, progress).number, book.value(project, planned_progress).number
    if done is None or planned is None:
        return ""
    points = round(planned - done)
    where = f"{abs(points)} point{'' if abs(points) == 1 else 's'} {'behind' if points > 0 else 'ahead of'} its plan" if points else "as far as planned"
    return f"Its progress is {where}."


def _slip(m: Milestone) -> str:
    days = ((m.actual or m.forecast or m.planned) - m.planned).days
    moved = "on time" if days == 0 else f"{counted(abs(days), 'day')} {'late' if days > 0 else 'early'}"
    return f"reached, {moved}" if m.actual else moved
