"""From a sentence to tool calls, or to what must be asked first. Pure: the chat model in `offline` only carries it."""
from collections.abc import Sequence
from dataclasses import replace
import re
from typing import Any

from assistant.planner.asking import asks_a_field, names_one
from assistant.planner.choosing import Chooser, Ranking, is_asked_for
from assistant.planner.clauses import clauses
from assistant.planner.completing import completed, unless_unused, untitled, uses_all
from assistant.planner.declining import declined
from assistant.planner.defining import defined
from assistant.planner.figuring import over_time, reckoned
from assistant.planner.filling import fill
from assistant.planner.following import Context, lodged
from assistant.planner.going_on import answered, continued, leans, revised
from assistant.planner.hearing import Heard, hear
from assistant.planner.leaning import leaned
from assistant.planner.leftover import reads_all
from assistant.planner.many_tasks import several
from assistant.planner.moment import says_as_of, timed
from assistant.planner.mood import (
    HOMES,
    UNDOING,
    alters,
    is_for_somebody,
    is_hard_order,
    is_jotted,
    is_labelled,
    is_new,
    is_order,
    is_question,
    makes,
    measures_something,
    names_many,
    sets_state,
    takes_back,
    tells_change,
)
from assistant.planner.ordering import HOW_MANY, is_sorted_by_figure
from assistant.planner.pasting import pasted
from assistant.planner.plan import Asked, Plan
from assistant.planner.providing import Provided, provided
from assistant.planner.put_plainly import put_plainly
from assistant.planner.reckoning import has_choice, not_computed
from assistant.planner.ruling import asks_how_to, asks_rules
from assistant.planner.seeking import sought, thing_asked
from assistant.planner.stating import Stated, stated
from assistant.planner.supposed import is_supposing, slot_of, supposed, weights
from assistant.planner.taking_up import taken_up
from assistant.planner.wishing import is_open
from assistant.planner.wording import (
    IS_SO,
    LOST,
    MANY_CHANGES,
    MENTIONED,
    NO_CONDITION,
    NOT_SO,
    NOT_USED,
    NOT_YOURS,
    NOTHING_THEN,
    NOTHING_TO_UNDO,
    NOW_ONLY,
    SAY_AGAIN,
    TITLE_ASKED,
    UNHEEDED,
    UNSURE,
    helpful,
)
from records.kinds import Person, Project
from tools.base import Holds, Slot, Tool

__all__ = ["Asked", "Plan", "Planner"]

SURE, SURE_TO_WRITE, CLOSE = 0.2, 0.24, 0.75
FAR = 0.45                                      # as near as this to what nobody here can answer, the documents are not searched
MARGIN, OURS = 1.4, frozenset({"KIND", "SAYING", "FIGURE", "person", "project"})       # what speaks of ours must be much nearer to other things
MUCH = 2                                        # words left out of an answer from which on that is said
BARE = 0.45                                     # how sure a change must be that names nothing
ASIDE = re.compile(r"^(?P<first>(?:who|which|what|is|are|when)\b.+?)[,;]?\s+and (?P<then>(?:does|do|is|will|would|can|how|what|why|who)\b.+)$", re.I)
STRANGE = 0.5                                   # from this share of unknown words on nothing is guessed


class Planner:
    """Plans one message of a person; it keeps nothing between two."""

    def __init__(self, tools: Sequence[Tool]) -> None:
        self._tools = {t.name: t for t in tools}
        self._chooser = Chooser(tools)

    def plan(self, text: str, asked: Asked, offered: Sequence[str]) -> Plan:
        """Plan one message; `offered` are the names of the tools that this person may use."""
        plan = self._planned(text, asked, offered)
        project = Context(asked.past, asked.projects).project
        return replace(plan, calls=tuple((name, lodged(said, project)) for name, said in plan.calls))

    def likely(self, text: str, asked: Asked, offered: Sequence[str]) -> tuple[str, ...]:
        """The tools that a message could be for, the nearest first."""
        heard = hear(taken_up(text, asked, Context(asked.past, asked.projects)).text, asked.names, asked.today)
        return tuple(tool.name for tool, _ in self._ranked(heard, offered).tools)

    def _planned(self, text: str, asked: Asked, offered: Sequence[str]) -> Plan:
        context = Context(asked.past, asked.projects)
        if (call := pasted(text, context, self._tools)) is not None:
            return Plan((call,)) if call[0] in offered else Plan(says=NOT_YOURS)
        plain = put_plainly(text)
        if plain != text and not text.lstrip().startswith("%") and is_order(hear(text, asked.names, asked.today)):
            plain = text                                   # what is to be written down stays as it was said
        taken = taken_up(plain, asked, context)
        if taken.asks is not None:
            return taken.asks
        heard = hear(taken.text, asked.names, asked.today)
        if (plan := self._supposed(heard, context, offered)) is not None:
            return plan
        if (cond := provided(taken.text, asked.names, asked.today, context)) is not None:
            return self._looked_up(cond, asked, offered)
        plan = self._understood(heard, asked, context, offered)
        return replace(plan, says=f"{plan.says} {taken.says}".strip()) if taken.says else plan

    def _supposed(self, heard: Heard, context: Context, offered: Sequence[str]) -> Plan | None:
        """What would be, worked out and never proposed, whatever verb stands in the question; weights of the ranking that are said are supposed, too."""
        tool = next((t for t in self._tools.values() if slot_of(t)), None)
        weighed = weights(heard) if tool else None
        if tool is None or (not weighed and not is_supposing(heard)):
            return None
        return Plan((supposed(heard, tool, context, weighed or ""),)) if tool.name in offered else Plan(says=NOT_YOURS)

    def _understood(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan:
        if (plan := declined(heard, context)) is not None:
            return plan
        if (many := several(heard)) and (taker := next((t for t in self._tools.values() if t.slot(Holds.lines)), None)):
            filled = fill(taker, heard, context)
            return completed(taker, replace(filled, args={**filled.args, **{s.name: list(many) for s in taker.slots if s.holds is Holds.lines}}, missing=()),
                             heard, asked) if taker.name in offered else Plan(says=NOT_YOURS)
        if (plan := self._stated(heard, asked, context, offered) or self._followed(heard, asked, context, offered)) is not None:
            return plan
        if (word := defined(heard)) is not None:
            made = Stated(word[0], None, word[1])
            return Plan(((tool.name, _said(tool, made)),)) if (tool := self._tool_for(made)) and tool.name in offered else Plan(says=NOT_YOURS)
        if (cut := ASIDE.match(heard.text)) and (plan := self._stated(hear(cut["first"], asked.names, asked.today), asked, context, offered)) and plan.calls:
            return replace(plan, says=f"{plan.says} {NOT_USED.format(words=cut['then'].strip(' ?.!'))}".strip())
        parts = clauses(heard, asked.names, asked.today)
        if len(parts) > 1:
            return self._several(parts, asked, context, offered)
        return self._other(heard, asked, context, offered)

    def then(self, text: str, asked: Asked, offered: Sequence[str], count: int) -> Plan | None:
        """What follows once the condition of an order is counted: the order, or that it is not so; None when there is no condition."""
        context = Context(asked.past, asked.projects)
        cond = provided(taken_up(text, asked, context).text, asked.names, asked.today, context)
        if cond is None or not cond.op:
            return None
        counted = f": {count}" if cond.is_counted else ""
        is_to_do = cond.holds(count)
        found = (IS_SO if is_to_do != cond.is_unless else NOT_SO).format(words=cond.said, count=counted)
        plan = self.plan(cond.order, asked, offered) if is_to_do else Plan(says=NOTHING_THEN)
        return replace(plan, says=f"{found} {plan.says}".strip())

    def _looked_up(self, cond: Provided, asked: Asked, offered: Sequence[str]) -> Plan:
        """The list that tells whether a condition holds."""
        lister = next(t for t in self._tools.values() if t.slot(Holds.kind) and t.slot(Holds.conditions) and not t.proposes)
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
        if (text := answered(heard, context)) is not None:
            return self._fresh(hear(text, asked.names, asked.today), asked, Context(asked.past[:-1], asked.projects), offered)
        if context.pending and (waiting := self._tools.get(context.pending.tool)) and waiting.slot(Holds.lines) and leans(heard):
            return Plan(says=SAY_AGAIN, choices=("discard",))
        if (leaning := leaned(heard, context, self._tools, asked)) is not None and all(name in offered for name, _ in leaning.calls):
            return leaning
        for call in (revised(heard, context, self._tools), continued(heard, context, self._tools, asked)):
            if call is not None and call[0] in offered:
                return Plan((call,))
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
        return plan or unless_unused(Plan(tuple((tool.name, _said(tool, each)) for tool, each in calls)), heard, writes=calls[0][0].proposes)

    def _tool_for(self, of: Stated) -> Tool | None:
        """The tool that takes what a sentence says: some records' new values, a new record's, or what a listing is narrowed to."""
        return next((t for t in self._tools.values() if t.slot(Holds.kind) and (t.slot(Holds.values) is not None) == (of.values is not None)
                     and (t.slot(Holds.conditions) is not None) == (of.where is not None)), None)

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
        says = says or next((p.says for p in plans if p.says and p.calls), "")
        return Plan((*reads, *first), MANY_CHANGES if later else says, tuple(later), all(p.understood for p in plans))

    def _fresh(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan:
        """A request that stands for itself."""
        return self._stated(heard, asked, context, offered) or self._other(heard, asked, context, offered)

    def _other(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan:
        """A request that is no sentence of a kind: words to look for, a question as of a past day, or any other."""
        if (looked := self._looked_for(heard, asked, offered)) is not None:
            return looked
        if (plan := not_computed(heard) or over_time(heard, self._offered(offered), context)) is not None:
            return plan
        then = timed(heard, asked.names, asked.today)
        if then.moment and (plan := self._standing(then, asked, context, offered)) and all(self._tools[name].slot(Holds.moment) for name, _ in plan.calls):
            return plan
        return Plan(says=NOW_ONLY, choices=(then.text,)) if then.moment and says_as_of(heard) else self._standing(heard, asked, context, offered)

    def _looked_for(self, heard: Heard, asked: Asked, offered: Sequence[str]) -> Plan | None:
        """The search in all texts, for who says words to look for."""
        tool = next((t for t in self._tools.values() if t.name in offered and t.slot(Holds.words)), None)
        found = sought(heard, asked.names) if tool else None
        if tool and found is None and (thing := thing_asked(heard)) and self._chooser.ranked(heard, ()).beyond < FAR:
            return Plan(((tool.name, {s.name: thing for s in tool.slots if s.holds is Holds.words}),), MENTIONED.format(words=thing), understood=False)
        if tool is None or found is None:
            return None
        kind, words = found
        said = {Holds.kind: kind, Holds.words: words}
        return Plan(((tool.name, {s.name: said[s.holds] for s in tool.slots if said.get(s.holds)}),))

    def _standing(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan:
        """A list that is all that was said, one record that is asked about, or the nearest tool."""
        ranking = self._ranked(heard, offered)
        asking = next((t for t in self._offered(offered) if any(is_open(s) for s in t.slots)), None)
        if asking and (asks_rules(heard) or (asks_how_to(heard) and ranking.beyond < FAR)) and not is_order(heard):
            return Plan(((asking.name, fill(asking, heard, context).args),))
        if (plan := reckoned(heard, ranking.tools[0][0] if ranking.tools else None, self._offered(offered), context, asked)) is not None:
            return plan
        listed = self._sorted(heard, ranking, asked, context) or self._listed(heard, ranking, asked, context)
        listed = listed or self._told_of_one(heard, ranking, context, offered)
        return listed or self._nearest(heard, ranking, asked, context, offered)

    def _offered(self, offered: Sequence[str]) -> list[Tool]:
        return [t for t in self._tools.values() if t.name in offered]

    def _nearest(self, heard: Heard, ranking: Ranking, asked: Asked, context: Context, offered: Sequence[str]) -> Plan:
        """The nearest tool with what fills it, or what must be asked first."""
        is_lost = self._is_lost(heard, ranking)
        if (sure := self._plainly(heard, ranking.tools[0][0], is_lost=is_lost or _is_doubtful(*ranking.tools[0], heard))) is not None:
            if context.pending and is_taking_back(sure):
                return Plan(says=NOTHING_TO_UNDO, choices=("discard",))
            return completed(sure, fill(sure, heard, context), heard, asked) if sure.name in offered else Plan(says=NOT_YOURS)
        if is_lost:
            return self._lost(heard, ranking, asked, context, offered)
        tool, score = ranking.tools[0]
        if tool.name not in offered:
            return Plan(says=NOT_YOURS)
        if context.pending and tool.proposes and not any(tool.slot(h) for h in (Holds.values, Holds.lines)):
            return Plan(says=NOTHING_TO_UNDO, choices=("discard",))
        is_no_work = tool.slot(Holds.values) and not tool.slot(Holds.conditions) and measures_something(heard)
        if is_no_work or (tool.proposes and score < (SURE_TO_WRITE if heard.types - {"ME", "COUNT"} else BARE)):
            return Plan(says=UNSURE, choices=tuple(helpful(ranking.tools, heard, asked.projects, context.project)), understood=False)
        return self._heeded(self._first_whole([t for t, s in ranking.tools if t.name in offered and s > CLOSE * score], heard, context, asked),
                            ranking, heard, asked, context)

    def _heeded(self, plan: Plan, ranking: Ranking, heard: Heard, asked: Asked, context: Context) -> Plan:
        """The plan, with what it takes no notice of and what else may have been meant, when that is much."""
        tool = self._tools[plan.calls[0][0]] if len(plan.calls) == 1 and not plan.says else None
        if tool is None or tool.proposes or tool.slot(Holds.kind) or tool.slot(Holds.question):
            return plan
        left = self._chooser.unheeded(tool, heard)
        if len(left) < MUCH:
            return plan
        others = [(t, s) for t, s in ranking.tools if t != tool]
        return replace(plan, says=UNHEEDED.format(words="”, “".join(left)), choices=tuple(helpful(others, heard, asked.projects, context.project)), understood=False)

    def _told_of_one(self, heard: Heard, ranking: Ranking, context: Context, offered: Sequence[str]) -> Plan | None:
        """A question about one record, or one field of a project, where the nearest tool would tell of all, or of others."""
        tool = next((t for t in self._tools.values() if t.name in offered and not t.proposes and t.slot(Holds.field) and t.slot(Holds.record)), None)
        if tool is None or is_order(heard) or not ranking.tools or ranking.tools[0][0] == tool:
            return None
        nearest = ranking.tools[0][0]
        is_of_time = nearest.slot(Holds.period) is not None and names_one(heard)
        if not is_of_time and not (asks_a_field(heard) and not nearest.proposes):
            return None
        filled = fill(tool, heard, context)
        record = next(s.name for s in tool.slots if s.holds is Holds.record)
        of = "" if heard.of("KEY") or not is_of_time else f" {next((s.value for s in heard.of('KIND')[::-1]), '')}".rstrip()
        return None if filled.missing else Plan(((tool.name, {**filled.args, record: f"{filled.args[record]}{of}"}),))

    def _sorted(self, heard: Heard, ranking: Ranking, asked: Asked, context: Context) -> Plan | None:
        """The list in the order of a figure that is said, where the nearest tool would put it in another."""
        lister = next((t for t, _ in ranking.tools if t.slot(Holds.kind) and t.slot(Holds.conditions) and not t.proposes), None)
        if lister is None or lister == ranking.tools[0][0] or not is_sorted_by_figure(heard) or has_choice(ranking.tools[0][0], heard):
            return None
        filled = fill(lister, heard, context)
        return None if filled.missing else completed(lister, filled, heard, asked)

    def _listed(self, heard: Heard, ranking: Ranking, asked: Asked, context: Context) -> Plan | None:
        """The list of a kind that is named, where the nearest tool is another, and the list leaves out nothing that was said."""
        lister = next((t for t, _ in ranking.tools if t.slot(Holds.kind) and t.slot(Holds.conditions) and not t.proposes), None)
        if lister is None or lister == ranking.tools[0][0] or is_order(heard) or not names_many(heard):
            return None
        filled = fill(lister, heard, context)
        nearest = ranking.tools[0][0]
        if re.search(r"\b(?:my|mine|for me|i)\b", heard.plain) and "DATE" not in heard.types and any(s.of is Person for s in nearest.slots):
            return None                                    # what waits for somebody is of several kinds
        kind = next((str(filled.args[s.name]) for s in lister.slots if s.holds is Holds.kind and s.name in filled.args), "")
        if kind in HOMES and not any(filled.args.get(s.name) for s in lister.slots if s.holds is Holds.conditions):
            return None                                    # all projects are the portfolio, and other tools tell of it
        return completed(lister, filled, heard, asked) if not filled.missing and reads_all(lister, filled.args, heard) else None

    def _plainly(self, heard: Heard, nearest: Tool | None, *, is_lost: bool) -> Tool | None:
        """The tool for an order that its form alone tells: a verb of the record's own kind, or what is new with its kind before it."""
        writing = [t for t in self._tools.values() if t.slot(Holds.values)]
        if UNDOING.search(heard.plain) and "KEY" not in heard.types:
            return next((t for t in self._tools.values() if is_taking_back(t)), None)
        if sets_state(heard) or tells_change(heard) or (is_hard_order(heard) and nearest is not None and not nearest.proposes):
            return next((t for t in writing if t.slot(Holds.conditions)), None)
        is_plain = is_jotted(heard) or is_for_somebody(heard) or (is_lost and is_order(heard) and is_new(heard))
        return next((t for t in writing if not t.slot(Holds.conditions)), None) if is_plain else None

    def _first_whole(self, near: Sequence[Tool], heard: Heard, context: Context, asked: Asked) -> Plan:
        """The plan of the nearest tool that lacks nothing and uses everything that is named; else what the very nearest asks or does."""
        able = [tool for tool in near if is_order(heard) or not tool.proposes or is_asked_for(tool)]
        plans = (completed(tool, fill(tool, heard, context), heard, asked) for tool in able)
        first = next(plans)
        if not first.understood or (first.calls and uses_all(first, heard)):       # it would leave out what was said, and so would another
            return first
        return next((p for p in plans if p.calls and uses_all(p, heard)), first)

    def _ranked(self, heard: Heard, offered: Sequence[str]) -> Ranking:
        """The tools by nearness; one that writes is none for who wants nothing written, and one not offered is only told apart for who does."""
        ranking = self._chooser.ranked(heard, list(self._tools))
        wanted = is_order(heard)
        backs = takes_back(heard)
        able = [t for t in self._tools.values() if backs or not is_taking_back(t)]
        fits = {t.name for t in able if not (t.slot(Holds.values) and (alters(heard) if not t.slot(Holds.conditions) else makes(heard)))}
        return replace(ranking, tools=tuple((t, s) for t, s in ranking.tools
                                            if (wanted or not t.proposes or is_asked_for(t)) and (t.name in offered or t.proposes) and t.name in fits))

    def _is_lost(self, heard: Heard, ranking: Ranking) -> bool:
        if not ranking.tools or ranking.tools[0][1] < SURE:
            return True
        score = ranking.tools[0][1]
        if "FIGURE" in heard.types and heard.types & {"project", "person", "KEY"} and ranking.tools[0][0].slot(Holds.figure):
            return False
        if "KIND" in heard.types and HOW_MANY.search(heard.shaped("KIND")) and ranking.tools[0][0].slot(Holds.kind):
            return False
        named = heard.types - {"ME", "DATE", "COUNT", "SAYING"} - (set() if is_order(heard) else {"KIND"})       # a title may be of anything
        if ranking.beyond > score * (MARGIN if heard.types & OURS else 1) and not heard.types & {"KEY", "TEXT"}:
            return True
        return not named and self._chooser.strange(heard) >= STRANGE and ranking.beyond > score / 2

    def _lost(self, heard: Heard, ranking: Ranking, asked: Asked, context: Context,
              offered: Sequence[str]) -> Plan:
        """Not understood: a project named alone is looked at, what may stand in the handbook is looked up, else three things that work."""
        whole = next((t for t in self._tools.values() if t.name in offered and t.slots and _is_project(t.slots[0])), None)
        near = ranking.tools[0][1] if ranking.tools else 0.0
        if whole and not is_order(heard) and len(heard.all("project")) == 1 and near * MARGIN > ranking.beyond:
            return Plan(((whole.name, fill(whole, heard, context).args),), understood=False)
        teller = next((t for t in self._offered(offered) if t.slot(Holds.record) and t.slot(Holds.field) and not t.proposes), None)
        if teller and not is_order(heard) and len(heard.all("KEY")) == 1:
            return Plan(((teller.name, fill(teller, heard, context).args),), understood=False)
        asking = next((t for t, _ in ranking.tools if any(is_open(slot) for slot in t.slots) and t.name in offered), None)
        if asking and is_question(heard) and ranking.beyond < FAR:
            return Plan(((asking.name, fill(asking, heard, context).args),), understood=False)
        return Plan(says=LOST, choices=tuple(helpful(ranking.tools, heard, asked.projects, context.project)), understood=False)


def is_taking_back(tool: Tool) -> bool:
    """Whether a tool needs nothing said but that it is wanted: it takes back what was done."""
    return tool.proposes and all(s.holds is Holds.number for s in tool.slots)


def _is_doubtful(tool: Tool, score: float, heard: Heard) -> bool:
    """Whether the nearest tool is not near, or changes what is plainly new."""
    is_new_one = is_labelled(heard) and "KEY" not in heard.types
    if is_new(heard) and tool.proposes and tool.slot(Holds.values) is None and tool.slot(Holds.lines) is None:
        return True
    return score < SURE_TO_WRITE or not tool.proposes or (is_new_one and tool.slot(Holds.conditions) is not None)


def _said(tool: Tool, of: Stated) -> dict[str, Any]:
    said = {Holds.kind: of.kind.kind.one, Holds.conditions: of.where, Holds.values: of.values}
    return {s.name: said[s.holds] for s in tool.slots if said.get(s.holds)}


def _is_project(slot: Slot) -> bool:
    return slot.required and slot.of is Project
