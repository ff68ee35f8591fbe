"""The sample company with its notices and a clock that a test sets; what people do is done as their confirmed changes."""
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
import shutil

import pytest
import sqlalchemy as sa

from assistant.notices import Item, Message, Notices, Pressed
from records import changing, credentials, journal, log, notices, planning
from records.database import Database
from records.kinds import KINDS, Comment, Person, Project, Task
from records.kinds.base import Record
from records.proposals import Change, Create, Proposal, Undo, Wish
from records.query import Query, Where
from records.reading import Reader
from records.sample import OFFICE
from reports.blocks import Receipt, Text
from reports.formats.markdown import markdown
from tests import made_once
from tests.conftest import NOW

HOST = "northlight.example"
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


class Did:
    """What came of a button: what was said, the receipt where something was written, and the message as it stands now."""

    def __init__(self, pressed: Pressed) -> None:
        blocks = pressed.answer.blocks if pressed.answer else ()
        self.error, self.message = pressed.error, pressed.message
        self.said = [b.text for b in blocks if isinstance(b, Text)]
        self.receipt = next((b for b in blocks if isinstance(b, Receipt)), None)

    @property
    def position(self) -> int:
        assert self.receipt
        return self.receipt.position

    @property
    def items(self) -> tuple[Item, ...]:
        return self.message.items if self.message else ()

    @property
    def shown(self) -> str:
        return words(self.message) if self.message else ""


@dataclass
class World:
    """What happens in the office; `now` is Wednesday 18 November 2026, 9:00 UTC, until the test moves it."""
    database: Database
    now: datetime = NOW

    def __post_init__(self) -> None:
        self.enqueued: list[str] = []
        self.notices = Notices(self.database, lambda: self.now, lambda _tx, name, _key: self.enqueued.append(name))

    def do(self, who: str, *wishes: Wish) -> log.Entry:
        """A change that somebody confirmed; "" is the office itself."""
        with self.database.writing() as tx:
            asker = credentials.asker(tx, f"{who}@{HOST}") if who else OFFICE
            return changing.apply(tx, asker, planning.plan(tx, asker, Proposal(wishes), self.now.date()), self.now)

    def give(self, who: str, to: str, title: str = "Fix the login page", project: str = "APOLLO", **more: object) -> str:
        """A new task; returns its key."""
        values = {"title": title, "project_id": self.id(project), "owner_id": self.id(to), **more}
        return str(self.do(who, Create("task", values)).edits[0]["key"])

    def change(self, who: str, kind: type[Record], key: str, **values: object) -> log.Entry:
        return self.do(who, Change(str(kind.__tablename__), (key,), values))

    def undo(self, who: str, position: int) -> None:
        self.do(who, Undo(position))

    def id(self, said: str) -> int:
        """Of a person by the handle, of any other record by its key."""
        kind, key = (Person, f"{said}@{HOST}") if said.islower() else (_kind(said), said)
        with self.database.reading() as session:
            return int(Reader(session, OFFICE).find(Query(kind, (Where("email" if kind is Person else "key", "is", key),)))[0].id or 0)

    def row(self, kind: type[Record], key: str) -> Record:
        with self.database.reading() as session:
            return Reader(session, OFFICE).get(kind, key)

    def task(self, key: str) -> Task:
        with self.database.reading() as session:
            return Reader(session, OFFICE).get(Task, key)

    def said(self, about: str) -> list[tuple[str, str]]:
        """Who said what under a record."""
        with self.database.reading() as session:
            reader = Reader(session, OFFICE)
            names = reader.labels(Person)
            return [(names[c.author_id or 0], c.text) for c in reader.find(Query(Comment, (Where("about", "is", about),), sort="id", limit=None))]

    def settle(self) -> None:
        """Tell all that is due by now, so that what a test does stands alone."""
        self.tick(0 * MINUTE)
        self.tell()
        self.now = NOW

    def tick(self, later: timedelta = 5 * MINUTE) -> tuple[str, ...]:
        self.now += later
        return self.notices.tick()

    def tell(self, later: timedelta = 5 * MINUTE) -> dict[str, Message]:
        """Wait, and send whatever is due; returns the message of each person by their handle."""
        found = {}
        for key in self.tick(later):
            if made := self.notices.take(key):
                self.notices.sent(key, "test", "")
                found[made.email.partition("@")[0]] = made
        return found

    def told(self, who: str, later: timedelta = 5 * MINUTE) -> Message:
        """What this person is told after a while; all that is due by now is looked for first."""
        self.tick(0 * MINUTE)
        return self.tell(later)[who]

    def press(self, who: str, id_: str, act: str, **said: str) -> "Did":
        return Did(self.notices.press(f"{who}@{HOST}", id_, act, said))

    def kept(self, id_: str) -> notices.Notice:
        with self.database.reading() as session:
            found = notices.get(session, id_)
            assert found
            return found

    def message(self, id_: str) -> Message:
        """The message that a notice went out with, as it stands now."""
        found = self.notices.message(self.kept(id_).message)
        assert found
        return found

    def journal(self, event: journal.Event) -> list[str]:
        """What stands in the journal of an event, in its order."""
        with self.database.reading() as session:
            return [row.body for row in session.execute(journal.Note.__table__.select().order_by(journal.Note.__table__.c.id))  # type: ignore[attr-defined]
                    if row.event == str(event)]


def _kind(key: str) -> type[Record]:
    code = key.rpartition("-")[0].rpartition("-")[2]
    return next((k for k in KINDS if k.kind.code == code), Project)


def words(message: Message) -> str:
    """All that a message says."""
    return "\n".join(markdown(item.blocks) for item in message.items)


def opened(home: Path) -> Iterator[World]:
    made = World(Database(f"sqlite:///{home / 'pmo.db'}"))
    yield made
    made.database.engine.dispose()


@pytest.fixture
def world(home: Path) -> Iterator[World]:
    """The sample company, where nobody was told anything yet."""
    yield from opened(home)


@pytest.fixture(scope="session")
def told_home(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which everybody was told what was due before. Not to be written to: copy it."""
    def fill(folder: Path) -> None:
        shutil.copy(sample_home / "pmo.db", folder)
        for made in opened(folder):
            made.settle()
            with made.database.writing() as tx:
                tx.execute(sa.update(notices.Notice).values(told=NOW - 30 * DAY))        # long ago, so that no week is full of it
    return made_once.folder(tmp_path_factory, "told", fill)


@pytest.fixture
def quiet(told_home: Path, tmp_path: Path) -> Iterator[World]:
    """The same, with everything told that was due before."""
    yield from opened(Path(shutil.copytree(told_home, tmp_path / "pmo")))
