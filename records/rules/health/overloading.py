"""Overloading: a person has more work due within two weeks than hours to do it."""
from collections.abc import Iterator

from records.figures.base import Rows, rounded
from records.figures.workload import load
from records.kinds import Person
from records.rules.base import Finding, Thresholds, above, rule


@rule("resources", of=Person, reads=(load,), needs={Person: ("key", "name")}, clause="Nobody is planned beyond their weekly hours over two weeks.")
def overloading(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:
    (person,), full = rows[Person], rows[load]
    if full.number is not None and (severity := above(full, thresholds.load_amber, thresholds.load_red)):
        yield Finding(severity, f"{person.name} is planned to {rounded(full.number)} %: {full.how}.", full.keys)
