"""From a sentence to tool calls, or to what must be asked first. Pure: the chat model in `offline` only carries it."""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
import re
from typing import Any

from assistant.planner.choosing import Chooser
from assistant.planner.filling import Filled, fill
from assistant.planner.following import SHORT, Context, Earlier, merged
from assistant.planner.hearing import Heard, Names, hear
from assistant.planner.mood import is_order, is_question, is_refusal, is_removal, is_small_talk
from assistant.planner.wording import LOST, REFUSED, REMOVAL, SMALL_TALK, TITLE_ASKED, UNSURE, asked_for, helpful, with_each
from language.dates import impossible_dates
from records.kinds import KINDS
from records.kinds.base import fields
from tools.base import Holds, Tool

SURE, SURE_TO_WRITE, CLOSE = 0.22, 0.24, 0.85


@dataclass(frozen=True)
class Plan:
    """Calls to make, or else a sentence with choices; `understood` False is worth a look by those who build it."""
    calls: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    says: str = ""
    choices: tuple[str, ...] = ()
    understood: bool = True


@dataclass(frozen=True)
class Asked:
    """What a request comes with: who may be named, today, and what was said before."""
    names: Names
    today: date
    past: Sequence[Earlier] = ()
    me: str = ""


class Planner:
    def __init__(self, tools: Sequence[Tool]) -> None:
        self._tools = {t.name: t for t in tools}
        self._chooser = Chooser(tools)

    def plan(self, text: str, asked: Asked, offered: Sequence[str]) -> Plan:
        """Plan one message of a person; `offered` are the names of the tools they may use."""
        context = Context(asked.past, asked.names.get("project", {}))
        heard = hear(text, asked.names, asked.today)
        if is_small_talk(text):
            return Plan(says=SMALL_TALK, choices=tuple(helpful((), asked.names.get("project", {}))))
        if is_refusal(text):
            return Plan(says=REFUSED)
        if is_removal(text):
            return Plan(says=REMOVAL)
        for attempt in (self._answer_to_us, self._revision, self._going_on):
            if (plan := attempt(heard, asked, context, offered)) is not None:
                return plan
        return self._fresh(heard, asked, context, offered)

    def _fresh(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan:
        ranked = self._chooser.ranked(heard, offered)
        projects = asked.names.get("project", {})
        if is_order(heard.text) and (wrong := next(impossible_dates(heard.text), None)) is not None:
            return Plan(says=f"There is no such date as {wrong.value}. Say another one.")
        if ranked and ranked[0][0].proposes and not is_order(heard.text):
            ranked = sorted(ranked, key=lambda each: each[0].proposes)
        if not ranked or ranked[0][1] < SURE or self._chooser.is_foreign(heard):
            return self._lost(heard, ranked, context, projects)
        (tool, score), rival = ranked[0], ranked[1] if len(ranked) > 1 else (None, 0.0)
        if tool.proposes and (score < SURE_TO_WRITE or not is_order(heard.text)):
            return Plan(says=UNSURE, choices=tuple(helpful(ranked, projects)), understood=False)
        filled = fill(tool, heard, context)
        if filled.missing and rival[0] is not None and rival[1] > CLOSE * score and not (other := fill(rival[0], heard, context)).missing \
                and (is_order(heard.text) or not rival[0].proposes):
            tool, filled = rival[0], other
        return self._called(tool, filled, heard, projects)

    def _called(self, tool: Tool, filled: Filled, heard: Heard, projects: Mapping[str, str]) -> Plan:
        if filled.missing:
            slot = filled.missing[0]
            choices = with_each(heard.text, projects) if slot.holds is Holds.record and slot.of is not None and slot.of.__tablename__ == "project" else ()
            return Plan(says=asked_for(slot, tool), choices=tuple(choices))
        if (values := tool.slot(Holds.values)) and not tool.slot(Holds.conditions) and not _is_titled(filled.args, values.name):
            return Plan(says=asked_for(values, tool))
        named = next((s for s in tool.slots if s.holds is Holds.record and s.of is not None and s.of.__tablename__ == "project"), None)
        several = heard.all("project")
        if named and len(several) > 1 and not tool.proposes:
            return Plan(tuple((tool.name, {**filled.args, named.name: p}) for p in several))
        return Plan(((tool.name, filled.args),))

    def _lost(self, heard: Heard, ranked: Sequence[tuple[Tool, float]], context: Context, projects: Mapping[str, str]) -> Plan:
        """Not understood: a named project is looked at, anything else is said to be beyond us, with three things that work."""
        if len(heard.all("project")) == 1 and not is_order(heard.text):
            tool = next((t for t in self._tools.values() if t.slots and t.slots[0].required and t.slots[0].holds is Holds.record
                         and t.slots[0].of is not None and t.slots[0].of.__tablename__ == "project"), None)
            if tool:
                return Plan(((tool.name, fill(tool, heard, context).args),), understood=False)
        asking = next((t for t in self._tools.values() if t.slot(Holds.question) and t.name in {r.name for r, _ in ranked}), None)
        if asking and is_question(heard.text) and not self._chooser.is_foreign(heard):
            return Plan(((asking.name, fill(asking, heard, context).args),), understood=False)
        return Plan(says=LOST, choices=tuple(helpful(ranked, projects)), understood=False)

    def _answer_to_us(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
        """A bare answer to a question of ours: the earlier request again, with the answer in it."""
        if context.past and context.past[-1].answer == TITLE_ASKED and not is_question(heard.text):
            return self._fresh(hear(f"{context.past[-1].question.rstrip(' ?.!:')}: {heard.text}", asked.names, asked.today), asked, context, offered)
        question = context.answers(heard)
        if question is None or is_question(heard.text) or (is_order(heard.text) and len(heard.text.split()) > 2):  # noqa: PLR2004 - a name may look like an order
            return None
        whole = hear(f"{question.rstrip(' ?.!')} on {heard.text}" if heard.of("project") else f"{question} {heard.text}", asked.names, asked.today)
        return self._fresh(whole, asked, Context(asked.past[:-1], context.projects), offered)

    def _revision(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
        """ "Move it to the Monday after" while its preview still waits: the same creation again, with the new values."""
        call = context.pending
        tool = self._tools.get(call.tool) if call else None
        if call is None or tool is None or tool.name not in offered or not (context.says_it(heard) or _is_short_change(heard)) or heard.of("KEY"):
            return None
        values = tool.slot(Holds.values)
        if values is None or not isinstance(call.said.get(values.name), Mapping):
            return None
        changer = next((t for t in self._tools.values() if t.proposes and t.slot(Holds.values) and t.slot(Holds.conditions)), tool)
        kind = str(call.said.get("kind", "task"))
        new = dict(fill(changer, hear(f"{heard.text} {kind}", asked.names, asked.today), Context((), {})).args.get("values", {}))
        if not new:
            return None
        old = dict(call.said[values.name])
        return Plan(((tool.name, {**call.said, values.name: {**old, **{n: _counted(n, v, old) for n, v in new.items()}}}),))

    def _going_on(self, heard: Heard, _: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
        """ "And for Borealis?", "only Ana's", "why?": the last call again with what is new."""
        call = context.last_call()
        tool = self._tools.get(call.tool) if call else None
        if call is None or tool is None or tool.proposes or tool.name not in offered:
            return None
        bare = len(heard.text.split()) <= 2 and re.match(r"^\W*(?:why|how come|how)\b", heard.text, re.I)  # noqa: PLR2004 - "why?", "how come?"
        if not context.goes_on(heard) and not bare:
            return None
        now = dict(fill(tool, heard, Context((), context.projects)).args)
        if (slot := tool.slot(Holds.kind)) and "KIND" not in heard.types:
            now.pop(slot.name, None)
        if not now:
            return None
        return Plan(((tool.name, merged(tool, call.said, now)),))


def _is_titled(args: Mapping[str, Any], values: str) -> bool:
    kind = next((k for k in KINDS if k.kind.one == args.get("kind")), None)
    return kind is None or kind.kind.title in args[values] or not next(f.required for f in fields(kind) if f.name == kind.kind.title)


def _is_short_change(heard: Heard) -> bool:
    return len(heard.text.split()) <= SHORT and bool(re.match(r"^\W*(?:make|set|change|move|assign|give|no|rather|better|actually|for|due|by)\b",
                                                          heard.text, re.I))


def _counted(name: str, said: str, old: Mapping[str, str]) -> str:
    """A date that counts from the one shown before: "the Monday after" becomes "the Monday after next Friday"."""
    before = old.get(name)
    if before and re.search(r"\b(?:after|before)$", said.strip(), re.I):
        return f"{said} {before}"
    if before and (m := re.match(r"(?:by )?(.+?)(?: later)?$", said)) and re.search(r"\b(?:days?|weeks?|months?)\b", said):
        return f"{m[1].removeprefix('by ').removeprefix('out by ')} after {before}"
    return said
