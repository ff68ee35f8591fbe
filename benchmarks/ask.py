"""`python -m benchmarks.ask FOLDER questions.jsonl`: what is cited for each question about a folder of documents, or that it is refused.

In: lines of `{"id", "question"}`. Out: lines of `{"id", "refused", "citations": [{"file", "section", "page", "quote"}]}`, the best first; `file` as it is
called below FOLDER, pages from 1.
"""
import argparse
from collections.abc import Sequence
import json
from pathlib import Path
import sys
from tempfile import TemporaryDirectory

from assistant import bootstrap
from benchmarks.shelving import read_in
from knowledge import library
from knowledge.searching import searching
from records import sample
from records.database import Database

MOST = 5


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ask", description="Ask questions about a folder of documents.")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("questions", type=Path)
    asked = parser.parse_args(arguments)
    with TemporaryDirectory(prefix="pmo-ask-") as made:
        settings = read_in(asked.folder, Path(made))
        meaning = bootstrap.meaning_of(settings)
        with Database(settings.url).reading() as session, asked.questions.open(encoding="utf-8") as lines:
            top = asked.folder.resolve()
            taken = library.taken(session, str(top)).items()
            files = {t.key: Path(where).relative_to(top).as_posix() for where, t in taken if t.is_current and not t.is_twin}
            for line in lines:
                told = json.loads(line)
                hits = searching(session, sample.OFFICE, meaning).find(told["question"], MOST)
                cited = [{"file": files.get(h.document.partition("@")[0], ""), "section": h.heading, "page": h.page, "quote": h.text} for h in hits]
                print(json.dumps({"id": told["id"], "refused": not hits, "citations": cited}, ensure_ascii=False), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
