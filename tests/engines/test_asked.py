"""Whatever is asked, of whatever field, SQLite and PostgreSQL answer and refuse the same: now, and of a moment."""
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
import shutil
from typing import Any, get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
import pytest

from records import changing, credentials, planning, sample
from records.database import Database
from records.errors import BadInput, Sorry
from records.kinds import BudgetLine, Milestone, Person, Risk, Task
from records.kinds.base import Record
from records.proposals import Change, Create, Proposal, Wish
from records.query import Op, Query, Where
from records.reading import Reader
from tests.engines.server import Server
from tests.records.conftest import ADMIN, ANA, BEN, NOW, TODAY, WORLD, Office
from tests.records.conftest import office_file as office_file  # noqa: PLC0414 - a fixture

Both = tuple[Office, Office]
WORDS = ("Äpfel", "äpfel", "STRASSE", "straße", "100 % of it", "a_b", "a\\b", "", "ΟΔΥΣΣΕΥΣ", "İstanbul", "zebra", "🦊 fox", "10", "9", "order steel")
TITLES = tuple(word for word in WORDS if word)
LATER = NOW + timedelta(hours=1)


def _tasks(number: int) -> Iterator[Wish]:
    for i, title in enumerate(TITLES):
        n = number * 100 + i
        due = None if i % 3 == 0 else str(date(2026, 11, 1) + timedelta(days=n % 17))
        yield Create("task", {"title": title, "project_id": 1, "description": WORDS[-i], "due": due, "hours": n / 8, "owner_id": (None, 3, 2)[i % 3],
                              "points": None if i % 4 else n / 10, "priority": ("low", "high", "critical")[i % 3], "progress": n % 101})
        yield Create("budgetline", {"title": title, "project_id": 1, "amount": str(Decimal(n * 37) / 100)})


@pytest.fixture(scope="module")
def both(office_file: Path, postgres: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    """The same rows, written in the same way, on both engines."""
    folder = tmp_path_factory.mktemp("both")
    made = _filled(f"sqlite:///{shutil.copy(office_file, folder / 'pmo.db')}", is_new=False), _filled(postgres.shaped(), is_new=True)
    yield made
    for office in made:
        office.database.engine.dispose()


def _filled(url: str, *, is_new: bool) -> Office:
    office = Office(Database(url))
    if is_new:
        with office.database.writing() as tx:
            for wish in WORLD:
                changing.apply(tx, sample.OFFICE, planning.plan(tx, sample.OFFICE, Proposal((wish,)), TODAY), NOW)
    for number in range(3):
        office.do(ADMIN, *_tasks(number))
    with office.database.writing() as tx:
        asker = credentials.asker(tx, ADMIN)
        wishes = (Change("task", ("APOLLO-T-4", "APOLLO-T-7"), {"due": None, "title": "later", "hours": 0.1}),
                  Change("budgetline", ("APOLLO-B-6",), {"amount": "12.34"}), Create("task", {"title": "made later", "project_id": 1}))
        changing.apply(tx, asker, planning.plan(tx, asker, Proposal(wishes), TODAY), LATER)
    return office


KINDS: tuple[type[Record], ...] = (Task, BudgetLine, Milestone, Person, Risk)
VALUE: st.SearchStrategy[object] = st.one_of(
    st.none(), st.booleans(), st.sampled_from(WORDS), st.text(max_size=3), st.integers(-3, 120), st.integers(), st.floats(width=32),
    st.sampled_from([0.1, 12.345, Decimal("12.34"), Decimal("0.005"), Decimal("0.37"), 2**63, -2**63, Decimal("1e30"), "a\0", "\ud800", "x" * 5000]),
    st.dates(date(2026, 10, 30), date(2026, 11, 20)), st.just(datetime(2026, 11, 10, 12, tzinfo=UTC)), st.sampled_from(["low", "to do", "done", "APOLLO-T-3"]))
MANY: st.SearchStrategy[object] = st.one_of(st.lists(VALUE, max_size=3).map(tuple), VALUE)
WHO, MOMENT = st.sampled_from([ADMIN, ANA, BEN]), st.sampled_from([None, None, NOW, NOW - timedelta(days=1), LATER])


@st.composite
def queries(draw: st.DrawFn) -> Query[Any]:
    kind = draw(st.sampled_from(KINDS))
    names = [*kind.model_fields]
    where = tuple(Where(draw(st.sampled_from(names)), op, draw(MANY if op in ("in", "not in") else VALUE))
                  for op in draw(st.lists(st.sampled_from(get_args(Op)), max_size=2)))
    sort = draw(st.sampled_from(["", *names, *(f"-{n}" for n in names)]))
    return Query(kind, where, sort=sort, limit=draw(st.sampled_from([None, 50, 3, 1, 0])))


def same(both: Both, who: str, at: datetime | None, asked: Callable[[Reader], object]) -> None:
    first, second = (_answer(office, who, at, asked) for office in both)
    assert first == second


def _answer(office: Office, who: str, at: datetime | None, asked: Callable[[Reader], object]) -> object:
    with _reader(office, who, at) as reader:
        try:
            return asked(reader)
        except Sorry as refused:
            return type(refused), str(refused)


@contextmanager
def _reader(office: Office, who: str, at: datetime | None) -> Iterator[Reader]:
    with office.reader(who) as reader:
        yield reader.at(at) if at else reader


@pytest.mark.slow
@settings(max_examples=120, suppress_health_check=list(HealthCheck))
@given(query=queries(), who=WHO, at=MOMENT, data=st.data())
def test_every_question_has_one_answer(both: Both, query: Query[Any], who: str, at: datetime | None, data: st.DataObject) -> None:
    by = data.draw(st.sampled_from([*query.kind.model_fields]))
    same(both, who, at, lambda reader: [tuple(row) for row in reader.find(query)])
    same(both, who, at, lambda reader: reader.count(query))
    same(both, who, at, lambda reader: reader.group(query, by))


@pytest.mark.slow
@settings(max_examples=50, suppress_health_check=list(HealthCheck))
@given(said=st.lists(st.sampled_from([*WORDS, "steel", "ord", "o", "plans", "later", "the"]), min_size=1, max_size=3).map(" ".join), who=WHO)
def test_words_are_found_in_one_order(both: Both, said: str, who: str) -> None:
    same(both, who, None, lambda reader: reader.search(said))


@pytest.mark.parametrize(("where", "said"), [
    (Where("due", "before", "Monday"), "The due is compared with a day; “Monday” is none."),
    (Where("hours", "is", "ten"), "compared with a number; “ten” is none"),
    (Where("title", "is", 5), "compared with a text; “5” is none"), (Where("hours", "has", "1"), "holds no text to look into"),
    (Where("hours", "is", 2**63 * 1.0), "too large"), (Where("hours", "after", None), "compared with a number; “” is none"),
    (Where("owner_id", "in", 3), "Say several values that the owner may be one of."), (Where("title", "has", "\0"), "characters that nobody can read")])
def test_a_value_that_does_not_fit_is_refused_in_a_sentence(both: Both, where: Where, said: str) -> None:
    for office in both:
        with office.reader(ADMIN) as reader, pytest.raises(BadInput, match=said):
            reader.find(Query(Task, (where,)))


@pytest.mark.parametrize(("op", "value", "found"), [
    ("is", Decimal("0.37"), 1), ("is", Decimal("0.375"), 0), ("before", Decimal("0.375"), 2), ("at most", Decimal("0.37"), 2), ("after", Decimal("0.365"), 42),
    ("at most", Decimal("0.365"), 1), ("at least", Decimal("0.365"), 42), ("not", Decimal("0.375"), 43), ("not in", (0, Decimal("0.001")), 42)])
def test_money_is_compared_exactly_even_with_parts_of_a_cent(both: Both, op: Op, value: object, found: int) -> None:
    """Of 42 amounts and the 100,000 of the works the two lowest are 0.00 and 0.37."""
    for office in both:
        with office.reader(ADMIN) as reader:
            assert reader.count(Query(BudgetLine, (Where("amount", op, value),))) == found
