"""A row of a preview that waits is left out by words of its title; what names none of its rows goes on as it was said."""
import pytest

from assistant.assistant import Assistant
from assistant.leaving_out import without_titled
from assistant.messages import Answer, Question
from assistant.typed_yes import SINCE
from records.proposals import Change, Create, FieldChange, Proposal
from reports.blocks import Preview, Text

PARTY = Proposal(tuple(Create("task", {"title": title}) for title in ("Order the cake", "Book the room", "Write the invitation")))
CHANGED = Proposal((Change("task", ("A-T-1", "A-T-2"), {"owner_id": 4}),))
SHOWN = (FieldChange("A-T-1", "owner", "", "Ben", "Load test the portal"), FieldChange("A-T-2", "owner", "", "Ben", "Rework the password reset"))


@pytest.mark.parametrize("said", ["the cake one is not needed", "we don't need the cake", "drop the cake", "the cake can go", "leave out the cake task",
                                  "no, the cake isn't necessary"])
def test_a_row_that_is_not_needed_is_left_out(said: str) -> None:
    some = without_titled(said, PARTY, ())
    assert some is not None
    assert [w.values["title"] for w in some.wishes if isinstance(w, Create)] == ["Book the room", "Write the invitation"]


def test_a_record_of_a_change_is_left_out_by_what_it_is_called() -> None:
    assert without_titled("the load test can go", CHANGED, SHOWN) == Proposal((Change("task", ("A-T-2",), {"owner_id": 4}),))


@pytest.mark.parametrize("said", ["the report is not needed", "drop the", "drop the task", "the one is not needed"])
def test_what_is_of_no_row_leaves_out_nothing(said: str) -> None:
    assert without_titled(said, PARTY, ()) is None


async def test_what_is_left_replaces_what_waited_and_a_preview_shown_again_can_still_be_corrected(assistant: Assistant) -> None:
    async def ask(said: str) -> Answer:
        return await assistant.answer(Question(said, "ana@northlight.example", "t", said))
    await ask("add tasks to Apollo: Order the cake; Book the room; Write the invitation")
    assert "cake" not in str([b for b in (await ask("the cake one is not needed")).blocks if isinstance(b, Preview)])
    assert "Still waiting" not in str((await ask("yes")).blocks)
    await ask("set the due date of APOLLO-T-9 to 4 December")
    await ask("how is Apollo doing?")
    assert (await ask("yes please")).blocks[0] == Text(SINCE)
    assert "7 Dec" in str((await ask("no, 7 December")).proposal)
