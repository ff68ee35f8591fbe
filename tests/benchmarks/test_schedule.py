"""The command that measures schedules: one JSON line for each file, by hand-worked files of each format."""
import json
from pathlib import Path

import pytest

from benchmarks import schedule
from records.figures.schedule import exact
from tests.records.importing import ms_project, primavera

DAY = 4800                               # tenths of minutes
PSPLIB = """
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          3           2   3   4
   2        1          1           5
   3        1          1           6
   4        1          1           6
   5        1          1           6
   6        1          0
************************************************************************
REQUESTS/DURATIONS:
jobnr. mode duration  R 1  R 2
------------------------------------------------------------------------
  1      1     0       0    0
  2      1     2       1    0
  3      1     4       1    0
  4      1     4       1    1
  5      1     9       0    1
  6      1     0       0    0
************************************************************************
RESOURCEAVAILABILITIES:
  R 1  R 2
    1    1
************************************************************************
"""


@pytest.fixture
def lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> "Lines":
    return Lines(tmp_path, capsys)


class Lines:
    """Runs the command over files of these contents."""

    def __init__(self, folder: Path, said: pytest.CaptureFixture[str]) -> None:
        self._folder, self._said = folder, said

    def of(self, name: str, content: bytes | str) -> dict[str, object]:
        file = self._folder / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        assert schedule.main([str(file)]) == 0
        found: dict[str, object] = json.loads(self._said.readouterr().out)
        assert found.pop("file") == str(file)
        return found


@pytest.mark.slow
@pytest.mark.parametrize("installed", [True, False])
def test_a_file_of_psplib_is_levelled_exactly_and_without_the_extra(lines: Lines, monkeypatch: pytest.MonkeyPatch, *, installed: bool) -> None:
    """Job 5 takes nine after job 2: eleven; jobs 3 and 4 share one unit with 2, and 4 the second one with 5: fifteen."""
    monkeypatch.setattr(exact, "is_installed", lambda: installed)
    assert lines.of("plan.sm", PSPLIB) == {"critical_path": 11, "levelled": 15}


def test_an_ms_project_file_counts_its_own_durations_by_its_calendar(lines: Lines) -> None:
    """Half a day, then one and a half: two days, although the dates touch three; a third waits two days of lag."""
    tasks = (ms_project.task(1, Duration="PT4H0M0S", Start="2026-01-05T08:00:00", Finish="2026-01-05T12:00:00"),
             ms_project.task(2, more=ms_project.link(1, Type=1), Duration="PT12H0M0S", Start="2026-01-05T13:00:00", Finish="2026-01-06T17:00:00"),
             ms_project.task(3, more=ms_project.link(1, Type=1, LinkLag=2 * DAY, LagFormat=7), Duration="PT8H0M0S"))
    assert lines.of("plan.xml", ms_project.file(*tasks[:2])) == {"critical_path": 2, "levelled": 2}
    assert lines.of("plan.xml", ms_project.file(*tasks)) == {"critical_path": 3.5, "levelled": 3.5}


@pytest.mark.parametrize(("of", "lag", "days"), [(1, 0, 7), (3, 1, 5), (0, 2, 7), (2, 4, 5), (1, -2, 5)])
def test_the_four_types_of_links_of_ms_project(lines: Lines, of: int, lag: int, days: int) -> None:
    """Five days and two: FS 7; SS + 1: 5; FF + 2: 7; SF + 4: 5; FS - 2: 5."""
    second = ms_project.task(2, more=ms_project.link(1, Type=of, LinkLag=lag * DAY, LagFormat=7), Duration="PT16H0M0S")
    assert lines.of("plan.xml", ms_project.file(ms_project.task(1), second)) == {"critical_path": days, "levelled": days}


@pytest.mark.slow
def test_a_resource_of_ms_project_does_one_thing_after_the_other(lines: Lines) -> None:
    ben = ms_project.element("Resource", UID=1, ID=1, Name="Ben", Type=1, MaxUnits=1)
    both = "".join(ms_project.element("Assignment", UID=n, TaskUID=n, ResourceUID=1, Units=units) for n, units in ((1, 1), (2, 1)))
    half = "".join(ms_project.element("Assignment", UID=n, TaskUID=n, ResourceUID=1, Units=0.5) for n in (1, 2))
    tasks = (ms_project.task(1), ms_project.task(2, Duration="PT16H0M0S"))
    assert lines.of("plan.xml", ms_project.file(*tasks, resources=ben, assignments=both)) == {"critical_path": 5, "levelled": 7}
    assert lines.of("plan.xml", ms_project.file(*tasks, resources=ben, assignments=half)) == {"critical_path": 5, "levelled": 5}


def test_progress_changes_nothing_about_the_plan(lines: Lines) -> None:
    begun = ms_project.task(1, PercentComplete=60, ActualStart="2026-01-07T08:00:00")
    assert lines.of("plan.xml", ms_project.file(begun, ms_project.task(2, more=ms_project.link(1, Type=1))))["critical_path"] == 10


def test_elapsed_days_run_over_nights_and_weekends(lines: Lines) -> None:
    """From Monday the 5th, 14 elapsed days to Monday the 19th: ten working days, then one."""
    elapsed = ms_project.task(1, Duration="PT336H0M0S", DurationFormat=8)
    after = ms_project.task(2, more=ms_project.link(1, Type=1), Duration="PT8H0M0S")
    assert lines.of("plan.xml", ms_project.file(elapsed, after))["critical_path"] == 11


def test_a_primavera_file_is_measured_and_its_level_of_effort_drives_nothing(lines: Lines) -> None:
    """24 hours, one day of lag, 16 hours: six days; one person on both of two parallel activities."""
    tasks = [primavera.activity(1, target_drtn_hr_cnt=24), primavera.activity(2, target_drtn_hr_cnt=16),
             primavera.activity(3, target_drtn_hr_cnt=8), primavera.activity(4, target_drtn_hr_cnt=800, task_type="TT_LOE")]
    ties = [{"task_pred_id": 1, "task_id": 2, "pred_task_id": 1, "proj_id": 1, "pred_proj_id": 1, "pred_type": "PR_FS", "lag_hr_cnt": 8}]
    assert lines.of("plan.xer", primavera.file(TASK=tasks, TASKPRED=ties)) == {"critical_path": 6, "levelled": 6}
    people: primavera.Rows = [{"rsrc_id": 9, "rsrc_name": "Ben", "rsrc_type": "RT_Labor", "rsrc_short_name": "BEN"}]
    shares: primavera.Rows = [{"taskrsrc_id": n, "task_id": n, "proj_id": 1, "rsrc_id": 9, "target_qty": 8, "target_qty_per_hr": 1} for n in (1, 2, 3)]
    found = lines.of("plan.xer", primavera.file(TASK=tasks, TASKPRED=ties, RSRC=people, TASKRSRC=shares))
    assert found == {"critical_path": 6, "levelled": 6}          # the third fits into the lag


def test_what_cannot_be_measured_says_why(lines: Lines) -> None:
    modes = PSPLIB.replace("   5        1          1           6", "   5        2          1           6")
    for name, content, why in (("no.sm", "hello", "no single-mode file of PSPLIB"), ("modes.sm", modes, "several modes"),
                               ("no.xml", "<html></html>", "is no MS Project XML"),
                               ("empty.xml", ms_project.file(), "there is no task"), ("no.xer", "hello", "no Primavera XER file")):
        found = lines.of(name, content)
        assert found["critical_path"] is found["levelled"] is None
        assert why in str(found["reason"])
    circle = ms_project.file(*(ms_project.task(n, more=ms_project.link(3 - n, Type=1)) for n in (1, 2)))
    assert "circle" in str(lines.of("circle.xml", circle)["reason"])


def test_a_file_that_is_not_there_and_no_file_at_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert schedule.main([str(tmp_path / "none.sm")]) == 0
    assert "No such file" in json.loads(capsys.readouterr().out)["reason"]
    assert schedule.main([]) == 2
