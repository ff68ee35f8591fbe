"""The run of a schedule: made anew with its owner's rights as they are now, shown to nobody what they may not see, and sent once for its moment."""
import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
import logging
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from assistant.confirming import submitted
from assistant.jobs.later import Later
from assistant.messages import Answer, Question
from assistant.reporting.drafts import OF_SCHEDULE, first, locked, moment, of_draft
from assistant.reporting.reporting import Reporting
from assistant.reporting.wanted import Wanted, written
from assistant.schedules.letters import Letter, Way, short
from assistant.schedules.watching import OFFICE, RUN, SEND
from records import credentials, sendings, threads
from records.database import Database
from records.errors import NotFound, Refused, Sorry
from records.kinds import Person, Project, ReportDraft, SavedQuestion, Schedule
from records.proposals import Change, Create, Proposal
from records.query import Query, Where
from records.reading import Reader
from reports.blocks import Table, Text

MAIL, SLACK = "e-mail", "Slack"
SOON = timedelta(seconds=30)
STRANGER = " A report goes to somebody else only after you released it: say that {key} shall be “draft first”."
log = logging.getLogger(__name__)
DRAFTED = ("Draft of {what} for {to}. It goes there when you release it: “send {key}”; “discard {key}” drops it. Word it as you want, such as “change the "
           "second sentence of {key} to …”; its figures stay as they are.")
LOST = "“{what}” could not be delivered to {to}: {why} Nobody got it. It is tried again at its next moment; the schedule is {key}."


class Asks(Protocol):
    async def answer(self, question: Question) -> Answer: ...


@dataclass(frozen=True)
class Occasion:
    """One run: the schedule as it is now, whose it is, for whom, and the moment it came due."""
    schedule: Schedule
    owner: str
    to: str
    way: str
    moment: datetime
    project: str = ""
    question: str = ""

    @property
    def key(self) -> str:
        return f"{self.schedule.key}/{int(self.moment.timestamp())}/{self.to}"

    @property
    def drafted(self) -> Wanted | None:
        """What a draft of it is of: its figures are those of its moment."""
        own = self.schedule
        return None if own.what == "question" else Wanted(self.project, audience=own.readers, moment=self.moment)

    @property
    def what(self) -> str:
        of = self.schedule.what
        return self.question if of == "question" else f"the {self.project} report" if of == "report" else "the portfolio summary"


class Sending:
    """`ways` are those that faces registered; one that is `expected` is waited for."""

    def __init__(self, database: Database, asks: Asks, reports: Reporting, clock: Callable[[], datetime], expected: frozenset[str] = frozenset()) -> None:
        self._database, self._asks, self._reports, self._clock, self._expected = database, asks, reports, clock, expected
        self.ways: dict[str, Way] = {}

    @property
    def works(self) -> Mapping[str, tuple[Callable[..., Any], Callable[..., Any]]]:
        """What is done under which name, and what when it was given up."""
        return {RUN: (self.run, self.lost), SEND: (self.release, self.not_released)}

    async def run(self, schedule_id: str, at: str) -> None:
        """Make it and send it, or leave it with its owner as a draft."""
        occasion = await asyncio.to_thread(self._occasion, int(schedule_id), int(at))
        if occasion is None:
            return
        if occasion.schedule.mode == "draft first":
            self._wait_while_read_only()
            await self._draft(occasion)
            return
        await self._sent(occasion, occasion.key)

    async def release(self, draft_key: str) -> None:
        """Send what its owner released."""
        self._wait_while_read_only()
        draft, occasion = await asyncio.to_thread(self._of_draft, draft_key)
        if occasion is None or draft.status != "approved":
            return
        await self._sent(occasion, f"draft/{draft.key}", draft)
        await asyncio.to_thread(self._mark_sent, draft, occasion)

    async def lost(self, schedule_id: str, at: str) -> None:
        """Tell its owner what was given up."""
        occasion = await asyncio.to_thread(self._occasion, int(schedule_id), int(at))
        if occasion:
            await asyncio.to_thread(self._ended, occasion.key, "failed", "given up")
            await self._told(occasion, LOST.format(what=occasion.what, to=occasion.to, why=f"{occasion.way} did not take it.", key=occasion.schedule.key))

    async def not_released(self, draft_key: str) -> None:
        draft, occasion = await asyncio.to_thread(self._of_draft, draft_key)
        if occasion:
            await asyncio.to_thread(self._ended, f"draft/{draft.key}", "failed", "given up")
            await self._told(occasion, LOST.format(what=occasion.what, to=occasion.to, why=f"{occasion.way} did not take it.", key=draft.key))

    def _wait_while_read_only(self) -> None:
        """What leaves a record is put off until records may be changed again."""
        if self._database.is_read_only:
            raise Later(self._clock() + SOON)

    async def _draft(self, occasion: Occasion) -> None:
        """Leave a draft with its owner, who sees all of it, words it as they want and has the word."""
        key = await asyncio.to_thread(self._drafted, occasion)
        says = DRAFTED.format(what=occasion.what, to=occasion.to, key=key)
        letter = await self._letter(occasion, f"{occasion.key}/draft", (), occasion.drafted)
        if letter and await asyncio.to_thread(self._begun, letter.key, occasion) in ("", "begun"):
            said = (Text(says), *letter.blocks) if letter.blocks else ()
            await self._told(occasion, says, replace(letter, lines=(says, *letter.lines), blocks=said, draft=key))
            await asyncio.to_thread(self._ended, letter.key, "sent", "")

    async def _sent(self, occasion: Occasion, key: str, draft: ReportDraft | None = None) -> None:
        """Send it as it is now, or what its owner released of it."""
        way = self.ways.get(occasion.way)
        before = await asyncio.to_thread(self._begun, key, occasion)
        if before in ("sent", "empty", "failed"):
            return
        try:
            if way is None and occasion.way in self._expected:
                raise Later(self._clock() + SOON)
            if way is None:
                raise Refused(f"{occasion.way} is not connected.")
            readers = tuple(await way.readers(occasion.to))
            wanted = await asyncio.to_thread(self._as_drafted, draft) if draft else None
            letter = await self._letter(occasion, key, () if draft else readers, wanted)
            if letter is None:
                await asyncio.to_thread(self._ended, key, "empty", "")
                return
            said = replace(letter, lines=(draft.note, *letter.lines)) if draft and draft.note else letter
            place = await way.deliver(replace(said, is_again=before == "begun"))
        except Sorry as sorry:
            await asyncio.to_thread(self._ended, key, "failed", str(sorry))
            more = STRANGER.format(key=occasion.schedule.key) if occasion.way == MAIL and isinstance(sorry, Refused) else ""
            await self._told(occasion, LOST.format(what=occasion.what, to=occasion.to, why=f"{sorry}{more}", key=occasion.schedule.key))
            return
        await asyncio.to_thread(self._ended, key, "sent", place)

    async def _letter(self, occasion: Occasion, key: str, readers: tuple[str, ...], wanted: Wanted | None = None) -> Letter | None:
        """What goes out; None when there is nothing to say and nobody wants to hear that. `wanted`: the report as it was drafted."""
        own = occasion.schedule
        before = tuple(r for r in readers if r != occasion.owner)
        if own.what == "question":
            answer = await self._asks.answer(Question(key, occasion.owner, f"schedule:{own.key}:{key}", occasion.question, before))
            if own.silence == "stay silent" and not any(isinstance(b, Table) and b.rows for b in answer.blocks) and not answer.error:
                return None
            return Letter(key, occasion.to, occasion.question, (occasion.question,), answer.blocks)
        return await asyncio.to_thread(self._report, occasion, key, wanted or Wanted(occasion.project, audience=own.readers, before=before))

    def _report(self, occasion: Occasion, key: str, wanted: Wanted) -> Letter:
        made = self._reports.report(occasion.owner, wanted)
        picture = written(made, "png") if occasion.way == SLACK else None
        return Letter(key, occasion.to, made.title, short(made), (), (written(made, occasion.schedule.format),), picture)

    def _as_drafted(self, draft: ReportDraft) -> Wanted | None:
        """The report with the figures of its draft and the words of its owner."""
        with self._database.reading() as session:
            return of_draft(Reader(session, OFFICE), draft)

    async def _told(self, occasion: Occasion, sentence: str, letter: Letter | None = None) -> None:
        """Say a sentence to the owner, or give them a letter, by what is connected and is not what failed, if there is a choice."""
        letter = letter or Letter("", "", sentence, (sentence,), (Text(sentence),))
        for name, way in sorted(self.ways.items(), key=lambda each: each[0] == occasion.way):
            try:
                await way.deliver(replace(letter, key=f"{occasion.key}/{name}/told", to=occasion.owner, title=sentence))
            except Sorry:
                continue
            except Exception:
                log.exception("the owner of %s could not be told by %s", occasion.key, name)
                continue
            return

    def _occasion(self, schedule_id: int, at: int) -> Occasion | None:
        """What came due, as it is now; None when it is not wanted any more."""
        with self._database.reading() as session:
            reader = Reader(session, OFFICE)
            found = reader.find(Query(Schedule, (Where("id", "is", schedule_id),), limit=1))
            if not found or found[0].status != "on":
                return None
            return self._read(reader, found[0], at)

    def _read(self, reader: Reader, own: Schedule, at: int) -> Occasion | None:
        both = Where("id", "in", tuple(i for i in (own.owner_id, own.person_id) if i))
        people = {p.id: p.email or "" for p in reader.find(Query(Person, (both,), limit=None))}
        owner = people.get(own.owner_id)
        to = own.channel or own.email or people.get(own.person_id or own.owner_id)
        if not owner or not to:
            return None
        way = SLACK if own.channel else MAIL if own.email else str(own.by)
        open_ = sorted(self.ways.keys() | self._expected)
        way = way if own.channel or own.email or way in open_ else next(iter(open_), way)           # a person is reached by what is connected
        projects = reader.find(Query(Project, (Where("id", "is", own.project_id),), limit=1)) if own.project_id else ()
        zone = ZoneInfo(own.zone) if own.zone else UTC
        return Occasion(own, owner, to, way, datetime.fromtimestamp(at, zone), projects[0].key if projects else "", _asked(reader, own))

    def _begun(self, key: str, occasion: Occasion) -> str:
        with self._database.writing() as tx:
            return sendings.begin(tx, key, occasion.schedule.id or 0, occasion.to, self._clock())

    def _ended(self, key: str, state: sendings.State, note: str) -> None:
        with self._database.writing() as tx:
            sendings.end(tx, key, state, note)

    def _drafted(self, occasion: Occasion) -> str:
        """Leave a draft with its owner, once for its moment, as a record of theirs with its sentences and what these may state; returns its key."""
        own, now, source = occasion.schedule, self._clock(), f"{OF_SCHEDULE}{occasion.key}"[:200]
        made = self._reports.report(occasion.owner, occasion.drafted) if occasion.drafted else None
        title = f"{occasion.what[:1].upper()}{occasion.what[1:]} of {occasion.moment:%-d %b %Y}"
        values = {"title": title[:200], "recipient": occasion.to, "owner_id": own.owner_id, "schedule_id": own.id,
                  **({"text": first(made), "figures": locked(made)} if made else {})}
        with self._database.writing() as tx:
            owner = credentials.asker(tx, occasion.owner)
            if threads.seen(tx, f"draft:{occasion.key}", owner) is None:
                submitted(tx, owner, f"draft:{occasion.key}", Proposal((Create("reportdraft", values, source=source),)), now)
            return Reader(tx, OFFICE).find(Query(ReportDraft, (Where("source", "is", source),), limit=1))[0].key

    def _of_draft(self, key: str) -> tuple[ReportDraft, Occasion | None]:
        with self._database.reading() as session:
            reader = Reader(session, OFFICE)
            found = reader.find(Query(ReportDraft, (Where("key", "is", key),), limit=1))
            if not found:
                raise NotFound(f"There is no draft {key}.")
            own = reader.find(Query(Schedule, (Where("id", "is", found[0].schedule_id),), limit=1))
            at = moment(found[0])
            return found[0], self._read(reader, own[0], int(at.timestamp())) if own and at else None

    def _mark_sent(self, draft: ReportDraft, occasion: Occasion) -> None:
        now = self._clock()
        with self._database.writing() as tx:
            if sendings.state(tx, f"draft/{draft.key}") == "sent":
                owner = credentials.asker(tx, occasion.owner)
                submitted(tx, owner, f"sent:{draft.key}/{draft.version}", Proposal((Change("reportdraft", (draft.key,), {"status": "sent"}),)), now)


def _asked(reader: Reader, own: Schedule) -> str:
    """What is asked: the words of the schedule, or of the owner's saved question of that name."""
    if own.what != "question":
        return ""
    for kept in reader.find(Query(SavedQuestion, limit=None)):
        if kept.title.lower() == own.question.strip().lower() and kept.owner_id == own.owner_id:
            return kept.question
    return own.question
