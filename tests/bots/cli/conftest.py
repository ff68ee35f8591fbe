"""`pmo` in the tests' own process: its exit code, and what it put out on either stream."""
from collections.abc import Callable
from dataclasses import dataclass
import gc
import io
import json
from pathlib import Path
import sys
from typing import Any

import pytest

from bots.cli import main


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Pmo = Callable[..., Ran]


@pytest.fixture
def pmo(home: Path, quickly_made: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Pmo:    # noqa: ARG001 - a fixture for what it does
    """Run a command on the sample company, at the fixed moment; `says` is what a person types."""
    monkeypatch.setenv("PMO_HOME", str(home))
    monkeypatch.setenv("PMO_NOW", "2026-11-18T09:00")

    def run(*arguments: str, says: str = "") -> Ran:
        monkeypatch.setattr(sys, "argv", ["pmo", *arguments])
        monkeypatch.setattr(sys, "stdin", io.StringIO(says))
        with pytest.raises(SystemExit) as ended:
            main()
        return Ran(int(ended.value.code or 0), *capsys.readouterr())
    return run


@pytest.fixture
def alone(pmo: Pmo) -> Pmo:
    """The same, each command in its turn as if in a process of its own: what the one before had open is let go."""
    def run(*arguments: str, says: str = "") -> Ran:
        gc.collect()
        return pmo(*arguments, says=says)
    return run
