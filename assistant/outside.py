"""The assistant for a client that somebody brings along, whose language model is outside the house: it reads as that person, what the office does not let out
is withheld, and what goes out is entered in the journal first. Nothing can be confirmed here."""
import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from secrets import token_hex
from typing import Any, Literal

from assistant.assistant import Assistant
from assistant.messages import Answer, Offer
from assistant.model.leaving import Leaving, keys_in, keys_of
from assistant.switching import off, without
from language.cleaning import clean
from prompts import prompt
from records import credentials, journal
from records.asker import Asker, Face
from records.database import Database, Reading
from records.errors import Refused
from records.kinds import KINDS, Project
from records.query import Query, Where
from records.reading import Reader
from reports.blocks import Chart, Receipt, Text
from reports.formats.markdown import markdown
from tools import TOOLS
from tools.base import Tool, offered

THREAD = "mcp"                  # what waits there is found by its asker, so one name does for all
FACE: Face = "mcp"
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


PROPOSES = {t.name: t.proposes for t in TOOLS}
Opened = Literal["record", "section", "proposal"]
BY_TOOL: Mapping[str, str] = {"record": "show_record", "section": "search_governance"}      # what is opened by an address, and the tool that shows the same


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
            asker = _asker(session, who)
        return tuple(told for t, told in _all() if offered(t, asker) and not (t.proposes and self._database.is_read_only))

    def closed(self, who: str) -> Mapping[str, str]:
        """What cannot be opened by its address here, for the tool that shows it is switched off, with the sentence that says so."""
        with self._database.reading() as session:
            is_off = off(_asker(session, who))
        return {what: is_off[tool] for what, tool in BY_TOOL.items() if tool in is_off}

    async def call(self, who: str, tool: str, said: Mapping[str, Any], client: str) -> Answer:
        """Run one tool. A proposal is previewed, and waits for its person. Where what was read is restricted, it is read again without that."""
        return await asyncio.to_thread(self._called, who, tool, said, client)

    async def open(self, who: str, what: Opened, key: str, client: str) -> Answer:
        """A record, a section of a document, or a proposal of theirs as it stands now. Raises the family of errors."""
        if why := (await asyncio.to_thread(self.closed, who)).get(what):
            raise Refused(why)
        answer = (await self._assistant.open(who, what, key))[0].answer
        why = await asyncio.to_thread(self._let_out, who, answer, client)
        return self._withheld(answer, why) if why else answer

    def _called(self, who: str, tool: str, said: Mapping[str, Any], client: str) -> Answer:
        """All of a call in one thread, as each change of threads takes as long as a look into the records."""
        answer = self._assistant.called(who, tool, said, THREAD, face=FACE)
        if not (why := self._let_out(who, answer, client)):
            return answer
        if not answer.proposal and not answer.error:
            rest = self._assistant.called(who, tool, said, THREAD, open_only=True, face=FACE)
            if not rest.error and not self._let_out(who, rest, client):
                return replace(rest, blocks=(Text(LEFT_OUT), *rest.blocks))
        return self._withheld(answer, why)

    def _let_out(self, who: str, answer: Answer, client: str) -> str:
        """Why an answer stays in the house; of one that may leave, what goes with it is entered, and nothing is said."""
        text, keys, now = _words(answer), tuple(_keys(answer)), self._clock()
        with self._database.reading() as session:
            asker = credentials.asker(session, who)
            if why := self._why(session, asker, keys, text):
                return why
        called = " ".join(clean(client).split())[:LONGEST] or "unnamed"
        with self._database.writing() as tx:
            journal.note_sent(tx, journal.Sent(at=now, asker_id=asker.person, turn=token_hex(6), model=called, host=HOST,
                                               keys=" ".join(dict.fromkeys((*keys, *keys_in(text))))))
        return ""

    def _why(self, session: Reading, asker: Asker, keys: Sequence[str], text: str) -> str:
        """Why something stays; of projects only those count that the asker sees, and it is looked up only where one is spoken of."""
        policy = self._leaving.seen_in(session)
        if not policy.why(keys, text, frozenset(policy.projects)):
            return ""
        held = Query(Project, (Where("key", "in", tuple(policy.projects)),), fields=("id", "key"), limit=None)
        return policy.why(keys, text, frozenset(p.key for p in Reader(session, asker).find(held)))

    def _withheld(self, answer: Answer, why: str) -> Answer:
        if answer.proposal:
            return Answer(answer.thread, (Text(UNSHOWN.format(why=why, office=self._office)),), proposal=Offer(answer.proposal.id, ()))
        if done := next((block for block in answer.blocks if isinstance(block, Receipt)), None):
            return Answer(answer.thread, (Text(DONE.format(position=done.position, why=why)),))
        said = WITHHELD.format(why=why, office=self._office)
        return Answer(answer.thread, (Text(said),), error=said)


def _asker(session: Reading, who: str) -> Asker:
    """The person, without what is switched off for them here. Raises `Refused` for who is not known."""
    asker = credentials.asker(session, who)
    return replace(asker, without=without(session, asker, FACE))


@cache
def _all() -> tuple[tuple[Tool, Offered], ...]:
    """Every tool and what is told of it; its schema takes long to write."""
    return tuple((t, Offered(t.name, t.says, t.proposes, t.args.model_json_schema())) for t in TOOLS)


def _words(answer: Answer) -> str:
    """All that an answer says, in its pictures too."""
    return "\n".join((markdown(answer.blocks), *(str(block.picture) for block in answer.blocks if isinstance(block, Chart))))


def _keys(answer: Answer) -> Iterator[str]:
    yield from keys_of(answer.blocks)
    yield from (source.key for source in answer.sources)
