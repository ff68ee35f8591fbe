"""The pages of signing in and of one's own ways in, in a real browser: a whole way in and out, on a small screen, and nothing that any complains of."""
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
import shutil

from playwright.sync_api import Browser, Page, expect
import pytest

from records.database import Database
from tests.bots.web.browsing import WAIT
from tests.bots.web.conftest import served
from tests.bots.web.doors import Door
from tests.conftest import settings_in
from tests.records.conftest import ADMIN, BEN

pytestmark = pytest.mark.slow


@dataclass
class Visit:
    page: Page
    at: str
    door: Door
    complaints: list[str] = field(default_factory=list)

    def link(self, onwards: str = "") -> str:
        return f"{self.at}/sign-in/{self.door.entering.link(ADMIN, BEN)}{onwards}"


@pytest.fixture(scope="module")
def at(office_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Door, str]]:
    home = tmp_path_factory.mktemp("page")
    door = Door(Database(f"sqlite:///{shutil.copy(office_file, home / 'pmo.db')}"))
    with served(door.app(settings_in(home, office="Northlight"))) as address:
        yield door, address


@pytest.fixture
def visit(browser: Browser, at: tuple[Door, str]) -> Iterator[Visit]:
    """A small screen, where nobody is signed in."""
    with browser.new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce") as context:
        page = context.new_page()
        page.set_default_timeout(WAIT)
        made = Visit(page, at[1], at[0])
        page.on("console", lambda said: made.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda wrong: made.complaints.append(str(wrong)))
        yield made


def test_from_a_page_that_was_wanted_by_a_link_into_it_and_out_again(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{visit.at}/account#tokens")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    page.get_by_label("Your e-mail address").fill("ben")
    page.get_by_role("button", name="Send me a link").click()
    expect(page.get_by_role("status")).to_have_text("Please give your e-mail address, such as ana@office.example.")
    page.get_by_label("Your e-mail address").fill(BEN)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("If the office knows that address, a link is on its way by Slack or e-mail.")
    assert visit.door.links.asked == [(BEN, "/account#tokens")]
    page.goto(visit.link("?next=/account"))
    expect(page.locator("#office")).to_have_text("of Northlight")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Ben Okafor")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.get_by_role("button", name="Sign out", exact=True).click()
    expect(page.get_by_role("button", name="Send me a link")).to_be_visible()
    page.goto(f"{visit.at}/account")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    assert not visit.complaints


def test_a_token_is_made_shown_once_and_revoked_and_a_link_that_is_over_says_so(visit: Visit) -> None:
    page = visit.page
    page.goto(visit.link("?next=/account"))
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("What it is for").fill("<img src=x onerror=alert(1)>")
    page.get_by_role("button", name="Make it").click()
    expect(page.locator("#secret")).to_contain_text("pmo_")
    assert visit.door.entering.by_token(page.locator("#secret").inner_text()).email == BEN
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.get_by_role("button", name="End: <img src=x onerror=alert(1)>").click()
    expect(page.get_by_text("You have no tokens.")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Ben Okafor")).to_be_visible()
    expect(page.locator("#made")).to_be_hidden()
    assert not visit.complaints
    page.context.clear_cookies()
    link = visit.link()
    visit.door.entering.redeem(link.rpartition("/")[2])
    page.goto(link)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("status")).to_have_text("That link has been used, or its 15 minutes are over. Ask for a new one.")
    page.get_by_role("link", name="Sign in another way").click()
    expect(page.get_by_role("button", name="Send me a link")).to_be_visible()
