"""Which of several names each word of a row has, where neighbours depend on each other: a linear-chain conditional random field, learned by
`benchmarks.marking`. It reads no text itself."""
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np

from assistant.planner.learned.weights import Floats, Weights, lying

NONE = "-"                                      # the name of a word that is part of no value
What = Literal["values", "changes", "finds"]


class Chain:
    """The numbers of the weights say what follows what (names + 1 x names), the first being what stands before the first word."""

    def __init__(self, weights: Weights) -> None:
        self.source, self.names = weights.source, weights.names
        self._weights, self._follows = weights, weights.numbers.reshape(len(weights.names) + 1, len(weights.names))

        self._at = {name: n for n, name in enumerate(self.names)}

    def shares(self, row: Sequence[Sequence[str]], among: Iterable[str]) -> tuple[list[str], Floats]:
        """The names that are possible, and the share of belief in each of them (words x names; each word's together 1)."""
        names = sorted({n for n in among if n in self._at} | {NONE})
        kept = np.array([self._at[n] for n in names])
        places, rows = self._weights.known([f for features in row for f in features])
        of = np.repeat(np.arange(len(row)), [len(features) for features in row])[places]
        says = self._weights.says(rows, of, len(row))[:, kept]
        return names, Passes.of(says, self._follows[0, kept], self._follows[np.ix_(kept + 1, kept)]).shares


@dataclass(frozen=True)
class Passes:
    """The sums of all ways up to each word and on from it, as logarithms (words x names)."""
    says: Floats
    follows: Floats
    ahead: Floats
    back: Floats

    @classmethod
    def of(cls, says: Floats, first: Floats, follows: Floats) -> "Passes":
        """Forward and backward through a row."""
        count = len(says)
        ahead, back = np.empty_like(says), np.zeros_like(says)
        ahead[0] = says[0] + first
        for n in range(1, count):
            ahead[n] = says[n] + _log_sum(ahead[n - 1][:, None] + follows)
        for n in range(count - 2, -1, -1):
            back[n] = _log_sum((follows + says[n + 1] + back[n + 1]).T)
        return cls(says, follows, ahead, back)

    @property
    def shares(self) -> Floats:
        """Of each name for each word."""
        return np.asarray(np.exp(self.ahead + self.back - self._whole))

    @property
    def pairs(self) -> Floats:
        """Of each name behind each other, summed over the row; only who learns asks for it."""
        found = np.zeros_like(self.follows)
        for n in range(1, len(self.says)):
            found += np.exp(self.ahead[n - 1][:, None] + self.follows + (self.says[n] + self.back[n])[None, :] - self._whole)
        return found

    @property
    def _whole(self) -> float:
        return float(_log_sum(self.ahead[-1][:, None])[0])


def _log_sum(of: Floats) -> Floats:
    """The logarithm of the sum of powers, down the first axis."""
    most = np.maximum.reduce(of)
    return np.asarray(most + np.log(np.add.reduce(np.exp(of - most))))


@cache
def chain(what: What) -> Chain:
    """What was learned last; it comes with the planner."""
    return Chain(lying(what))
