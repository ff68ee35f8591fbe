"""What texts mean, as vectors of length 1, so that their product is their likeness: what an embedder is, how vectors are stored, and search without one."""
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Ask = Callable[[Vectors, int], Mapping[int, float] | None]      # the passages most like a vector, up to so many; None: it cannot be told just now


class Unembedded(Exception):
    """No vector can be had: the embedder is missing or does not answer. Says why, as half of a sentence."""


class Embedder(Protocol):
    """Raises `Unembedded`. `model` names what its vectors may be compared with; those of two models never are."""
    @property
    def model(self) -> str: ...

    def embed(self, texts: Sequence[str]) -> Vectors: ...


def packed(vectors: Vectors) -> Sequence[bytes]:
    """Each vector as it is stored, in half precision: half the room, and a likeness that differs in the fourth digit."""
    return [row.tobytes() for row in vectors.astype("<f2")]


def unpacked(numbers: Sequence[bytes]) -> Vectors:
    """Vectors as they were stored, a row each."""
    return np.frombuffer(b"".join(numbers), "<f2").astype(np.float32).reshape(len(numbers), -1)
