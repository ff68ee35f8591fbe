"""How long the choice among many projects takes, under budgets by year, hours by role, needs and exclusions; beside a plain list of the same projects."""
from collections.abc import Iterator
from decimal import Decimal
import math
from random import Random

from benchmarks.measuring import Measure, typical
from records.figures.portfolio.selecting import Candidate, Limits, broken, choose, greedy

PROJECTS, FEW = 200, 40
YEARS, ROLES = ("money in 2027", "money in 2028"), ("developer", "engineer")
MOST = 0.2                              # seconds
SHARE = Decimal("0.5")                  # of what all of them would use, there is so much
SEEDS = (1, 2, 3, 4, 5)                 # portfolios that are drawn


def choices(*, quick: bool) -> Iterator[Measure]:
    """The slowest of a few portfolios, each by its typical run; and how much better than a list the choice is at least."""
    number, times = (FEW, 1) if quick else (PROJECTS, 5)
    drawn = [portfolio(number, seed) for seed in SEEDS]
    took = max(typical(lambda of=of: choose(*of), times) for of in drawn)  # type: ignore[misc]
    under = f"{len(YEARS)} budgets and {len(ROLES)} roles, with needs and exclusions: the slowest of {len(SEEDS)} portfolios"
    yield Measure(f"choice among {number} projects under {under}", 1000 * took, "ms", most=math.inf if quick else 1000 * MOST)
    yield Measure(f"a list of the same {number} projects by worth for its use of the limits", 1000 * max(
        typical(lambda of=of: greedy(*of), times) for of in drawn), "ms")  # type: ignore[misc]
    better, gaps = [], []
    for of in drawn:
        found, listed = choose(*of), greedy(*of)
        if found is None or listed is None or broken(*of, found.keys):
            raise RuntimeError("a choice breaks a limit, or there is none")
        better.append(float(100 * (found.worth - listed.worth) / listed.worth))
        gaps.append(100 * found.gap)
    yield Measure("worth of the choice above that of the list, at least", min(better), "%", least=0)
    yield Measure("by which the best possible could still be better, as proven, at most", max(gaps), "%")


def portfolio(number: int, seed: int) -> tuple[list[Candidate], Limits]:
    """Projects of all sizes that use some years and some roles, with dependencies, alternatives and a few that must be done."""
    chance = Random(seed)  # noqa: S311 - believable, not secret
    drawn = [_drawn(n, chance) for n in range(number)]
    most = {thing: (SHARE * sum((c.uses.get(thing, Decimal(0)) for c in drawn), Decimal(0))).quantize(Decimal(1)) for thing in (*YEARS, *ROLES)}
    keys = [c.key for c in drawn]
    pairs = [tuple(chance.sample(keys, 2)) for _ in range(number // 8)]
    needs, excludes = pairs[::2], pairs[1::2]
    return drawn, Limits(most, tuple((a, b) for a, b in needs), tuple((a, b) for a, b in excludes if not {a, b} & {c.key for c in drawn if c.must}))


def _drawn(number: int, chance: Random) -> Candidate:
    size = chance.lognormvariate(0, 0.7)
    first = chance.randrange(len(YEARS))
    uses = {year: Decimal(round(size * chance.uniform(80, 250))) * 1000 for year in YEARS[first:first + chance.choice((1, 1, 2))]}
    uses |= {role: Decimal(round(size * chance.uniform(200, 900))) for role in chance.sample(ROLES, chance.choice((0, 1, 2)))}
    worth = Decimal(round(10 * size ** 0.6 * chance.uniform(0.6, 1.4) * 10)) / 10
    return Candidate(f"P{number}", worth, uses, must=number % 50 == 0)
