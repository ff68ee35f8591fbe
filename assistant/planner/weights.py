"""What was learned, as text that is read at once: what it was learned from, the names, some further numbers, and for each feature its say for each name."""
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

FILE = "learned_{what}.tsv"                     # a line each: source, names, numbers, features, how many names each has a say for, which, and how much
STEPS = 32                                      # of a weight of 1
MOST = 2 ** 15 - 1                               # steps that a weight may have
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Weights:
    """`numbers`: whatever else the model holds, in its own shape. Most features have a say for a few names only, so no more than these are held:
    as one table, features x names, a server would keep thirty megabytes of noughts."""
    source: str                                 # the digest of what it was learned from
    names: tuple[str, ...]
    numbers: Floats
    at: Mapping[str, int]                       # feature -> row
    starts: NDArray[np.int32]                   # row -> where what it says begins in the two below; one more for the end
    which: NDArray[np.uint8]
    much: NDArray[np.int16]                     # steps

    def of(self, features: Iterable[str]) -> list[int]:
        """The rows of those features that are known."""
        return [n for f in features if (n := self.at.get(f)) is not None]

    def says(self, groups: Sequence[Sequence[int]], scale: Floats | None = None) -> Floats:
        """What groups of rows say together, in steps (groups x names); `scale`: how much each of all these rows counts."""
        rows = np.fromiter((n for group in groups for n in group), np.int64)
        counts = self.starts[rows + 1] - self.starts[rows]
        at = np.arange(counts.sum()) + np.repeat(self.starts[rows] - (counts.cumsum() - counts), counts)
        cells = np.repeat(np.repeat(np.arange(len(groups)), [len(group) for group in groups]) * len(self.names), counts) + self.which[at]
        much = self.much[at] if scale is None else self.much[at] * np.repeat(scale, counts)
        return np.bincount(cells, much, len(groups) * len(self.names)).reshape(len(groups), len(self.names)).astype(np.float32)


def written(source: str, names: Sequence[str], numbers: NDArray[Any], features: Sequence[str], weights: NDArray[Any], least: int = 1) -> str:
    """The text of a file; weights of fewer than `least` steps are left out, and features with none."""
    steps = np.clip(np.round(weights * STEPS), -MOST, MOST).astype(np.int16)
    steps[abs(steps) < least] = 0
    kept = np.flatnonzero(steps.any(axis=1))
    at = np.nonzero(steps[kept])
    counts = np.bincount(at[0], minlength=len(kept)).astype(np.uint8)
    lines = (source, "\t".join(names), _packed(numbers.astype(np.float32)), "\t".join(features[int(n)] for n in kept),
             _packed(counts), _packed(at[1].astype(np.uint8)), _packed(steps[kept][at]))
    return "\n".join(lines) + "\n"


def read(text: str) -> Weights:
    source, named, numbers, features, counts, which, much = text.split("\n")[:7]
    names, at = tuple(named.split("\t")), {f: n for n, f in enumerate(features.split("\t"))}
    starts = np.concatenate(([0], np.frombuffer(b64decode(counts), np.uint8).cumsum())).astype(np.int32)
    return Weights(source, names, np.frombuffer(b64decode(numbers), np.float32), at, starts,
                   np.frombuffer(b64decode(which), np.uint8), np.frombuffer(b64decode(much), np.int16))


def lying(what: str) -> Weights:
    """What was learned last; it comes with the planner."""
    return read(files("assistant.planner").joinpath(FILE.format(what=what)).read_text("utf-8"))


def _packed(numbers: NDArray[Any]) -> str:
    return b64encode(numbers.tobytes()).decode()
