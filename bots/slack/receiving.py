"""Messages in: each is taken once, however often it is delivered, answered in its thread, and acknowledged before the work begins."""
import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, replace
from typing import Any

from assistant.incoming import Taken
from assistant.messages import Answer, Question
from bots.slack import resuming
from bots.slack.hearing import Heard, Place, heard, mentioned, words
from bots.slack.posting import plain
from bots.slack.rendering import posts
from bots.slack.status import status
from bots.slack.streaming import Stream
from bots.slack.workspace import Workspace
from records.errors import Refused
from reports.blocks import Text

AT_ONCE = 16             # answers; clicks are short and wait for none of them
WHOLE, REST = "whole", "rest"           # the layouts of an answer: all of it in messages, or what follows the one that grew
OUTSIDE = "This channel is shared with another company, so I do not answer in it. Write to me directly."
UNREAD = "I cannot read files in Slack yet, so I have not looked at what you attached."


class Receiver:
    def __init__(self, here: Workspace) -> None:
        self._here, self._turn = here, asyncio.Semaphore(AT_ONCE)
        here.running.on("message", self._answered, self._told)

    async def receive(self, body: Mapping[str, Any]) -> None:
        """Take an event; it is stored when this returns. However often and as whatever event a message comes, it is one."""
        if message := heard(body, self._here.team, self._here.bot):
            await self.ask(message)

    def ask(self, message: Heard) -> Awaitable[None]:
        """Answer a message, once; awaited, it is stored."""
        return self._here.running.take("message", message.id, asdict(message))

    async def _answered(self, taken: Taken) -> None:
        here, message = self._here, _read(taken.body)
        try:
            who = await self._admitted(message)
        except Refused as sorry:
            await self._refused(message, str(sorry))
            return
        names = {user: await here.people.name(user) for user in mentioned(message.text, here.bot)}
        question = Question(message.id, who, message.place.key, words(message.text, here.bot, names))
        if taken.resumed:
            await self._resumed(taken, message, question)
            return
        stream = _Noted(lambda ts: here.running.remember(taken, stream=ts), here.client, message.place, message.user, here.budget)
        said = ""
        try:
            async with status(here.client, message.place) as sign, self._turn:
                answer = await here.assistant.answer(question, sign, stream.say)
        finally:
            said = await stream.end()
        rest = _rest(answer, said)
        await self._say(message, rest, WHOLE if rest is answer else REST)

    async def _resumed(self, taken: Taken, message: Heard, question: Question) -> None:
        """Come to the end of what another process began: an answer that was kept is the same one, and what of it was said is not said again."""
        here, growing = self._here, str(taken.note.get("stream") or "")
        if growing:
            await resuming.ended(here.client, message.place, growing)
        async with status(here.client, message.place) as sign, self._turn:
            answer = await here.assistant.answer(question, sign)
        layout, there = await resuming.standing(here.client, message.place, here.bot, message.id)
        if layout == REST:
            answer = replace(answer, blocks=answer.blocks[1:])
        elif growing:
            first, *_ = posts(_noted(answer, message), message.user)
            await here.poster.replace(message.place, growing, first)
            there |= {0}
        await self._say(message, answer, layout or WHOLE, there)

    async def _say(self, message: Heard, answer: Answer, layout: str, there: frozenset[int] = frozenset()) -> None:
        for part, said in enumerate(posts(_noted(answer, message), message.user)):
            if part not in there:
                await self._here.poster.post(message.place, [said], resuming.mark(message.id, part, layout))

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

    async def _told(self, taken: Taken, sentence: str) -> None:
        await self._here.poster.post(_read(taken.body).place, [plain(sentence)])


class _Noted(Stream):
    """A growing message that is noted when it begins, so that it can be ended by somebody else."""

    def __init__(self, begun: Callable[[str], Awaitable[None]], *args: Any) -> None:
        super().__init__(*args)
        self._begun = begun

    async def _begin(self, piece: str) -> None:
        await super()._begin(piece)
        if self._ts:
            await self._begun(self._ts)


def _read(body: Mapping[str, Any]) -> Heard:
    return Heard(**{**body, "place": Place(**body["place"])})


def _rest(answer: Answer, said: str) -> Answer:
    """What is left of an answer whose first text stands there already."""
    first = answer.blocks[0] if answer.blocks else None
    return replace(answer, blocks=answer.blocks[1:]) if said and isinstance(first, Text) and first.text == said else answer


def _noted(answer: Answer, message: Heard) -> Answer:
    return replace(answer, blocks=(*answer.blocks, Text(UNREAD))) if message.has_files else answer
