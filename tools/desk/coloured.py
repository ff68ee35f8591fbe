"""Since when a project has the colour it has: its figures judged again day by day backwards, and the colour that its manager declared beside."""
from collections.abc import Sequence
from datetime import date, timedelta
import re

from records.kinds import Project
from records.verdicts import Verdict, delivery
from reports.blocks import Block, Table, Text
from reports.telling import card, day
from tools.desk import Desk
from tools.desk.wording import event_at

COLOUR = re.compile(r"(?:colour|color|computed colour|status colour|delivery|verdict)?\s*(?P<c>red|amber|yellow|green)?", re.I)
STEP, STEPS = 7, 20                                  # days, and how often so many are gone back


def coloured(desk: Desk, project: Project, asked: str) -> tuple[Block, ...]:
    """The sentence, why it is so, and what was declared when."""
    now = delivery(desk.book(project), project)
    asked = "amber" if asked == "yellow" else asked
    first, before = _since(desk, project, now.tone)
    not_so = f"{project.name} is not {asked}. " if asked and asked != now.tone else ""
    if before is None:
        said = f"By its figures it has been {_colour(now)} at least since {day(first)}; I looked no further back."
    else:
        said = f"By its figures it has been {_colour(now)} since {day(first)}; on the day before it was {_colour(before)}."
    declared = f" Its manager declares it {project.declared_colour}." if project.declared_colour and project.declared_colour != now.tone else ""
    events = [e for e in desk.reader.history(Project, project.id or 0) if "declared_colour" in e.after]
    rows = tuple((event_at(e, desk.now.tzinfo), e.by, str(e.after["declared_colour"] or "none")) for e in events)
    table = (Table("The declared colour", ("when", "who", "declared"), rows),) if rows else ()
    return (Text(f"{not_so}{said.replace('it has', project.name + ' has', 1)}{declared}"), card("Why now:", now), *table)


def _colour(verdict: Verdict) -> str:
    return f"{verdict.tone} ({verdict.word})" if verdict.tone != "plain" else verdict.word


def _since(desk: Desk, project: Project, tone: str) -> tuple[date, Verdict | None]:
    """The first day of the colour of today, and how it was judged on the day before; None where it was so on the earliest day looked at."""
    same = desk.today
    for _ in range(STEPS):
        other = same - timedelta(days=STEP)
        verdict = _on(desk, project, other)
        if verdict is None or verdict.tone != tone:
            return _between(desk, project, tone, other, same)
        same = other
    return same, None


def _between(desk: Desk, project: Project, tone: str, other: date, same: date) -> tuple[date, Verdict | None]:
    """The first day of the colour, between one that had another and one that had it."""
    while (same - other).days > 1:
        middle = other + (same - other) // 2
        verdict = _on(desk, project, middle)
        other, same = (other, middle) if verdict is not None and verdict.tone == tone else (middle, same)
    return same, _on(desk, project, other)


def _on(desk: Desk, project: Project, then: date) -> Verdict | None:
    """How the project was judged at the end of a day; None before it was there."""
    book = desk.book(project).then(Project, then)
    found: Sequence[Project] = [row for row in book.records if row.id == project.id]  # type: ignore[misc]
    return delivery(book, found[0]) if found else None
