"""The conversations of a stranger, at the assistant's own door."""
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from tests.conversations.dialogues import Dialogue
from tests.conversations.doors import OwnDoor
from tests.conversations.stranger import STRANGER
from tests.conversations.test_dialogues import name_of
from tests.conversations.test_dialogues import test_each_dialogue_goes_as_it_should as goes


@pytest.mark.parametrize("dialogue", STRANGER, ids=name_of)
def test_a_stranger_is_understood_or_asked(assistant: Assistant, home: Path, dialogue: Dialogue) -> None:
    goes(OwnDoor(assistant), home, dialogue)
