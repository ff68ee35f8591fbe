"""What a sort of notice is: what becomes worth telling, in which words, and what each of its buttons does. Faces and clocks are not its business."""
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
import json

from pydantic import TypeAdapter

from assistant.forms import Field
from records import credentials, log, notices, planning
from records.asker import Role
from records.computing import Book
from records.database import Reading
from records.errors import Sorry
from records.kinds import Person, Project
from records.kinds.base import R
from records.notices import Due, Notice
from records.proposals import ChangeSet, Create, Proposal, Wish
from records.query import Query, Where
from records.reading import Reader
from reports.blocks import Block
from tools.desk import Desk

LATER = "later"
BRIEF = 400                         # letters of a record's longer text
SAID = Mapping[str, str]
_proposal = TypeAdapter(Proposal)


@dataclass(frozen=True)
class Press:
    """A button; with `fields` it asks them first, under `title`, and is sent by a button `submit`."""
    act: str
    label: str
    fields: tuple[Field, ...] = ()
    title: str = ""
    submit: str = "Send"
    is_main: bool = False


@dataclass(frozen=True)
class Item:
    """One thing told: its blocks, what its receiver may answer, and the version of the record that they are shown."""
    id: str
    blocks: tuple[Block, ...]
    presses: tuple[Press, ...] = ()
    version: int = 0
    headline: str = ""


@dataclass(frozen=True)
class Office:
    """All records at one moment, for finding what is due. No word of them goes to anybody: words are made with the receiver's own rights."""
    session: Reading
    reader: Reader
    now: datetime

    @property
    def today(self) -> date:
        return self.now.date()

    def book(self, projects: Sequence[Project]) -> Book:
        return Book(self.reader, projects, self.today)

    def last(self, sort: str, key: str, person_id: int | None = None) -> Notice | None:
        """What was told last of a record."""
        return next(iter(notices.about(self.session, sort, key, person_id)), None)


@dataclass(frozen=True)
class View(Desk):
    """The records as a receiver may see them, with the clock of where they are."""
    session: Reading | None = None
    books: dict[str, Book] = field(default_factory=dict, compare=False)

    def book_of(self, project: Project) -> Book:
        """The computed view of one project, made once for all that is told of it."""
        if project.key not in self.books:
            self.books[project.key] = self.book(project)
        return self.books[project.key]

    def preview(self, proposal: Proposal) -> ChangeSet:
        """What a wish would come to if it were the receiver's own; raises the family of errors."""
        if self.session is None:
            raise LookupError("this view has no session")
        return planning.plan(self.session, self.asker, proposal, self.today)


@dataclass(frozen=True)
class Case:
    """A press on a button: by whom, on what, with what they said."""
    desk: View
    notice: Notice
    said: SAID


@dataclass(frozen=True)
class Outcome:
    """What a press comes to: a sentence, the change that it wishes, and who hears of it. `until`: it is told again then.

    Where `is_needed` is not set, the answer counts also when its receiver may not make that change. `parts` are the same wish in pieces, for somebody
    who may not do all of it: `pass_on` tells somebody else of those that were refused. `also` makes notices of the keys of what was written."""
    says: str
    wish: tuple[Wish, ...] = ()
    is_needed: bool = True
    pass_on: Callable[[Wish], Due | None] | None = None
    also: Callable[[Sequence[str]], Iterable[Due]] = field(default=lambda _: ())
    until: timedelta | None = None
    stays: bool = False                             # open for another answer


Act = Callable[[Case], Outcome]


@dataclass(frozen=True, eq=False)
class Sort:
    """`gathers`: several of it in one message are one ask. `verb` says of each act what its receiver did."""
    name: str
    told: Callable[[View, Notice], Item | None]
    acts: Mapping[str, Act]
    verbs: Mapping[str, str]
    gathers: bool = False
    hears: tuple[str, ...] = ()                                             # kinds whose changes it looks at
    heard: Callable[[Office, log.Entry], Iterable[Due]] | None = None       # on each change
    often: Callable[[Office], Iterable[Due]] | None = None                  # whenever something changed
    daily: Callable[[Office], Iterable[Due]] | None = None


def row_of(desk: Desk, kind: type[R], key: str) -> R | None:
    """The record of a key as its receiver may see it, None when they may not or it is gone."""
    return next(iter(desk.reader.find(Query(kind, (Where("key", "is", key),), limit=1))), None)


def by_id(reader: Reader, kind: type[R], id_: int | None) -> R | None:
    return next(iter(reader.find(Query(kind, (Where("id", "is", id_),), limit=1))), None) if id_ is not None else None


def name(desk: Desk, person_id: int | None) -> str:
    """What somebody is called; who is nobody's name is the office."""
    return desk.reader.labels(Person).get(person_id or 0, "the office")


def project_name(desk: Desk, project_id: int | None) -> str:
    return desk.reader.labels(Project).get(project_id or 0, "")


def brief(text: str, most: int = BRIEF) -> str:
    """A longer text on one line, cut where it is too long."""
    said = " ".join(text.split())
    return said if len(said) <= most else f"{said[:most - 1].rstrip()}…"


def labelled(**said: str) -> tuple[str, ...]:
    """Lines “Label: text” of what there is."""
    return tuple(f"{label[:1].upper()}{label[1:].replace('_', ' ')}: {brief(text)}" for label, text in said.items() if text and text.strip())


def comment(desk: Desk, about: str, project_id: int, text: str) -> Create:
    """What somebody says about a record, as their own comment."""
    return Create("comment", {"text": text.strip(), "project_id": project_id, "about": about, "author_id": desk.asker.person})


def comment_key(keys: Sequence[str]) -> str:
    """The key of the comment among what was written."""
    return next((key for key in keys if "-CO-" in key), "")


def packed(**said: object) -> str:
    return json.dumps({k: v for k, v in said.items() if v not in (None, "")})


def unpacked(notice: Notice) -> dict[str, object]:
    read: dict[str, object] = json.loads(notice.note or "{}")
    return read


def kept(wish: Wish) -> str:
    """A wish as a notice keeps it."""
    return _proposal.dump_json(Proposal((wish,))).decode()


def read_wish(said: object) -> Proposal:
    return _proposal.validate_json(str(said))


def who_leads(reader: Reader, project_id: int | None, *but: int | None) -> int | None:
    """Who stands for a project: its manager, else its sponsor; nobody of `but`."""
    project = by_id(reader, Project, project_id)
    return next((p for p in ((project.manager_id, project.sponsor_id) if project else ()) if p is not None and p not in but), None)


def who_may(view: View, wish: Wish, project_id: int | None) -> int | None:
    """Who may make a change that the asker may not: whoever leads the project, else an admin of the PMO; nobody who may not either."""
    project = by_id(view.reader, Project, project_id)
    admins = view.reader.find(Query(Person, (Where("role", "is", str(Role.admin)),), sort="id", limit=None))
    first = (project.manager_id, project.sponsor_id) if project else ()
    return next((p for p in dict.fromkeys((*first, *(a.id for a in admins))) if p is not None and p != view.asker.person and _may(view, p, wish)), None)


def _may(view: View, person_id: int, wish: Wish) -> bool:
    person = by_id(view.reader, Person, person_id)
    if view.session is None or person is None or not person.email:
        return False
    with suppress(Sorry):
        planning.plan(view.session, credentials.asker(view.session, person.email), Proposal((wish,)), view.today)
        return True
    return False


def later(days: int) -> Act:
    """Told again after some days."""
    return lambda _: Outcome(f"I will ask again in {days} days." if days > 1 else "I will ask again tomorrow.", until=timedelta(days=days))


def text_field(name_: str, label: str, *, required: bool = True) -> Field:
    return Field(name_, label, "text", required, most=2000)
