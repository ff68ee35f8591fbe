"""What would be if something else were so: figures before and after, and nothing written."""
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import zip_longest
import re
from typing import Annotated

from language.amounts import find_percents
from language.names import find_names
from records.computing import Book
from records.errors import BadInput
from records.figures import FIGURES
from records.figures.base import Figure, Unit, Value, brief, cell, rounded
from records.figures.delivery.dearer import Dearer
from records.figures.delivery.planning import exact
from records.figures.portfolio.weighing import FIELDS, MOST, TOP, USUAL
from records.figures.ranges import cost_range, finish_range
from records.figures.schedule.critical import critical_path, least_float
from records.figures.schedule.expected import expected_finish
from records.figures.scoring import board_score
from records.kinds import BY_TABLE, Driver, Person, Project
from records.kinds.base import Record
from records.proposals import Change, Create
from records.query import Query
from reports.blocks import Block, Table, Text
from reports.portfolio import against_budget, ranked, reranked, visible
from reports.telling import day
from tools.base import Holds, Question, Result, tool
from tools.desk import Desk
from tools.desk.rewording import reworded
from tools.desk.supposing import LEFT, MONEY, VALUE, Supposition, clauses, is_told, suppositions, unmoved_by

MOST_ROWS, FEW_PROJECTS, WHOLE, MOST_ENDS = 14, 3, 100, 4
DRIVER = re.compile(rf"\b(?:{'|'.join(name.replace(' ', r'[ ]+') for name in USUAL)})\b")
WEIGHS = re.compile(r"\b(?:weigh(?:s|t|ts|ed)?|counts?|counted|board)\b")
NUMBER = re.compile(r"(?<![\w.,-])\d+(?:[.,]\d+)?(?![\w-])")
DIFFERS = re.compile(r"\bby\b|\b(?:more|less|higher|lower|fewer)\b")
LESS = re.compile(r"\b(?:less|lower|fewer|down|reduced|cut)\b")
TIMES = {re.compile(r"\b(?:twice|double[sd]?)\b"): Decimal(2), re.compile(r"\bhal(?:f|ve[sd]?)\b"): Decimal("0.5")}
OF_MONEY = re.compile(r"\b(?:costs?|budgets?|benefits?|eur|euros?|usd|dollars?)\b|[€$£]")
NOTHING = re.compile(r"\b(?:nothing|zero|ignored?|left out|dropped|no (?:weight|points?)|not (?:count|weigh|matter)|no longer|did ?n['’]t)")
OVERDUE = ("overdue", "overdue_share")
WIDTHS = (finish_range, cost_range)          # how far forecasts lie apart is no gain or loss
HEADLINES = ("npv", "bac", "load")          # of many projects only these are compared, and what the supposition names first
PLACES: dict[Unit, int] = {"ratio": 2, "years": 1, "weeks": 1, "%": 1, "rate": 1, "score": 2}
UNITS: dict[Unit, str] = {"money": " {currency}", "date": " day{s}", "days": " day{s}", "%": " percentage point{s}", "rate": " percentage point{s}",
                          "hours": " h", "weeks": " weeks", "years": " years", "points": " point{s}"}


@tool("what is Apollo's NPV at 12 %?", "Apollo's NPV at 12 %", "what is the NPV of Apollo at 12 percent?",
      "the IRR of Apollo with 10 % lower benefits", "Apollo's NPV with a rate of 10 %",
      "what if the discount rate was 12 percent?", "what if the benefits of Apollo slip six months?",
      "what if Apollo's benefits come 20 % lower?", "what if costs rise by 50,000 EUR?", "what if T-12 takes two weeks longer?", "what if Ana leaves?",
      "what if Ana is away in December?", "what if the budget of Apollo is cut by 10 %?", "suppose Apollo slips by three months",
      "what would happen if T-12 slips by a week?", "what if APOLLO-R-1 happens?", "NPV of Apollo at 5 %", "assume the benefits are 10 % higher",
      "what happens to Apollo if Ben is on holiday in December?", "would Apollo still be worth it if costs rose by 10 %?",
      "how would the NPV of Apollo change if the benefits came a year later?", "what if we get only 80 % of the benefits of Apollo?",
      "what if Apollo costs 100,000 more?", "what if Apollo is delayed by two months?", "can Apollo be finished without Ben?",
      "could we finish Apollo without Ben?",
      "what if the milestone APOLLO-MS-3 slips by a month?", "does Apollo pay back if benefits are half as high?",
      "what if strategic fit was 40?", "what if the board weighed strategic fit with 40?", "how would the ranking change if strategic fit counted twice?",
      "what if the weight of risk reduction was 5?", "what if Apollo's strategic fit was 9?", "what if we lose Ben?",
      "how bad would it be if APOLLO-R-1 happened?", "suppose Apollo costs twice as much",
      "Apollo with 20 % fewer benefits", "would Apollo still pay off if only half of the customers come?", "say Apollo takes two months more",
      "what does a delay of a month do to Apollo?", "what happens to Apollo without Ben?",
      "suppose the change request goes through, what does that do to our finish?", "and if the supplier is late by three weeks?",
      sign="Computing what would be")
def what_if(desk: Desk, supposing: Question, record: Annotated[tuple[type[Record], Record] | None, Holds.record] = None) -> Result:
    """Figures before and after something else: rate, benefits, costs, budget, board weights, dates, people. Nothing is written.
    supposing: the whole supposition in words."""
    if (scored := _scored(desk, supposing)) is not None:
        said, wishes = scored
        return Result((_told(said, left=_beside_weights(supposing, desk)), *_reranked(desk.book(*visible(desk.reader)), wishes)))
    again, key = reworded(desk, supposing)
    if again:
        supposing, record = again, desk.named_any(key)
    found = suppositions(desk.reader, supposing, record, desk.today)
    wishes = [w for s in found for w in s.wishes]
    projects = tuple(desk.reader.get(Project, key) for key in dict.fromkeys(p.key for s in found for p in s.projects))     # as they are
    people = tuple({p.key: p for s in found for p in s.people}.values())
    heads = tuple(dict.fromkeys(s.first for s in found))                                 # of each thing that is supposed what is told first
    first = _first(heads)
    book = desk.book(*projects)
    dearer = _dearer(found)
    delivered = against_budget(book, dearer)
    if not wishes and not delivered:
        raise BadInput("There is nothing in the records, or nothing that you may see, that this would change.")
    figures = [f for f in FIGURES if _rests_on(f, wishes) and f not in WIDTHS]
    where = " in its business case" if delivered else ""
    delays = any(s.delays for s in found) and all(s.delays or s.first[:1] in (VALUE[:1], MONEY[:1]) for s in found)      # money moves no date
    shown = [*delivered, *_compared(book, wishes, [f for f in figures if f.of is Project], heads, where, delays=delays),
             *_compared(desk.book(*people), wishes, [f for f in figures if f.of is Person], heads, delays=delays)]
    each = f", each of {len(dearer)} projects" if len(dearer) > 1 else ""
    notes = "".join(f" {note}" for note in dict.fromkeys(s.note for s in found) if note)
    told = _told("; and that ".join(s.said for s in found) + each, notes, [words for s in found for words in s.left])
    same = _unmoved(book, wishes, first) if len(projects) > 1 else ()
    ends = _ends(book, wishes, found) if delays and len(projects) <= FEW_PROJECTS else ()
    return Result((told, *shown, *same, *ends) if shown else (_as_it_is(book, first), told, *unmoved_by(book, wishes), *same, *ends))


def _ends(book: Book, wishes: Sequence[Change | Create], found: Sequence[Supposition]) -> tuple[Text, ...]:
    """Of what comes later, whether the expected finish moves, and how much room the tasks have before the wanted one."""
    after = book.supposing(wishes)
    both = [(r, book.value(r, expected_finish), after.value(r, expected_finish)) for r in book.records]
    stays = [f"The expected finish of {_name(r)} stays {_shown(r, expected_finish, was)}, by {was.parts[0].label.removeprefix('by ')}."
             for r, was, then in both if was.number is not None and was.parts and then.number is not None and then.number <= was.number]
    keys = {key for s in found for w in s.wishes if isinstance(w, Change) for key in w.keys}
    room = [f"“{part.label}” ({part.key}): {part.said.partition('; ')[2]}." for r in book.records for part in book.value(r, least_float).parts
            if part.key in keys and "; " in part.said]
    return tuple(map(Text, (*stays, *room)))[:MOST_ENDS]


def _as_it_is(book: Book, first: tuple[str, ...]) -> Text:
    """That nothing would change, with what it is about as it stands."""
    named = [f for f in FIGURES if f.of is Project and f.name in first]
    rows = book.records[:FEW_PROJECTS] if named else ()
    told = "; ".join(f"{_name(r)}: " + ", ".join(f"{f.head} {_shown(r, f, book.value(r, f))}" for f in named) for r in rows)
    same = f"{told}, as of {day(book.today)}. " if told else ""
    return Text(f"{same}That is as it is now: no figure that I can compute for you would change.")


def _unmoved(book: Book, wishes: Sequence[Change | Create], first: tuple[str, ...]) -> tuple[Text, ...]:
    """The projects of many whose first figure stays as it is, so that nobody takes them for forgotten."""
    figure = next((f for f in FIGURES if f.of is Project and first and f.name == first[0]), None)
    after = book.supposing(wishes) if figure else book
    same = [(r, book.value(r, figure)) for r in book.records if figure and book.value(r, figure).number == after.value(r, figure).number]
    told = ", ".join(f"{_name(r)} ({_shown(r, figure, was)})" for r, was in same if figure)
    return (Text(f"The {figure.title} stays as it is: {told}."),) if figure and told else ()


def _told(said: str, notes: str = "", left: Sequence[str] = ()) -> Text:
    return Text(" ".join((*left, f"Supposing that {said}. Nothing is changed in the records.{notes}")))


def _beside_weights(said: str, desk: Desk) -> list[str]:
    """What is supposed beside other weights or points, which the ranking alone is worked out with."""
    return [LEFT.format(words=part.strip(" ?.!,")) for part in clauses(said, desk.today) if not DRIVER.search(part.lower()) and is_told(part, desk.today)]


def _scored(desk: Desk, said: str) -> tuple[str, Sequence[Change | Create]] | None:
    """The drivers of the ranking that would weigh otherwise, or the points of a project for them; None where nothing is said of these."""
    names = list(find_names(said, desk.names(Project)))
    text = said.lower()
    drivers = list(DRIVER.finditer(text))
    if not drivers or OF_MONEY.search(DRIVER.sub("", text)):
        return None
    ends = [m.start() for m in drivers[1:]] + [len(text)]
    clauses = {" ".join(m[0].split()): text[m.end():end] if len(drivers) > 1 or NUMBER.search(text[m.end():]) else f"{text[:m.start()]} {text[m.end():]}"
               for m, end in zip(drivers, ends, strict=True)}
    if names and not WEIGHS.search(text):
        return _points(desk.reader.get(Project, str(names[0].value)), clauses)
    kept = {str(d.name): d for d in desk.reader.find(Query(Driver, limit=None))}
    now = {name: exact(d.weight) for name, d in kept.items()} if any(d.weight for d in kept.values()) else dict(USUAL)
    then = {name: new for name, clause in clauses.items() if (new := _number(clause, now.get(name, Decimal(0)))) is not None}
    if len(then) > 1 and sum(then.values()) == WHOLE:
        then |= {name: Decimal(0) for name in now if name not in then and now[name]}        # weights that make up the whole leave nothing for others
    if not then:
        raise BadInput("Say the weight, such as “what if strategic fit was 40?”")
    if any(not 0 <= weight <= MOST for weight in then.values()) or not any((now | then).values()):
        raise BadInput(f"A weight lies between 0 and {MOST}, and one at least must weigh something.")
    wishes = [Change("driver", (kept[name].key,), {"weight": float(weight)}) if name in kept else Create("driver", {"name": name, "weight": float(weight)})
              for name, weight in (now | then).items()]
    return "; and that ".join(f"“{name}” weighs {brief(weight)} instead of {brief(now.get(name, Decimal(0)))} of {brief(sum(now.values(), Decimal(0)))}"
                              for name, weight in then.items()), wishes


def _points(project: Project, clauses: Mapping[str, str]) -> tuple[str, Sequence[Change]] | None:
    """Other points of one project; value for money is computed, so nobody gives points for it."""
    now = {name: getattr(project, FIELDS[name]) for name in clauses if name in FIELDS}
    then = {name: new for name, was in now.items() if (new := _number(clauses[name], Decimal(was or 0))) is not None}
    if not then:
        return None
    if any(not 0 <= points <= TOP for points in then.values()):
        raise BadInput(f"Points lie between 0 and {TOP}; for a weight of the board say such as “what if {min(then)} weighed 40?”")
    values: dict[str, object] = {FIELDS[name]: points for name, points in then.items()}
    return "; and that ".join(f"{project.name} has {brief(points)} instead of {'no' if now[name] is None else now[name]} points for “{name}”"
                              for name, points in then.items()), [Change("project", (project.key,), values)]


def _number(clause: str, now: Decimal) -> Decimal | None:
    """What a number becomes: “40”, “10 more”, “20 % less”, “twice as much”, “nothing”."""
    sign = -1 if LESS.search(clause) else 1
    share = next((Decimal(str(s.value)) / 100 for s in find_percents(clause)), None)
    if (said := NUMBER.search(clause)) is None:
        return next((now * times for word, times in TIMES.items() if word.search(clause)), Decimal(0) if NOTHING.search(clause) else None)
    if not DIFFERS.search(clause):
        return Decimal(said[0].replace(",", "."))
    return now * (1 + sign * share) if share is not None else now + sign * Decimal(said[0].replace(",", "."))


def _reranked(book: Book, wishes: Sequence[Change | Create]) -> Sequence[Block]:
    if not book.records or not ranked(book, board_score):
        why = book.value(book.records[0], board_score).how if book.records else "there is no project that you may see"
        return (Text(f"I cannot rank the projects by score: {why}."),)
    return reranked(book, book.supposing(wishes), board_score)


def _dearer(found: Sequence[Supposition]) -> Mapping[str, Dearer]:
    """By the key of a project, how its cost changes: by costs that are put to it, and by how many times as much the rest costs."""
    changed: dict[str, Dearer] = {}
    for supposed in found:
        for p in supposed.projects:
            by = Dearer(supposed.times or Decimal(1), dict(supposed.more).get(p.key, Decimal(0)))
            if by != Dearer():
                changed[p.key] = changed.get(p.key, Dearer()).then(by)
    return changed


def _compared(book: Book, wishes: Sequence[Change | Create], figures: Sequence[Figure], heads: Sequence[tuple[str, ...]], where: str = "", *,
              delays: bool = False) -> Iterator[Block]:
    """The figures that change, one row each, what the supposition is about before the others; led by a sentence."""
    if not book.records or not figures:
        return
    after, first = book.supposing(wishes), _first(heads)
    if len(book.records) > FEW_PROJECTS:
        figures = [f for f in figures if f.name in (*HEADLINES, *first[:1])]
    order = sorted(figures, key=lambda f: next((n for n, name in enumerate(first) if name in (f.name, f.unit)), len(first)))
    both = ((r, f, book.value(r, f), after.value(r, f)) for r in book.records for f in order)
    changed = [(r, f, was, then) for r, f, was, then in both
               if (was.number is None or then.number is None or _shown(r, f, was) != _shown(r, f, then)) and was.number != then.number
               and not (delays and _is_no_gain(f, was, then))]
    if not changed:
        return
    yield Text(" ".join(_sentence(*each, where) for each in _leading(changed, heads)))
    rows = tuple((_name(r), f.head, _shown(r, f, was), _shown(r, f, then), _difference(r, f, was, then), then.how) for r, f, was, then in changed[:MOST_ROWS])
    left = len(changed) - len(rows)
    yield Table("Before and after", ("of", "figure", "now", "then", "difference", "how"), rows, tuple(r.key for r, *_ in changed[:MOST_ROWS]),
                f"and {left} more figures change" if left else "")


def _is_no_gain(figure: Figure, was: Value, then: Value) -> bool:
    """What only seems to gain by a delay: a due date that is supposed later, the better order that levelling may find then, which is one for now, too,
    and a path that is shorter as it begins later."""
    if figure.name in OVERDUE:
        return True
    return (figure.unit == "date" or figure is critical_path) and was.number is not None and then.number is not None and then.number < was.number


Compared = tuple[Record, Figure, Value, Value]


def _leading(changed: Sequence[Compared], heads: Sequence[tuple[str, ...]]) -> Iterator[Compared]:
    """The first change of each record, and of each thing that is supposed the first that it is about."""
    for key in dict.fromkeys(each[0].key for each in changed):
        own = [each for each in changed if each[0].key == key]
        told = [next((each for name in head for each in own if name in (each[1].name, each[1].unit)), own[0]) for head in heads] or own
        yield from {each[1].name: each for each in told[:max(1, len(heads))]}.values()


def _first(heads: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The figures that are told first, of each thing that is supposed in turn."""
    return tuple(dict.fromkeys(name for each in zip_longest(*heads) for name in each if name))


def _sentence(record: Record, figure: Figure, was: Value, then: Value, where: str) -> str:
    return f"{_name(record)}{where if figure.unit != 'date' else ''}: {figure.head} {_shown(record, figure, then)} instead of {_shown(record, figure, was)}."


def _rests_on(figure: Figure, wishes: Sequence[Change | Create]) -> bool:
    """Whether a figure, or one that it reads, needs a field that is supposed to be otherwise."""
    touched = {(BY_TABLE[w.kind], name) for w in wishes for name in w.values}
    return any((kind, name) in touched for kind, names in figure.needs.items() for name in names) or any(_rests_on(f, wishes) for f in figure.reads)


def _shown(record: Record, figure: Figure, value: Value) -> str:
    return cell(figure, value, getattr(record, "currency", "")) if value.number is not None else f"not computable: {value.how}"


def _difference(record: Record, figure: Figure, was: Value, then: Value) -> str:
    if was.number is None or then.number is None:
        return "–"
    by = then.number - was.number
    unit = UNITS.get(figure.unit, "").format(currency=getattr(record, "currency", ""), s="" if abs(by) == 1 else "s").rstrip()
    return f"{'+' if by > 0 else ''}{rounded(by, PLACES.get(figure.unit, 0))}{unit}"


def _name(record: Record) -> str:
    return str(getattr(record, "name", record.key))
