"""The conversations over the wider records: all at the assistant's own door, every third one at the API's and the command line's too."""
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.settings import Settings
from assistant.upkeep import Upkeep
from bots.web import web
from tests.bots.cli.conftest import Pmo
from tests.bots.cli.conftest import pmo as pmo  # noqa: PLC0414 - a fixture
from tests.conversations.dialogues import Dialogue
from tests.conversations.doors import ApiDoor, CommandDoor, Door, OwnDoor
from tests.conversations.test_dialogues import name_of
from tests.conversations.test_dialogues import test_each_dialogue_goes_as_it_should as goes
from tests.conversations.wider import WIDER


@pytest.mark.parametrize("dialogue", WIDER, ids=name_of)
def test_each_conversation_goes_as_it_should(assistant: Assistant, home: Path, dialogue: Dialogue) -> None:
    goes(OwnDoor(assistant), home, dialogue)


@pytest.fixture(params=["api", "cli"])
def other_door(request: pytest.FixtureRequest, assistant: Assistant, upkeep: Upkeep, settings: Settings, pmo: Pmo) -> Door:
    return ApiDoor(web(assistant, upkeep, settings)) if request.param == "api" else CommandDoor(pmo)


@pytest.mark.slow
@pytest.mark.parametrize("dialogue", WIDER[::3], ids=name_of)
def test_it_goes_so_at_the_other_doors_too(other_door: Door, home: Path, dialogue: Dialogue) -> None:
    goes(other_door, home, dialogue)
