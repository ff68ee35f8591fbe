"""Whatever spaces, moves and revocations there are: what somebody may not read changes nothing that they are told."""
from collections.abc import Sequence
from contextlib import suppress
import logging
from pathlib import Path
import random
import shutil

import pytest

from assistant.documents import Documents
from assistant.upkeep import Upkeep
from knowledge.index import Folder, Index
from knowledge.library import Only, Postings
from knowledge.meaning import Meaning
from knowledge.scanning import Scan
from knowledge.searching import Library
from records import credentials
from records.database import Database
from records.errors import BadInput
from records.proposals import Change, Create
from tests.knowledge.conftest import NOW, Shelf
from tests.knowledge.meanings import Colours

PEOPLE, ROUNDS = 3, 4
WORDS = ("scarlet", "emerald", "azure", "apple", "pear", "plum", "door", "wall", "roof", "lamp")
QUESTIONS = ("red doors", "a green pear", "azure plum walls", "which lamps?", "roof or apple", "wich lapms", "where is the secret of the office?")


def text(chance: random.Random, number: int) -> str:
    said = " ".join(chance.choices(WORDS, k=12))
    return f"# Document {number}\n\n## 1 {chance.choice(WORDS).title()}\n\n{said}. word{number}.\n"


class Company(Shelf):
    """People, each manager of one restricted project with a space of its own; an open space; and documents that wander."""

    def __init__(self, home: Path, database: Database) -> None:
        super().__init__(home, database)
        self.embedder = Colours()
        self.meaning = Meaning(lambda: self.embedder, Scan())
        self.postings = Postings()              # one for all, as in a server
        for n in range(PEOPLE):
            self.change(Create("person", {"name": f"P{n}", "email": f"p{n}@office.example"}))
            self.change(Create("project", {"name": f"Vault{n}", "access": "restricted", "manager_id": n + 1}))

    def take_in(self, path: Path | None = None) -> list[str]:
        return list(Upkeep(self.database, lambda: NOW, documents=Documents(self.database, self.meaning)).ingest(path or self.folder))

    def told(self, person: int, meaning: Meaning) -> list[object]:
        """Everything that search says to somebody."""
        with self.database.reading() as session:
            library = Library(session, credentials.asker(session, f"p{person}@office.example"), meaning, self.postings)
            found: list[object] = [library.find(q) for q in QUESTIONS]
            found += [[h.key for h in library.find(q, only=Only(type="policy"))] for q in QUESTIONS[:2]]
            found += [library.around(q) for q in QUESTIONS]
            found += [library.clause(f"Document {n}", "1") for n in range(8)]
            return [*found, library.headings(9), library.find("section 1"), [library.find(f"word{n}") for n in range(8)]]

    def documents_of(self, person: int) -> Sequence[str]:
        with self.database.reading() as session:
            keys = {h.key.partition("/")[0] for q in QUESTIONS for h in Library(session, credentials.asker(session, f"p{person}@office.example"),
                                                                             self.meaning, self.postings).ranked(q)}
        return sorted(keys)


@pytest.fixture(scope="module")
def company(bare_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Company:
    home = tmp_path_factory.mktemp("company")
    made = Company(home, Database(f"sqlite:///{shutil.copy(bare_file, home)}"))
    chance = random.Random(1)  # noqa: S311 - a test's
    for number in range(8):
        made.put(f"{number}.md", text(chance, number))
    made.take_in()
    for n in range(PEOPLE):
        made.change(Create("space", {"name": f"Papers {n}", "access": "restricted", "project_id": n + 1, "owner_id": PEOPLE - n}))
    return made


def secret(company: Company, person: int) -> list[int]:
    """The documents that somebody may not read, by what the records say."""
    asked = ("select d.id - 1 from document d join space s on d.space_id = s.id left join project p on s.project_id = p.id "
             "where s.access = 'restricted' and p.manager_id != ?")
    with company.database.reading() as session:
        return list(session.connection().exec_driver_sql(asked, (person + 1,)).scalars())


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_nobody_is_told_of_what_they_may_not_read(company: Company, tmp_path: Path, seed: int, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    chance = random.Random(seed)  # noqa: S311 - a test's
    for _ in range(4):
        wander(company, chance)
    index = Index(lambda: Folder(tmp_path / "index"), "here") if seed == 0 else None
    if index:
        index.keep(company.database.reading, "colours")
        wander(company, chance)                     # the index is a step behind, and must not matter
    for person in range(PEOPLE):
        hidden = secret(company, person)
        kept = Meaning(lambda: company.embedder, index) if index else company.meaning
        caplog.clear()
        before = company.told(person, kept)
        assert not [n for n in hidden if f"word{n}." in caplog.text or f"Document {n}" in caplog.text]
        assert not {f"DOC-{n + 1}" for n in hidden} & set(company.documents_of(person))
        assert not [n for n in hidden if f"word{n}" in repr(before)]
        for n in hidden:
            # Without the text that is hidden everything that is said stays the same, to the last digit of a score.
            company.put(f"{n}.md", f"# Document {n}\n\n## 1 Gone\n\nNothing word{n}.\n")
        company.take_in()
        assert company.told(person, kept) == before
        for n in hidden:
            company.put(f"{n}.md", text(chance, n))
        company.take_in()


def wander(company: Company, chance: random.Random) -> None:
    """A document moves, or a project changes hands; it may be there already."""
    document = Change("document", (f"DOC-{chance.randint(1, 8)}",), {"space_id": chance.randint(1, PEOPLE + 1)})
    project = Change("project", (f"VAULT{chance.randrange(PEOPLE)}",), {"manager_id": chance.randint(1, PEOPLE)})
    with suppress(BadInput):
        company.change(chance.choice((document, document, project)))
