"""A request that stands for itself: a list that is all that was said, one record that is asked about, or the nearest tool; else what must be asked first."""
from collections.abc import Mapping, Sequence
from dataclasses import replace
import re

from assistant.planner.asking import asks_a_field, names_one, state_asked
from assistant.planner.choosing import Chooser, Ranking, is_asked_for
from assistant.planner.completing import PUT_ON, completed, uses_all
from assistant.planner.figuring import reckoned
from assistant.planner.filling import fill
from assistant.planner.following import Context
from assistant.planner.hearing import Heard
from assistant.planner.leftover import reads_all
from assistant.planner.mood import (
    alters,
    is_for_somebody,
    is_hard_order,
    is_jotted,
    is_labelled,
    is_new,
    is_order,
    is_question,
    is_telling,
    makes,
    measures_something,
    names_many,
    sets_state,
    takes_back,
    tells_change,
)
from assistant.planner.ordering import HOW_MANY, asks_who_most, is_sorted_by_figure
from assistant.planner.phrases import HOMES, UNDOING
from assistant.planner.plan import Asked, Plan
from assistant.planner.reckoning import has_choice
from assistant.planner.ruling import asks_how_to, asks_rules
from assistant.planner.seeking import sought, thing_asked
from assistant.planner.wishing import is_open
from assistant.planner.wording import LOST, MENTIONED, NOT_YOURS, NOTHING_TO_UNDO, ONE_UNDONE, TOLD, UNHEEDED, UNSURE, helpful
from records.kinds import Person, Project
from tools.base import Holds, Slot, Tool

SURE, SURE_TO_WRITE, CLOSE = 0.2, 0.24, 0.75
FAR = 0.45                                      # as near as this to what nobody here can answer, the documents are not searched
MARGIN, OURS = 1.4, frozenset({"KIND", "SAYING", "FIGURE", "person", "project"})       # what speaks of ours must be much nearer to other things
MUCH = 2                                        # words left out of an answer from which on that is said
BARE = 0.45                                     # how sure a change must be that names nothing
STRANGE = 0.5                                   # from this share of unknown words on nothing is guessed


class Settling:
    """Finds the tool that a request which stands for itself is nearest to, and fills it, or asks first."""

    def __init__(self, tools: Mapping[str, Tool], chooser: Chooser) -> None:
        self._tools, self._chooser = tools, chooser

    def looked_for(self, heard: Heard, asked: Asked, offered: Sequence[str]) -> Plan | None:
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

    def standing(self, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan:
        """A list that is all that was said, one record that is asked about, or the nearest tool."""
        if is_telling(heard):
            return Plan(says=TOLD, choices=tuple(helpful((), heard, asked.projects, context.project)), understood=False)
        ranking = self.ranked(heard, offered)
        asking = next((t for t in self.offered(offered) if any(is_open(s) for s in t.slots)), None)
        if asking and (asks_rules(heard) or (asks_how_to(heard) and ranking.beyond < FAR)) and not is_order(heard):
            return Plan(((asking.name, fill(asking, heard, context).args),))
        if (plan := reckoned(heard, ranking.tools[0][0] if ranking.tools else None, self.offered(offered), context, asked)) is not None:
            return plan
        listed = self._sorted(heard, ranking, asked, context) or self._listed(heard, ranking, asked, context)
        listed = listed or self._told_of_one(heard, ranking, context, offered)
        return listed or self._nearest(heard, ranking, asked, context, offered)

    def offered(self, offered: Sequence[str]) -> list[Tool]:
        return [t for t in self._tools.values() if t.name in offered]

    def _nearest(self, heard: Heard, ranking: Ranking, asked: Asked, context: Context, offered: Sequence[str]) -> Plan:
        """The nearest tool with what fills it, or what must be asked first."""
        is_lost = self._is_lost(heard, ranking) and not _is_whole_list(ranking, heard, context)
        if (sure := self._plainly(heard, ranking.tools[0][0], is_lost=is_lost or _is_doubtful(*ranking.tools[0], heard))) is not None:
            return self._done_plainly(sure, heard, asked, context, offered)
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

    @staticmethod
    def _done_plainly(sure: Tool, heard: Heard, asked: Asked, context: Context, offered: Sequence[str]) -> Plan:
        if context.pending and is_taking_back(sure):
            return Plan(says=NOTHING_TO_UNDO, choices=("discard",))
        if sure.name not in offered:
            return Plan(says=NOT_YOURS)
        plan = completed(sure, fill(sure, heard, context), heard, asked)
        is_many = is_taking_back(sure) and int(heard.first("COUNT") or 1) > 1
        return replace(plan, says=ONE_UNDONE) if is_many and plan.calls else plan

    def _heeded(self, plan: Plan, ranking: Ranking, heard: Heard, asked: Asked, context: Context) -> Plan:
        """The plan, with what it takes no notice of and what else may have been meant, when that is much."""
        tool = self._tools[plan.calls[0][0]] if len(plan.calls) == 1 and not plan.says else None
        if tool is None or tool.proposes or tool.slot(Holds.kind) or tool.slot(Holds.question):
            return plan
        left = self._chooser.unheeded(tool, heard)
        if len(left) < MUCH:
            return plan
        others = [(t, s) for t, s in ranking.tools if t != tool]
        nearer = tuple(helpful(others, heard, asked.projects, context.project))
        return replace(plan, says=UNHEEDED.format(words="”, “".join(left)), choices=nearer, understood=False)

    def _told_of_one(self, heard: Heard, ranking: Ranking, context: Context, offered: Sequence[str]) -> Plan | None:
        """A question about one record, or one field of a project, where the nearest tool would tell of all, or of others."""
        tool = next((t for t in self._tools.values() if t.name in offered and not t.proposes and t.slot(Holds.field) and t.slot(Holds.record)), None)
        if tool is None or is_order(heard) or not ranking.tools or ranking.tools[0][0] == tool:
            return None
        nearest = ranking.tools[0][0]
        if titled := state_asked(heard):
            return Plan(((tool.name, {**fill(tool, heard, context).args, **{s.name: titled for s in tool.slots if s.holds is Holds.record}}),))
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
        if lister is None or lister == ranking.tools[0][0] or is_order(heard) or not (names_many(heard) or asks_who_most(heard)):
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
        is_plain = PUT_ON.match(heard.typed) or is_jotted(heard) or is_for_somebody(heard) or (is_lost and is_order(heard) and is_new(heard))
        return next((t for t in writing if not t.slot(Holds.conditions)), None) if is_plain else None

    def _first_whole(self, near: Sequence[Tool], heard: Heard, context: Context, asked: Asked) -> Plan:
        """The plan of the nearest tool that lacks nothing and uses everything that is named; else what the very nearest asks or does."""
        able = [tool for tool in near if is_order(heard) or not tool.proposes or is_asked_for(tool)]
        plans = (completed(tool, fill(tool, heard, context), heard, asked) for tool in able)
        first = next(plans)
        if not first.understood or (first.calls and uses_all(first, heard)):       # it would leave out what was said, and so would another
            return first
        return next((p for p in plans if p.calls and uses_all(p, heard)), first)

    def ranked(self, heard: Heard, offered: Sequence[str]) -> Ranking:
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
            return self._chooser.strange(heard) >= STRANGE and ranking.beyond > score * MARGIN
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
        teller = next((t for t in self.offered(offered) if t.slot(Holds.record) and t.slot(Holds.field) and not t.proposes), None)
        if teller and not is_order(heard) and len(heard.all("KEY")) == 1:
            return Plan(((teller.name, fill(teller, heard, context).args),), understood=False)
        asking = next((t for t, _ in ranking.tools if any(is_open(slot) for slot in t.slots) and t.name in offered), None)
        if asking and is_question(heard) and ranking.beyond < FAR:
            return Plan(((asking.name, fill(asking, heard, context).args),), understood=False)
        return Plan(says=LOST, choices=tuple(helpful(ranking.tools, heard, asked.projects, context.project)), understood=False)


def is_taking_back(tool: Tool) -> bool:
    """Whether a tool needs nothing said but that it is wanted: it takes back what was done."""
    return tool.proposes and all(s.holds is Holds.number for s in tool.slots)


def _is_whole_list(ranking: Ranking, heard: Heard, context: Context) -> bool:
    """Whether the nearest tool lists records of a kind that is named, and the list leaves out nothing that was said."""
    tool = ranking.tools[0][0] if ranking.tools else None
    if tool is None or "KIND" not in heard.types or tool.proposes or not (tool.slot(Holds.kind) and tool.slot(Holds.conditions)):
        return False
    return reads_all(tool, fill(tool, heard, context).args, heard)


def _is_doubtful(tool: Tool, score: float, heard: Heard) -> bool:
    """Whether the nearest tool is not near, or changes what is plainly new."""
    is_new_one = is_labelled(heard) and "KEY" not in heard.types
    if is_new(heard) and tool.proposes and tool.slot(Holds.values) is None and tool.slot(Holds.lines) is None:
        return True
    return score < SURE_TO_WRITE or not tool.proposes or (is_new_one and tool.slot(Holds.conditions) is not None)


def _is_project(slot: Slot) -> bool:
    return slot.required and slot.of is Project
