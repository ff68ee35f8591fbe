"""The conversations of colleagues, at the assistant's own door."""
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from tests.conversations.colleague import COLLEAGUE
from tests.conversations.dialogues import Dialogue
from tests.conversations.doors import OwnDoor
from tests.conversations.test_dialogues import name_of
from tests.conversations.test_dialogues import test_each_dialogue_goes_as_it_should as goes


@pytest.mark.parametrize("dialogue", COLLEAGUE, ids=name_of)
def test_a_colleague_is_understood(assistant: Assistant, home: Path, dialogue: Dialogue) -> None:
    goes(OwnDoor(assistant), home, dialogue)
