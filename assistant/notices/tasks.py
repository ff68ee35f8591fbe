"""Who gets a task hears of it once: what, who asked, by when. They take it on, give it back, or ask. Nobody is told what they gave themselves."""
from collections.abc import Iterator

from assistant.forms import Field
from assistant.notices.base import (
    Case,
    Item,
    Office,
    Outcome,
    Press,
    Sort,
    brief,
    comment,
    comment_key,
    name,
    packed,
    project_name,
    row_of,
    text_field,
    who_leads,
)
from records import log
from records.kinds import Task
from records.kinds.task import ENDED
from records.notices import Due, Notice
from records.proposals import Change, Create
from reports.blocks import Card
from reports.telling import day
from tools.desk import Desk

TASK = str(Task.__tablename__)


def _heard(_: Office, entry: log.Entry) -> Iterator[Due]:
    """The tasks that a change gave to somebody else than who made it; one that takes back another gives nothing new."""
    for edit in entry.edits if entry.undoes is None else ():
        owner = edit["after"].get("owner_id")
        if edit["kind"] == TASK and owner is not None and owner not in (entry.asker_id, edit["before"].get("owner_id")):
            yield Due(f"task:{edit['id']}:{entry.position}", "task", owner, edit["key"], entry.asker_id or None)


def _told(desk: Desk, notice: Notice) -> Item | None:
    task = row_of(desk, Task, notice.about)
    if task is None or task.owner_id != desk.asker.person or task.status in ENDED or task.taken_on:
        return None
    facts = [f"from {name(desk, notice.from_id)}", project_name(desk, task.project_id), f"due {day(task.due)}" if task.due else "without a due date",
             f"{task.hours:g} h" if task.hours else "", f"{task.priority} priority" if task.priority in ("high", "critical") else ""]
    lines = (" · ".join(filter(None, facts)), *((brief(task.description),) if task.description.strip() else ()))
    head = f"{name(desk, notice.from_id)} gave you {task.key} {task.title}" + (f", due {day(task.due)}" if task.due else "")
    return Item(notice.id, (Card(f"{task.key} {task.title}", "plain", lines, (task.key,)),), PRESSES, task.version, head)


def _accept(case: Case) -> Outcome:
    return Outcome(f"You took on {case.notice.about}.", (Change(TASK, (case.notice.about,), {"taken_on": case.desk.today}),), is_needed=False)


def _refuse(case: Case) -> Outcome:
    """Nothing is given to anybody else by this: who gave the task decides."""
    task, reason = _task(case), case.said["reason"].strip()
    instead = case.desk.values(Task, {"owner_id": case.said["owner_id"]})["owner_id"] if case.said.get("owner_id", "").strip() else None
    to = _giver(case, task)
    if to is None:
        return Outcome("You said that it is not for you. Nobody leads that project, so tell the PMO.", (_comment(case, task, f"Not me: {reason}"),),
                       is_needed=False)
    due = Due(f"handback:{case.notice.id}", "handback", to, task.key, case.desk.asker.person, packed(reason=reason, owner=instead))
    return Outcome(f"{name(case.desk, to)} hears that {task.key} is not for you, and why. Until somebody else has it, it stays with you.",
                   (_comment(case, task, f"Not me: {reason}"),), is_needed=False, also=lambda _: (due,))


def _ask(case: Case) -> Outcome:
    task, text = _task(case), case.said["question"].strip()
    to = _giver(case, task)
    if to is None:
        return Outcome("Nobody leads that project, so there is nobody to ask. Ask the PMO.", (_comment(case, task, text),), is_needed=False, stays=True)
    return Outcome(f"{name(case.desk, to)} gets your question about {task.key}.", (_comment(case, task, text),), is_needed=False, stays=True,
                   also=lambda keys: (Due(f"question:{comment_key(keys) or case.notice.id}", "question", to, task.key, case.desk.asker.person,
                                          packed(comment=comment_key(keys), text="" if comment_key(keys) else text)),))


def _task(case: Case) -> Task:
    return case.desk.reader.get(Task, case.notice.about)


def _giver(case: Case, task: Task) -> int | None:
    return case.notice.from_id or who_leads(case.desk.reader, task.project_id, case.desk.asker.person)


def _comment(case: Case, task: Task, text: str) -> Create:
    return comment(case.desk, task.key, task.project_id, text)


PRESSES = (Press("accept", "Accept", is_main=True),
           Press("refuse", "Not me", (text_field("reason", "Why not?"), Field("owner_id", "Who could do it instead?", "record")), "Not me"),
           Press("ask", "Question", (text_field("question", "Your question"),), "Question"))
TASKS = Sort("task", _told, {"accept": _accept, "refuse": _refuse, "ask": _ask},
             {"accept": "You took on", "refuse": "You gave back", "ask": "You asked about"}, gathers=True, hears=(TASK,), heard=_heard)
