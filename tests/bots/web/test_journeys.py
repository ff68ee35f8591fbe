"""Whole journeys through the pages in a real browser: a manager hands a task over by a form, its owner accepts it, an executive decides; and the rules of
accessibility on every page, light and dark."""
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
import re

from playwright.sync_api import Browser, Page, Route, expect
import pytest

from assistant import bootstrap
from assistant.office import Office
from assistant.settings import Settings
from bots.web import web
from records import changing, credentials, planning
from records.database import Database
from records.proposals import Create, Proposal
from tests.bots.web import axe
from tests.bots.web.browsing import WAIT
from tests.bots.web.conftest import served
from tests.bots.web.doors import Links
from tests.conftest import NOW, copied, settings_in

pytestmark = pytest.mark.slow
PAULA = "paula@northlight.example"
HOSTILE = "<img src=x onerror=document.title='owned'>"
QUESTIONS = ("how is Apollo doing?", "what do I need before gate 2?", "create a task for Ana to fix the login page by next Friday, 6h")


@pytest.fixture(scope="module")
def office(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The sample company's office, at which the watch has looked."""
    home = copied(sample_home, tmp_path_factory.mktemp("journeys") / "pmo")
    made = bootstrap.office(settings_in(home, sample=True))
    assert made.notices
    made.notices.tick(NOW)
    return made


@pytest.fixture(scope="module")
def settings(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Settings:    # noqa: ARG001 - its company is these settings'
    return settings_in(next(tmp_path_factory.getbasetemp().glob("journeys*/pmo")), sample=True)


@pytest.fixture(scope="module")
def at(office: Office, settings: Settings) -> Iterator[str]:
    upkeep = bootstrap.upkeep(settings)
    with served(web(bootstrap.assistant(settings), upkeep, settings, office.reports, office.intake, office)) as address:
        yield address


@pytest.fixture(scope="module")
def draft(settings: Settings) -> str:
    """The key of a draft of Paula's, as her schedule left it."""
    database, due = Database(settings.url), int(datetime(2026, 11, 18, 7, tzinfo=UTC).timestamp())
    schedule = Create("schedule", {"what": "report", "project_id": 1, "often": "every Monday", "mode": "draft first", "readers": "client"})
    values = {"title": "Elara of 18 Nov 2026", "recipient": "the client", "text": "Elara is 7 days late. It needs 2 decisions.", "figures": "7; 2"}
    with database.writing() as tx:
        paula = credentials.asker(tx, PAULA)
        (made,) = changing.apply(tx, paula, planning.plan(tx, paula, Proposal((schedule,)), NOW.date()), NOW).edits
        left = Create("reportdraft", {**values, "schedule_id": made["id"]}, source=f"schedule:{made['key']}/{due}/client")
        (kept,) = changing.apply(tx, paula, planning.plan(tx, paula, Proposal((left,)), NOW.date()), NOW).edits
    database.engine.dispose()
    return str(kept["key"])


@contextmanager
def page_of(browser: Browser, person: str) -> Iterator[Page]:
    """A page on which one is this person."""
    with browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce") as context:
        context.add_init_script(f"localStorage.setItem('pmo.person', '{person}@northlight.example')")
        page = context.new_page()
        page.set_default_timeout(WAIT)
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page
        assert not complaints


def begun(page: Page, address: str) -> Page:
    page.goto(address)
    page.locator("#mine .mine").first.wait_for()
    return page


def ask(page: Page, text: str) -> None:
    turns = page.locator(".turn").count()
    page.locator("#text").fill(text)
    page.locator("#text").press("Enter")
    page.locator(".turn").nth(turns).locator(".answer:not([aria-busy])").wait_for()


def test_a_task_is_handed_over_by_a_form_and_accepted(browser: Browser, at: str, office: Office) -> None:
    with page_of(browser, "ana") as page:
        begun(page, at).get_by_role("button", name="New task").click()
        create = page.get_by_role("button", name="Create the task")
        create.click()
        expect(page.get_by_label("Title")).to_be_focused()
        expect(page.get_by_text("Title is needed.")).to_be_visible()
        page.get_by_label("Title").fill(HOSTILE)
        page.get_by_label("Hours").fill("many")
        page.get_by_role("combobox", name="Owner").press_sequentially("ben")
        page.locator(".options li", has_text="Ben Okafor").wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        create.click()
        expect(page.get_by_text("“many” is no hours I can read")).to_be_visible()
        expect(page.get_by_label("Hours")).to_have_attribute("aria-invalid", "true")
        page.get_by_label("Hours").fill("2 days")
        create.click()
        receipt = page.locator(".receipt")
        expect(receipt).to_contain_text("hours: 16 h")
        expect(receipt.get_by_role("button", name="Undo")).to_be_visible()
        receipt.locator("h3 a").click()
        page.locator("#panel").get_by_role("link", name="Open its page").click()
        expect(page.locator("h1")).to_have_text(HOSTILE)
        expect(page.locator(".past")).to_contain_text("created")
        assert page.locator("main img").count() == 0
    assert office.notices
    office.notices.tick(NOW)
    with page_of(browser, "ben") as page:
        offered = begun(page, at).locator(".waits", has_text=HOSTILE)
        offered.get_by_role("button", name="Accept").click()
        expect(page.locator("#mine .receipt")).to_contain_text("Done")
        expect(offered).to_have_count(0)
        begun(page, at)
        expect(page.locator("#mine tbody tr", has_text=HOSTILE)).to_have_count(0)     # it has no day, so it is not of today
        assert page.locator("main img").count() == 0
        assert page.title() == "Project Assistant"


def test_a_decision_is_refused_with_a_rationale(browser: Browser, at: str) -> None:
    with page_of(browser, "elena") as page:
        waits = begun(page, at).locator(".waits", has_text="Add single sign-on for dealers")
        count = int(page.locator("#mine .count").inner_text().strip(", \n"))
        waits.get_by_role("button", name="Reject").click()
        page.get_by_label("Why?").fill("Not before the pilot is live.")
        page.locator("dialog .go").click()
        receipt = page.locator("#mine .receipt")
        expect(receipt).to_contain_text("status: submitted → rejected")
        expect(receipt.locator("h3")).to_be_visible()
        expect(page.locator("#mine .count")).to_contain_text(str(count - 1))
        receipt.get_by_role("button", name="Undo").click()
        expect(page.locator("#mine .receipt")).to_contain_text("status: rejected → submitted")


def test_a_record_is_changed_on_its_page_and_its_past_says_so(browser: Browser, at: str) -> None:
    with page_of(browser, "ana") as page:
        page.goto(f"{at}/records/APOLLO-R-1")
        page.get_by_role("button", name="Change").click()
        page.get_by_label("Impact", exact=True).select_option("3")
        page.get_by_role("button", name="Save").click()
        expect(page.locator("#news .receipt")).to_contain_text("impact: 5 → 3")
        expect(page.locator(".past li").first).to_contain_text("impact: 5 became  3")
        page.locator("#news").get_by_role("button", name="Undo").click()
        expect(page.locator(".past li").first).to_contain_text("impact: 3 became  5")
        page.goto(f"{at}/records/ZEPHYR-R-1")
        expect(page.locator("#record .trouble")).to_contain_text("ZEPHYR-R-1")


def test_a_draft_that_waits_is_worded_coloured_and_released_and_its_figures_are_locked(browser: Browser, at: str, draft: str) -> None:
    with page_of(browser, "paula") as page:
        begun(page, at).get_by_role("link", name="Elara of 18 Nov 2026, to the client").click()
        sentences, save = page.get_by_label("Sentences"), page.get_by_role("button", name="Save", exact=True)
        expect(sentences).to_have_value("Elara is 7 days late. It needs 2 decisions.")
        sentences.fill("Elara is 9 days late.")
        save.click()
        expect(page.locator("#draft .trouble")).to_contain_text("“Elara is 9 days late.” says 9, which is no figure of this report.")
        sentences.fill(f"Elara is 7 days late. {HOSTILE}.")
        page.get_by_label("Declared colour").select_option("red")
        save.click()
        expect(page.locator("#draft .trouble")).to_have_text("A colour is declared with a reason and the day until which it holds. Say the reason.")
        page.get_by_label("Reason for the colour").fill("The portal is late.")
        page.get_by_label("Declared until").fill("2026-12-04")
        save.click()
        expect(page.locator("#news .receipt")).to_contain_text("declared colour: green → red")
        expect(sentences).to_have_value(f"Elara is 7 days late. {HOSTILE}.")
        page.get_by_label("Then").select_option("now")
        save.click()
        expect(page.locator("#of")).to_contain_text(f"Draft {draft} to the client was released, and goes out now")
        expect(page.locator("#draft [aria-label='What it says']")).to_have_text(f"Elara is 7 days late. {HOSTILE}.")
        page.locator("#news").get_by_role("button", name="Undo").click()
        expect(save).to_be_visible()
        assert page.title() == "Elara of 18 Nov 2026 – Project Assistant"


def test_a_draft_of_an_answer_has_no_sentences_yet_and_takes_a_line_above_it(browser: Browser, at: str, office: Office) -> None:
    made = office.recording.create(PAULA, "reportdraft", {"title": "What is overdue?", "recipient": "elena"}).record
    assert made
    with page_of(browser, "paula") as page:
        page.goto(f"{at}/drafts/{made.key}")
        page.get_by_label("Your own line above it").fill("As every Monday.")
        expect(page.get_by_label("Sentences")).to_have_count(0)
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.locator("#news .receipt")).to_contain_text("note: nothing → As every Monday.")


def test_a_register_is_filtered_and_sorted_by_the_server_and_comes_in_pages(browser: Browser, at: str) -> None:
    with page_of(browser, "ana") as page:
        page.goto(f"{at}/registers")
        rows = page.locator("#register tbody tr")
        expect(rows).to_have_count(50)
        page.get_by_role("button", name=re.compile("^Show \\d+ more$")).click()
        expect(page.locator("#register .more")).to_be_hidden()
        assert rows.count() > 50
        page.get_by_label("Where").fill("owner is me; status not done")
        page.get_by_label("Where").press("Enter")
        expect(rows.filter(has_not_text="Ana Ruiz")).to_have_count(0)
        page.get_by_role("columnheader", name="due").get_by_role("button").click()
        expect(page.get_by_role("columnheader", name="due")).to_have_attribute("aria-sort", "ascending")
        expect(rows.first).to_contain_text("APOLLO-T-9")
        page.get_by_label("Where").fill("owner is")
        page.get_by_label("Where").press("Enter")
        expect(page.locator("#register .trouble")).to_contain_text("“owner is” says no value")
        page.go_back()
        expect(rows.first).to_contain_text("APOLLO-T-9")


def test_a_preview_is_edited_in_its_place(browser: Browser, at: str) -> None:
    with page_of(browser, "ana") as page:
        ask(begun(page, at), QUESTIONS[-1])
        page.get_by_role("button", name="Edit").click()
        page.locator(".preview [name=title]").fill("Fix the sign-in page")
        page.get_by_role("button", name="Apply").click()
        expect(page.locator(".receipt")).to_contain_text("Fix the sign-in page")
        expect(page.locator(".preview .kicker")).to_have_text("Applied as edited, below")
        expect(page.locator("#threads a[aria-current]")).to_have_text(QUESTIONS[-1])


def test_who_has_no_project_begins_with_how_the_office_stands(browser: Browser, at: str) -> None:
    with page_of(browser, "paula") as page:
        begun(page, at)
        office = page.locator(".mine", has=page.get_by_role("heading", name="The office today"))
        expect(office).to_contain_text("6 decisions are wanted, the first by Tue 24 Nov 2026 of Elena Marsh")
        expect(office.locator(".project").first).to_contain_text("off track")
        expect(page.get_by_role("button", name="What changed this week?")).to_be_visible()
        expect(page.locator("#office")).to_have_text("of Northlight")


@pytest.mark.parametrize(("where", "ready"), [("/records/APOLLO-R-2", ".past"), ("/admin", "#people table")])
def test_a_file_dropped_anywhere_is_shown_before_it_is_written(browser: Browser, at: str, where: str, ready: str) -> None:
    with page_of(browser, "paula" if where == "/admin" else "ana") as page:
        page.goto(f"{at}{where}")
        page.locator(ready).first.wait_for()
        page.evaluate("""() => { const held = new DataTransfer(); held.items.add(new File(['title;owner;project\\nPaint it;Ben;Apollo'], 'tasks.csv'));
            document.dispatchEvent(new DragEvent('drop', { dataTransfer: held, bubbles: true })); }""")
        page.get_by_role("button", name="Import records from it").click()
        expect(page.locator("#panel .preview")).to_contain_text("Import tasks.csv: 1 new task")
        page.locator("#panel").get_by_role("button", name="Discard").click()
        expect(page.locator("#panel")).to_contain_text("nothing was changed")


def test_it_says_that_it_is_read_only_that_it_is_lost_and_where_to_sign_in(browser: Browser, at: str) -> None:
    def reads_only(route: Route) -> None:
        route.fulfill(json={"ok": True, "sample": True, "office": "the PMO", "documents": "", "read_only": True})
    with page_of(browser, "ana") as page:
        page.route("**/api/v1/health", reads_only)
        begun(page, at)
        expect(page.locator("#banner")).to_contain_text("nothing can be changed here")
        expect(page.get_by_role("button", name="New task")).to_be_hidden()
        page.route("**/ask/stream", lambda route: route.abort())
        ask(page, "what is overdue?")
        expect(page.locator("#banner")).to_contain_text("The server does not answer")
        page.unroute("**/ask/stream")
        page.route("**/ask/stream", lambda route: route.fulfill(status=401, json={"error": "Sign in first."}))
        page.get_by_role("button", name="Ask again").click()
        page.wait_for_url(re.compile(r"/sign-in\?next=%2F$"))


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return axe.installed(tmp_path_factory.mktemp("axe"))


class Looks:
    """Looks at pages by the rules of accessibility, light and dark, and keeps what breaks one."""

    def __init__(self, page: Page, rules: Path) -> None:
        page.add_init_script(path=rules)
        self._page = page
        self.broken: dict[str, list[str]] = {}

    def at(self, what: str) -> None:
        """Look at what is shown."""
        self._keep(what, axe.violations(self._page))
        self._page.emulate_media(color_scheme="dark")
        self._keep(f"{what}, dark", axe.violations(self._page, "color-contrast"))
        self._page.emulate_media(color_scheme="light")

    def open(self, address: str, *pages: tuple[str, str]) -> None:
        """Open pages and look at each, when that which shows that it is ready is there."""
        for path, ready in pages:
            self._page.goto(address + path)
            self._page.locator(ready).first.wait_for()
            self.at(path)

    def _keep(self, what: str, found: list[str]) -> None:
        if found:
            self.broken[what] = found


def test_no_page_breaks_a_rule_of_accessibility_light_or_dark(browser: Browser, at: str, rules: Path, draft: str) -> None:
    with page_of(browser, "paula") as page:
        looks = Looks(page, rules)
        looks.at(begun(page, at).title())
        for question in QUESTIONS:
            ask(page, question)
        looks.at("a conversation")
        number = page.locator(".preview").first.get_attribute("data-proposal")
        page.get_by_role("button", name="New risk").click()
        page.get_by_role("button", name="Create the risk").click()
        looks.at("a form")
        looks.open(at, ("/projects/APOLLO", "#report .part"), ("/portfolio", "#report .part"), ("/records/APOLLO-R-1", ".past"), ("/registers", "#register tr"),
                   ("/admin", "#people tr"), ("/docs", ".operation"), (f"/proposals/{number}", "#proposal .preview"), (f"/drafts/{draft}", "#draft form"),
                   ("/nowhere", "h1"))
    assert looks.broken == {}


def test_no_page_of_signing_in_breaks_a_rule_of_accessibility_light_or_dark(browser: Browser, office: Office, settings: Settings, rules: Path) -> None:
    closed = settings.model_copy(update={"sample": False, "office": "Northlight"})
    linking = replace(office, linking=Links())  # type: ignore[arg-type]  # as far as it is asked
    with served(web(bootstrap.hands(closed), bootstrap.upkeep(closed), closed, office=linking)) as address, page_of(browser, "paula") as page:
        looks = Looks(page, rules)
        looks.open(address, ("/sign-in", "form:visible"), ("/sign-in/spent?next=/account", "main button:visible"))
        page.context.add_cookies([{"name": "pmo", "value": office.entering.open(PAULA, "by a link"), "url": address}])
        office.entering.token(PAULA, PAULA, name="The nightly report")
        looks.open(address, ("/account", "#tokens .what"))
        page.get_by_role("button", name="Make it").click()
        page.locator("#made").wait_for()
        looks.at("a token that was made")
    assert looks.broken == {}


def test_on_a_phone_nothing_runs_over_the_edge(browser: Browser, at: str) -> None:
    with page_of(browser, "ana") as page:
        page.set_viewport_size({"width": 320, "height": 640})
        for path in ("/", "/records/APOLLO-T-5"):
            page.goto(at + path)
            page.locator("#mine .mine, .past").first.wait_for()
            assert page.evaluate("document.documentElement.scrollWidth") == 320
