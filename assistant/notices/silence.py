"""The manager of a project that nobody writes about is asked once a week, by one question with three buttons; so is one whom a reader nudges."""
from collections.abc import Iterator, Sequence
from datetime import timedelta

from assistant.notices.base import LATER, Case, Item, Office, Outcome, Press, Sort, comment, comment_key, later, name, packed, row_of, text_field
from records.computing import Book
from records.kinds import Project, Task
from records.kinds.project import ENDED
from records.kinds.task import ENDED as DONE
from records.notices import Due, Notice
from records.query import Query, Where
from records.rules.base import Finding
from records.rules.watch.falling_silent import falling_silent
from reports.blocks import Card
from reports.telling import day
from tools.desk import Desk

WEEK = timedelta(days=7)
FEW, AT_ONCE = 8, 250              # tasks named; projects in one book, so that a large portfolio fits into memory


def _daily(office: Office) -> Iterator[Due]:
    running = office.reader.find(Query(Project, (Where("phase", "is", "in delivery"), Where("manager_id", "not empty")), limit=None))
    for start in range(0, len(running), AT_ONCE):
        yield from _silent(office, running[start:start + AT_ONCE])


def _silent(office: Office, projects: Sequence[Project]) -> Iterator[Due]:
    book = office.book(projects)
    for project in projects:
        if _found(book, project) and not _was_asked(office, project):
            yield asking(project, office.today.isoformat(), project.manager_id or 0)


def _was_asked(office: Office, project: Project) -> bool:
    """Within a week, or so that they wanted to be asked later."""
    last = office.last("silence", project.key, project.manager_id)
    return last is not None and (last.state == "waiting" or (last.told or last.at) > office.now - WEEK)


def asking(project: Project, when: str, to: int, who: int | None = None) -> Due:
    """The question how a project, or somebody's work on it, is doing; `who` asks it, where somebody does."""
    return Due(f"silence:{project.id}:{to}:{when}", "silence", to, project.key, who)


def _found(book: Book, project: Project) -> Sequence[Finding]:
    return [finding for _, finding in book.findings(project, (falling_silent,))]


def _told(desk: Desk, notice: Notice) -> Item | None:
    project, me = row_of(desk, Project, notice.about), desk.asker.person
    if project is None or project.phase in ENDED:
        return None
    who = f"{name(desk, notice.from_id)} asks" if notice.from_id else "One question"
    if project.manager_id != me:
        mine = _under_way(desk, project) if notice.from_id else ()
        asked = f"{who}: how does your work on {project.name} stand?"
        lines = tuple(f"{t.key} {t.title}, {t.status}" + (f", due {day(t.due)}" if t.due else "") for t in mine[:FEW])
        return Item(notice.id, (Card(asked, "plain", lines, tuple(t.key for t in mine[:FEW])),), PRESSES, headline=asked) if mine else None
    silent = _found(desk.book(project), project)
    if notice.from_id is None and not silent:
        return None
    asked = f"{who}: how is {project.name} doing?"
    return Item(notice.id, (Card(asked, "amber" if silent else "plain", tuple(f.says for f in silent), (project.key,)),), PRESSES, headline=asked)


def _under_way(desk: Desk, project: Project) -> Sequence[Task]:
    """The receiver's own open tasks of a project, the soonest due first."""
    mine = (Where("project_id", "is", project.id), Where("owner_id", "is", desk.asker.person), Where("status", "not in", (*DONE, "backlog")))
    return desk.reader.find(Query(Task, mine, sort="due", limit=None))


def _on_track(case: Case) -> Outcome:
    return _said(case, f"On track, says {case.desk.asker.name}.", "Thank you. It stands under the project that it is on track.")


def _changed(case: Case) -> Outcome:
    return _said(case, case.said["text"], "Thank you. It stands under the project.")


def _said(case: Case, text: str, says: str) -> Outcome:
    """The answer stands under the project, so that it is silent no longer; who asked hears it."""
    project, asks, me = case.desk.reader.get(Project, case.notice.about), case.notice.from_id, case.desk.asker.person
    wish = comment(case.desk, project.key, project.id or 0, text)
    return Outcome(says, (wish,), also=lambda keys: (
        (Due(f"said:{case.notice.id}", "reply", asks, project.key, me, packed(comment=comment_key(keys))),) if asks else ()))


PRESSES = (Press("on_track", "On track", is_main=True),
           Press("changed", "Something changed…", (text_field("text", "What changed?"),), "What changed"), Press(LATER, "Ask me next week"))
SILENCE = Sort("silence", _told, {"on_track": _on_track, "changed": _changed, LATER: later(7)},
               {"on_track": "You said that all is on track in", "changed": "You said what changed in"}, daily=_daily)
