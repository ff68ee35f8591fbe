"""The built-in embedder: all-MiniLM-L6-v2 in 8 bits on onnxruntime, built at set-up (`knowledge.building`). Nothing is downloaded when it runs."""
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from hashlib import sha256
from pathlib import Path
import sys

import numpy as np
from numpy.typing import NDArray
import onnxruntime
from tokenizers import Tokenizer

from knowledge.vectors import Vectors

BUILT = Path(sys.prefix, "share", "project-assistant", "minilm")
MODEL, TOKENIZER, SEAL = "model.onnx", "tokenizer.json", "sha256"
WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WIDTH = 384
LONGEST = 256                           # wordpieces that the model was trained to read
BATCH = 8                               # larger ones are slower: every text is padded to the longest


def seal(folder: Path) -> str:
    """What stands in a folder, as one checksum."""
    return sha256(b"".join(sha256((folder / name).read_bytes()).digest() for name in (MODEL, TOKENIZER))).hexdigest()


def is_whole(folder: Path = BUILT) -> bool:
    """Whether the embedder was built, and is as it was built."""
    try:
        return (folder / SEAL).read_text() == seal(folder)
    except OSError:
        return False


class MiniLM:
    """A question runs on one thread; many texts run on two, each with some of them: that is a fifth faster than two threads for each."""
    model = f"all-minilm-l6-v2-int8-{WEIGHTS[:12]}-{LONGEST}"

    def __init__(self, folder: Path = BUILT) -> None:
        self._folder = folder

    def embed(self, texts: Sequence[str]) -> Vectors:
        """The vectors of some texts, in their order; what is too long counts by its beginning."""
        ids = [encoded.ids for encoded in self._tokenizer.encode_batch_fast(list(texts))]
        found = np.empty((len(ids), WIDTH), np.float32)
        by_length = sorted(range(len(ids)), key=lambda i: len(ids[i]))
        batches = [by_length[at:at + BATCH] for at in range(0, len(ids), BATCH)]

        def run(some: Sequence[int]) -> None:
            found[some] = self._session.run(None, _padded([ids[i] for i in some]))[0]
        for _ in self._threads.map(run, batches) if len(batches) > 1 else map(run, batches):
            pass
        return found

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        made = Tokenizer.from_file(str(self._folder / TOKENIZER))
        made.enable_truncation(LONGEST)         # the file says 128, padded to 128
        made.no_padding()
        return made

    @cached_property
    def _threads(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(2, "pmo-embedder")

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        how = onnxruntime.SessionOptions()
        how.intra_op_num_threads, how.inter_op_num_threads, how.log_severity_level = 1, 1, 3
        return onnxruntime.InferenceSession(str(self._folder / MODEL), how, providers=["CPUExecutionProvider"])


def _padded(ids: Sequence[Sequence[int]]) -> dict[str, NDArray[np.int64]]:
    longest = max(len(row) for row in ids)
    return {"input_ids": np.array([[*row, *[0] * (longest - len(row))] for row in ids], np.int64),
            "attention_mask": np.array([[1] * len(row) + [0] * (longest - len(row)) for row in ids], np.int64)}
