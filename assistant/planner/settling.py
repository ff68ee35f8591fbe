"""A request that stands for itself: a list that is all that was said, one record that is asked about, or the nearest tool; else what must be asked first."""
from collections.abc import Mapping, Sequence
from dataclasses import replace
import re

from assistant.planner.asked.figuring import reckoned
from assistant.planner.asked.reckoning import has_choice
from assistant.planner.asked.ruling import asks_how_to, asks_of_things, asks_rules
from assistant.planner.filled.choosing import Chooser, Ranking
from assistant.planner.filled.completing import OF_NOW, PUT_ON, completed, uses_all
from assistant.planner.filled.filling import fill
from assistant.planner.filled.supposed import slot_of
from assistant.planner.heard.asking import asks_a_field, names_one, state_asked
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.mood import (
    alters,
    is_for_somebody,
    is_jotted,
    is_labelled,
    is_new,
    is_plain_order,
    makes,
    measures_something,
    names_many,
    sets_state,
    takes_back,
    tells_change,
)
from assistant.planner.heard.plan import Asked, Call, Plan
from assistant.planner.heard.seeking import sought, thing_asked
from assistant.planner.heard.tool_for import asking_of, seeker_of, teller_of
from assistant.planner.heard.wording import LOST, MENTIONED, NOT_YOURS, NOTHING_TO_UNDO, ONE_UNDONE, TOLD, UNHEEDED, UNSURE, helpful
from assistant.planner.learned.weighing import as_new, is_asked_for, is_hard_order, is_order, is_telling, likely_kind
from assistant.planner.meant.leftover import reads_all
from assistant.planner.meant.ordering import asks_who_most, is_sorted_by_figure
from assistant.planner.meant.whose import MY_PROJECTS
from assistant.planner.words.phrases import HOMES, UNDOING
from records.kinds import Person, Project
from tools.base import Holds, Slot, Tool

LEAST = 0.2                                     # of the odds: what is less likely is not tried
TO_WRITE, UNKEYED, APART = 0.4, 0.6, 1.5        # what is written must be as likely as that, where no key is named, and so many times likelier than the next
NEAR, CLOSE = 0.5, 0.75                         # of the best: what is as likely is tried where the best loses something, or takes a word for its own
FEW, MUCH = 4, 2                                # words of a message that only names something; words left out of an answer from which on that is said
PLAIN = 0.9                                     # of the odds of a kind, so many that what is measured is one: hours that are booked, a reading
HEEDING = 0.4                                   # of the nearest's odds, of a tool that takes notice of all words
PLAIN_LIST = re.compile(r"^(?:please )?(?:list|show)(?: me)?(?: (?:all|our|the|every))* KINDS(?: please)?$")
NEW_NAMED = re.compile(r"^(?:please )?(?:(?:add|create|open) )?(?:an? )?new KIND (?:called|named) \w")
IN_CHARGE = re.compile(r"\b(?:answer|answers|answering|answerable|accountable|responsible|in charge|own|owns)\b")


class Settling:
    """Finds the tool that a request which stands for itself is nearest to, and fills it, or asks first."""

    def __init__(self, tools: Mapping[str, Tool], chooser: Chooser) -> None:
        self._tools, self._chooser = tools, chooser

    def looked_for(self, heard: Heard, asked: Asked, offered: Sequence[str]) -> Plan | None:
        """The search in all texts, for who says words to look for."""
        tool = seeker_of(self.offered(offered))
        found = sought(heard, asked.names) if tool else None
        if tool and found is None and (thing := thing_asked(heard)) and self._chooser.ranked(heard).nothing < NEAR:
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
        if is_plain_order(heard):
            offered = [name for name in offered if not slot_of(self._tools[name])]          # “bring the go-live forward” supposes nothing
        ranking = self.ranked(heard, offered)
        asking = asking_of(self.offered(offered))
        if asking and (asks_rules(heard) or (asks_how_to(heard) and ranking.nothing < NEAR)) and not is_order(heard):
            return Plan(((asking.name, fill(asking, heard, context).args),))
        if (plan := reckoned(heard, ranking.tools[0][0] if ranking.tools else None, self.offered(offered), context, asked)) is not None:
            return plan
        listed = self._sorted(heard, ranking, asked, context) or self._listed(heard, ranking, asked, context)
        listed = listed or self._told_of_one(heard, ranking, context, offered)
        return listed or self._nearest(heard, ranking, asked, context, offered)

    def left_of(self, calls: Sequence[Call], heard: Heard) -> list[str]:
        """What of a message that goes on from the last one is in none of the calls."""
        said = str(calls).lower()
        left = [heard.said(s) for t, s in heard.spans if t in ("PERCENT", "MONEY", "HOURS", "DATE", "project", "person")
                and heard.said(s).lower() not in said and str(s.value).lower() not in said and heard.said(s).lower() not in OF_NOW]
        words = [set(self._chooser.unheeded(self._tools[name], heard)) for name, _ in calls
                 if not self._tools[name].slot(Holds.question) and not self._tools[name].slot(Holds.kind)]
        return [*left, *(w for w in sorted(set.intersection(*words), key=heard.plain.find) if w not in said and w != "same")] if words else left

    def offered(self, offered: Sequence[str]) -> list[Tool]:
        return [t for t in self._tools.values() if t.name in offered]

    def _nearest(self, heard: Heard, ranking: Ranking, asked: Asked, context: Context, offered: Sequence[str]) -> Plan:
        """The likeliest tool with what fills it, or what must be asked first."""
        is_lost, is_doubtful = _is_lost(ranking), _is_doubtful(ranking, heard)
        if (sure := self._plainly(heard, ranking.tools[0][0] if ranking.tools else None, is_lost=is_lost or is_doubtful)) is not None:
            return self._done_plainly(sure, heard, asked, context, offered)
        if is_lost:
            return self._lost(heard, ranking, asked, context, offered)
        tool = ranking.tools[0][0]
        if tool.name not in offered:
            return Plan(says=NOT_YOURS)
        if context.pending and tool.proposes and not any(tool.slot(h) for h in (Holds.values, Holds.lines)):
            return Plan(says=NOTHING_TO_UNDO, choices=("discard",))
        is_no_work = tool.makes and measures_something(heard) and likely_kind(heard, PLAIN) is None
        near = self._near(ranking, heard, offered)
        is_by_key = "KEY" in heard.types and any(
            t.proposes and s >= NEAR * ranking.tools[0][1] for t, s in ranking.tools[1:])                          # the doubt is about the form only
        if is_no_work or (tool.proposes and is_doubtful and not is_by_key):
            is_new_task = is_order(heard) and not heard.types & {"KIND", "KEY"} and any(t.makes for t, s in ranking.tools[:2] if s > LEAST)
            others = [(t, s) for t, s in ranking.tools if not (is_new_task and t.makes)]
            works = helpful(others, heard, asked.projects, context.project)
            return Plan(says=UNSURE, choices=(*(as_new(heard) if is_new_task else ()), *works)[:3], understood=False)
        first = self._first_whole(near, heard, context, asked)
        return self._of_texts(first, near[0], heard, context, offered) or self._heeded(first, ranking, heard, asked, context)

    def _of_texts(self, first: Plan, nearest: Tool, heard: Heard, context: Context, offered: Sequence[str]) -> Plan | None:
        """The documents, where a record would be asked back for and only texts may speak of what was asked."""
        asking = asking_of(self.offered(offered))
        is_of_texts = not first.calls and not nearest.proposes and nearest.slot(Holds.record) and asks_of_things(heard)
        return Plan(((asking.name, fill(asking, heard, context).args),)) if asking and is_of_texts else None

    @staticmethod
    def _near(ranking: Ranking, heard: Heard, offered: Sequence[str]) -> list[Tool]:
        """The tools that are tried: the likeliest, and others as near that write no more and no less; first of all one that has a word for what is said.
        Who wants a record that is there changed, and names none, wants nothing new instead."""
        best, share = ranking.tools[0]
        near = [(t, s) for t, s in ranking.tools if t.name in offered and s >= share * (CLOSE if _takes_any_words(t, heard) else NEAR)
                and (t == best or (bool(t.slot(Holds.values)) == best.proposes and not (best.proposes and best.changes != t.changes)))]
        return [t for t, s in sorted(near, key=lambda each: not (each[1] > CLOSE * share and not best.proposes and has_choice(each[0], heard)))]

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
        heeding = next((t for t, s in others if s > HEEDING * ranking.tools[0][1] and not t.proposes and not self._chooser.unheeded(t, heard)), None)
        if heeding is not None and (other := completed(heeding, fill(heeding, heard, context), heard, asked)).calls and other.understood:
            return other
        nearer = tuple(helpful(others, heard, asked.projects, context.project))
        return replace(plan, says=UNHEEDED.format(words="”, “".join(left)), choices=nearer, understood=False)

    def _told_of_one(self, heard: Heard, ranking: Ranking, context: Context, offered: Sequence[str]) -> Plan | None:
        """A question about one record, or one field of a project, where the nearest tool would tell of all, or of others."""
        tool = self._teller()
        if tool is None or tool.name not in offered or is_order(heard) or not ranking.tools:
            return None
        nearest = ranking.tools[0][0]
        if nearest != tool and (titled := state_asked(heard)):
            return Plan(((tool.name, {**fill(tool, heard, context).args, **{s.name: titled for s in tool.slots if s.holds is Holds.record}}),))
        is_of_time = (nearest == tool or nearest.slot(Holds.period) is not None) and names_one(heard)
        if not is_of_time and not (nearest != tool and asks_a_field(heard) and not nearest.proposes):
            return None
        filled = fill(tool, heard, context)
        record = next(s.name for s in tool.slots if s.holds is Holds.record)
        of = "" if heard.of("KEY") or not is_of_time else f" {next((s.value for s in heard.of('KIND')[::-1]), '')}".rstrip()
        return None if filled.missing else Plan(((tool.name, {**filled.args, record: f"{filled.args[record]}{of}"}),))

    def _sorted(self, heard: Heard, ranking: Ranking, asked: Asked, context: Context) -> Plan | None:
        """The list in the order of a figure that is said, where the nearest tool would put it in another."""
        lister = next((t for t, _ in ranking.tools if t.slot(Holds.kind) and t.slot(Holds.conditions) and not t.proposes), None)
        if lister is None or lister == ranking.tools[0][0] or not is_sorted_by_figure(heard):
            return None
        filled = fill(lister, heard, context)
        if has_choice(ranking.tools[0][0], heard) and not any(filled.args.get(s.name) for s in lister.slots if s.holds is Holds.conditions):
            return None                                    # a ranking ranks by it; of some of them only, no ranking tells
        return None if filled.missing else completed(lister, filled, heard, asked)

    def _listed(self, heard: Heard, ranking: Ranking, asked: Asked, context: Context) -> Plan | None:
        """The list of a kind that is named, where the nearest tool is another, and the list leaves out nothing that was said."""
        lister = next((t for t, _ in ranking.tools if t.slot(Holds.kind) and t.slot(Holds.conditions) and not t.proposes), None)
        if lister is None or lister == ranking.tools[0][0] or is_order(heard) or not (names_many(heard) or asks_who_most(heard)):
            return None
        filled = fill(lister, heard, context)
        nearest = ranking.tools[0][0]
        if re.search(r"\b(?:my|mine|for me|i)\b", MY_PROJECTS.sub("", heard.plain)) and not IN_CHARGE.search(heard.plain) and "DATE" not in heard.types and any(
                s.of is Person for s in nearest.slots):
            return None                                    # what waits for somebody is of several kinds
        kind = next((str(filled.args[s.name]) for s in lister.slots if s.holds is Holds.kind and s.name in filled.args), "")
        is_narrowed = any(filled.args.get(s.name) for s in lister.slots if s.holds is Holds.conditions)
        if kind in HOMES and not is_narrowed and not PLAIN_LIST.match(heard.shaped("KIND")):
            return None                                    # all projects are the portfolio, and other tools tell of it
        is_answered = reads_all(lister, filled.args, heard) or fill(nearest, heard, context).missing
        return completed(lister, filled, heard, asked) if not filled.missing and is_answered else None

    def _plainly(self, heard: Heard, nearest: Tool | None, *, is_lost: bool) -> Tool | None:
        """The tool for an order that its form alone tells: a verb of the record's own kind, or what is new with its kind before it."""
        writing = [t for t in self._tools.values() if t.slot(Holds.values)]
        if UNDOING.search(heard.plain) and "KEY" not in heard.types:
            return next((t for t in self._tools.values() if is_taking_back(t)), None)
        if sets_state(heard) or tells_change(heard) or (is_hard_order(heard) and nearest is not None and not nearest.proposes):
            return next((t for t in writing if t.slot(Holds.conditions)), None)
        is_plain = PUT_ON.match(heard.typed) or NEW_NAMED.match(heard.shaped("KIND")) or is_jotted(heard)
        is_plain = is_plain or is_for_somebody(heard) or (is_lost and is_order(heard) and is_new(heard))
        return next((t for t in writing if not t.slot(Holds.conditions)), None) if is_plain else None

    def _first_whole(self, near: Sequence[Tool], heard: Heard, context: Context, asked: Asked) -> Plan:
        """The plan of the likeliest tool that lacks nothing and uses everything that is named; else what the very likeliest asks or does."""
        plans = (completed(tool, fill(tool, heard, context), heard, asked) for tool in near)
        first = next(plans)
        if not first.calls and near[0].slot(Holds.figure) and "KEY" in heard.types and "FIGURE" not in heard.types and (told := self._one_told(heard, context)):
            return told                                    # “how much is the design contract worth” asks for no figure of ours
        if (not first.understood and near[0].proposes) or (first.understood and first.calls and uses_all(first, heard)):
            return first                                   # it would leave out what was said, and so would another
        return next((p for p in plans if p.calls and p.understood and uses_all(p, heard)), first)

    def _teller(self) -> Tool | None:
        """The tool that tells of one record, or of one field of it."""
        return teller_of(self._tools.values())

    def _one_told(self, heard: Heard, context: Context) -> Plan | None:
        """The record that is named, with the field that is asked about."""
        tool = self._teller()
        filled = fill(tool, heard, context) if tool else None
        return Plan(((tool.name, filled.args),)) if tool and filled and not filled.missing else None

    def ranked(self, heard: Heard, offered: Sequence[str]) -> Ranking:
        """The tools by their odds; one that writes is none for who wants nothing written, and one not offered is only told apart for who does."""
        wanted, backs = is_order(heard), takes_back(heard)
        able = [t for t in self._tools.values() if (t.name in offered or t.proposes) and (wanted or not t.proposes or is_asked_for(t))
                and (backs or not is_taking_back(t))
                and not ((t.makes and alters(heard)) or (t.changes and makes(heard)))]
        return self._chooser.ranked(heard).of(able, is_for_one=_is_of_ours(heard))

    def _lost(self, heard: Heard, ranking: Ranking, asked: Asked, context: Context, offered: Sequence[str]) -> Plan:
        """Nothing is likely: a project or record named alone is looked at, else three things that work."""
        whole = next((t for t in self.offered(offered) if t.slots and _is_project(t.slots[0])), None)
        teller = teller_of(self.offered(offered))
        is_bare = len(heard.named) == 1 and len(heard.plain.split()) <= FEW and not is_order(heard)
        for tool, type_ in ((whole, "project"), (teller, "KEY")):
            if tool and is_bare and len(heard.all(type_)) == 1:
                return Plan(((tool.name, fill(tool, heard, context).args),), understood=False)
        return Plan(says=LOST, choices=tuple(helpful(ranking.tools, heard, asked.projects, context.project)), understood=False)


def is_taking_back(tool: Tool) -> bool:
    """Whether a tool needs nothing said but that it is wanted: it takes back what was done."""
    return tool.proposes and all(s.holds is Holds.number for s in tool.slots)


def _takes_any_words(tool: Tool, heard: Heard) -> bool:
    """Whether a tool would read any words as its question where many of a kind are named, which a list is the answer to."""
    return tool.slot(Holds.question) is not None and names_many(heard)


def _is_of_ours(heard: Heard) -> bool:
    """Whether it orders something of a record or project that is named, so that some tool is for it."""
    return is_plain_order(heard) and ("KEY" in heard.types or (is_hard_order(heard) and "project" in heard.types))


def _is_lost(ranking: Ranking) -> bool:
    """Whether no tool is likely."""
    return not ranking.tools or ranking.tools[0][1] < max(LEAST, ranking.nothing)


def _is_doubtful(ranking: Ranking, heard: Heard) -> bool:
    """Whether a change is not plainly the likeliest, or would change what is plainly new."""
    (tool, share), second = ranking.tools[0], max([ranking.nothing, *(s for _, s in ranking.tools[1:2])])
    is_new_one = is_labelled(heard) and "KEY" not in heard.types
    if is_new(heard) and tool.proposes and tool.slot(Holds.values) is None and tool.slot(Holds.lines) is None:
        return True
    is_keyed = bool(heard.types & {"KEY", "TEXT"}) or is_new(heard) or _is_of_ours(heard)
    return share < max(TO_WRITE if is_keyed else UNKEYED, second * APART) or not tool.proposes or (is_new_one and tool.slot(Holds.conditions) is not None)


def _is_project(slot: Slot) -> bool:
    return slot.required and slot.of is Project
