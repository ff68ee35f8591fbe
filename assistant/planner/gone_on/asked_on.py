"""Questions that go on from what was shown last: “how sure are you?”, “what are we doing about it?”, “compare it with Dione at the same rate”."""
from collections.abc import Mapping
import re
from typing import Any

from assistant.planner.filled.supposed import slot_of
from assistant.planner.gone_on.leaning import WHY, because
from assistant.planner.heard.following import RECORD, Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Call, Plan
from assistant.planner.heard.tool_for import called, lister_of, teller_of
from assistant.planner.heard.wording import ABOUT_WHICH, DONE_ABOUT, FIRST_SHOWN, NO_LIMITS, NO_VERDICT, NOT_USED, STATED_OTHERWISE
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.lexicon import kind_coded
from assistant.planner.words.openings import opening
from records.figures import FIGURES
from records.kinds import Issue, Person, Project, Risk, Task
from records.kinds.base import Record, fields, split
from tools.base import Holds, Slot, Tool

Tools = Mapping[str, Tool]
OPENS = opening("yes", "no")
SURE = re.compile(rf"{OPENS}(?:how (?:sure|certain|confident|reliable|safe|solid|good) (?:are you|is (?:that|this|it)|are (?:we|they|these|those)|do you feel)"
                  r"(?: (?:about|of|in) (?:it|that|this|them|these|those|(?:this|that|the) \w+))?|are you (?:really |quite |very )?(?:sure|certain|confident)"
                  r"(?: (?:about|of) (?:it|that|this))?|can (?:i|we) (?:rely on|trust) (?:it|that|this|you))$")
DOING = re.compile(rf"{OPENS}(?:what|anything|is anything|is somebody|is anybody)(?: is| are|['’]re|['’]s)? "
                   r"(?:we|you|they|people|somebody|anybody|being|going to|done|doing)(?: going to)? ?(?:doing|do|done|planning)? ?"
                   r"about (?:it|that|this|them|those|these)\b(?: now)?$|"
                   rf"{OPENS}what (?:can|could|should|must|will|did|do) (?:we|i|you|one) do about (?:it|that|this|them|those|these)$")
COMPARE = re.compile(rf"{OPENS}(?:compare|contrast|put|hold|set)(?: (?:it|that|this|them))? (?:with|to|against|beside|next to|alongside) PROJECT"
                     r"(?P<rate> (?:at|with|using|by) the same (?:discount )?rate)?$|"
                     rf"{OPENS}(?:and |what about |how about )?PROJECT(?P<same> (?:at|with|using) the same (?:discount )?rate)$")
RATE = re.compile(r"(?:\bat (?P<r>\d+(?:[.,]\d+)?)\s*%)")
PERCENT = re.compile(r"\d+(?:[.,]\d+)?\s*%")
CHOSEN = re.compile(rf"{OPENS}(?:why|how come) (?:is|was|did|are|has|does) (?:\w+ )?PROJECT (?:\w+ )?"
                    r"(?P<state>(?:left |kicked )?out|in|(?:not )?(?:in|chosen|picked|selected|included)|excluded|dropped|missing|fall out|drop out|"
                    r"(?:not )?make it)(?: then)?$|"
                    rf"{OPENS}(?:why|how come)(?: that)? PROJECT (?:is|was|are) (?:\w+ )?(?:in|out|chosen|picked|left out|missing|excluded)$")
LIMITS = re.compile(r"\bwhat would (?:make|turn|bring|push|get|take) (?:it|that|this|PROJECT)(?: to| into| back to)? (?:red|amber|yellow|green)\b")
REACH = re.compile(rf"{OPENS}(?:are|will|can|do|would) (?:we|it|they)(?: still| ever| really| then)?(?: going to| gonna)? "
                   r"(?:reach|hit|make|get|get to|achieve|meet|come to|land at|end up at)(?: to| at)?(?: the| those| these| our)? MONEY$")
DOES = r"start|begin|finish|end|stop|happen|be done|be finished|be ready|go live|take place|arrive|come"
STILL = re.compile(rf"{OPENS}(?:can|could|will|would|does|do|is|are)\b.+\b(?P<does>{DOES})(?: as planned)?(?: still)? (?:on|by|in|at|before|until) "
                   r"?(?:the )?DATE$")
PACK = re.compile(r"^(?:(?:please|ok|okay|so|and|now|then|can you|could you|i need you to|let us) )*"
                  r"(?:put together|make|prepare|draft|give me|write|compile|create|build|show me|i need|we need|send me|get me|do)(?: \w+)? "
                  r"(?:an? |the )?(?:agenda|steering pack|steerco pack|committee pack|likely questions)\b(?P<rest>.*)$")
WORKING = re.compile(r"^(?:and |so )*what (?:are|do|will|is) (?:they|each|everybody|everyone|all|these people|those people|each of them)"
                     r"(?: all| each| of them)? (?:be )?(?:work\w*|do|doing|busy|up to|have|got)(?: on| with| to do| at the moment)?(?: DATE| now)?$")
BEGINS = ("start", "begin")
RISKS = (Risk, Issue)
CONFIDENCE, OPEN = "confidence", "open"
FEW = 3


def asked_on(heard: Heard, context: Context, tools: Tools, asked: Asked) -> Plan | None:
    """The plan for such a question; None where nothing was shown before, or it is none."""
    if (pack := _pack(heard, context, tools)) is not None:
        return pack
    if not context.past or (is_order(heard) and not COMPARE.match(_shaped(heard))):
        return _still(heard, context, tools)
    return (_sure(heard, context, tools) or _why(heard, context, tools, asked) or _done_about(heard, context, tools, asked) or _compared(heard, context, tools)
            or _chosen(heard, context, tools, asked) or _reached(heard, context, tools) or _still(heard, context, tools))


def limits_asked(heard: Heard, plan: Plan) -> str:
    """What is to be said where it is asked what would make another colour of it."""
    return NO_LIMITS if plan.calls and LIMITS.search(heard.shaped("project")) else ""


def _shaped(heard: Heard) -> str:
    return heard.shaped("project", "KEY", "MONEY", "DATE", "PERCENT")


def _sure(heard: Heard, context: Context, tools: Tools) -> Plan | None:
    project = context.project if SURE.match(heard.plain) else None
    if project is None:
        return None
    call, told = context.last_call, next((t for t in tools.values() if t.slot(Holds.figure)), None)
    status = _status(tools)
    calls = list[Call]()
    if status is not None and call is not None and call.tool == status.name:
        whose, choice = _of_project(status), status.slot(Holds.choice)
        calls += [(status.name, {whose.name: project, choice.name: "schedule"})] if whose and choice and "schedule" in choice.choices else []
    if told is not None and (slot := told.slot(Holds.figure)) and (whose := _of_project(told)) and any(f.name == CONFIDENCE for f in FIGURES):
        calls.append((told.name, {slot.name: CONFIDENCE, whose.name: project}))
    return Plan(tuple(calls)) if calls else None


def _why(heard: Heard, context: Context, tools: Tools, asked: Asked) -> Plan | None:
    """Why, of what was told of several projects: of the one that stands first, which is said."""
    call = context.last_call
    if not WHY.match(heard.plain) or call is None or call.tool not in tools:
        return None
    tool, last = tools[call.tool], next((t for t in reversed(context.past) if t.keys), None)
    is_of_one = any(isinstance(call.said.get(s.name), str) for s in tool.slots if s.of is Project)
    if last is None or tool.slot(Holds.figure) or tool.slot(Holds.question) or is_of_one:
        return None
    first = next((k for k in last.keys if k in asked.projects.values()), None)
    if first is None or tool.proposes or not (calls := because(first, tools)):
        return None
    name = next((n for n, k in asked.projects.items() if k == first), first)
    return Plan(calls, FIRST_SHOWN.format(name=name))


def _done_about(heard: Heard, context: Context, tools: Tools, asked: Asked) -> Plan | None:
    """What is done about what was shown: the answer of the one record, or the open risks and issues of the project with what is planned against each."""
    plain = re.sub(r"^KEY (?=\w)|\bKEY$", lambda m: "" if m.start() == 0 else "it", heard.shaped("KEY"))
    if not DOING.match(plain):
        return None
    it = heard.first("KEY") or context.it or ""
    if RECORD.match(it) and (teller := teller_of(tools.values())):
        label = next((f.label for f in fields(kind_coded(it)) if f.name == "response"), "")
        return Plan((called(teller, {Holds.record: it, **({Holds.field: label} if label else {})}),))
    lister = lister_of(tools.values())
    last = next((t for t in reversed(context.past) if t.keys), None)
    shown = [k for k in last.keys if k in asked.projects.values()] if last else []
    of = [context.project] if context.project else shown if len(shown) <= FEW else []
    if lister is None or not of:
        names = [n for n, k in asked.projects.items() if k in shown][:FEW]
        return Plan(says=ABOUT_WHICH, choices=tuple(f"what is the matter with {name}?" for name in names))
    kind, where, sort = (lister.slot(h) for h in (Holds.kind, Holds.conditions, Holds.field))
    calls = tuple((lister.name, {kind.name: k.kind.one, where.name: {"project": ", ".join(of), **_open(k)},
                                 **({sort.name: "response"} if sort and any(f.name == "response" for f in fields(k)) else {})})
                  for k in RISKS if kind and where)
    return Plan(calls, DONE_ABOUT.format(words=" and ".join(n for n, k in asked.projects.items() if k in of)))


def _compared(heard: Heard, context: Context, tools: Tools) -> Plan | None:
    """The figure that was told last, of another project beside it, at the same rate where that is said."""
    m, other = COMPARE.match(_shaped(heard)), heard.first("project")
    call = next((c for t in reversed(context.past[-FEW:]) for c in reversed(t.calls) if c.said.get("figure") or c.said.get("supposing")), None)
    told, supposing = next((t for t in tools.values() if t.slot(Holds.figure)), None), next((t for t in tools.values() if slot_of(t)), None)
    if m is None or other is None or call is None or told is None or len(heard.all("project")) > 1:
        return None
    figure, whose = told.slot(Holds.figure), _of_project(told)
    one = str(call.said.get("project") or call.said.get("record") or context.project or "")
    named = next((f for f in FIGURES if f.name == call.said.get("figure")), None)
    if not one or one == other or figure is None or whose is None:
        return None
    if not (m["rate"] or m["same"]) or supposing is None or (question := slot_of(supposing)) is None or (record := supposing.slot(Holds.record)) is None:
        return Plan(tuple((told.name, {figure.name: named.name, whose.name: each}) for each in (one, other))) if named else None
    rate = _rate_said(context, call)
    title = named.title if named and named.unit == "money" else "NPV"
    return Plan(tuple((supposing.name, {question.name: f"{title} of {each} at {rate}", record.name: each}) for each in (one, other))) if rate else None


def _rate_said(context: Context, call: Any) -> str:
    """The rate that was said or told last: in a supposition, as a figure that is a rate, or as that a value was discounted at."""
    if m := PERCENT.search(str(call.said.get("supposing", ""))):
        return m[0]
    figure = next((f for f in FIGURES if f.name == call.said.get("figure")), None)
    for turn in reversed(context.past[-FEW:]):
        told = turn.answer.replace("\\", "")
        if m := (PERCENT if figure and figure.unit in ("rate", "%") else RATE).search(told):
            return m[0].removeprefix("at ")
    return ""


def _chosen(heard: Heard, context: Context, tools: Tools, asked: Asked) -> Plan | None:
    """Why a project is in or out of the choice that was shown: as it stands there, also where it was taken for the other."""
    m, project = CHOSEN.match(_shaped(heard)), heard.first("project")
    if m is None or project is None:
        return None
    name = next((n for n, k in asked.projects.items() if k == project), project)
    for turn in reversed(context.past[-FEW:]):
        row = re.search(rf"^\|\s*(?P<state>in|out)\s*\|\s*{re.escape(project)}\s*\|(?P<rest>.*)$", turn.answer.replace("\\", ""), re.M)
        if row is None:
            continue
        why = [cell.strip() for cell in row["rest"].split("|") if cell.strip()]
        says = STATED_OTHERWISE.format(name=name, state="in" if row["state"] == "in" else "out of", why=why[-1] if why else "")
        ranker = next((t for t in tools.values() if t.slot(Holds.without)), None)
        whose = _of_project(ranker) if ranker else None
        return Plan(((ranker.name, {whose.name: project}),) if ranker and whose else (), says)
    return None


def _reached(heard: Heard, context: Context, tools: Tools) -> Plan | None:
    """Whether an amount of the benefits that were talked of comes: each with what was promised, is expected and came."""
    lister, project = lister_of(tools.values()), context.project
    call = context.last_call
    if not project or lister is None or not REACH.match(_shaped(heard)) or call is None:
        return None
    kind = next((k for t in reversed(context.past) for key in t.keys if RECORD.match(key) and (k := kind_coded(key)) and {"expected", "forecast", "realised"}
                 <= {f.name for f in fields(k)}), None)
    slots = lister.slot(Holds.kind), lister.slot(Holds.conditions)
    return Plan(((lister.name, {slots[0].name: kind.kind.one, slots[1].name: {"project": project}}),)) if kind and slots[0] and slots[1] else None


def _pack(heard: Heard, context: Context, tools: Tools) -> Plan | None:
    """The agenda of the project that is talked of, where none is named; what is wished of its order is told as left out."""
    m, tool, project = PACK.match(heard.plain), _status(tools), context.project or context.sole
    whose, choice = (_of_project(tool), tool.slot(Holds.choice)) if tool else (None, None)
    if m is None or tool is None or project is None or heard.types & {"project", "KEY", "person"} or "my" in heard.plain.split():
        return None
    if whose is None or choice is None:
        return None
    focus = next((c for c, ws in choice.choices.items() if "agenda" in ws), None)
    rest = re.sub(r"\b(?:please|pls|now|then|for it|for that|for tomorrow)\b", "", m["rest"]).strip(" ,.")
    return Plan(((tool.name, {whose.name: project, choice.name: focus}),), NOT_USED.format(words=rest) if rest else "") if focus else None


def _still(heard: Heard, context: Context, tools: Tools) -> Plan | None:
    """Whether something still starts or ends on a day: its day as it is planned, or what is planned for that day, and that I do not judge whether it can."""
    m, key = STILL.match(_shaped(heard)), heard.first("KEY")
    teller, lister = teller_of(tools.values()), lister_of(tools.values())
    if m is None or teller is None or lister is None or len(heard.all("KEY")) > 1 or (key is None and not context.past):
        return None
    names = ("start",) if m["does"] in BEGINS else ("due", "forecast", "planned", "decide_by", "finish")
    field = next((f.label for n in names for f in fields(kind_coded(key) if key else Task) if f.name == n), None)
    if key:
        slot = next(s.name for s in teller.slots if s.holds is Holds.field)
        return Plan(((teller.name, {_record(teller).name: key, slot: field}),), NO_VERDICT) if field else None
    kind, where, sort = (lister.slot(h) for h in (Holds.kind, Holds.conditions, Holds.field))
    home = heard.first("project") or context.project or context.sole
    if kind is None or where is None or sort is None or field is None or home is None or heard.types & {"person", "FIGURE"}:
        return None
    said = {field: heard.said(heard.of("DATE")[-1]), "project": home}
    return Plan(((lister.name, {kind.name: Task.kind.one, where.name: said, sort.name: field}),), NO_VERDICT)


def working_on(heard: Heard, project: str, tools: Tools) -> Plan | None:
    """What the people of a project work on: its open tasks by whose they are."""
    lister = lister_of(tools.values())
    kind, where, sort = (lister.slot(h) for h in (Holds.kind, Holds.conditions, Holds.field)) if lister else (None, None, None)
    if lister is None or kind is None or where is None or not WORKING.match(_shaped(heard)):
        return None
    owner = next((f.label for f in fields(Task) if f.refers == str(Person.__tablename__) and "owner" in f.name), None)
    when = "”, “".join(heard.said(s) for s in heard.of("DATE"))
    return Plan(((lister.name, {kind.name: Task.kind.one, where.name: {"project": project, **_open(Task)}, **({sort.name: owner} if sort and owner else {})}),),
                NOT_USED.format(words=when) if when else "")


def _open(kind: type[Record]) -> dict[str, str]:
    return next((dict(asked) for spoken, asked in kind.kind.sayings if OPEN in split(spoken)), {})


def _status(tools: Tools) -> Tool | None:
    return next((t for t in tools.values() if (s := _of_project(t)) and s.required and t.slot(Holds.choice)), None)


def _of_project(tool: Tool) -> Slot | None:
    return next((s for s in tool.slots if s.of is Project), None)


def _record(tool: Tool) -> Slot:
    return next(s for s in tool.slots if s.holds is Holds.record)
