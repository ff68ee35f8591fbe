"""An embedder in small: what a text means is the colours and the fruit it names, whatever they are called."""
from collections.abc import Sequence
import re

import numpy as np

from knowledge.vectors import Vectors

MEANS = {"red": 0, "scarlet": 0, "crimson": 0, "green": 1, "emerald": 1, "blue": 2, "azure": 2, "apple": 3, "pear": 4, "plum": 5}


class Colours:
    """Counts what it was asked, so that a test can see what was not computed twice."""
    model = "colours"

    def __init__(self) -> None:
        self.asked = 0

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.asked += len(texts)
        made = np.zeros((len(texts), 8), np.float32)
        for row, text in zip(made, texts, strict=True):
            row[7] = 0.5
            for word in re.findall(r"\w+", text.lower()):
                if word in MEANS:
                    row[MEANS[word]] += 1
        scaled: Vectors = made / np.linalg.norm(made, axis=1, keepdims=True)
        return scaled
