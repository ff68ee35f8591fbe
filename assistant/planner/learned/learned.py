"""Which tool a message is for, and which kind of record, as far as its words tell: linear models, learned from some thousand messages by
`benchmarks.learning`."""
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from assistant.planner.learned.weights import Weights, lying

NOTHING = ""                                    # the tool for what no tool is for
What = Literal["tools", "kinds"]


class Learned:
    """The numbers of the weights are the bias of each name; it reads no text itself."""

    def __init__(self, weights: Weights) -> None:
        self.source = weights.source
        self._weights, self._bias = weights, weights.numbers

    def odds(self, features: Mapping[str, int]) -> dict[str, float]:
        """The share of belief in each name; together 1."""
        places, rows = self._weights.known(list(features))
        much = (1 + np.log(np.fromiter(features.values(), np.float32, len(features))[places])) * self._weights.rarity[rows]
        much /= np.sqrt(much @ much) or 1
        says = self._weights.says(rows, np.zeros_like(rows), 1, much)[0]
        return dict(zip(self._weights.names, shares(self._bias + says), strict=True))

    def speaks_for(self, feature: str, name: str) -> bool:
        """Whether a feature makes a name likelier."""
        _, rows = self._weights.known([feature])
        says = self._weights.says(rows, np.zeros_like(rows), 1)[0]
        return name in self._weights.names and bool(says[self._weights.names.index(name)] > 0)


def shares(sums: NDArray[Any]) -> list[float]:
    """Shares of one, by the powers of the sums."""
    powers = np.exp(sums - sums.max())
    return [float(p) for p in powers / powers.sum()]


@cache
def learned(what: What) -> Learned:
    """What was learned last; it comes with the planner."""
    return Learned(lying(what))
