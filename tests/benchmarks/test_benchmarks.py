"""The benchmarks run, small and few times; the limits themselves are judged by hand, on a quiet machine."""
from contextlib import nullcontext
from pathlib import Path
import shutil

import pytest

from benchmarks import large
from benchmarks.__main__ import PARTS
from benchmarks.answering import readme_questions
from benchmarks.measuring import Measure, table
from tests.engines.server import Server

DIFFERENCES = ("its growth", "what MCP adds")              # of two that are measured: nothing, or less, on a busy machine


@pytest.fixture
def ground(sample_home: Path, postgres: Server, quickly_made: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:  # noqa: ARG001 - for what it does
    """Where a part is measured: what all tests have made once is there, and need not be made for three of them."""
    monkeypatch.setattr(large, "running", lambda _: nullcontext(postgres))
    shutil.copytree(sample_home, tmp_path / "sample")
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize(("part", "least"), [("sample", len(readme_questions()) + 7), ("portfolio", 40), ("files", 32)])
def test_everything_is_measured(part: str, least: int, ground: Path) -> None:
    measures = list(PARTS[part](ground, True))
    assert len(measures) >= least
    assert all(m.figure > 0 for m in measures if m.most > 0 and not m.what.startswith(DIFFERENCES))
    assert all(m.holds for m in measures if m.most == 0)


def test_the_questions_of_the_readme_are_found() -> None:
    assert {"how is Apollo doing?", "undo that", "can I skip the risk review?"} <= set(readme_questions())


def test_what_takes_too_long_is_said() -> None:
    assert "**too slow**" in table([Measure("a turn", 2, "s", most=1)])
    assert "**too slow**" in table([Measure("applies", 400, "/s", least=500)])
    assert "**too slow**" not in table([Measure("a turn", 0.5, "s", most=1), Measure("memory", 90, "MB")])
