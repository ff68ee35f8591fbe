"""Every dialogue, at the assistant's own door: the answer is right, and nothing is written before a click."""
import asyncio
from collections.abc import Iterator
from pathlib import Path
import sqlite3

import pytest

from assistant.assistant import Assistant
from assistant.messages import Answer, Click, Question
from reports.blocks import Block
from reports.formats.markdown import markdown
from tests.conversations.dialogues import DIALOGUES, Dialogue, Line


def name_of(dialogue: Dialogue) -> str:
    return f"{dialogue.who.partition('@')[0]}-{dialogue.lines[0].says[:50]}"


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=name_of)
def test_each_dialogue_goes_as_it_should(assistant: Assistant, home: Path, dialogue: Dialogue) -> None:
    last: str | None = None
    for number, line in enumerate(dialogue.lines):
        before = applied(home)
        click = line.says.strip("[]") if line.says.startswith("[") else ""
        answer = clicked(assistant, dialogue.who, last or "", click) if click else said(assistant, dialogue, number)
        check(line, answer)
        assert applied(home) == before + (click in ("confirm", "undo") or line.says == "yes"), "something was written that nobody confirmed"
        last = answer.proposal.id if answer.proposal else last


def said(assistant: Assistant, dialogue: Dialogue, number: int) -> Answer:
    return asyncio.run(assistant.answer(Question(f"question-{number}", dialogue.who, "thread", dialogue.lines[number].says)))


def clicked(assistant: Assistant, who: str, proposal: str, click: str) -> Answer:
    clicks: dict[str, Click] = {"confirm": "confirm", "discard": "discard", "undo": "undo"}
    return asyncio.run(assistant.confirm(who, proposal, clicks[click]))


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
