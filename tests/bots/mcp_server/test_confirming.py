"""What a client proposes waits for its person on our page: nothing that a client, its model or the library of the protocol answers confirms it."""
import inspect
import re

from mcp import types
import pytest

from bots.mcp_server import confirming, server
from tests.bots.mcp_server.conftest import ANA, BEN, NEW, OLD, PAGE, Lent, Person, receipts, text

SWEEP = {"kind": "task", "values": {"title": "Sweep the floor", "project": "Apollo"}}
ERAS = pytest.mark.parametrize("mode", [OLD, NEW])


def number(said: str) -> str:
    found = re.search(rf"{PAGE}/proposals/(P-\w+)", said)
    assert found
    return found[1]


async def state(lent: Lent, who: str, proposal: str) -> list[str]:
    return [block.type for block in (await lent.assistant.open(who, "proposal", proposal))[0].answer.blocks]


@ERAS
async def test_a_client_that_opens_no_links_gets_the_preview_and_the_link(lent: Lent, mode: str) -> None:
    async with lent.client(ANA, mode=mode) as client:
        waits = await client.call_tool("create_record", SWEEP)
    said = text(waits)
    assert "- new task title: Sweep the floor" in said
    assert f"Nothing is changed yet: {number(said)} waits until {ANA} confirms it, signed in, at {PAGE}/proposals/" in said
    assert "pmo confirm" not in said
    assert waits.structured_content["proposal"] == number(said)
    assert await state(lent, ANA, number(said)) == ["preview"]


@ERAS
async def test_a_person_who_confirms_on_the_page_is_told_of_in_the_result(lent: Lent, mode: str) -> None:
    ana = Person("accept", lent, ANA, confirms=True)
    async with lent.client(ANA, mode=mode, elicitation_callback=ana) as client:
        done = await client.call_tool("create_record", SWEEP)
    assert [asked.mode for asked in ana.asked] == ["url"]
    assert ana.asked[0].message == "New task: look at it and confirm it on the page of the PMO. Nothing is changed before."
    assert "That was done already, as change #" in text(done)
    assert [b["position"] for b in done.structured_content["blocks"] if b["type"] == "receipt"] == receipts(ana.done)


@ERAS
@pytest.mark.parametrize(("action", "told"), [("accept", "They were asked to open it"), ("decline", "They did not want to open it now."),
                                              ("cancel", "They did not want to open it now.")])
async def test_whatever_a_client_answers_by_itself_changes_nothing(lent: Lent, mode: str, action: str, told: str) -> None:
    by_itself = Person(action, lent, ANA)
    async with lent.client(ANA, mode=mode, elicitation_callback=by_itself) as client:
        waits = await client.call_tool("create_record", SWEEP)
    assert "Nothing is changed yet" in text(waits)
    assert told in text(waits)
    assert await state(lent, ANA, number(text(waits))) == ["preview"]


async def test_a_look_up_tells_later_whether_it_was_confirmed(lent: Lent) -> None:
    async with lent.client(ANA) as client:
        proposal = number(text(await client.call_tool("create_record", SWEEP)))
        before = await client.call_tool("look_up_proposal", {"proposal": proposal})
        await lent.assistant.confirm(ANA, proposal)
        after = await client.call_tool("look_up_proposal", {"proposal": proposal})
    assert "Nothing is changed yet" in text(before)
    assert "That was done already, as change #" in text(after)
    assert not after.is_error


@pytest.mark.parametrize("said", [{}, {"proposal": 7}, {"proposal": "P-00000000"}, {"proposal": "' or 1=1"}])
async def test_a_look_up_of_nothing_of_ones_own_finds_nothing(lent: Lent, said: dict[str, object]) -> None:
    async with lent.client(ANA) as client:
        wrong = await client.call_tool("look_up_proposal", said)
    assert (wrong.is_error, text(wrong)) == (True, "There is no such proposal of yours.")


async def test_a_proposal_of_somebody_else_is_not_shown_by_coming_again_with_it(lent: Lent) -> None:
    async with lent.client(ANA) as client:
        proposal = number(text(await client.call_tool("create_record", SWEEP)))
    async with lent.client(BEN, mode=NEW) as client:
        found = await client.session.call_tool("create_record", SWEEP, request_state=proposal, input_responses={
            "confirmation": types.ElicitResult(action="accept", content={"confirm": True})})
    assert isinstance(found, types.CallToolResult)
    assert (found.is_error, text(found)) == (True, "There is no such proposal of yours.")
    assert await state(lent, ANA, proposal) == ["preview"]


async def test_a_discarded_proposal_says_so(lent: Lent) -> None:
    async with lent.client(ANA) as client:
        proposal = number(text(await client.call_tool("create_record", SWEEP)))
        await lent.assistant.confirm(ANA, proposal, "discard")
        gone = await client.call_tool("look_up_proposal", {"proposal": proposal})
    assert text(gone) == "That preview was discarded; ask again if you want it."


async def test_what_would_change_something_restricted_is_shown_on_the_page_only(lent: Lent) -> None:
    async with lent.client() as client:
        waits = await client.call_tool("create_record", {"kind": "task", "values": {"title": "Quietly", "project": "Zephyr"}})
        proposal = number(text(waits))
        await lent.assistant.confirm("paula@northlight.example", proposal)
        done = await client.call_tool("look_up_proposal", {"proposal": proposal})
    assert "What this would change is not shown here: ZEPHYR is restricted and stays in the house." in text(waits)
    assert "Quietly" not in str((waits, done))
    assert "It was confirmed, as change #" in text(done)


def test_the_face_has_no_way_to_confirm() -> None:
    """No tool of ours, no path: neither the words nor the doors are there."""
    for module in (server, confirming):
        assert not re.search(r"\.confirm\(|elicit_form|\.answer\(", inspect.getsource(module))
