"""Net promoter score: promoters (9-10) less detractors (0-6), in percent of all answers; of a project, a benefit and a quality metric."""
from collections.abc import Sequence
from decimal import Decimal

from records.figures.base import Needs, Part, Rows, Value, figure, keys, rounded
from records.kinds import Benefit, Measurement, Metric, Project

ANSWERS: Needs = {Measurement: ("key", "rating", "sample")}
PROMOTER, PASSIVE = 9, 7
ALSO = "net promoter score, promoter score"


@figure(of=Project, needs=ANSWERS, unit="score", label="NPS", also=ALSO)
def nps(rows: Rows) -> Value:
    return _score(rows[Measurement])


@figure(of=Benefit, needs=ANSWERS, unit="score", label="NPS", also=ALSO)
def benefit_nps(rows: Rows) -> Value:
    return _score(rows[Measurement])


@figure(of=Metric, needs=ANSWERS, unit="score", label="NPS", also=ALSO)
def metric_nps(rows: Rows) -> Value:
    return _score(rows[Measurement])


def _score(measured: Sequence[Measurement]) -> Value:
    """A measurement with a sample size stands for so many answers."""
    rated = [(m.rating, m.sample or 1, m) for m in measured if m.rating is not None]
    if not rated:
        return Value(None, "nobody has rated it: no measurement holds a rating from 0 to 10")
    sample = sum(n for _, n, _ in rated)
    counts = {"promoters (9-10)": sum(n for r, n, _ in rated if r >= PROMOTER), "passives (7-8)": sum(n for r, n, _ in rated if PASSIVE <= r < PROMOTER),
              "detractors (0-6)": sum(n for r, n, _ in rated if r < PASSIVE)}
    share = {name: Decimal(100 * n) / sample for name, n in counts.items()}
    promoters, _, detractors = share.values()
    parts = tuple(Part(name, f"{n} of {sample}, {rounded(share[name])} %") for name, n in counts.items())
    return Value(promoters - detractors, f"{rounded(promoters)} % promoters − {rounded(detractors)} % detractors of {sample} answers",
                 keys([m for _, _, m in rated]), parts)
