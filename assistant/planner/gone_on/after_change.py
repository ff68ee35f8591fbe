"""“What does that do to its date and budget?”: what follows from what was written or proposed last here, and that nothing does where it is of another
project."""
from collections.abc import Iterator, Mapping
import re

from assistant.planner.filled.supposed import slot_of
from assistant.planner.gone_on.of_shown import shown_last
from assistant.planner.gone_on.off_thread import not_read_of
from assistant.planner.heard.following import RECORD, Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Call, Plan
from assistant.planner.heard.tool_for import called, lister_of, teller_of
from assistant.planner.heard.wording import CHANGED_ELSEWHERE, CHANGED_LAST, COMES_TO, HANGS_ON, STONES_STAY
from assistant.planner.words.lexicon import kind_coded
from assistant.planner.words.openings import opening
from records.figures import FIGURES
from records.kinds import KINDS, Milestone, Project
from records.kinds.base import fields
from tools.base import Holds, Tool

OPENS = opening()
THAT = r"(?:that|this|it|the (?:change|approval|decision|move|update))"
FOLLOWS = re.compile(rf"{OPENS}(?:what (?:does|did|do|will|would) {THAT} (?:do|mean|change|bring|cost)(?: us)?(?: (?:to|for|in|about|on|with))?\b|"
                     rf"(?:did|does|do|will|would|has|have) {THAT} (?:chang\w+|affect\w*|mov\w+|touch\w*|influenc\w+|shift\w*|help\w*|hurt\w*|"
                     r"break\w*|delay\w*|endanger\w*|threaten\w*|push\w*|make)\b|"
                     rf"how (?:does|did|will|would) {THAT} (?:chang\w+|affect\w*|influenc\w+|mov\w+)\b|"
                     rf"what (?:difference|effect|impact|consequences?) (?:does|did|do|will|would|has|have) {THAT} (?:make|have|had)\b|"
                     rf"what (?:do|would|will|could) we (?:lose|save|gain|win|get)(?: (?:by|with|from|through) {THAT})?(?: then)?$|"
                     rf"(?:is|are|was|were) .+ (?:changed|affected|moved) (?:by|with) {THAT}\b)")
OF_KEY = re.compile(rf"{OPENS}(?:did|does|do|will|would) KEY (?:chang|affect|mov|touch|influenc|shift|hurt|break|delay|endanger|threaten|push)\w*\b.*"
                    r"\b(?:anything|anybody|anyone|something|others?)\b")
ANYTHING = re.compile(r"\b(?:anything|anybody|anyone|something|others?)(?: else)?(?: then| now)?$")
WHEN = re.compile(r"\b(?:dates?|finish|finishes|ends?|deadline|go[- ]?live|schedule|timeline|plan|time)\b")
NOW = re.compile(rf"{OPENS}(?:what|when|which day) (?:is|are|was|will be|would be) (?:the |its |their |our )?(?:new |expected |planned |overall )?"
                 r"(?:finish|end|end date|finish date|finishing date|completion|completion date|last day)(?: of (?:it|that|the project|all that))?(?: now|"
                 r" then| after that)*$|"
                 rf"{OPENS}when (?:does|will|would|is|do) (?:it|that|the project|we|all that|everything)(?: all)?(?: now| then)? (?:finish|end|be (?:done|"
                 rf"finished|over|ready)|"
                 r"done|finished|over)(?: now| then| after that)*$")
STONE = re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in (*Milestone.kind.names, Milestone.kind.many))}|gates)\b")
EFFECT = "_effect"                              # the end of a field's name that says what a record would do to another one
FINISH, GATE, LATELY = "expected_finish", "gate", 3


def follows_from(heard: Heard, context: Context, tools: Mapping[str, Tool], asked: Asked) -> Plan | None:
    """The plan for such a question; None where nothing was written or proposed in the last turns, or something else is asked."""
    is_of_end = NOW.match(heard.plain) is not None and not heard.types & {"KEY", "project", "person"}
    if is_of_end and context.project and (now := tuple(_figures(heard, tools, context.project))):
        return Plan(now, sure=True)
    key = _written(context) if FOLLOWS.match(heard.plain) and not heard.types & {"KEY", "PERCENT", "HOURS"} else ""
    teller = teller_of(tools.values())
    if teller is None or not key:
        return _of_named(heard, teller, tools) or _of_nothing(heard, context)
    return _of_written(key, heard, teller, tools, asked)


def _of_named(heard: Heard, teller: Tool | None, tools: Mapping[str, Tool]) -> Plan | None:
    """What hangs on a record that is named: “does APOLLO-T-5 delay anything?”."""
    keys = heard.all("KEY")
    if teller is None or len(keys) != 1 or not OF_KEY.match(heard.shaped("KEY")):
        return None
    return Plan(((teller.name, {_slot(teller): keys[0]}), *_behind(keys[0], tools)), HANGS_ON.format(key=keys[0]), sure=True)


def _of_nothing(heard: Heard, context: Context) -> Plan | None:
    """That nothing was written of which anything could follow, where several were shown."""
    last = shown_last(context)
    is_asked = FOLLOWS.match(heard.plain) and ANYTHING.search(heard.plain) and not heard.types
    return not_read_of(last) if last is not None and is_asked else None


def _of_written(key: str, heard: Heard, teller: Tool, tools: Mapping[str, Tool], asked: Asked) -> Plan:
    """What was written or proposed last, as it stands, with the figures that are asked about."""
    of, whole = RECORD.match(key), {k: n for n, k in asked.projects.items()}
    home, named = of["project"] if of else key, heard.first("project") or (of["project"] if of else key)
    if stones := _stones(heard, tools, named) if named == home else ():
        return Plan(stones, f"{CHANGED_LAST.format(key=key)} {STONES_STAY}")
    figures = tuple(_figures(heard, tools, named))
    if named != home:
        return Plan(figures or ((teller.name, {_slot(teller): named}),),
                    CHANGED_ELSEWHERE.format(key=key, home=whole.get(home, home), other=whole.get(named, named)))
    if of is None or not any(f.name.endswith(EFFECT) for f in fields(kind_coded(key))):
        return Plan(figures or ((teller.name, {_slot(teller): key}), *_behind(key, tools)), CHANGED_LAST.format(key=key))
    supposing = next((t for t in tools.values() if slot_of(t)), None)
    asks = ((supposing.name, {next(s.name for s in supposing.slots if s.holds is Holds.question): f"what if {key} is approved?"}),) if supposing else ()
    return Plan(((teller.name, {_slot(teller): key}), *asks), COMES_TO.format(key=key))


def _behind(key: str, tools: Mapping[str, Tool]) -> tuple[Call, ...]:
    """What is linked behind the record, where its kind has such links: the records of a kind that refers to it at both ends."""
    lister, table = lister_of(tools.values()), kind_coded(key).__tablename__
    for of in KINDS if lister else ():
        ends = [f.label for f in fields(of) if f.refers == table]
        if len(ends) > 1 and of is not kind_coded(key) and lister:
            return (called(lister, {Holds.kind: of.kind.one, Holds.conditions: {ends[0]: key}}),)
    return ()


def _stones(heard: Heard, tools: Mapping[str, Tool], project: str) -> tuple[Call, ...]:
    """The gates or milestones to come of a project, where it is asked whether their date changes."""
    lister = lister_of(tools.values())
    if lister is None or not STONE.search(heard.plain) or heard.types & {"FIGURE", "person"}:
        return ()
    of = {"type": GATE} if re.search(rf"\b{GATE}s?\b", heard.plain) else {}
    return (called(lister, {Holds.kind: Milestone.kind.one, Holds.conditions: {"project": project, **of, "actual": "empty"}}),)


def _slot(tool: Tool) -> str:
    return next(s.name for s in tool.slots if s.holds is Holds.record)


def _written(context: Context) -> str:
    """The record that was written here last, or is in the preview that waits; "" where it is several, or was long ago."""
    for turn in reversed(context.past[-LATELY:]):
        keys = [k for k in turn.keys if RECORD.match(k)] or list(turn.keys)
        if not turn.question and not turn.calls and keys:
            return keys[0] if len(keys) == 1 else ""
        if turn.state == "pending" and turn.calls:
            said = str((turn.calls[-1].said.get("where") or {}).get("key", ""))
            return said.upper() if RECORD.match(said.upper()) else ""
    return ""


def _figures(heard: Heard, tools: Mapping[str, Tool], project: str) -> Iterator[Call]:
    """The figures that are asked about, of a project, each as it is now."""
    tool = next((t for t in tools.values() if t.slot(Holds.figure)), None)
    whose = next((s.name for s in tool.slots if s.of is Project), None) if tool else None
    figure = tool.slot(Holds.figure) if tool else None
    if tool is None or whose is None or figure is None:
        return
    names = [*((FINISH,) if WHEN.search(heard.plain) and any(f.name == FINISH for f in FIGURES) else ()), *heard.all("FIGURE")]
    yield from ((tool.name, {figure.name: name, whose: project}) for name in dict.fromkeys(names))
