"""What the documents answer, what they honestly do not, and who may read them."""
from collections.abc import Iterator

import pytest

from assistant.settings import Settings
from knowledge.searching import NOTHING, Search, searching
from records import credentials
from records.database import Database
from records.errors import NotFound
from records.proposals import Change, Create, Undo
from tests.knowledge.conftest import BEN, Shelf
from tests.knowledge.questions import ANSWERED, PROMISED, UNANSWERED

ANA = "ana@office.example"
SECRET = "# Secret\n\n## 1 Lamps\n\nThe lamps of the vault are violet and cost a fortune.\n"
OPEN = "# Open\n\n## 1 Lamps\n\nThe lamps of the hall are white and cost little.\n"


@pytest.fixture
def handbook(settings: Settings) -> Iterator[Search]:
    with Database(settings.url).reading() as session:
        yield searching(session, credentials.asker(session, "ben@northlight.example"))


def sections(named: str) -> list[str]:
    return [each if "/" in each else f"DOC-1/{each}" for each in named.split()]


@pytest.mark.parametrize("question", list(ANSWERED)[:PROMISED])
def test_the_right_section_comes_first(handbook: Search, question: str) -> None:
    hits = handbook.find(question)
    assert hits, question
    assert hits[0].key in sections(ANSWERED[question]), [(h.key, round(h.score, 1)) for h in hits]


def test_many_wordings_find_their_section(handbook: Search) -> None:
    found = {question: [h.key for h in handbook.find(question, 3)] for question in ANSWERED}
    first = [q for q, keys in found.items() if set(keys[:1]) & set(sections(ANSWERED[q]))]
    shown = [q for q, keys in found.items() if set(keys) & set(sections(ANSWERED[q]))]
    assert len(first) >= 0.85 * len(ANSWERED), [q for q in ANSWERED if q not in first]
    assert len(shown) >= 0.95 * len(ANSWERED), [q for q in ANSWERED if q not in shown]


@pytest.mark.parametrize("question", UNANSWERED)
def test_what_no_document_speaks_of_is_not_found(handbook: Search, question: str) -> None:
    assert handbook.find(question) == ()


def test_a_hit_says_document_section_edition_and_page(handbook: Search) -> None:
    hit = handbook.find("can I skip the risk review?")[0]
    assert (hit.title, hit.edition, hit.page, hit.warning) == ("Project and Value Handbook, 6.2 Risk review", "edition 3.1", 3, "")


def test_every_quotation_stands_in_its_section_word_for_word(handbook: Search) -> None:
    for question in ANSWERED:
        for hit in handbook.find(question):
            assert hit.text in handbook.section(hit.key).text


def test_a_citation_opens_its_section(handbook: Search) -> None:
    assert handbook.section("DOC-1/4.3").heading == "Gate 2: build"
    for wrong in ("DOC-1/99", "DOC-99/1", "DOC-1@9.9/4.3", "nonsense", ""):
        with pytest.raises(NotFound):
            handbook.section(wrong)


def test_one_document_is_never_cited_in_two_formats(handbook: Search) -> None:
    for question in ANSWERED:
        titles = [h.title for h in handbook.find(question)]
        assert len(titles) == len(set(titles))


def test_headings_come_from_all_over_the_documents(handbook: Search) -> None:
    assert len(set(handbook.headings(3))) == 3


def test_a_question_may_be_very_long(handbook: Search) -> None:
    assert handbook.find("can I skip the risk review? " * 200)[0].key == "DOC-1/6.2"
    assert handbook.find(" ".join(f"word{n}" for n in range(3000))) == ()


def test_the_offline_twin_finds_nothing_and_says_so() -> None:
    assert NOTHING.find("gate 2") == ()
    assert NOTHING.headings() == ()
    with pytest.raises(NotFound):
        NOTHING.section("DOC-1/1")


@pytest.fixture
def two(shelf: Shelf) -> Shelf:
    """A secret document that Ana may read, for she works on its project, and Ben may not; and an open one."""
    shelf.change(Create("person", {"name": "Ana", "email": ANA}))
    shelf.take_in(shelf.put("open.md", OPEN))
    shelf.change(Create("project", {"name": "Vault", "access": "restricted", "manager_id": 2}))
    shelf.change(Create("space", {"name": "Vault papers", "access": "restricted", "project_id": 1}))
    shelf.take_in(shelf.put("secret.md", SECRET))
    shelf.change(Change("document", ("DOC-2",), {"space_id": 2}))
    return shelf


@pytest.mark.slow
def test_a_restricted_space_is_read_by_its_projects_people_only(two: Shelf) -> None:
    assert [key for key, _ in two.found("which lamps are violet?", ANA)] == ["DOC-2/1"]
    assert two.found("which lamps are violet?") == []
    assert two.opened("DOC-2/1", ANA).text.endswith("fortune.")
    with pytest.raises(NotFound, match="There is no section “DOC-2/1”"):
        two.opened("DOC-2/1")
    assert two.search(lambda s: s.headings(9)) == ["Lamps"]
    assert two.found("section 1") == [("DOC-1/1", "The lamps of the hall are white and cost little.")]


@pytest.mark.slow
def test_what_may_not_be_read_changes_no_score_and_no_answer(two: Shelf) -> None:
    def answers() -> list[object]:
        questions = ("which lamps?", "what do lamps cost?", "violet lamps of the hall", "vault", "foturne", "where is the hall?")
        return [two.search(lambda s, q=q: s.find(q)) for q in questions]  # type: ignore[misc]

    before = answers()
    two.put("secret.md", SECRET.replace("violet", "white hall little"))
    two.take_in(two.folder / "secret.md")
    assert answers() == before


@pytest.mark.slow
def test_a_right_that_is_gone_holds_at_once(two: Shelf) -> None:
    two.change(Create("person", {"name": "Cem", "email": "cem@office.example"}))
    two.change(Change("project", ("VAULT",), {"manager_id": 3}))
    assert two.found("which lamps are violet?", ANA) == []


@pytest.mark.slow
def test_what_is_in_force_comes_before_a_draft_which_is_said_to_be_one(shelf: Shelf) -> None:
    shelf.put("a.md", "# Draft of it\n\n## 1 Lamps\n\nLamps are green. Green lamps are the only lamps.")
    shelf.put("b.md", "# Rules\n\n## 1 Lamps\n\nAll lamps in the building are red.")
    shelf.take_in()
    shelf.change(Change("document", ("DOC-1",), {"status": "draft"}))
    assert shelf.search(lambda s: [(h.key, h.warning) for h in s.find("which lamps?")]) == [("DOC-2/1", ""), ("DOC-1/1", "draft")]


@pytest.mark.slow
def test_a_draft_comes_first_where_it_alone_says_what_is_asked(shelf: Shelf) -> None:
    shelf.put("a.md", "---\nstatus: draft\n---\n# Lighting\n\n## 1 Lamps\n\nGreen lamps are cleaned every Monday.")
    shelf.put("b.md", "# Rules\n\n## 1 Hall\n\nGreen lamps light the hall.\n\n## 2 Floors\n\nFloors are cleaned.\n\n## 3 Doors\n\nDoors are cleaned.")
    shelf.take_in()
    found = shelf.search(lambda s: [(h.key, h.warning) for h in s.find("when are green lamps cleaned?")])
    assert found[:2] == [("DOC-1/1", "draft"), ("DOC-2/1", "")]


@pytest.mark.slow
def test_what_only_points_elsewhere_comes_after_what_says_something(shelf: Shelf) -> None:
    shelf.take_in(shelf.put("rules.md", "# Rules\n\n## On this page\n\n- Lamps\n- Lamps and doors\n\n## Colours\n\nAll lamps in the building are red.\n"))
    assert [key for key, _ in shelf.found("which lamps?")] == ["DOC-1/colours", "DOC-1/on-this-page"]


@pytest.mark.slow
def test_a_document_that_is_taken_back_is_not_found(shelf: Shelf) -> None:
    shelf.take_in(shelf.put("rules.md", OPEN))
    shelf.change(Undo(3))
    assert shelf.found("which lamps?") == []
    with pytest.raises(NotFound):
        shelf.opened("DOC-1/1", BEN)


@pytest.mark.slow
def test_a_code_is_found_where_it_stands_whatever_else_is_alike(shelf: Shelf) -> None:
    shelf.put("forms.md", "# Forms\n\n" + "".join(f"## {n} Form {n}\n\nFq{n:03}z is filled in by whoever asks for {n}.\n\n" for n in range(1, 40)))
    shelf.take_in()
    assert next(key for key, _ in shelf.found("what is Fq027z in Forms?")).endswith("/27")
