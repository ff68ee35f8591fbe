"""Reads the single-mode files of PSPLIB (.sm): jobs with durations, what follows each, what each needs of four renewable resources."""
import re

from records.errors import BadInput
from records.figures.schedule.levelling import Problem


def read(text: str, name: str) -> Problem:
    """The problem of one file. Raises BadInput where it is none."""
    try:
        following, needed = _rows(text, "PRECEDENCE RELATIONS"), _rows(text, "REQUESTS/DURATIONS")
        if any(row[1] != 1 for row in following):
            raise ValueError("a job has several modes")  # noqa: TRY301 - said like all else that does not fit
        capacities = tuple(_rows(text, "RESOURCEAVAILABILITIES")[0])
        jobs = [row[0] for row in needed]
        at = {job: n for n, job in enumerate(jobs)}
        durations = tuple(row[2] for row in needed)
        ties = tuple((at[row[0]], at[job], durations[at[row[0]]]) for row in following for job in row[3:3 + row[2]])
        demands = tuple(tuple((n, amount) for n, amount in enumerate(row[3:]) if amount) for row in needed)
        return Problem(durations, ties, demands, tuple((c,) for c in capacities))
    except (KeyError, IndexError, ValueError) as odd:
        raise BadInput(f"“{name}” is no single-mode file of PSPLIB ({odd}).") from None


def _rows(text: str, section: str) -> list[list[int]]:
    """The rows of numbers under a heading."""
    body = text.partition(section)[2].partition("*")[0]
    return [[int(n) for n in line.split()] for line in body.splitlines() if re.fullmatch(r"[\d\s]+", line) and line.strip()]
