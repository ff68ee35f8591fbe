"""`make slack`: Slack without a workspace, as a terminal. What is written reaches the assistant, what comes back can be read, pressed and filled in."""
import asyncio
import os
from pathlib import Path
import sys

import pytest

from tests.bots.slack.conftest import Northlight
from tests.fakes.slack.__main__ import chosen
from tests.fakes.slack.client import Client
from tests.house.walls import TOP


class Terminal:
    """Ana at her terminal, with the others."""

    def __init__(self, people: Northlight) -> None:
        self.said: list[str] = []
        self.client = Client(people.slack, [people.ana, people.ben, people.elena], "C0ALL", self.said.append)

    async def type(self, *lines: str) -> str:
        """What comes after the last of some lines."""
        for line in lines:
            self.said.clear()
            await self.client.line(line)
        return "\n".join(self.said)


@pytest.fixture
def terminal(northlight: Northlight) -> Terminal:
    return Terminal(northlight)


async def test_a_question_is_answered_and_a_change_confirmed_by_its_number(terminal: Terminal) -> None:
    assert "Apollo is off track" in await terminal.type("how is Apollo doing?")
    preview = await terminal.type("create a task for Ben to fix the login page by next Friday, 6h in Apollo")
    assert "  • owner: Ben Okafor" in preview
    assert "[1] Confirm  [2] Edit  [3] Discard" in preview
    receipt = await terminal.type("1")
    assert "Done: new task APOLLO-T-" in receipt
    assert "owner: Ben Okafor → Ana Ruiz" in await terminal.type("now give it to me")


async def test_whoever_one_becomes_has_their_own_buttons_and_home(terminal: Terminal) -> None:
    await terminal.type("create a task for Ben to oil the doors by next Friday, 2h in Apollo", "1")
    assert await terminal.type("as Ben") == "(you are Ben Okafor)"
    assert await terminal.type("1") == "(there is no button with that number)"
    assert "[1] New task" in await terminal.type("home")


async def test_a_form_is_filled_in_by_its_labels(terminal: Terminal) -> None:
    assert "Title * = sweep the hall" in await terminal.type("/pmo task sweep the hall")
    assert "it has" in await terminal.type("colour = red")
    assert "title: Sweep the yard" in await terminal.type("title = Sweep the yard; project = apollo; due = 2026-12-11")


async def test_home_is_behind_a_form_so_the_form_is_closed_for_it(terminal: Terminal) -> None:
    assert "── New task ──" in await terminal.type("/pmo task sweep the hall")
    seen = await terminal.type("home")
    assert seen.startswith("(the form is closed, and nothing of it was sent)")
    assert "[1] New task" in seen
    assert await terminal.type("close") == "(no form is open)"


@pytest.mark.parametrize(("answers", "who"), [(["2"], "Ben Okafor"), ([""], "Ana Ruiz"), (["99", "zoe", "okaf"], "Ben Okafor")])
def test_whoever_sits_there_is_asked_who_they_are(northlight: Northlight, answers: list[str], who: str) -> None:
    asked = iter(answers)
    me = chosen([northlight.ana, northlight.ben, northlight.elena], "", lambda _: next(asked))
    assert me is not None
    assert me.person.name == who


def test_who_was_named_is_not_asked_and_nobody_else_is_taken_for_them(northlight: Northlight) -> None:
    people = [northlight.ana, northlight.ben, northlight.elena]
    assert chosen(people, "elena") is northlight.elena
    assert chosen(people, "Nobody") is None
    assert chosen(people, "") is northlight.ana


async def test_a_mention_in_the_channel_is_answered_there(terminal: Terminal) -> None:
    assert (await terminal.type("#apollo what is overdue?")).startswith("Project Assistant in #apollo:")


async def test_somebody_who_is_not_there_is_not_become(terminal: Terminal) -> None:
    assert await terminal.type("as Nobody") == "(there are Ana Ruiz, Ben Okafor, Elena Marsh)"


@pytest.mark.slow
async def test_one_command_starts_it_all_and_ends_it(home: Path) -> None:
    settings = {"PMO_HOME": str(home), "PMO_NOW": "2026-11-18T09:00", "PMO_SAMPLE": "true", "PATH": os.environ["PATH"]}
    run = await asyncio.create_subprocess_exec(sys.executable, "-m", "tests.fakes.slack", cwd=TOP, env=settings,
                                               stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    said, _ = await asyncio.wait_for(run.communicate(b"as Ben\nwhat is overdue?\nexit\n"), 240)
    assert (run.returncode, "You are Ana Ruiz, and write to Project Assistant" in said.decode()) == (0, True)
    assert "APOLLO-T-5" in said.decode().partition("you are Ben Okafor")[2]
    assert "Slack is connected" in (home / "slack-stand-in.log").read_text("utf-8")
