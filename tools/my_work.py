"""What a person should do: overdue, due soon, under way, and what waits for their decision."""
from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated, Literal

from records.figures.base import counted
from records.kinds import Issue, Person, Project, Risk, Task
from records.kinds.project import ENDED
from records.query import Query, Where
from reports.blocks import Table, Text
from reports.deciding import decisions_wanted
from reports.taking_over import handover
from reports.telling import day
from reports.waiting import HeldUp, held_up, word_wanted
from tools.base import Result, Words, tool
from tools.desk import Desk

SOON = timedelta(days=7)
MOST, FEW = 12, 5
PRESSING = ("critical",)                          # an issue of these is begun before any task
SAID = Words(everything="everything",
             handover="hand over all of it",
             waiting="waiting for my signature, waiting for my acceptance, waits for my signature, waits for my acceptance, because of me, blocked by me")
HANDED = ("task", "title", "project", "due", "hours left", "could take it")
OPEN = Where("status", "not in", ("done", "cancelled"))
UNSOLVED = Where("status", "not in", ("resolved", "closed"))


@tool("what should I do today?", "what is on my plate?", "my tasks", "what is waiting for me?", "what should Ben do this week?",
      "what am I working on?", "what do I have to do?", "what should I do next?", "my to-dos", "anything waiting for my decision?",
      "show my open tasks", "what is Ben working on?", "what is on Ben's plate?", "what do I need to do this week?", "my day",
      "what is waiting for Ben?", "what is Ben's workload?", "what are my priorities?", "what is on my agenda?", "what is on my to-do list?",
      "where should I start?", "what is next for me?", "what is urgent for me?", "anything I need to take care of?", "what should I focus on?",
      "which decisions are waiting for me?", "what is Ben up to?", "what is Ben doing today?", "what does Ben have on his plate?", "plan my day",
      "what am I supposed to do?", "am I late with anything?", "help me plan my week", "what needs my attention?", "what does Ben have to decide?",
      "what is Ben busy with?", "what's Ben busy with", "my deadlines", "give me my to-do list", "what is the most important thing for me?",
      "what comes first for me today?",
      "what is up for me today?", "what did I promise to deliver?", "Ben's job list", "everything that Ben has to deliver",
      "where do I begin?", "what do you need from me?", "what is burning for me?", "what have I forgotten?", "what is expected of me?",
      "what can I get done today?", "what should Ben focus on until Friday?", "what does Ben have on his desk?", "what is on Ben's table?",
      "which of my things are late?", "what am I late with?", "what is left for me this week?", "what should I look at first?",
      "is there anything on me?",
      "anything I should approve?", "my stuff for this week", "my work", "what is Ben's workload like?", "how full is Ben?",
      sign="Looking at your work")
def my_work(desk: Desk, person: Person | None = None,
            focus: Annotated[Literal["everything", "waiting", "handover"], SAID] = "everything") -> Result:
    """What the asker (or a named person) should do now: overdue first, then due within 7 days, then under way; and decisions that wait.
    focus: "waiting" for only what waits for their decision, approval, acceptance or word, and others' work that theirs holds up; "handover" for
    who could take over each of their open tasks."""
    who = person or desk.named(Person, "me")
    if focus == "handover":
        found = handover(desk.reader, who, desk.today)
        return Result((Text(found.said), *([Table(f"Open tasks of {who.name}", HANDED, found.rows, found.keys)] if found.rows else [])))
    waits = [*_waiting(desk, who), *_word(desk, who), *_reviews(desk, who)]
    held = held_up(desk.reader, who, desk.today)
    if focus == "waiting":
        return Result((Text(_told(desk, who, waits, held)), *waits, *_held(desk, held)))
    pressing = [h for h in held if h.by is None or h.by <= desk.today + SOON]
    open_ = desk.reader.find(Query(Task, (Where("owner_id", "is", who.id), OPEN), sort="due", limit=None))
    late = [t for t in open_ if t.due and t.due < desk.today]
    soon = [t for t in open_ if t.due and desk.today <= t.due <= desk.today + SOON]
    rest = [t for t in open_ if t not in late and t not in soon and t.status in ("in progress", "in review", "blocked")]
    later = [t for t in open_ if t not in rest][:FEW] if not late and not soon else []
    issues = desk.reader.find(Query(Issue, (Where("owner_id", "is", who.id), UNSOLVED), sort="due", limit=None))
    tables = [*_tasks(desk, "Overdue", late), *_tasks(desk, "Due within 7 days", soon), *_tasks(desk, "Also under way", rest),
              *_tasks(desk, "Next", later), *_issues(desk, issues), *waits, *_held(desk, pressing)]
    return Result((Text(_lead(desk, who, late, soon, open_, issues)), *tables))


def _lead(desk: Desk, who: Person, late: Sequence[Task], soon: Sequence[Task], open_: Sequence[Task],
          issues: Sequence[Issue]) -> str:
    mine = who.id == desk.asker.person
    name, has = ("You", "have") if mine else (who.name, "has")
    has_issues = f"{name} {has} {counted(len(issues), 'open issue')}." if issues else ""
    if not open_:
        return f"{name} {has} no open tasks. {has_issues}".strip()
    near = [i for i in issues if i.due and i.due <= desk.today + SOON]
    urgent = [i for i in near if i.severity in PRESSING]
    dated: list[Task | Issue] = [*soon, *near]
    first = (*urgent, *late, *sorted(dated, key=lambda one: one.due or desk.today), *open_)[0]
    due = f", due {first.due:%a %-d %b %Y}" if first.due else ""
    start = f"Start with {first.key} {first.title}{f' ({urgent[0].severity})' if urgent else ''}{due}."
    said = f"{start} {name} {has} {counted(len(open_), 'open task')}: {len(late)} overdue, {len(soon)} due within 7 days."
    return f"{said} {has_issues.replace(f'{name} {has}', 'Also')}".strip()


def _told(desk: Desk, who: Person, waits: Sequence[Table], held: Sequence[HeldUp]) -> str:
    """What waits for somebody, and whose work does, in a sentence or two."""
    you, your = ("you", "your") if who.id == desk.asker.person else (who.name, f"{who.name}'s")
    count = sum(len(t.keys) for t in waits)
    people = desk.reader.labels(Person)
    owners = dict.fromkeys(people[h.owner_id] for h in held if h.owner_id is not None and h.owner_id in people)
    word = (f"{counted(count, 'record')} {'waits' if count == 1 else 'wait'} for {your} decision or word." if count
            else f"Nothing that I see waits for {your} decision, approval, acceptance or review.")
    behind = (f"Behind {your} work {'waits' if len(held) == 1 else 'wait'} {counted(len(held), 'piece')} of work of others"
              f"{' (' + ', '.join(owners) + ')' if owners else ''}." if held else f"No work of others is recorded as waiting for {you}.")
    return f"{word} {behind}"


def _held(desk: Desk, held: Sequence[HeldUp]) -> list[Table]:
    """Others' work that waits for somebody's, the soonest first."""
    people = desk.reader.labels(Person)
    rows = [(h.key, h.title, people.get(h.owner_id or 0, "–"), h.waits_for, day(h.by)) for h in held]
    return _first("Waiting for this work", ("record", "title", "whose", "waits for", "when"), rows)


def _word(desk: Desk, who: Person) -> list[Table]:
    """What is to be accepted, approved, judged or looked at and is no decision, the soonest first."""
    rows = [(w.key, w.title, w.to, day(w.by)) for w in word_wanted(desk.reader, who.id or 0, desk.today)]
    return _first("Waiting for acceptance, approval or review", ("record", "title", "to do", "by when"), rows)


def _tasks(desk: Desk, title: str, tasks: Sequence[Task]) -> list[Table]:
    projects = desk.reader.labels(Project) if tasks else {}
    rows = [(t.key, t.title, projects.get(t.project_id, "–"), day(t.due), t.priority, t.status) for t in tasks]
    return _first(title, ("task", "title", "project", "due", "priority", "status"), rows)


def _issues(desk: Desk, issues: Sequence[Issue]) -> list[Table]:
    """The issues that are somebody's to settle, the soonest first."""
    projects = desk.reader.labels(Project) if issues else {}
    rows = [(i.key, i.title, projects.get(i.project_id, "–"), day(i.due), i.severity, i.status) for i in issues]
    return _first("Open issues", ("issue", "title", "project", "due", "severity", "status"), rows)


def _waiting(desk: Desk, who: Person) -> list[Table]:
    """Decisions to be taken, change requests among them, the soonest first."""
    open_ = desk.reader.find(Query(Project, (Where("phase", "not in", ENDED),), limit=None))
    found = [w for w in decisions_wanted(desk.reader, open_, desk.today) if w.decider_id == who.id][:MOST]
    return _first("Waiting for a decision", ("request", "title", "by when", "without it"), [(w.key, w.decision, day(w.by), w.without or "–") for w in found])


def _reviews(desk: Desk, who: Person) -> list[Table]:
    due = (Where("owner_id", "is", who.id), Where("status", "not", "closed"), Where("review", "at most", desk.today))
    found = desk.reader.find(Query(Risk, due, sort="review", limit=MOST))
    return _first("Risks to review", ("risk", "title", "score", "review due"), [(r.key, r.title, str(r.score), day(r.review)) for r in found])


def _first(title: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> list[Table]:
    """The table of the first rows, each with its key in front, that says where there are more; none where there are none."""
    note = f"The first {MOST} of {len(rows)}." if len(rows) > MOST else ""
    return [Table(f"{title}: {len(rows)}", columns, tuple(rows[:MOST]), tuple(row[0] for row in rows[:MOST]), note)] if rows else []
