"""What a message asks for once it is heard: what is declined, told, asked, or goes on from an earlier turn; alone, or several in one breath."""
from collections.abc import Mapping, Sequence
from dataclasses import replace
import re
from typing import Any

from assistant.planner.asked.at_once import asked_at_once
from assistant.planner.asked.booked_time import asked_and_else, booked_time
from assistant.planner.asked.declining import declined
from assistant.planner.asked.figuring import over_time
from assistant.planner.asked.handing_over import who_could
from assistant.planner.asked.handing_over_all import fact_and_question, who_takes_all
from assistant.planner.asked.hours_ahead import hours_ahead
from assistant.planner.asked.left_open import left_open
from assistant.planner.asked.my_days import in_order, meetings, of_my_kind, responsible
from assistant.planner.asked.reckoning import not_computed
from assistant.planner.asked.same_days import in_the_same_days
from assistant.planner.asked.told_first import told_first
from assistant.planner.asked.while_away import what_it_means, while_away
from assistant.planner.asked.why_so import of_keys, same_as, why_so
from assistant.planner.filled.completing import completed, unless_unused, untitled
from assistant.planner.filled.entering_time import time_entries
from assistant.planner.filled.filling import fill
from assistant.planner.filled.likelier import all_tell, likelier_new, surely_asked
from assistant.planner.filled.stating import Stated, stated
from assistant.planner.gone_on.answering import answered
from assistant.planner.gone_on.asked_on import working_on
from assistant.planner.gone_on.going_on import continued
from assistant.planner.gone_on.leaning import WHY, because, leaned
from assistant.planner.gone_on.revising import leans, number_left, revised
from assistant.planner.gone_on.the_rest import is_left_out, of_others
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.many_tasks import several
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import changer_of, maker_of
from assistant.planner.heard.wording import (
    LEFT_OUT,
    MANY_CHANGES,
    NOT_USED,
    NOT_YOURS,
    NOW_ONLY,
    SAY_AGAIN,
    TITLE_ASKED,
    WHICH_LEFT_OUT,
)
from assistant.planner.learned.weighing import is_order
from assistant.planner.meant.moment import says_as_of, timed
from assistant.planner.meant.of_a_team import of_a_team
from assistant.planner.meant.titled import with_keys
from assistant.planner.reworded.put_plainly import put_plainly
from assistant.planner.settling import Settling
from assistant.planner.told.budgeting import budget_set
from assistant.planner.told.clauses import clauses
from assistant.planner.told.defining import defined
from assistant.planner.told.facts import are_told, facts, is_of_somebody, of_several
from assistant.planner.told.happened import on_its_day
from assistant.planner.told.hours_corrected import hours_corrected
from assistant.planner.told.in_roles import in_roles
from assistant.planner.told.misread import only_asked
from assistant.planner.told.reminding import reminded
from assistant.planner.told.unknown_person import unknown_person
from tools.base import Holds, Tool

ASIDE = re.compile(r"^(?P<first>(?:who|which|what|is|are|when)\b.+?)[,;]?\s+and (?P<then>(?:does|do|is|will|would|can|how|what|why|who)\b.+)$", re.I)
ONE_MADE = 0.6                                 # of the odds, so many speak for one new record where all words tell of it
OF_ALL = re.compile(r"\b(?:all|every|each|any|whole|portfolio|overall|everywhere|everybody|everyone|company|office|projects|we|our|us|elsewhere|other)\b")


class Understanding:
    """Understands one request of a person, as it is heard; it keeps nothing between two."""

    def __init__(self, tools: Mapping[str, Tool], settling: Settling) -> None:
        self._tools, self._settling = tools, settling
        self._changer, self._maker = changer_of(tools.values()), maker_of(tools.values())

    def understood(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan:
        """The calls that a message asks for, or what is said instead."""
        if (plan := declined(heard, context) or only_asked(heard) or self._corrected(heard, offered)
                     or self._of_time(heard, asked, context, offered) or unknown_person(heard)
                     or self._budget(heard, offered) or self._of_people(heard, asked, context, offered)
                     or self._asked_at_once(heard, asked, context, offered)) is not None:
            return plan
        if (plan := self.of_lines(heard, asked, context, offered) or self._stated(heard, asked, context, offered)
                    or self._followed(heard, asked, context, offered)) is not None:
            return plan
        if (word := defined(heard)) is not None:
            made = Stated(word[0], None, word[1])
            return Plan(((tool.name, _said(tool, made)),)) if (tool := self._tool_for(made)) and tool.name in offered else Plan(says=NOT_YOURS)
        return self._first_of_two(heard, asked, context, offered) or self._each(heard, asked, context, offered)

    def _corrected(self, heard: Heard, offered: Sequence[str]) -> Plan | None:
        return hours_corrected(heard, self._changer) if self._changer.name in offered else None

    def _of_people(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
        """Who takes over the work of somebody, with what is told of them before it; who is away on a project; who could do one task."""
        tools = {n: t for n, t in self._tools.items() if n in offered}
        anew = Context((), asked.projects)
        plan = in_roles(heard, context, tools) or left_open(heard, tools, lambda said: self.understood(asked.heard(said), asked, anew, offered))
        plan = plan or asked_and_else(heard, tools, lambda said: self.understood(asked.heard(said), asked, anew, offered))
        def afresh(said: str) -> Plan:
            part = with_keys(asked.heard(said), asked, anew)
            return on_its_day(self.understood(part, asked, anew, offered), part, self._changer)
        plan = plan or meetings(heard, afresh) or hours_ahead(heard, tools, afresh) or in_order(heard, afresh) or responsible(
            heard, tools) or of_my_kind(heard, tools) or told_first(heard, self._tools, afresh)
        plan = plan or what_it_means(heard, asked.today, afresh) or while_away(heard, self._tools, asked.today, afresh)
        if plan := plan or who_takes_all(heard, tools) or fact_and_question(heard, self._tools, lambda said: self.understood(
                asked.heard(said), asked, context, offered)):
            return plan
        return of_a_team(heard, tools, lambda said: self._of_kind(asked.heard(said), asked, context, offered)) or who_could(
            heard, context, self._tools, offered)

    def _budget(self, heard: Heard, offered: Sequence[str]) -> Plan | None:
        plan = budget_set(heard)
        return plan if plan is None or self._maker.name in offered else Plan(says=NOT_YOURS)

    def _of_kind(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
        """What a kind declares as a whole sentence, or what is asked of a kind that is named."""
        return self._stated(heard, asked, context, offered) or (self._other(heard, asked, context, offered) if "KIND" in heard.types else None)

    def _asked_at_once(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
        """What some words alone ask for; a figure and why it is so."""
        tools = {name: t for name, t in self._tools.items() if name in offered}
        cut = ASIDE.match(heard.text)
        if (plan := asked_at_once(heard, asked, context, tools)) or cut is None:
            return plan
        if "FIGURE" not in heard.types or not WHY.match(asked.heard(cut["then"]).plain):
            return None
        first = self.understood(asked.heard(cut["first"]), asked, context, offered)
        figured = [(name, said) for name, said in first.calls if self._tools[name].slot(Holds.figure)]
        return replace(first, calls=(*first.calls, *because(figured[0][1].get("project"), tools))) if len(figured) == len(first.calls) == 1 else None

    def of_facts(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
        """Several facts, each of a record of its own, for one preview; None where one of them is not plainly read."""
        parts = [with_keys(asked.heard(part), asked, context) for part in facts(heard)]
        plans = [self._fact(part, asked, offered) for part in parts] if are_told(parts) else []
        calls = tuple(call for plan in plans for call in plan.calls)
        if not plans or any(len(p.calls) != 1 or not p.understood or p.says for p in plans):
            return None
        if any(name != self._changer.name and (name != self._maker.name or not is_of_somebody(args)) for name, args in calls):
            return None
        return Plan(calls) if of_several(calls) else None

    def _fact(self, part: Heard, asked: Asked, offered: Sequence[str]) -> Plan:
        plan = self.fresh(part, asked, Context((), asked.projects), offered)
        return plan if plan.calls else likelier_new(plan, part, asked, self._maker) or plan

    def _of_time(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
        """The hours of several days or on several tasks, each an entry, for one preview."""
        return time_entries(heard, asked, context, self._maker, (lambda said: self._stated(said, asked, context, offered), lambda said: self.understood(
            said, asked, context, offered))) if self._maker.name in offered else None

    def of_lines(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
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
        if cut and (home := heard.first("project")) and (work := working_on(asked.heard(cut["then"]), home, self._tools)) is not None:
            first = self.fresh(asked.heard(cut["first"]), asked, context, offered)
            return replace(work, calls=(*first.calls, *work.calls)) if first.calls and not first.says else None
        plan = self._stated(asked.heard(cut["first"]), asked, context, offered) if cut else None
        if cut is None or plan is None or not plan.calls:
            return None
        return replace(plan, says=f"{plan.says} {NOT_USED.format(words=cut['then'].strip(' ?.!'))}".strip())

    def _each(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan:
        parts = clauses(heard, asked.names, asked.today)
        if len(parts) == 1:
            return self._other(heard, asked, context, offered)
        one = self._of_one(heard, parts, asked, context, offered) if self._maker.name in offered else None
        return one or self._several(parts, asked, context, offered)

    def _of_one(self, heard: Heard, parts: Sequence[Heard], asked: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
        """One new record that all words tell of, whatever they are parted by; None where a part tells nothing of it."""
        learned = likelier_new(Plan(), heard, asked, self._maker, ONE_MADE) if all_tell(heard, [part.text for part in parts]) else None
        plain = self._other(heard, asked, context, offered) if learned else Plan()
        return plain if [name for name, _ in plain.calls] == [self._maker.name] and not plain.says else learned

    def _followed(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
        """What leans on an earlier turn: an answer to a question of ours, a change of what waits, the last question continued."""
        if (text := answered(heard, context, asked)) is not None:
            whole, before = asked.heard(text), Context(asked.past[:-1], asked.projects)
            return self.of_lines(whole, asked, before, offered) or reminded(whole, before, self._maker, offered) or self.fresh(whole, asked, before, offered)
        if (unread := self._unrevised(heard, context)) is not None:
            return unread
        leaning = of_others(heard, context, self._tools) or leaned(heard, context, self._tools, asked)
        leaning = leaning or why_so(heard, context, self._tools) or of_keys(heard, context, self._tools)
        if leaning is not None and all(name in offered for name, _ in leaning.calls):
            return leaning
        if (call := revised(heard, context, self._tools)) is not None and call[0] in offered:
            return Plan((call,), NOT_USED.format(words=number) if (number := number_left(heard, call, context)) else "")
        calls = continued(heard, context, self._tools, asked)
        if not calls or any(name not in offered for name, _ in calls):
            return same_as(heard)
        left = self._settling.left_of(calls, heard)
        return Plan(calls, NOT_USED.format(words="”, “".join(left)) if left else "")

    def _unrevised(self, heard: Heard, context: Context) -> Plan | None:
        """That what waits cannot be changed so, where several changes or lines wait, or it is not told what to leave out of it."""
        waiting = self._tools.get(context.pending.tool) if context.pending else None
        is_of_all = leans(heard, context) or (len(context.waiting) > 1 and revised(heard, context, self._tools) is not None)
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

    def _of_hours(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
        """Hours that are booked or not, and hours in days to come, as one of several requests."""
        tools, anew = {n: t for n, t in self._tools.items() if n in offered}, Context((), asked.projects)
        return booked_time(heard, asked, context, tools) or hours_ahead(heard, tools, lambda said: self.understood(asked.heard(said), asked, anew, offered))

    def _several(self, parts: Sequence[Heard], asked: Asked, context: Context, offered: Sequence[str]) -> Plan:
        """Several requests: all that read, and what changes something, in one preview where each of it is plainly read; else the first of that."""
        plain = [part if is_order(part) else asked.heard(put_plainly(part.text)) for part in parts]
        plans = [self._of_hours(part, asked, context, offered) or self.fresh(part, asked, context, offered) for part in plain]
        plans = [self._at_home(plan, part, plain[:n], asked, offered) for n, (plan, part) in enumerate(zip(plans, plain, strict=True))]
        plans = [in_the_same_days(plan, part, plans[:n], self._tools) for n, (plan, part) in enumerate(zip(plans, plain, strict=True))]
        if silent := next((p for p in plans if not p.calls), None):
            return silent if not any(p.calls for p in plans) else self._whole(plans, parts, silent.says)
        return self._whole(plans, parts, "")

    def _at_home(self, plan: Plan, part: Heard, before: Sequence[Heard], asked: Asked, offered: Sequence[str]) -> Plan:
        """What is asked of no project behind what is asked of one, as of that one: “which risks does Apollo have and which tasks are overdue”."""
        homes = list(dict.fromkeys(home for each in before for home in each.all("project")))
        if len(homes) != 1 or part.types & {"project", "person", "KEY", "objective", "ME"} or OF_ALL.search(part.plain):
            return plan
        if not plan.calls or any(self._tools[name].proposes for name, _ in plan.calls):
            return plan
        said = next(each.said(s) for each in before for s in each.of("project"))
        there = self.fresh(asked.heard(f"{part.text.rstrip(' ?.!')} on {said}"), asked, Context((), asked.projects), offered)
        is_same = [(name, args.get("kind")) for name, args in there.calls] == [(name, args.get("kind")) for name, args in plan.calls]
        return there if is_same and there.says == plan.says else plan

    def _whole(self, plans: Sequence[Plan], parts: Sequence[Heard], says: str) -> Plan:
        reads = [c for p in plans for c in p.calls if not self._tools[c[0]].proposes]
        writes = [(c, part) for p, part in zip(plans, parts, strict=True) for c in p.calls if self._tools[c[0]].proposes]
        if len(writes) > 1 and not says and all(p.understood and not p.says for p in plans) and all(self._tools[c[0]].slot(Holds.values) for c, _ in writes):
            return Plan((*reads, *(c for c, _ in writes)))           # they are joined to one preview
        later = [part.text.strip(" ,.;") for _, part in writes[1:]]
        first = [c for c, _ in writes[:1]]
        says = says or next((p.says for p in plans if p.says and p.calls), "")
        return Plan((*reads, *first), MANY_CHANGES if later else says, tuple(later), all(p.understood for p in plans))

    def fresh(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan:
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
