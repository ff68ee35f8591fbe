"""Two offices that differ only in what their member and their viewer may not read: whatever these two do, both must answer alike."""
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
import shutil
from typing import Any

from assistant import bootstrap
from assistant.assistant import Assistant
from assistant.upkeep import Upkeep
from records import changing, planning, sample
from records.access import readable
from records.asker import Asker, Role
from records.database import Database
from records.kinds import KINDS, Person
from records.kinds.base import Record, fields, table
from records.proposals import Change, Create, Proposal, Wish
from tests.conftest import settings_in
from tests.records.conftest import NOW, TODAY


def hidden(role: Role) -> tuple[tuple[type[Record], str], ...]:
    """Every field that a role may not read."""
    may = {(kind, f.name) for kind in KINDS for f in readable(kind, Asker(0, "", "", frozenset({role})))}
    return tuple((kind, f.name) for kind in KINDS for f in fields(kind) if (kind, f.name) not in may)


def wishes(amount: str, words: str) -> tuple[Wish, ...]:
    """One record at least of each kind with a narrow field, and changes of such fields."""
    less = str(Decimal(amount) / 2)
    inside: dict[str, Any] = {"project_id": 1}
    return (
        Change("person", ("P-2", "P-3"), {"rate": amount[:3]}),
        Create("budgetline", {"title": "Crane", "amount": amount, **inside}),
        Change("budgetline", ("APOLLO-B-1",), {"amount": amount}),
        Create("costentry", {"title": "Crane rent", "amount": less, "on": "2026-10-02", "budget_line_id": 2, **inside}),
        Change("risk", ("APOLLO-R-1",), {"cost_impact": amount, "response_cost": less, "residual_cost": less}),
        Create("changerequest", {"title": "Higher crane", "cost_effect": amount, "requester_id": 3, **inside}),
        Create("benefit", {"title": "Less rent", "expected": amount, "forecast": less, "realised": less, "cost_to_realise": less, **inside}),
        Create("businesscase", {"title": "Why Apollo", "residual": less, **inside}),
        Create("cashflow", {"title": "Build", "year": 2026, "amount": f"-{less}", "forecast": f"-{amount}", **inside}),
        Create("cashflow", {"title": "Rent saved", "year": 2027, "amount": amount, "forecast": less, **inside}),
        Create("check", {"title": "Weld", "cost": less, **inside}),
        Create("contract", {"title": "Steel mill", "worth": amount, **inside}),
        Create("objective", {"title": "Own the halls", "funding": amount}),
        Change("project", ("APOLLO",), {"objective_id": 1}),
        Change("project", ("APOLLO",), {"declared_cost": amount, "declared_reason": "a new offer", "declared_until": "2026-12-31"}),
        Create("rate", {"name": "EUR/USD", "value": float(Decimal(amount) / 1000)}),
        Create("stakeholder", {"name": "Hall owner", "notes": words, **inside}),
        Create("scenario", {"title": "Autumn", "wish": words, "budget": amount, "included": "APOLLO", "left_out": words}),
        Create("baseline", inside),
        Change("stakeholder", ("APOLLO-S-1",), {"notes": words[::-1]}),
        Change("budgetline", ("APOLLO-B-1",), {"amount": less}),
    )


@dataclass(frozen=True)
class World:
    """One of the two offices with its doors."""
    database: Database
    assistant: Assistant
    upkeep: Upkeep

    @contextmanager
    def asking(self, who: str) -> Iterator[tuple[Any, Asker]]:
        with self.database.reading() as session:
            of = table(Person).c
            row = session.execute(table(Person).select().where(of.email == who)).one()
            yield session, Asker(row.id, row.name, row.email, frozenset({Role(row.role)}))


def world(office_file: Path, home: Path, amount: str, words: str) -> World:
    home.mkdir()
    database = Database(f"sqlite:///{shutil.copy(office_file, home / 'pmo.db')}")
    with database.writing() as tx:
        for wish in wishes(amount, words):
            changing.apply(tx, sample.OFFICE, planning.plan(tx, sample.OFFICE, Proposal((wish,)), TODAY), NOW)
    settings = settings_in(home, sample=True)
    return World(database, bootstrap.assistant(settings), bootstrap.upkeep(settings))
