"""The page's API and the command line with PostgreSQL below: asked, confirmed, undone, verified."""
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.settings import Settings
from assistant.upkeep import Upkeep
from bots.web import web
from tests.bots.cli.conftest import Pmo
from tests.bots.cli.conftest import pmo as pmo  # noqa: PLC0414 - a fixture
from tests.conversations.doors import ApiDoor

ANA = "ana@northlight.example"


@pytest.mark.slow
def test_the_api_answers_applies_and_undoes(assistant: Assistant, upkeep: Upkeep, settings: Settings) -> None:
    door = ApiDoor(web(assistant, upkeep, settings))
    assert door.say(ANA, 1, "how is Apollo doing?").blocks
    offered = door.say(ANA, 2, "mark T-12 done").proposal
    assert offered is not None
    for click in ("confirm", "undo"):
        assert [b.type for b in door.click(ANA, offered.id, click).blocks] == ["receipt"]
    assert upkeep.verify() is None
    assert all(is_well for is_well, *_ in upkeep.doctor())


@pytest.fixture
def home(settings: Settings) -> Path:
    """Where the commands keep their state: nothing, here."""
    return settings.home


@pytest.mark.slow
def test_the_commands_find_it_by_its_setting(pmo: Pmo, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMO_DATABASE_URL", settings.database_url.replace("postgresql+psycopg", "postgres"))
    assert "APOLLO-T-5" in pmo("ask", "what is overdue on Apollo?", "--as", "ana").out
    assert pmo("undo", "--as", "ana").code == 1
    verified = pmo("verify")
    assert (verified.code, "whole" in verified.out) == (0, True)


@pytest.mark.slow
def test_a_command_says_that_the_database_is_away(pmo: Pmo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMO_DATABASE_URL", "postgresql://office:secret@127.0.0.1:1/pmo")
    ended = pmo("ask", "hello", "--as", "ana")
    assert (ended.code, "cannot be reached" in ended.out + ended.err, "secret" in ended.out + ended.err) == (1, True, False)
