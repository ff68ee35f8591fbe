"""Messages in: each is taken once, however often it is delivered, answered in its thread, and acknowledged before the work begins."""
import asyncio
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from assistant.messages import Answer, Question
from bots.slack.hearing import Heard, heard, mentioned, words
from bots.slack.posting import plain
from bots.slack.rendering import posts
from bots.slack.status import status
from bots.slack.streaming import Stream
from bots.slack.workspace import Workspace
from records.errors import Refused
from reports.blocks import Text

REMEMBERED = 10_000
AT_ONCE = 16             # answers; clicks are short and wait for none of them
OUTSIDE = "This channel is shared with another company, so I do not answer in it. Write to me directly."
UNREAD = "I cannot read files in Slack yet, so I have not looked at what you attached."


class Once:
    """Remembers the latest names it was shown."""

    def __init__(self, most: int = REMEMBERED) -> None:
        self._seen: OrderedDict[str, None] = OrderedDict()
        self._most = most

    def is_new(self, name: str) -> bool:
        if name in self._seen:
            return False
        self._seen[name] = None
        if len(self._seen) > self._most:
            self._seen.popitem(last=False)
        return True


class Receiver:
    def __init__(self, here: Workspace) -> None:
        self._here, self._once, self._turn = here, Once(), asyncio.Semaphore(AT_ONCE)

    def receive(self, body: Mapping[str, Any]) -> None:
        """Take an event and return at once. One mention can come as two events, so both its names are remembered."""
        if self._once.is_new(body["event_id"]) and (message := heard(body, self._here.team, self._here.bot)):
            self.ask(message)

    def ask(self, message: Heard) -> None:
        """Answer a message, once."""
        if self._once.is_new(message.id):
            self._here.running.start(lambda: self._answered(message), lambda said: self._here.poster.post(message.place, [plain(said)]))

    async def _answered(self, message: Heard) -> None:
        here = self._here
        try:
            who = await self._admitted(message)
        except Refused as sorry:
            await self._refused(message, str(sorry))
            return
        names = {user: await here.people.name(user) for user in mentioned(message.text, here.bot)}
        question = Question(message.id, who, message.place.key, words(message.text, here.bot, names))
        stream = Stream(here.client, message.place, message.user, here.budget)
        try:
            async with status(here.client, message.place) as sign, self._turn:
                answer = await here.assistant.answer(question, sign, stream.say)
        finally:
            said = await stream.end()
        await here.poster.post(message.place, posts(_noted(_rest(answer, said), message), message.user))

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


def _rest(answer: Answer, said: str) -> Answer:
    """What is left of an answer whose first text stands there already."""
    first = answer.blocks[0] if answer.blocks else None
    return replace(answer, blocks=answer.blocks[1:]) if said and isinstance(first, Text) and first.text == said else answer


def _noted(answer: Answer, message: Heard) -> Answer:
    return replace(answer, blocks=(*answer.blocks, Text(UNREAD))) if message.has_files else answer
