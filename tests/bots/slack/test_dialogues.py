"""Every dialogue in Slack: the answer stands in the thread with its buttons, and nothing hidden shows."""
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from tests.bots.slack.conftest import World
from tests.conversations.dialogues import DIALOGUES, Dialogue
from tests.conversations.test_dialogues import applied, name_of
from tests.fakes.slack.people import buttons

# What Slack itself never delivers, or what stands further down than a message shows.
UNSENT = tuple(d for d in DIALOGUES if not d.lines[0].says.strip("\x00\u202e\u200b ") or len(d.lines[0].says) > 4000)


@pytest.mark.slow
@pytest.mark.parametrize("dialogue", [d for d in DIALOGUES if d not in UNSENT], ids=name_of)
async def test_each_dialogue_goes_as_it_should_in_slack(assistant: Assistant, world: World, home: Path, dialogue: Dialogue) -> None:
    async with world(assistant) as scene:
        scene.ana.person.email = dialogue.who
        root, last = None, None
        for line in dialogue.lines:
            before, click = applied(home), line.says.strip("[]") if line.says.startswith("[") else ""
            if click:
                assert last is not None
                await scene.ana.click(last, click)
                answer = await scene.ana.changed(last, edits=2 if click == "undo" else 1)
                told = answer.everything
            else:
                asked = await scene.ana.tell(line.says, thread=root)
                root = root or asked
                answer = await scene.ana.reply(asked)
                await scene.idle()
                told = "\n".join(m.everything for m in scene.ana.replies(asked))
            last = answer if click or not line.changes else scene.ana.replies(asked)[-1]
            assert not line.shows or any(s in told for s in line.shows), told
            assert not [s for s in line.hides if s in told], told
            assert ("Confirm" in buttons(last)) == bool(line.changes), told
            assert applied(home) == before + (click in ("confirm", "undo") or line.says == "yes")
