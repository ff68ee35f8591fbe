"""A change that a language model proposes after it read records or documents: what the asker's own words do not ask for is said in the preview."""
import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
import re
from typing import Any

from langchain.agents.middleware import AgentMiddleware
from langchain.agents.middleware.types import ToolCallRequest
from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, ToolMessage
from langgraph.types import Command

from assistant.calling import Caller, Planned, Turn, tool_named
from assistant.guarding.links import REACHES_OUT, reached
from assistant.messages import silent
from assistant.model.accounting import own_words
from assistant.outcome import known_of, offered_in
from assistant.planner.offline import planned
from records.errors import Sorry
from records.kinds import BY_TABLE, Person
from records.kinds.base import fields
from records.proposals import ChangeSet, Edit

Handler = Callable[[ToolCallRequest], Awaitable[ToolMessage | Command[Any]]]
WORD, NAME = re.compile(r"[^\W_]{4,}"), re.compile(r"[^\W_]{2,}")
PARTS = re.compile(r"[.;:\n]\s|,?\s(?:and|then|also)\s(?:then\s)?", re.I)
ENOUGH = 0.5                            # of a new record's words the asker must have said
MOST, LONGEST = 4, 60
LOOK_TWICE = "Look twice: the language model read records or documents before it proposed this, and you did not say"
PERSON = str(Person.__tablename__)


class Unasked(AgentMiddleware[Any, Turn, Any]):
    """Compares what the model proposes with what the planner makes of the asker's own words, and with these words themselves."""

    def __init__(self, caller: Caller) -> None:
        super().__init__()
        self._caller = caller

    async def awrap_tool_call(self, request: ToolCallRequest, handler: Handler) -> ToolMessage | Command[Any]:
        made = await handler(request)
        turn, wished = request.runtime.context, getattr(made, "artifact", None)
        if not isinstance(made, ToolMessage) or not isinstance(wished, Planned) or not isinstance(turn, Turn):
            return made
        if turn.use.why or not tainted(request.state["messages"], turn):
            return made
        said = await asyncio.to_thread(self._unsaid, turn, wished)
        if not said:
            return made
        note = f"{LOOK_TWICE} {', '.join(said)}."
        proposal = replace(wished.proposal, note=" ".join(filter(None, (note, wished.proposal.note))))
        return made.model_copy(update={"artifact": replace(wished, proposal=proposal)})

    def _unsaid(self, turn: Turn, wished: Planned) -> Sequence[str]:
        own = list(self._own(turn))
        if any(c.digest == wished.changes.digest for c in own):
            return ()
        return tuple(dict.fromkeys(unsaid(wished.changes, own_words(turn), own, turn.asker.name)))[:MOST]

    def _own(self, turn: Turn) -> Iterator[ChangeSet]:
        """What the asker's words come to without any model: the whole message, and its parts."""
        for said in dict.fromkeys((turn.use.asked, *PARTS.split(turn.use.asked))):
            yield from self._made(turn, said) if said.strip() else ()

    def _made(self, turn: Turn, said: str) -> Iterator[ChangeSet]:
        for name, args in planned(said, known_of(turn), offered_in(turn)).calls:
            if tool_named(name).proposes:
                with suppress(Sorry):
                    made = self._caller.call(tool_named(name), args, replace(turn, sign=silent))
                    if isinstance(made, Planned):
                        yield made.changes


def tainted(messages: Sequence[AnyMessage], turn: Turn) -> bool:
    """Whether the model has read anything of records or documents before its latest call."""
    last = max((i for i, m in enumerate(messages) if isinstance(m, HumanMessage)), default=0)
    return bool(turn.past) or any(isinstance(m, ToolMessage) for m in messages[last:]) or sum(isinstance(m, AIMessage) for m in messages[last:]) > 1


def unsaid(changes: ChangeSet, words: str, own: Sequence[ChangeSet], me: str) -> Iterator[str]:
    """What a change holds that neither these words hold nor what they come to by themselves."""
    if changes.undoes:
        yield f"to undo change #{changes.undoes}"
        return
    low, known = words.lower(), {e.key for c in own for e in c.edits if not e.is_new}
    titles = {_title(e) for c in own for e in c.edits if e.is_new}
    values = {shown.after for c in own for shown in c.shown} | {me, ""}
    for edit in changes.edits:
        if said := _new(edit, low, titles) if edit.is_new else _old(edit, low, known):
            yield said
    people = {f.label for e in changes.edits for f in fields(BY_TABLE[e.kind]) if f.refers == PERSON}
    for change in changes.shown:
        if change.field in people and change.after not in values and not set(NAME.findall(change.after.lower())) & set(NAME.findall(low)):
            yield change.after
        if any(True for _ in reached(change.after, words)):
            yield f"the link or address in its {change.field}"


def _old(edit: Edit, low: str, known: set[str]) -> str:
    """The key of a record that is changed and that nobody spoke of."""
    number = re.sub(r"^.*-(?=[A-Z]+-\d+$)", "", edit.key)
    is_named = any(re.search(rf"(?<!\w){re.escape(each.lower())}(?!\w)", low) for each in (edit.key, number))
    return "" if is_named or edit.key in known else edit.key


def _title(edit: Edit) -> str:
    return str(edit.after.get(BY_TABLE[edit.kind].kind.title, ""))


def _new(edit: Edit, low: str, known: set[str]) -> str:
    """The title of a new record whose words are not the asker's, nor what those come to: a charter has milestones that nobody says."""
    title = _title(edit)
    told = WORD.findall(title.lower())
    if title in known or not told or sum(word in low for word in told) >= ENOUGH * len(told):
        return ""
    shown = REACHES_OUT.sub("…", title)                       # a note is no place for a link either
    return f"“{shown}”" if len(shown) <= LONGEST else f"“{shown[:LONGEST]}…”"
