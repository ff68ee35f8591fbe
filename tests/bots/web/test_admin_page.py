"""The page of running the installation, in a real browser: what its admin does there, what an auditor sees of it, and that nobody else sees anything."""
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect
import pytest

from assistant import bootstrap
from assistant.entering import Entering
from bots.web import web
from records import journal
from records.database import Database
from records.errors import Unproven
from records.journal import Event
from tests.bots.web.browsing import WAIT
from tests.bots.web.conftest import served
from tests.conftest import NOW, copied, settings_in

pytestmark = pytest.mark.slow
PAULA, MIA = "paula@northlight.example", "mia@northlight.example"
HOSTILE = "<img src=x onerror=document.title='owned'>"


@pytest.fixture(scope="module")
def at(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Entering, str]]:
    settings = settings_in(copied(sample_home, tmp_path_factory.mktemp("admin") / "pmo"), sample=True, time_zone="Asia/Kolkata")
    database = Database(settings.url)
    with database.writing() as tx:
        journal.note(tx, NOW, 3, Event.question_misunderstood, HOSTILE)
    office = bootstrap.office(settings, database)
    with served(web(bootstrap.hands(settings), bootstrap.upkeep(settings), settings, office=office)) as address:
        yield office.entering, address


@contextmanager
def page_of(browser: Browser, address: str, person: str, width: int = 1280) -> Iterator[Page]:
    """The page, opened by this person; at the end it must not have complained."""
    with browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce") as context:
        context.add_init_script(f"localStorage.setItem('pmo.person', '{person}@northlight.example')")
        page = context.new_page()
        page.set_default_timeout(WAIT)
        complaints: list[str] = []
        page.on("pageerror", lambda wrong: complaints.append(str(wrong)))
        page.goto(f"{address}/admin")
        page.locator("#parts > *").first.wait_for()
        yield page
        assert not complaints


def test_where_nobody_was_here_yet_no_empty_column_says_so(browser: Browser, at: tuple[Entering, str]) -> None:
    with page_of(browser, at[1], "paula", 320) as page:
        expect(page.locator("#people thead")).to_contain_text("ways in")
        expect(page.locator("#people thead")).not_to_contain_text("last here")


def test_an_admin_revokes_a_token_after_being_asked_once_and_sees_what_was_not_understood(browser: Browser, at: tuple[Entering, str]) -> None:
    entering, address = at
    secret = entering.token(PAULA, MIA, name=HOSTILE)
    with page_of(browser, address, "paula", 320) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        expect(page.locator("#misunderstood tbody tr")).to_contain_text(HOSTILE)
        expect(page.locator("#passes")).to_contain_text("Times are those of the office, Asia/Kolkata.")
        expect(page.locator("#passes tbody tr")).to_contain_text("Wed 18 Nov 2026 14:30")
        page.get_by_role("button", name=f"Revoke: {HOSTILE}, {MIA}").click()
        page.keyboard.press("Escape")
        page.get_by_role("button", name=f"Revoke: {HOSTILE}, {MIA}").click()
        assert entering.by_token(secret).email == MIA
        yes = page.get_by_role("button", name=f"Yes, revoke: {HOSTILE}, {MIA}")
        expect(yes).to_be_focused()
        yes.press("Enter")
        expect(page.locator("#says")).to_have_text("That token is revoked.")
        expect(page.locator("#passes .none")).to_have_text("Nobody is signed in, and there is no token.")
        with pytest.raises(Unproven):
            entering.by_token(secret)
        assert page.title() == "Administration – Project Assistant"


def test_an_auditor_verifies_the_log_finds_a_change_and_saves_the_file(browser: Browser, at: tuple[Entering, str]) -> None:
    with page_of(browser, at[1], "tom") as page:
        expect(page.locator("#parts section")).to_have_count(6)
        expect(page.locator("#people")).to_have_count(0)
        page.get_by_role("button", name="Verify the log").click()
        expect(page.locator("#changes [role=status]")).to_contain_text("Whole: ")
        page.get_by_label("Find in these lists").fill("#150")
        expect(page.locator("#changes tbody tr:not([hidden])")).to_have_count(1)
        with page.expect_download() as saved:
            page.get_by_role("button", name="Save the auditor’s file").click()
        assert saved.value.suggested_filename == "evidence-2026-11-18.zip"


def test_a_member_sees_nothing_of_it(browser: Browser, at: tuple[Entering, str]) -> None:
    with page_of(browser, at[1], "mia") as page:
        expect(page.locator("#parts")).to_have_text("This page is for the PMO admin, and for auditors.")
        expect(page.locator("#overview")).to_be_empty()
