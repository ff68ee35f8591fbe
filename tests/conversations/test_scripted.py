"""The same conversations with a language model over real HTTP, which calls what the planner called and says no more than that: the same answers, the same previews."""
from collections.abc import Iterator
from pathlib import Path
import shutil

import pytest

from assistant import bootstrap, keeping
from assistant.calling import Call
from assistant.messages import Answer
from records import credentials
from records.database import Database
from tests.conftest import settings_in
from tests.conversations.dialogues import DIALOGUES, Dialogue
from tests.conversations.doors import THREAD, OwnDoor
from tests.conversations.test_dialogues import applied, check, name_of
from tests.conversations.wider import WIDER
from tests.fakes.model import Model, calls, says, served


class Twins:
    """Two copies of one company: in one the planner answers, in the other a model that does as the planner did."""

    def __init__(self, planned: Path, scripted: Path, url: str, model: Model) -> None:
        self._database = Database(settings_in(planned).url)
        self._planned = OwnDoor(bootstrap.assistant(settings_in(planned, sample=True)))
        self._scripted = OwnDoor(bootstrap.assistant(settings_in(scripted, sample=True, llm_base_url=url, llm_model="scripted", llm_timeout=20.0)))
        self._model, self._last = model, ("", "")

    def say(self, who: str, number: int, text: str) -> Answer | None:
        """What the model's answer comes to; None where the planner called nothing, so that there is nothing to do likewise."""
        self._model.asked = []
        first = self._planned.say(who, number, text)
        called = self._called(who)
        self._model.script = [_together(called), says("Here it is.")]
        second = self._scripted.say(who, number, text)
        self._keep(first, second)
        return second if called or not self._model.asked else None

    def click(self, who: str, click: str) -> Answer:
        first, second = self._planned.click(who, self._last[0], click), self._scripted.click(who, self._last[1], click)
        self._keep(first, second)
        return second

    def _keep(self, first: Answer, second: Answer) -> None:
        if first.proposal and second.proposal:
            self._last = first.proposal.id, second.proposal.id

    def _called(self, who: str) -> tuple[Call, ...]:
        with self._database.reading() as session:
            past = keeping.past(session, credentials.asker(session, who), THREAD)
            return past[-1].calls if past else ()


@pytest.fixture
def twins(home: Path, tmp_path: Path) -> Iterator[Twins]:
    model = Model([says("")])
    with served(model) as url:
        yield Twins(Path(shutil.copytree(home, tmp_path / "twin")), home, url, model)


@pytest.mark.slow
@pytest.mark.parametrize("dialogue", [*DIALOGUES, *WIDER[::8]], ids=name_of)
def test_a_model_that_calls_the_same_comes_to_the_same(twins: Twins, home: Path, dialogue: Dialogue) -> None:
    for number, line in enumerate(dialogue.lines):
        before = applied(home)
        click = line.says.strip("[]") if line.says.startswith("[") else ""
        answer = twins.click(dialogue.who, click) if click else twins.say(dialogue.who, number, line.says)
        if answer is None:
            return
        check(line, answer)
        assert applied(home) == before + (click in ("confirm", "undo") or line.says == "yes"), "something was written that nobody confirmed"


def _together(called: tuple[Call, ...]) -> dict[str, object]:
    """One answer that makes all these calls."""
    if not called:
        return says("I do not know.")
    first, *others = (calls(c.tool, **c.said) for c in called)
    made = first["choices"][0]["message"]["tool_calls"]
    made += [{**o["choices"][0]["message"]["tool_calls"][0], "id": f"call_{n}"} for n, o in enumerate(others)]
    return first
