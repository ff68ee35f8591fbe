"""From a message that was taken to the answer that stands: who asks, who reads along, the signs that it is being worked on, and what only the asker gets."""
import asyncio
from collections.abc import Sequence
from dataclasses import replace

from assistant.jobs.incoming import Taken
from assistant.messages import Answer, Question
from bots.slack import audience, handing_in, passing_on, reporting, resuming
from bots.slack.audience import Readers
from bots.slack.entrance import Entrance
from bots.slack.hearing import Heard, Place, mentioned, words
from bots.slack.linking import citations
from bots.slack.pieces import Json
from bots.slack.posting import plain
from bots.slack.rendering import Post, posts
from bots.slack.sessions import STOPPED, Sessions, Stopped
from bots.slack.status import status
from bots.slack.streaming import Stream
from bots.slack.thinking import rated
from bots.slack.workspace import Workspace
from records.errors import Refused
from reports.blocks import Block, Text

AT_ONCE = 16             # answers; clicks are short and wait for none of them
MOST_FILES = 3           # that an answer comes with
WHOLE, REST = "whole", "rest"           # the layouts of an answer: all of it in messages, or what follows the one that grew
OUTSIDE = "This channel is shared with another company, so I do not answer in it. Write to me directly."
ALONE = "{why}, so I answer you in our direct messages."
FILES = "What a file changes may not be for everybody in here"
MORE = "This is what everybody in here may see. You may see more, so I sent you the whole answer in our direct messages."
ASKED = "You asked: {said}"


class Answering:
    def __init__(self, here: Workspace) -> None:
        self._here, self._turn = here, asyncio.Semaphore(AT_ONCE)
        self.sessions, self.entrance = Sessions(here), Entrance(here)

    async def answered(self, taken: Taken, message: Heard) -> None:
        """Answer a message where it was asked, or alone where not everybody there may read the answer."""
        if not (who := await self._let_in(message)):
            return
        message, question = await self._placed(message, who)
        try:
            if not await self._is_settled(message, question):
                await self._worked(taken, message, question)
        except Stopped:
            await self._here.poster.post(message.place, [plain(STOPPED)])

    async def _let_in(self, message: Heard) -> str:
        """The address of whoever asks, "" for somebody who gets no answer and was told why."""
        try:
            who = await self._admitted(message)
        except Refused as sorry:
            await self._refused(message, str(sorry))
            return ""
        if self._here.office and not await asyncio.to_thread(self._here.office.admitting.knows, who):
            await self.entrance.met(message, who)
            return ""
        return who

    async def _placed(self, message: Heard, who: str) -> tuple[Heard, Question]:
        """The message where its answer may stand, and the question in the eyes of all who read there."""
        readers = await audience.readers(self._here, message)
        if readers.emails and not await self._all_known(readers):
            readers = Readers(why_alone=audience.UNKNOWN)
        elif message.files and readers.emails and await self._sees_more(who, readers.emails):
            readers = Readers(why_alone=FILES)
        question = await self._question(message, who, readers)
        if not readers.why_alone:
            return message, question
        message = await self._alone(message, question.text, ALONE.format(why=readers.why_alone))
        return message, replace(question, thread=message.place.key)

    async def _is_settled(self, message: Heard, question: Question) -> bool:
        """Whether a message asked for something that is no question: to ask the manager, or what to do with a file that came without a word."""
        if passing_on.SAID.fullmatch(question.text):
            await self._here.poster.post(message.place, [plain(await passing_on.passed_on(self._here, question, message))])
            return True
        if handing_in.wish(message, question.text) == "ask":
            await self._here.poster.post(message.place, [handing_in.which(message)])
            return True
        return False

    async def _worked(self, taken: Taken, message: Heard, question: Question) -> None:
        if handing_in.wish(message, question.text):
            await self._taken_in(message, question)
            return
        answer = await (self._resumed(taken, message, question) if taken.resumed else self._first(taken, message, question))
        files = [s for s in answer.sources if s.kind == "file"][:MOST_FILES] if self._here.office else ()
        if not files and self._here.office and (as_ := reporting.wanted(question.text)) and (project := reporting.about(answer)) is not None:
            said = {reporting.PROJECT: project, "format": as_}
            await self._here.running.take("report", f"{message.id}:file", {"user": message.user, "who": question.who, "said": said})
        for file in files:
            where = {"channel": message.place.channel, "thread": message.place.thread, "before": list(question.audience)}
            await self._here.running.take("document", f"{message.id}:{file.key}", {"user": message.user, "who": question.who, "key": file.key, **where})
        if question.audience:
            await self._more(message, question, answer)

    async def refuse(self, message: Heard, sentence: str) -> None:
        """Say where a message stands why it is not answered."""
        await self._here.poster.post(message.place, [plain(sentence)])

    async def _first(self, taken: Taken, message: Heard, question: Question) -> Answer:
        here, loop = self._here, asyncio.get_running_loop()
        stream, said = Stream(here.client, message.place, message.user, here.budget, lambda ts: here.running.remember(taken, stream=ts)), ""
        sources: list[Json] = []
        try:
            async with self.sessions.at_work(message, question.text), status(here.client, message.place) as sign, self._turn:
                def both(doing: str) -> None:
                    sign(doing)
                    loop.call_soon_threadsafe(stream.step, doing)
                answer = await self.sessions.until_stopped(message, here.assistant.answer(question, both, stream.say))
                sources = citations(answer.blocks, answer.sources, here.page)
        finally:
            said = await stream.end(sources)
        rest = _rest(answer, said)
        more = await passing_on.offer(here, question, answer)
        await self._say(message, replace(rest, blocks=(*rest.blocks, more)) if more else rest, WHOLE if rest is answer else REST)
        return answer

    async def _resumed(self, taken: Taken, message: Heard, question: Question) -> Answer:
        """Come to the end of what another process began: an answer that was kept is the same one, and what of it was said is not said again."""
        here, growing = self._here, str(taken.note.get("stream") or "")
        if growing:
            await resuming.ended(here.client, message.place, growing)
        async with self.sessions.at_work(message, question.text), status(here.client, message.place) as sign, self._turn:
            answer = await self.sessions.until_stopped(message, here.assistant.answer(question, sign))
        layout, there = await resuming.standing(here.client, message.place, here.bot, message.id)
        rest = answer
        if layout == REST:
            rest = replace(answer, blocks=answer.blocks[1:])
        elif growing:
            first, *_ = self._posts(message, answer)
            await here.poster.replace(message.place, growing, first)
            there |= {0}
        await self._say(message, rest, layout or WHOLE, there)
        return answer

    async def _taken_in(self, message: Heard, question: Question) -> None:
        """What came of the files. The import of a file that comes again is the same preview, which replaces the older one."""
        here = self._here
        async with self.sessions.at_work(message, question.text), status(here.client, message.place) as sign, self._turn:
            answer = await self.sessions.until_stopped(message, handing_in.taken_in(here, question.who, message, question.text, sign))
        await self._say(message, answer, WHOLE)

    async def _say(self, message: Heard, answer: Answer, layout: str, there: frozenset[int] = frozenset()) -> None:
        for part, said in enumerate(self._posts(message, answer)):
            if part not in there:
                await self._here.poster.post(message.place, [said], resuming.mark(message.id, part, layout))

    def _posts(self, message: Heard, answer: Answer) -> Sequence[Post]:
        unread = message.files and not handing_in.wish(message, message.text)
        made = posts(replace(answer, blocks=(*answer.blocks, Text(handing_in.UNREAD))) if unread else answer, message.user, self._here.page)
        return rated(made, message.id, reporting.about(answer)) if self._here.office and not answer.error else made

    async def _question(self, message: Heard, who: str, readers: Readers) -> Question:
        here = self._here
        names = {user: await here.people.name(user) for user in mentioned(message.text, here.bot)}
        asker = await here.people.member(message.user)
        return Question(message.id, who, message.place.key, words(message.text, here.bot, names), readers.emails, asker.zone, asker.locale, "slack")

    async def _all_known(self, readers: Readers) -> bool:
        admitting = self._here.doors.admitting
        return all([await asyncio.to_thread(admitting.knows, email) for email in readers.emails])

    async def _sees_more(self, who: str, audience_: Sequence[str]) -> bool:
        return await asyncio.to_thread(self._here.doors.admitting.sees_more, who, audience_)

    async def _alone(self, message: Heard, said: str, why: str) -> Heard:
        """The same message as if it had been written directly, which is said where it was."""
        here = self._here
        await here.poster.post(message.place, [plain(why)])
        place, ts = await here.poster.tell(message.user, [plain(ASKED.format(said=said))])
        return replace(message, place=Place(here.team, place.channel, ts), is_direct=True)

    async def _more(self, message: Heard, question: Question, answer: Answer) -> None:
        """Where the asker may see more than the others, and it makes a difference: the whole answer, to them alone."""
        here = self._here
        if answer.proposal or not await self._sees_more(question.who, question.audience):
            return
        whole = await here.assistant.answer(replace(question, id=f"{question.id}:alone", thread=f"{question.thread}:alone", audience=()))
        if _computed(whole) == _computed(answer):
            return
        await here.poster.tell(message.user, [plain(ASKED.format(said=question.text)), *posts(whole, message.user, here.page)])
        await here.poster.post(message.place, [plain(MORE)])

    async def _admitted(self, message: Heard) -> str:
        """The proven e-mail address of who asks; raises `Refused`."""
        if message.is_outside and not message.is_direct:
            raise Refused(OUTSIDE)
        return await self._here.people.email(message.user)

    async def _refused(self, message: Heard, sentence: str) -> None:
        """Tell somebody that they get no answer; in a channel, only them."""
        if message.is_direct:
            await self._here.poster.post(message.place, [plain(sentence)])
        else:
            await self._here.poster.whisper(message.place, message.user, sentence, in_thread=message.is_reply)


def _computed(answer: Answer) -> list[Block]:
    """What of an answer is no sentence; of one that is nothing but sentences, these."""
    return [b for b in answer.blocks if not isinstance(b, Text)] or list(answer.blocks)


def _rest(answer: Answer, said: str) -> Answer:
    """What is left of an answer whose first text stands there already."""
    first = answer.blocks[0] if answer.blocks else None
    return replace(answer, blocks=answer.blocks[1:]) if said and isinstance(first, Text) and first.text == said else answer
