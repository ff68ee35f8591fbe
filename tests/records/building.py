"""Stand-ins for records: rows with the kinds' defaults, of which a figure or rule sees only the fields it declared."""
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

from language.dates import Period
from records.figures.base import Figure, Rows, Value
from records.kinds import BudgetLine, CashFlow, CostEntry, Project, Risk, Task
from records.kinds.base import Record, fields
from records.rules.base import DEFAULTS, Finding, Rule, Thresholds

TODAY = date(2026, 11, 18)
PAST, FUTURE, LATER = TODAY - timedelta(days=10), TODAY + timedelta(days=30), TODAY + timedelta(days=60)
GIVEN: Mapping[type[Record], Mapping[str, Any]] = {Project: {"name": "Apollo"}, CostEntry: {"on": PAST}}


@dataclass(frozen=True)
class Made:
    kind: type[Record]
    values: Mapping[str, Any] = field(default_factory=dict)


def made(kind: type[Record], **values: Any) -> Made:
    """A record with the defaults of its kind; what is required and not given is empty text. `written`: the days it was written first and last."""
    infos = kind.model_fields
    filled: dict[str, Any] = {f.name: "" if infos[f.name].is_required() else infos[f.name].default for f in fields(kind)}
    filled |= {**GIVEN.get(kind, {}), **values}
    if kind is Risk:
        filled["score"] = filled["probability"] * filled["impact"]
    return Made(kind, filled)


class Case:
    """Some records seen from one of them on one day."""

    def __init__(self, *records: Made, today: date = TODAY, over: Period | None = None) -> None:
        self.today, self.over = today, over
        self.records = [Made(r.kind, {**r.values, "id": r.values.get("id") or n + 1, "key": r.values["key"] or f"{r.kind.kind.code or 'PRJ'}-{n}"})
                        for n, r in enumerate(records)]

    def value(self, figure: Figure) -> Value:
        return figure.run(self._rows(figure))

    def number(self, figure: Figure) -> Decimal:
        found = self.value(figure)
        assert found.number is not None, found.how
        return found.number

    def findings(self, rule: Rule, thresholds: Thresholds = DEFAULTS) -> list[Finding]:
        return list(rule.run(self._rows(rule), thresholds))

    def severities(self, rule: Rule) -> list[str]:
        return [f.severity for f in self.findings(rule)]

    def narrowed(self, keys: Iterable[str]) -> "Case":
        """The same day with those records only."""
        kept = set(keys)
        return Case(*(r for r in self.records if r.values["key"] in kept), today=self.today, over=self.over)

    def _rows(self, declared: Figure | Rule) -> Rows:
        own = {kind: [_seen(r, names) for r in self.records if r.kind is kind] for kind, names in declared.needs.items()}
        written = {kind: {r.values["id"]: r.values["written"] for r in self.records if r.kind is kind and "written" in r.values} for kind in declared.needs}
        return Rows(own, {f.name: self.value(f) for f in declared.reads}, self.today, written, over=self.over)


def _seen(record: Made, names: tuple[str, ...]) -> Record:
    """Only what was declared: a figure that reads more fails here as it would in the book."""
    return cast("Record", SimpleNamespace(**{name: record.values[name] for name in names}))


def earned(bac: str, pv: str, ev: str, ac: str) -> Case:
    """A project whose planned value, earned value and actual cost come to these amounts (EV at most PV)."""
    budget, planned, done = Decimal(bac), Decimal(pv), Decimal(ev)
    hours: Callable[[Decimal], float] = lambda share: float(1000 * share / budget)  # noqa: E731 - short
    return Case(made(Project), made(BudgetLine, amount=budget), made(CostEntry, type="actual", amount=Decimal(ac), on=PAST),
                made(CostEntry, type="commitment", amount=Decimal(7), on=PAST),
                made(Task, hours=hours(done), status="done", due=PAST), made(Task, hours=hours(planned - done), due=PAST),
                made(Task, hours=hours(budget - planned), start=FUTURE, due=LATER), made(Task, hours=500.0, status="cancelled", due=PAST))


def flows(rate: float, *amounts: str) -> Case:
    """A business case with one flow a year from 2026 on."""
    return Case(made(Project, discount_rate=rate), *(made(CashFlow, year=2026 + t, amount=Decimal(a)) for t, a in enumerate(amounts)))
