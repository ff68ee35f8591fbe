"""What a project counts for the board: points on a scale to 10 for each driver, weighed and summed, and which weight would change an order."""
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from records.figures.delivery.planning import exact
from records.kinds import Driver, Project

Weights = Mapping[str, Decimal]
Points = Mapping[str, Decimal]
TOP, MOST = Decimal(10), Decimal(100)      # points; weight
EVEN = Decimal(5)                    # points of a project that earns back just what it costs
# The house's own weights, in percent, for an office that has said none.
USUAL: Weights = {"business value": Decimal(30), "strategic fit": Decimal(20), "value for money": Decimal(15), "time criticality": Decimal(15),
                  "risk reduction": Decimal(10), "delivery risk": Decimal(10)}
FIELDS = {"business value": "business_value", "time criticality": "time_criticality", "risk reduction": "risk_reduction", "strategic fit": "strategic_fit",
          "delivery risk": "delivery_risk"}
LEAST_SCORED = Decimal("0.5")        # of all weight must have points, or the sum would say little


def weights(drivers: Iterable[Driver]) -> Weights:
    """What the board said, the heaviest first; the usual weights where it said nothing."""
    said = {d.name: exact(d.weight) for d in drivers if d.weight}
    return dict(sorted((said or USUAL).items(), key=lambda each: (-each[1], each[0])))


def points(project: Project, benefit_cost: Decimal | None) -> Points:
    """The points of a project for each driver that has any; a risky delivery costs points, a benefit-cost ratio of 2 is worth all ten."""
    found = {name: exact(given) for name, field in FIELDS.items() if (given := getattr(project, field)) is not None}
    if "delivery risk" in found:
        found["delivery risk"] = TOP - found["delivery risk"]
    if benefit_cost is not None:
        found["value for money"] = min(TOP, max(Decimal(0), EVEN * benefit_cost))
    return found


def weighed(found: Points, by: Weights) -> Decimal | None:
    """The mean of the points by weight, over the drivers that have points; None where these hold too little of the weight."""
    scored, whole = sum((w for name, w in by.items() if name in found), Decimal(0)), sum(by.values(), Decimal(0))
    if not scored or scored < LEAST_SCORED * whole:
        return None
    return sum((w * found[name] for name, w in by.items() if name in found), Decimal(0)) / scored


def swaps(first: Points, second: Points, by: Weights) -> Iterator[tuple[str, Decimal]]:
    """The drivers whose weight alone would bring the second up to the first, with that weight, the smallest change first.

    Both have points for the same drivers.
    """
    lead = sum((w * (first[name] - second[name]) for name, w in by.items() if name in first), Decimal(0))
    each = ((name, w - lead / by_one) for name, w in by.items() if name in first and (by_one := first[name] - second[name]))
    yield from sorted(((name, w) for name, w in each if 0 <= w <= MOST), key=lambda found: (abs(found[1] - by[found[0]]), found[0]))
