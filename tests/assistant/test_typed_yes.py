"""A typed yes is said of the preview right before it, and of nothing older."""
import pytest

from assistant.assistant import Assistant
from assistant.messages import Answer, Question
from assistant.typed_yes import SINCE
from reports.blocks import Preview, Text

ANA = "ana@northlight.example"


async def ask(assistant: Assistant, text: str, number: int) -> Answer:
    return await assistant.answer(Question(f"{number}", ANA, "t", text))


async def test_a_yes_behind_something_else_shows_what_waits_once_more_before_it_counts(assistant: Assistant) -> None:
    await ask(assistant, "mark APOLLO-T-12 done", 1)
    await ask(assistant, "hand the seventh one over to the postman", 2)
    again = await ask(assistant, "yes", 3)
    assert again.blocks[0] == Text(SINCE)
    assert [b for b in again.blocks if isinstance(b, Preview)]
    assert "Done" in str((await ask(assistant, "yes", 4)).blocks[0])


async def test_a_yes_right_behind_the_preview_applies_it(assistant: Assistant) -> None:
    await ask(assistant, "how is Apollo doing?", 1)
    await ask(assistant, "mark APOLLO-T-12 done", 2)
    assert "Done" in str((await ask(assistant, "yes", 3)).blocks[0])


async def test_a_yes_means_the_preview_shown_last_and_names_the_older_one_that_stays_open(assistant: Assistant) -> None:
    await ask(assistant, "mark APOLLO-T-12 done", 1)
    await ask(assistant, "set the due date of APOLLO-T-9 to 4 December", 2)
    done = str((await ask(assistant, "yes", 3)).blocks)
    assert "APOLLO-T-9" in done
    assert "Still waiting for your yes or no: “Change APOLLO-T-12" in done


async def test_a_no_drops_the_preview_shown_last_and_the_older_one_is_shown_before_it_counts(assistant: Assistant) -> None:
    await ask(assistant, "mark APOLLO-T-12 done", 1)
    await ask(assistant, "set the due date of APOLLO-T-9 to 4 December", 2)
    assert "Discarded" in str((await ask(assistant, "no", 3)).blocks[0])
    again = await ask(assistant, "yes", 4)
    assert again.blocks[0] == Text(SINCE)
    assert "APOLLO-T-12" in str(again.blocks)
    assert "Done" in str((await ask(assistant, "yes", 5)).blocks[0])


@pytest.mark.parametrize("said", [
    "no, discard it", "discard that please", "please don't", "no don't do that", "oh no, leave it as it is", "rather not", "not now",
    "I changed my mind", "no, that's wrong", "scrap the preview", "no need, thanks",
])
async def test_a_no_in_whatever_words_drops_what_waits(assistant: Assistant, said: str) -> None:
    await ask(assistant, "mark APOLLO-T-12 done", 1)
    assert "Discarded" in str((await ask(assistant, said, 2)).blocks[0])


@pytest.mark.parametrize("said", ["yes, do that", "yes, that's right", "confirmed", "perfect, go ahead", "looks right, save it", "Ok, please apply it, thanks"])
async def test_a_yes_in_whatever_words_applies_what_waits(assistant: Assistant, said: str) -> None:
    await ask(assistant, "mark APOLLO-T-12 done", 1)
    assert "Done" in str((await ask(assistant, said, 2)).blocks[0])


@pytest.mark.parametrize("said", [
    "yes?", "yes but not today", "are you sure", "is that right?", "ok, and who owns it", "good", "yes, for Ben", "do it tomorrow", "is it ok",
    "that's right, but wait", "yes or no",
])
async def test_a_doubt_and_a_yes_with_more_in_it_applies_nothing(assistant: Assistant, said: str) -> None:
    await ask(assistant, "mark APOLLO-T-12 done", 1)
    answer = await ask(assistant, said, 2)
    assert not any("Done" in str(block)[:60] for block in answer.blocks)
    assert "done" not in str((await ask(assistant, "what is the status of APOLLO-T-12?", 3)).blocks)
