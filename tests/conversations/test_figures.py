"""The conversations about figures: all at the assistant's own door, every third one at the API's and the command line's too; risks are proposed once."""
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from tests.bots.cli.conftest import pmo as pmo  # noqa: PLC0414 - a fixture
from tests.conversations.dialogues import ANA, Dialogue
from tests.conversations.doors import Door, OwnDoor
from tests.conversations.figures import FIGURES
from tests.conversations.test_dialogues import name_of
from tests.conversations.test_dialogues import test_each_dialogue_goes_as_it_should as goes
from tests.conversations.test_wider import other_door as other_door  # noqa: PLC0414 - a fixture


@pytest.mark.parametrize("dialogue", FIGURES, ids=name_of)
def test_each_conversation_goes_as_it_should(assistant: Assistant, home: Path, dialogue: Dialogue) -> None:
    goes(OwnDoor(assistant), home, dialogue)


@pytest.mark.slow
@pytest.mark.parametrize("dialogue", FIGURES[::3], ids=name_of)
def test_it_goes_so_at_the_other_doors_too(other_door: Door, home: Path, dialogue: Dialogue) -> None:
    goes(other_door, home, dialogue)


def titles(door: Door, number: int) -> set[str]:
    proposal = door.say(ANA, number, "which risks should I add to Apollo?").proposal
    return {c.after for c in proposal.changes if c.field == "title"} if proposal else set()


def test_a_risk_that_was_added_is_not_proposed_again(assistant: Assistant) -> None:
    door = OwnDoor(assistant)
    first = titles(door, 1)
    assert "The budget of Apollo is gone before its end" in first
    assert door.say(ANA, 2, "yes").proposal is None
    assert not titles(door, 3) & first
