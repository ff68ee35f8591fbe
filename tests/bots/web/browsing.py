"""A real browser at the page: Debian's Chromium by Playwright. What the page complains of on its console is collected."""
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright
import pytest

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
             "--disable-sync"]
WAIT = 30_000                   # far more than anything takes, but for a machine that has much else to do


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip("there is no Chromium here (Debian's package: chromium)")
    expect.set_options(timeout=WAIT)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


class Talk:
    """The page as its person uses it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.complaints: list[str] = []
        page.set_default_timeout(WAIT)
        page.on("console", lambda message: self.complaints.append(message.text) if message.type == "error" and "404" not in message.text else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.open()

    def open(self, at: str = "") -> None:
        """Load the page afresh, and wait until it is ready."""
        self.page.goto("about:blank")
        self.page.goto(self.address + at)
        self._wait()

    def again(self) -> None:
        """Load again what stands in the address."""
        self.page.reload()
        self._wait()

    def _wait(self) -> None:
        self.page.locator("#who").wait_for()
        self.page.locator("#log .turn, body:not(.begun) #welcome").first.wait_for()

    def say(self, text: str) -> Locator:
        """Ask by typing; returns the turn, answered."""
        turns = self.page.locator(".turn").count()
        self.page.locator("#text").fill(text)
        self.page.locator("#text").press("Enter")
        turn = self.page.locator(".turn").nth(turns)
        turn.locator(".answer").wait_for()
        return turn

    def click(self, name: str) -> Locator:
        """Click the newest button of a name; returns the turn that comes of it."""
        turns = self.page.locator(".turn").count()
        self.page.get_by_role("button", name=name, exact=True).last.click()
        turn = self.page.locator(".turn").nth(turns)
        turn.locator(".answer").wait_for()
        return turn

    @property
    def focused(self) -> str:
        """The text of what has the focus, or its id."""
        return str(self.page.evaluate("document.activeElement.textContent || document.activeElement.id"))


@pytest.fixture
def talk(browser: Browser, address: str) -> Iterator[Talk]:
    """The page, opened; at the end it must not have complained."""
    with browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce") as context:
        talk = Talk(context.new_page(), address)
        yield talk
    assert not talk.complaints
