"""Losing benefit: less comes in, or is expected, than was promised, while there is still time to act."""
from collections.abc import Iterator

from records.figures.base import Rows, joined, rounded
from records.figures.benefits import benefit_expected, benefit_forecast, drift, realisation
from records.kinds import Project
from records.rules.base import Finding, Threat, Thresholds, above, below, rule


@rule("benefits", reads=(benefit_expected, benefit_forecast, drift, realisation), needs={Project: ("key", "name", "phase")},
      clause="A benefit that will not come as promised is said while its owner can still act.")
def losing_benefit(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:
    (project,), lost, come = rows[Project], rows[drift], rows[realisation]
    if project.phase == "cancelled":
        return
    promised, now = rows[benefit_expected].number, rows[benefit_forecast].number
    if lost.number is not None and promised is not None and now is not None and above(lost, thresholds.drift_amber, thresholds.drift_red):
        said, cause, cost = (f"{rounded(lost.number)} % of the promised benefits are no longer expected: {lost.how}.",
                             f"The forecast of the benefits fell: {lost.how}.", promised - now)
    elif come.number is not None and promised and below(come, thresholds.realised_amber, thresholds.realised_red):
        said, cause, cost = (f"{rounded(come.number)} % of what was due by now has come: {come.how}.", f"Measured benefits lag behind: {come.how}.",
                             promised * (100 - come.number) / 100)
    else:
        return
    yield Finding("amber", said, joined(lost, come), threat=Threat(
        project.key, cause, f"{project.name} does not bring what it promised", f"About {rounded(cost)} of its benefits are lost.", "business", 4, 4,
        "Its benefit owners say what they would need; else the board decides anew.", cost=cost))
