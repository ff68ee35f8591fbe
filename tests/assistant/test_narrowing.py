"""Some of what waits for a yes: “only 1.2 and 1.3”, “all but 1.1”, “only the first two”; it is shown again before anything is done."""
import pytest

from assistant.assistant import Assistant
from assistant.messages import Answer, Question
from assistant.narrowing import narrows, some_of
from assistant.typed_yes import NOTHING_WAITS
from records.errors import BadInput
from records.proposals import Change, Create, Proposal
from reports.blocks import Preview

PLAN = Proposal((Create("task", {"title": "Build", "wbs": "1"}, -1), *(Create("task", {"title": f"Step {n}", "wbs": f"1.{n}", "parent_id": -1}, -1 - n)
                                                                     for n in (1, 2, 3)), Create("task", {"title": "Test", "wbs": "2"}, -5)), "5 new tasks")
CHANGED = Proposal((Change("task", ("A-T-1", "A-T-2", "A-T-3"), {"owner_id": 4}),))


def titles(said: str) -> list[object]:
    some = some_of(said, PLAN)
    assert some is not None
    assert not some.note
    return [w.values["title"] for w in some.wishes if isinstance(w, Create)]


@pytest.mark.parametrize(("said", "left"), [
    ("confirm only 1.2 and 1.3", ["Build", "Step 2", "Step 3"]), ("only the first two", ["Build", "Step 1", "Step 2"]),
    ("all but 1.1", ["Build", "Step 2", "Step 3", "Test"]), ("without 2", ["Build", "Step 1", "Step 2", "Step 3"]),
    ("ok but not 1.1, 1.2", ["Build", "Step 3", "Test"]), ("Confirm 1.3.", ["Build", "Step 3"]), ("everything except the last one", ["Build", "Step 1",
                                                                                                                     "Step 2", "Step 3"]),
    ("just the second", ["Build", "Step 2"])])
def test_some_of_a_plan_is_left_by_number_or_place(said: str, left: list[str]) -> None:
    assert titles(said) == left


def test_some_of_the_records_of_a_change_are_left_by_place() -> None:
    assert some_of("only the first two", CHANGED) == Proposal((Change("task", ("A-T-1", "A-T-2"), {"owner_id": 4}),))


def test_a_number_that_is_not_there_is_asked_for() -> None:
    with pytest.raises(BadInput, match=r"numbered 1\.1 to 2"):
        some_of("only 7.7", PLAN)


@pytest.mark.parametrize("said", ["only Ben's", "without Ben", "confirm", "only those on Apollo", "not now", "only risks over 12", "drop it"])
def test_another_message_is_left_alone(said: str) -> None:
    assert not narrows(said)


async def test_what_is_left_is_shown_again_and_replaces_what_waited(assistant: Assistant) -> None:
    async def ask(said: str) -> Answer:
        return await assistant.answer(Question(said, "ana@northlight.example", "t", said))
    assert (await ask("only the first two")).error == NOTHING_WAITS
    await ask("move all of Ben's overdue tasks to Ana")
    (preview,) = [b for b in (await ask("only the first two")).blocks if isinstance(b, Preview)]
    assert [c.record for c in preview.changes] == ["APOLLO-T-5", "APOLLO-T-6"]
    assert "Done" in str((await ask("yes")).blocks[0])


async def test_a_no_to_what_was_asked_back_ends_that_wish(assistant: Assistant) -> None:
    async def ask(said: str) -> Answer:
        return await assistant.answer(Question(said, "mia@northlight.example", "t", said))
    await ask("push my Corvus task to friday")
    assert "I drop that" in str((await ask("discard")).blocks[0])
    (preview,) = [b for b in (await ask("CORVUS-T-5 70%")).blocks if isinstance(b, Preview)]
    assert [(c.field, c.after) for c in preview.changes] == [("progress", "70 %")]
