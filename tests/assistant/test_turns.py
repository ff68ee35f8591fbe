"""Turns of one thread wait for each other, and the same message twice is one turn."""
import asyncio
from pathlib import Path
import sqlite3

from assistant.assistant import Assistant
from assistant.messages import Question
from assistant.queueing import Queues

ANA = "ana@northlight.example"
WISH = "create a task in Apollo: count the lamps"


async def test_two_at_once_in_a_thread_take_turns() -> None:
    queues, seen = Queues(), list[str]()

    async def speaks(name: str) -> None:
        async with queues.turn("thread"):
            seen.append(f"{name} begins")
            await asyncio.sleep(0)
            seen.append(f"{name} ends")

    await asyncio.gather(*(speaks(name) for name in "abc"))
    assert seen == [f"{name} {what}" for name in "abc" for what in ("begins", "ends")]


async def test_another_thread_does_not_wait() -> None:
    queues = Queues()
    async with queues.turn("one"):
        await asyncio.wait_for(_enter(queues, "two"), 1)


async def _enter(queues: Queues, thread: str) -> None:
    async with queues.turn(thread):
        pass


async def test_the_same_message_ten_times_at_once_is_one_answer_and_one_proposal(assistant: Assistant, home: Path) -> None:
    answers = await asyncio.gather(*(assistant.answer(Question("same", ANA, "thread", WISH)) for _ in range(10)))
    assert len({a.proposal.id for a in answers if a.proposal}) == 1
    with sqlite3.connect(home / "pmo.db") as database:
        assert database.execute("select count(*) from turn").fetchone()[0] == 1


async def test_a_message_of_somebody_else_with_the_same_id_gets_nobodys_answer(assistant: Assistant) -> None:
    await assistant.answer(Question("same", ANA, "thread", WISH))
    other = await assistant.answer(Question("same", "nora@northlight.example", "thread", "what is overdue?"))
    assert other.proposal is None
