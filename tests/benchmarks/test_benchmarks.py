"""The benchmarks run, in a tenth of their time; the limits themselves are judged by hand, on a quiet machine."""
from pathlib import Path

import pytest

from benchmarks.__main__ import measured
from benchmarks.answering import readme_questions
from benchmarks.measuring import Measure, table


@pytest.mark.slow
def test_everything_is_measured(tmp_path: Path) -> None:
    figures = {m.what: m.figure for m in measured(tmp_path, quick=True)}
    assert len(figures) >= len(readme_questions()) + 8
    assert all(figure > 0 for figure in figures.values())


def test_the_questions_of_the_readme_are_found() -> None:
    assert {"how is Apollo doing?", "undo that", "can I skip the risk review?"} <= set(readme_questions())


def test_what_takes_too_long_is_said() -> None:
    assert "**too slow**" in table([Measure("a turn", 2, "s", most=1)])
    assert "**too slow**" in table([Measure("applies", 400, "/s", least=500)])
    assert "**too slow**" not in table([Measure("a turn", 0.5, "s", most=1), Measure("memory", 90, "MB")])
