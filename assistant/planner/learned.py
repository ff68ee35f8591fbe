"""Which tool a message is for, and which kind of record, as far as its words tell: linear models, learned from some thousand messages by
`benchmarks.learning`."""
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from assistant.planner.weights import STEPS, Weights, lying

NOTHING = ""                                    # the tool for what no tool is for
What = Literal["tools", "kinds"]


class Learned:
    """The numbers of the weights are the bias of each name, and then how rare each feature is; it reads no text itself."""

    def __init__(self, weights: Weights) -> None:
        self.source = weights.source
        self._weights, self._bias, self._rarity = weights, *np.split(weights.numbers, [len(weights.names)])

    def odds(self, features: Mapping[str, int]) -> dict[str, float]:
        """The share of belief in each name; together 1."""
        known = {f: n for f, n in features.items() if f in self._weights.at}
        rows = self._weights.of(known)
        much = (1 + np.log(np.array(list(known.values()), dtype=np.float32))) * self._rarity[rows]
        much /= np.sqrt(much @ much) or 1
        return dict(zip(self._weights.names, shares(self._bias + self._weights.says([rows], much)[0] / STEPS), strict=True))

    def speaks_for(self, feature: str, name: str) -> bool:
        """Whether a feature makes a name likelier."""
        rows = self._weights.of((feature,))
        return bool(rows) and name in self._weights.names and bool(self._weights.says([rows])[0, self._weights.names.index(name)] > 0)


def shares(sums: NDArray[Any]) -> list[float]:
    """Shares of one, by the powers of the sums."""
    powers = np.exp(sums - sums.max())
    return [float(p) for p in powers / powers.sum()]


@cache
def learned(what: What) -> Learned:
    """What was learned last; it comes with the planner."""
    return Learned(lying(what))
