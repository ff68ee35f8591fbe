"""A record that is called by a part of its name or by what it is about, where a message led to nothing without one: “is Vienna going to make it?”."""
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
import re
from typing import Any

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import KEY, Heard
from assistant.planner.heard.left_out import content
from assistant.planner.heard.mood import is_hard, is_labelled, makes
from assistant.planner.heard.plan import Asked, Call, Plan
from assistant.planner.heard.tool_for import called, lister_of, seeker_of
from assistant.planner.heard.wishing import is_open
from assistant.planner.heard.wording import (
    ABOUT_IT,
    CALLED_SO,
    LEFT_OUT,
    LOST,
    MEANT_BY,
    NONE_HOLDS,
    NOT_KNOWN,
    NOT_NARROWED,
    TOLD_OF_ONE,
    UNSURE,
    VAGUE,
    WHICH_PERSON,
    WHICH_PROJECT,
)
from assistant.planner.learned.weighing import is_order
from assistant.planner.meant.subjects import Subject, fitting, subjects
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.spelling import spelling
from language.titles import ENDINGS, STEM
from language.words import Span
from records.kinds import Person, Project
from records.kinds.base import Record, fields
from tools.base import Holds, Tool
from tools.desk.holding import Holder, none_hold

ONES = re.compile(r"\b(?:ones?|those|them|the rest|others?|both)\b", re.I)           # “the ones without an owner” are no title
FEW, OPENS, MANY, LETTERS = 5, 2, 3, 3          # records to choose from; words before what an order is of; words not known that make it none; of a small word
ASKS_ONE = ("Which record", "About which", TOLD_OF_ONE.partition("{")[0], UNSURE, LOST, VAGUE, WHICH_PROJECT)
WHICH_OF_MANY = re.compile(re.escape(NOT_NARROWED.partition("{words}")[0]) + r"(?P<word>[a-z]{4,})”, and it may tell which")
STATE = re.compile(r"\d|\b(?:done|finished|ready|late|stuck|blocked|tomorrow|today|next week|through|over)\b", re.I)
STUCK = re.compile(r"^(?P<work>.*\d\s?(?:h|hrs?|hours?)\b[^,;.]*?)\s*[,;.]\s*(?:but |and |he is |she is |i am )*"
                   r"(?P<stuck>(?:still )?(?:stuck|blocked|waiting|held up)\b.+)$", re.I)
UPDATED = re.compile(r"(?:^|[.;!]\s+|,\s+(?:so |and )?)(?:please )?(?:update|change|correct|adjust|close|set) (?:the|that|this) $", re.I)
THAT = re.compile(r"\b(?:that|this) $", re.I)
BOTH = re.compile(r"\bboth\s+[\w'-]+(?: [\w'-]+){0,3}?(?: and| ?&) (?:the )?[\w'-]+(?: [\w'-]+)?", re.I)
OF_WHAT = re.compile(r"^(?:so |and |but |ok )*what (?:does|do|would|will|did|is|are)\b.*\b(?:means?|does?|do|changes?) (?:for|to|with|about|on)\b", re.I)
Tools = Mapping[str, Tool]


@dataclass(frozen=True)
class _Try:
    """A message that is read again with a record in it; `plan` is what it led to alone."""
    heard: Heard
    asked: Asked
    tools: Tools
    again: Callable[[str], Plan]
    plan: Plan

    @property
    def homeless(self) -> bool:
        """Whether it alone would make something new, of which the project only is not said."""
        return any(self.tools[name].makes and _lacks_home(args) for name, args in self.plan.calls)


def by_subject(plan: Plan, text: str, asked: Asked, tools: Tools, again: Callable[[str], Plan]) -> Plan:
    """The plan with a record in the place of its calling, where the plan alone came to nothing or to another record; the choice, where several are meant."""
    if asked.holding is none_hold or KEY.search(text) or "\n" in text.strip():
        return plan
    plan = _so_called(text, plan, asked, tools, again) or plan
    if not (is_nothing := _came_to_nothing(plan, text, asked, tools)) and not _is_of_context(plan, asked, tools):
        return plan
    heard = asked.heard(text)
    if heard.types & {"TEXT"} or is_labelled(heard) or makes(heard):
        return plan
    trying = _Try(heard, asked, tools, again, plan)
    if (read := _without_blocker(text, again) or _nearly_called(trying) if is_nothing else None) is not None:
        return read
    found = list(subjects(heard, asked))
    for subject in found:
        if plan.says == LOST and subject.is_only_a_place(text):
            continue
        if (better := _taken(subject, trying) if is_nothing else _other(subject, trying)) is not None:
            return better
    return (_of_their_own(trying) if is_nothing and not found else None) or plan


def _so_called(text: str, plan: Plan, asked: Asked, tools: Tools, again: Callable[[str], Plan]) -> Plan | None:
    """The change of those whose titles have the word in whatever form, where it tells which of many are meant: “every furnishing task”."""
    if (unread := WHICH_OF_MANY.match(plan.says)) is None:
        return None
    word = unread["word"]
    plan, begin = again(re.sub(rf"\b{re.escape(word)}\s+", "", text, count=1, flags=re.I)), ENDINGS.sub("", word)
    if len(plan.calls) != 1 or len(begin) < STEM or not tools[plan.calls[0][0]].changes:
        return None
    (name, args), = plan.calls
    kind, where = kind_named(str(args["kind"])), args.get("where") or {}
    if kind.kind.title in where or not any(h.is_titled and h.kind is kind for h in asked.holding(word)):
        return None
    narrowed = {**args, "where": {**where, kind.kind.title: begin}}
    return replace(plan, calls=((name, narrowed),), says=f"{CALLED_SO.format(words=word, many=kind.kind.many)} {plan.says}".strip())


def _without_blocker(text: str, again: Callable[[str], Plan]) -> Plan | None:
    """What was worked, where what stands in the way is told behind it and nothing comes of both."""
    m = STUCK.match(text)
    told = again(m["work"]) if m else Plan()
    return replace(told, says=f"{told.says} {LEFT_OUT.format(words=m['stuck'])}".strip()) if m and told.calls else None


def _taken(subject: Subject, trying: _Try) -> Plan | None:
    """The one that is meant, by its key or its project; the list of them, for a question; the choice among a few, for an order."""
    fit, heard = fitting(subject, trying.heard, trying.asked), trying.heard
    if trying.homeless:
        return _at_its_home(fit, subject, trying)
    if len(fit) == 1:
        return _with(fit[0], subject, trying)
    if trying.plan.says == WHICH_PROJECT or (trying.plan.says == LOST and _speaks_of_else(subject, trying)):
        return None
    seeker = seeker_of(trying.tools.values())
    if not is_order(heard):
        return Plan((called(seeker, {Holds.words: subject.said}),), ABOUT_IT.format(words=subject.said)) if seeker else None
    able = [h for h in fit if _is_of(trying.again(subject.put(heard.text, h.key)), h.key)] if len(fit) <= FEW else []
    if len(able) <= 1:
        return _with(able[0], subject, trying) if able else None
    return Plan(says=WHICH_PERSON.format(words=subject.said), choices=tuple(subject.put(heard.text, f"{h.key} {h.title}") for h in able))


def _speaks_of_else(subject: Subject, trying: _Try) -> bool:
    """Whether it tells of something that no record has: “can you order pizza for the hall crew?” is about pizza, and no hall."""
    others = set(content(trying.heard.text)) - set(content(subject.said)) - spelling()
    return any(w.isalpha() and len(w) > LETTERS and not trying.asked.holding(w) for w in sorted(others))


def _with(holder: Holder, subject: Subject, trying: _Try) -> Plan | None:
    subject = subject.whole(trying.heard.text, holder.title)
    if (kinds := [s for s in trying.heard.of("KIND") if UPDATED.search(trying.heard.text[:s.start])]) and all(
            s.value != holder.kind.kind.one for s in kinds):
        return None                                        # “… in favour of the portal. Update the stakeholder” changes no contract
    if any(THAT.search(trying.heard.text[:s.start]) and s.value != holder.kind.kind.one for s in trying.heard.of("KIND")):
        return None                                        # “raise the probability of that risk” changes no benefit
    if any(m.start() < subject.span.end and subject.span.start < m.end() for m in BOTH.finditer(trying.heard.text)):
        return None                                        # one of two that are named would be changed alone
    if is_order(trying.heard) and subject.is_of_more(trying.heard.text):
        return None
    plan = trying.again(subject.put(trying.heard.text, holder.key))
    makes_other = any(trying.tools[name].makes for name, _ in trying.plan.calls) and not trying.homeless and [*map(_what, plan.calls)] != [
        *map(_what, trying.plan.calls)]
    is_unread = _unread(plan) >= MANY and any(trying.tools[name].proposes for name, _ in plan.calls)
    return _saying(plan, holder, subject) if _is_of(plan, holder.key) and not makes_other and not is_unread else None


def _unread(plan: Plan) -> int:
    """How many words a plan leaves aside since nothing here knows them."""
    before, after = NOT_KNOWN.split("{words}")
    said = plan.says.partition(before)[2].partition(after)[0]
    return said.count("”, “") + 1 if said else 0


def _what(call: Call) -> tuple[str, str]:
    name, args = call
    return name, str(args.get("kind", ""))


def _saying(plan: Plan, holder: Holder, subject: Subject) -> Plan:
    return replace(plan, says=f"{MEANT_BY.format(words=subject.said, key=holder.key, title=holder.title)} {plan.says}".strip())


def _at_its_home(fit: Sequence[Holder], subject: Subject, trying: _Try) -> Plan | None:
    """What is told of a record that opens the message is a change of it: “Zurich slips by a week”; what is new for one goes into its project."""
    if len({h.home for h in fit}) != 1 or not fit[0].is_titled:
        return None
    if trying.heard.text.rstrip().endswith("?"):           # “can someone take the voice picking from me?”
        asks = trying.again(subject.whole(trying.heard.text, fit[0].title).put(trying.heard.text, fit[0].key)) if len(fit) == 1 else Plan()
        return _saying(asks, fit[0], subject) if asks.calls and not any(trying.tools[name].proposes for name, _ in asks.calls) else None
    if not trying.heard.text[:subject.span.start].strip():
        plan = _with(fit[0], subject, trying) if len(fit) == 1 else None
        return plan if plan and all(trying.tools[name].changes for name, _ in plan.calls) else None
    if not subject.is_name or trying.asked.my_only or Context(trying.asked.past, trying.asked.projects).sole:
        return None
    calls = tuple((name, _placed(args, fit[0].home, subject.said) if trying.tools[name].makes else args) for name, args in trying.plan.calls)
    return _saying(replace(trying.plan, calls=calls), fit[0], subject)


def _placed(args: Mapping[str, Any], home: str, said: str) -> Mapping[str, Any]:
    kept = {field: value for field, value in args["values"].items() if str(value).lower() != said.lower()}
    return {**args, "values": {**kept, Project.__tablename__: home}}


def _other(subject: Subject, trying: _Try) -> Plan | None:
    """The plan for the record that is named as names are, where the plan is of one talked about before: “and Zurich a week later”."""
    fit, before = fitting(subject, trying.heard, trying.asked), trying.heard.text[:subject.span.start].split()
    if is_hard(trying.heard) and len(before) <= OPENS and not any(_is_of(trying.plan, h.key) for h in subject.holders):
        return _taken(subject, trying)                     # “postpone the first hall”, while a change of another waits
    if len(fit) != 1 or not subject.is_name or not fit[0].is_titled or _is_of(trying.plan, fit[0].key):
        return None
    return _with(fit[0], subject, trying)


def _nearly_called(trying: _Try) -> Plan | None:
    """The one record of the kind that is said whose title has all but the first words of its calling: “the late hand scanners risk”."""
    for name, args in trying.plan.calls:
        kind, where = kind_named(str(args["kind"])) if trying.tools[name].changes and args.get("kind") else None, args.get("where") or {}
        said = str(where.get("key", ""))
        at = trying.heard.text.lower().find(said.lower()) if kind and _is_called(said, trying.asked) and not ONES.search(said) else -1
        for n in range(1, len(said.split()) - 1 if at >= 0 else 1):       # “page” alone is not the login page
            rest = " ".join(said.split()[n:])
            held = [h for h in trying.asked.holding(rest) if h.kind is kind and h.is_titled and where.get("project", h.home) == h.home]
            if len(held) == 1:
                return _with(held[0], Subject(Span(at, at + len(said), ""), said, tuple(held), is_name=False), trying)
    return None


def _of_their_own(trying: _Try) -> Plan | None:
    """The open records of the asker to choose from, where a change names one by words that none holds."""
    lister = lister_of(trying.tools.values())
    for name, args in trying.plan.calls:
        kind = kind_named(str(args["kind"])) if trying.tools[name].changes and args.get("kind") else None
        if lister and kind and any(f.label == "owner" for f in fields(kind)):
            said = str((args.get("where") or {}).get("key", ""))
            where = {"owner": "me", **next((dict(asked) for spoken, asked in kind.kind.sayings if spoken.startswith("open")), {})}
            return Plan((called(lister, {Holds.kind: kind.kind.one, Holds.conditions: where}),), NONE_HOLDS.format(words=said, many=kind.kind.many))
    return None


def _is_of(plan: Plan, key: str) -> bool:
    return any(key in str(args) for _, args in plan.calls)


def _is_of_context(plan: Plan, asked: Asked, tools: Tools) -> bool:
    """Whether a plan is of what was shown or proposed before: a change of it, or a figure of the project talked about."""
    context = Context(asked.past, asked.projects)
    before = {key for key in (*context.them, context.it, context.project, *(str((c.said.get("where") or {}).get("key", "")) for c in context.waiting)) if key}
    return bool(before) and any(any(f"'{key}'" in str(args) for key in before) and (tools[name].proposes or tools[name].slot(Holds.figure))
                                for name, args in plan.calls)


def _came_to_nothing(plan: Plan, text: str, asked: Asked, tools: Tools) -> bool:
    """Whether a plan calls nothing for want of a record, or speaks of a record or project that is none."""
    if not plan.calls:
        is_told = plan.says == LOST and not text.rstrip().endswith("?") and not STATE.search(text)          # “write a poem about spring”
        return plan.says.startswith(ASKS_ONE) and not is_told
    return any(_is_unknown(tools[name], args, asked) or (any(is_open(s) for s in tools[name].slots) and OF_WHAT.match(text)) for name, args in plan.calls)


def _lacks_home(args: Mapping[str, Any]) -> bool:
    kind, values = kind_named(str(args["kind"])) if args.get("kind") else None, args.get("values")
    if kind is None or not isinstance(values, Mapping) or kind.kind.within != "project_id" or Project.__tablename__ in values:
        return False
    return not {f.label for f in fields(kind) if f.refers not in (None, "", Person.__tablename__)} & set(values)


def _is_unknown(tool: Tool, args: Mapping[str, Any], asked: Asked) -> bool:
    known = {*asked.projects, *asked.projects.values()}
    where, values = args.get("where") or {}, args.get("values") or {}
    of = [args[s.name] for s in tool.slots if s.of is Project and isinstance(args.get(s.name), str)]
    if any(said not in known and not said.startswith("the ") for said in (
            *of, *(where["project"].split(", ") if isinstance(where.get("project"), str) else ()))):
        return True
    kind = kind_named(str(args["kind"])) if args.get("kind") else None
    if tool.changes and kind and kind.kind.within == "project_id" and _is_called(str(where.get("key", "")), asked):
        return not any(h.kind is kind and h.is_titled for h in asked.holding(str(where["key"])))
    told = next((str(args[s.name]) for s in tool.slots if s.holds is Holds.record and s.of is Record and s.name in args), "")
    if _is_called(told, asked):
        return not asked.holding(told)
    if not tool.makes or kind is None:
        return False
    refers = {f.label: f.refers for f in fields(kind) if f.refers not in (None, "", Person.__tablename__, Project.__tablename__)}
    return _lacks_home(args) or any(n in refers and _is_called(str(v), asked) and not _is_clear(str(v), refers[n] or "", asked) for n, v in values.items())


def _is_clear(said: str, of: str, asked: Asked) -> bool:
    """Whether words call one record of a kind: “the account pages” the one deliverable."""
    return sum(h.is_titled and h.kind.__tablename__ == of for h in asked.holding(said)) == 1


def _is_called(said: str, asked: Asked) -> bool:
    """Whether words call a record, and are neither its key nor a name of what is listed."""
    return bool(said) and not KEY.search(said) and not any(said in names or said in names.values() for names in asked.names.values())
