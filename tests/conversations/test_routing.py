"""Questions that were once answered as if another had been asked, at the assistant's own door; they only read, so all share one company."""
import asyncio
from pathlib import Path

import pytest

from assistant import bootstrap
from assistant.assistant import Assistant
from assistant.messages import Question
from tests.conftest import copied, settings_in
from tests.conversations.dialogues import PAULA, Dialogue
from tests.conversations.routing import ROUTING
from tests.conversations.test_dialogues import applied, check, name_of


@pytest.fixture(scope="module")
def company(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Assistant, Path]:
    home = copied(sample_home, tmp_path_factory.mktemp("routing") / "pmo")
    return bootstrap.assistant(settings_in(home, sample=True)), home


@pytest.mark.parametrize("dialogue", ROUTING, ids=name_of)
def test_what_is_asked_is_what_is_answered(company: tuple[Assistant, Path], dialogue: Dialogue) -> None:
    assistant, home = company
    before = applied(home)
    for number, line in enumerate(dialogue.lines):
        thread = f"{name_of(dialogue)}-{dialogue.lines[-1].says}"
        check(line, asyncio.run(assistant.answer(Question(f"{thread}-{number}", dialogue.who, thread, line.says))))
    assert applied(home) == before


def test_a_scenario_with_its_money_is_a_choice_to_keep(company: tuple[Assistant, Path]) -> None:
    answer = asyncio.run(company[0].answer(Question("scenario", PAULA, "scenario", "scenario Autumn: 2 million in 2027")))
    assert answer.proposal is not None
    assert [(c.field, c.after) for c in answer.proposal.changes][:3] == [("title", "Autumn"), ("wish", "2,000,000 in 2027"), ("budget", "2,000,000.00")]


def test_there_are_enough_of_them() -> None:
    assert sum(len(d.lines) for d in ROUTING) >= 80
