"""`python -m benchmarks.asking RUN QUESTIONS`: how good the answers of `benchmarks.ask` are.

QUESTIONS are lines of `{"id", "question", "file", "answerable"}` (questions/real.jsonl on a folder of public handbooks, and
questions/unseen.jsonl on pages of it that real.jsonl leaves out, written before anything was changed for them). Ends with 1 unless the file that
answers is cited first for 75 in 100 and among five for 95, and of those that no file answers 90 are refused, and of the others at most 5.
"""
from collections.abc import Iterator, Mapping, Sequence
import json
from pathlib import Path
import sys
from typing import Any

FEW = 5
FIRST, AMONG, REFUSED, WRONGLY = 0.75, 0.95, 0.9, 0.05


def main(arguments: Sequence[str]) -> int:
    run, asked = ({row["id"]: row for row in _read(Path(file))} for file in arguments[:2])
    answerable, other = ([i for i, q in asked.items() if q["answerable"] is is_answerable] for is_answerable in (True, False))
    first = _share(answerable, lambda i: _files(run[i])[:1] == [asked[i]["file"]])
    among = _share(answerable, lambda i: asked[i]["file"] in _files(run[i])[:FEW])
    refused, wrongly = _share(other, lambda i: run[i]["refused"]), _share(answerable, lambda i: run[i]["refused"])
    print(f"cited first {first:.3f}, among {FEW} {among:.3f}; refused {refused:.3f} of {len(other)} that nothing answers, "
          f"{wrongly:.3f} of {len(answerable)} others")
    for i in answerable:
        if _files(run[i])[:1] != [asked[i]["file"]]:
            print(f"  {i} {asked[i]['question']}: {_files(run[i])[:1] or 'refused'}")
    return int(first < FIRST or among < AMONG or refused < REFUSED or wrongly > WRONGLY)


def _read(file: Path) -> Iterator[Mapping[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _files(answer: Mapping[str, Any]) -> list[str]:
    return [cited["file"] for cited in answer["citations"]]


def _share(ids: Sequence[str], holds: Any) -> float:
    return sum(map(bool, map(holds, ids))) / len(ids)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
