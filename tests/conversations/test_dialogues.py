"""Every dialogue at every door that hands out answers: each is right, and nothing is written before a click."""
from collections.abc import Iterator
from pathlib import Path
import sqlite3

import pytest

from assistant.assistant import Assistant
from assistant.messages import Answer
from assistant.settings import Settings
from assistant.upkeep import Upkeep
from bots.web import web
from reports.blocks import Block
from reports.formats.markdown import markdown
from tests.bots.cli.conftest import Pmo
from tests.bots.cli.conftest import pmo as pmo  # noqa: PLC0414 - a fixture
from tests.conversations.dialogues import DIALOGUES, Dialogue, Line
from tests.conversations.doors import ApiDoor, CommandDoor, Door, OwnDoor
from tests.conversations.of_many import OF_MANY


def name_of(dialogue: Dialogue) -> str:
    return f"{dialogue.who.partition('@')[0]}-{dialogue.lines[0].says[:50]}"


@pytest.fixture(params=["assistant", pytest.param("api", marks=pytest.mark.slow), pytest.param("cli", marks=pytest.mark.slow)])
def door(request: pytest.FixtureRequest, assistant: Assistant, upkeep: Upkeep, settings: Settings, pmo: Pmo) -> Door:
    if request.param == "assistant":
        return OwnDoor(assistant)
    return ApiDoor(web(assistant, upkeep, settings)) if request.param == "api" else CommandDoor(pmo)


@pytest.mark.quick
@pytest.mark.parametrize("dialogue", [*DIALOGUES, *OF_MANY], ids=name_of)
def test_each_dialogue_goes_as_it_should(door: Door, home: Path, dialogue: Dialogue) -> None:
    last = ""
    for number, line in enumerate(dialogue.lines):
        before = applied(home)
        click = line.says.strip("[]") if line.says.startswith("[") else ""
        answer = door.click(dialogue.who, last, click) if click else door.say(dialogue.who, number, line.says)
        check(line, answer)
        assert applied(home) == before + (click in ("confirm", "undo") or line.says == "yes"), "something was written that nobody confirmed"
        last = answer.proposal.id if answer.proposal else last


def check(line: Line, answer: Answer) -> None:
    shown, types = markdown(answer.blocks).replace("\\", ""), {b.type for b in answer.blocks}
    assert set(line.blocks) <= types, shown
    assert not [s for s in line.shows if s not in shown], shown
    assert not [s for s in line.hides if s in shown], shown
    assert set(line.keys) <= {*keys(answer.blocks), *(s.key for s in answer.sources)}, shown
    assert not line.asks or answer.proposal is None
    proposed = [(c.field, c.after) for c in answer.proposal.changes] if answer.proposal else []
    assert proposed == list(line.changes), shown


def keys(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield from getattr(block, "keys", ())


def applied(home: Path) -> int:
    with sqlite3.connect(home / "pmo.db") as database:
        return int(database.execute("SELECT count(*) FROM change").fetchone()[0])
