"""A record is asked for by the key it has in the file it came from; it is told beside ours, and who may not see the record learns nothing."""
import pytest

from assistant.assistant import Assistant
from assistant.loading import File
from assistant.messages import Answer, Question
from reports.blocks import Card, Preview, Receipt

ANA, PAULA = "ana@northlight.example", "paula@northlight.example"
LIST = b"Ref,Title,Owner,Due,Project\nW-001,Clear the racking,ben@northlight.example,2026-12-15,%s\nW-2b,Order the racking,,2026-12-04,%s\n"


async def brought(assistant: Assistant, project: bytes, thread: str = "t") -> Answer:
    shown = await assistant.load(PAULA, File("list.csv", LIST % (project, project)), thread)
    assert shown.proposal
    done = await assistant.confirm(PAULA, shown.proposal.id)
    return Answer(thread, (*shown.blocks, *done.blocks))


async def asked(assistant: Assistant, who: str, text: str) -> Answer:
    return await assistant.answer(Question(f"{who}{text}", who, f"new{who}{text}", text))


@pytest.mark.parametrize("text", ["show W-001", "find w-001", "when is W-001 due?", "who owns W-001?", "is W-001 done?", "W-001", "what is W-001's status?"])
async def test_a_record_is_asked_for_by_its_files_key(assistant: Assistant, text: str) -> None:
    await brought(assistant, b"Depot")
    told = await asked(assistant, PAULA, text)
    assert [b.title for b in told.blocks if isinstance(b, Card)] == ["DEPOT-T-1 Clear the racking"], told


async def test_a_record_is_changed_by_its_files_key(assistant: Assistant) -> None:
    await brought(assistant, b"Depot")
    told = await asked(assistant, PAULA, "W-2b is done")
    assert [b.title for b in told.blocks if isinstance(b, Preview)] == ["Change DEPOT-T-2 Order the racking"]


async def test_the_preview_and_the_receipt_show_the_files_key_beside_ours(assistant: Assistant) -> None:
    told = await brought(assistant, b"Depot")
    (preview,), (receipt,) = [b for b in told.blocks if isinstance(b, Preview)], [b for b in told.blocks if isinstance(b, Receipt)]
    assert [c.after for c in preview.changes if c.field == "key in the file"] == ["W-001", "W-2b"]
    assert "DEPOT-T-1 key in the file: W-001" in receipt.lines


async def test_a_key_of_two_files_is_asked_about(assistant: Assistant) -> None:
    await brought(assistant, b"Depot")
    await brought(assistant, b"Quay", "u")
    told = await asked(assistant, PAULA, "when is W-001 due?")
    assert "“W-001” could be DEPOT-T-1 or QUAY-T-1." in str(told.blocks[0])


async def test_who_may_not_see_the_record_learns_nothing_of_the_key(assistant: Assistant) -> None:
    await brought(assistant, b"ZEPHYR")
    told = await asked(assistant, ANA, "show W-2b")
    assert "ZEPHYR" not in str(told)
    assert "Order the racking" not in str(told)


async def test_what_no_file_brought_is_not_there(assistant: Assistant) -> None:
    told = await asked(assistant, PAULA, "show W-777")
    assert "There is no" in f"{told.error}{told.blocks}"
