"""Whole days of three kinds of people in Slack, by HTTP and by Socket Mode: what they say, click, choose, submit and see."""
import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest

from bots.slack import Behind, Keys, serve
from tests.bots.slack.conftest import Company, Northlight, _office, over_http
from tests.fakes.slack import BOT, Actor, Message
from tests.fakes.slack.people import buttons

TASKS = b"title,project,owner,due,hours\nPaint the booth,Apollo,Ana Ruiz,2026-11-20,6\nHang the lamps,Apollo,Ana Ruiz,2026-12-03,4\n"


@pytest.fixture(params=["http", "sockets"])
async def people(request: pytest.FixtureRequest, company: Company) -> AsyncIterator[Northlight]:
    """The same people by both ways that Slack can reach the app."""
    if request.param == "http":
        async with over_http(company.assistant, company.office) as scene:
            yield Northlight(scene)
        return
    async with _office() as scene:
        serving = asyncio.create_task(serve(company.assistant, Keys("xoxb-test", "xapp-test", url=scene.slack.api_url), behind=Behind(company.office)))
        await asyncio.wait_for(scene.slack.sockets.connected.wait(), 5)
        yield Northlight(scene)
        serving.cancel()
        with suppress(asyncio.CancelledError):
            await serving


async def test_a_manager_imports_her_csv_in_a_thread_and_gives_a_task_to_a_colleague(people: Northlight) -> None:
    ana, ben = people.ana, people.ben
    root = await ana.tell("what should I do today?")
    await ana.reply(root)
    preview = await with_buttons(ana, await ana.drop(ana.dm.id, "please import this", "booth.csv", TASKS, thread=root))
    assert "Import booth.csv: 2 new tasks" in preview.everything
    await ana.click(preview, "confirm")
    assert "Paint the booth" in (await ana.changed(preview)).everything
    given = await with_buttons(ana, await ana.say(ana.dm.id, "give the task paint the booth to Ben", thread=root))
    assert "Ben Okafor" in given.everything
    await ana.click(given, "confirm")
    assert buttons(await ana.changed(given)) == ["Undo"]
    await ben.open_home()
    assert "Paint the booth" in str(ben.home)
    for each, edits in ((given, 2), (preview, 2)):
        await ana.click(each, "undo")
        await ana.changed(each, edits)


async def test_an_executive_reads_a_few_lines_and_approves_one_decision(people: Northlight) -> None:
    elena = people.elena
    await elena.open_home()
    assert "Add single sign-on for dealers" in str(elena.home)
    brief = await elena.reply(await elena.tell("what is waiting for me?"))
    assert "APOLLO-CR-2" in brief.everything
    preview = await with_buttons(elena, await elena.tell("approve APOLLO-CR-2 because dealers asked for it"))
    assert "Nothing is changed yet." in preview.everything
    await elena.click(preview, "confirm")
    receipt = await elena.changed(preview)
    assert "status: submitted → approved" in receipt.text
    assert "dealers asked for it" in receipt.text
    await elena.click(receipt, "undo")
    await elena.changed(preview, edits=2)


async def test_a_member_finishes_a_task_and_books_hours_by_a_form(people: Northlight) -> None:
    ben = people.ben
    await ben.shortcut("new_task")
    start = await ben.write(ben.dm.id, "-")
    assert await ben.submit(title="Sweep the hall", project="apollo", due="2026-11-19", owner="ben") == {}
    receipt = await ben.reply(start)
    key = receipt.text.split("new task ")[1].split(" ")[0]
    done = await with_buttons(ben, await ben.tell(f"{key} is done"))
    await ben.click(done, "confirm")
    assert "done" in (await ben.changed(done)).text
    again = await ben.reply(await ben.tell(f"mark {key} done"))
    assert "Confirm" not in buttons(again)


async def test_an_unknown_colleague_comes_in_and_asks(people: Northlight) -> None:
    name = f"Kim {people.slack.workspace.next_id('K')}"
    kim, paula = people.slack.person("U0KIM", name, f"{name.lower().replace(' ', '.')}@northlight.example"), people.paula
    start = await paula.write(paula.dm.id, "-")
    offered = await kim.reply(await kim.tell("how is Apollo doing?"))
    await kim.click(offered, "enter:ask")
    await paula.click(wish := await paula.reply(start), "enter:let:member")
    await paula.changed(wish)
    assert "Apollo is off track" in (await with_words(kim, await kim.tell("how is Apollo doing?"), "Apollo")).everything


async def test_hostile_words_in_forms_neither_ping_nor_link_anywhere(people: Northlight) -> None:
    ana, hostile = people.ana, "<!channel> <@UBEN> https://evil.example <https://evil.example|click> *x*"
    await ana.shortcut("new_task")
    start = await ana.write(ana.dm.id, "-")
    assert await ana.submit(title=hostile, due="2026-11-18", owner="ana", description=hostile) == {}
    receipt = await ana.reply(start)
    await ana.open_home()
    await ana.say("C0ALL", f"<@{BOT}> what should I do today?")
    await ana.shortcut("task_from_message", await ana.write("C0ALL", hostile))
    await ana.click(receipt, "undo")
    await ana.changed(receipt)
    assert "!channel" in str(ana.home)
    assert (people.slack.pings, people.slack.links) == ([], [])


async def with_words(who: Actor, after: Message, words: str) -> Message:
    found: Message = await who.until(lambda: next((m for m in who.replies(after) if words in m.everything), None))
    return found


async def with_buttons(who: Actor, after: Message) -> Message:
    """The first answer after a message that has buttons."""
    found: Message = await who.until(lambda: next((m for m in who.replies(after) if buttons(m)), None))
    return found
