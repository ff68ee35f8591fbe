"""Since when a project has the colour, or the verdict on its value, that it has: its figures judged again day by day backwards, and the colour that its
manager declared beside."""
from collections.abc import Callable, Sequence
from datetime import date, timedelta
import re

from records.computing import Book
from records.kinds import Project
from records.verdicts import Verdict, delivery, value
from reports.blocks import Block, Table, Text
from reports.telling import card, day
from tools.desk import Desk
from tools.desk.wording import event_at

COLOUR = re.compile(r"(?:colour|color|computed colour|status colour|delivery|verdict)?\s*(?P<c>red|amber|yellow|green)?|"
                    r"delivery (?P<d>on track|off track|at risk|delayed)|"
                    r"value(?: (?P<v>doubtful|worth it|no longer worth it|no longer as promised))?", re.I)
STEP, STEPS = 7, 20                                  # days, and how often so many are gone back
Judge = Callable[[Book, Project], Verdict]


def coloured(desk: Desk, project: Project, said: str) -> tuple[Block, ...]:
    """The sentence, why it is so, and what was declared when, by what `COLOUR` reads."""
    m = COLOUR.fullmatch(said.strip().lower())
    if said.strip().lower().startswith("value"):
        return _told(desk, project, value, str(m["v"] or "") if m else "")
    asked = str(m["c"] or m["d"] or "") if m else ""
    events = [e for e in desk.reader.history(Project, project.id or 0) if "declared_colour" in e.after]
    rows = tuple((event_at(e, desk.now.tzinfo), e.by, str(e.after["declared_colour"] or "none")) for e in events)
    table = (Table("The declared colour", ("when", "who", "declared"), rows),) if rows else ()
    return (*_told(desk, project, delivery, "amber" if asked == "yellow" else asked), *table)


def _told(desk: Desk, project: Project, judge: Judge, asked: str) -> tuple[Block, ...]:
    """Since when a verdict is what it is, that it is not what it was asked to be where it is not, and why it is so now."""
    now, is_of_value = judge(desk.book(project), project), judge is value
    first, before = _since(desk, project, judge, now)
    not_so = f"{project.name} is not {asked}. " if asked and asked not in (now.tone, now.word) else ""
    lead = f"{'As to its value' if is_of_value else 'By its figures'} {project.name} has been {_said(now, is_of_value=is_of_value)}"
    if before is None:
        said = f"{lead} at least since {day(first)}; I looked no further back."
    else:
        said = f"{lead} since {day(first)}; on the day before it was {_said(before, is_of_value=is_of_value)}."
    is_other = not is_of_value and project.declared_colour and project.declared_colour != now.tone
    declared = f" Its manager declares it {project.declared_colour}." if is_other else ""
    return (Text(f"{not_so}{said}{declared}"), card("Why now:", now))


def _said(verdict: Verdict, *, is_of_value: bool) -> str:
    return f"{verdict.tone} ({verdict.word})" if verdict.tone != "plain" and not is_of_value else verdict.word


def _since(desk: Desk, project: Project, judge: Judge, now: Verdict) -> tuple[date, Verdict | None]:
    """The first day of the verdict of today, and how it was judged on the day before; None where it was so on the earliest day looked at."""
    same = desk.today
    for _ in range(STEPS):
        other = same - timedelta(days=STEP)
        if not _is_same(_on(desk, project, judge, other), now, judge):
            return _between(desk, project, judge, now, (other, same))
        same = other
    return same, None


def _between(desk: Desk, project: Project, judge: Judge, now: Verdict, days: tuple[date, date]) -> tuple[date, Verdict | None]:
    """The first day of the verdict, between one that had another and one that had it."""
    other, same = days
    while (same - other).days > 1:
        middle = other + (same - other) // 2
        other, same = (other, middle) if _is_same(_on(desk, project, judge, middle), now, judge) else (middle, same)
    return same, _on(desk, project, judge, other)


def _is_same(then: Verdict | None, now: Verdict, judge: Judge) -> bool:
    """Whether it was judged alike: in delivery by the colour, in value by the word."""
    return then is not None and (then.word == now.word if judge is value else then.tone == now.tone)


def _on(desk: Desk, project: Project, judge: Judge, then: date) -> Verdict | None:
    """How the project was judged at the end of a day; None before it was there."""
    book = desk.book(project).then(Project, then)
    found: Sequence[Project] = [row for row in book.records if row.id == project.id]  # type: ignore[misc]
    return judge(book, found[0]) if found else None
