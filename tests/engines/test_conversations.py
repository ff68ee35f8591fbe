"""The dialogues once more with PostgreSQL below, of the others those that write: the same answers, and nothing written before a click."""
import pytest

from assistant.assistant import Assistant
from assistant.settings import Settings
from records import log
from records.database import Database
from tests.conversations.dialogues import DIALOGUES, Dialogue
from tests.conversations.doors import OwnDoor
from tests.conversations.others import OTHERS
from tests.conversations.test_dialogues import check, name_of

pytestmark = pytest.mark.slow
WRITING = [d for d in OTHERS if any(line.says.startswith("[") or line.says == "yes" for line in d.lines)]


@pytest.mark.parametrize("dialogue", [*DIALOGUES, *WRITING], ids=name_of)
def test_each_dialogue_goes_as_it_should(assistant: Assistant, settings: Settings, dialogue: Dialogue) -> None:
    door, database, last = OwnDoor(assistant), Database(settings.url), ""
    for number, line in enumerate(dialogue.lines):
        before = applied(database)
        click = line.says.strip("[]") if line.says.startswith("[") else ""
        answer = door.click(dialogue.who, last, click) if click else door.say(dialogue.who, number, line.says)
        check(line, answer)
        assert applied(database) == before + (click in ("confirm", "undo") or line.says == "yes"), "something was written that nobody confirmed"
        last = answer.proposal.id if answer.proposal else last
    database.engine.dispose()


def applied(database: Database) -> int:
    with database.reading() as session:
        return log.head(session)
