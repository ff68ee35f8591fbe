"""What a person sees of their work at a glance: what is theirs today, what waits for them, and their projects with the colour of each."""
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.switching import off, without
from records import credentials, planning, threads
from records.asker import Face
from records.database import Database, Reading
from records.errors import Sorry
from records.figures.base import counted
from records.kinds import Membership, Person, Project, ReportDraft, Task
from records.kinds.project import ENDED
from records.kinds.task import ENDED as DONE
from records.query import Query, Where
from records.reading import Reader
from records.verdicts import RANK, delivery
from reports.blocks import Block, Card, Table, Text
from reports.deciding import decisions_wanted
from reports.telling import day
from tools.base import Result
from tools.desk import Desk
from tools.my_work import my_work

MOST, MOST_JUDGED = 10, 60
WAITING = ("Waiting", "Risks")            # how the tables of my_work begin that are about decisions


@dataclass(frozen=True)
class Open:
    """A preview that waits for a yes: what it would do, its id, and the conversation that it stands in."""
    says: str
    proposal: str
    thread: str


@dataclass(frozen=True)
class Unsent:
    """A draft of a report that waits for its owner's word before it goes to somebody."""
    key: str
    title: str
    to: str


@dataclass(frozen=True)
class Glance:
    """`waiting` holds tables of what somebody has to decide, `open` the previews that wait for their yes, and `drafts` the reports that wait to go out;
    `read_only`: no record can be changed at the moment; `off`: the tools that the office switched off where they look, which are not offered there;
    `office`: how all projects stand that they see, for whoever has none of their own."""
    name: str
    mine: tuple[Block, ...]
    waiting: tuple[Block, ...]
    open: tuple[Open, ...]
    projects: tuple[Card, ...]
    read_only: bool = False
    drafts: tuple[Unsent, ...] = ()
    off: frozenset[str] = frozenset()
    office: tuple[Block, ...] = ()

    @property
    def proposals(self) -> tuple[str, ...]:
        return tuple(each.says for each in self.open)


class Glances:
    """Reads and never writes."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database, self._clock = database, clock

    def of(self, who: str, face: Face = "all") -> Glance:
        """What the person with this address sees at a face; raises `Refused` for somebody the office does not know."""
        with self._database.reading() as session:
            asker = credentials.asker(session, who)
            asker = replace(asker, without=without(session, asker, face))
            desk, is_off = Desk(asker, Reader(session, asker), self._clock()), off(asker)
            blocks = _work(desk, is_off.get(my_work.name, ""))
            waiting = tuple(b for b in blocks if isinstance(b, Table) and b.title.startswith(WAITING))
            mine = tuple(b for b in blocks if b not in waiting)
            live = desk.reader.find(Query(Project, (Where("phase", "not in", ENDED),), limit=None))
            own = tuple(_cards(desk, _own(desk, live)))
            return Glance(asker.name, mine, waiting, tuple(_proposed(session, desk)), own, self._database.is_read_only, tuple(_unsent(desk)),
                          frozenset(is_off), () if own else tuple(_office(desk, live)))


def _work(desk: Desk, why: str) -> tuple[Block, ...]:
    """What the asker has to do and to decide, or why that is not told here."""
    if why:
        return (Text(why),)
    made = my_work.call(desk, {})
    return made.blocks if isinstance(made, Result) else ()


def _proposed(session: Reading, desk: Desk) -> Iterator[Open]:
    """What each waiting preview would do; what would come to nothing by now is left out."""
    for each in threads.open_ones(session, desk.asker, desk.now):
        with suppress(Sorry):
            changes = planning.plan(session, desk.asker, each.proposal, desk.today)
            first = next((f": {c.after}" for c in changes.shown if c.field in ("title", "name")), "")
            yield Open(f"{changes.title}{first}", each.id, each.thread)


def _unsent(desk: Desk) -> Iterator[Unsent]:
    """The asker's own drafts, the oldest first."""
    mine = Where("owner_id", "is", desk.asker.person), Where("status", "is", "draft")
    for draft in desk.reader.find(Query(ReportDraft, mine, sort="id", limit=MOST)):
        yield Unsent(draft.key, draft.title, draft.recipient)


def _own(desk: Desk, live: Sequence[Project]) -> list[Project]:
    """The live projects that the asker leads, belongs to or has work in."""
    me = desk.asker.person
    ids = {m.project_id for m in desk.reader.find(Query(Membership, (Where("person_id", "is", me),), limit=None))}
    ids |= {t.project_id for t in desk.reader.find(Query(Task, (Where("owner_id", "is", me), Where("status", "not in", DONE)), limit=None))}
    return [p for p in live if p.id in ids or me in (p.manager_id, p.sponsor_id)]


def _cards(desk: Desk, projects: Sequence[Project]) -> Iterator[Card]:
    """Each project with its verdict, the worst first."""
    book = desk.book(*projects)
    judged = sorted(((delivery(book, p), p) for p in projects), key=lambda each: (RANK[each[0].tone], each[1].key))
    for verdict, p in judged[:MOST]:
        yield Card(f"{p.name}: {verdict.word}", verdict.tone, (), (p.key,))


def _office(desk: Desk, live: Sequence[Project]) -> Iterator[Block]:
    """For whoever looks after all of them: which decisions are wanted, and how the projects stand, unless they are so many that this would take a while."""
    wanted = decisions_wanted(desk.reader, live, desk.today)
    if wanted:
        first = wanted[0]
        who = desk.reader.labels(Person).get(first.decider_id or 0, "nobody yet")
        by = f" by {day(first.by)}" if first.by else ""
        yield Text(f"{counted(len(wanted), 'decision is', 'decisions are')} wanted, the first{by} of {who}: {first.decision} ({first.key}).")
    if len(live) <= MOST_JUDGED:
        yield from _cards(desk, live)
