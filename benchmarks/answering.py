"""How quickly a warm assistant answers: one turn against the same rows in plain SQL, and each question of the README."""
import asyncio
from collections.abc import Iterator
from pathlib import Path
import re
import sqlite3
from uuid import uuid4

from assistant import bootstrap
from assistant.assistant import Assistant
from assistant.messages import Answer, Question
from benchmarks.measuring import Bench, Measure, seconds, typical
from reports.blocks import Table

README = Path(__file__).parents[1] / "README.md"
OVERDUE = ("SELECT t.key, t.title, p.name, o.name, t.status, t.due, t.hours FROM task t JOIN project p ON p.id = t.project_id "
           "LEFT JOIN person o ON o.id = t.owner_id WHERE t.due < ? AND t.status NOT IN ('done', 'cancelled') AND t.archived = 0 ORDER BY t.due LIMIT 50")


def readme_questions() -> list[str]:
    """What the README says one can ask, in its order: later ones go on from earlier ones."""
    _, _, after = README.read_text("utf-8").partition("## What to ask\n")
    lines = re.findall(r"^- (.+)$", after.partition("\n## ")[0], re.M)
    return [said.strip() for line in lines for said in line.split("·")]


def one_turn(bench: Bench) -> Iterator[Measure]:
    with asyncio.Runner() as runner, sqlite3.connect(f"file:{bench.home / 'pmo.db'}?mode=ro", uri=True) as plain:
        assistant, who = bootstrap.assistant(bench.settings), bootstrap.upkeep(bench.settings).person("")
        today = bench.settings.clock()().date().isoformat()
        told = _ask(runner, assistant, who, "warm", "what is overdue?")
        rows = plain.execute(OVERDUE, (today,)).fetchall()
        if {key for block in told.blocks if isinstance(block, Table) for key in block.keys} != {key for key, *_ in rows}:
            raise RuntimeError("the assistant and plain SQL do not name the same tasks")
        turn = typical(lambda: _ask(runner, assistant, who, uuid4().hex, "what is overdue?"), bench.often(50))
        sql = typical(lambda: plain.execute(OVERDUE, (today,)).fetchall(), bench.often(500))
    yield Measure("one turn without a model: “what is overdue?”", turn * 1000, "ms")
    yield Measure("the same rows in plain SQL", sql * 1000, "ms")
    yield Measure("ratio of the two", turn / sql, "×")


def each_question(bench: Bench) -> Iterator[Measure]:
    with asyncio.Runner() as runner:
        assistant, who = bootstrap.assistant(bench.settings), bootstrap.upkeep(bench.settings).person("")
        _ask(runner, assistant, who, "warm", "what is overdue?")
        for said in readme_questions():
            yield Measure(f"“{said}”, warm", seconds(lambda said=said: _ask(runner, assistant, who, "readme", said)), "s", most=1)  # type: ignore[misc]


def _ask(runner: asyncio.Runner, assistant: Assistant, who: str, thread: str, text: str) -> Answer:
    answer = runner.run(assistant.answer(Question(uuid4().hex, who, thread, text)))
    if answer.error and "went wrong" in answer.error:
        raise RuntimeError(f"{text}: {answer.error}")
    return answer
