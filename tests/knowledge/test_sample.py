"""The sample's handbook: printed from its texts, read as it is stored, and with everything that an office's documents have of their own."""
from collections.abc import Iterator
from hashlib import sha256
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
import re

import pytest

from knowledge import formats
from knowledge.formats.wire import unpacked
from knowledge.sample import DOCUMENTS, printing, shelving
from knowledge.searching import Library, searching
from records import credentials, sample
from records.database import Database
from records.errors import NotFound
from records.kinds import Clause, Document
from records.query import Query
from records.reading import Reader
from records.rules import COMPLIANCE

FILES = sorted(DOCUMENTS.iterdir())
WORDS_OF_A_PAGE = 260


@pytest.fixture(scope="module")
def shelf(sample_home: Path) -> Database:
    return Database(f"sqlite:///{sample_home / 'pmo.db'}")


@pytest.fixture
def office(shelf: Database) -> Iterator[tuple[Library, Reader]]:
    with shelf.reading() as session:
        yield searching(session, sample.OFFICE), Reader(session, sample.OFFICE)


def clauses(reader: Reader) -> list[Clause]:
    return list(reader.find(Query(Clause, limit=None)))


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


@pytest.mark.skipif(not version("fpdf2").startswith("2.8"), reason="another fpdf2 prints other bytes")
@pytest.mark.parametrize("name", printing.PRINTED)
def test_the_documents_are_what_is_printed_from_their_texts(name: str) -> None:
    assert printing.printed(name) == (DOCUMENTS / name).read_bytes(), "run python -m knowledge.sample.printing"


def test_what_was_read_of_the_documents_is_what_is_read_of_them() -> None:
    kept = shelving.read()
    assert sorted(kept) == sorted(sha256(path.read_bytes()).hexdigest() for path in FILES)
    for path in FILES:
        reader = formats.format_of(path.name)
        assert reader
        work = import_module(f"knowledge.formats.{reader.reader}").work
        assert unpacked(work(path.read_bytes(), path.name, None)) == kept[sha256(path.read_bytes()).hexdigest()], path.name


def test_there_are_twenty_five_to_forty_pages_in_seven_formats() -> None:
    words = sum(len(f"{s.heading} {s.text}".split()) for mark, parsed in shelving.read().items() for s in parsed.sections)
    assert 25 <= words / WORDS_OF_A_PAGE <= 40
    assert {path.suffix for path in FILES} == {".md", ".docx", ".pdf", ".html", ".xlsx", ".pptx", ".odt"}


def test_every_rule_of_compliance_cites_a_clause_that_is_in_the_handbook(office: tuple[Library, Reader]) -> None:
    search, reader = office
    keys = {d.title: d.key for d in reader.find(Query(Document, limit=None))}
    cited = {c.rule.replace(" ", "_"): search.section(f"{keys[c.document]}/{c.section}") for c in clauses(reader)}
    assert set(cited) == {rule.name for rule in COMPLIANCE}
    for clause in clauses(reader):
        assert words(clause.says) <= words(cited[clause.rule.replace(" ", "_")].text), clause.key


def test_the_old_change_procedure_is_superseded_and_opens_by_its_citation(office: tuple[Library, Reader]) -> None:
    search, _ = office
    assert search.section("DOC-4@1.2/3").warning == "superseded by a newer edition"
    assert search.section("DOC-4/3.1").warning == ""


def test_handbook_and_procedure_contradict_each_other_on_the_time_for_a_decision(office: tuple[Library, Reader]) -> None:
    search, _ = office
    assert search.section("DOC-1/7.2").contradicts(search.section("DOC-4/3.1"))


def test_what_is_known_of_the_partner_is_for_the_projects_people(shelf: Database) -> None:
    with shelf.reading() as session:
        ben, elena = (searching(session, credentials.asker(session, f"{who}@northlight.example")) for who in ("ben", "elena"))
        assert [h.title for h in elena.find("who brings the dealers in Sweden?")][:1] == ["Zephyr Partner Talks, 2 What was agreed"]
        assert not ben.find("who brings the dealers in Sweden?")
        with pytest.raises(NotFound):
            ben.section("DOC-10/2")


def test_a_question_in_portuguese_finds_the_guide_in_portuguese(office: tuple[Library, Reader]) -> None:
    search, _ = office
    assert search.find("como escrever um risco?")[0].key == "DOC-12/3"
