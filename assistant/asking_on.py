"""Who may not make a change can have the project's manager asked: the same wish is then shown to the manager, whose own proposal it becomes."""
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
import json

from assistant.calling import Planned, Turn, tool_named
from assistant.confirming import offered
from assistant.messages import Answer
from records import credentials, planning, threads
from records.asker import Asker
from records.database import Database, Reading
from records.errors import Conflict, Refused, Sorry
from records.kinds import BY_TABLE, Person, Project
from records.proposals import Change, Create, Proposal
from records.query import Query, Where
from records.reading import Reader
from reports.blocks import Text
from tools.desk import Desk

ASKS = "{name} asks you for this change, which only you or the PMO can make."


@dataclass(frozen=True)
class Asked:
    """Whom to tell, the preview for them, and how they are called."""
    manager: str
    name: str
    preview: Answer


class AskingOn:
    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database, self._clock = database, clock

    def manager(self, who: str, thread: str) -> str:
        """The name of the manager who could make the change that was refused last in this thread, "" when there is none."""
        with self._database.reading() as session:
            found = self._refused(session, credentials.asker(session, who), thread)
            return found[1].name if found else ""

    def ask(self, who: str, thread: str, under: str) -> Asked:
        """Offer that change to the manager, in a thread of their own. Raises `Conflict` when there is none any more."""
        now = self._clock()
        with self._database.writing() as tx:
            asker = credentials.asker(tx, who)
            if (found := self._refused(tx, asker, thread)) is None:
                raise Conflict("There is nothing left to ask the project manager for. Say again what should be changed.")
            wish, manager = found
            planned = Planned(replace(wish, note=""), planning.plan(tx, manager, wish, now.date()))
            answer = offered(tx, Turn(manager, now, {}), under, planned, (Text(ASKS.format(name=asker.name)),))
            return Asked(manager.email, manager.name, answer)

    def _refused(self, session: Reading, asker: Asker, thread: str) -> tuple[Proposal, Asker] | None:
        """What was wished last in a thread, when the asker may not do it and the manager of its project may."""
        desk = Desk(asker, Reader(session, asker), self._clock())
        wish = _wished(session, desk, thread)
        if wish is None or not _is_refused(session, asker, wish, desk):
            return None
        managers = {p.manager_id for p in _projects(desk, wish)} - {asker.person, None}
        if len(managers) != 1:
            return None
        row = next(iter(desk.reader.find(Query(Person, (Where("id", "is", managers.pop()),), limit=1))), None)
        try:
            manager = credentials.asker(session, str(row.email) if row else "")
            planning.plan(session, manager, wish, desk.today)
        except Sorry:
            return None
        return wish, manager


def _wished(session: Reading, desk: Desk, thread: str) -> Proposal | None:
    """The proposal that the last turn of a thread led to, read again as its asker meant it."""
    last = threads.latest(session, thread, desk.asker, 1)
    calls = json.loads(last[0].calls) if last else []
    try:
        tool = tool_named(calls[-1]["tool"]) if calls else None
        made = tool.call(desk, dict(calls[-1]["said"])) if tool and tool.proposes else None
    except Sorry:
        return None
    return made if isinstance(made, Proposal) else None


def _is_refused(session: Reading, asker: Asker, wish: Proposal, desk: Desk) -> bool:
    try:
        planning.plan(session, asker, wish, desk.today)
    except Refused:
        return True
    except Sorry:
        return False
    return False


def _projects(desk: Desk, wish: Proposal) -> Iterator[Project]:
    """The projects that a wish is about."""
    for each in wish.wishes:
        ids: list[object] = []
        if isinstance(each, Create):
            ids = [each.values.get("project_id")]
        elif isinstance(each, Change):
            kind = BY_TABLE[each.kind]
            rows = desk.reader.find(Query(kind, (Where("key", "in", list(each.keys)),), limit=None))
            ids = [row.id if kind is Project else getattr(row, "project_id", None) for row in rows]
        yield from desk.reader.find(Query(Project, (Where("id", "in", [i for i in ids if isinstance(i, int) and i > 0]),), limit=None))
