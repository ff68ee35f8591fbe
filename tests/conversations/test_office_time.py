"""The conversations about the office's time, at the assistant's own door."""
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from tests.conversations.dialogues import Dialogue
from tests.conversations.doors import OwnDoor
from tests.conversations.office_time import OFFICE_TIME
from tests.conversations.test_dialogues import name_of
from tests.conversations.test_dialogues import test_each_dialogue_goes_as_it_should as goes


@pytest.mark.parametrize("dialogue", OFFICE_TIME, ids=name_of)
def test_each_conversation_goes_as_it_should(assistant: Assistant, home: Path, dialogue: Dialogue) -> None:
    goes(OwnDoor(assistant), home, dialogue)
