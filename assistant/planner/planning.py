"""From a sentence to tool calls, or to what must be asked first. Pure: the chat model in `offline` only carries it."""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
import re
from typing import Any

from assistant.planner.choosing import Chooser, Ranking
from assistant.planner.clauses import clauses
from assistant.planner.filling import Filled, fill
from assistant.planner.following import Context, Earlier, placed
from assistant.planner.going_on import answered, continued, revised
from assistant.planner.hearing import Heard, Names, hear
from assistant.planner.mood import is_order, is_overriding, is_question, is_refusal, is_removal, is_small_talk
from assistant.planner.wording import (
    LOST,
    MANY_CHANGES,
    NOT_YOURS,
    OVERRIDING,
    REFUSED,
    REMOVAL,
    SMALL_TALK,
    UNSURE,
    asked_for,
    helpful,
    instead_of_removal,
    no_such_date,
    with_each,
)
from language.dates import impossible_dates
from records.kinds import KINDS, Project
from records.kinds.base import fields
from tools.base import Holds, Slot, Tool

SURE, SURE_TO_WRITE, CLOSE = 0.2, 0.24, 0.9
STRANGE = 0.5                                   # from this share of unknown words on nothing is guessed
Call = tuple[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Plan:
    """Calls to make, or else a sentence with choices; `understood` False is worth a look by those who build it."""
    calls: tuple[Call, ...] = ()
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

    @property
    def projects(self) -> Mapping[str, str]:
        return self.names.get("project", {})


class Planner:
    """Plans one message of a person; it keeps nothing between two."""

    def __init__(self, tools: Sequence[Tool]) -> None:
        self._tools = {t.name: t for t in tools}
        self._chooser = Chooser(tools)

    def plan(self, text: str, asked: Asked, offered: Sequence[str]) -> Plan:
        """Plan one message; `offered` are the names of the tools that this person may use."""
        context = Context(asked.past, asked.projects)
        heard = hear(placed(text, context), asked.names, asked.today)
        if (plan := self._declined(heard, asked)) is not None:
            return plan
        if (day := self._impossible(heard)) is not None:
            return Plan(says=no_such_date(day))
        if (plan := self._followed(heard, asked, context, offered)) is not None:
            return plan
        parts = clauses(heard, asked.names, asked.today)
        if len(parts) > 1:
            return self._several(parts, asked, context, offered)
        return self._fresh(heard, asked, context, offered)

    def _declined(self, heard: Heard, asked: Asked) -> Plan | None:
        """What is answered without looking at any tool: greetings, don'ts and removals."""
        if is_small_talk(heard):
            return Plan(says=SMALL_TALK, choices=tuple(helpful((), heard, asked.projects)))
        if is_overriding(heard):
            return Plan(says=OVERRIDING, choices=tuple(helpful((), heard, asked.projects)), understood=False)
        if is_refusal(heard):
            return Plan(says=REFUSED)
        if is_removal(heard):
            return Plan(says=REMOVAL, choices=tuple(instead_of_removal(heard)))
        return None

    def _impossible(self, heard: Heard) -> str | None:
        """A day that no calendar has, unless it stands in a quotation or an asking what is meant."""
        if not re.search(r"\d", heard.text):
            return None
        free = [s for s in impossible_dates(heard.text) if not any(q.start <= s.start < q.end for q in (*heard.of("TEXT"), *heard.of("KEY")))]
        return str(free[0].value) if free else None

    def _followed(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
        """What leans on an earlier turn: an answer to a question of ours, a change of what waits, the last question continued."""
        if (text := answered(heard, context)) is not None:
            return self._fresh(hear(text, asked.names, asked.today), asked, Context(asked.past[:-1], asked.projects), offered)
        for call in (revised(heard, context, self._tools), continued(heard, context, self._tools)):
            if call is not None and call[0] in offered:
                return Plan((call,))
        return None

    def _several(self, parts: Sequence[Heard], asked: Asked, context: Context, offered: Sequence[str]) -> Plan:
        """Several requests: all that read, and the first that changes something, for one preview is decided at a time."""
        plans = [self._fresh(part, asked, context, offered) for part in parts]
        if silent := next((p for p in plans if not p.calls), None):
            return silent if not any(p.calls for p in plans) else self._whole(plans, parts, silent.says)
        return self._whole(plans, parts, "")

    def _whole(self, plans: Sequence[Plan], parts: Sequence[Heard], says: str) -> Plan:
        reads = [c for p in plans for c in p.calls if not self._tools[c[0]].proposes]
        writes = [(c, part) for p, part in zip(plans, parts, strict=True) for c in p.calls if self._tools[c[0]].proposes]
        later = [part.text.strip(" ,.;") for _, part in writes[1:]]
        first = [c for c, _ in writes[:1]]
        return Plan((*reads, *first), MANY_CHANGES if later else says, tuple(later), all(p.understood for p in plans))

    def _fresh(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan:
        """A request that stands for itself."""
        ranking = self._ranked(heard, offered)
        if self._is_lost(heard, ranking):
            return self._lost(heard, ranking, asked, context, offered)
        tool, score = ranking.tools[0]
        if tool.name not in offered:
            return Plan(says=NOT_YOURS)
        rival = next(((t, s) for t, s in ranking.tools[1:] if t.name in offered), None)
        filled = fill(tool, heard, context)
        if filled.missing and rival and rival[1] > CLOSE * score and (other := fill(rival[0], heard, context)) and not other.missing \
                and (is_order(heard) or not rival[0].proposes):
            tool, filled = rival[0], other
        if tool.proposes and score < SURE_TO_WRITE:
            return Plan(says=UNSURE, choices=tuple(helpful(ranking.tools, heard, asked.projects)), understood=False)
        return self._called(tool, filled, heard, asked)

    def _ranked(self, heard: Heard, offered: Sequence[str]) -> Ranking:
        """The tools by nearness; one that writes is none for who wants nothing written, and one not offered is only told apart for who does."""
        ranking = self._chooser.ranked(heard, list(self._tools))
        wanted = is_order(heard)
        return replace(ranking, tools=tuple((t, s) for t, s in ranking.tools if (wanted or not t.proposes) and (t.name in offered or t.proposes)))

    def _is_lost(self, heard: Heard, ranking: Ranking) -> bool:
        if not ranking.tools or ranking.tools[0][1] < SURE:
            return True
        score = ranking.tools[0][1]
        named = heard.types - {"ME", "DATE", "COUNT", "SAYING", "KIND"}
        if ranking.beyond > score and not heard.types & {"KEY", "TEXT"}:
            return True
        return not named and self._chooser.strange(heard) > STRANGE and ranking.beyond > score / 2

    def _called(self, tool: Tool, filled: Filled, heard: Heard, asked: Asked) -> Plan:
        if filled.missing:
            slot = filled.missing[0]
            return Plan(says=asked_for(slot, tool), choices=tuple(with_each(heard.text, asked.projects)) if slot.of is Project else ())
        if (values := tool.slot(Holds.values)) and not tool.slot(Holds.conditions) and not _is_titled(filled.args, values.name):
            return Plan(says=asked_for(values, tool))
        named = next((s for s in tool.slots if s.of is Project), None)
        several = heard.all("project")
        if named and len(several) > 1 and not tool.proposes:
            return Plan(tuple((tool.name, {**filled.args, named.name: p}) for p in several))
        return Plan(((tool.name, filled.args),))

    def _lost(self, heard: Heard, ranking: Ranking, asked: Asked, context: Context,
              offered: Sequence[str]) -> Plan:
        """Not understood: a project named alone is looked at, what may stand in the handbook is looked up, else three things that work."""
        whole = next((t for t in self._tools.values() if t.name in offered and t.slots and _is_project(t.slots[0])), None)
        near = ranking.tools[0][1] if ranking.tools else 0.0
        if whole and not is_order(heard) and len(heard.all("project")) == 1 and near > ranking.beyond:
            return Plan(((whole.name, fill(whole, heard, context).args),), understood=False)
        asking = next((t for t, _ in ranking.tools if t.slot(Holds.question) and t.name in offered), None)
        if asking and is_question(heard) and near > ranking.beyond and self._chooser.strange(heard) < STRANGE:
            return Plan(((asking.name, fill(asking, heard, context).args),), understood=False)
        return Plan(says=LOST, choices=tuple(helpful(ranking.tools, heard, asked.projects)), understood=False)


def _is_project(slot: Slot) -> bool:
    return slot.required and slot.of is Project


def _is_titled(args: Mapping[str, Any], values: str) -> bool:
    kind = next((k for k in KINDS if k.kind.one == args.get("kind")), None)
    return kind is None or kind.kind.title in args[values] or not next(f.required for f in fields(kind) if f.name == kind.kind.title)
