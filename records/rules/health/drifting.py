"""Drifting: the benefits are now expected to be much smaller than promised."""
from collections.abc import Iterator

from records.figures.base import Rows, rounded
from records.figures.benefits import drift
from records.rules.base import Finding, Thresholds, above, rule


@rule("benefits", reads=(drift,),
      clause="A drift of more than {drift_amber} % is explained by its owner; after more than {drift_red} % the board decides anew.")
def drifting(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:
    lost = rows[drift]
    if lost.number is not None and (severity := above(lost, thresholds.drift_amber, thresholds.drift_red)):
        yield Finding(severity, f"The benefits have drifted by {rounded(lost.number)} %: {lost.how}.", lost.keys)
