"""What an edition said that a newer one took the place of: told to whoever asks for it by its number or its age, and to nobody else."""
import pytest

from records.proposals import Change, Create
from tests.knowledge.conftest import Shelf

ANA = "ana@office.example"
RULES = "# Lamp Rules\n\nEdition: {}\n\n## 1 Colours\n\nLamps are {}.\n\n## 2 Hours\n\nThey burn until {}.\n"


@pytest.fixture
def twice(shelf: Shelf) -> Shelf:
    shelf.change(Create("person", {"name": "Ana", "email": ANA}))
    for edition, colour, hour in (("1.0", "red", "nine"), ("2.0", "green", "ten")):
        shelf.take_in(shelf.put("rules.md", RULES.format(edition, colour, hour)))
    return shelf


@pytest.mark.slow
@pytest.mark.parametrize("question", ["which colours did edition 1.0 of the lamp rules ask for?", "which colours did the old lamp rules have?",
                                      "what colour did lamps have in version 1.0 of the lamp rules"])
def test_a_former_edition_is_told_where_it_is_asked_for(twice: Shelf, question: str) -> None:
    found = twice.search(lambda s: [(h.key, h.edition, h.text, h.warning) for h in s.find(question)])
    assert found == [("DOC-1@1.0/1", "edition 1.0", "Lamps are red.", "superseded by a newer edition")]


def test_a_former_edition_of_which_nothing_else_is_asked_is_told_in_its_order(twice: Shelf) -> None:
    assert [key for key, _ in twice.found("show me edition 1.0 of the lamp rules")] == ["DOC-1@1.0/1", "DOC-1@1.0/2"]


@pytest.mark.slow
@pytest.mark.parametrize("question", ["which colours do the lamp rules ask for?", "which colours does edition 2.0 of the lamp rules ask for?",
                                      "which colours did edition 0.9 of the lamp rules have?", "which colours do old lamps have?"])
def test_what_holds_is_told_otherwise(twice: Shelf, question: str) -> None:
    assert twice.found(question)[0] == ("DOC-1/1", "Lamps are green.")


@pytest.mark.slow
def test_a_former_edition_is_as_hidden_as_its_document(twice: Shelf) -> None:
    twice.change(Create("project", {"name": "Vault", "access": "restricted", "manager_id": 2}))
    twice.change(Create("space", {"name": "Vault papers", "access": "restricted", "project_id": 1}))
    twice.change(Change("document", ("DOC-1",), {"space_id": 2}))
    asked = "which colours did edition 1.0 of the lamp rules ask for?"
    assert twice.found(asked, ANA) == [("DOC-1@1.0/1", "Lamps are red.")]
    assert twice.found(asked) == []
