"""The assistant for a client that somebody brings along, whose language model is outside the house: it reads as that person, what the office does not let out
is withheld, and what goes out is entered in the journal first. Nothing can be confirmed here."""
import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from secrets import token_hex
from typing import Any, Literal

from assistant.assistant import Assistant
from assistant.messages import Answer, Offer
from assistant.model.leaving import Leaving, Policy, keys_in, keys_of
from language.cleaning import clean
from prompts import prompt
from records import credentials, journal
from records.asker import Asker
from records.database import Database, Reading
from records.kinds import KINDS, Project
from records.query import Query, Where
from records.reading import Reader
from reports.blocks import Receipt, Text
from reports.formats.markdown import markdown
from tools import TOOLS
from tools.base import offered

THREAD = "mcp"                  # what waits there is found by its asker, so one name does for all
HOST = "a client by MCP"
LONGEST = 60                    # letters of a client's name that are kept
WITHHELD = "{why}, so it is not given to a language model outside. The person can read it on the page of {office}."
DONE = "It was confirmed, as change #{position}. What it changed is not shown here: {why}."
LEFT_OUT = "What is restricted stays in the house and is left out here."
UNSHOWN = "What this would change is not shown here: {why}. The person can see it, and confirm it, on the page of {office}."


@dataclass(frozen=True)
class Offered:
    """A tool as a client is told of it."""
    name: str
    says: str
    proposes: bool
    schema: Mapping[str, Any]


class Outside:
    """Wraps the assistant for clients from outside; `office` is what the office calls itself."""

    def __init__(self, assistant: Assistant, database: Database, clock: Callable[[], datetime], office: str) -> None:
        self._assistant, self._database, self._clock, self._office = assistant, database, clock, office
        self._leaving = Leaving(database)

    @property
    def instructions(self) -> str:
        """What a client's model is told before anything else."""
        return prompt("outside", office=self._office, kinds=", ".join(k.kind.one for k in KINDS))

    def tools(self, who: str) -> Sequence[Offered]:
        """The tools that a person may use. Raises `Refused` for who is not known."""
        with self._database.reading() as session:
            asker = credentials.asker(session, who)
        return tuple(Offered(t.name, t.says, t.proposes, t.args.model_json_schema()) for t in TOOLS
                     if offered(t, asker) and not (t.proposes and self._database.is_read_only))

    async def call(self, who: str, tool: str, said: Mapping[str, Any], client: str) -> Answer:
        """Run one tool. A proposal is previewed, and waits for its person. Where what was read is restricted, it is read again without that."""
        answer = await self._assistant.call(who, tool, said, THREAD)
        why = "" if answer.proposal or answer.error else await asyncio.to_thread(self._why, who, answer)
        if why:
            rest = await self._assistant.call(who, tool, said, THREAD, open_only=True)
            answer = answer if rest.error else replace(rest, blocks=(Text(LEFT_OUT), *rest.blocks))
        return await self._let_out(who, answer, client)

    async def open(self, who: str, what: Literal["record", "section", "proposal"], key: str, client: str) -> Answer:
        """A record, a section of a document, or a proposal of theirs as it stands now. Raises the family of errors."""
        return await self._let_out(who, (await self._assistant.open(who, what, key))[0].answer, client)

    async def _let_out(self, who: str, answer: Answer, client: str) -> Answer:
        """The answer, or why it stays; what goes out is entered before it does."""
        if why := await asyncio.to_thread(self._why, who, answer):
            return self._withheld(answer, why)
        await asyncio.to_thread(self._enter, who, answer, " ".join(clean(client).split())[:LONGEST] or "unnamed")
        return answer

    def _why(self, who: str, answer: Answer) -> str:
        """Why an answer stays in the house; "" when it may leave."""
        policy = self._leaving.policy()
        if not policy.holds_something:
            return ""
        with self._database.reading() as session:
            seen = _seen(session, credentials.asker(session, who), policy)
        return policy.why(_keys(answer), markdown(answer.blocks), seen)

    def _enter(self, who: str, answer: Answer, client: str) -> None:
        keys = dict.fromkeys((*_keys(answer), *keys_in(markdown(answer.blocks))))
        now = self._clock()
        with self._database.writing() as tx:
            journal.note_sent(tx, journal.Sent(at=now, asker_id=credentials.asker(tx, who).person, turn=token_hex(6), model=client, host=HOST,
                                               keys=" ".join(keys)))

    def _withheld(self, answer: Answer, why: str) -> Answer:
        if answer.proposal:
            return Answer(answer.thread, (Text(UNSHOWN.format(why=why, office=self._office)),), proposal=Offer(answer.proposal.id, ()))
        if done := next((block for block in answer.blocks if isinstance(block, Receipt)), None):
            return Answer(answer.thread, (Text(DONE.format(position=done.position, why=why)),))
        said = WITHHELD.format(why=why, office=self._office)
        return Answer(answer.thread, (Text(said),), error=said)


def _keys(answer: Answer) -> Iterator[str]:
    yield from keys_of(answer.blocks)
    yield from (source.key for source in answer.sources)


def _seen(session: Reading, asker: Asker, policy: Policy) -> frozenset[str]:
    """Of the projects that stay, those that the asker sees."""
    held = Where("key", "in", tuple(policy.projects))
    return frozenset(p.key for p in Reader(session, asker).find(Query(Project, (held,), fields=("id", "key"), limit=None)))
