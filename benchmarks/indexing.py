"""`python -m benchmarks.indexing [--kills 100]`: a process that takes in documents and keeps the index is killed again and again, at no chosen moment.

Every document that it said was taken in must be found afterwards, by its words and by what it means, and every start must succeed. Ends with 1 otherwise.
"""
import argparse
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
import random
import subprocess
import sys
from tempfile import TemporaryDirectory
from threading import Timer

import numpy as np

from assistant.documents import Documents, Keeper
from benchmarks.shelving import Shelves
from knowledge.index import Folder, Index
from knowledge.library import Readable
from knowledge.meaning import Meaning
from knowledge.searching import searching
from knowledge.vectors import Vectors
from records import sample

LONGEST = 2.0                           # seconds that it lives after its first document


class Marks:
    """An embedder that takes no time: each text points somewhere of its own."""
    model = "marks"

    def embed(self, texts: Sequence[str]) -> Vectors:
        rows = [np.frombuffer(sha256(t.rpartition("\n")[2].encode()).digest(), np.uint8).astype(np.float32) - 128 for t in texts]
        return np.stack([row / np.linalg.norm(row) for row in rows])


class Office:
    """A library whose process keeps the index."""

    def __init__(self, home: Path) -> None:
        self.index = Index(lambda: Folder(home / "index"), "here")
        self.meaning = Meaning(Marks, self.index)
        self.shelves = Shelves(home)
        self.shelves.documents = Documents(self.shelves.database, self.meaning)
        self.keeper = Keeper(self.shelves.database, self.shelves.documents, self.meaning, self.index)


def work(home: Path) -> None:
    """Take in documents for ever, saying which; the index is brought in step after each."""
    office = Office(home)
    office.keeper.look()
    while True:
        key = office.shelves.file("Rules", [("Clause", f"Number {random.randrange(10**9)} holds.")])  # noqa: S311 - any will do
        print(key, flush=True)
        office.keeper.look()


def killed(home: Path, kills: int) -> tuple[set[str], int]:
    """Let it work and kill it, so many times; what it said was taken in, and how many starts came to nothing."""
    told, failed = set[str](), 0
    for _ in range(kills):
        with subprocess.Popen([sys.executable, "-m", "benchmarks.indexing", "--work", str(home)], stdout=subprocess.PIPE, text=True) as process:
            first = process.stdout.readline() if process.stdout else ""
            failed += not first
            timer = Timer(random.uniform(0, LONGEST), process.kill)  # noqa: S311 - likewise
            timer.start()
            told |= {line.strip() for line in (first, *(process.stdout or ())) if line.endswith("\n")}
            timer.cancel()
    return told, failed


def lost(home: Path, told: set[str]) -> set[str]:
    """What was said to be taken in and is not found, by its words or by what it means."""
    office, found = Office(home), set[str]()
    if not office.keeper.look():
        return told
    with office.shelves.database.reading() as session:
        library = searching(session, sample.OFFICE, office.meaning)
        for key in told:
            text = library.section(f"{key}/clause").text
            near = office.meaning.near(session, Readable(sample.OFFICE), text, 3)()
            by_words = any(h.document == key for h in library.ranked(text))
            if by_words and near and max(near.passages.values(), default=0.0) > 1 - 1e-2:
                found.add(key)
    return told - found


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.indexing", description="Kill what keeps the index, and count what is lost.")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.work:
        work(asked.work)
    with TemporaryDirectory(prefix="pmo-killed-") as made:
        Office(Path(made))
        told, failed = killed(Path(made), asked.kills)
        gone = lost(Path(made), told)
    print(f"{asked.kills} kills, {len(told)} documents taken in, {len(gone)} lost, {failed} starts failed")
    return 1 if gone or failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
