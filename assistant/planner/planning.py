"""From a sentence to tool calls, or to what must be asked first. Pure: `offline` only carries it."""
from collections.abc import Mapping, Sequence
from dataclasses import replace
import re
from types import MappingProxyType
from typing import Any

from assistant.planner.asked.advising import advised
from assistant.planner.asked.at_once import asked_at_once
from assistant.planner.asked.declining import declined
from assistant.planner.asked.figuring import over_time
from assistant.planner.asked.handing_over import who_could
from assistant.planner.asked.handing_over_all import fact_and_question, who_takes_all
from assistant.planner.asked.having_records import of_records
from assistant.planner.asked.reckoning import not_computed
from assistant.planner.asked.why_so import of_keys, same_as, whose, why_so
from assistant.planner.filled.choosing import Chooser
from assistant.planner.filled.completing import completed, unless_unused, untitled
from assistant.planner.filled.filling import fill
from assistant.planner.filled.likelier import likelier_change, likelier_list, likelier_new, surely_asked
from assistant.planner.filled.providing import Provided, provided
from assistant.planner.filled.stating import Stated, stated
from assistant.planner.filled.supposed import is_supposing, slot_of, supposed, undone, weights
from assistant.planner.gone_on.after_change import follows_from
from assistant.planner.gone_on.asked_on import asked_on, limits_asked, working_on
from assistant.planner.gone_on.going_on import answered, continued, gives_title, leans, revised, waits
from assistant.planner.gone_on.leaning import WHY, because, leaned, shortened, supposed_on
from assistant.planner.gone_on.meant_before import guessed, meant_before
from assistant.planner.gone_on.of_a_rule import of_a_rule
from assistant.planner.gone_on.of_those import of_those
from assistant.planner.gone_on.option_taken import option_taken
from assistant.planner.gone_on.shown_before import both_said, of_kinds, untold, with_shown
from assistant.planner.gone_on.the_rest import is_left_out, of_others
from assistant.planner.gone_on.whose_field import whose_field
from assistant.planner.heard.following import Context, lodged
from assistant.planner.heard.hearing import Heard, hear
from assistant.planner.heard.many_tasks import several
from assistant.planner.heard.mood import is_plain_order
from assistant.planner.heard.pasting import pasted
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import teller_of
from assistant.planner.heard.wording import (
    IS_SO,
    LEFT_OUT,
    MANY_CHANGES,
    NO_CONDITION,
    NOT_SO,
    NOT_USED,
    NOT_YOURS,
    NOTHING_THEN,
    NOW_ONLY,
    PUT_ASIDE,
    SAY_AGAIN,
    TITLE_ASKED,
    WHICH_LEFT_OUT,
    helpful,
)
from assistant.planner.meant.caveats import caveats
from assistant.planner.meant.moment import says_as_of, timed
from assistant.planner.meant.of_a_team import of_a_team
from assistant.planner.meant.titled import with_keys
from assistant.planner.reworded.put_plainly import put_plainly, without_courtesy
from assistant.planner.reworded.taking_up import taken_up
from assistant.planner.settling import Settling
from assistant.planner.told.at_home import at_home
from assistant.planner.told.budgeting import budget_set
from assistant.planner.told.clauses import clauses
from assistant.planner.told.defining import defined
from assistant.planner.told.direction import directed
from assistant.planner.told.facts import are_told, facts, is_of_somebody, of_several
from assistant.planner.told.happened import on_its_day
from assistant.planner.told.joining_us import joins
from assistant.planner.told.misread import only_asked
from assistant.planner.told.said_why import with_reason
from assistant.planner.told.unknown_person import unknown_person
from tools.base import Holds, Tool

__all__ = ["Asked", "Plan", "Planner"]

NONE_OFF: Mapping[str, str] = MappingProxyType({})
ASIDE = re.compile(r"^(?P<first>(?:who|which|what|is|are|when)\b.+?)[,;]?\s+and (?P<then>(?:does|do|is|will|would|can|how|what|why|who)\b.+)$", re.I)


WORDS = re.compile(r"^search records for (?P<w>.+)$")


class Planner:
    """Plans one message of a person; it keeps nothing between two."""

    def __init__(self, tools: Sequence[Tool]) -> None:
        self._tools = {t.name: t for t in tools}
        self._takers = {t.name: t for t in tools if t.slot(Holds.passage)}
        self._changer = next(t for t in tools if t.changes and t.slot(Holds.conditions))
        self._maker = next(t for t in tools if t.makes and t.slot(Holds.kind) and t.slot(Holds.values))
        self._lister = next(t for t in tools if t.slot(Holds.kind) and t.slot(Holds.conditions) and not t.proposes)
        self._settling = Settling(self._tools, Chooser(tools))

    def plan(self, text: str, asked: Asked, offered: Sequence[str], off: Mapping[str, str] = NONE_OFF) -> Plan:
        """Plan one message; `offered` are the names of the tools that this person may use, `off` those they might, were they not switched off, with why."""
        plan = self._planned(text, asked, (*offered, *off))
        if why := next((off[name] for name, _ in plan.calls if name in off), ""):
            plan = self._otherwise(plan, why, text, asked, off)
        elif off:                                     # what is asked back has names for choices; a question is one that could be asked instead
            plan = replace(plan, choices=tuple(said for said in plan.choices if not said.endswith("?") or self._works(said, asked, off)))
        plan = directed(plan, text, self._tools)
        said, plan = plan.says, at_home(plan, asked, self._maker)
        project = Context(asked.past, asked.projects).project
        plan = replace(plan, calls=tuple((name, lodged(said, project)) for name, said in plan.calls))
        before = guessed(plan, text, asked, [t.name for t in self._tools.values() if t.changes]) or (
            meant_before(plan, text, asked) if plan.says == said else "")
        return replace(plan, says=f"{plan.says} {before}".strip()) if before else plan

    def _otherwise(self, plan: Plan, why: str, text: str, asked: Asked, off: Mapping[str, str]) -> Plan:
        """Why a tool that was wanted is not used, with what else was asked for, or else what can be."""
        if rest := tuple(call for call in plan.calls if call[0] not in off):
            return replace(plan, calls=rest, says=f"{why} {plan.says}".strip())
        heard, able = hear(text, asked.names, asked.today), [name for name in self._tools if name not in off]
        near = [(tool, score) for tool, score in self._settling.ranked(heard, able).tools if tool.name not in off]
        return Plan(says=why, choices=tuple(said for said in helpful(near, heard, asked.projects) if self._works(said, asked, off)))

    def _works(self, said: str, asked: Asked, off: Mapping[str, str]) -> bool:
        """Whether what could be said uses no tool that is off."""
        return not any(name in off for name, _ in self._planned(said, asked, list(self._tools)).calls)

    def likely(self, text: str, asked: Asked, offered: Sequence[str]) -> tuple[str, ...]:
        """The tools that a message could be for, the nearest first."""
        heard = hear(taken_up(text, asked, Context(asked.past, asked.projects)).text, asked.names, asked.today)
        return tuple(tool.name for tool, _ in self._settling.ranked(heard, offered).tools)

    def _planned(self, text: str, asked: Asked, offered: Sequence[str]) -> Plan:
        context = Context(asked.past, asked.projects)
        if (call := pasted(text, context, self._takers)) is not None:
            return Plan((call,)) if call[0] in offered else Plan(says=NOT_YOURS)
        plain = put_plainly(text := without_courtesy(text))
        if (words := WORDS.match(plain)) and words["w"].lower() in map(str.lower, asked.projects):
            plain = text                                   # “what did we decide on Apollo?” looks for no words
        if plain != text and not text.lstrip().startswith("%") and is_plain_order(hear(text, asked.names, asked.today)):
            plain = text                                   # what is to be written down stays as it was said
        new = joins(text, asked, self._maker) if self._maker.name in offered else None
        taken = taken_up(plain, asked, context)
        if (first := new or taken.asks) is not None:
            return first
        whole = hear(taken.text, asked.names, asked.today)
        heard = whole if gives_title(whole, context, asked) else with_keys(with_shown(whole, asked, context), asked, context)
        heard, which = whose_field(both_said(heard, asked), context, asked)
        if (plan := which or self._gone_on(heard, asked, context, offered) or self._at_first(whole, heard, asked, context, offered)) is not None:
            return replace(plan, says=f"{taken.says} {plan.says}".strip())
        if (cond := provided(taken.text, asked.names, asked.today, context)) is not None:
            return self._looked_up(cond, asked, offered)
        plan = self._of_facts(whole, asked, context, offered) or self._understood(heard, asked, context, offered)
        if answered(heard, context, asked) is None and self._lister.name in offered:
            plan = likelier_list(plan, heard, self._lister) or plan
            plan = (likelier_change(plan, heard, asked, self._changer) if self._changer.name in offered else None) or plan
            plan = (likelier_new(plan, heard, asked, self._maker) if self._maker.name in offered else None) or plan
        plan = with_reason(on_its_day(plan, heard, self._changer), heard, self._changer, lambda said: on_its_day(
            self._understood(hear(said, asked.names, asked.today), asked, context, offered), heard, self._changer))
        says = " ".join(filter(None, (plan.says, limits_asked(heard, plan), taken.says, self._put_aside(plan, heard, asked, context))))
        below = caveats(plan, heard)
        return replace(plan, says=says, below=below) if says != plan.says or below else plan

    def _gone_on(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
        """What goes on from what was shown or written last, in whatever words."""
        tools = {name: t for name, t in self._tools.items() if name in offered}
        found = follows_from(heard, context, tools, asked) or of_kinds(heard, context, tools) or asked_on(heard, context, tools, asked)
        found = found or of_a_rule(heard, context, tools) or of_those(heard, context, tools)
        return found or shortened(heard, context, tools) or untold(heard, tools)

    def _at_first(self, whole: Heard, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
        """An option that is taken, and questions that would be taken for suppositions or orders by a verb or a kind in them."""
        if not waits(context, asked) and (decided := option_taken(whole, context, self._changer)) is not None:
            return decided if self._changer.name in offered else Plan(says=NOT_YOURS)
        usable = {n: t for n, t in self._tools.items() if n in offered}
        return advised(heard, context, usable) or of_records(heard, context, usable) or self._supposed(heard, context, offered)

    def _put_aside(self, plan: Plan, heard: Heard, asked: Asked, context: Context) -> str:
        """That an order which still waits for an answer is put aside by another one, so that it is not lost in silence."""
        is_another = any(self._tools[name].proposes for name, _ in plan.calls) and answered(heard, context, asked) is None
        waiting = waits(context, asked) if is_another else ""
        return PUT_ASIDE.format(words=waiting) if waiting else ""

    def _supposed(self, heard: Heard, context: Context, offered: Sequence[str]) -> Plan | None:
        """What would be, worked out and never proposed, whatever verb stands in the question; weights of the ranking that are said are supposed, too."""
        teller = teller_of(self._tools.values())
        if teller and (without := undone(heard, context.it)):
            names = {s.holds: s.name for s in teller.slots}
            return Plan(((teller.name, {names[Holds.record]: without[0], names[Holds.field]: without[1]}),))
        tool = next((t for t in self._tools.values() if slot_of(t)), None)
        weighed = weights(heard) if tool else None
        if tool is None or (not weighed and not is_supposing(heard)):
            return None
        if tool.name not in offered:
            return Plan(says=NOT_YOURS)
        return (None if weighed else supposed_on(heard, tool, context)) or Plan((supposed(heard, tool, context, weighed or ""),))

    def _understood(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan:
        if (plan := declined(heard, context) or only_asked(heard) or unknown_person(heard) or budget_set(heard)
                     or self._of_people(heard, asked, context, offered)
                     or self._asked_at_once(heard, asked, context, offered)) is not None:
            return plan
        if (plan := self._of_lines(heard, asked, context, offered) or self._stated(heard, asked, context, offered)
                    or self._followed(heard, asked, context, offered)) is not None:
            return plan
        if (word := defined(heard)) is not None:
            made = Stated(word[0], None, word[1])
            return Plan(((tool.name, _said(tool, made)),)) if (tool := self._tool_for(made)) and tool.name in offered else Plan(says=NOT_YOURS)
        return self._first_of_two(heard, asked, context, offered) or self._each(heard, asked, context, offered)

    def _of_people(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
        """Who takes over the work of somebody, with what is told of them before it; who is away on a project; who could do one task."""
        tools = {n: t for n, t in self._tools.items() if n in offered}
        if (plan := who_takes_all(heard, tools) or fact_and_question(heard, self._tools, lambda said: self._understood(
                hear(said, asked.names, asked.today), asked, context, offered))) is not None:
            return plan
        return of_a_team(heard, tools, lambda said: self._of_kind(hear(said, asked.names, asked.today), asked, context, offered)) or who_could(
            heard, self._tools, offered)

    def _of_kind(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
        """What a kind declares as a whole sentence, or what is asked of a kind that is named."""
        return self._stated(heard, asked, context, offered) or (self._other(heard, asked, context, offered) if "KIND" in heard.types else None)

    def _asked_at_once(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
        """What some words alone ask for; a figure and why it is so."""
        tools = {name: t for name, t in self._tools.items() if name in offered}
        cut = ASIDE.match(heard.text)
        if (plan := asked_at_once(heard, asked, context, tools)) or cut is None:
            return plan
        if "FIGURE" not in heard.types or not WHY.match(hear(cut["then"], asked.names, asked.today).plain):
            return None
        first = self._understood(hear(cut["first"], asked.names, asked.today), asked, context, offered)
        figured = [(name, said) for name, said in first.calls if self._tools[name].slot(Holds.figure)]
        return replace(first, calls=(*first.calls, *because(figured[0][1].get("project"), tools))) if len(figured) == len(first.calls) == 1 else None

    def _of_facts(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
        """Several facts, each of a record of its own, for one preview; None where one of them is not plainly read."""
        parts = [with_keys(hear(part, asked.names, asked.today), asked, context) for part in facts(heard)]
        plans = [self._fact(part, asked, offered) for part in parts] if are_told(parts) else []
        calls = tuple(call for plan in plans for call in plan.calls)
        if not plans or any(len(p.calls) != 1 or not p.understood or p.says for p in plans):
            return None
        if any(name != self._changer.name and (name != self._maker.name or not is_of_somebody(args)) for name, args in calls):
            return None
        return Plan(calls) if of_several(calls) else None

    def _fact(self, part: Heard, asked: Asked, offered: Sequence[str]) -> Plan:
        plan = self._fresh(part, asked, Context((), asked.projects), offered)
        return plan if plan.calls else likelier_new(plan, part, asked, self._maker) or plan

    def _of_lines(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
        """Several things to do, a line each."""
        many, taker = several(heard, asked.me), next((t for t in self._tools.values() if t.slot(Holds.lines)), None)
        if not many or taker is None:
            return None
        filled = fill(taker, heard, context)
        args = {**filled.args, **{s.name: list(many) for s in taker.slots if s.holds is Holds.lines}}
        return completed(taker, replace(filled, args=args, missing=()), heard, asked) if taker.name in offered else Plan(says=NOT_YOURS)

    def _first_of_two(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
        """A question that a kind declares, with another behind it that nothing answers: the first, and that the second is left out."""
        cut = ASIDE.match(heard.text)
        if cut and (home := heard.first("project")) and (work := working_on(hear(cut["then"], asked.names, asked.today), home, self._tools)) is not None:
            first = self._fresh(hear(cut["first"], asked.names, asked.today), asked, context, offered)
            return replace(work, calls=(*first.calls, *work.calls)) if first.calls and not first.says else None
        plan = self._stated(hear(cut["first"], asked.names, asked.today), asked, context, offered) if cut else None
        if cut is None or plan is None or not plan.calls:
            return None
        return replace(plan, says=f"{plan.says} {NOT_USED.format(words=cut['then'].strip(' ?.!'))}".strip())

    def _each(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan:
        parts = clauses(heard, asked.names, asked.today)
        return self._several(parts, asked, context, offered) if len(parts) > 1 else self._other(heard, asked, context, offered)

    def then(self, text: str, asked: Asked, offered: Sequence[str], count: int, off: Mapping[str, str] = NONE_OFF) -> Plan | None:
        """What follows once the condition of an order is counted: the order, or that it is not so; None when there is no condition."""
        context = Context(asked.past, asked.projects)
        cond = provided(taken_up(text, asked, context).text, asked.names, asked.today, context)
        if cond is None or not cond.op:
            return None
        counted = f": {count}" if cond.is_counted else ""
        is_to_do = cond.holds(count)
        found = (IS_SO if is_to_do != cond.is_unless else NOT_SO).format(words=cond.said, count=counted)
        plan = self.plan(cond.order, asked, offered, off) if is_to_do else Plan(says=NOTHING_THEN)
        return replace(plan, says=f"{found} {plan.says}".strip())

    def _looked_up(self, cond: Provided, asked: Asked, offered: Sequence[str]) -> Plan:
        """The list that tells whether a condition holds."""
        lister = self._lister
        kind, where = (next(s.name for s in lister.slots if s.holds is holds) for holds in (Holds.kind, Holds.conditions))
        if cond.where:
            return Plan(((lister.name, {kind: cond.kind, where: dict(cond.where)}),))
        listed = self._understood(hear(cond.listed, asked.names, asked.today), asked, Context((), asked.projects), offered) if cond.listed else Plan()
        calls = [args for name, args in listed.calls if name == lister.name]
        if not cond.op or len(calls) != 1 or listed.says:
            return Plan(says=NO_CONDITION.format(words=cond.said), understood=False)
        whose = {where: {**calls[0].get(where, {}), "owner": cond.owner}} if cond.owner else {}
        return Plan(((lister.name, {**calls[0], **whose}),))

    def _followed(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
        """What leans on an earlier turn: an answer to a question of ours, a change of what waits, the last question continued."""
        if (text := answered(heard, context, asked)) is not None:
            whole, before = hear(text, asked.names, asked.today), Context(asked.past[:-1], asked.projects)
            return self._of_lines(whole, asked, before, offered) or self._fresh(whole, asked, before, offered)
        if (unread := self._unrevised(heard, context)) is not None:
            return unread
        leaning = of_others(heard, context, self._tools) or leaned(heard, context, self._tools, asked)
        leaning = leaning or why_so(heard, context, self._tools) or of_keys(heard, context, self._tools) or whose(heard, context, self._tools)
        if leaning is not None and all(name in offered for name, _ in leaning.calls):
            return leaning
        if (call := revised(heard, context, self._tools)) is not None and call[0] in offered:
            return Plan((call,))
        calls = continued(heard, context, self._tools, asked)
        if not calls or any(name not in offered for name, _ in calls):
            return same_as(heard)
        left = self._settling.left_of(calls, heard)
        return Plan(calls, NOT_USED.format(words="”, “".join(left)) if left else "")

    def _unrevised(self, heard: Heard, context: Context) -> Plan | None:
        """That what waits cannot be changed so, where several changes or lines wait, or it is not told what to leave out of it."""
        waiting = self._tools.get(context.pending.tool) if context.pending else None
        is_of_all = leans(heard) or (len(context.waiting) > 1 and revised(heard, context, self._tools) is not None)
        if waiting is not None and (len(context.waiting) > 1 or waiting.slot(Holds.lines)) and is_of_all:
            return Plan(says=SAY_AGAIN, choices=("discard",))
        if waiting is not None and is_left_out(heard) and revised(heard, context, self._tools) is None:
            return Plan(says=WHICH_LEFT_OUT, choices=("discard",), understood=False)
        return None

    def _stated(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
        """What a kind declares as a whole sentence, taken at its word."""
        found = stated(heard, context, asked.names, asked.today)
        calls = [(tool, each) for each in found if (tool := self._tool_for(each))]
        if not calls:
            return None
        if any(tool.name not in offered for tool, _ in calls):
            return Plan(says=NOT_YOURS)
        plan = Plan(says=TITLE_ASKED) if untitled(calls[0][1].kind, calls[0][1].where, calls[0][1].values) else None
        whole, asides = Plan(tuple((tool.name, _said(tool, each)) for tool, each in calls)), calls[0][1].asides
        if plan is None and asides is not None:
            return replace(whole, says=LEFT_OUT.format(words="; ".join(asides)) if asides else "")
        return plan or unless_unused(whole, heard, writes=calls[0][0].proposes)

    def _tool_for(self, of: Stated) -> Tool | None:
        """The tool that takes what a sentence says: some records' new values, a new record's, or what a listing is narrowed to."""
        return next((t for t in self._tools.values() if t.slot(Holds.kind) and (t.slot(Holds.values) is not None) == (of.values is not None)
                     and (t.slot(Holds.conditions) is not None) == (of.where is not None)), None)

    def _several(self, parts: Sequence[Heard], asked: Asked, context: Context, offered: Sequence[str]) -> Plan:
        """Several requests: all that read, and what changes something, in one preview where each of it is plainly read; else the first of that."""
        plans = [self._fresh(part, asked, context, offered) for part in parts]
        if silent := next((p for p in plans if not p.calls), None):
            return silent if not any(p.calls for p in plans) else self._whole(plans, parts, silent.says)
        return self._whole(plans, parts, "")

    def _whole(self, plans: Sequence[Plan], parts: Sequence[Heard], says: str) -> Plan:
        reads = [c for p in plans for c in p.calls if not self._tools[c[0]].proposes]
        writes = [(c, part) for p, part in zip(plans, parts, strict=True) for c in p.calls if self._tools[c[0]].proposes]
        if len(writes) > 1 and not says and all(p.understood and not p.says for p in plans) and all(self._tools[c[0]].slot(Holds.values) for c, _ in writes):
            return Plan((*reads, *(c for c, _ in writes)))           # they are joined to one preview
        later = [part.text.strip(" ,.;") for _, part in writes[1:]]
        first = [c for c, _ in writes[:1]]
        says = says or next((p.says for p in plans if p.says and p.calls), "")
        return Plan((*reads, *first), MANY_CHANGES if later else says, tuple(later), all(p.understood for p in plans))

    def _fresh(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan:
        """A request that stands for itself."""
        return self._stated(heard, asked, context, offered) or self._other(heard, asked, context, offered)

    def _other(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan:
        """A request that is no sentence of a kind: words to look for, a question as of a past day, or any other."""
        if (looked := self._settling.looked_for(heard, asked, offered)) is not None:
            return looked
        if (plan := not_computed(heard) or over_time(heard, self._settling.offered(offered), context)) is not None:
            return plan
        then = timed(heard, asked.names, asked.today)
        sure = None if says_as_of(heard) else surely_asked(heard, context, asked, self._settling.offered(offered))
        if sure is not None and (
                not then.moment or not any(self._tools[name].slot(Holds.moment) for name, _ in sure.calls)):
            return sure
        if then.moment and (plan := self._settling.standing(then, asked, context, offered)) and all(
                self._tools[name].slot(Holds.moment) for name, _ in plan.calls):
            return plan
        return Plan(says=NOW_ONLY, choices=(then.text,)) if then.moment and says_as_of(heard) else self._settling.standing(heard, asked, context, offered)


def _said(tool: Tool, of: Stated) -> dict[str, Any]:
    said = {Holds.kind: of.kind.kind.one, Holds.conditions: of.where, Holds.values: of.values}
    return {s.name: said[s.holds] for s in tool.slots if said.get(s.holds)}
