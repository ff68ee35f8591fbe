"""How quickly a large portfolio is read, with the rights of whoever asks, beside the same question in plain SQL."""
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
import math
from typing import Any

from benchmarks.large import Large
from benchmarks.measuring import Measure, Spread, spread
from benchmarks.portfolio import person
from records.asker import Asker, Role
from records.kinds import Task
from records.kinds.task import ENDED
from records.query import Query, Where
from records.reading import Reader

NEXT_MS, OVERDUE_MS = 30, 60
OPEN = Where("status", "not in", ENDED)
# What a member may see, in the words of the rights: open projects, and those they lead, pay for, belong to or have a task in.
MAY = ("project_id IN (SELECT p.id FROM project p WHERE p.access = 'open' OR p.manager_id = {who} OR p.sponsor_id = {who} "
       "OR p.id IN (SELECT m.project_id FROM membership m WHERE m.person_id = {who} AND NOT m.archived) "
       "OR p.id IN (SELECT t.project_id FROM task t WHERE t.owner_id = {who} AND NOT t.archived))")
STILL = "status NOT IN ('done', 'cancelled') AND NOT archived"
NEXT = f'SELECT "key", title, due, status, owner_id, project_id FROM task WHERE {MAY} AND {STILL} AND due >= \'{{today}}\' ORDER BY due, id LIMIT 50'  # noqa: S608 - ours
OVERDUE = f"SELECT project_id, count(*) FROM task WHERE {STILL} AND due < '{{today}}' GROUP BY project_id"  # noqa: S608
WORDS = ("cutover plan", "migrate", "harbour", "gildan delivers late", "supplier onboarding access", "invoice", "audit", "lighthouse payroll")


def next_tasks(large: Large) -> Iterator[Measure]:
    """The fifty tasks that are due next, for a member."""
    who, today = person(large.database, Role.member), large.now.date()
    asked = Query(Task, (OPEN, Where("due", "at least", today)), sort="due", limit=50)
    with large.plain() as connection:
        said = NEXT.format(who=who.person, today=today)
        _same([t.key for t in _read(large, who, lambda r: r.find(asked))], [key for key, *_ in connection.execute(said).fetchall()])
        plain = spread(lambda: connection.execute(said).fetchall(), large.often(100))
    ours = spread(lambda: _read(large, who, lambda r: r.find(asked)), large.often(100))
    yield from _beside(large, "50 next tasks of a member, with rights", (ours, plain), NEXT_MS)


def overdue(large: Large) -> Iterator[Measure]:
    """The number of overdue tasks of each project, for the executive."""
    who, today = person(large.database, Role.executive), large.now.date()
    asked = Query(Task, (OPEN, Where("due", "before", today)), limit=None)
    with large.plain() as connection:
        said = OVERDUE.format(today=today)
        _same(dict(_read(large, who, lambda r: r.group(asked, "project_id"))), dict(connection.execute(said).fetchall()))
        plain = spread(lambda: connection.execute(said).fetchall(), large.often(100))
    ours = spread(lambda: _read(large, who, lambda r: r.group(asked, "project_id")), large.often(100))
    yield from _beside(large, "overdue tasks of each project, over the whole portfolio", (ours, plain), OVERDUE_MS)
    member = person(large.database, Role.member)
    theirs = spread(lambda: _read(large, member, lambda r: r.group(asked, "project_id")), large.often(100))
    yield Measure(f"the same for a member, {large.engine}: p50", theirs.p50, "ms", most=large.limit(OVERDUE_MS))


def past(large: Large) -> Iterator[Measure]:
    """The same fifty tasks as of a moment, some changes ago and all of them."""
    who, today = person(large.database, Role.member), large.now.date()
    asked = Query(Task, (OPEN, Where("due", "at least", today)), sort="due", limit=50)
    for back in (large.size.changes // 100, large.size.changes):
        moment = large.now - timedelta(minutes=back)
        took = spread(lambda moment=moment: _read(large, who, lambda r: r.at(moment).find(asked)), large.often(20))  # type: ignore[misc]
        yield Measure(f"50 next tasks as of {back:,} changes ago, {large.engine}: p50", took.p50, "ms")


def words(large: Large) -> Iterator[Measure]:
    """Full text over all kinds, for a member."""
    who = person(large.database, Role.member)
    took = [spread(lambda said=said: _read(large, who, lambda r: r.search(said)), large.often(20)) for said in WORDS]  # type: ignore[misc]
    with large.plain() as connection:
        plain = [spread(lambda said=said: connection.execute(_matching(large, said)).fetchall(), large.often(20)) for said in WORDS]  # type: ignore[misc]
    both = tuple(Spread(sorted(s.p50 for s in some)[len(some) // 2], max(s.p99 for s in some)) for some in (took, plain))
    yield from _beside(large, "a search for words over all kinds, with rights", (both[0], both[1]))


def _matching(large: Large, said: str) -> str:
    if large.is_sqlite:
        return f"SELECT rowid FROM found_words WHERE found_words MATCH '{' AND '.join(said.split())}' ORDER BY rank LIMIT 20"  # noqa: S608 - our words
    return f"SELECT id FROM found_words WHERE words @@ to_tsquery('simple', '{' & '.join(said.split())}') LIMIT 20"  # noqa: S608


def _read(large: Large, who: Asker, asked: Callable[[Reader], Any]) -> Any:
    with large.database.reading() as session:
        return asked(Reader(session, who))


def _beside(large: Large, what: str, both: tuple[Spread, Spread], most: float = math.inf) -> Iterator[Measure]:
    ours, plain = both
    yield Measure(f"{what}, {large.engine}: p50", ours.p50, "ms", most=large.limit(most))
    yield Measure(f"{what}, {large.engine}: p99", ours.p99, "ms")
    yield Measure("the same in plain SQL: p50", plain.p50, "ms")
    yield Measure("ratio of the two", ours.p50 / plain.p50, "×")


def _same(ours: Sequence[str] | dict[int, int], plain: Sequence[str] | dict[int, int]) -> None:
    if ours != plain:
        raise RuntimeError("the records and plain SQL do not say the same")
