"""The past: a reader of a moment answers as a reader did at that moment, and who may see what is a matter of now."""
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import AutoString

from records import changing, credentials, planning
from records.computing import Book
from records.errors import BadInput, NotFound, Sorry
from records.figures import FIGURES
from records.kinds import KINDS, BudgetLine, Person, Project, Risk, Task
from records.kinds.base import Cents, Record, fields, table
from records.proposals import Change, Create, Proposal, Undo, Wish
from records.query import Query, Where
from records.reading import Reader
from tests.records.conftest import ADMIN, ANA, BEN, DORA, NOW, TODAY, VERA, WORLD, Office

MINUTE = timedelta(minutes=1)
LONG_AGO = NOW - timedelta(days=365)


@contextmanager
def reader_of(office: Office, who: str, moment: datetime) -> Iterator[Reader]:
    with office.database.reading() as session:
        yield Reader(session, credentials.asker(session, who), moment)


def later(office: Office, who: str, minutes: int, *wishes: Wish) -> int:
    """Make a change some minutes after the office was set up."""
    with office.database.writing() as tx:
        asker = credentials.asker(tx, who)
        return changing.apply(tx, asker, planning.plan(tx, asker, Proposal(wishes), TODAY), NOW + minutes * MINUTE).position


def test_a_value_is_what_it_was(office: Office) -> None:
    later(office, ANA, 5, Change("task", ("APOLLO-T-1",), {"due": date(2026, 12, 1), "hours": 50}))
    with reader_of(office, BEN, NOW) as then, reader_of(office, BEN, NOW + 5 * MINUTE) as after:
        old, new = then.get(Task, "APOLLO-T-1"), after.get(Task, "APOLLO-T-1")
        assert (old.due, old.hours, old.version) == (date(2026, 11, 10), 40.0, 1)
        assert (new.due, new.hours, new.version) == (date(2026, 12, 1), 50.0, 2)


def test_it_is_filtered_sorted_counted_and_grouped_by_what_it_was(office: Office) -> None:
    later(office, ANA, 5, Change("task", ("APOLLO-T-1",), {"status": "done"}), Change("task", ("APOLLO-T-2",), {"due": date(2026, 11, 1)}))
    with reader_of(office, ANA, NOW) as then:
        still = Query(Task, (Where("status", "not", "done"), Where("project_id", "is", 1)), sort="due")
        assert [t.key for t in then.find(still)] == ["APOLLO-T-1", "APOLLO-T-2"]
        assert then.count(still) == 2
        assert then.group(Query(Task), "status") == [("to do", 2)]


def test_what_was_made_since_does_not_exist(office: Office) -> None:
    later(office, ANA, 5, Create("task", {"title": "Paint it", "project_id": 1}))
    with reader_of(office, ANA, NOW) as then:
        assert then.count(Query(Task, (Where("title", "has", "paint"),))) == 0
        assert "Paint it" not in then.labels(Task).values()
        with pytest.raises(NotFound):
            then.get(Task, "APOLLO-T-3")


def test_what_was_taken_back_since_is_there(office: Office) -> None:
    made = later(office, ANA, 5, Create("task", {"title": "Paint it", "project_id": 1}))
    later(office, ANA, 9, Undo(made))
    for minutes, there in ((4, 0), (5, 1), (8, 1), (9, 0)):
        with reader_of(office, ANA, NOW + minutes * MINUTE) as then:
            assert then.count(Query(Task, (Where("title", "is", "Paint it"),))) == there


def test_money_choices_and_computed_scores_are_what_they_were(office: Office) -> None:
    later(office, ANA, 5, Change("risk", ("APOLLO-R-1",), {"impact": 1, "cost_impact": Decimal("12.34"), "status": "closed"}),
          Change("budgetline", ("APOLLO-B-1",), {"amount": Decimal("2.50")}))
    with reader_of(office, ANA, NOW) as then:
        (risk,) = then.find(Query(Risk, (Where("score", "at least", 16), Where("status", "is", "open"))))
        assert (risk.score, risk.cost_impact) == (16, Decimal("5000.00"))
        assert [b.amount for b in then.find(Query(BudgetLine, (Where("amount", "is", Decimal(100_000)),)))] == [Decimal("100000.00")]


def test_what_was_empty_is_empty_again(office: Office) -> None:
    later(office, DORA, 5, Change("task", ("ZEPHYR-T-1",), {"due": date(2026, 12, 1), "owner_id": None}))
    with reader_of(office, DORA, NOW) as then:
        (task,) = then.find(Query(Task, (Where("due", "empty"), Where("owner_id", "is", 6))))
        assert task.key == "ZEPHYR-T-1"


def test_names_are_those_of_then(office: Office) -> None:
    later(office, ADMIN, 5, Change("person", ("P-3",), {"name": "Benjamin Okafor"}), Change("project", ("APOLLO",), {"name": "Artemis"}))
    with reader_of(office, ANA, NOW) as then, reader_of(office, ANA, NOW + 5 * MINUTE) as now:
        assert (then.labels(Person)[3], then.get(Project, "APOLLO").name) == ("Ben Okafor", "Apollo")
        assert (now.labels(Person)[3], now.get(Project, "APOLLO").name) == ("Benjamin Okafor", "Artemis")


def test_the_history_of_a_record_ends_there(office: Office) -> None:
    for minutes, hours in ((5, 50), (9, 60)):
        later(office, BEN, minutes, Change("task", ("APOLLO-T-1",), {"hours": hours}))
    with reader_of(office, BEN, NOW + 6 * MINUTE) as then:
        task = then.get(Task, "APOLLO-T-1")
        assert [dict(e.after).get("hours") for e in then.history(Task, task.id or 0)] == [50, 40]
        assert len([e for e in then.events(NOW + MINUTE) if e.kind is Task]) == 1


def test_before_the_first_change_there_is_nothing(office: Office) -> None:
    with reader_of(office, ADMIN, LONG_AGO) as then:
        assert then.latest_position() == 0
        assert [then.count(Query(kind)) for kind in KINDS] == [0] * len(KINDS)
        assert not then.labels(Person)


def test_a_view_stands_at_the_last_change_at_or_before_its_moment(office: Office) -> None:
    head = later(office, ANA, 5, Change("task", ("APOLLO-T-1",), {"hours": 50}))
    for minutes, position in ((4, head - 1), (5, head), (600, head)):
        with reader_of(office, ANA, NOW + minutes * MINUTE) as then:
            assert then.latest_position() == position


# --- who may see what is a matter of now ---

def test_a_project_that_is_restricted_now_was_never_there_for_an_outsider(office: Office) -> None:
    later(office, ANA, 5, Change("project", ("APOLLO",), {"access": "restricted"}))
    for who, seen in ((VERA, 0), (BEN, 1)):
        with reader_of(office, who, NOW) as then:
            assert then.count(Query(Project, (Where("key", "is", "APOLLO"),))) == seen
            assert (then.count(Query(Task, (Where("project_id", "is", 1),))) > 0) is bool(seen)
            assert ("Apollo" in then.labels(Project).values()) is bool(seen)
            assert any("APOLLO" in e.key for e in then.events(LONG_AGO)) is bool(seen)


def test_what_lay_in_a_hidden_project_then_stays_hidden(office: Office) -> None:
    later(office, ADMIN, 5, Change("task", ("ZEPHYR-T-1",), {"project_id": 1}))
    for who, seen in ((BEN, 0), (DORA, 1)):
        with reader_of(office, who, NOW) as then:
            assert then.count(Query(Task, (Where("title", "has", "seller"),))) == seen


def test_what_lies_in_a_hidden_project_now_stays_hidden(office: Office) -> None:
    later(office, ADMIN, 5, Change("task", ("APOLLO-T-1",), {"project_id": 2}))
    with reader_of(office, VERA, NOW) as then:
        assert then.count(Query(Task, (Where("title", "has", "plans"),))) == 0


def test_a_narrow_field_is_unknown_then_too(office: Office) -> None:
    with reader_of(office, BEN, NOW) as then, pytest.raises(BadInput, match="has no"):
        then.find(Query(BudgetLine, sort="amount"))


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_holds_what_the_log_would_give_back_otherwise(kind: type[Record]) -> None:
    """Values come back from JSON in SQL: a new type of column needs its way there."""
    known = (AutoString, sa.String, sa.Integer, sa.Float, sa.Boolean, sa.Date, Cents)
    assert not [c.name for c in table(kind).c if not isinstance(c.type, known)]


# --- whatever happened, the past is what a reader saw then ---

def wishes(draw: Random, step: int) -> Iterator[Wish]:
    """Some changes of a random office: made, changed, moved, emptied, renamed, taken back."""
    tasks = [f"APOLLO-T-{n}" for n in range(1, 6)]
    day = TODAY + timedelta(days=draw.randint(-30, 30))
    yield draw.choice((
        Create("task", {"title": draw.choice(("Zeichnen", "ändern", "Prüfen", "order")), "project_id": draw.choice((1, 2)), "due": day}),
        Create("risk", {"title": f"Risk {step}", "project_id": 1, "probability": draw.randint(1, 5), "impact": draw.randint(1, 5)}),
        Create("costentry", {"title": f"Bill {step}", "project_id": 1, "on": day, "amount": Decimal(draw.randint(1, 10**7)) / 100}),
        Change("task", (draw.choice(tasks),), {"due": draw.choice((day, None)), "owner_id": draw.choice((2, 3, None))}),
        Change("task", tuple(draw.sample(tasks[:2], 2)), {"status": draw.choice(("done", "to do", "in progress")), "hours": draw.choice((None, 1.5, 8))}),
        Change("task", (draw.choice(tasks),), {"project_id": draw.choice((1, 2))}),
        Change("risk", ("APOLLO-R-1",), {"probability": draw.randint(1, 5), "cost_impact": draw.choice((None, Decimal("0.01"), Decimal("9e12")))}),
        Change("budgetline", ("APOLLO-B-1",), {"amount": Decimal(draw.randint(0, 10**9)) / 100}),
        Change("project", ("APOLLO",), {"name": draw.choice(("Apollo", "Ärger", "apollo 2")), "finish": draw.choice((day, None))}),
        Undo(step)))


def happened(office: Office, draw: Random, steps: int) -> Iterator[int]:
    """Make random changes, those that the rules allow; yields the minute of each."""
    for minute in range(1, steps + 1):
        try:
            later(office, ADMIN, minute, *wishes(draw, draw.randint(len(WORLD) + 1, len(WORLD) + steps)))
        except Sorry:
            continue
        yield minute


QUERIES: tuple[Query[Any], ...] = (
    Query(Task, sort="due"), Query(Task, sort="-due", limit=3), Query(Task, (Where("status", "not", "done"),), sort="title"),
    Query(Task, (Where("title", "has", "PR"),)), Query(Task, (Where("owner_id", "not", 3),)), Query(Task, (Where("due", "empty"),)),
    Query(Task, (Where("hours", "not empty"), Where("project_id", "in", (1, 2))), ("key", "hours"), sort="-hours"),
    Query(Risk, (Where("score", "at most", 9),), sort="-score"), Query(BudgetLine), Query(Project, sort="name"), Query(Person))


def seen(reader: Reader, today: date) -> list[Any]:
    """All that can be asked: rows, counts, groups, names, lines and figures."""
    book = Book(reader, reader.find(Query(Project, limit=None)), today)
    figures = [book.value(p, f) for p in book.records for f in FIGURES if f.of is Project]
    rows = [[tuple(row) for row in reader.find(q)] for q in QUERIES]
    lines = [reader.line(Task, row) for row in reader.find(Query(Task, limit=None))]
    return [rows, [reader.count(q) for q in QUERIES], [reader.group(Query(Task), by) for by in ("status", "owner_id", "due")],
            [reader.labels(k) for k in (Project, Task, Person)], lines, figures]


def assert_the_past_is_what_was_seen(office: Office, draw: Random, steps: int, who: Sequence[str]) -> None:
    saw: dict[tuple[str, int], list[Any]] = {}
    for minute in happened(office, draw, steps):
        if draw.random() < 0.3:
            for each in who:
                with office.reader(each) as reader:
                    saw[each, minute] = seen(reader, TODAY)
    assert saw
    for (each, minute), was in saw.items():
        with reader_of(office, each, NOW + minute * MINUTE) as then:
            assert seen(then, TODAY) == was, f"{each} at minute {minute}"


@pytest.mark.slow
@pytest.mark.parametrize(("seed", "steps"), [(1, 8), *(pytest.param(seed, 40, marks=pytest.mark.slow) for seed in range(2, 5))])
def test_a_reader_of_a_moment_answers_as_a_reader_did_then(office: Office, seed: int, steps: int) -> None:
    assert_the_past_is_what_was_seen(office, Random(seed), steps, (ADMIN, DORA))       # noqa: S311 - the same history every time


def test_every_field_of_every_kind_comes_back(office: Office) -> None:
    """Set every field that a person may set to something else, and look back."""
    with office.database.reading() as session:
        before = {k: session.execute(sa.select(table(k)).order_by(table(k).c.id)).all() for k in KINDS}
    later(office, ADMIN, 5, Change("task", ("APOLLO-T-1",), {f.name: f"changed {f.label}" for f in fields(Task) if f.type is str and f.name in
          ("title", "description", "labels", "acceptance", "links", "wbs")} | {"start": date(2026, 11, 1), "progress": 55, "points": 2.5,
          "parent_id": 2, "priority": "critical", "optimistic": 1, "pessimistic": 99.5}))
    with reader_of(office, ADMIN, NOW) as then:
        assert {k: [tuple(r) for r in then.find(Query(k, limit=None))] for k in KINDS} == {k: [tuple(r) for r in rows] for k, rows in before.items()}
