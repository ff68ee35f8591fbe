"""The reports of the sample company say, in every form, what they said when somebody looked at them last."""
from pathlib import Path

import pytest

from reports.formats.base import Report
from tests.reports import golden

NAMES = ("apollo", "borealis", "corvus", "dione", "elara", "fortuna", "zephyr", "portfolio")
AGAIN = "If it is meant: `python -m tests.reports.golden`, look at what changed, and commit it."


@pytest.fixture(scope="module")
def made(sample_home: Path) -> dict[str, Report]:
    return dict(golden.reports(sample_home))


def test_there_is_one_for_every_project_and_for_all_together(made: dict[str, Report]) -> None:
    assert sorted(made) == sorted(NAMES)
    assert sorted(f.stem for f in golden.HERE.glob("*.md")) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_it_says_what_it_said(made: dict[str, Report], name: str) -> None:
    assert golden.words(made[name]) == (golden.HERE / f"{name}.md").read_text("utf-8"), AGAIN


@pytest.mark.parametrize("name", NAMES)
def test_every_form_of_it_holds_what_it_held(made: dict[str, Report], name: str) -> None:
    kept = [line for line in (golden.HERE / golden.DIGESTS).read_text("utf-8").splitlines() if line.startswith(f"{name} ")]
    assert golden.lines(name, made[name]) == kept, AGAIN
