"""Which of several names each word of a row has, where neighbours depend on each other: a linear-chain conditional random field, learned by
`benchmarks.marking`. It reads no text itself."""
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

import numpy as np

from assistant.planner.weights import STEPS, Floats, Weights, lying

NONE = "-"                                      # the name of a word that is part of no value
What = Literal["values", "changes"]


class Chain:
    """The numbers of the weights say what follows what (names + 1 x names), the first being what stands before the first word."""

    def __init__(self, weights: Weights) -> None:
        self.source, self.names = weights.source, weights.names
        self._weights, self._follows = weights, weights.numbers.reshape(len(weights.names) + 1, len(weights.names))

    def shares(self, row: Sequence[Iterable[str]], among: Iterable[str]) -> tuple[list[str], Floats]:
        """The names that are possible, and the share of belief in each of them (words x names; each word's together 1)."""
        names = sorted({n for n in among if n in self.names} | {NONE})
        kept = np.array([self.names.index(n) for n in names])
        sums = [self._weights.says[self._weights.of(features)].sum(axis=0, dtype=np.float32)[kept] for features in row]
        says = np.array(sums, dtype=np.float32) / np.float32(STEPS)
        return names, shared(says, self._follows[0, kept], self._follows[np.ix_(kept + 1, kept)])[0]


def shared(says: Floats, first: Floats, follows: Floats) -> tuple[Floats, Floats, float]:
    """Shares of each name for each word, of each pair summed over the row, and the logarithm of the whole (forward and backward)."""
    count = len(says)
    ahead, back = np.empty_like(says), np.zeros_like(says)
    ahead[0] = says[0] + first
    for n in range(1, count):
        ahead[n] = says[n] + _log_sum(ahead[n - 1][:, None] + follows)
    for n in range(count - 2, -1, -1):
        back[n] = _log_sum((follows + says[n + 1] + back[n + 1]).T)
    whole = float(_log_sum(ahead[-1][:, None])[0])
    pairs = np.zeros_like(follows)
    for n in range(1, count):
        pairs += np.exp(ahead[n - 1][:, None] + follows + (says[n] + back[n])[None, :] - whole)
    return np.exp(ahead + back - whole), pairs, whole


def _log_sum(of: Floats) -> Floats:
    """The logarithm of the sum of powers, down the first axis."""
    most = of.max(axis=0)
    return np.asarray(most + np.log(np.exp(of - most).sum(axis=0)))


@cache
def chain(what: What) -> Chain:
    """What was learned last; it comes with the planner."""
    return Chain(lying(what))
