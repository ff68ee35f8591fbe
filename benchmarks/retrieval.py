"""`python -m benchmarks.retrieval DIR [--mode hybrid|dense|lexical] > run.trec`: what search finds of a set of texts, best first.

DIR holds corpus.jsonl (`_id`, `title`, `text`) and queries.jsonl (`_id`, `text`); what comes out are lines as TREC scores them. Each text is a document, which
stands where its best passage stands.
"""
import argparse
from collections.abc import Iterator, Mapping, Sequence
import json
from pathlib import Path
import sys

from benchmarks.shelving import MODES, Shelves, shelves
from knowledge.searching import Library
from knowledge.weighing import Weighed
from records import sample

MOST = 100


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.retrieval", description="Search a set of texts, and print what is found as TREC does.")
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--mode", choices=MODES, default="hybrid")
    asked = parser.parse_args(arguments)
    with shelves(by_meaning=asked.mode != "lexical") as made:
        named = {made.file(text["title"], [(text["title"], text["text"])]): text["_id"] for text in _read(asked.folder / "corpus.jsonl")}
        for query in _read(asked.folder / "queries.jsonl"):
            for rank, (key, score) in enumerate(_found(made, query["text"], asked.mode), start=1):
                print(query["_id"], "Q0", named[key], rank, f"{score:.6f}", asked.mode)
    return 0


def _read(file: Path) -> Iterator[Mapping[str, str]]:
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _found(made: Shelves, question: str, mode: str) -> Iterator[tuple[str, float]]:
    """Each document that was found, with the score of its best passage."""
    with made.database.reading() as session:
        library = Library(session, sample.OFFICE, made.meaning)
        best = dict[str, float]()
        for place, weighed in library.weighed(question):
            score = _by(weighed, mode)
            best[place.document] = max(best.get(place.document, score), score)
    yield from sorted(best.items(), key=lambda pair: -pair[1])[:MOST]


def _by(weighed: Weighed, mode: str) -> float:
    return weighed.score if mode != "dense" else weighed.likeness or 0.0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
