"""The measuring of schedules runs, small; its network is one, and the figure from its rows comes to the same."""
from pathlib import Path

import pytest

from benchmarks.__main__ import PARTS
from benchmarks.scheduling import network, rows_of
from records.figures.schedule.axis import DAY
from records.figures.schedule.critical import critical_path, path_length
from records.figures.schedule.network import dated


@pytest.mark.slow
def test_schedules_are_measured(tmp_path: Path) -> None:
    measures = list(PARTS["schedules"](tmp_path, True))
    assert len(measures) >= 10
    assert all(m.holds for m in measures)


def test_the_figure_of_the_measured_rows_is_the_path_of_the_measured_network() -> None:
    of = network(300)
    assert {link[2] for link in of.links} == {"FS", "SS", "FF", "SF"}
    assert set(of.axis) == {0, 1, 2}
    found = critical_path.run(rows_of(of))
    assert found.number == path_length(of, dated(of)) / DAY
