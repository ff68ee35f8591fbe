"""The living report in a real browser: its charts, its whys, what moved since its reader looked, its files; on a phone too, and nothing it complains of."""
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
import re

from playwright.sync_api import Browser, Page, expect
import pytest

from assistant import bootstrap
from bots.web import web
from tests.bots.web.browsing import WAIT
from tests.bots.web.conftest import served
from tests.conftest import NOW, copied, settings_in


@pytest.fixture(scope="module")
def at(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample company, served; Paula looked at Apollo nine days ago."""
    home = copied(sample_home, tmp_path_factory.mktemp("living") / "pmo")
    settings = settings_in(home, sample=True)
    bootstrap.reporting(settings.model_copy(update={"now": NOW - timedelta(days=9)})).look("paula@northlight.example", "Apollo")
    with served(web(bootstrap.hands(settings), bootstrap.upkeep(settings), settings, bootstrap.reporting(settings))) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_default_timeout(WAIT)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" and "404" not in message.text else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    page.close()
    assert complaints == []


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.locator("#report .part").first.wait_for()
    return page


def test_a_report_opens_with_its_news_and_unfolds_its_parts(page: Page, at: str) -> None:
    opened(page, f"{at}/projects/APOLLO")
    expect(page.locator("h1")).to_have_text("Apollo: status report")
    expect(page.locator("#report > p").first).to_contain_text("Elena Marsh is to decide")
    schedule = page.locator(".part", has=page.get_by_role("heading", name="Schedule", exact=True))
    expect(schedule).not_to_have_attribute("open", "")
    schedule.locator("summary").first.click()
    picture = schedule.locator("img").first
    picture.scroll_into_view_if_needed()
    assert picture.evaluate("i => i.decode().then(() => i.naturalWidth)") == 720
    assert "Gate 2" in (picture.get_attribute("alt") or "")


def test_every_figure_says_why(page: Page, at: str) -> None:
    opened(page, f"{at}/projects/APOLLO")
    facts = page.locator(".fact")
    assert facts.count() == page.locator(".fact details summary", has_text="Why?").count() > 40
    first = page.locator(".fact", has_text="CPI").first
    first.locator("summary").click()
    expect(first).to_contain_text("EV 196,928 / AC 231,500")
    first.get_by_role("link").first.click()
    expect(page.locator("#panel")).to_be_visible()


def test_what_moved_since_one_looked_is_a_click_and_an_address(page: Page, at: str) -> None:
    opened(page, f"{at}/projects/APOLLO")
    page.get_by_role("button", name="Show what has moved since").click()
    expect(page.locator("#report")).to_contain_text("Moved since you last looked, Mon 9 Nov 2026 09:00: 11")
    assert "period=since+I+last+looked" in page.url
    page.go_back()
    expect(page.locator("#report")).to_contain_text("Moved since Wed 4 Nov 2026")


def test_a_past_day_and_other_readers_stand_in_the_address(page: Page, at: str) -> None:
    opened(page, f"{at}/projects/APOLLO?as_of=2026-10-01&for=executive")
    expect(page.locator("#says")).to_contain_text("as of Thu 1 Oct 2026")
    expect(page.locator("select[name=for]")).to_have_value("executive")
    expect(page.locator("input[name=as_of]")).to_have_value("2026-10-01")


def test_it_is_saved_as_a_file(page: Page, at: str) -> None:
    opened(page, f"{at}/projects/APOLLO?for=executive")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Save as Word").click()
    assert coming.value.suggested_filename == "apollo-2026-11-18.docx"


def test_the_portfolio_leads_on_to_each_project(page: Page, at: str) -> None:
    opened(page, f"{at}/portfolio")
    expect(page.locator("#report img")).to_have_attribute("alt", re.compile("no longer worth it, delivered well: Dione"))
    page.get_by_role("link", name="DIONE").first.click()
    page.wait_for_url(f"{at}/projects/DIONE")
    expect(page.locator("h1")).to_have_text("Dione: status report")


def test_what_is_asked_there_is_brought_to_the_conversation_and_not_sent(page: Page, at: str) -> None:
    opened(page, f"{at}/projects/APOLLO")
    page.get_by_label("Ask about this").fill("why is it late?")
    page.get_by_label("Ask about this").press("Enter")
    page.wait_for_url(f"{at}/")
    expect(page.locator("#text")).to_have_value("why is it late?")
    expect(page.locator(".turn")).to_have_count(0)


@pytest.mark.parametrize("where", ["/projects/APOLLO", "/portfolio"])
def test_on_a_phone_nothing_runs_over_the_edge(page: Page, at: str, where: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    opened(page, at + where)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_on_a_phone_a_table_has_no_strip_of_heads_and_one_choice_sorts_it(page: Page, at: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    opened(page, f"{at}/portfolio")
    table = page.locator(".framed", has_text="7 projects").first
    expect(table.locator("thead")).to_be_hidden()
    assert table.locator(".scroller").evaluate("s => s.scrollWidth <= s.clientWidth && s.offsetHeight === s.clientHeight")
    table.get_by_label("Sort by").select_option("Project")
    assert [name.strip() for name in table.locator("tbody th").all_inner_texts()][:2] == ["Apollo", "Borealis"]


def test_on_a_phone_the_parts_are_folded_but_for_what_is_to_be_decided(page: Page, at: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    opened(page, f"{at}/projects/APOLLO")
    assert page.locator(".part[open] h2").all_inner_texts() == ["Decisions needed"]
    assert page.evaluate("document.documentElement.scrollHeight") < 5000


@pytest.mark.parametrize("wide", [1280, 320])
def test_no_figure_stands_alone_in_a_row_that_others_leave_open(page: Page, at: str, wide: int) -> None:
    page.set_viewport_size({"width": wide, "height": 900})
    opened(page, f"{at}/projects/APOLLO")
    right = page.locator(".facts").first.evaluate("""of => { const tiles = [...of.children].map((t) => t.getBoundingClientRect());
        const last = Math.max(...tiles.map((t) => t.top));
        return [Math.max(...tiles.filter((t) => t.top === last).map((t) => t.right)), of.getBoundingClientRect().right]; }""")
    assert right[1] - right[0] < 3


def test_the_portfolio_tells_under_receipts_how_each_figure_came_about(page: Page, at: str) -> None:
    opened(page, f"{at}/portfolio")
    receipts = page.locator(".part", has=page.get_by_role("heading", name="Receipts", exact=True))
    receipts.locator("summary").first.click()
    expect(receipts.get_by_role("row", name="Dione forecast under budget 201,646 EUR EAC 798,354 − budget 1,000,000")).to_be_visible()


def test_on_paper_no_part_lies_over_another(page: Page, at: str) -> None:
    opened(page, f"{at}/portfolio")
    page.emulate_media(media="print")
    assert set(page.locator("main.report, .part > .answer, .table").evaluate_all("all => all.map((each) => getComputedStyle(each).display)")) == {"block"}


def test_what_is_not_there_is_said(page: Page, at: str) -> None:
    page.goto(f"{at}/projects/GEMINI")
    expect(page.locator("#report .trouble")).to_contain_text("GEMINI")
