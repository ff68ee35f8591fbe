"""A process killed at any database step of a confirm: afterwards the change is whole or not there at all, and a second yes makes it so once."""
import asyncio
from collections.abc import Callable
from functools import partial
import os
from pathlib import Path
import shutil
import signal
import sqlite3

import pytest
import sqlalchemy as sa

from assistant import bootstrap
from assistant.messages import Question
from assistant.settings import Settings
from records import log
from records.database import Database

BEN = "ben@northlight.example"
STEPS = ("before_cursor_execute", "after_cursor_execute", "commit", "begin", "rollback")
MOST = 400


def offered(settings: Settings) -> str:
    """A proposal that changes three records, waiting for its yes."""
    asked = bootstrap.assistant(settings).answer(Question("q", BEN, "t", "move all of Ben's overdue tasks to Ana"))
    proposal = asyncio.run(asked).proposal
    assert proposal is not None
    return proposal.id


def confirm(settings: Settings, proposal: str) -> None:
    asyncio.run(bootstrap.hands(settings).confirm(BEN, proposal))


def killed_at(step: int, work: Callable[[], None]) -> bool:
    """Run work in a child that is killed at its n-th database step; returns whether it was killed."""
    child = os.fork()
    if child == 0:
        seen = [0]

        def count(*_: object) -> None:
            seen[0] += 1
            if seen[0] == step:
                os.kill(os.getpid(), signal.SIGKILL)

        for name in STEPS:
            sa.event.listen(sa.Engine, name, count)
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def state(home: Path) -> tuple[int, int, str]:
    """How many tasks Ben still owns of the three, how many changes the log holds, and what became of the proposal."""
    with sqlite3.connect(home / "pmo.db") as database:
        left = database.execute("select count(*) from task where key in ('APOLLO-T-5','APOLLO-T-6','APOLLO-T-7') and owner_id = "
                                "(select id from person where email = ?)", (BEN,)).fetchone()[0]
        changes = database.execute("select count(*) from change").fetchone()[0]
        return left, changes, database.execute("select state from pending").fetchone()[0]


@pytest.mark.slow
def test_a_confirm_killed_at_any_step_is_whole_or_not_there(settings: Settings, tmp_path: Path) -> None:
    proposal = offered(settings)
    before = state(settings.home)
    whole = (0, before[1] + 1, "applied")
    points = 0
    for step in range(1, MOST):
        home = tmp_path / f"killed-{step}"
        shutil.copytree(settings.home, home)
        there = settings.model_copy(update={"home": home})
        was_killed = killed_at(step, partial(confirm, there, proposal))
        assert state(home) in (before, whole), f"half a change after step {step}"
        confirm(there, proposal)
        assert state(home) == whole, f"not applied once after step {step}"
        with Database(there.url).reading() as session:
            assert log.verify(session) is None
        shutil.rmtree(home)
        points += was_killed
        if not was_killed:
            break
    assert points > 20, "the confirm had fewer steps than it can have"


@pytest.mark.parametrize("clicks", [8])
def test_many_yeses_at_once_apply_it_once(settings: Settings, clicks: int) -> None:
    proposal, before = offered(settings), state(settings.home)

    async def all_at_once() -> list[str]:
        hands = [bootstrap.hands(settings) for _ in range(2)]
        answers = await asyncio.gather(*(hands[n % 2].confirm(BEN, proposal) for n in range(clicks)))
        return [b.type for a in answers for b in a.blocks]

    shown = asyncio.run(all_at_once())
    assert state(settings.home) == (0, before[1] + 1, "applied")
    assert shown.count("receipt") == clicks, "every click is answered with the receipt"
