"""From a tool and what fills it to its calls, or to the question for what is missing: nothing is guessed."""
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
import re
from typing import Any

from assistant.planner.filled.filling import Filled
from assistant.planner.filled.guarding import in_doubt
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.left_out import left_out, lost
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import takes_sentence
from assistant.planner.heard.wording import (
    A_TIME,
    COMPUTED,
    EACH_ONE,
    LEFT_OUT,
    NO_FIELD,
    NOT_KNOWN,
    NOT_USED,
    OF_YOURS,
    ONE_OWNER,
    UNUSED,
    asked_for,
    with_each,
)
from assistant.planner.learned.chain import NONE
from assistant.planner.learned.marking import marking
from assistant.planner.learned.weighing import as_new
from assistant.planner.meant.leftover import passed_over, unread
from assistant.planner.meant.narrowing import is_of_many
from assistant.planner.told.misread import misread
from assistant.planner.told.to_come import with_days_to_come
from assistant.planner.told.valuing import LIKELY
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.phrases import NOT_DOING, POLITE, STANDS_IN
from language.words import Span
from records.figures import FIGURES
from records.figures.base import Figure
from records.kinds import Person, Project
from records.kinds.base import Record, fields
from tools.base import Holds, Slot, Tool

MORE_HOURS = re.compile(r"\b(?P<n>[\w.,]+) (?:(?:more|additional|extra) (?:hours?|h)|(?:hours?|h) (?:more|extra))\b", re.I)
PUT_ON = re.compile(rf"^{POLITE}(?:add|attach|put|set) (?:an? |the )?(?P<w>[\w -]{{2,40}}?) (?:to|on) (?:the )?(?:\w+ )?KEY$")
ONE_OF_EACH = re.compile(r"\b(?P<way>latest|last|newest|most recent|next|earliest|first|oldest)\b.* (?:of|for|per|in|on) (?:each|every)\b")
REASON = re.compile(r"\b(?:is|are|was|were|has|have|had|cannot|can['’]t|can not|does|did|do|seems?|looks?|will be|isn['’]t|doesn['’]t)\b", re.I)
NO_CONDITION = re.compile(r"\b(?:after (?:work|office |working )?hours|outside (?:of )?(?:the )?(?:office|working|business) hours|at night|"
                          r"at the weekend|on weekends|in a hurry|by hand|by mistake|twice|more than once)\b", re.I)
EACH_TIME = re.compile(r"(?P<n>\d[\d.,]*)\s?(?:k|m|EUR|euros?|€)?\s+"
                       r"(?P<each>(?:a|per|each|every) (?:year|month|quarter|week)|p\.?a\.?(?!\w)|yearly|annually)", re.I)
ISO = re.compile(r"\d{4}-\d\d-\d\d")             # a run of days is handed on as its first and its last
OF_NOW = ("today", "now", "this moment", "right now", "currently", "tonight", "this week", "these days", "next")
SURELY = 0.7                                    # of belief that a piece is no value
NAMED = ("project", "person", "PERCENT", "MONEY", "HOURS")      # what no change may leave out


def completed(tool: Tool, filled: Filled, heard: Heard, asked: Asked) -> Plan:
    """The plan to call the tool, once for each project or figure that is named, or to ask first."""
    lacking = _lacking(tool, filled)
    if lacking is not None:
        return _of_mine(tool, filled, lacking, heard, asked) or _asked_back(tool, lacking, heard, asked)
    if (doubtful := unread(tool, filled.args, heard) or _of_none(tool, heard) or _of_several(tool, filled.args, heard)) is not None:
        return doubtful
    if (unsure := in_doubt(tool, filled.args, heard)) is not None:
        return unsure
    if tool.makes and (slot := tool.slot(Holds.values)) and filled.args.get("kind"):
        values = with_days_to_come(kind_named(str(filled.args["kind"])), filled.args[slot.name], heard, asked.today)
        filled = replace(filled, args={**filled.args, slot.name: values})
    over = passed_over(tool, filled.args, heard)
    says = NOT_KNOWN.format(words="”, “".join(over)) if over else ""
    if not says and (unused := not_used(tool, filled.args, heard)):
        says = NOT_USED.format(words="”, “".join(unused))
    args, one_of_each = _all_of_each(tool, filled.args, heard)
    says = " ".join(filter(None, (says, one_of_each)))
    plan = Plan(tuple((tool.name, each) for each in _each(tool, args, heard)), says, understood=not over)
    return unless_unused(plan, heard, writes=tool.proposes)


def _once(args: Mapping[str, Any], heard: Heard) -> str:
    """That an amount “a year” was taken once, where the field holds all of it."""
    values = args.get("values")
    kind = kind_named(str(args["kind"])) if isinstance(values, Mapping) and args.get("kind") else None
    m = EACH_TIME.search(heard.text) if kind and {"start", "end"} <= {f.name for f in fields(kind)} else None
    if kind is None or m is None or not isinstance(values, Mapping):
        return ""
    of = next((f.label for f in fields(kind) if f.is_money and m["n"] in str(values.get(f.label, ""))), "")
    return A_TIME.format(amount=m["n"], field=of, each=" ".join(m["each"].split())) if of else ""


def _asked_back(tool: Tool, lacking: Slot, heard: Heard, asked: Asked) -> Plan:
    """The question for what is lacking, or that what somebody wants to set is computed."""
    if lacking.holds is Holds.values and "FIGURE" in heard.types and (computed := _computed(tool, heard)) is not None:
        return computed
    choices = tuple(with_each(heard.text, asked.projects if tool.proposes else asked.of_mine)) if lacking.of is Project else ()
    if lacking.holds is Holds.conditions and tool.changes and not heard.types & {"KIND", "KEY"}:
        choices = as_new(heard)                                             # it may be something new
    return Plan(says=asked_for(lacking, tool), choices=choices)


def _of_mine(tool: Tool, filled: Filled, lacking: Slot, heard: Heard, asked: Asked) -> Plan | None:
    """The plan for the one project that is the asker's own, where a question names none; nothing is written into it unasked."""
    if lacking.of is not Project or tool.proposes or not asked.my_only:
        return None
    args = {**filled.args, lacking.name: asked.projects[asked.my_only]}
    plan = completed(tool, Filled(args, tuple(s for s in filled.missing if s != lacking)), heard, asked)
    return replace(plan, says=f"{OF_YOURS.format(name=asked.my_only)} {plan.says}".strip()) if plan.calls else plan


def _computed(tool: Tool, heard: Heard) -> Plan | None:
    """A figure that somebody wants to set is computed: what it comes from can be changed."""
    if not tool.slot(Holds.conditions):
        return None
    figure = next(f for f in FIGURES if f.name == heard.first("FIGURE"))
    of = next((f" of {heard.said(s)}" for s in heard.of("project")), "")
    rows = tuple(f"show the {kind.kind.many}{of}" for kind in _rests_on(figure) if kind is not Project)
    return Plan(says=COMPUTED.format(title=figure.title), choices=(*rows[:2], f"how is the {figure.title}{of} computed?"))


def _rests_on(figure: Figure) -> tuple[type[Record], ...]:
    """The kinds whose records a figure is made of."""
    return tuple(dict.fromkeys((*figure.needs, *(kind for other in figure.reads for kind in _rests_on(other)))))


def _all_of_each(tool: Tool, args: Mapping[str, Any], heard: Heard) -> tuple[Mapping[str, Any], str]:
    """ "The latest milestone of each project": all of them in that order, and that one of each cannot be picked."""
    said = {s.holds: s.name for s in tool.slots if s.name in args}
    by = next((s.name for s in tool.slots if s.name == "group" and s.name in args), None)
    first = ONE_OF_EACH.search(heard.plain)
    if tool.proposes or by is None or first is None or args.get(said.get(Holds.number, "")) != 1:
        return args, ""
    when = next((f.label for f in fields(kind_named(str(args[said[Holds.kind]]))) if f.name == kind_named(str(args[said[Holds.kind]])).kind.when), "")
    sign = "" if first["way"] in ("next", "earliest", "first", "oldest") else "-"
    kept = {n: v for n, v in args.items() if n not in (by, said[Holds.number])}
    return {**kept, **({s.name: f"{sign}{when}" for s in tool.slots if s.name == "sort"} if when else {})}, EACH_ONE.format(way=first["way"])


def not_used(tool: Tool, args: Mapping[str, Any], heard: Heard) -> list[str]:
    """The days, rates and amounts of a question that the tool takes no notice of, so that they are not lost in silence."""
    if tool.proposes or takes_sentence(tool):
        return []
    said, never = str(args).lower(), [m[0] for m in NO_CONDITION.finditer(heard.text)]
    spans = [s for t, s in heard.spans if t in ("PERCENT", "MONEY", "HOURS", "DATE") and not any(
        t2 == "KEY" and o.start <= s.start < o.end for t2, o in heard.spans)]
    return never + [w for s in spans if (w := heard.said(s)) and w.lower() not in said and w.lower() not in OF_NOW
            and not all(n in said for n in re.findall(r"\d+|[a-z]{4,}", w.lower()))]


def unless_unused(plan: Plan, heard: Heard, *, writes: bool) -> Plan:
    """The plan; or, when a change would leave out something that is named, a sentence that says so."""
    if left := _unused(plan, heard) if writes else "":
        return Plan(says=UNUSED.format(words=left), understood=False)
    wrong = (misread(args, heard) for _, args in plan.calls) if writes else ()
    if (doubt := next(filter(None, wrong), None)) is not None:
        return doubt
    return _with_what_is_left_out(plan, heard) if writes and len(plan.calls) == 1 else plan


def _with_what_is_left_out(plan: Plan, heard: Heard) -> Plan:
    """The plan with a note that names what of the wish is in no field."""
    _, args = plan.calls[0]
    values = args.get("values")
    if not isinstance(values, Mapping) or not args.get("kind"):
        return plan
    left = left_out(values, str(args), str(args["kind"]), heard)
    is_one = "where" in args and not is_of_many(kind_named(str(args["kind"])), args["where"])         # of many, every word is in the change
    unknown = lost(values, str(args), str(args["kind"]), heard) if is_one else ()
    says = (_once(args, heard), LEFT_OUT.format(words="; ".join(left)) if left else "", NOT_KNOWN.format(words="”, “".join(unknown)) if unknown else "")
    return replace(plan, says=" ".join(filter(None, says)), understood=plan.understood and not unknown) if any(says) else plan


def _lacking(tool: Tool, filled: Filled) -> Slot | None:
    """The first slot without which the tool can do nothing, the title of a new record and the project of a figure among them."""
    if filled.missing:
        return filled.missing[0]
    values = tool.slot(Holds.values)
    if values and not tool.slot(Holds.conditions) and not _is_titled(filled.args, values.name):
        return values
    figure, project = tool.slot(Holds.figure), next((s for s in tool.slots if s.of is Project), None)
    is_of_another = any(s.of is Record and s.name in filled.args for s in tool.slots)
    is_its = any(f.name == filled.args.get(figure.name) and f.of is Project for f in FIGURES) if figure else False
    if project and project.name not in filled.args and not is_of_another and is_its:
        return project
    return None


def uses_all(plan: Plan, heard: Heard) -> bool:
    """Whether every project and person that is named, and how many are wanted, is part of a call."""
    said = str(plan.calls).lower()
    return all(str(s.value).lower() in said or heard.said(s).lower() in said for t, s in heard.spans if t in ("project", "person", "COUNT"))


def _unused(plan: Plan, heard: Heard) -> str:
    """What is named in an order and would be left out of the change, so that nothing else is changed in silence."""
    said, aside = str(plan.calls).lower(), _aside(heard)
    for type_, span in heard.spans:
        word = heard.said(span)
        if span.start >= aside:
            break                                          # a reason in a sentence of its own is told as left out
        if type_ == "HOURS" and (days := re.match(r"(\d+) (?:working |business )?days?", word)) and f": '{days[1]}'" in said:
            continue                                       # a field that counts days
        if type_ == "person" and (NOT_DOING.match(heard.text[span.end:]) or STANDS_IN.match(heard.text[span.end:])):
            continue                                       # who has not said something, or stands in, is a reason, which is told as left out
        is_end = type_ == "DATE" and not ISO.search(said) and re.search(r"\b(?:until|till)$", heard.lead(span))
        if (type_ in ("PERCENT", "MONEY", "HOURS") and _is_evidence(type_, plan)) or _is_of_before(heard, span, plan) or _is_only_told(span, heard, plan):
            continue
        if (type_ in NAMED or is_end) and word.lower() not in said and str(span.value).lower() not in said and not _is_doer(heard,
            span):
            return word
    more = MORE_HOURS.search(heard.text)
    return more[0] if more and more["n"].lower() not in said else ""


def _is_only_told(span: Span, heard: Heard, plan: Plan) -> bool:
    """Whether a piece is surely no value of the record, so that it is told as left out, or part of one that is there, as the words around tell."""
    args = next((args for _, args in plan.calls if args.get("kind")), None)
    if args is None or len(plan.calls) > 1:
        return False
    label, share = marking(heard, kind_named(str(args["kind"])), "changes" if "where" in args else "values").of(span)
    return (label == NONE and share >= SURELY) or (label in args.get("values", {}) and share >= LIKELY)


def _is_evidence(type_: str, plan: Plan) -> bool:
    """Whether an amount is of nothing that a record of this kind could hold, beside a status that is said: it is told as left out."""
    kind, values = next(((str(args.get("kind", "")), args.get("values")) for _, args in plan.calls), ("", None))
    if not kind or not isinstance(values, Mapping) or "status" not in values:
        return False
    units = {"PERCENT": ("%",), "HOURS": ("h", "days")}.get(type_, ())
    return not any(f.says.unit in units if units else f.is_money for f in fields(kind_named(kind)) if f.says.set_by == "person")


def _is_of_before(heard: Heard, span: Span, plan: Plan) -> bool:
    """ "Dev takes over T-12 from Ben": who had it, where somebody else gets it."""
    is_from = any(t == "person" and s == span for t, s in heard.spans) and re.search(r"\b(?:from|instead of|rather than)$", heard.lead(span))
    return bool(is_from) and any("owner" in (args.get("values") or {}) for _, args in plan.calls)


def _aside(heard: Heard) -> int:
    """Where a sentence of its own begins that only gives a reason: “hand T-13 over to Ben. Dev is full”; the end where there is none."""
    m = re.search(r"[.?!]\s+(?=[A-Z])", heard.text)
    is_reason = m is not None and any(t == "KEY" and s.end <= m.start() for t, s in heard.spans) and not any(
        s.start >= m.end() for t, s in heard.spans if t in ("KEY", "DATE", "HOURS", "MONEY", "PERCENT", "TEXT", "KIND"))
    return m.end() if m and is_reason and REASON.search(heard.text[m.end():]) else len(heard.text)


def _of_none(tool: Tool, heard: Heard) -> Plan | None:
    """ "Add label urgent to T-8": what is put on a record and is no kind of ours makes no new task."""
    m = PUT_ON.match(heard.typed) if tool.makes and not heard.types & {"KIND", "HOURS", "MONEY", "person"} else None
    return Plan(says=NO_FIELD.format(words=m["w"]), understood=False) if m else None


def _is_doer(heard: Heard, span: Span) -> bool:
    """ "Ben finished T-12": who did it is no part of what is written."""
    return "KEY" in heard.types and re.match(r"\s+(?:has |have |is |just |already )*(?:finished|completed|closed|started|done|did|can|cannot|can't|begun|"
                                             r"began)\b",
                                             heard.text[span.end:], re.I) is not None


def _each(tool: Tool, args: Mapping[str, Any], heard: Heard) -> list[Mapping[str, Any]]:
    """The arguments, once for each project, figure or person where several are asked about."""
    if tool.proposes:
        return [args]
    own = {table: next((s for s in tool.slots if s.of is of), None) for table, of in (("project", Project), ("person", Person))}
    for type_, slot in (("project", own["project"]), ("FIGURE", tool.slot(Holds.figure)), ("person", own["person"])):
        several = heard.all(type_)
        if slot and sum(s.of is slot.of and s.of is Project and s.name in args for s in tool.slots) > 1:
            continue                                       # each has its place
        if slot and slot.name in args and len(several) > 1:
            return [{**args, slot.name: each} for each in several]
    record, keys = tool.slot(Holds.record), heard.all("KEY")
    if record and len(keys) > 1 and args.get(record.name) in keys:
        return [{**args, record.name: each} for each in keys]
    return [args]


def _of_several(tool: Tool, args: Mapping[str, Any], heard: Heard) -> Plan | None:
    """A new record given to two people at once: whose it is must be said."""
    kind = str(args.get("kind", "record"))
    people = heard.of("person") if tool.makes else ()
    for first, second in pairwise(people):
        if re.fullmatch(r"\s*(?:and|&|,|or)\s*", heard.text[first.end:second.start]):
            both = heard.text[first.start:second.end]
            return Plan(says=ONE_OWNER.format(kind=kind), choices=tuple(heard.text.replace(both, heard.said(s), 1) for s in (first, second)))
    return None


def untitled(kind: type[Record], where: Mapping[str, str] | None, values: Mapping[str, str] | None) -> bool:
    """Whether a sentence makes a record that needs a title, and says none."""
    title = next(f for f in fields(kind) if f.name == kind.kind.title)
    return values is not None and where is None and title.required and title.type is str and title.label not in values


def _is_titled(args: Mapping[str, Any], values: str) -> bool:
    kind = kind_named(str(args["kind"])) if "kind" in args else None
    return kind is None or kind.kind.title in args[values] or not next(f.required for f in fields(kind) if f.name == kind.kind.title)
