"""Documents taken in: once, in both formats, in a new edition, and a bad one not at all."""
from functools import partial
from pathlib import Path

import pytest

from knowledge.intake import ingest
from knowledge.sample import DOCUMENTS
from knowledge.searching import searching
from records import credentials
from records.database import Database
from records.errors import BadInput
from records.migrating import upgrade
from records.proposals import Create
from tests.knowledge.conftest import NOW, office

BEN = "ben@office.example"
RULES = "# Rules\n\nEdition: {edition}\nIn force from: 2026-01-01\n\n## 1 Lamps\n\n{text}\n"


@pytest.fixture
def database(tmp_path: Path) -> Database:
    made = Database(f"sqlite:///{tmp_path / 'pmo.db'}")
    upgrade(made)
    with made.writing() as tx:
        office(tx, Create("person", {"name": "Ben", "email": BEN}))
    return made


def taken_in(database: Database, path: Path) -> list[str]:
    with database.writing() as tx:
        return list(ingest(tx, path, partial(office, tx), NOW))


def found(database: Database, question: str) -> list[tuple[str, str]]:
    with database.reading() as session:
        return [(h.key, h.text) for h in searching(session, credentials.asker(session, BEN)).find(question)]


def test_the_handbook_is_one_document_in_two_formats(database: Database) -> None:
    lines = taken_in(database, DOCUMENTS)
    assert "handbook.md: DOC-1, 38 sections, edition 3.1" in lines
    assert "handbook.pdf: the same as DOC-1 in another format" in lines


def test_pdf_alone_is_read_with_its_sections_and_pages(database: Database, tmp_path: Path) -> None:
    alone = tmp_path / "alone"
    alone.mkdir()
    (alone / "handbook.pdf").write_bytes((DOCUMENTS / "handbook.pdf").read_bytes())
    assert taken_in(database, alone) == ["handbook.pdf: DOC-1, 38 sections, edition 3.1"]
    assert found(database, "can I skip the risk review?")[0][0] == "DOC-1/6.2"


def test_what_did_not_change_is_not_read_again(database: Database) -> None:
    taken_in(database, DOCUMENTS)
    assert {line.partition(": ")[2] for line in taken_in(database, DOCUMENTS)} == {"unchanged"}


def test_a_new_edition_supersedes_the_old_whose_citation_still_opens(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "rules.md"
    for edition, text in (("1.0", "Lamps are red."), ("2.0", "Lamps are green.")):
        file.write_text(RULES.format(edition=edition, text=text))
        taken_in(database, file)
    assert found(database, "which lamps?") == [("DOC-1/1", "Lamps are green.")]
    with database.reading() as session:
        old = searching(session, credentials.asker(session, BEN)).section("DOC-1@1.0/1")
    assert (old.text, old.warning) == ("Lamps are red.", "superseded by a newer edition")


def test_a_file_that_is_gone_is_retired(database: Database, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    (shelf / "rules.md").write_text(RULES.format(edition="1.0", text="Lamps are red."))
    taken_in(database, shelf)
    (shelf / "rules.md").unlink()
    assert taken_in(database, shelf) == ["rules.md: gone, DOC-1 is retired"]
    assert found(database, "which lamps?") == []


@pytest.mark.parametrize(("name", "content", "why"), [
    ("broken.pdf", b"%PDF-1.4 nothing", "no whole PDF"), ("latin.md", "Über".encode("latin-1"), "no UTF-8"),
    ("dated.md", b"# A\n\nIn force from: tomorrow\n\n## 1 B\n\nC.", "is no date"),
])
def test_a_bad_file_is_said_and_the_others_are_read(database: Database, tmp_path: Path, name: str, content: bytes, why: str) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    (shelf / name).write_bytes(content)
    (shelf / "rules.md").write_text(RULES.format(edition="1.0", text="Lamps are red."))
    lines = taken_in(database, shelf)
    assert any(why in line for line in lines), lines
    assert found(database, "which lamps?")


def test_another_kind_of_file_is_refused_with_what_can_be_read(database: Database, tmp_path: Path) -> None:
    (tmp_path / "sheet.xlsx").write_bytes(b"")
    with pytest.raises(BadInput, match=r"I read \.md"):
        taken_in(database, tmp_path / "sheet.xlsx")
