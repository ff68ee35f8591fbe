"""What people say of being told, where there are no buttons: the planner makes the same changes of it."""
from pathlib import Path

import pytest

from assistant import bootstrap
from assistant.assistant import Assistant
from assistant.messages import Question
from reports.blocks import Preview
from tests.conftest import copied, settings_in

BEN = "ben@northlight.example"


@pytest.fixture(scope="module")
def listening(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """One for all: it writes no record."""
    return bootstrap.assistant(settings_in(copied(sample_home, tmp_path_factory.mktemp("words") / "pmo")))


@pytest.mark.parametrize(("text", "changes"), [
    ("I take on APOLLO-T-4", [("APOLLO-T-4", "taken on", "Wed 18 Nov 2026")]),
    ("accept APOLLO-T-4", [("APOLLO-T-4", "taken on", "Wed 18 Nov 2026")]),
    ("turn off my notices", [("new preference", "name", "being told"), ("new preference", "value", "off"), ("new preference", "person", "Ben Okafor")]),
    ("my quiet hours are 20:00 to 07:00", [("new preference", "name", "quiet hours"), ("new preference", "value", "20:00 to 07:00"),
                                           ("new preference", "person", "Ben Okafor")]),
])
async def test_what_is_said_becomes_the_same_change(listening: Assistant, text: str, changes: list[tuple[str, str, str]]) -> None:
    answer = await listening.answer(Question(f"w-{text}", BEN, "words", text))
    preview = next(b for b in answer.blocks if isinstance(b, Preview))
    assert [(c.record, c.field, c.after) for c in preview.changes] == changes
