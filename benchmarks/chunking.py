"""`python -m benchmarks.chunking DIR > run.jsonl`: which characters of some long texts are shown for each question, best first.

DIR holds corpora/*.md and questions.csv (`question`, `corpus_id`); what comes out are lines of `{"i": 0, "ranges": [[corpus, start, stop], …]}`. All texts
are searched at once, each read as plain text, so that characters are counted as they stand in the file.
"""
import argparse
from collections.abc import Sequence
import csv
import json
from pathlib import Path
import sys

from benchmarks.shelving import shelves
from knowledge.searching import Library
from records import sample

MOST = 200


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.chunking", description="Which characters of some texts answer each question.")
    parser.add_argument("folder", type=Path, metavar="DIR")
    folder: Path = parser.parse_args(arguments).folder
    csv.field_size_limit(10**9)
    with shelves() as made, (folder / "questions.csv").open(encoding="utf-8", newline="") as rows:
        named = {made.file(file.stem, [("", file.read_text("utf-8"))]): file.stem for file in sorted((folder / "corpora").glob("*.md"))}
        for number, row in enumerate(csv.DictReader(rows)):
            with made.database.reading() as session:
                stretches = Library(session, sample.OFFICE, made.meaning).stretches(row["question"])[:MOST]
            print(json.dumps({"i": number, "ranges": [[named[document], s.start, s.stop] for document, s in stretches]}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
