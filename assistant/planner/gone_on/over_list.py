"""What is asked of the last list where no kind is named: “any without a reason?”, “which have no supplier?”, “total?”; else it is said to be unread."""
from collections.abc import Mapping, Sequence
import re
from typing import Any

from assistant.planner.filled.filling import fill
from assistant.planner.gone_on.going_on import merged
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Call, Plan
from assistant.planner.heard.tool_for import lister_of
from assistant.planner.heard.wording import OF_SHOWN
from assistant.planner.learned.weighing import is_order
from assistant.planner.meant.leftover import reads_all
from assistant.planner.meant.ordering import grouping
from assistant.planner.meant.verdicts import verdict_said
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.openings import opening
from records.kinds import Project
from records.kinds.base import FieldOf, Record, fields
from tools.base import Holds, Tool

Tools = Mapping[str, Tool]
OPENS = opening("tell me", "show me", "show")
ONES = r"(?: ones?)?(?: (?:of|among|from) (?:them|those|these|that|it))?"
SOME = re.compile(rf"{OPENS}(?:(?:is|are) there )?(?:any|some|which|how many|do any|are any|has any|have any){ONES}"
                  r"(?: (?:that|which|there))?(?= \w)", re.I)
TOTAL = re.compile(rf"{OPENS}(?:(?:and|what is|what was|what are|give me|how much is|with) )*(?:the |its |their |a |as a |in )?"
                   r"(?:grand |overall )?(?:totals?|sum|sum total)(?:(?: of)?(?: the| their| its)? (?P<what>amounts?|values?|money|costs?|worth|hours?|"
                   r"effort|work|spend))?"
                   r"(?: please| then| of (?:it|that|this|them|those|these|all|all of (?:it|them)))*$")
FIELD = re.compile(rf"{OPENS}(?:with |by |what are |when are |who are )?(?:the |their |its |all |all the )?(?P<w>[a-z][a-z ]{{3,22}}?)"
                   r"(?: please| then| of (?:them|those|these|each|all of them)| for each| each)*$")
PARTED = re.compile(rf"{OPENS}(?:and )?(?P<by>(?:per|by|for each|for every|split by|broken down by) (?:the )?[a-z]+(?: [a-z]+)?)(?: please| then)?$")
OF_SAME = re.compile(rf"{OPENS}(?:how many|which|what number)(?: ones?)?(?: of (?:them|those|these|it))? (?:(?:have|has|had|share|are|is|were|was|went|go|came|"
                     r"come|belong|belongs|lie|sit|goes)\b ?)*(?:to|from|with|by|on|in|of|at|for)? ?(?:one and )?the same (?P<by>[a-z]+(?: [a-z]+)?)$")
ABLE = re.compile(r"\b(?:could|can|would|should|may|might|must)\b")
ONES_THAT = re.compile(rf"{OPENS}(?:and |but )*(?:(?:only|just|show me only|show only|filter)\s+)?(?:(?:which|what|how many|any|those|the ones|the projects|"
                       rf"the|ones|"
                       r"who|all|of (?:them|those)|them)\s+)*(?:(?:that|which|who)\s+)?(?:(?:is|are|were|was|look|looks|stand)\s+)?"
                       r"(?P<so>(?:(?:not|no longer|still|in|only|really)\s+)*(?:red|amber|yellow|green|off track|on track|at risk|worth (?:it|doing|the "
                       r"money)|doubtful)"
                       r"(?:(?:\s+or|\s+and|,)?\s+(?:red|amber|yellow|green))*)(?: ones?| projects?| anymore| any more| please| now| today)*$")
LONG, LATELY = 9, 3
HOURS = re.compile(r"hours?|effort|work")
LACKED = re.compile(r"\b(?:without|no|lacks?|lacking|missing)\b[^,;]*?\bKINDS?\W*$")
REASON = re.compile(r"\b(?:reasons?|explanations?|justifications?|grounds?)\b", re.I)
OTHERS = frozenset(("KEY", "project", "person", "TEXT", "objective", "document"))


def over_list(heard: Heard, context: Context, tools: Tools, asked: Asked) -> Plan | None:
    """The lists that were shown last, narrowed by what is said now or added up; None where none was, or what is said is no such question."""
    lister = lister_of(tools.values())
    if lister is None or context.pending or heard.types & OTHERS or len(heard.text.split()) > LONG or is_order(heard):
        return None
    lists = listed_last(context, lister)
    if lists and (m := TOTAL.match(heard.plain)):
        return _added(lists, lister, m["what"] or "")
    if lists and (m := PARTED.match(heard.plain)) and (parted := _parted(m["by"], lists, lister, asked)):
        return parted
    if not lists or (set(heard.all("KIND")) - {str(said.get("kind")) for said in lists} and not LACKED.search(heard.shaped("KIND"))):
        return None
    return _judged(heard, lists, lister) or _narrowed(heard, lists, lister, asked) or _with_field(heard, lists, lister)


def of_the_same(heard: Heard, context: Context, tools: Tools, asked: Asked) -> Plan | None:
    """The last list counted by what several of it may have in common: “how many of those went to the same supplier?”."""
    lister, m = lister_of(tools.values()), OF_SAME.match(heard.plain)
    if m is None or lister is None or context.pending or heard.types & OTHERS or not (lists := listed_last(context, lister)):
        return None
    return _parted(f"by {m['by']}", lists, lister, asked, is_anew=True)


def listed_last(context: Context, lister: Tool) -> Sequence[Mapping[str, Any]]:
    """What the lists were of that were shown last, where nothing else was shown or written since."""
    kind = lister.slot(Holds.kind)
    for turn in reversed(context.past[-LATELY:]):
        if turn.failed or not turn.calls or not (turn.keys or "|" in turn.answer):
            if turn.keys or turn.state:
                return ()
            continue                                       # what led to nothing is no list to go on from
        return tuple(c.said for c in turn.calls if c.tool == lister.name and kind and c.said.get(kind.name))         # one of words alone has no kind
    return ()


def _narrowed(heard: Heard, lists: Sequence[Mapping[str, Any]], lister: Tool, asked: Asked) -> Plan | None:
    """Those of each list that are so, where the words are a condition on its kind: the kind is put in their place."""
    if (m := SOME.match(heard.text)) is None or ABLE.search(heard.plain):
        return None
    calls, many = list[Call](), list[str]()
    kind, where = lister.slot(Holds.kind), lister.slot(Holds.conditions)
    for said in lists:
        if kind is None or where is None:
            continue
        of = kind_named(str(said[kind.name]))
        again = asked.heard(f"which {of.kind.many} {_grounds(of, heard.text[m.end():].strip(), said.get(where.name) or {})}")
        filled = fill(lister, again, Context((), asked.projects))
        found = filled.args.get(where.name)
        if not filled.missing and found and filled.args.get(kind.name) == of.kind.one and reads_all(lister, filled.args, again, but_beside=True):
            kept = {n: v for n, v in said.items() if n not in _grouping(lister)}
            calls.append((lister.name, merged(lister, kept, {where.name: found})))
            many.append(of.kind.many)
    return Plan(tuple(calls), OF_SHOWN.format(many=" and ".join(many)), sure=True) if calls else None


def _judged(heard: Heard, lists: Sequence[Mapping[str, Any]], lister: Tool) -> Plan | None:
    """The projects of the list whose colour or verdict is as said: “only those which are not green”, “and which are off track?”."""
    kind, where = lister.slot(Holds.kind), lister.slot(Holds.conditions)
    m = ONES_THAT.match(heard.plain)
    if m is None or kind is None or where is None or len(lists) != 1 or lists[0].get(kind.name) != Project.kind.one or heard.types & {"DATE", "MONEY"}:
        return None
    found = verdict_said(m["so"])
    kept = {n: v for n, v in lists[0].items() if n not in _grouping(lister)}
    return Plan(((lister.name, merged(lister, kept, {where.name: found})),), sure=True) if found else None


def _grounds(of: type[Record], said: str, where: Mapping[str, Any]) -> str:
    """A question for a reason, of those that were decided: that of the decision."""
    why, is_decided = next((f.label for f in fields(of) if f.says.why), ""), any(f.says.day_of and f.label in where for f in fields(of))
    return REASON.sub(why, said) if why and is_decided else said


def _with_field(heard: Heard, lists: Sequence[Mapping[str, Any]], lister: Tool) -> Plan | None:
    """The lists with a field of their kind in them, where nothing but its name is said: “review dates?”."""
    m, kind, sort = FIELD.match(heard.plain), lister.slot(Holds.kind), lister.slot(Holds.field)
    if m is None or kind is None or sort is None or heard.types & {"DATE", "KIND"}:
        return None
    calls = list[Call]()
    for said in lists:
        label = next((f.label for f in fields(kind_named(str(said[kind.name]))) for n in f.names if m["w"] in {n.lower(), f"{n.lower()}s", f"{n.lower()} date",
                      f"{n.lower()} dates"}), "")
        if label:
            calls.append((lister.name, {**{n: v for n, v in said.items() if n not in _grouping(lister)}, sort.name: label}))
    return Plan(tuple(calls), sure=True) if calls else None


def _parted(by: str, lists: Sequence[Mapping[str, Any]], lister: Tool, asked: Asked, *, is_anew: bool = False) -> Plan | None:
    """The lists counted by something else than before: “per person?” of tasks is by their owner."""
    kind, group = lister.slot(Holds.kind), _grouping(lister)[-1]
    where, calls = next((s.name for s in lister.slots if s.holds is Holds.conditions), ""), list[Call]()
    for said in lists:
        of = kind_named(str(said[kind.name])) if kind and (is_anew or group in said or not by.startswith("by ")) else None
        field = grouping(of, asked.heard(f"how many {of.kind.many} {by}")) if of else None
        if field:
            calls.append((lister.name, {**{n: v for n, v in said.items() if n in (kind.name if kind else "", where)}, group: field}))
    return Plan(tuple(calls), sure=True) if calls else None


def _added(lists: Sequence[Mapping[str, Any]], lister: Tool, what: str) -> Plan | None:
    """Each list with what it comes to, where its kind has money, or else hours."""
    kind, group = lister.slot(Holds.kind), _grouping(lister)
    calls, many = list[Call](), list[str]()
    for said in lists:
        of = kind_named(str(said[kind.name])) if kind else None
        money, hours = (next((f.label for f in fields(of) if test(f)), "") if of else "" for test in (_is_money, _is_hours))
        label = (hours if HOURS.match(what) else money) if what else money or hours
        if of and label and group:
            calls.append((lister.name, {**{n: v for n, v in said.items() if n not in group}, group[-1]: f"total {label}"}))
            many.append(of.kind.many)
    return Plan(tuple(calls), OF_SHOWN.format(many=" and ".join(many)), sure=True) if calls else None


def _is_money(of: FieldOf) -> bool:
    return of.is_money


def _is_hours(of: FieldOf) -> bool:
    return of.says.unit == "h"


def _grouping(lister: Tool) -> list[str]:
    """The slot that says by what a list is parted or added up."""
    return [s.name for s in lister.slots if s.holds is Holds.field and s != lister.slot(Holds.field)]
