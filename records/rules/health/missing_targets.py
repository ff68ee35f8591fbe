"""Missing targets: quality that is measured is worse than what was agreed."""
from collections.abc import Iterator

from records.figures.base import Rows, counted, rounded
from records.figures.quality import metrics_on_target
from records.rules.base import Finding, Thresholds, rule

HALF, ALL = 50, 100


@rule("quality", reads=(metrics_on_target,), clause="A quality metric outside its tolerance is explained; with half of them outside, quality is off track.")
def missing_targets(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    met = rows[metrics_on_target]
    if met.number is not None and met.number < ALL:
        missed = [p.label for p in met.parts if p.said.endswith("missed")]
        yield Finding("red" if met.number <= HALF else "amber", f"{counted(len(missed), 'quality metric')} outside tolerance: {', '.join(missed)} "
                      f"({rounded(met.number)} % on target).", met.keys)
