"""`python -m benchmarks.finding [--passages 100000] [--home DIR]`: how long one search takes in a large library, beside what its three parts take alone.

The parts are embedding the question, asking Chroma, and BM25 in one statement without rights. The texts are made of words as rare as words are; their vectors
are those of real sentences with a little noise, since an index of random ones is another task. Ends with 1 when it takes more than 1.5 times its parts.
"""
import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
import math
from pathlib import Path
import random
import sqlite3
from statistics import median
import sys
from tempfile import TemporaryDirectory

import numpy as np

from assistant.documents import Documents, Keeper
from benchmarks.measuring import Measure, seconds, spread_of, table
from benchmarks.shelving import Shelves
from knowledge import library
from knowledge.index import Folder, Index
from knowledge.intake import Embedding
from knowledge.library import Postings, Readable
from knowledge.meaning import Meaning
from knowledge.minilm import MiniLM
from knowledge.searching import searching
from knowledge.vectors import packed
from knowledge.weighing import BY_MEANING, hear
from records import sample
from records.database import Reading

PASSAGES, MOST = 100_000, 1.5
EMBEDDING, CHROMA, BM25, WHOLE = "embedding a question", "Chroma alone", "BM25 in one plain statement", "a whole search, with rights"
SECTIONS, WORDS = 20, 130               # of a document; of a section, which is one passage
KINDS = ("plan", "risk", "change", "budget", "gate", "report", "benefit", "sponsor", "contract", "quality", "supplier", "milestone", "estimate", "lesson",
         "review", "board", "audit", "scope", "schedule", "resource")
QUESTIONS = ("who approves a change request above the budget threshold", "escalation path for a red risk", "how often must the steering board meet",
             "which supplier contract needs a quality review", "data retention period for documents", "roles and responsibilities of the sponsor")
REPEATED = 30
VOCABULARY, FIRST, APART = 30_000, 40, 25       # the words that are asked for stand in a third of the passages or in fewer, as in an office's documents


class Texts:
    """Texts whose words are as rare as words are (Zipf's law), and vectors of sentences with a little noise."""

    def __init__(self, embedder: MiniLM) -> None:
        self._chance, self._noise = random.Random(1), np.random.default_rng(1)  # noqa: S311 - the same each time
        self._words = [f"w{n}" for n in range(VOCABULARY)]
        for place, word in enumerate(dict.fromkeys((*KINDS, *" ".join(QUESTIONS).split()))):
            self._words[FIRST + place * APART] = word
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


def measured(home: Path, passages: int) -> Mapping[str, Sequence[float]]:
    """Milliseconds of every part and of the whole search, for each question again and again, one after the other."""
    home.mkdir(parents=True, exist_ok=True)
    embedder, index = MiniLM(), Index(lambda: Folder(home / "index"), "here")
    meaning, shelves, texts, postings = Meaning(lambda: embedder, index), Shelves(home), Texts(embedder), Postings()
    with shelves.database.reading() as session:
        there = library.current(session)
    if not there:
        fill(shelves, texts, passages)
    Keeper(shelves.database, Documents(shelves.database, meaning), meaning, index).look()
    vectors = {q: embedder.embed([q])[0] for q in QUESTIONS}
    with shelves.database.reading() as session, _plain(session, home / "plain.db") as plain:
        everything = Readable(sample.OFFICE)
        raw = {q: _statement(hear(postings.read_by(session, everything), q).weights()) for q in QUESTIONS}
        found = searching(session, sample.OFFICE, meaning, postings)
        ask = index.nearest(session, everything, embedder.model)
        assert ask is not None  # noqa: S101 - it was made whole above
        parts: Mapping[str, Callable[[str], object]] = {
            EMBEDDING: lambda q: embedder.embed([q]),
            CHROMA: lambda q: ask(vectors[q], BY_MEANING),
            BM25: lambda q: plain.execute(*raw[q]).fetchall(),
            WHOLE: lambda q: found.ranked(q)[:10]}
        took: Mapping[str, list[float]] = {part: [] for part in parts}
        for question in QUESTIONS * REPEATED:
            for part, work in parts.items():
                took[part].append(seconds(partial(work, question)) * 1000)
    return took


@contextmanager
def _plain(session: Reading, file: Path) -> Iterator[sqlite3.Connection]:
    """The same postings as rows of a bare table, with nothing of ours around it."""
    is_new = not file.exists()
    plain = sqlite3.connect(file)
    if is_new:
        plain.execute("create table posting(term text, passage int, n int, length int, primary key (term, passage)) without rowid")
        lengths: dict[int, list[tuple[int, int]]] = {}
        for version, passage, length in session.connection().exec_driver_sql("select version_id, id, length from passage order by id"):
            lengths.setdefault(version, []).append((passage, length))
        for term, version, told in session.connection().exec_driver_sql("select term, version_id, postings from stem"):
            pairs = np.frombuffer(told, "<u4").reshape(-1, 2).tolist()
            plain.executemany("insert into posting values (?, ?, ?, ?)", [(term, lengths[version][at][0], n, lengths[version][at][1]) for at, n in pairs])
        plain.commit()
    try:
        yield plain
    finally:
        plain.close()


def fill(shelves: Shelves, texts: Texts, passages: int) -> None:
    for n in range(passages // SECTIONS):
        shelves.file(f"Document {n}", [(f"{n}.{k} {random.choice(KINDS)}", texts.text()) for k in range(SECTIONS)], texts.embedding)  # noqa: S311


def _statement(weights: Mapping[str, float]) -> tuple[str, tuple[object, ...]]:
    rows = ",".join(["(?,?)"] * len(weights))
    asked = (f"with v(t, w) as (values {rows}) select p.passage, sum(v.w * p.n * 2.2 / (p.n + 1.2 * (0.25 + 0.75 * p.length / 150.0))) s "  # noqa: S608
             "from v join posting p on p.term = v.t group by p.passage order by s desc limit 50")
    return asked, tuple(x for pair in weights.items() for x in pair)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.finding", description="How long a search takes in a large library.")
    parser.add_argument("--passages", type=int, default=PASSAGES)
    parser.add_argument("--home", type=Path, help="where the library stays, to be measured again; else it is made anew and removed")
    asked = parser.parse_args(arguments)
    with TemporaryDirectory(prefix="pmo-finding-") as made:
        took = measured(asked.home or Path(made), asked.passages)
    print(table(list(measures(took, asked.passages))))
    return 0 if all(m.holds for m in measures(took, asked.passages)) else 1


def measures(took: Mapping[str, Sequence[float]], passages: int, *, quick: bool = False) -> Iterator[Measure]:
    for part, times in took.items():
        spread = spread_of([t / 1000 for t in times])
        most = (10.0, 30.0) if part == WHOLE and not quick else (math.inf, math.inf)
        yield Measure(f"{part}, of {passages:,} passages: p50", spread.p50, "ms", most=most[0])
        yield Measure(f"{part}, of {passages:,} passages: p99", spread.p99, "ms", most=most[1])
    typical = {part: median(times) for part, times in took.items()}
    parts = sum(typical[part] for part in (EMBEDDING, CHROMA, BM25))
    yield Measure("the whole search against its three parts", typical[WHOLE] / parts, "×", most=math.inf if quick else MOST)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
