"""The page in a real browser: asking, reading, confirming, undoing, and what it does when things go wrong."""
from collections.abc import Iterator
from typing import Any, cast

from playwright.sync_api import Browser, Page, Route, expect
import pytest

from assistant.assistant import Assistant
from bots.web import web
from tests.bots.web.browsing import Talk
from tests.bots.web.conftest import served
from tests.conftest import settings_in
from tests.fakes.assistant import Company, StandIn

pytestmark = pytest.mark.slow
HOSTILE = "<img src=x onerror=document.title='owned'> & <script>document.title='owned'</script>"


class Stage:
    """One server for all of these tests; on it stands a fresh stand-in for each."""

    def __init__(self) -> None:
        self.now = StandIn()

    def __getattr__(self, door: str) -> Any:
        return getattr(self.now, door)


@pytest.fixture(scope="module")
def stage() -> Stage:
    return Stage()


@pytest.fixture(scope="module")
def at(stage: Stage, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(web(cast(Assistant, stage), Company(), settings_in(tmp_path_factory.mktemp("page"), sample=True))) as address:
        yield address


@pytest.fixture
def stand_in(stage: Stage) -> StandIn:
    stage.now = StandIn()
    return stage.now


@pytest.fixture
def address(at: str, stand_in: StandIn) -> str:  # noqa: ARG001 - it stands there by now
    return at


def test_a_question_is_answered_with_verdicts_figures_and_a_table(talk: Talk) -> None:
    answer = talk.say("How is Apollo doing?")
    expect(answer.locator(".asked")).to_contain_text("How is Apollo doing?")
    expect(answer.locator(".cards .card")).to_have_count(2)
    left, right = (card.bounding_box() for card in answer.locator(".cards .card").all())
    assert left
    assert right
    assert left["y"] == right["y"]
    expect(answer.locator(".fact .figure")).to_have_text(["0.72", "45 %", "2"])
    expect(answer.locator("tbody tr")).to_have_count(3)


def test_a_tone_is_said_by_colour_shape_and_word(talk: Talk) -> None:
    tones = talk.say("How is Apollo doing?").locator(".card .tone")
    expect(tones).to_have_text(["Red", "Green"])
    expect(tones.locator("svg")).to_have_count(2)
    colours = tones.evaluate_all("all => all.map(each => getComputedStyle(each).color)")
    shapes = tones.evaluate_all("all => all.map(each => each.querySelector('path').getAttribute('d'))")
    assert len(set(colours)) == len(set(shapes)) == 2


def test_a_figure_says_how_it_was_computed_on_request(talk: Talk) -> None:
    fact = talk.say("How is Apollo doing?").locator(".fact").first
    expect(fact.get_by_text("earned value 180,000.00")).to_be_hidden()
    fact.locator("summary").click()
    expect(fact.get_by_text("earned value 180,000.00")).to_be_visible()
    expect(fact.get_by_role("link")).to_have_text(["APOLLO-C-1", "APOLLO-C-2"])


def test_a_table_is_sorted_by_the_column_that_is_clicked_and_empty_cells_stay_last(talk: Talk) -> None:
    answer = talk.say("What is overdue?")
    keys = answer.locator("tbody th")
    for column, up, down in (("hours", "2 1 9", "9 1 2"), ("due", "2 1 9", "1 2 9"), ("task", "2 1 9", "9 1 2")):
        head = answer.get_by_role("columnheader", name=column)
        for order, way in ((up, "ascending"), (down, "descending")):
            head.get_by_role("button").click()
            expect(head).to_have_attribute("aria-sort", way)
            expect(keys).to_have_text([f"APOLLO-T-{n}" for n in order.split()])


def test_a_change_is_shown_confirmed_and_undone(talk: Talk, stand_in: StandIn) -> None:
    preview = talk.say("create a task Sweep the floor").locator(".preview")
    expect(preview.get_by_text("Nothing is changed yet")).to_be_visible()
    expect(preview.locator("td.before")).to_have_text(["Fri 6 Nov 2026"])
    expect(preview.locator("td.after")).to_have_text(["Sweep the floor", "Ana Petrova", "Fri 27 Nov 2026"])
    receipt = talk.click("Confirm").locator(".receipt")
    expect(receipt.locator("h3")).to_have_text("Done: create the task Sweep the floor")
    expect(receipt.locator("h3")).to_be_focused()
    expect(preview.locator("button")).to_have_count(0)
    undone = talk.click("Undo").locator(".receipt")
    expect(undone.locator("h3")).to_have_text("Undone: change #7")
    expect(receipt.get_by_text("Undone", exact=True)).to_be_visible()
    assert [click for _, _, click in stand_in.clicks] == ["confirm", "undo"]


def test_a_discarded_change_offers_no_button_any_more(talk: Talk) -> None:
    preview = talk.say("create a task Sweep").locator(".preview")
    expect(talk.click("Discard")).to_contain_text("Discarded; nothing was changed.")
    expect(preview.locator("button")).to_have_count(0)
    expect(preview.locator(".kicker")).to_have_text("Discarded")


def test_a_title_that_is_markup_stays_text(talk: Talk) -> None:
    talk.say(f"create a task {HOSTILE}")
    talk.click("Confirm")
    talk.again()
    assert HOSTILE in talk.page.locator(".receipt").inner_text()
    assert talk.page.locator("main img, main script").count() == 0
    assert talk.page.title() == "Project Assistant"


def test_a_cited_section_opens_beside_the_answer_with_the_quote_marked(talk: Talk) -> None:
    talk.say("what do I need before gate 2?").locator(".cite").click()
    panel = talk.page.get_by_role("dialog")
    expect(panel.locator("mark")).to_have_text("The business case shall be confirmed by the value manager before gate 2.")
    expect(panel.locator("h2")).to_be_focused()
    expect(panel.get_by_text("page 12")).to_be_visible()
    talk.page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    assert "Governance handbook" in talk.focused


def test_a_record_opens_beside_and_back_closes_it(talk: Talk) -> None:
    talk.say("what is overdue?").locator("tbody").get_by_role("link", name="APOLLO-T-1").click()
    panel = talk.page.get_by_role("dialog")
    expect(panel.locator("dd").first).to_have_text("Ana Petrova")
    talk.page.go_back()
    expect(panel).to_be_hidden()


def test_an_address_opens_its_record_at_once(talk: Talk) -> None:
    talk.open("/#record/APOLLO-T-1")
    expect(talk.page.get_by_role("dialog").locator("dd").first).to_have_text("Ana Petrova")


def test_choices_are_buttons_that_ask(talk: Talk, stand_in: StandIn) -> None:
    talk.say("what does Sam do?")
    talk.click("what does Sam Stone do?")
    assert stand_in.asked[-1].text == "what does Sam Stone do?"


def test_the_conversation_goes_on_after_loading_and_a_new_one_can_begin(talk: Talk, stand_in: StandIn) -> None:
    talk.say("what is overdue?")
    talk.again()
    expect(talk.page.locator(".asked")).to_contain_text(["what is overdue?"])
    talk.say("How is Apollo doing?")
    talk.page.get_by_role("button", name="New conversation").click()
    expect(talk.page.locator(".turn")).to_have_count(0)
    talk.say("what is overdue?")
    first, second, third = (question.thread for question in stand_in.asked)
    assert first == second != third


def test_one_picks_who_one_is_and_sees_only_ones_own(talk: Talk, stand_in: StandIn) -> None:
    talk.say("what is overdue?")
    talk.page.get_by_label("I am").select_option("ben@sample.example")
    expect(talk.page.locator("#welcome")).to_be_visible()
    expect(talk.page.locator(".turn")).to_have_count(0)
    talk.again()
    talk.say("what is overdue?")
    assert [question.who for question in stand_in.asked] == ["olivia@sample.example", "ben@sample.example"]


def test_a_conversation_that_comes_late_is_not_shown_to_who_was_picked_meanwhile(talk: Talk, stand_in: StandIn) -> None:
    talk.say("create a task Sweep the floor")
    held: list[Route] = []

    def hold_the_first(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)
    talk.page.route("**/api/v1/threads/web-*", hold_the_first)
    talk.page.reload()
    expect(talk.page.locator("#who")).to_be_visible()                # a polled expression would be refused by our own policy: no eval
    talk.page.get_by_label("I am").select_option("ben@sample.example")
    expect(talk.page.locator("#welcome")).to_be_visible()
    assert "?" not in talk.page.url
    held[0].continue_()
    talk.say("what is overdue?")
    expect(talk.page.locator(".preview")).to_have_count(0)
    assert stand_in.asked[-1].who == "ben@sample.example"
    assert stand_in.asked[-1].thread != stand_in.asked[0].thread


def test_on_a_phone_the_box_has_no_scrollbars_and_a_question_stands_below_the_head(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce") as context:
        talk = Talk(context.new_page(), address)
        assert talk.page.locator("#text").evaluate("t => [t.offsetWidth - t.clientWidth, t.offsetHeight - t.clientHeight, getComputedStyle(t).overflowY]") == [
            0, 0, "hidden"]
        talk.say("how is Apollo doing?")
        asked = talk.say("how is Apollo doing?").locator(".asked")
        assert asked.evaluate("q => q.getBoundingClientRect().top - document.querySelector('.top').getBoundingClientRect().bottom") >= 0
        talk.page.locator("#text").fill("one line\n" * 20)
        assert talk.page.locator("#text").evaluate("t => getComputedStyle(t).overflowY") == "auto"


def test_suggestions_ask(talk: Talk, stand_in: StandIn) -> None:
    talk.click("What is overdue?")
    assert stand_in.asked[0].text == "What is overdue?"


def test_it_says_what_is_being_read_while_one_waits(talk: Talk, stand_in: StandIn) -> None:
    talk.page.locator("#text").fill("slow Apollo")
    talk.page.locator("#text").press("Enter")
    expect(talk.page.get_by_role("status")).to_have_text("Reading Apollo’s status …")
    stand_in.go.set()
    talk.page.locator(".answer").wait_for()
    expect(talk.page.get_by_role("status")).to_have_text("")


def cut(page: Page, body: str) -> None:
    """Let the next streams end too early."""
    def answer(route: Route) -> None:
        route.fulfill(status=200, content_type="text/event-stream", body=body)
    page.route("**/ask/stream", answer)


@pytest.mark.parametrize("body", ["", 'event: sign\ndata: {"text": "Reading"}\n\n', 'event: answer\ndata: {"thread": "t", "blo',
                                  'event: answer\ndata: {"thread": "t", "blocks": [], "sources": [], "proposal": null, "error": null}\n\n'])
def test_a_stream_that_is_cut_says_that_nothing_was_changed(talk: Talk, body: str) -> None:
    cut(talk.page, body)
    answer = talk.say("what is overdue?")
    expect(answer).to_contain_text("The connection was cut before the answer came. Nothing was changed.")
    talk.page.unroute("**/ask/stream")
    talk.page.get_by_role("button", name="Ask again").click()
    expect(talk.page.locator(".turn")).to_contain_text(["3 tasks are overdue."])


def test_a_cut_stream_promises_nothing_when_it_may_have_been_a_yes(talk: Talk) -> None:
    talk.say("create a task Sweep")
    cut(talk.page, "")
    expect(talk.say("yes")).to_contain_text("it may have been applied")


def test_asking_again_after_a_cut_is_the_same_question(talk: Talk, stand_in: StandIn) -> None:
    sent = []
    talk.page.on("request", lambda request: sent.append(request.headers.get("idempotency-key")) if "stream" in request.url else None)
    cut(talk.page, "")
    talk.say("what is overdue?")
    talk.page.unroute("**/ask/stream")
    talk.page.get_by_role("button", name="Ask again").click()
    talk.page.locator(".table").wait_for()
    assert sent[0] == sent[1]
    assert len(stand_in.asked) == 1


def test_one_can_stop_waiting(talk: Talk, stand_in: StandIn) -> None:
    talk.page.locator("#text").fill("slow Apollo")
    talk.page.locator("#text").press("Enter")
    talk.page.get_by_role("button", name="Stop").click()
    expect(talk.page.locator(".turn").last).to_contain_text("Stopped. Nothing was changed.")
    stand_in.go.set()


def test_a_click_that_is_cut_can_be_pressed_again(talk: Talk) -> None:
    talk.say("create a task Sweep")
    talk.page.route("**/confirm", lambda route: route.abort())
    talk.page.get_by_role("button", name="Confirm").click()
    expect(talk.page.locator(".turn").last).to_contain_text("Press it again: it is done once")
    talk.page.unroute("**/confirm")
    talk.complaints.clear()     # the browser itself reports the failed request
    expect(talk.click("Confirm").locator(".receipt")).to_be_visible()


def test_the_api_is_described_without_the_internet(talk: Talk) -> None:
    talk.page.goto(talk.address + "/docs")
    paths = talk.page.request.get(f"{talk.address}/openapi.json").json()["paths"]
    expect(talk.page.locator("#operations .operation")).to_have_count(sum(map(len, paths.values())))
    talk.page.locator("#operations summary").first.click()
    expect(talk.page.get_by_text("curl -X POST").first).to_be_visible()


def test_sentences_stand_there_before_the_answer_is_whole_and_once_after_it(talk: Talk, stand_in: StandIn) -> None:
    talk.page.get_by_role("textbox").fill("say it aloud and be held")
    talk.page.get_by_role("textbox").press("Enter")
    turn = talk.page.locator(".turn").last
    expect(turn.locator("[aria-busy]")).to_contain_text("Apollo is late. Decide soon.")
    expect(turn.locator("tbody tr")).to_have_count(3)
    stand_in.go.set()
    expect(turn.locator("[aria-busy]")).to_have_count(0)
    expect(turn.get_by_text("Apollo is late. Decide soon.")).to_have_count(1)
    expect(turn).to_contain_text("Then rest.")


def test_a_file_is_handed_in_as_a_document_or_as_records(talk: Talk) -> None:
    doors: list[str] = []

    def answers(route: Route) -> None:
        doors.append(route.request.url.partition("/api/v1")[2] + " " + (route.request.post_data or ""))
        route.fulfill(json={"thread": "", "blocks": [{"type": "text", "text": "rules.md: DOC-1, 1 section"}], "sources": [], "proposal": None, "error": None})
    talk.page.route("**/api/v1/documents?*", answers)
    talk.page.route("**/api/v1/imports?*", answers)
    for chosen, door in (("Read it in as a document", "documents"), ("Import records from it", "imports")):
        with talk.page.expect_file_chooser() as chooser:
            talk.page.get_by_role("button", name="Hand in a file").click()
        chooser.value.set_files({"name": "rules.md", "mimeType": "text/markdown", "buffer": b"# Rules"})
        turn = talk.page.locator(".turn").last
        expect(turn.locator(".asked")).to_contain_text("rules.md")
        turn.get_by_role("button", name=chosen).click()
        expect(turn.locator(".answer")).to_contain_text("rules.md: DOC-1, 1 section")
        assert doors[-1] == f"/{door}?name=rules.md&thread= # Rules"


def test_the_project_of_a_file_that_names_none_is_said_beside_it(talk: Talk) -> None:
    doors: list[str] = []

    def answers(route: Route) -> None:
        doors.append(route.request.url.partition("/api/v1")[2])
        route.fulfill(json={"thread": "", "blocks": [{"type": "text", "text": "case.xlsx holds 7 records."}], "sources": [], "proposal": None, "error": None})
    talk.page.route("**/api/v1/imports?*", answers)
    with talk.page.expect_file_chooser() as chooser:
        talk.page.get_by_role("button", name="Hand in a file").click()
    chooser.value.set_files({"name": "case.xlsx", "mimeType": "application/octet-stream", "buffer": b"PK"})
    turn = talk.page.locator(".turn").last
    turn.get_by_label("Its project").fill("Apollo ")
    turn.get_by_role("button", name="Import records from it").click()
    expect(turn.locator(".answer")).to_contain_text("case.xlsx holds 7 records.")
    assert doors == ["/imports?name=case.xlsx&thread=&project=Apollo"]


@pytest.mark.parametrize(("name", "first"), [("tasks.csv", "Import records from it"), ("Plan.XLSX", "Import records from it"),
                                             ("rules.pdf", "Read it in as a document")])
def test_what_is_likelier_meant_by_a_file_is_offered_first(talk: Talk, name: str, first: str) -> None:
    with talk.page.expect_file_chooser() as chooser:
        talk.page.get_by_role("button", name="Hand in a file").click()
    chooser.value.set_files({"name": name, "mimeType": "application/octet-stream", "buffer": b"title"})
    expect(talk.page.locator(".turn").last.locator(".answer button").first).to_have_text(first)
