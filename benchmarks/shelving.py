"""A library for measuring: texts filed as documents of an office, as intake files them, searched by somebody who may read them all."""
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant import bootstrap
from assistant.documents import Documents
from assistant.settings import Settings
from knowledge import library
from knowledge.formats.base import READER, Parsed, Section
from knowledge.intake import Embedding
from knowledge.library import Version
from knowledge.meaning import WORDS_ALONE, Meaning
from knowledge.minilm import MiniLM
from knowledge.passages import cut
from knowledge.scanning import Scan
from records import changing, planning, sample
from records.database import Database
from records.migrating import upgrade
from records.proposals import Create, Proposal

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
SPACE = "Library"
MODES = ("hybrid", "dense", "lexical")


class Shelves:
    """`meaning` is None where documents are found by their words alone."""

    def __init__(self, home: Path, *, by_meaning: bool = True) -> None:
        self.settings = Settings(_env_file=None, home=home, now=NOW)  # type: ignore[call-arg]
        self.database = Database(self.settings.url)
        upgrade(self.database)
        self.meaning = Meaning(MiniLM, Scan()) if by_meaning else WORDS_ALONE
        self.documents = Documents(self.database, self.meaning)
        with self.database.reading() as session:
            is_new = library.space_named(session, SPACE) is None
        if is_new:
            self._made({"name": SPACE}, "space")

    def _made(self, values: Mapping[str, object], kind: str) -> str:
        with self.database.writing() as tx:
            changes = planning.plan(tx, sample.OFFICE, Proposal((Create(kind, values),)), NOW.date())
            return str(changing.apply(tx, sample.OFFICE, changes, NOW).edits[0]["key"])

    def file(self, title: str, texts: Sequence[tuple[str, str]], embedding: Embedding | None = None) -> str:
        """Take in a document of headed texts; returns its key."""
        parsed = Parsed(title, tuple(Section("", heading, text) for heading, text in texts))
        key = self._made({"title": title[:200] or "Untitled", "space_id": 1, "type": "method", "status": "in force"}, "document")
        cuts = [cut(title, "", s.heading, s.text) for s in parsed.sections]
        embedding = embedding or self.documents.embedding
        vectors = embedding.embed({c.mark: c.said for some in cuts for c in some})
        with self.database.writing() as tx:
            version = Version(document_id=library.id_of(tx, key), edition="", path="", sha256="", reader=READER, at=NOW)
            library.keep(tx, version, parsed, cuts, vectors, embedding.model)
        return key


@contextmanager
def shelves(*, by_meaning: bool = True) -> Iterator[Shelves]:
    """An empty library in a folder that is removed behind it."""
    with TemporaryDirectory(prefix="pmo-shelves-") as made:
        yield Shelves(Path(made), by_meaning=by_meaning)


def read_in(folder: Path, home: Path) -> Settings:
    """An office that took in a folder of documents as its administrator does."""
    settings = Settings(_env_file=None, home=home, now=NOW)  # type: ignore[call-arg]
    upkeep = bootstrap.upkeep(settings)
    upkeep.start()
    for _ in upkeep.ingest(folder):
        pass
    return settings
