"""`python -m benchmarks.finding [--passages 100000] [--home DIR]`: how long one search takes in a large library, beside what its three parts take alone.

The parts are embedding the question, asking Chroma, and BM25 in one statement without rights. The texts are made of words as rare as words are; their vectors
are those of real sentences with a little noise, since an index of random ones is another task. Ends with 1 when it takes more than 1.5 times its parts.
"""
import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
import random
import sys
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np

from assistant.documents import Documents, Keeper
from benchmarks.shelving import Shelves
from knowledge import library
from knowledge.index import Folder, Index
from knowledge.intake import Embedding
from knowledge.library import Readable
from knowledge.meaning import Meaning
from knowledge.minilm import MiniLM
from knowledge.searching import searching
from knowledge.vectors import packed
from knowledge.weighing import BY_MEANING, hear
from records import sample

MOST = 1.5
SECTIONS, WORDS = 20, 130               # of a document; of a section, which is one passage
KINDS = ("plan", "risk", "change", "budget", "gate", "report", "benefit", "sponsor", "contract", "quality", "supplier", "milestone", "estimate", "lesson",
         "review", "board", "audit", "scope", "schedule", "resource")
QUESTIONS = ("who approves a change request above the budget threshold", "escalation path for a red risk", "how often must the steering board meet",
             "which supplier contract needs a quality review", "data retention period for documents", "roles and responsibilities of the sponsor")
REPEATED = 15


class Texts:
    """Texts whose words are as rare as words are, and vectors of sentences with a little noise."""

    def __init__(self, embedder: MiniLM) -> None:
        self._chance, self._noise = random.Random(1), np.random.default_rng(1)  # noqa: S311 - the same each time
        self._words = [*KINDS, *(f"w{n}" for n in range(30_000))]
        self._weights = [1 / (n + 10) for n in range(len(self._words))]
        sentences = [f"The {a} of the {b} is kept by the {c}." for a in KINDS for b in KINDS for c in KINDS[:5]]
        self._vectors = embedder.embed(sentences)
        self.embedding = Embedding(embedder.model, self._embedded)

    def text(self) -> str:
        return " ".join(self._chance.choices(self._words, self._weights, k=WORDS)) + "."

    def _embedded(self, texts: Mapping[str, str]) -> Mapping[str, bytes]:
        chosen = self._vectors[self._noise.integers(0, len(self._vectors), len(texts))]
        made = chosen + self._noise.normal(0, 0.02, chosen.shape).astype(np.float32)
        return dict(zip(texts, packed(made / np.linalg.norm(made, axis=1, keepdims=True)), strict=True))


def timed(work: Callable[[str], object]) -> Sequence[float]:
    """Milliseconds for each question, some more often."""
    found = []
    for question in QUESTIONS * REPEATED:
        start = perf_counter()
        work(question)
        found.append((perf_counter() - start) * 1000)
    return found


def measured(home: Path, passages: int) -> tuple[float, Sequence[tuple[str, Sequence[float]]]]:
    """How much longer a search takes than its parts, and every part with its times."""
    embedder, index = MiniLM(), Index(lambda: Folder(home / "index"), "here")
    meaning, shelves = Meaning(lambda: embedder, index), Shelves(home)
    with shelves.database.reading() as session:
        there = library.current(session)
    if not there:
        _fill(shelves, Texts(embedder), passages)
    Keeper(shelves.database, Documents(shelves.database, meaning), meaning, index).look()
    vectors = {q: embedder.embed([q])[0] for q in QUESTIONS}
    with shelves.database.reading() as session:
        everything = Readable(sample.OFFICE)
        heard = {q: hear(session, everything, q) for q in QUESTIONS}
        raw = {q: _statement(asked.weights()) for q, (asked, _) in heard.items()}
        connection = session.connection()
        found = searching(session, sample.OFFICE, meaning)
        parts = (("embedding the question", timed(lambda q: embedder.embed([q]))),
                 ("Chroma", timed(lambda q: index.nearest(session, everything, embedder.model, vectors[q], BY_MEANING))),
                 ("BM25", timed(lambda q: connection.exec_driver_sql(*raw[q]).all())))
        whole = timed(lambda q: found.ranked(q)[:10])
    return float(np.median(whole)) / sum(float(np.median(times)) for _, times in parts), (*parts, ("the whole search", whole))


def _fill(shelves: Shelves, texts: Texts, passages: int) -> None:
    for n in range(passages // SECTIONS):
        shelves.file(f"Document {n}", [(f"{n}.{k} {random.choice(KINDS)}", texts.text()) for k in range(SECTIONS)], texts.embedding)  # noqa: S311


def _statement(weights: Mapping[str, float]) -> tuple[str, tuple[object, ...]]:
    rows = ",".join(["(?,?)"] * len(weights))
    asked = (f"with v(t, w) as (values {rows}) select p.passage_id, sum(v.w * p.n * 2.2 / (p.n + 1.2 * (0.25 + 0.75 * p.length / 150.0))) s "  # noqa: S608
             "from v join posting p on p.term = v.t group by p.passage_id order by s desc limit 50")
    return asked, tuple(x for pair in weights.items() for x in pair)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.finding", description="How long a search takes in a large library.")
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--home", type=Path, help="where the library stays, to be measured again; else it is made anew and removed")
    asked = parser.parse_args(arguments)
    if asked.home:
        asked.home.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="pmo-finding-") as made:
        ratio, parts = measured(asked.home or Path(made), asked.passages)
    for what, times in parts:
        print(f"{what:24} p50 {np.percentile(times, 50):7.2f} ms   p99 {np.percentile(times, 99):7.2f} ms")
    print(f"{ratio:.2f} times its parts (at most {MOST}) in {asked.passages:,} passages")
    return 0 if ratio <= MOST else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
