"""The benchmarks run, small and few times; the limits themselves are judged by hand, on a quiet machine."""
from pathlib import Path

import pytest

from benchmarks.__main__ import PARTS
from benchmarks.answering import readme_questions
from benchmarks.measuring import Measure, table

DIFFERENCES = ("its growth", "what MCP adds")              # of two that are measured: nothing, or less, on a busy machine


@pytest.mark.slow
@pytest.mark.parametrize(("part", "least"), [("sample", len(readme_questions()) + 7), ("portfolio", 40), ("files", 32)])
def test_everything_is_measured(part: str, least: int, tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    measures = list(PARTS[part](tmp_path, True))
    assert len(measures) >= least
    assert all(m.figure > 0 for m in measures if m.most > 0 and not m.what.startswith(DIFFERENCES))
    assert all(m.holds for m in measures if m.most == 0)


def test_the_questions_of_the_readme_are_found() -> None:
    assert {"how is Apollo doing?", "undo that", "can I skip the risk review?"} <= set(readme_questions())


def test_what_takes_too_long_is_said() -> None:
    assert "**too slow**" in table([Measure("a turn", 2, "s", most=1)])
    assert "**too slow**" in table([Measure("applies", 400, "/s", least=500)])
    assert "**too slow**" not in table([Measure("a turn", 0.5, "s", most=1), Measure("memory", 90, "MB")])
