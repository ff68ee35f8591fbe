"""`python -m benchmarks.recurrence`: the rule that each saying means. Reads lines of {"id", "input", "reference"}, writes {"id", "rrule", "dtstart"}."""
from collections.abc import Iterable, Iterator
from datetime import date, datetime
import json
import sys

from language.hours import read_hour, within_a_day
from language.recurrence import Repetition, find_recurrences


def read(lines: Iterable[str]) -> Iterator[dict[str, object]]:
    for line in filter(str.strip, lines):
        row = json.loads(line)
        rule, first = meant(row["input"], datetime.fromisoformat(row["reference"][:19]).date())
        yield {"id": row["id"], "rrule": rule, "dtstart": str(first) if first else None}


def meant(text: str, today: date) -> tuple[str | None, date | None]:
    """The rule with its hour, and the day from which on."""
    found = next((s.value for s in find_recurrences(text, today) if isinstance(s.value, Repetition)), None)
    if found is None:
        return within_a_day(text), None
    at = read_hour(found.at) if found.at else None
    return found.rule + (f";BYHOUR={at[0]};BYMINUTE={at[1]}" if at else ""), found.first


if __name__ == "__main__":
    for answer in read(sys.stdin):
        print(json.dumps(answer), flush=True)
