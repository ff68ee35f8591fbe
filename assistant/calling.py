"""One tool call at a desk laid for it alone. Knows no model, so a command that needs none starts quickly."""
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from secrets import token_hex
import time
from typing import Any, Protocol

from assistant.messages import Say, Sign, silent, unheard
from assistant.noting import noted
from assistant.switching import switched_off
from assistant.undoing import taken_back
from knowledge.searching import NOTHING, Search
from records import journal, planning
from records.asker import Asker
from records.breakdown.drafting import Draft, nobody
from records.database import Database, Reading
from records.errors import NotFound, Refused
from records.proposals import ChangeSet, Proposal
from records.reading import Reader
from reports.blocks import Block, Text
from tools import TOOLS
from tools.base import Result, Tool, offered
from tools.desk import Desk
from tools.desk.holding import Holder, none_hold
from tools.desk.own import taken

Names = Mapping[str, Mapping[str, str]]          # table name -> spoken name -> key
Searching = Callable[[Reading, Asker], Search]


@dataclass(frozen=True)
class Call:
    """One tool that was called, with the words it was given."""
    tool: str
    said: Mapping[str, Any]


@dataclass(frozen=True)
class Past:
    """An earlier turn of the thread, oldest first: what “it”, “that” and “and for Zephyr?” refer to. Of one long ago the answer is not kept here.
    `keys` are the records the answer showed, in order; `state` what became of its proposal: "", pending, applied, discarded, replaced.
    `named` are records with what they are called, `figures` what was shown of figures, `wish` the title of what was proposed and `proposal` its id;
    `failed` whether a tool could not do what was asked."""
    question: str
    answer: str
    calls: tuple[Call, ...] = ()
    keys: tuple[str, ...] = ()
    state: str = ""
    named: tuple[tuple[str, str], ...] = ()
    figures: tuple[tuple[str, str], ...] = ()
    wish: str = ""
    failed: bool = False
    proposal: str = ""


@dataclass
class Use:
    """What a turn has used of a language model, kept while it goes on. `why` is the sentence that says why the planner answers, "" while the model may."""
    id: str = field(default_factory=lambda: token_hex(6))
    started: float = field(default_factory=time.monotonic)
    asked: str = ""
    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    why: str = ""


@dataclass(frozen=True)
class Turn:
    """Who asks and when, what they may name and what was said before; passed beside the messages, never through a model.
    `whole_past` is there where some of the past may not leave the house: `past` is then what a language model may be told of it."""
    asker: Asker
    now: datetime
    names: Names
    past: Sequence[Past] = ()
    sign: Sign = silent
    titled: Mapping[str, str] = field(default_factory=dict)      # words of the message that speak of a record by its title, with its key or keys
    own: Sequence[str] = ()                                      # the keys of the projects that the asker manages, or else works on
    holding: Callable[[str], Sequence[Holder]] = none_hold       # the records that hold some words
    filed: Mapping[str, Sequence[str]] = field(default_factory=dict)     # keys that a file brought along, each with our key, or the several it may be
    words: Mapping[str, str] = field(default_factory=dict)       # the office's own words for our choices
    preferences: Mapping[str, str] = field(default_factory=dict)     # what the asker told about themselves: “report length” -> “short”
    whole_past: Sequence[Past] | None = None
    use: Use = field(default_factory=Use, compare=False)
    looked: list[str] = field(default_factory=list, compare=False)     # the records whose reports are shown, filled while it goes on


@dataclass(frozen=True)
class Planned:
    """A proposal and exactly what it would change."""
    proposal: Proposal
    changes: ChangeSet


@dataclass(frozen=True)
class Told:
    """What a turn came to: sentences, whether a language model wrote them, what the tools made, and which were called.
    The first `left` blocks have left already, piece by piece, and cannot be put behind anything. `instead` is the id of what waits no longer then."""
    text: str
    blocks: tuple[Block, ...] = ()
    planned: Planned | None = None
    calls: tuple[Call, ...] = ()
    by_model: bool = False
    error: str | None = None
    understood: bool = True
    left: int = 0
    instead: str = ""


class Speaker(Protocol):
    """What turns words into tool calls and back: the agent, or in tests anything."""

    async def turn(self, asked: str, turn: Turn, say: Say = unheard) -> Told: ...


class Mute:
    """The speaker of those who only confirm, call and open."""

    async def turn(self, asked: str, turn: Turn, say: Say = unheard) -> Told:  # noqa: ARG002
        return Told("Nobody is here to talk to.", understood=False)


@dataclass(frozen=True)
class Caller:
    """Runs tools; `searching` opens the documents for one asker."""
    database: Database
    searching: Searching = field(default=lambda _session, _asker: NOTHING)

    def call(self, tool: Tool, said: Mapping[str, Any], turn: Turn, draft: Draft = nobody) -> Result | Planned:
        """Run a tool on words and plan what it proposes, in one read transaction; raises the family of errors, and what `draft` raises."""
        if why := switched_off(tool, turn.asker):
            raise Refused(why)
        if not offered(tool, turn.asker):
            raise NotFound(f"There is no “{tool.name}” for you.")
        turn.sign(tool.sign)
        with self.database.reading() as session:
            desk = Desk(turn.asker, Reader(session, turn.asker), turn.now, self.searching(session, turn.asker), draft=draft,
                        looked=partial(journal.looked, session, turn.now, turn.asker.person))
            made = tool.call(desk, dict(said))
            if isinstance(made, Result):
                turn.looked.extend(made.looked)
                return replace(made, blocks=(Text(mine), *made.blocks)) if (mine := taken(desk.reader, said)) else made
            changes = planning.plan(session, turn.asker, made, turn.now.date())
            planned = noted(desk, made, changes)
            if made.undoes is not None:
                is_named = bool(said.get("position")) or not turn.names             # a form or a command has no conversation
                planned = replace(planned, note=taken_back(session, made.undoes, turn, is_named=is_named))
            return Planned(replace(planned, note=" ".join(filter(None, (taken(desk.reader, said), planned.note)))), changes)


def tool_named(name: str) -> Tool:
    found = next((t for t in TOOLS if t.name == name), None)
    if found is None:
        raise NotFound(f"There is no tool “{name}”.")
    return found
