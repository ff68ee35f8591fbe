"""The page of one proposal, where a client from outside sends its person: opening it changes nothing, and only its person finds it."""
import asyncio
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from playwright.sync_api import Browser, Page, expect
import pytest

from assistant import bootstrap
from assistant.assistant import Assistant
from bots.web import web
from tests.bots.web.conftest import served
from tests.conftest import copied, settings_in

pytestmark = pytest.mark.slow
ANA = "ana@northlight.example"
T = TypeVar("T")
TITLE = "Sweep <img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def at(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Assistant]]:
    """The sample company, served, and the assistant behind it."""
    settings = settings_in(copied(sample_home, tmp_path_factory.mktemp("proposal") / "pmo"), sample=True)
    hands = bootstrap.hands(settings)
    with served(web(hands, bootstrap.upkeep(settings), settings)) as address:
        yield address, hands


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 320, "height": 640}) as context:
        page = context.new_page()
        page.set_default_timeout(10_000)
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" and "404" not in message.text else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page
    assert complaints == []


def awaited(coming: Coroutine[Any, Any, T]) -> T:
    """What comes of it; the browser's own loop runs in this thread, so it is waited for in another."""
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(asyncio.run, coming).result()


def proposed(hands: Assistant) -> str:
    made = awaited(hands.call(ANA, "create_record", {"kind": "task", "values": {"title": TITLE, "project": "Apollo"}}, "mcp"))
    assert made.proposal
    return made.proposal.id


def seen(hands: Assistant, number: str) -> list[str]:
    return [block.type for block in awaited(hands.open(ANA, "proposal", number))[0].answer.blocks]


def opened(page: Page, address: str, number: str) -> None:
    page.goto(f"{address}/proposals/{number}")
    page.locator("#proposal > *").first.wait_for()


def test_only_its_person_finds_it_and_a_click_of_theirs_confirms_it(page: Page, at: tuple[str, Assistant]) -> None:
    address, hands = at
    number = proposed(hands)
    opened(page, address, number)                                     # as Paula, the first there is to be
    expect(page.locator("#proposal")).to_contain_text("There is no such proposal of yours.")
    page.select_option("#person", ANA)
    preview = page.get_by_role("region", name="Proposed change: New task")
    expect(preview).to_contain_text(TITLE)
    assert page.locator("#proposal img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert seen(hands, number) == ["preview"]
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_role("heading", name="Done: new task APOLLO-T-")).to_be_visible()
    assert seen(hands, number) == ["text", "receipt"]
    expect(page.locator("h1")).to_have_text("A change that was proposed")


def test_it_is_discarded_there_too(page: Page, at: tuple[str, Assistant]) -> None:
    address, hands = at
    number = proposed(hands)
    page.add_init_script(f"localStorage.setItem('pmo.person', '{ANA}')")
    opened(page, address, number)
    page.get_by_role("button", name="Discard").click()
    expect(page.locator("#proposal")).to_have_text("Discarded; nothing was changed.")
