"""What somebody has to do in other days than these: their open tasks that are due then, in the place of what is pressing now."""
from collections.abc import Callable, Mapping
from dataclasses import replace
import re

from assistant.planner.asked.handing_over_all import HANDOVER
from assistant.planner.filled.filling import spoken_days
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Call, Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.heard.wording import DUE_FIRST, NO_MEETINGS, NO_OWNER, NOT_USED, TASKS_DUE
from assistant.planner.words.lexicon import kind_named
from records.kinds import Benefit, Issue, Objective, Person, Product, Project, Task
from records.kinds.base import fields
from tools.base import Holds, Tool

LED = re.compile(r"\b(?:before|by|until|till|up to|after|from|since|between|in|on|during|within|over|at)\s+(?:the\s+)?$", re.I)
UNTIL = re.compile(r"\b(?:before|by|until|till|up to|no later than|between now and)\s+(?:the\s+)?$", re.I)
DUE_KINDS = (Task, Issue)                        # what somebody has to do by a day
DUE = re.compile(r"\b(?:due|deadlines?|fall|falls|finish|finished|deliver|deliverable|hand in|anything|expires?)\b")
OPENS = r"^(?:so |and |but |please |tell me |show me |ok )*"
THING = r"(?:KINDS?|thing|item|to-?do|job|piece of work|work|one|story|ticket)"
OLDEST = re.compile(rf"{OPENS}(?:(?:what|which)(?: is| are| of)? )?(?:(?:of )?my (?:own )?(?:open )?KINDS (?:is|are) (?:the )?(oldest)|"
                    rf"(?:the |my )?(oldest) (?:open |unfinished )?{THING}(?: (?:of mine|of my KINDS|on my (?:plate|list|desk)|i (?:have|own|had)|"
                    r"(?:that )?i (?:have|did) not (?:yet )?(?:finish(?:ed)?|close[d]?|complete[d]?|done)(?: yet)?|i still (?:have|own)|still open|for me))*)$")
RESPONSIBLE = re.compile(rf"{OPENS}what (?:all )?(?:am i (?:all )?(?:responsible|accountable|answerable) for|"
                         r"do i (?:all )?own|do i answer for)(?: here| now| at the moment)*$")
MY_KIND = re.compile(rf"{OPENS}(?:(?:show|list|give|what|which|see) )?(?:me )?(?:(?:is|are) )?(?:all )?(?:of )?my (?:own )?KINDS?(?: please| now)*$")
MY_NEXT = re.compile(rf"{OPENS}(?:(?:what|which)(?: is|['’]s)? )?my (next) (?:open )?{THING}(?: then| please| now)*$")
ONE_DAY = re.compile(r"(?:the )?(?:today|now|tomorrow|tonight|this (?:morning|afternoon|evening|week)|day after tomorrow|(?:next |this |on )?\w+day|"
                     r"so far)$", re.I)
CLASH = re.compile(r"\b(?:clash\w*|collid\w*|overlap\w*|conflict\w*|compet\w*|too much|too many|at once|at the same time|get in (?:each other's|the) way)\b")
GONE = re.compile(r"\b(?:yesterday|last night|last week(?! of)|ago|finished|completed|(?:was|were|had|did) (?:i|my))\b")
MEETING = re.compile(r"\b(?:meetings?|appointments?)\b")
ASKS_MEETINGS = re.compile(r"^(?:so |and |please |tell me |show me |hi |hello )*(?:what|which|any|do i|does|have i|how many|are there|is there|when is|"
                           r"when are|list|show|my)\b(?: (?:is|are|do|does|i|we|my|our|the|next|any|have|has|got|there|of|other|all|today|tomorrow|upcoming))*"
                           r" (?:meetings?|appointments?)\b(?! (?:minutes|notes))")


def in_days(plan: Plan, heard: Heard, tools: Mapping[str, Tool], again: Callable[[str], Plan]) -> Plan | None:
    """The list of what is due in the days that the plan left out; None where it left out none, or they are those of every day's question."""
    left = _left(plan.says) if NOT_USED.partition("{")[0] in plan.says else []
    spans = [s for s in heard.of("DATE") if heard.said(s) in left]
    at = next((n for n, call in enumerate(plan.calls) if _is_of_now(call, tools)), None)
    if at is None or not spans or "KEY" in heard.types or len(heard.all("project")) > 1 or MEETING.search(heard.plain):
        return None
    is_until = UNTIL.search(heard.text[:spans[0].start]) is not None
    if (all(ONE_DAY.match(heard.said(s)) for s in spans) and not DUE.search(heard.plain) and not is_until) or GONE.search(heard.plain):
        return None
    led = LED.search(heard.text[:spans[0].start])
    days = heard.text[led.start() if led else spans[0].start:spans[-1].end].strip()
    (name, args) = plan.calls[at]
    who = next((str(args[s.name]) for s in tools[name].slots if s.of is Person and args.get(s.name)), "")
    home = f" on {heard.said(heard.of('project')[0])}" if heard.of("project") else ""
    kinds = [Task] if any(heard.said(s).lower() in (Task.kind.one, Task.kind.many) for s in heard.of("KIND")) else DUE_KINDS
    lists = [again(f"which {f'open {k.kind.many} of {who}' if who else f'of my open {k.kind.many}'}{home} are due {days}?") for k in kinds]
    found = replace(lists[0], calls=tuple(call for each in lists for call in each.calls), says=" ".join(each.says for each in lists if each.says))
    full = again(f"how full {f'is {who}' if who else 'am I'} {days}?") if CLASH.search(heard.plain) else Plan()
    if not found.calls or found.says:
        return None
    more = [said for said in left if said not in days and not any(heard.said(s) in said for s in spans)]
    return Plan((*plan.calls[:at], *full.calls, *found.calls, *plan.calls[at + 1:]), NOT_USED.format(words="”, “".join(more)) if more else "")


def in_order(heard: Heard, again: Callable[[str], Plan]) -> Plan | None:
    """The asker's open tasks, what is due first on top, where their oldest or their next one is asked for; None for anything else."""
    shaped = heard.shaped("KIND")
    m = OLDEST.match(shaped) or MY_NEXT.match(shaped)
    if m is None or set(heard.all("KIND")) - {Task.kind.one} or heard.types & {"KEY", "project", "person", "DATE"}:
        return None
    found, which = again(f"my open {Task.kind.many} sorted by due date"), next(word for word in m.groups() if word)
    return Plan(found.calls, DUE_FIRST.format(which=which), sure=True) if found.calls and not found.says else None


def responsible(heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """What is the asker's own beside their tasks: objectives, products and benefits that they answer for; None for anything else."""
    lister, plate = lister_of(tools.values()), next((t for t in tools.values() if _is_of_now((t.name, {}), tools)), None)
    if lister is None or plate is None or not RESPONSIBLE.match(heard.plain) or heard.types & {"KEY", "KIND", "person", "project"}:
        return None
    lists = [called(lister, {Holds.kind: kind.kind.one, Holds.conditions: {"owner": "me"}}) for kind in (Objective, Product, Benefit)]
    return Plan(((plate.name, {}), *lists), sure=True)


def of_my_kind(heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """The asker's own of a kind that has an owner, which are no tasks: “my benefits”; of one that has none, those of their projects; None for anything else."""
    lister, named = lister_of(tools.values()), heard.all("KIND")
    if lister is None or len(named) != 1 or named[0] == Task.kind.one or heard.types - {"KIND", "ME"} or not MY_KIND.match(heard.shaped("KIND")):
        return None
    kind = kind_named(named[0])
    owner = next((f.label for f in fields(kind) if f.name == "owner_id"), "")
    if owner:
        return Plan((called(lister, {Holds.kind: named[0], Holds.conditions: {owner: "me"}}),), sure=True)
    if kind is Person or kind.kind.whose or kind.kind.within != "project_id" or any(f.refers == Person.__tablename__ for f in fields(kind)):
        return None                                        # whose such a record is, another field tells
    here = called(lister, {Holds.kind: named[0], Holds.conditions: {Project.__tablename__: "my projects"}})
    return Plan((here,), NO_OWNER.format(many=kind.kind.many.capitalize()), sure=True)


def meetings(heard: Heard, again: Callable[[str], Plan]) -> Plan | None:
    """That no meetings are kept here, with the tasks that are due in the days that are asked for; None where none are asked for."""
    if not ASKS_MEETINGS.match(heard.plain) or heard.types & {"KEY", "KIND", "TEXT", "project"}:
        return None
    days = spoken_days(heard)
    due = again(f"which of my open tasks are due {days}?") if days and not heard.of("person") else Plan()
    return Plan(due.calls, f"{NO_MEETINGS} {TASKS_DUE if due.calls else ''}".strip(), sure=True)


def _is_of_now(call: Call, tools: Mapping[str, Tool]) -> bool:
    """Whether a call tells all that somebody has to do now."""
    name, args = call
    choice = next((s for s in tools[name].slots if s.holds is Holds.choice), None)
    return not tools[name].proposes and choice is not None and HANDOVER in choice.choices and not args.get(choice.name)


def _left(says: str) -> list[str]:
    """What the plan said that it left out."""
    return re.findall(r"“([^”]*)”", says)
