"""`python -m benchmarks.dates`: the day that each saying means. Reads lines of {"id", "input", "reference"}, writes {"id", "date", "time"}."""
from collections.abc import Iterable, Iterator
from datetime import datetime
import json
import sys

from language.customs import Customs
from language.dates import find_points

AMERICAN = Customs(order="month")


def read(lines: Iterable[str]) -> Iterator[dict[str, object]]:
    for line in filter(str.strip, lines):
        row = json.loads(line)
        now = datetime.fromisoformat(row["reference"][:19])
        found = next(iter(find_points(row["input"], now, customs=AMERICAN)), None)
        yield {"id": row["id"], "date": str(found.value) if found else None, "time": None}


if __name__ == "__main__":
    for answer in read(sys.stdin):
        print(json.dumps(answer), flush=True)
