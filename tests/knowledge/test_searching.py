"""What the handbook answers, and what it honestly does not."""
from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from assistant.settings import Settings
from knowledge.searching import NOTHING, Hit, Search, searching
from records import credentials
from records.database import Database, Writing
from records.errors import NotFound
from records.proposals import Change, Create, Wish
from tests.knowledge.conftest import office

BEN, SOFIA, PAULA = "ben@northlight.example", "sofia@northlight.example", "paula@northlight.example"


@pytest.fixture
def handbook(settings: Settings) -> Iterator[Search]:
    with Database(settings.url).reading() as session:
        yield searching(session, credentials.asker(session, BEN))


@pytest.mark.parametrize(("question", "section"), [
    ("what do I need before gate 2?", "4.3"), ("can I skip the risk review?", "6.2"), ("who may approve a change above 50,000?", "7.2"),
    ("who approves changes over 50k?", "7.2"), ("how often must I report status?", "5.1"), ("what happens when the CPI falls below 0.85?", "5.4"),
    ("who owns benefits after closure?", "11.1"), ("must I keep lessons?", "12"), ("what does amber mean?", "5.2"),
    ("how many offers do I need to buy something?", "8"),
    ("who decides at gate 3?", "4.4"), ("when must a risk be escalated?", "6.3"), ("may I approve my own change request?", "7.1"),
    ("what must be done at closure?", "4.5"), ("who knows of a restricted project?", "10"), ("how long are lessons kept?", "12"),
    ("what is the portfolio board?", "2.4"), ("may the audit change records?", "13"),
])
def test_the_right_section_comes_first(handbook: Search, question: str, section: str) -> None:
    hits = handbook.find(question)
    assert hits[0].key == f"DOC-1/{section}", [(h.key, round(h.score, 1)) for h in hits]


@pytest.mark.parametrize(("question", "key"), [("what is the management reserve?", "DOC-2/4"), ("what does a trigger of a risk have to be?", "DOC-2/5")])
def test_another_document_answers_what_it_is_about(handbook: Search, question: str, key: str) -> None:
    assert handbook.find(question)[0].key == key


@pytest.mark.parametrize("question", [
    "how many days of holiday do I have?", "what is the wifi password?", "parental leave", "what is the capital of France?", "who won the world cup?",
    "where is the canteen?", "can I bring my dog?", "what is the dress code?", "how do I reset my password?", "what is the meaning of life?", "", "???",
])
def test_what_no_document_speaks_of_is_not_found(handbook: Search, question: str) -> None:
    assert handbook.find(question) == ()


def test_a_hit_says_document_section_edition_and_page(handbook: Search) -> None:
    hit = handbook.find("can I skip the risk review?")[0]
    assert (hit.title, hit.edition, hit.page, hit.warning) == ("Project and Value Handbook, 6.2 Risk review", "edition 3.1", 3, "")


def test_a_citation_opens_its_section(handbook: Search) -> None:
    assert handbook.section("DOC-1/4.3").heading == "Gate 2: build"
    for wrong in ("DOC-1/99", "DOC-9/1", "nonsense"):
        with pytest.raises(NotFound):
            handbook.section(wrong)


def test_the_offline_twin_finds_nothing_and_says_so() -> None:
    assert NOTHING.find("gate 2") == ()
    with pytest.raises(NotFound):
        NOTHING.section("DOC-1/1")


def do(tx: Writing, *wishes: Wish) -> None:
    for wish in wishes:
        office(tx, wish)


def found(settings: Settings, who: str, question: str) -> tuple[Hit, ...]:
    with Database(settings.url).reading() as session:
        return searching(session, credentials.asker(session, who)).find(question)


def test_a_restricted_space_is_read_by_its_projects_people_only(settings: Settings) -> None:
    with Database(settings.url).writing() as tx:
        zephyr = next(e for e in range(1, 20) if _is_zephyr(tx, e))
        do(tx, Change("space", ("SP-1",), {"access": "restricted", "project_id": zephyr}))
    assert found(settings, BEN, "can I skip the risk review?") == ()
    assert found(settings, SOFIA, "can I skip the risk review?")[0].key == "DOC-1/6.2"
    assert found(settings, PAULA, "can I skip the risk review?")[0].key == "DOC-1/6.2"


def _is_zephyr(tx: Writing, number: int) -> bool:


    return tx.execute(sa.text("select key from project where id = :n"), {"n": number}).scalar() == "ZEPHYR"


def test_a_retired_document_is_not_found_any_more(settings: Settings) -> None:
    with Database(settings.url).writing() as tx:
        do(tx, Change("document", ("DOC-2",), {"status": "retired"}))
    assert found(settings, BEN, "what is the management reserve?") == ()


def test_a_new_space_and_document_are_records_like_any(settings: Settings) -> None:
    with Database(settings.url).writing() as tx:
        do(tx, Create("space", {"name": "Templates"}))
