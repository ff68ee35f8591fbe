"""The door to what people are told unasked: look what is due, make a message of it, say that it was sent, and take an answer."""
import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, available_timezones

from assistant import keeping
from assistant.messages import Answer
from assistant.notices import ticking
from assistant.notices.base import Case, Item, Office, Press, Sort, View
from assistant.notices.handovers import leaving
from assistant.notices.pressing import done
from assistant.notices.quiet import habits
from assistant.notices.silence import asking
from assistant.notices.sorts import SORTS
from assistant.notices.telling import LISTED, SHOWN, Message, headline, is_open, item, laid_out
from records import credentials, journal, notices, threads
from records.database import Database, Reading, Writing
from records.errors import BadInput, Conflict, NotFound, Refused
from records.kinds import Person, Project
from records.notices import Due, Notice
from records.query import Query, Where
from records.reading import Reader
from records.sample import OFFICE

BY_NAME: Mapping[str, Sort] = {s.name: s for s in SORTS}
WEEK = timedelta(days=7)
MANY, MOST = 10_000, 50
LOOKS = 60                      # seconds between two looks at what is due
NOT_YOURS = "That was told to somebody else, so the answer is theirs. Nothing was changed."
NOT_NOW = "As it stands now you may not do that. Nothing was changed."
OVER = "That does not wait for you any more: it was settled meanwhile."
CHANGED = "It changed since you were shown it, so nothing was done. This is how it stands now."


Put = Callable[[Message], Awaitable[str]]   # puts a message before its receiver; returns where it stands, "" when it was put off; `NotFound`: nobody there


@dataclass(frozen=True)
class Pressed:
    """What came of a button: an answer, and the message as it stands now. `error`: why nothing was done."""
    answer: Answer | None = None
    message: Message | None = None
    error: str = ""


class Notices:
    """`enqueue` has a message sent, in the transaction that made it; without one, whoever calls `tick` sends what it returns. `ways` names the ways by
    which messages go out, the best first; each is connected by `by`."""

    def __init__(self, database: Database, clock: Callable[[], datetime], enqueue: ticking.Enqueue = lambda _tx, _name, _key: None,
                 ways: Sequence[str] = ()) -> None:
        self._database, self._clock, self._enqueue = database, clock, enqueue
        self._ways: dict[str, Put | None] = dict.fromkeys(ways)

    @staticmethod
    def next_look(now: datetime) -> datetime:
        """The moment of the next look at what is due: every minute, whatever the clocks on the wall do."""
        return datetime.fromtimestamp((now.timestamp() // LOOKS + 1) * LOOKS, UTC)

    def by(self, way: str, put: Put) -> None:
        """Say how messages go out by a way."""
        self._ways[way] = put

    async def deliver(self, key: str) -> None:
        """Put a message before its receiver, by the first way on which they are found. Raises what went wrong, to be tried again: it is marked then."""
        if missing := [way for way, put in self._ways.items() if put is None]:
            raise ConnectionError(f"{missing[0]} is not connected yet")
        message = await asyncio.to_thread(self.take, key)
        if message is None:
            return
        for way, put in self._ways.items():
            with suppress(NotFound):
                if place := await put(message) if put else "":
                    await asyncio.to_thread(self.sent, key, way, place)
                return
        await asyncio.to_thread(self.failed, key, "nobody reached")

    def tick(self, now: datetime | None = None) -> tuple[str, ...]:
        """Look what is due; returns the keys of the messages that go out now. To do it twice, or by two at once, is no harm."""
        now = now or self._clock()
        zone = _zone(self._clock())
        with self._database.reading() as session:
            what = ticking.found(session, SORTS, now, zone)
        with self._database.writing() as tx:
            ticking.keep(tx, what, now)
            ticking.again(tx, now, self._enqueue)
            return ticking.send(tx, SORTS, now, zone, self._enqueue)

    def take(self, key: str) -> Message | None:
        """The message of a key, to be put before its receiver; None when nothing of it is worth telling any more, or it was sent before."""
        with self._database.reading() as session:           # to say it takes a moment, in which others may write
            made = self._message(session, key)
        with self._database.writing() as tx:
            telling, them = _kept(tx, key)
            if telling.state == "sent":
                return None
            is_again, now = telling.state == "begun", self._clock()
            shown = {*(i.id for i in made.items), *made.others} if made else set()
            for notice in them:
                if notice.id not in shown and notice.state == "going":
                    ticking.drop(tx, notice, now)
            telling.state = "begun" if made else "empty"
        return replace(laid_out(made), is_again=is_again) if made else None

    def sent(self, key: str, way: str, place: str) -> None:
        """Say that a message stands before its receiver, and where."""
        with self._database.writing() as tx:
            telling, them = _kept(tx, key)
            telling.state, telling.way, telling.place = "sent", way, place
            for notice in them:
                if notice.state in ("going", "failed"):
                    notices.settle(tx, notice, "told")
                    journal.note(tx, self._clock(), notice.person_id, journal.Event.notice_told, f"{notice.id} by {way}")

    def put_off(self, key: str, zone: str) -> bool:
        """Put a message back while it is quiet where its receiver is, by the zone that a face knows of; False where it is not, or they named a zone
        themselves."""
        now = self._clock()
        with self._database.writing() as tx:
            telling, them = _kept(tx, key)
            known = habits(Reader(tx, OFFICE), _zone(now))
            own = known.get(telling.person_id, known[0])
            if own.has_zone or zone not in available_timezones():
                return False
            opens = replace(own, zone=ZoneInfo(zone)).open_at(now)
            if opens <= now:
                return False
            telling.state = "empty"
            for notice in them:
                if notice.state == "going":
                    notices.put_back(tx, notice, opens)
            journal.note(tx, now, telling.person_id, journal.Event.notice_held, f"{key} until {opens:%Y-%m-%d %H:%M}")
            return True

    def failed(self, key: str, why: str) -> None:
        """Say that a message reached nobody; what it tells still waits for its receiver where they look themselves."""
        with self._database.writing() as tx:
            telling, them = _kept(tx, key)
            telling.state = "failed"
            for notice in them:
                if notice.state == "going":
                    notices.settle(tx, notice, "failed")
                    journal.note(tx, self._clock(), notice.person_id, journal.Event.notice_failed, f"{notice.id} {why}")

    def message(self, key: str) -> Message | None:
        """A message as it stands now."""
        with self._database.reading() as session:
            made = self._message(session, key)
            return laid_out(made) if made else None

    def waiting(self, who: str) -> tuple[Item, ...]:
        """What waits for an answer of the person with this address, whether they were told or not, what was given them a moment ago too; what is wanted
        of them comes first.
        Raises `Refused` for a stranger."""
        self._hear(who)
        with self._database.reading() as session:
            view = self._view(session, who)
            them = sorted(ticking.latest(notices.open_ones(session, view.asker.person, MANY)), key=lambda n: not BY_NAME[n.sort].often)
            return tuple(i for i in (item(view, BY_NAME, n) for n in them[:MOST]) if i and i.presses)

    def _hear(self, who: str) -> None:
        """Keep what was given somebody since the last look, so that it can be answered where they look."""
        with self._database.reading() as session:
            new = ticking.unheard(session, SORTS, self._clock(), credentials.asker(session, who).person)
        if new and not self._database.is_read_only:
            with self._database.writing() as tx:
                notices.add(tx, new, self._clock())

    def press(self, who: str, id_: str, act: str, said: Mapping[str, str] | None = None, version: int | None = None,
              once: str = "") -> Pressed:
        """Do what a button says, with what was filled in for it. `version`: of the record as it was shown with the button; `once`: the face's own name
        of this press, which twice gets the same answer."""
        with self._database.writing() as tx:
            view, notice = self._view(tx, who), notices.get(tx, id_)
            if notice is None or notice.person_id != view.asker.person:
                raise Refused(NOT_YOURS)
            if once and (old := threads.seen(tx, once, view.asker)):
                return Pressed(keeping.read(old), self._message(tx, notice.message))
            if not is_open(tx, notice):
                return Pressed(message=self._message(tx, notice.message), error=OVER if notice.state == "dropped" else "You answered that already.")
            shown = item(view, BY_NAME, notice)
            if shown is None:
                ticking.drop(tx, notice, view.now)
                return Pressed(message=self._message(tx, notice.message), error=OVER)
            if version is not None and shown.version != version:
                return Pressed(message=self._message(tx, notice.message), error=CHANGED)
            press = _press(shown, act)
            outcome = BY_NAME[notice.sort].acts[act](Case(view, notice, _filled(press, said or {})))
            answer = done(tx, Case(view, notice, said or {}), act, outcome, once)
            return Pressed(answer, self._message(tx, notice.message))

    def form(self, who: str, id_: str, act: str) -> tuple[Press, int]:
        """What a button asks first, and the version of the record that it is about."""
        with self._database.reading() as session:
            view, notice = self._view(session, who), notices.get(session, id_)
            if notice is None or notice.person_id != view.asker.person:
                raise Refused(NOT_YOURS)
            shown = item(view, BY_NAME, notice) if is_open(session, notice) else None
            if shown is None:
                raise Conflict(OVER)
            return _press(shown, act), shown.version

    def nudge(self, who: str, project: str, person: str = "") -> str:
        """Ask somebody how their work on a project stands, its manager where nobody is named, in the asker's name; returns what happened, in a sentence.
        Raises the family of errors."""
        now = self._clock()
        with self._database.writing() as tx:
            view = self._view(tx, who)
            of = view.named(Project, project)
            to = view.named(Person, person).id if person else of.manager_id
            called = view.reader.labels(Person).get(to or 0)
            if to is None or called is None:
                raise Conflict(f"Nobody leads {of.name}, so there is nobody to ask. Name a manager first.")
            if to == view.asker.person:
                raise BadInput(f"That would be you: say what is new, such as “comment on {of.key}: the pilot has begun”.")
            last = Office(tx, Reader(tx, OFFICE), now).last("silence", of.key, to)
            if last and last.at > now - WEEK and last.state in notices.OPEN:
                return f"{called} was asked about {of.name} on {last.at.astimezone(view.now.tzinfo):%a %-d %b} already and has not answered yet."
            due = asking(of, f"{now:%Y%m%dT%H%M%S}", to, view.asker.person)
            if not self._is_worth(tx, due):
                raise Conflict(f"{called} has nothing open on {of.name}, or may not see it, so there is nothing to ask.")
            notices.add(tx, (due,), now)
            how = f"{of.name} is doing" if to == of.manager_id else f"their work on {of.name} stands"
            return f"{called} will be asked how {how}, in your name."

    def left(self, email: str) -> bool:
        """Somebody's account was deactivated: nothing is told them any more, and what they leave open is handed over. Returns whether the office knew them."""
        now = self._clock()
        with self._database.writing() as tx, suppress(Refused):
            asker = credentials.asker(tx, email)
            for notice in notices.open_ones(tx, asker.person, MANY):
                ticking.drop(tx, notice, now)
            reader = Reader(tx, OFFICE)
            person = reader.find(Query(Person, (Where("id", "is", asker.person),)))[0]
            notices.add(tx, leaving(reader, asker.person, person.key, f"left-{now:%Y-%m-%d}"), now)
            return True
        return False

    def _is_worth(self, session: Reading, due: Due) -> bool:
        """Whether something would be told to its receiver, by their own rights."""
        address = _address(session, due.person_id)
        notice = Notice(id=due.id, sort=due.sort, person_id=due.person_id, about=due.about, from_id=due.from_id, at=self._clock(), state="waiting", message="")
        return address is not None and item(self._view(session, address[0]), BY_NAME, notice) is not None

    def _view(self, session: Reading, who: str) -> View:
        asker = credentials.asker(session, who)
        own = habits(Reader(session, OFFICE), _zone(self._clock()))
        return View(asker, Reader(session, asker), self._clock().astimezone(own.get(asker.person, own[0]).zone), session=session)

    def _message(self, session: Reading, key: str) -> Message | None:
        """A message as its receiver may see it now; None for one of nobody's, or of nothing."""
        found = notices.message(session, key) if key else None
        address = _address(session, found[0].person_id) if found else None
        if found is None or address is None:
            return None
        view = self._view(session, address[0])
        items, others = list[Item](), list[str]()
        for notice in found[1]:
            if notice.state == "dropped":
                continue
            if len(items) == SHOWN + LISTED:
                others.append(notice.id)
            elif made := item(view, BY_NAME, notice):
                items.append(made)
        return Message(key, *address, headline(items, len(others)), tuple(items), tuple(others), way=found[0].way, place=found[0].place) if items else None


def _zone(now: datetime) -> tzinfo:
    """The zone that the office's clock shows."""
    return now.tzinfo or UTC


def _kept(tx: Writing, key: str) -> tuple[notices.Telling, list[Notice]]:
    found = notices.message(tx, key)
    if found is None:
        raise NotFound(f"There is no message “{key}”.")
    return found[0], list(found[1])


def _address(session: Reading, person_id: int) -> tuple[str, str] | None:
    """Where somebody is reached and what they are called; None for who left, or has no address."""
    found = Reader(session, OFFICE).find(Query(Person, (Where("id", "is", person_id), Where("email", "not empty")), limit=1))
    return (str(found[0].email), found[0].name) if found else None


def _press(shown: Item, act: str) -> Press:
    found = next((p for p in shown.presses if p.act == act), None)
    if found is None:
        raise Conflict(NOT_NOW if shown.presses else OVER)
    return found


def _filled(press: Press, said: Mapping[str, str]) -> Mapping[str, str]:
    """What was said, where everything that must be is."""
    if missing := [f.label for f in press.fields if f.required and not said.get(f.name, "").strip()]:
        raise BadInput(f"Please fill in: {', '.join(missing)}")
    return said
