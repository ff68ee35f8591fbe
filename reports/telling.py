"""Computed values as blocks: a figure as a fact with its receipt, a verdict as a card, dates and names as people read them."""
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from records.computing import Book
from records.figures.base import Figure, Value, amount, called, cell, counted, display
from records.figures.business_case import npv
from records.figures.progress import progress
from records.figures.schedule.chances import finish_p50, finish_p80
from records.figures.schedule.expected import HOURS, LINKS, expected_finish
from records.figures.worth import npv_ahead
from records.kinds import Office, Person, Project
from records.kinds.base import Record
from records.kinds.project import ENDED
from records.query import Query, Where
from records.verdicts import Verdict, value
from reports.blocks import Card, Fact

MOST_REASONS, MOST_KEYS, NONE = 3, 5, "–"          # under a verdict, and keys that fit a line
WEEK, LEAST_IN_WEEKS = 7, 14             # days; fewer are said in days
SHAPES = {"red": "▲", "amber": "◆", "green": "●", "plain": "○"}          # a colour is never shown by colour alone


def currency_of(book: Book, record: Record) -> str:
    """The currency in which money of a record is told: its own, that of its project, else that of the office."""
    if own := getattr(record, "currency", ""):
        return str(own)
    if (home := getattr(record, "project_id", None)) is not None:
        return next((p.currency for p in book.reader.find(Query(Project, (Where("id", "is", home),), limit=1))), "")
    return next((o.currency for o in book.reader.find(Query(Office, limit=1))), "")


def fact(book: Book, record: Record, figure: Figure) -> Fact:
    """A figure of a record under the slot that sentences place it by, such as `apollo.cpi`."""
    value = book.value(record, figure)
    currency = currency_of(book, record) if figure.unit == "money" and value.number is not None else ""
    return Fact(f"{record.key.lower()}.{figure.name}", called(figure, value), amount(figure, value, currency), value.how, value.keys)


def short(book: Book, record: Record, figure: Figure) -> str:
    """A figure in a cell; a dash where it cannot be computed."""
    value = book.value(record, figure)
    return NONE if value.number is None else cell(figure, value, getattr(record, "currency", ""))


def few(keys: Sequence[str], most: int) -> str:
    """The first keys of many, and how many there are beside them."""
    return ", ".join(keys[:most]) + (f" and {len(keys) - most} more" if len(keys) > most else "")


def facts(book: Book, project: Project, figures: Iterable[Figure]) -> Iterator[Fact]:
    """The facts of those figures that can be computed."""
    yield from (fact(book, project, f) for f in figures if book.value(project, f).number is not None)


def card(question: str, verdict: Verdict, most: int = MOST_REASONS) -> Card:
    """A verdict with the findings behind it, the worst first; more than `most` are counted."""
    lines = [finding.says for _, finding in verdict.because[:most]]
    left = len(verdict.because) - most
    rest = [f"and {left} more: ask why"] if left > 0 else []
    said = f"{question} {verdict.word[:1].upper()}{verdict.word[1:]}"
    return Card(said, verdict.tone, (*lines, *rest, *([verdict.note] if verdict.note else [])), verdict.keys)


def because(book: Book, verdict: Verdict) -> list[Card]:
    """Each finding behind a verdict, with its rule, its clause and its records."""
    return [Card(finding.says, finding.severity, (f"Rule “{rule.title}” ({rule.area}): {book.clause(rule)}",
                                                  *((f"Records: {few(finding.keys, MOST_KEYS)}",) if finding.keys else ())), finding.keys)
            for rule, finding in verdict.because]


def verdict_told(book: Book, project: Project, delivered: Verdict, *, in_one: bool = False) -> str:
    """How it stands, with what its manager declared where that differs; in one sentence, or in two."""
    done = book.value(project, progress)
    where = "" if done.number is None or delivered.tone == "plain" else f" at {done.number:.0f} % progress"
    led = f" (manager {person(book, project.manager_id)})" if project.manager_id else ""               # aside: who leads it is no cause
    is_said = in_one and book.value(project, expected_finish).number is not None             # the next sentence says both days
    until = f", due {day(project.finish)}" if project.finish and delivered.tone != "plain" and not is_said else ""
    is_open = ":" in delivered.word                     # “not known: it has no tasks”
    said = f"How {project.name} is delivered is {delivered.word}{led}." if is_open else f"{project.name} is {delivered.word}{where}{until}{led}."
    if project.declared_colour not in ("not declared", delivered.tone) and delivered.tone != "plain":
        declared, told = project.declared_colour, delivered.tone
        said = f"{said[:-1]}; it is declared {declared}, the records say {told}." if in_one else (
            f"{said} Its manager declares it {declared}; the records say {told}.")
    return said


def worth_told(book: Book, project: Project) -> Iterator[str]:
    """That it is no longer worth it, with what its business case is worth now, as good news of its delivery must not hide that, and from today on, where
    that says otherwise, as it is what a decision to stop rests on; else nothing."""
    judged, worth, ahead = value(book, project), book.value(project, npv), book.value(project, npv_ahead)
    if judged.tone == "red":
        yield f"It is {judged.word}" + (f": NPV {display(npv, worth, project.currency)}." if worth.number is not None else ".")
        if worth.number is not None and worth.number < 0 and ahead.number is not None and ahead.number > 0 and project.phase not in ENDED:
            yield f"From today on, what is spent left out, it still brings {display(npv_ahead, ahead, project.currency)} (NPV ahead)."


def finish_told(book: Book, project: Project) -> str:
    """The sentence that a sponsor may quote: when it will finish, how far from the wanted day, by what; or why that cannot be said."""
    value = book.value(project, expected_finish)
    if value.number is None:
        return f"When {project.name} will finish cannot be told: {value.how}."
    expected, even, safe = date.fromordinal(int(value.number)), book.value(project, finish_p50).number, book.value(project, finish_p80).number
    if not value.parts:
        return f"{project.name} was finished on {day(expected)}{_apart(expected, project.finish)}."
    risky = (f" With its open risks and the range of its estimates counted in, it is as likely as not by {day(date.fromordinal(int(even)))} (P50) and "
             f"80 % sure by {day(date.fromordinal(int(safe)))} (P80).") if even and safe else ""
    return f"{project.name} is expected to finish on {day(expected)}{_apart(expected, project.finish)} ({_by(value)}).{risky}"


def _apart(expected: date, wanted: date | None) -> str:
    if wanted is None:
        return ""
    late = (expected - wanted).days
    apart = counted(abs(late), "day") if abs(late) < LEAST_IN_WEEKS else f"{abs(late) / WEEK:.0f} weeks"
    return f", {apart} {'after' if late > 0 else 'before'} the wanted {day(wanted)}" if late else ", as wanted"


def _by(value: Value) -> str:
    """The method that sets the day, and what the plan alone would say where that is another day."""
    first, *others = value.parts
    plan = next((p for by in (HOURS, LINKS) for p in others if p.label == f"by {by}" and p.said[:1].isdigit()), None)
    days = [p.said.partition(":")[0] for p in (first, plan) if p]
    return f"{first.label}; by its plan alone it would be {days[-1]}" if len(set(days)) > 1 else first.label


def day(value: date | None) -> str:
    return f"{value:%a %-d %b %Y}" if value else "–"


def ahead(value: date | None, today: date) -> str:
    """“, in 19 days” behind a day that is still to come; "" behind any other."""
    return "" if value is None or value < today else ", today" if value == today else f", in {counted((value - today).days, 'day')}"


def person(book: Book, person_id: int | None) -> str:
    return book.reader.labels(Person).get(person_id, "–") if person_id is not None else "nobody"
