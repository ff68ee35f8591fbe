"""The web face over the whole house and the sample company: from a question to a confirmed change and back, as several people."""
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
from playwright.sync_api import Browser, expect
import pytest

from assistant.assistant import Assistant
from assistant.settings import Settings
from assistant.upkeep import Upkeep
from bots.web import web
from tests.bots.web.browsing import Talk
from tests.bots.web.conftest import HERE, served

BREAK_DOWN = "break down Apollo: we need a login page, an invoice download and a help page"
CREATE = "create a task for Ana to fix the login page by next Friday, 6h"


@pytest.fixture
def app(assistant: Assistant, upkeep: Upkeep, settings: Settings) -> Any:
    return web(assistant, upkeep, settings)


@pytest.fixture
async def ana(app: Any) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=HERE, headers={"X-PMO-Person": "Ana"}) as client:
        yield client


async def ask(client: httpx.AsyncClient, text: str, **more: str) -> Any:
    answer = await client.post("/api/v1/ask", json={"text": text, **more})
    assert answer.status_code == 200
    return answer.json()


async def test_a_status_has_two_verdicts_and_its_records_open(ana: httpx.AsyncClient) -> None:
    answer = await ask(ana, "how is Apollo doing?")
    cards = [b for b in answer["blocks"] if b["type"] == "card"]
    assert [c["title"].split("?")[0] for c in cards[:2]] == ["Delivered well", "Still worth it"]
    for source in answer["sources"][:3]:
        assert (await ana.get(f"/api/v1/records/{source['key']}/blocks")).status_code == 200


async def test_a_task_is_created_once_by_its_asker_alone_and_undone(ana: httpx.AsyncClient) -> None:
    proposal = (await ask(ana, CREATE))["proposal"]["id"]
    stolen = await ana.post(f"/api/v1/proposals/{proposal}/confirm", headers={"X-PMO-Person": "Ben"})
    assert stolen.json()["error"]
    receipts = [(await ana.post(f"/api/v1/proposals/{proposal}/confirm")).json() for _ in range(2)]
    keys = {b["keys"][0] for r in receipts for b in r["blocks"] if b["type"] == "receipt"}
    assert len(keys) == 1
    key = keys.pop()
    assert (await ana.get(f"/api/v1/records/{key}/blocks")).status_code == 200
    undone = (await ana.post(f"/api/v1/proposals/{proposal}/undo")).json()
    assert undone["error"] is None
    assert (await ana.get(f"/api/v1/records/{key}/blocks")).status_code == 404


async def test_a_cited_section_opens(ana: httpx.AsyncClient) -> None:
    answer = await ask(ana, "what do I need before gate 2?")
    passage = next(b for b in answer["blocks"] if b["type"] == "passage")
    opened = await ana.get(f"/api/v1/sections/{passage['source']['key']}")
    assert passage["text"].split("\n")[0] in opened.json()["blocks"][0]["text"]


async def test_the_restricted_project_does_not_exist_for_an_outsider(ana: httpx.AsyncClient) -> None:
    hidden = await ana.get("/api/v1/records/ZEPHYR/blocks")
    missing = await ana.get("/api/v1/records/NOWHERE/blocks")
    assert hidden.status_code == missing.status_code == 404
    assert hidden.json()["error"].replace("ZEPHYR", "NOWHERE") == missing.json()["error"]
    assert (await ana.get("/api/v1/records/ZEPHYR/blocks", headers={"X-PMO-Person": "Paula"})).status_code == 200


@pytest.mark.parametrize("said", [
    "x" * 8000, "\u202eevil\u202c how is Apollo doing", "'; drop table task; --", "😀" * 500, "%s %d {0} ${x}", "\n\n\t\n?",
])
async def test_odd_text_gets_a_whole_answer(ana: httpx.AsyncClient, said: str) -> None:
    assert set(await ask(ana, said)) == {"thread", "blocks", "sources", "proposal", "error"}


async def test_the_api_confirms_some_of_a_plan_and_refuses_numbers_that_are_not_there(ana: httpx.AsyncClient) -> None:
    answer = await ask(ana, BREAK_DOWN)
    proposal = answer["proposal"]["id"]
    wrongs: tuple[object, ...] = ({"only": ["99"]}, {"only": "1.1"}, {"just": []})
    for wrong in wrongs:
        refused = (await ana.post(f"/api/v1/proposals/{proposal}/confirm", json=wrong)).json()
        assert refused["error"]
    done = (await ana.post(f"/api/v1/proposals/{proposal}/confirm", json={"only": ["1.2"]})).json()
    assert done["error"] is None
    lines = " ".join(done["blocks"][0]["lines"])
    assert ("Build a login page" in lines, "Deliver an invoice download" in lines) == (True, False)


@pytest.fixture
def talk(browser: Browser, app: Any) -> Iterator[Talk]:
    with served(app) as address, browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce") as context:
        talk = Talk(context.new_page(), address)
        yield talk
    assert not talk.complaints


@pytest.mark.slow
def test_the_page_goes_the_whole_way(talk: Talk) -> None:
    talk.page.get_by_label("I am").select_option("ana@northlight.example")
    talk.say("how is Apollo doing?")
    expect(talk.page.locator(".card.verdict")).to_have_count(2)
    talk.say("what do I need before gate 2?").locator(".cite").first.click()
    expect(talk.page.get_by_role("dialog").locator(".section")).to_contain_text("gate")
    talk.page.keyboard.press("Escape")
    talk.say("create a task for Ana to fix <img src=x onerror=alert(1)> by next Friday")
    expect(talk.page.locator(".preview")).to_contain_text("<img src=x onerror=alert(1)>")
    expect(talk.click("Confirm").locator(".receipt h3")).to_contain_text("Done")
    talk.again()
    expect(talk.page.locator(".preview button")).to_have_count(0)
    expect(talk.click("Undo").locator(".receipt h3")).to_contain_text("Undone")


@pytest.mark.slow
def test_of_a_plan_what_is_unticked_is_left(talk: Talk) -> None:
    talk.page.get_by_label("I am").select_option("ana@northlight.example")
    preview = talk.say(BREAK_DOWN).locator(".preview")
    whole, confirm = preview.locator(".plan input"), preview.locator(".go")
    expect(whole.first).to_be_visible()
    expect(preview.get_by_text("Every field")).to_be_visible()
    preview.get_by_role("checkbox", name="1 Build", exact=False).first.uncheck()
    expect(preview.get_by_role("checkbox", name="login page")).not_to_be_checked()
    preview.get_by_role("checkbox", name="login page").check()
    assert preview.locator("input[value='1']").evaluate("box => box.indeterminate")
    said = confirm.text_content() or ""
    receipt = talk.click(said).locator(".receipt")
    expect(receipt).to_contain_text("login page")
    expect(receipt).not_to_contain_text("Deliver an invoice download")


@pytest.mark.slow
def test_with_nothing_ticked_there_is_nothing_to_confirm(talk: Talk) -> None:
    talk.page.get_by_label("I am").select_option("ana@northlight.example")
    preview = talk.say(BREAK_DOWN).locator(".preview")
    for box in preview.locator(".plan [data-deep='1'] input").all():
        box.uncheck()
    expect(preview.locator(".go")).to_be_disabled()
    preview.locator(".plan input").first.check()
    expect(preview.locator(".go")).to_be_enabled()
