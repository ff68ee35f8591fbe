"""Which tool a message is for, and which kind of record, as far as its words tell: linear models, learned from some thousand messages by
`benchmarks.learning`."""
from base64 import b64decode
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
import math
from typing import Literal

FILE = "learned_{what}.tsv"                     # what it was learned from and the names; then a line for each feature: its rarity, and its say for each name
NOTHING = ""                                    # the tool for what no tool is for
STEPS, MIDDLE = 16, 128                         # of a weight of 1; each is kept in one byte, whose middle is 0
What = Literal["tools", "kinds"]
Weights = Mapping[str, tuple[float, bytes]]


class Learned:
    """Weights by feature; reads no text itself."""

    def __init__(self, source: str, names: tuple[str, ...], bias: bytes, weights: Weights) -> None:
        self.source = source                                # the digest of what it was learned from
        self._names, self._bias, self._weights = names, bias, weights

    def odds(self, features: Mapping[str, int]) -> dict[str, float]:
        """The share of belief in each name; together 1."""
        found = [((1 + math.log(n)) * known[0], known[1]) for f, n in features.items() if (known := self._weights.get(f))]
        length = math.sqrt(sum(much * much for much, _ in found)) or 1.0
        sums = [float(b - MIDDLE) for b in self._bias]
        for much, says in found:
            share = much / length
            sums = [s + share * (w - MIDDLE) for s, w in zip(sums, says, strict=True)]
        most = max(sums)
        powers = [math.exp((s - most) / STEPS) for s in sums]
        whole = sum(powers)
        return {name: p / whole for name, p in zip(self._names, powers, strict=True)}

    def knows(self, feature: str) -> bool:
        return feature in self._weights

    def speaks_for(self, feature: str, name: str) -> bool:
        """Whether a feature makes a name likelier."""
        known = self._weights.get(feature)
        return known is not None and name in self._names and known[1][self._names.index(name)] > MIDDLE


@cache
def learned(what: What) -> Learned:
    """What was learned last; it comes with the planner."""
    return read(files("assistant.planner").joinpath(FILE.format(what=what)).read_text("utf-8"))


def read(text: str) -> Learned:
    first, *lines = text.splitlines()
    source, names, bias = first.split("\t")
    return Learned(source, tuple(names.split(",")), b64decode(bias), dict(_read(lines)))


def _read(lines: Iterable[str]) -> Iterable[tuple[str, tuple[float, bytes]]]:
    for line in lines:
        feature, rarity, says = line.split("\t")
        yield feature, (float(rarity), b64decode(says))
