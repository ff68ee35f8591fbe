"""Messages with two thoughts, at the assistant's own door."""
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from tests.conversations.dialogues import Dialogue
from tests.conversations.doors import OwnDoor
from tests.conversations.test_dialogues import name_of
from tests.conversations.test_dialogues import test_each_dialogue_goes_as_it_should as goes
from tests.conversations.two_thoughts import TWO_THOUGHTS


@pytest.mark.parametrize("dialogue", TWO_THOUGHTS, ids=name_of)
def test_each_thought_of_a_message_is_answered_or_told_as_left_out(assistant: Assistant, home: Path, dialogue: Dialogue) -> None:
    goes(OwnDoor(assistant), home, dialogue)
