"""The prompts as a model reads them: a change of words is a change of these files, and seen as one."""
from pathlib import Path

import pytest

from prompts import prompt

TOLD = Path(__file__).parent / "told"
GIVEN = {
    "break_down": {"method": "a Software project", "phases": "one of Build, Test", "roles": "one of developer, designer",
                   "description": "We need a login page."},
    "outside": {"office": "the PMO", "kinds": "project, task"},
    "summary": {"project": "Apollo", "audience": "executive"},
    "system": {"office": "the PMO", "kinds": "project, task"},
    "unseen": {},
    "turn": {"today": "Wednesday 18 November 2026, 09:00", "asker": "Ana Ruiz (project manager)", "fields": "task: title*, owner, due",
             "so_far": "\n<data>T-1</data>"},
}


@pytest.mark.parametrize("name", GIVEN)
def test_a_prompt_reads_as_it_was_agreed(name: str) -> None:
    assert f"{prompt(name, **GIVEN[name])}\n" == TOLD.joinpath(f"{name}.md").read_text("utf-8")


def test_every_prompt_has_its_words_agreed() -> None:
    assert {p.stem for p in Path("prompts").glob("*.md")} <= {p.stem for p in TOLD.glob("*.md")}
