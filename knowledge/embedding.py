"""The embedder of any server that speaks OpenAI's API, in place of the built-in one: for other languages, or a better model."""
from collections.abc import Sequence

import numpy as np
from openai import OpenAI, OpenAIError
from openai.types import Embedding

from knowledge.vectors import Unembedded, Vectors

BATCH = 64
SECONDS = 30


class Served:
    """`name` is the model to ask for there; its vectors are told from those of other servers by both."""

    def __init__(self, base_url: str, name: str, key: str) -> None:
        self._name, self._where = name, base_url
        self._client = OpenAI(base_url=base_url, api_key=key or "none", timeout=SECONDS, max_retries=1)
        self.model = f"{name}@{base_url}"

    def embed(self, texts: Sequence[str]) -> Vectors:
        """The vectors of some texts, in their order, each of length 1."""
        try:
            rows = [each.embedding for at in range(0, len(texts), BATCH) for each in self._asked(texts[at:at + BATCH])]
        except OpenAIError as failed:
            raise Unembedded(f"the embedder at {self._where} does not answer ({type(failed).__name__})") from None
        made = np.array(rows, np.float32).reshape(len(texts), -1)
        lengths = np.linalg.norm(made, axis=1, keepdims=True)
        if not made.size or not np.isfinite(lengths).all() or not lengths.all():
            raise Unembedded(f"the embedder at {self._where} answers with no vectors")
        scaled: Vectors = made / lengths
        return scaled

    def _asked(self, texts: Sequence[str]) -> Sequence[Embedding]:
        told = self._client.embeddings.create(model=self._name, input=list(texts), encoding_format="float").data
        if len(told) != len(texts):
            raise Unembedded(f"the embedder at {self._where} answers {len(told)} vectors for {len(texts)} texts")
        return sorted(told, key=lambda each: each.index)
