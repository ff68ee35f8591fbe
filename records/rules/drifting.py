"""Drifting: the benefits are now expected to be much smaller than promised."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.figures.benefits import drift
from records.rules.base import Finding, Thresholds, above, rule


@rule("benefits", reads=(drift,), clause="Benefits that drift by more than 15 % are explained, by more than 30 % the case is decided anew.")
def drifting(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:
    lost = rows[drift]
    if severity := above(lost, thresholds.drift_amber, thresholds.drift_red):
        yield Finding(severity, f"The benefits have drifted by {lost.number:.0f} %: {lost.how}.", lost.keys)
