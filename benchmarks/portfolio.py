"""A large portfolio that could be a company's, the same every time for the same seed and moment, written straight into the tables.

No log is kept of its making but for the latest changes of tasks, so that there is a past to look at. Rows are sound by the kinds' own rules.
"""
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import accumulate, islice
from random import Random
from typing import Any

import sqlalchemy as sa

from benchmarks import wording
from records import finding, log
from records.asker import Asker, Role
from records.database import Database, Writing
from records.kinds import BY_TABLE, KINDS, Person
from records.kinds.base import Record, table
from records.numbering import Series
from records.validating import defaults

Row = dict[str, Any]
AT_ONCE = 5000
PER_GROUP = 10                          # tasks under one summary
SERIES = ("T", "L", "M", "MS", "R", "B", "C")


@dataclass(frozen=True)
class Size:
    """How much of it there is; `changes` is how many of its tasks were changed lately, each with a line of the log."""
    projects: int = 1000
    tasks: int = 100_000
    people: int = 400
    changes: int = 20_000

    @classmethod
    def of(cls, tasks: int) -> "Size":
        """A portfolio of so many tasks, the rest in proportion."""
        return cls(max(tasks // 100, 2), tasks, max(tasks // 250, 24), tasks // 5)


def fill(database: Database, size: Size, now: datetime, seed: int = 7) -> None:
    """Fill a migrated, empty database."""
    made = _Made(size, now, Random(seed))  # noqa: S311 - believable, not secret
    with database.writing() as tx:
        for kind, rows in made.all():
            _write(tx, BY_TABLE[kind], rows)
        tx.execute(sa.insert(Series), [{"name": name, "last": last} for name, last in made.numbers.items()])
        finding.fill(tx.connection())
        if not database.is_sqlite:
            _go_on(tx)
        _remember(tx, made)
    with database.engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("ANALYZE")


def person(database: Database, role: Role) -> Asker:
    """Somebody of this role who is not the first of it, as they are known."""
    of = table(Person).c
    with database.reading() as session:
        row = session.execute(sa.select(of.id, of.name, of.email).where(of.role == role).order_by(of.id).offset(1).limit(1)).one()
    return Asker(row.id, row.name, row.email, frozenset({role}))


class _Made:
    """The rows of one portfolio; `numbers` counts up its keys."""

    def __init__(self, size: Size, now: datetime, chance: Random) -> None:
        self._size, self.now, self._today, self._chance = size, now, now.date(), chance
        self.numbers: dict[str, int] = {}
        self.changed: list[Row] = []
        self._last: dict[str, int] = {}
        share = [chance.uniform(0.4, 1.6) for _ in range(size.projects)]
        ends = [round(part / sum(share) * size.tasks) for part in accumulate(share)]
        self._tasks = [end - start for start, end in zip([0, *ends], ends, strict=False)]

    def all(self) -> Iterator[tuple[str, Iterable[Row]]]:
        """Every kind's rows, each behind what it refers to."""
        yield "person", [self._person(n) for n in range(self._size.people)]
        yield "objective", [self._keyed("objective", "OBJ", {"title": title, "weight": 5}) for title in wording.OBJECTIVES]
        parts: dict[str, list[Row]] = {name: [] for name in ("project", "membership", "budgetline", "milestone", "risk", "task", "link", "costentry")}
        for number, tasks in enumerate(self._tasks):
            self._project(number, tasks, parts)
        yield from parts.items()

    def _person(self, number: int) -> Row:
        first, last = wording.FIRST[number % len(wording.FIRST)], wording.LAST[number // len(wording.FIRST) % len(wording.LAST)]
        more = number // (len(wording.FIRST) * len(wording.LAST))
        role = ("PMO admin", "executive", "value manager", "auditor")[number // 2] if number < 8 else "project manager" if number % 8 == 0 else "member"  # noqa: PLR2004
        name = f"{first} {last}{' ' + 'I' * more if more else ''}"
        return self._keyed("person", "P", {"name": name, "email": f"{first}.{last}{more or ''}@office.example".lower(), "role": role,
                                           "job": self._chance.choice(wording.JOBS), "weekly_hours": self._chance.choice((20, 32, 40)),
                                           "rate": Decimal(self._chance.randrange(60, 140))})

    def _project(self, number: int, tasks: int, parts: dict[str, list[Row]]) -> None:
        chance, today = self._chance, self._today
        place, matter = wording.PLACES[number % len(wording.PLACES)], wording.MATTERS[number // len(wording.PLACES) % len(wording.MATTERS)]
        start = today - timedelta(days=chance.randrange(20, 420))
        finish = start + timedelta(days=chance.randrange(180, 720))
        team = chance.sample(range(1, self._size.people + 1), min(8, self._size.people))
        phase = "closed" if finish < today - timedelta(days=60) else "in delivery"
        key = f"{place.upper()}-{number + 1}"
        project = self._own("project", key, {
            "name": f"{place} {matter} {number + 1}", "purpose": f"{matter} for {place}: {chance.choice(wording.REASONS)}", "phase": phase, "start": start,
            "finish": finish, "manager_id": team[0], "sponsor_id": team[1], "objective_id": 1 + number % len(wording.OBJECTIVES),
            "priority": chance.randrange(1, 6), "access": "restricted" if chance.random() < 0.3 else "open", "tags": matter.lower()})  # noqa: PLR2004
        parts["project"].append(project)
        home = (key, project["id"])
        parts["membership"] += [self._in(home, "membership", "M", {"person_id": who, "duty": "team"}) for who in team]
        lines = [self._in(home, "budgetline", "B", {"title": f"{what.capitalize()}", "category": what, "amount": Decimal(chance.randrange(20, 400) * 1000)})
                 for what in ("labour", "services", "licences")]
        parts["budgetline"] += lines
        parts["milestone"] += [self._milestone(home, start, finish, share) for share in (20, 50, 80, 100)]
        parts["risk"] += [self._risk(home, team) for _ in range(4)]
        parts["costentry"] += [self._cost(home, lines, start) for _ in range(max(tasks // 10, 2))]
        self._work(home, tasks, (start, finish), team, parts)

    def _milestone(self, home: tuple[str, int], start: date, finish: date, share: int) -> Row:
        planned = start + (finish - start) * share / 100
        forecast = planned + timedelta(days=self._chance.choice((0, 0, 0, 7, 21)))
        return self._in(home, "milestone", "MS", {"title": f"{share} % delivered", "planned": planned, "forecast": forecast,
                                                  "actual": forecast if forecast < self._today else None})

    def _risk(self, home: tuple[str, int], team: list[int]) -> Row:
        chance = self._chance
        title = f"{chance.choice(wording.SUPPLIERS)} {chance.choice(wording.TROUBLES)}"
        return self._in(home, "risk", "R", {"title": title, "probability": chance.randrange(1, 6), "impact": chance.randrange(1, 6),
                                            "cost_impact": Decimal(chance.randrange(1, 90) * 1000), "owner_id": chance.choice(team),
                                            "status": chance.choice(("open", "open", "monitored", "closed"))})

    def _cost(self, home: tuple[str, int], lines: list[Row], start: date) -> Row:
        chance = self._chance
        supplier, on = chance.choice(wording.SUPPLIERS), start + timedelta(days=chance.randrange(max((self._today - start).days, 1)))
        return self._in(home, "costentry", "C", {"title": f"{supplier}, {on:%B}", "budget_line_id": chance.choice(lines)["id"], "on": on, "supplier": supplier,
                                                 "amount": Decimal(chance.randrange(10_000, 2_000_000)) / 100, "document": f"INV-{chance.randrange(10**6)}"})

    def _work(self, home: tuple[str, int], tasks: int, span: tuple[date, date], team: list[int], parts: dict[str, list[Row]]) -> None:
        """The tasks of a project in groups under a summary, each group a chain of links."""
        summary: Row = {}
        for number in range(tasks):
            begins = span[0] + (span[1] - span[0]) * (number / tasks)
            row = self._task(home, number, begins, team)
            if number % PER_GROUP == 0:
                summary, row["type"] = row, "epic"
            else:
                row["parent_id"], before = summary["id"], parts["task"][-1]
                if before is not summary:
                    parts["link"].append(self._in(home, "link", "L", {"predecessor_id": before["id"], "successor_id": row["id"]}))
            parts["task"].append(row)
            if len(self.changed) < self._size.changes and row["due"] and (number % 3 == 0 or len(self.changed) + self._left(home) < self._size.changes):
                row["version"] = 2
                self.changed.append(row)

    def _left(self, home: tuple[str, int]) -> int:
        """How many tasks are still to come in later projects."""
        return sum(self._tasks[home[1]:])

    def _task(self, home: tuple[str, int], number: int, begins: date, team: list[int]) -> Row:
        chance, today = self._chance, self._today
        due = begins + timedelta(days=chance.randrange(3, 20))
        hours = float(chance.choice((4, 8, 16, 24, 40)))
        row = {"title": f"{chance.choice(wording.VERBS)} the {chance.choice(wording.THINGS)} of {chance.choice(wording.PARTS)}", "hours": hours,
               "description": chance.choice(wording.REMARKS), "owner_id": chance.choice(team) if chance.random() < 0.95 else None,  # noqa: PLR2004
               "priority": chance.choice(("low", "medium", "medium", "high", "critical")), "start": begins, "due": due, "baseline_start": begins,
               "baseline_due": due - timedelta(days=chance.choice((0, 0, 0, 4))), "wbs": f"{1 + number // PER_GROUP}.{number % PER_GROUP}"}
        drawn = chance.random()
        if due < today and drawn < 0.9:  # noqa: PLR2004 - one in ten of the past is overdue
            row |= {"status": "done", "progress": 100, "done_on": due, "began_on": begins}
        elif begins < today:
            row |= {"status": "in progress", "progress": chance.randrange(10, 90, 10), "began_on": begins} if drawn < 0.96 else {  # noqa: PLR2004
                "status": "blocked", "blocked_by": f"waits for {chance.choice(wording.SUPPLIERS)}"}
        return self._in(home, "task", "T", row)

    def _in(self, home: tuple[str, int], kind: str, code: str, values: Row) -> Row:
        return self._keyed(kind, f"{home[0]}-{code}", {**values, "project_id": home[1]})

    def _keyed(self, kind: str, series: str, values: Row) -> Row:
        self.numbers[series] = self.numbers.get(series, 0) + 1
        return self._own(kind, f"{series}-{self.numbers[series]}", values)

    def _own(self, kind: str, key: str, values: Row) -> Row:
        self._last[kind] = self._last.get(kind, 0) + 1
        return {**defaults(BY_TABLE[kind]), **values, "id": self._last[kind], "key": key, "version": 1, "archived": False, "source": ""}


def _write(tx: Writing, kind: type[Record], rows: Iterable[Mapping[str, Any]]) -> None:
    waiting = iter(rows)
    while some := list(islice(waiting, AT_ONCE)):
        tx.execute(sa.insert(table(kind)), some)


def _remember(tx: Writing, made: _Made) -> None:
    """One line of the log for each changed task, a minute apart: somebody moved its due date by a week."""
    began = made.now - timedelta(minutes=len(made.changed))
    for number, row in enumerate(made.changed):
        before, after = {"due": (row["due"] - timedelta(days=7)).isoformat()}, {"due": row["due"].isoformat()}
        log.append(tx, began + timedelta(minutes=number), row["owner_id"] or 1,
                   [{"kind": "task", "id": row["id"], "key": row["key"], "version": 2, "before": before, "after": after}])


def _go_on(tx: Writing) -> None:
    """PostgreSQL counts ids by itself; let it go on behind those that were given."""
    for kind in KINDS:
        name = table(kind).name
        tx.execute(sa.text(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), coalesce(max(id), 1), max(id) IS NOT NULL) FROM \"{name}\""))  # noqa: S608 - ours
