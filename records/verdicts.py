"""Two verdicts on a project, never blended: is it delivered well, and is it still worth it. Each names what fired."""
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from records.computing import Book
from records.figures.base import Figure
from records.figures.benefits import drift, realisation
from records.figures.business_case import npv
from records.figures.earned_value import bac
from records.figures.progress import progress
from records.figures.work import overdue
from records.kinds import Project
from records.rules import HEALTH
from records.rules.base import Area, Finding, Rule
from records.rules.health.losing_value import losing_value

Tone = Literal["red", "amber", "green", "plain"]
Found = tuple[tuple[Rule, Finding], ...]
DELIVERY: tuple[Area, ...] = ("schedule", "cost", "scope", "resources", "quality", "risk", "stakeholders")
VALUE: tuple[Area, ...] = ("benefits", "strategy")
DIMENSIONS: tuple[Area, ...] = ("scope", "schedule", "cost", "resources", "quality", "risk", "benefits", "stakeholders")
STILL = {"closed": "closed", "cancelled": "cancelled", "on hold": "on hold", "candidate": "not started"}
BEGUN = "It is still a candidate by its phase, though work on it has begun or is overdue."
RANK = {"red": 0, "amber": 1, "green": 2, "plain": 3}


@dataclass(frozen=True)
class Verdict:
    """A colour with its word, the findings behind it, the worst first, and what was not judged because the asker may not see it."""
    tone: Tone
    word: str
    because: Found = ()
    note: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(k for _, f in self.because for k in f.keys))


def delivery(book: Book, project: Project) -> Verdict:
    """Delivered well? On track, delayed, at risk or off track; what is not under way is said, and no data is not green."""
    return book.once(project, _delivery)


def value(book: Book, project: Project) -> Verdict:
    """Still worth it? Worth it, doubtful or no longer, by its benefits, its business case and the strategy; also after closure."""
    return book.once(project, _value)


def _delivery(book: Book, project: Project) -> Verdict:
    if project.phase in STILL and not (project.phase == "candidate" and _is_begun(book, project)):
        return Verdict("plain", STILL[project.phase], _found(book, project, DELIVERY) if project.phase == "on hold" else ())
    found, note = _found(book, project, DELIVERY), _unjudged(book, DELIVERY)
    if project.phase == "candidate":
        note = f"{BEGUN} {note}".strip()
    if not found and not _known(book, project, progress):
        return Verdict("plain", "not started" if project.phase == "planning" else "not known: it has no tasks", (), note)
    tone = _worst(found)
    word = {"red": "off track", "amber": "delayed" if all(f.mild for _, f in found) else "at risk", "green": "on track"}[tone]
    return Verdict(tone, word, found, note)


def _is_begun(book: Book, project: Project) -> bool:
    """Whether work of a candidate is done, or overdue: then it is judged by its work, whatever its phase says."""
    return bool(book.value(project, progress).number) or bool(book.value(project, overdue).number)


def _value(book: Book, project: Project) -> Verdict:
    if project.phase == "cancelled":
        return Verdict("plain", "cancelled")
    found, note = _found(book, project, VALUE), _unjudged(book, VALUE)
    if not found and not any(_known(book, project, f) for f in (npv, drift, realisation)):
        return Verdict("plain", f"not known: {'there is no business case you may see' if note else 'it has no business case'}", (), note)
    tone = _worst(found)
    lost = any(rule is losing_value and f.severity == "red" for rule, f in found)
    word = {"red": "no longer worth it" if lost else "no longer as promised", "amber": "doubtful", "green": "worth it"}[tone]
    return Verdict(tone, word, found, note)


def dimension(book: Book, project: Project, area: Area) -> Verdict:
    """The colour of one dimension by its rules; plain where there is nothing to judge it by."""
    found, note = _found(book, project, (area,)), _unjudged(book, (area,))
    judged = any(book.judges(project, rule) and _measured(book, project, rule) for rule in _rules((area,)))
    if found or judged:
        return Verdict(_worst(found), _worst(found), found, note)
    lacks_budget = area == "cost" and not note and not _known(book, project, bac)
    return Verdict("plain", "not known: no budget" if lacks_budget else "not known", found, note)


def is_flattered(project: Project, delivered: Verdict) -> bool:
    """Whether the colour that was declared is better than the one the records give (a watermelon: green outside, red inside)."""
    return project.declared_colour != "not declared" and delivered.tone != "plain" and RANK[delivered.tone] < RANK[project.declared_colour]


def _found(book: Book, project: Project, areas: Sequence[Area]) -> Found:
    found = book.findings(project, _rules(tuple(areas)))
    return tuple(sorted(found, key=lambda each: RANK[each[1].severity]))


@cache
def _rules(areas: tuple[Area, ...]) -> Sequence[Rule]:
    """The rules that colour a project in some areas."""
    return [rule for area in areas for rule in HEALTH if rule.area == area and rule.of is Project]


def _measured(book: Book, project: Project, rule: Rule) -> bool:
    """Whether the figure that a rule judges by, the first it reads, is known: no cost booked is no good news where there is no budget."""
    return not rule.reads or _known(book, project, rule.reads[0])


def _worst(found: Found) -> Literal["red", "amber", "green"]:
    severities = {f.severity for _, f in found}
    return "red" if "red" in severities else "amber" if severities else "green"


def _unjudged(book: Book, areas: Sequence[Area]) -> str:
    """The areas whose rules rest on something that this asker may not see: no finding there is no good news."""
    silent = [area for area in areas if any(book.unseen(rule) for rule in _rules((area,)))]
    return f"Not fully judged: you may not see all of its {' and '.join(silent)}." if silent else ""


def _known(book: Book, project: Project, figure: Figure) -> bool:
    return book.value(project, figure).number is not None
