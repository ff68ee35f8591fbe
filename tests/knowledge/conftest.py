"""An office with people and no documents, which takes them in as an administrator does; and PDFs made on the spot."""
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
import shutil
from typing import TypeVar

from fpdf import FPDF
import pytest

from assistant.upkeep import Upkeep
from knowledge.sample import shelving
from knowledge.searching import Hit, Search, searching
from records import changing, credentials, planning, sample
from records.database import Database, Writing
from records.proposals import Create, Proposal, Wish

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
BEN = "ben@office.example"
T = TypeVar("T")


def office(tx: Writing, wish: Wish) -> str:
    changes = planning.plan(tx, sample.OFFICE, Proposal((wish,)), NOW.date())
    return str(changing.apply(tx, sample.OFFICE, changes, NOW).edits[0]["key"])


class Shelf:
    """A database and the folder that its documents come from."""

    def __init__(self, home: Path, database: Database) -> None:
        self.database, self.folder = database, home / "shelf"
        self.folder.mkdir()

    def put(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def take_in(self, path: Path | None = None) -> list[str]:
        return list(Upkeep(self.database, lambda: NOW).ingest(path or self.folder, shelving.read()))

    def change(self, wish: Wish) -> str:
        with self.database.writing() as tx:
            return office(tx, wish)

    def search(self, ask: Callable[[Search], T], who: str = BEN) -> T:
        with self.database.reading() as session:
            return ask(searching(session, credentials.asker(session, who)))

    def found(self, question: str, who: str = BEN) -> list[tuple[str, str]]:
        return self.search(lambda s: [(h.key, h.text) for h in s.find(question)], who)

    def opened(self, key: str, who: str = BEN) -> Hit:
        return self.search(lambda s: s.section(key), who)

    def one(self, sql: str) -> object:
        with self.database.reading() as session:
            return session.connection().exec_driver_sql(sql).scalar()


@pytest.fixture
def shelf(bare_file: Path, tmp_path: Path) -> Shelf:
    made = Shelf(tmp_path, Database(f"sqlite:///{shutil.copy(bare_file, tmp_path)}"))
    made.change(Create("person", {"name": "Ben", "email": BEN}))
    return made


def page(lines: Sequence[tuple[str, int, bool]], *, marks: bool = False, password: str = "", running: str = "") -> bytes:
    """A PDF of lines with their size and weight; bold ones are bookmarked on request; a page ends where a line says so."""
    made = _Printed(running)
    if password:
        made.set_encryption(owner_password="o", user_password=password)
    made.set_margin(25)
    made.add_page()
    for text, size, bold in lines:
        if text == "\f":
            made.add_page()
            continue
        made.set_font("Helvetica", "B" if bold else "", size)
        if bold and marks:
            made.start_section(text)
        made.multi_cell(0, size * 0.55, text, new_x="LMARGIN", new_y="NEXT")
    return bytes(made.output())


class _Printed(FPDF):
    def __init__(self, running: str) -> None:
        super().__init__(format="A4")
        self._running = running

    def header(self) -> None:
        if self._running:
            self.set_font("Helvetica", "", 8)
            self.multi_cell(0, 5, self._running, new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Helvetica", "", 8)
        self.cell(0, 5, f"Page {self.page_no()}")
