"""What was learned, as text that is read at once: what it was learned from, the names, some further numbers, and for each feature its say for each name.

Features are kept as 32-bit checksums of their words, and only what they say: two of some ten thousand share one less than once, and what is read takes a
tenth of the memory that the words would.
"""
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

FILE = "{what}.tsv"                             # a line each: source, names, numbers, then of each feature its mark, how rare it is, how many names it
                                                # speaks for or against, which, and how much
STEPS = 32                                      # of a weight of 1
MOST = 2 ** 15 - 1                               # steps that a weight may have
Floats = NDArray[np.float32]
Rows = NDArray[np.int64]


@dataclass(frozen=True)
class Weights:
    """What each feature says: `which` names and how `much`, in steps, lie feature by feature, each ending where `ends` says."""
    source: str                                 # the digest of what it was learned from
    names: tuple[str, ...]
    numbers: Floats                             # whatever else the model holds, in its own shape
    marks: NDArray[np.uint32]                   # of the features, the smallest first
    rarity: Floats
    ends: NDArray[np.uint32]
    which: NDArray[np.uint16]
    much: NDArray[np.int16]

    def known(self, features: Sequence[str]) -> tuple[Rows, Rows]:
        """Which of the features are known (places in what is given), and the row of each."""
        if not len(self.marks) or not features:
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        asked = np.fromiter((crc32(f.encode()) for f in features), np.uint32, len(features))
        at = np.minimum(np.searchsorted(self.marks, asked), len(self.marks) - 1)
        places = np.flatnonzero(self.marks[at] == asked)
        return places, at[places]

    def says(self, rows: Rows, of: Rows, count: int, heed: NDArray[Any] | None = None) -> Floats:
        """What rows say for each name in all (count x names); `of` tells for each row whom it speaks of, `heed` how much it counts, if not as one."""
        firsts = self.ends[rows - 1].astype(np.int64) * (rows > 0)
        lengths = self.ends[rows].astype(np.int64) - firsts
        flat = np.repeat(firsts - np.cumsum(lengths) + lengths, lengths) + np.arange(int(lengths.sum()))
        cells = np.repeat(of, lengths) * len(self.names) + self.which[flat]
        much = self.much[flat] if heed is None else self.much[flat] * np.repeat(heed, lengths)
        sums = np.bincount(cells, much, count * len(self.names))
        return (sums.reshape(count, len(self.names)) / STEPS).astype(np.float32)


def written(source: str, names: Sequence[str], numbers: NDArray[Any], features: Mapping[str, float], weights: NDArray[Any], least: int) -> str:
    """The text of a file; `features` with how rare each is; weights of fewer than `least` steps are left out, and features with none."""
    steps = np.clip(np.round(weights * STEPS), -MOST, MOST).astype(np.int16)
    steps[abs(steps) < least] = 0
    marks = np.array([crc32(f.encode()) for f in features], np.uint32)
    kept = np.flatnonzero(steps.any(axis=1))
    kept = kept[np.argsort(marks[kept], kind="stable")]
    kept = kept[np.diff(marks[kept].astype(np.int64), prepend=-1) > 0]             # of two with one mark, one
    at = np.nonzero(steps[kept])
    counts = np.bincount(at[0], minlength=len(kept)).astype(np.uint16)
    rarity = np.fromiter(features.values(), np.float32, len(features))[kept]
    packed = (numbers.astype(np.float32), marks[kept], rarity, counts, at[1].astype(np.uint16), steps[kept][at])
    return "\n".join((source, "\t".join(names), *(_packed(each) for each in packed))) + "\n"


def read(text: str) -> Weights:
    source, named, *packed = text.split("\n")[:8]
    numbers, marks, rare, counts, which, much = map(b64decode, packed)
    return Weights(source, tuple(named.split("\t")), np.frombuffer(numbers, np.float32), np.frombuffer(marks, np.uint32), np.frombuffer(rare, np.float32),
                   np.cumsum(np.frombuffer(counts, np.uint16), dtype=np.uint32), np.frombuffer(which, np.uint16), np.frombuffer(much, np.int16))


def lying(what: str) -> Weights:
    """What was learned last; it comes with the planner."""
    return read(files("assistant.planner.learned").joinpath(FILE.format(what=what)).read_text("utf-8"))


def _packed(numbers: NDArray[Any]) -> str:
    return b64encode(numbers.tobytes()).decode()
