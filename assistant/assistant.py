"""The whole service behind every face: answer a question, confirm a proposal, call a tool by name, open what is kept."""
import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
import logging
from secrets import token_hex
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from assistant import keeping, reads
from assistant.amending.waiting import amends, unread, waits
from assistant.calling import Caller, Planned, Speaker, Told, Turn, tool_named
from assistant.confirming import confirmed, offered, shown
from assistant.loading import File, loaded
from assistant.messages import Answer, Click, Exchange, Question, Say, Sign, silent, unheard
from assistant.narrowing import narrows
from assistant.opening import What, opened
from assistant.own_projects import OwnProjects
from assistant.planner.heard.following import told_of
from assistant.planner.heard.plan import MEASURED
from assistant.planner.words.the_other import is_other
from assistant.queueing import Queues
from assistant.refusing import refusal
from assistant.spoken_of import FileKeys, Holding, Titles
from assistant.switching import without
from assistant.typed_yes import DROPPED, NOTHING_WAITS, SINCE, asks_back, clicked, is_click, is_no, is_said_of, still_open
from language.cleaning import clean
from records import credentials, journal, threads
from records.asker import Asker, Face
from records.database import READ_ONLY, Reading, refuse_read_only
from records.errors import BadInput, Conflict, Sorry
from records.kinds import Document, Objective, Person, Project
from records.kinds.base import Record
from records.reading import Reader
from reports.blocks import Text
from tools.base import Result
from tools.desk import Desk

LONGEST = 8000
NAMED: tuple[type[Record], ...] = (Project, Person, Objective, Document)
log = logging.getLogger(__name__)


class Assistant:
    """Five doors. They hand out answers, and never raise what a person did wrong; only `open` raises."""

    def __init__(self, caller: Caller, speaker: Speaker, clock: Callable[[], datetime]) -> None:
        self._caller, self._speaker, self._clock = caller, speaker, clock
        self._database = caller.database
        self._queues = Queues()

    async def answer(self, question: Question, sign: Sign = silent, say: Say = unheard) -> Answer:
        """Answer once: the same question id again gets the same answer. Turns of one thread wait for each other.

        `say` hears a model's sentences, and the blocks it places between them, as they are said: the answer begins with exactly these."""
        try:
            async with self._queues.turn(question.thread):
                return await self._answered(question, sign, say)
        except Sorry as sorry:
            return _sorry(question.thread, sorry)
        except Exception:
            reference = token_hex(3)
            log.exception("answer %s failed", reference)
            return _failed(question.thread, reference)

    async def confirm(self, who: str, proposal: str, click: Click = "confirm", only: Sequence[str] = ()) -> Answer:
        """Apply exactly what was shown, or show it afresh when it would come to something else by now; discard it; or undo it.

        `only`: the outline numbers of a plan that are ticked.
        """
        def done() -> Answer:
            now = self._clock()                                       # it may look the office's time zone up, so never inside a transaction
            with self._database.writing() as tx:
                return confirmed(tx, credentials.asker(tx, who), proposal, click, now, only)
        return await self._edge(done)

    async def call(self, who: str, tool: str, said: Mapping[str, Any], thread: str = "", *, open_only: bool = False, face: Face = "all") -> Answer:
        """Run one tool without a model: for commands, forms, the API and clients from outside. A proposal is previewed, like anywhere.

        `open_only`: as if there were nothing that is restricted. `face`: where it is called, as of a question.
        """
        return await asyncio.to_thread(partial(self.called, who, tool, said, thread, open_only=open_only, face=face))

    def called(self, who: str, tool: str, said: Mapping[str, Any], thread: str = "", *, open_only: bool = False, face: Face = "all") -> Answer:
        """The same in the caller's own thread, for whoever has more to do there."""
        return _told(lambda: self._called(who, tool, said, thread, open_only=open_only, face=face), thread)

    async def load(self, who: str, file: File, thread: str = "", sign: Sign = silent) -> Answer:
        """Read a file into a proposal: its preview counts what is new and changed, and says what is left out and why."""
        return await self._edge(lambda: self._loaded(who, file, thread, sign), thread)

    async def open(self, who: str, what: What, key: str) -> tuple[Exchange, ...]:
        """What is kept: a conversation of the asker, their latest one, a record, a section of a document, or a proposal of theirs as it stands, which
        changes nothing. Raises `NotFound`, of a proposal the family of errors."""
        def looked_up() -> tuple[Exchange, ...]:
            now = self._clock()
            with self._database.reading() as session:
                asker = credentials.asker(session, who)
                desk = Desk(asker, Reader(session, asker), now, self._caller.searching(session, asker))
                found = opened(session, desk, what, key)
            if what in {"record", "section"}:           # a conversation was entered when it was held
                reads.enter(self._database, now, asker.person, (key, *reads.shown(found[0].answer)))
            return found
        return await asyncio.to_thread(looked_up)

    async def _answered(self, question: Question, sign: Sign, say: Say) -> Answer:
        question = replace(question, text=_heard(question.text))
        old, turn, click = await asyncio.to_thread(self._opened, question, sign)
        if old:
            return old
        if click and is_said_of(click, turn.past):
            answer, others = await self.confirm(question.who, *click), still_open(click[0], turn.past)
            return replace(answer, blocks=(*answer.blocks, Text(others))) if others and not answer.error else answer
        if click:
            return await _unbroken(asyncio.to_thread(self._shown_again, question, turn, click[0]))
        if is_click(question.text) and not any(p.state == "pending" for p in turn.past):
            if is_no(question.text) and turn.past and asks_back(turn.past[-1]):                     # an abandoned wish is not answered later
                return await _unbroken(asyncio.to_thread(self._closed, question, turn, Told(DROPPED)))
            raise Conflict(NOTHING_WAITS)
        over = any(p.state == "pending" for p in turn.past)
        if (told := await asyncio.to_thread(self._amended, question, turn) if over or _is_after_done(turn) or narrows(question.text) else None) is None:
            told = await self._speaker.turn(question.text, _as_they_live(question, turn), say)
            told = await asyncio.to_thread(self._heard_over, question, turn, told) if over and not told.left else told
        return await _unbroken(asyncio.to_thread(self._closed, question, turn, told))

    def _amended(self, question: Question, turn: Turn) -> Told | None:
        """What waits, as a message amends it, to be shown again; None when it means something else."""
        with self._database.reading() as session:
            return amends(session, question.text, question.thread, turn)

    def _heard_over(self, question: Question, turn: Turn, told: Told) -> Told:
        """What a turn came to, or that its message was not read as a change of what waits."""
        with self._database.reading() as session:
            return unread(told, question.text, turn, lambda: waits(session, question.thread, turn))

    async def _edge(self, work: Callable[[], Answer], thread: str = "") -> Answer:
        return await asyncio.to_thread(_told, work, thread)

    def _opened(self, question: Question, sign: Sign) -> tuple[Answer | None, Turn, tuple[str, Click] | None]:
        now = self._clock()
        with self._database.reading() as session:
            asker = credentials.asker(session, question.who)
            asker = credentials.among(session, asker, question.audience) if question.audience else asker
            turn = self._turn(session, asker, question.thread, now, sign, face=question.face)
            before = told_of(turn.past[-1]) if turn.past else ""
            turn = replace(turn, titled=Titles(self._database, turn.asker, question.text, now, before), own=OwnProjects(self._database, turn.asker),
                           holding=Holding(self._database, turn.asker), filed=FileKeys(self._database, turn.asker, question.text))
            old = threads.seen(session, question.id, asker)
            return (keeping.read(old) if old else None), turn, clicked(question.text, threads.proposals(session, asker, question.thread), turn.past)

    def _turn(self, session: Reading, asker: Asker, thread: str, now: datetime, sign: Sign = silent, *, face: Face = "all") -> Turn:
        asker = replace(asker, without=without(session, asker, face))
        reader = Reader(session, asker)
        desk = Desk(asker, reader, now)
        names = {str(kind.__tablename__): desk.names(kind) for kind in NAMED} | {MEASURED: desk.measures(NAMED)}
        return Turn(asker, now, names, keeping.past(session, asker, thread), sign, words=reader.own_words)

    def _closed(self, question: Question, turn: Turn, told: Told) -> Answer:
        """Keep question, answer and proposal in one transaction."""
        if told.planned and self._database.is_read_only:
            told = replace(told, text="", blocks=(*told.blocks[:told.left], Text(READ_ONLY)), planned=None, error=READ_ONLY)
        blocks = ((Text(told.text),) if told.text else ()) + told.blocks
        with self._database.writing() as tx:
            with suppress(TypeError):
                return keeping.read(threads.seen(tx, question.id, turn.asker))
            if told.planned:
                answer = offered(tx, turn, question.thread, told.planned, blocks, told.instead or _waits(question, turn))
            else:
                answer = replace(keeping.sourced(question.thread, blocks), error=told.error)
            keeping.keep(tx, question.thread, turn, Exchange(question.id, question.text, answer, turn.now), told.calls)
            for about in dict.fromkeys(turn.looked):
                journal.look(tx, turn.now, turn.asker.person, about)
            if not told.understood:
                journal.note(tx, turn.now, turn.asker.person, journal.Event.question_misunderstood, question.text)
            reads.note(tx, turn.now, turn.asker.person, reads.shown(answer))
        return answer

    def _shown_again(self, question: Question, turn: Turn, proposal: str) -> Answer:
        """What waits from before, shown once more, since a yes behind something else may not mean it."""
        with self._database.writing() as tx:
            answer = shown(tx, turn.asker, proposal, turn.now)
            answer = replace(answer, thread=question.thread, blocks=(Text(SINCE), *answer.blocks))
            calls = next((p.calls for p in reversed(turn.past) if p.proposal == proposal and p.calls), ())       # so that it can still be corrected
            keeping.keep(tx, question.thread, turn, Exchange(question.id, question.text, answer, turn.now), calls)
        return answer

    def _called(self, who: str, name: str, said: Mapping[str, Any], thread: str, *, open_only: bool, face: Face) -> Answer:
        now = self._clock()
        with self._database.reading() as session:
            asker = credentials.asker(session, who)
            asker = replace(asker, among=(credentials.OPEN_ONLY,)) if open_only else asker
            turn = Turn(replace(asker, without=without(session, asker, face)), now, {})       # no words are read, so no names nor past
        made = self._caller.call(tool_named(name), said, turn)
        if isinstance(made, Result):
            answer = keeping.sourced(thread, made.blocks)
            reads.enter(self._database, now, turn.asker.person, reads.shown(answer))
            return answer
        return self._offered(turn, thread, made)

    def _loaded(self, who: str, file: File, thread: str, sign: Sign) -> Answer:
        refuse_read_only(self._database)
        now = self._clock()
        with self._database.reading() as session:
            turn = Turn(credentials.asker(session, who), now, {})
        planned, blocks = loaded(self._database, turn.asker, file, turn.now.date(), sign)
        with self._database.writing() as tx:
            answer = offered(tx, turn, thread, planned, blocks) if planned else keeping.sourced(thread, blocks)
            keeping.keep(tx, thread, turn, Exchange(f"{thread}/file-{token_hex(6)}", f"(the file {file.name})", answer, turn.now))
        return answer

    def _offered(self, turn: Turn, thread: str, made: Planned) -> Answer:
        with self._database.writing() as tx:
            return offered(tx, turn, thread, made, ())


def _is_after_done(turn: Turn) -> bool:
    """Whether the last thing here was a receipt."""
    return bool(turn.past) and not turn.past[-1].question and bool(turn.past[-1].keys)


def _waits(question: Question, turn: Turn) -> str:
    """The id of what waits, where “no, the other one” is said of it."""
    return next((p.proposal for p in reversed(turn.past) if p.state == "pending"), "") if is_other(question.text) else ""


def _as_they_live(question: Question, turn: Turn) -> Turn:
    """The turn in the time zone and with the language of the asker's profile; a zone that nobody knows is none."""
    language = {"language": question.language} if question.language and not question.language.startswith("en") else {}
    try:
        now = turn.now.astimezone(ZoneInfo(question.zone)) if question.zone else turn.now
    except (ZoneInfoNotFoundError, ValueError, OSError):
        now = turn.now
    return replace(turn, now=now, preferences={**language, **turn.preferences}) if now is not turn.now or language else turn


async def _unbroken(work: Coroutine[Any, Any, Answer]) -> Answer:
    """What is being kept is kept to its end, also when nobody waits for it any more; the thread is free only then."""
    keeping_it = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(keeping_it)
    except asyncio.CancelledError:
        await asyncio.wait([keeping_it])
        raise


def _heard(text: str) -> str:
    """The text without what nobody can see; raises `BadInput` when nothing is left of it, or too much."""
    text = clean(text).strip()
    if not text:
        raise BadInput("Say what you want to know or do, such as “how is Apollo doing?”.")
    if len(text) > LONGEST:
        raise BadInput(f"That is {len(text):,} characters; I read {LONGEST:,} at most. Say it shorter, or put it into a document.")
    return text


def _told(work: Callable[[], Answer], thread: str) -> Answer:
    """What comes of some work; what goes wrong is an answer too."""
    try:
        return work()
    except Sorry as sorry:
        return _sorry(thread, sorry)
    except Exception:
        reference = token_hex(3)
        log.exception("click or call %s failed", reference)
        return _failed(thread, reference)


def _sorry(thread: str, sorry: Sorry) -> Answer:
    return Answer(thread, refusal(sorry), error=str(sorry))


def _failed(thread: str, reference: str) -> Answer:
    said = f"Something went wrong on my side, and nothing was changed. Please try again; the reference for the PMO is {reference}."
    return Answer(thread, (Text(said),), error=said)
