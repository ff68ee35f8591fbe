"""An answer from documents says what a reader must know of them: another that says otherwise, one that is coming, whom to ask where nothing is found."""
from collections.abc import Sequence
from pathlib import Path
import shutil

import pytest

from knowledge.library import Only
from knowledge.meaning import Meaning
from knowledge.scanning import Scan
from knowledge.searching import searching
from knowledge.vectors import Embedder, Unembedded
from records import credentials
from records.database import Database
from records.proposals import Change, Create
from records.reading import Reader
from reports.blocks import Block, Passage, Text
from tests.knowledge.conftest import BEN, NOW, Shelf
from tools.base import Result
from tools.desk import Desk
from tools.search_governance import search_governance

BUYING = "# Buying\n\nEdition: 1\n\n## 1 Offers\n\nA purchase needs three offers above 10,000 EUR.\n\n## 2 Suppliers\n\nSuppliers are checked each year.\n"
COSTS = "# Costs\n\n## 1 Purchases\n\nA purchase needs three offers above 25,000 EUR.\n"

LIGHTS = "# Lights\n\nEdition: 4\nIn force from: 2026-03-01\n\n## 2 Kinds of lights\n\n### 2.1 Lanterns\n\nLanterns cost 30 EUR.\n"


def _missing() -> Embedder:
    raise Unembedded("the embedder is away")


@pytest.fixture(scope="module")
def shop(bare_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    home = tmp_path_factory.mktemp("shop")
    made = Shelf(home, Database(f"sqlite:///{shutil.copy(bare_file, home)}"))
    made.change(Create("person", {"name": "Ben", "email": BEN}))
    made.change(Create("person", {"name": "Ona Lark", "email": "ona@office.example"}))
    made.put("buying.md", BUYING)
    made.put("costs.md", COSTS)
    made.take_in(made.folder / "buying.md")
    made.take_in(made.folder / "costs.md")
    made.put("lights.md", LIGHTS)
    made.take_in(made.folder / "lights.md")
    made.change(Create("document", {"title": "Buying", "space_id": 1, "type": "policy", "status": "draft", "edition": "2"}))
    made.change(Change("space", ("SP-1",), {"owner_id": 2}))
    return made


def answered(shop: Shelf, question: str, meaning: Meaning | None = None) -> Sequence[Block]:
    with shop.database.reading() as session:
        asker = credentials.asker(session, BEN)
        search = searching(session, asker, meaning) if meaning else searching(session, asker)
        made = search_governance.call(Desk(asker, Reader(session, asker), NOW, search), {"question": question})
    assert isinstance(made, Result)
    return made.blocks


def words(blocks: Sequence[Block]) -> list[str]:
    return [b.text for b in blocks if isinstance(b, Text)]


@pytest.mark.slow
def test_two_documents_in_force_that_disagree_are_both_shown_and_said_to(shop: Shelf) -> None:
    blocks = answered(shop, "when does a purchase need three offers?")
    assert "are both in force and do not say the same:" in words(blocks)[0]
    assert {b.source.key for b in blocks if isinstance(b, Passage)} == {"DOC-1/1", "DOC-2/1"}


def test_an_edition_that_is_being_drafted_is_said(shop: Shelf) -> None:
    assert "Mind that edition 2 is being drafted." in words(answered(shop, "how often are suppliers checked?"))


def test_where_nothing_is_found_whoever_looks_after_the_nearest_is_named(shop: Shelf) -> None:
    said = words(answered(shop, "do suppliers sing in the choir on sundays?"))
    assert said[0] == "I cannot answer that: I found nothing about it in the documents you may read."
    assert said[1] == "Ona Lark looks after the documents that come nearest, and may know."


def test_a_citation_says_title_headings_edition_day_and_which_characters_are_quoted(shop: Shelf) -> None:
    (cited,) = (b for b in answered(shop, "what do lanterns cost?") if isinstance(b, Passage))
    assert cited.source.parts == ("Lights, 2.1 Lanterns", "under Kinds of lights", "edition 4", "in force from 1 Mar 2026", "DOC-3/2.1")
    whole = shop.opened("DOC-3/2.1").text
    assert whole[cited.source.start:cited.source.stop] == cited.text == "Lanterns cost 30 EUR."


def test_a_search_by_words_alone_says_so_and_why(shop: Shelf) -> None:
    meaning = Meaning(_missing, Scan())
    assert words(answered(shop, "how often are suppliers checked?", meaning))[-1] == "Searched by words alone, for the embedder is away."


def test_a_search_may_be_of_some_documents_only(shop: Shelf) -> None:
    with shop.database.reading() as session:
        search = searching(session, credentials.asker(session, BEN))
        found = {name: [h.key for h in search.find("three offers for a purchase", only=only)] for name, only in {
            "type": Only(type="policy"), "other type": Only(type="minutes"), "space": Only(space="governance"), "no space": Only(space="Garden"),
            "project": Only(project="Apollo")}.items()}
    assert found == {"type": ["DOC-1/1", "DOC-2/1"], "other type": [], "space": ["DOC-1/1", "DOC-2/1"], "no space": [], "project": []}
