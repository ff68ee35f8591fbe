"""Since when a figure of a project is as it is said: below or above a number, judged again day by day backwards; and what was changed on the day it turned."""
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from records.figures.base import Value, display, unknown
from records.kinds import Project
from records.reading import Event
from reports.telling import day
from reports.then import as_it_was
from tools.desk import Desk
from tools.desk.conditions import Having

STEP, STEPS = 7, 26                                  # days, and how often so many are gone back
WORDS = {"before": "below", "after": "above"}
NOT_THERE = "the project was not there yet"


def crossed(desk: Desk, project: Project, having: Having, found: Callable[[datetime, datetime], list[Event]]) -> tuple[str, list[Event]]:
    """The sentence on since when, and the changes of the day on which it turned: those that are `found` between two moments."""
    title, said = f"{having.figure.title} of {project.name}", f"{WORDS.get(having.op, having.op)} {having.number:g}"
    now = _on(desk, project, having, desk.today)
    if not having.holds(now.number):
        return f"The {title} is not {said} today: {display(having.figure, now, project.currency)}.", []
    first, is_known = _since(desk, project, having)
    stands = f"today it is {display(having.figure, now, project.currency)}"
    if not is_known:
        return f"The {title} has been {said} at least since {day(first)}; {stands}. I looked no further back.", []
    before, then = _on(desk, project, having, first - timedelta(days=1)), _on(desk, project, having, first)
    told = (f"The {title} has been {said} since {day(first)}: on the day before {_stood(having, project, before)}, at the end of that day "
            f"{_stood(having, project, then)}; {stands}.")
    made = found(datetime.combine(first, time.min, desk.now.tzinfo), datetime.combine(first, time.max, desk.now.tzinfo))
    who = ", ".join(dict.fromkeys(e.by for e in made))
    return f"{told} {f'What it is made of was changed on that day by {who}:' if made else 'Nothing that it is made of was changed on that day.'}", made


def _stood(having: Having, project: Project, value: Value) -> str:
    if value.number is None:
        return f"it had no value ({value.how})"
    return f"it was {display(having.figure, value, project.currency)}"


def _since(desk: Desk, project: Project, having: Having) -> tuple[date, bool]:
    """The first day on which it holds as it does now, and whether there is a day before it on which it does not."""
    same = desk.today
    for _ in range(STEPS):
        other = same - timedelta(days=STEP)
        if not having.holds(_on(desk, project, having, other).number):
            return _between(desk, project, having, (other, same)), True
        same = other
    return same, False


def _between(desk: Desk, project: Project, having: Having, days: tuple[date, date]) -> date:
    """The first day on which it holds, between one on which it does not and one on which it does."""
    other, same = days
    while (same - other).days > 1:
        middle = other + (same - other) // 2
        other, same = (other, middle) if having.holds(_on(desk, project, having, middle).number) else (middle, same)
    return same


def _on(desk: Desk, project: Project, having: Having, then: date) -> Value:
    """The figure at the end of a day, with why it could not be computed."""
    stood = as_it_was(desk.book(project), project, then) if then < desk.today else (desk.book(project), project)
    return stood[0].value(stood[1], having.figure) if stood else unknown(NOT_THERE)
