"""From a sentence to tool calls, or to what must be asked first. Pure: `offline` only carries it."""
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
import re
from types import MappingProxyType

from assistant.planner.asked.advising import advised
from assistant.planner.asked.arriving import arriving
from assistant.planner.asked.behind_those import behind_those
from assistant.planner.asked.freed import freed
from assistant.planner.asked.having_records import of_records
from assistant.planner.asked.my_days import in_days
from assistant.planner.asked.side_by_side import of_two, side_by_side
from assistant.planner.asked.who_acts import who_acts
from assistant.planner.asked.who_decides import of_last_decided
from assistant.planner.filled.choosing import Chooser
from assistant.planner.filled.happens_to import happens_to
from assistant.planner.filled.if_taken import if_taken
from assistant.planner.filled.likelier import likelier_change, likelier_list, likelier_new
from assistant.planner.filled.providing import Provided, provided, read_as, reads_numbers
from assistant.planner.filled.supposed import is_supposing, slot_of, supposed, undone, weights
from assistant.planner.gone_on.after_change import follows_from
from assistant.planner.gone_on.answering import answered, gives_title, waits
from assistant.planner.gone_on.as_meant import as_meant, in_place
from assistant.planner.gone_on.asked_again import asked_again
from assistant.planner.gone_on.asked_on import asked_on, limits_asked
from assistant.planner.gone_on.correcting import correcting
from assistant.planner.gone_on.leaning import also_supposed, supposed_on
from assistant.planner.gone_on.meant_before import guessed, meant_before
from assistant.planner.gone_on.not_all import not_all
from assistant.planner.gone_on.not_tied import not_tied
from assistant.planner.gone_on.of_a_rule import of_a_rule
from assistant.planner.gone_on.of_shown import is_of_list, of_shown
from assistant.planner.gone_on.of_those import of_those
from assistant.planner.gone_on.of_waiting import of_waiting
from assistant.planner.gone_on.off_thread import beside_it, off_thread
from assistant.planner.gone_on.on_money import on_money
from assistant.planner.gone_on.once_more import once_more
from assistant.planner.gone_on.option_taken import option_taken
from assistant.planner.gone_on.over_list import over_list
from assistant.planner.gone_on.part_of_it import part_of_it
from assistant.planner.gone_on.pointed import past_the_end
from assistant.planner.gone_on.reordered import reordered
from assistant.planner.gone_on.revising import is_of_waiting
from assistant.planner.gone_on.said_next import said_next
from assistant.planner.gone_on.same_problem import same_problem
from assistant.planner.gone_on.shortening import shortened
from assistant.planner.gone_on.shown_before import of_kinds, untold
from assistant.planner.gone_on.written_here import written_here
from assistant.planner.heard.following import Context, Earlier, lodged
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.mood import is_plain_order
from assistant.planner.heard.pasting import pasted
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import called, changer_of, maker_of, teller_of
from assistant.planner.heard.wording import (
    IS_SO,
    NO_CONDITION,
    NOT_JUDGED,
    NOT_OTHERWISE,
    NOT_SO,
    NOT_YET_SO,
    NOT_YOURS,
    NOTHING_THEN,
    PUT_ASIDE,
    TAKEN_AS,
    helpful,
)
from assistant.planner.meant.by_any_name import by_any_name
from assistant.planner.meant.by_subject import by_subject
from assistant.planner.meant.caveats import caveats
from assistant.planner.meant.from_outside import from_outside
from assistant.planner.meant.in_one_message import Writing, in_one_message
from assistant.planner.meant.leftover import reads_all
from assistant.planner.meant.not_taken_in import not_taken_in
from assistant.planner.meant.of_each_kind import of_each
from assistant.planner.meant.put_in_passing import put_in_passing
from assistant.planner.meant.second_thought import leaned_on, second_thought
from assistant.planner.meant.unmet import unmet
from assistant.planner.reworded.ended_series import ended_series
from assistant.planner.reworded.headed import headed
from assistant.planner.reworded.house_words import house_word
from assistant.planner.reworded.put_plainly import put_plainly, without_courtesy
from assistant.planner.reworded.quick_adding import with_labels
from assistant.planner.reworded.taking_up import taken_up
from assistant.planner.reworded.written_down import kept_as
from assistant.planner.settling import Settling
from assistant.planner.told.at_home import at_home, of_own_gate
from assistant.planner.told.days_away import without_end
from assistant.planner.told.direction import directed
from assistant.planner.told.happened import never_due_then, not_yet, on_its_day
from assistant.planner.told.in_notes import LINES, in_notes, is_to_do
from assistant.planner.told.joining_us import joins
from assistant.planner.told.reminding import reminded
from assistant.planner.told.said_why import with_reason
from assistant.planner.told.unlikely import as_wanted
from assistant.planner.told.worked_by import worked_by
from assistant.planner.understanding import Understanding
from tools.base import Holds, Tool

NONE_OFF: Mapping[str, str] = MappingProxyType({})
WORDS = re.compile(r"^search records for (?P<w>.+)$")


class Planner:
    """Plans one message of a person; it keeps nothing between two."""

    def __init__(self, tools: Sequence[Tool]) -> None:
        self._tools = {t.name: t for t in tools}
        self._takers = {t.name: t for t in tools if t.slot(Holds.passage)}
        self._changer, self._maker = changer_of(tools), maker_of(tools)
        self._lister = next(t for t in tools if t.slot(Holds.kind) and t.slot(Holds.conditions) and not t.proposes)
        self._settling = Settling(self._tools, Chooser(tools))
        self._understanding = Understanding(self._tools, self._settling)

    def plan(self, text: str, asked: Asked, offered: Sequence[str], off: Mapping[str, str] = NONE_OFF) -> Plan:
        """Plan one message; `offered` are the names of the tools that this person may use, `off` those they might, were they not switched off, with why."""
        is_notes = LINES.search(text.strip()) is not None and not is_to_do(text)
        if is_notes and (noted := in_notes(text, asked, self._tools, lambda said, of: self.plan(said, of, offered, off))) is not None:
            return noted
        plan = self._planned(text := (again := asked_again(text, asked)) or text, asked, (*offered, *off))
        if not plan.calls and self._maker.name in offered and (kept := kept_as(text, asked.projects)):
            plan = self._planned(kept, asked, (*offered, *off))
        plan = self._thought_through(plan, without_courtesy(text), asked, (*offered, *off))
        plan = from_outside(plan, text, asked, self._tools, lambda said: self._planned(said, asked, (*offered, *off)))
        plan = not_taken_in(not_tied(plan, text, asked, self._tools), text, asked, self._tools)
        plan = replace(plan, says=f"{TAKEN_AS.format(words=again)} {plan.says}".strip()) if again else plan
        if why := next((off[name] for name, _ in plan.calls if name in off), ""):
            plan = self._otherwise(plan, why, text, asked, off)
        elif off:                                     # what is asked back has names for choices; a question is one that could be asked instead
            plan = replace(plan, choices=tuple(said for said in plan.choices if not said.endswith("?") or self._works(said, asked, off)))
        plan = worked_by(directed(plan, text, self._tools), text, asked, self._changer)
        said, plan = plan.says, of_own_gate(at_home(plan, asked, self._maker), asked)
        plan = replace(plan, calls=tuple((name, lodged(args, Context(asked.past, asked.projects).project)) for name, args in plan.calls))
        before = guessed(plan, text, asked, [t.name for t in self._tools.values() if t.changes]) or (
            meant_before(plan, text, asked) if plan.says == said else "")
        return replace(plan, says=f"{plan.says} {before}".strip()) if before else plan

    def _thought_through(self, plan: Plan, text: str, asked: Asked, offered: Sequence[str]) -> Plan:
        """The plan by what the message is about, and of each of its thoughts where it has several."""
        alone = partial(self._planned, asked=asked, offered=offered)
        plan = by_subject(plan, text, asked, self._tools, alone)
        plan = second_thought(plan, text, asked, self._tools, lambda said: self._thought_through(alone(said), said, asked, offered), alone)
        return unmet(put_in_passing(plan, text, self._tools), text, asked, self._tools)

    def leaning(self, first: Plan, text: str, asked: Asked, offered: Sequence[str], shown: Earlier, off: Mapping[str, str] = NONE_OFF) -> Plan | None:
        """The plan of the thought of a message that leans on what the first has `shown`, or that it is left out; None where that has shown none."""
        if not shown.keys and "|" not in shown.answer and any(self._tools[name].slot(Holds.conditions) for name, _ in first.calls):
            return None                                    # of none nothing more can be asked
        return leaned_on(first, self.plan(first.later, replace(asked, past=(*asked.past, shown)), offered, off), text, shown.keys, self._tools)

    def _otherwise(self, plan: Plan, why: str, text: str, asked: Asked, off: Mapping[str, str]) -> Plan:
        """Why a tool that was wanted is not used, with what else was asked for, or else what can be."""
        if rest := tuple(call for call in plan.calls if call[0] not in off):
            return replace(plan, calls=rest, says=f"{why} {plan.says}".strip())
        heard, able = asked.heard(text), [name for name in self._tools if name not in off]
        near = [(tool, score) for tool, score in self._settling.ranked(heard, able).tools if tool.name not in off]
        return Plan(says=why, choices=tuple(said for said in helpful(near, heard, asked.projects) if self._works(said, asked, off)))

    def _works(self, said: str, asked: Asked, off: Mapping[str, str]) -> bool:
        """Whether what could be said uses no tool that is off."""
        return not any(name in off for name, _ in self._planned(said, asked, list(self._tools)).calls)

    def likely(self, text: str, asked: Asked, offered: Sequence[str]) -> tuple[str, ...]:
        """The tools that a message could be for, the nearest first."""
        heard = asked.heard(taken_up(text, asked, Context(asked.past, asked.projects)).text)
        return tuple(tool.name for tool, _ in self._settling.ranked(heard, offered).tools)

    def _planned(self, text: str, asked: Asked, offered: Sequence[str]) -> Plan:
        def alone(said: str) -> Plan:
            heard = asked.heard(said)
            plan = of_each(self._alone(said, asked, offered), heard, asked, self._tools, lambda each: self._alone(each, asked, offered))
            return as_wanted(plan, heard, asked, (self._maker, self._changer))
        writing = Writing(self._changer, self._maker, self._lister, offered)
        return in_one_message(text, asked, writing, alone, lambda said: by_subject(alone(said), said, asked, self._tools, alone))

    def _alone(self, text: str, asked: Asked, offered: Sequence[str]) -> Plan:
        context = Context(asked.past, asked.projects)
        if (call := pasted(text, context, self._takers, asked.projects.get(asked.my_only, ""))) is not None:
            return Plan((call,)) if call[0] in offered else Plan(says=NOT_YOURS)
        plain = put_plainly(text := headed(house_word(ended_series(without_courtesy(text), context)), asked.projects))
        if (words := WORDS.match(plain)) and words["w"].lower() in map(str.lower, asked.projects):
            plain = text                                   # “what did we decide on Apollo?” looks for no words
        if plain != text and not text.lstrip().startswith("%") and (is_of_list(text, context) or is_plain_order(asked.heard(text))):
            plain = text                                   # what is to be written down stays as it was said
        new = joins(text, asked, self._maker) if self._maker.name in offered else None
        taken = taken_up(plain, asked, context)
        whole = asked.heard(taken.text)
        if (first := new or taken.asks or reminded(whole, context, self._maker, offered)) is not None:
            return first
        if (cond := self._provided(taken.text, plain, asked)) is not None:
            return self._looked_up(cond, asked, offered)
        is_whole = gives_title(whole, context, asked) or of_last_decided(whole)
        heard = whole if is_whole else by_any_name(in_place(whole, asked, context), asked, context)
        heard, which = as_meant(heard, asked, context)
        if (plan := which or self._gone_on(heard, asked, context, offered) or self._at_first(whole, heard, asked, context, offered)) is not None:
            return with_labels(replace(plan, says=f"{taken.says} {plan.says}".strip()), taken.labels, self._maker)
        plan = self._understanding.of_facts(whole, asked, context, offered) or self._understanding.understood(heard, asked, context, offered)
        if answered(heard, context, asked) is None and self._lister.name in offered and not is_of_waiting(plan, context):
            plan = likelier_list(plan, heard, self._lister) or plan
            plan = (likelier_change(plan, heard, asked, self._changer) if self._changer.name in offered else None) or plan
            plan = (likelier_new(plan, whole, asked, self._maker) if self._maker.name in offered else None) or plan
        plan = in_days(plan, heard, self._tools, lambda said: self._understanding.understood(asked.heard(said), asked, context, offered)) or plan
        plan = beside_it(plan, heard, context, self._tools) or off_thread(plan, heard, context, self._tools) or plan
        plan = not_all(plan, heard, asked, context, self._tools) or plan
        plan = with_reason(never_due_then(on_its_day(plan, heard, self._changer), heard, self._changer), heard, self._changer, lambda said: on_its_day(
            self._understanding.understood(asked.heard(said), asked, context, offered), heard, self._changer))
        plan = with_labels(without_end(not_yet(plan, heard, self._changer, asked.today), heard), taken.labels, self._maker)
        says = " ".join(filter(None, (plan.says, limits_asked(heard, plan), taken.says, self._put_aside(plan, heard, asked, context))))
        below = caveats(plan, heard)
        return replace(plan, says=says, below=below) if says != plan.says or below else plan

    def _gone_on(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
        """What goes on from what was shown or written last, in whatever words."""
        tools = {name: t for name, t in self._tools.items() if name in offered}
        found = said_next(heard, context, tools, asked) or correcting(heard, context, tools) or reordered(heard, context, tools)
        found = found or of_two(heard, context, tools) or part_of_it(heard, context, tools) or on_money(heard, context, tools)
        found = found or same_problem(heard, context, tools) or who_acts(heard, context, tools) or follows_from(heard, context, tools, asked)
        found = found or also_supposed(heard, context, tools) or of_waiting(heard, context, tools) or of_kinds(heard, context, tools)
        found = found or asked_on(heard, context, tools, asked) or of_a_rule(heard, context, tools) or of_those(heard, context, tools)
        found = found or of_shown(heard, context, tools, asked) or over_list(heard, context, tools, asked) or once_more(heard, context, tools)
        found = found or written_here(heard, context, tools) or shortened(heard, context, tools)
        return found or arriving(heard, asked, context, tools) or untold(heard, tools) or past_the_end(heard, context)

    def _at_first(self, whole: Heard, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan | None:
        """An option that is taken, and questions that would be taken for suppositions or orders by a verb or a kind in them."""
        if not waits(context, asked) and (decided := option_taken(whole, context, self._changer, asked)) is not None:
            return decided if self._changer.name in offered else Plan(says=NOT_YOURS)
        usable = {n: t for n, t in self._tools.items() if n in offered}
        found = freed(whole, lambda said: self._understanding.understood(asked.heard(said), asked, context, offered))
        found = found or happens_to(heard, asked.titled, usable) or side_by_side(heard, context, usable) or behind_those(heard, context, usable)
        found = found or advised(heard, context, usable) or of_records(heard, context, usable) or if_taken(whole, asked.titled, usable)
        return found or self._supposed(heard, context, offered)

    def _put_aside(self, plan: Plan, heard: Heard, asked: Asked, context: Context) -> str:
        """That an order which still waits for an answer is put aside by another one, so that it is not lost in silence."""
        is_another = any(self._tools[name].proposes for name, _ in plan.calls) and answered(heard, context, asked) is None
        waiting = waits(context, asked) if is_another else ""
        return PUT_ASIDE.format(words=waiting) if waiting else ""

    def _supposed(self, heard: Heard, context: Context, offered: Sequence[str]) -> Plan | None:
        """What would be, worked out and never proposed, whatever verb stands in the question; weights of the ranking that are said are supposed, too."""
        teller = teller_of(self._tools.values())
        if teller and (without := undone(heard, context.it)):
            return Plan((called(teller, {Holds.record: without[0], Holds.field: without[1]}),))
        tool = next((t for t in self._tools.values() if slot_of(t)), None)
        weighed = weights(heard) if tool else None
        if tool is None or (not weighed and not is_supposing(heard)):
            return None
        if tool.name not in offered:
            return Plan(says=NOT_YOURS)
        return (None if weighed else supposed_on(heard, tool, context)) or Plan((supposed(heard, tool, context, weighed or ""),))

    def then(self, text: str, asked: Asked, offered: Sequence[str], count: int | None, off: Mapping[str, str] = NONE_OFF) -> Plan | None:
        """What follows once the condition of an order is counted (None: it cannot be): the order, or what is to be done otherwise; None when there is
        no condition."""
        cond = self._provided(taken_up(text, asked, Context(asked.past, asked.projects)).text, text, asked)
        calls = self._looked_up(cond, asked, offered).calls if cond and cond.op else ()
        if cond is None or not calls:
            return None
        if count is None:
            return Plan(says=NOT_JUDGED.format(words=cond.said))
        is_to_do = cond.holds(count)
        found = (IS_SO if is_to_do != cond.is_unless else NOT_SO).format(words=cond.said, count=f": {count}" if cond.is_counted else "")
        found = f"{found} {read_as(cond, calls)}".strip()
        if not is_to_do and cond.other.startswith("? "):
            return Plan(says=f"{found} {NOT_OTHERWISE.format(words=cond.other[2:])}")
        order = cond.order if is_to_do else cond.other.removeprefix("-")
        plan = self.plan(order, asked, offered, off) if order else Plan(says=NOTHING_THEN)
        return replace(plan, says=f"{found} {plan.says}".strip())

    def _provided(self, taken: str, text: str, asked: Asked) -> Provided | None:
        """The condition of an order, as it is taken up or else as it was said; where it names a record by its title, with the key of that."""
        context = Context(asked.past, asked.projects)
        found = provided(taken, asked.names, asked.today, context)
        if found is None and taken != text:
            found, taken = provided(text, asked.names, asked.today, context), text
        if found is None or found.op:
            return found
        titled = by_any_name(asked.heard(found.said), asked, context).text
        again = provided(taken.replace(found.said, titled), asked.names, asked.today, context) if titled != found.said else None
        return replace(again, said=found.said) if again and again.op else found

    def _looked_up(self, cond: Provided, asked: Asked, offered: Sequence[str]) -> Plan:
        """The list that tells whether a condition holds: only one that leaves out no word of it."""
        lister = self._lister
        kind, where = (next(s.name for s in lister.slots if s.holds is holds) for holds in (Holds.kind, Holds.conditions))
        if cond.op and cond.where:
            args = {kind: cond.kind, where: dict(cond.where)}
            if reads_numbers(cond.said, args) and (not cond.key or reads_all(lister, args, asked.heard(cond.said))):
                return Plan(((lister.name, args),))
        for said in cond.listed if cond.op else ():
            listed = self._understanding.understood(asked.heard(said), asked, Context((), asked.projects), offered)
            calls = [args for name, args in listed.calls if name == lister.name]
            if len(listed.calls) == len(calls) == 1 and not listed.says and reads_numbers(said, calls[0]) and (
                    said.endswith("?") or reads_all(lister, calls[0], asked.heard(said))):
                more = {**({"owner": cond.owner} if cond.owner else {}), **({"key": cond.key} if cond.key else {})}
                return Plan(((lister.name, {**calls[0], where: {**calls[0].get(where, {}), **more}}),))
        return Plan(says=(NOT_YET_SO if cond.when else NO_CONDITION).format(words=cond.said, day=cond.when), understood=False)
