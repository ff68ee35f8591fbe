"""Underdelivering: less of the benefits has come than was promised by now."""
from collections.abc import Iterator

from records.figures.base import Rows, rounded
from records.figures.benefits import benefit_due, benefit_expected, realisation
from records.rules.base import Finding, Thresholds, below, rule


@rule("benefits", reads=(realisation, benefit_due, benefit_expected),
      clause="Benefits are measured until their end, also after closure; a shortfall goes to the benefit's owner.")
def underdelivering(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:
    """Only once a fair part of the promise is due: in the first weeks nothing can have come yet."""
    come, due, promised = rows[realisation], rows[benefit_due], rows[benefit_expected]
    if come.number is None or not promised.number or 100 * (due.number or 0) / promised.number < thresholds.realised_from:
        return
    if severity := below(come, thresholds.realised_amber, thresholds.realised_red):
        yield Finding(severity, f"{rounded(come.number)} % of the benefits due by now have come: {come.how}.", come.keys)
