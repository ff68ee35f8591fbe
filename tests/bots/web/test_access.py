"""The page for everyone: by keyboard alone, on a small screen, by a screen reader, in the dark and on paper."""
import re

from playwright.sync_api import Browser, expect
import pytest

from tests.bots.web.browsing import Talk

pytestmark = pytest.mark.slow
UNNAMED = re.compile(r"- (button|link|combobox|textbox|dialog|region|figure)(?: \[.*\])?:?$", re.MULTILINE)
QUESTIONS = ("How is Apollo doing?", "what do I need before gate 2?", "create a task Sweep", "bananas")


def test_everything_is_done_with_the_keyboard_alone(talk: Talk) -> None:
    keys = talk.page.keyboard
    keys.type("create a task Sweep")
    keys.press("Enter")
    talk.page.locator(".preview").wait_for()
    keys.press("Shift+Tab")
    expect(talk.page.locator("#attach")).to_be_focused()
    keys.press("Shift+Tab")
    expect(talk.page.get_by_role("button", name="Discard")).to_be_focused()
    keys.press("Shift+Tab")
    keys.press("Enter")
    expect(talk.page.locator(".receipt h3")).to_be_focused()
    keys.press("Tab")
    expect(talk.page.locator(".receipt a.key:focus")).to_have_text("APOLLO-T-1")
    keys.press("Tab")
    expect(talk.page.get_by_role("button", name="Undo")).to_be_focused()
    keys.press("Enter")
    expect(talk.page.locator(".receipt h3").last).to_be_focused()
    expect(talk.page.locator(".receipt h3").last).to_have_text("Undone: change #7")


def test_a_link_skips_to_the_question(talk: Talk) -> None:
    skip = talk.page.get_by_role("link", name="Skip to the question")
    skip.focus()
    expect(skip).to_be_in_viewport()
    talk.page.keyboard.press("Enter")
    expect(talk.page.locator("#text")).to_be_focused()


def test_shift_and_enter_make_a_new_line(talk: Talk) -> None:
    talk.page.keyboard.type("one")
    talk.page.keyboard.press("Shift+Enter")
    talk.page.keyboard.type("two")
    expect(talk.page.locator("#text")).to_have_value("one\ntwo")


def test_every_control_has_a_name_and_the_conversation_is_a_live_log(talk: Talk) -> None:
    for question in QUESTIONS:
        talk.say(question)
    snapshot = talk.page.locator("body").aria_snapshot()
    assert 'log "Conversation"' in snapshot
    assert not UNNAMED.findall(snapshot)
    assert talk.page.locator("#log").get_attribute("aria-live") == "polite"
    assert talk.page.locator("h1").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_sticks_out_on_a_screen_of_320(browser: Browser, address: str, scheme: str) -> None:
    with browser.new_context(viewport={"width": 320, "height": 640}, color_scheme=scheme) as context:  # type: ignore[arg-type]  # a literal each
        talk = Talk(context.new_page(), address)
        for question in QUESTIONS:
            talk.say(question)
        assert talk.page.evaluate("document.documentElement.scrollWidth") == 320
        talk.page.locator(".passage .cite").click()
        expect(talk.page.get_by_role("dialog").locator("mark")).to_be_visible()
        box = talk.page.get_by_role("dialog").bounding_box()
        assert box
        assert box["width"] == 320
        assert not talk.complaints


def test_on_paper_only_the_conversation_is_left_and_all_of_it(talk: Talk) -> None:
    talk.say("How is Apollo doing?")
    talk.say("create a task Sweep")
    talk.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(talk.page.get_by_text("earned value 180,000.00")).to_be_visible()
    talk.page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(talk.page.get_by_text("earned value 180,000.00")).to_be_hidden()
    talk.page.emulate_media(media="print")
    expect(talk.page.locator(".preview")).to_be_visible()
    for hidden in (".top", "#ask", ".preview .buttons"):
        expect(talk.page.locator(hidden)).to_be_hidden()
