"""Underdelivering: less of the benefits has come than was promised by now."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.figures.benefits import realisation
from records.rules.base import Finding, Thresholds, below, rule


@rule("benefits", reads=(realisation,), clause="Benefits are measured until their end, also after closure; a shortfall goes to the benefit's owner.")
def underdelivering(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:
    come = rows[realisation]
    if severity := below(come, thresholds.realised_amber, thresholds.realised_red):
        yield Finding(severity, f"{come.number:.0f} % of the benefits due by now have come: {come.how}.", come.keys)
