"""Files in the format of PSPLIB, written by hand with its traps: dummies inside, jobs without time, resources that are 0, several modes, circles."""
import json
from pathlib import Path

import pytest

from benchmarks import schedule
from records.figures.schedule import exact

HEAD = """************************************************************************
jobs (incl. supersource/sink ):  {jobs}
RESOURCES
  - renewable                 :  {renewable}   R
  - nonrenewable              :  {scarce}   N
************************************************************************
"""
# Job 4 is a dummy in the middle, job 6 takes no time and yet needs all of R 1, and there is nothing of R 2, which nobody needs.
DUMMIES = HEAD.format(jobs=8, renewable=2, scarce=0) + """PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          2           2   3
   2        1          1           4
   3        1          1           4
   4        1          2           5   6
   5        1          1           8
   6        1          1           7
   7        1          1           8
   8        1          0
************************************************************************
REQUESTS/DURATIONS:
jobnr. mode duration  R 1  R 2
------------------------------------------------------------------------
  1      1     0       0    0
  2      1     3       2    0
  3      1     4       2    0
  4      1     0       0    0
  5      1     5       1    0
  6      1     0       3    0
  7      1     5       3    0
  8      1     0       0    0
************************************************************************
RESOURCEAVAILABILITIES:
  R 1  R 2
    3    0
************************************************************************
"""
# No resource limits anything, and the lines end as Windows ends them: levelled is as long as the path 1-3-4-5.
FREE = (HEAD.format(jobs=5, renewable=1, scarce=0) + """PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          2           2   3
   2        1          1           5
   3        1          1           4
   4        1          1           5
   5        1          0
************************************************************************
REQUESTS/DURATIONS:
jobnr. mode duration  R 1
------------------------------------------------------------------------
  1      1     0       0
  2      1     6       9
  3      1     4       9
  4      1     4       0
  5      1     0       0
************************************************************************
RESOURCEAVAILABILITIES:
  R 1
   18
************************************************************************
""").replace("\n", "\r\n")
MODES = DUMMIES.replace("   2        1          1           4", "   2        3          1           4").replace(
    "  2      1     3       2    0\n", "  2      1     3       2    0\n         2     5       1    0\n         3     9       1    0\n")


@pytest.fixture
def measured(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> "Measured":
    monkeypatch.setattr(exact, "is_installed", lambda: False)
    return Measured(tmp_path, capsys)


class Measured:
    """What the command says of a file of this content."""

    def __init__(self, folder: Path, said: pytest.CaptureFixture[str]) -> None:
        self._folder, self._said = folder, said

    def __call__(self, content: str, name: str = "own.sm") -> tuple[object, object, str]:
        (self._folder / name).write_text(content, newline="")
        assert schedule.main([str(self._folder / name)]) == 0
        found = json.loads(self._said.readouterr().out)
        return found["critical_path"], found["levelled"], found.get("reason", "")


@pytest.mark.slow
def test_dummies_inside_jobs_without_time_and_a_resource_of_which_there_is_none(measured: Measured) -> None:
    """Path 1-3-4-5 or 1-3-4-6-7: 4 + 5. Of three units 2 and 3 need two each, so 3 + 4; 5 needs one and 7 all, so 5 + 5: seventeen."""
    assert measured(DUMMIES) == (9, 17, "")


def test_where_nothing_is_scarce_levelling_adds_nothing(measured: Measured) -> None:
    assert measured(FREE) == (8, 8, "")


def test_several_modes_are_refused_also_under_their_own_ending(measured: Measured) -> None:
    for name in ("own.sm", "own.mm"):
        path, levelled, why = measured(MODES, name)
        assert (path, levelled) == (None, None)
        assert why == f"“{name}” is no single-mode file of PSPLIB (a job has several modes)."


@pytest.mark.parametrize(("content", "why"), [
    (DUMMIES.replace("   7        1          1           8", "   7        1          1           4"), "wait for each other in a circle"),
    (DUMMIES.replace("  - nonrenewable              :  0", "  - nonrenewable              :  2"), "has nonrenewable resources"),
    (DUMMIES.replace("):  8", "):  9"), "says it has 9 jobs and lists 8"),
    (DUMMIES.replace("  7      1     5       3    0", "  7      1     5       4    0"), "a job needs more than there ever is"),
    (DUMMIES.replace("  5      1     5       1    0", "  5      1     5       1    1"), "a job needs more than there ever is"),
    (DUMMIES.partition("RESOURCEAVAILABILITIES")[0], "is no single-mode file of PSPLIB")])
def test_what_cannot_be_levelled_is_refused_with_a_reason(measured: Measured, content: str, why: str) -> None:
    path, levelled, reason = measured(content)
    assert (path, levelled) == (None, None)
    assert why in reason
