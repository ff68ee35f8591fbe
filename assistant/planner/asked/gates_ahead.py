"""What is asked of a gate that is to come: what is missing for it, which tasks hold it up, whether it is still on, and how ready all are for theirs."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import asking_of, called, lister_of, teller_of
from assistant.planner.heard.wording import NO_TASKS_OF_GATE
from assistant.planner.learned.weighing import is_order
from assistant.planner.meant.spoken_of import NUMBERED, milestone_of
from assistant.planner.told.dating import days
from assistant.planner.words.lexicon import open_of
from assistant.planner.words.openings import opening
from records.kinds import BY_TABLE, KINDS, Task
from records.kinds.base import Record, fields
from tools.base import Holds, Tool

OPENS = opening("tell me", "can you tell me", "do you know", "please tell me")
GATE = r"(?:the |our |its )?(?:gate|KIND|milestone) (?P<n>\d{1,2})\b"
LACKS = (r"(?:(?:what|which (?:things|points|papers|parts|ones))\b.*\b(?:missing|lacking|need(?:ed)?|requires?d?|to (?:do|bring|show|prepare)|"
         r"has to be (?:done|there|ready)|have we not got|left|open)\b|"
         r"(?:is|are|do|does|have|has)\b.*\b(?:everything|all|anything)\b(?:.*\b(?:there|ready|done|complete|in place|prepared|missing|need(?:ed)?|together|"
         r"set|have|got)\b)?)")
MISSING = re.compile(rf"{OPENS}(?:{LACKS}.*?\b(?:for|before|at|until|to pass) ){GATE}")
EVERYTHING = re.compile(r"\b(?:everything|anything|missing|lack\w*|not got|according to|still|left)\b")
BY = r"(?:before|for|by|until)"
HOLD_UP = (r"(?:hold(?:s|ing)? up|block(?:s|ing)?|delay(?:s|ing)?|endanger(?:s|ing)?|threaten(?:s|ing)?|jeopardi[sz]e|stand(?:s|ing)? in the way of|"
           rf"(?:is|are) in the way of|keep(?:s|ing)? us from|stop(?:s|ping)?|must be (?:done|finished|ready) {BY}|"
           rf"(?:have|has|need|needs) to be (?:done|finished|ready) {BY}|(?:is|are) (?:still )?(?:open|missing|due|needed|to do) {BY}|"
           r"belong(?:s)? to|lead(?:s)? to|put(?:s)? at risk|(?:is|are) critical for)")
HOLDING = re.compile(rf"{OPENS}(?:which|what|whose|show(?: me)? (?:the|all)|list (?:the|all)|are there)\b[^?]*?\b{HOLD_UP} (?P<what>.+)$")
STILL = re.compile(rf"\b(?:is|are|does|do|will|would|can) (?:{GATE}|it|that|PROJECT|the \w+(?: \w+)?)(?: (?:of|on|for|in|at) PROJECT)?"
                   r"(?: (?:on|at|for|next|this) DATE| DATE)?(?: review| meeting| date)? (?:still |really |then |now )*"
                   r"(?:on|hold|holds|stand|stands|valid|happen|happening|take place|taking place|safe|be held|be kept|kept|go ahead|going ahead|certain|"
                   r"realistic|possible|in time|on time|on track|planned)\b")
NEXT = re.compile(rf"{OPENS}(?:which|what|when is|when does|whose)(?: is)?(?: the| our)?(?: (?:next|coming))?(?: gate| KIND)(?: is| comes| come)?"
                  r"(?: (?:next|first|soonest|up next|ahead))?(?: (?:on|of|for|in) PROJECT)?(?: and (?:who|by whom|whose)\b.*)?$")
HAVE = re.compile(rf"{OPENS}(?:which|what|whose)(?: KINDS?| projects?)? (?:have|has|hold|holds|face|come to|reach|go through|pass|are up for) "
                  r"(?:an? |the |their |its )?(?:next )?(?:gates?|KINDS?)\b")
DECIDES = re.compile(r"\b(?:who|whom|whose|decides?|approves?|decider)\b")
ASKS_ON = re.compile(r"\b(?:who|whose|when|how)\b")
STILL_OPEN = re.compile(r"\bstill\b|\bthen\b|\bhold\b|\btake place\b|\bgo(?:ing)? ahead\b")
READY = re.compile(r"\b(?:ready|readiness|prepared|fit|fulfill?ed|met)\b")
GATES = re.compile(r"\bgates\b|\b(?:their|each|every) (?:next |coming )?gate\b|\bfor theirs\b")
PASSED = re.compile(r"\b(?:passed|approved|reached|held|decided|let through)\b")


def of_gates_ahead(heard: Heard, asked: Asked, tools: Mapping[str, Tool], context: Context) -> Plan | None:
    """The plan for such a question; None where it asks for something else."""
    lister, criterion, milestone = lister_of(tools.values()), _kind_with("gate_id", "evidence"), _kind_with("forecast", "planned", "actual")
    if lister is None or criterion is None or milestone is None or is_order(heard) or heard.types & {"KEY", "MONEY", "PERCENT", "HOURS", "TEXT", "person"}:
        return None
    home = heard.first("project") or context.project or asked.projects.get(asked.my_only, "")
    shaped = heard.shaped("project", "KIND", "DATE")
    if (m := MISSING.match(shaped)) and home and EVERYTHING.search(heard.plain) and (asking := asking_of(tools.values())):
        name = next((name for name, key in asked.projects.items() if key == home), home)
        call = called(asking, {Holds.question: f"what does the handbook say about what {name} needs before gate {m['n']}?"})
        return Plan((call,), sure=True, whole=ASKS_ON.search(heard.plain) is None)
    if plan := _coming(heard, lister, shaped, (criterion, milestone)) or _ready(heard, lister, criterion, milestone):
        return plan
    return _still(heard, asked, tools, home, shaped) or _held_up(heard, asked, lister, home, (criterion, milestone))


def _coming(heard: Heard, lister: Tool, shaped: str, kinds: tuple[type[Record], type[Record]]) -> Plan | None:
    """The gates that come next or in a time, whatever project has them, and who decides them where that is asked."""
    is_asked = NEXT.match(shaped) or (HAVE.match(shaped) and "DATE" in heard.types)
    if not is_asked or NUMBERED.search(heard.plain) or not re.search(r"\bgates?\b", heard.plain):
        return None
    criterion, milestone = kinds
    here = {"project": heard.first("project") or ""} if heard.first("project") else {}
    stones = called(lister, {Holds.kind: milestone.kind.one, Holds.conditions: {"type": "gate", "actual": "empty", **days(milestone, heard, {}), **here}},
                    milestone.kind.when)
    gate = BY_TABLE[str(next(f.refers for f in fields(criterion) if f.name == "gate_id"))]
    decided = called(lister, {Holds.kind: gate.kind.one, Holds.conditions: {"decision": "not decided", **here}}, "finish")
    return Plan((stones, decided) if DECIDES.search(heard.plain) else (stones,), sure=True)


def _ready(heard: Heard, lister: Tool, criterion: type[Record], milestone: type[Record]) -> Plan | None:
    """The gates that come in the time that is said, and the criteria of all."""
    if not (GATES.search(heard.plain) and READY.search(heard.plain)) or PASSED.search(heard.plain) or NUMBERED.search(heard.plain) or "project" in heard.types:
        return None
    coming = {"type": "gate", "actual": "empty", **days(milestone, heard, {})}
    return Plan((called(lister, {Holds.kind: milestone.kind.one, Holds.conditions: coming}, milestone.kind.when),
                 called(lister, {Holds.kind: criterion.kind.one, Holds.conditions: {}}, "gate")), sure=True)


def _still(heard: Heard, asked: Asked, tools: Mapping[str, Tool], home: str, shaped: str) -> Plan | None:
    """The milestone with the day that is expected now, and how it was moved."""
    teller = teller_of(tools.values())
    if teller is None or not STILL.search(shaped) or not STILL_OPEN.search(heard.plain):
        return None
    key = milestone_of(heard, asked, home)
    return Plan((called(teller, {Holds.record: key, Holds.field: "forecast"}),), sure=True) if key else None


def _held_up(heard: Heard, asked: Asked, lister: Tool, home: str, kinds: tuple[type[Record], type[Record]]) -> Plan | None:
    """The tasks of its project that are open and due by its day, and of a gate the criteria that are missing."""
    if not HOLDING.match(heard.plain) or not set(heard.all("KIND")) <= {Task.kind.one, *(k.kind.one for k in KINDS if "gate" in (*k.kind.names, k.kind.one))}:
        return None
    if not (key := milestone_of(heard, asked, home)):
        return None
    criterion = kinds[0]
    there = key.rsplit("-", 2)[0]
    tasks = called(lister, {Holds.kind: Task.kind.one, Holds.conditions: {**open_of(Task), "project": there, "due": f"until {key}"}}, "due")
    missing = next((dict(of) for spoken, of in criterion.kind.sayings if "missing" in spoken), {})
    n = NUMBERED.search(heard.text)
    rest = (called(lister, {Holds.kind: criterion.kind.one, Holds.conditions: {"gate": f"gate {n['n']}", "project": there, **missing}}),) if n else ()
    return Plan((tasks, *rest), NO_TASKS_OF_GATE, sure=True)


def _kind_with(*names: str) -> type[Record] | None:
    return next((k for k in KINDS if set(names) <= {f.name for f in fields(k)}), None)
