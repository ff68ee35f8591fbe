"""What a message points at and no call is of, “which of those costs the most?” answered of everything: it is told, so that the answer does not pass for one
about what was shown."""
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
import re

from assistant.planner.heard.following import Context, Earlier
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import takes_sentence
from assistant.planner.heard.wording import NOT_TIED
from assistant.planner.words.lexicon import kind_coded
from language.dates import read_days
from tools.base import Holds, Tool

MANY = (r"(?:which|how many|any|some|all|none|one|most|each|two|three|the (?:first|last|second|third|worst|biggest)) of (?:it|them|those|these)\b"
        r"(?! (?:who|that|which)\b)|\bthem\b|\b(?:those|these)\b(?! (?:who|that|which|with|without|of|in|on)\b)|\bboth(?: of them)?\b(?! (?:the )?[A-Z])|"
        r"\bthe others?\b(?: ones?)?(?! \w+s\b)")
ONE = r"\bthe other one\b|\bthat (?:one|task|risk|issue|milestone|benefit|request|change|decision|project|gate|cost|invoice|amount|figure|number)\b"
TIME = r"\bthat (?:same )?(?:day|week|month|quarter|time)\b|\bthe same (?:day|week|month|time)\b"
IT = (r"(?<=hold )it\b|(?<=holding )it\b|(?<=blocking )it\b|(?<=delaying )it\b|(?<=behind )it\b|(?<=on )it\b|(?<=of )it\b|(?<=about )it\b|(?<=for )it\b|"
      r"(?<=with )it\b|(?<=after )it\b|(?<=owns )it\b|(?<=has )it\b")
POINTS = re.compile(rf"(?P<many>{MANY})|(?P<one>{ONE})|(?P<time>{TIME})|(?P<it>{IT})", re.I)
TURNS = 2                                       # before this one, of which something may be meant


def not_tied(plan: Plan, text: str, asked: Asked, tools: Mapping[str, Tool]) -> Plan:
    """The plan, which says so where it reads something, and nothing of it is of what was shown; nothing is pointed at in a first message."""
    context = Context(asked.past, asked.projects)
    is_reading = bool(plan.calls) and not any(tools[name].proposes or takes_sentence(tools[name]) for name, _ in plan.calls)
    m = POINTS.search(text)
    if not is_reading or m is None or plan.says or not (context.them or context.it) or _is_of_message(m, text, asked):
        return plan
    is_dated = any(read_days(str(v), asked.today) for _, args in plan.calls for v in _values(args, ()))
    is_other = m["many"] is not None and _is_of_others(plan, context, tools)
    return plan if (is_dated if m["time"] else not is_other and _is_tied(plan, asked, context, tools)) else replace(plan, says=NOT_TIED.format(words=m[0]))


def _is_of_message(m: re.Match[str], text: str, asked: Asked) -> bool:
    """Whether something is named before it in the same message, so that it may be that."""
    heard = asked.heard(text[:m.start()])
    return bool(heard.types & {"KEY", "project", "person", "TEXT", "KIND", "DATE"})


def _is_tied(plan: Plan, asked: Asked, context: Context, tools: Mapping[str, Tool]) -> bool:
    """Whether a call is of a record, a project, a person or a condition of the turns before."""
    said = str(plan.calls).lower()
    turns = asked.past[-TURNS:]
    before = {v for turn in turns for v in _of(turn, tools)} | {str(context.project or "").lower(), str(context.it or "").lower()}
    return any(re.search(rf"(?<!\w){re.escape(v)}(?!\w)", said) for v in before if v)


def _is_of_others(plan: Plan, context: Context, tools: Mapping[str, Tool]) -> bool:
    """Whether records of another kind are listed than were shown, and by none of their keys."""
    shown, said = {kind_coded(key).kind.one for key in context.them}, str(plan.calls)
    kinds = {str(args.get(slot.name)) for name, args in plan.calls if (slot := tools[name].slot(Holds.kind))}
    return bool(shown and kinds) and not kinds & shown and not any(key in said for key in context.them)


def _of(turn: Earlier, tools: Mapping[str, Tool]) -> Iterator[str]:
    """The keys, the names and the values of a turn."""
    yield from (key.lower() for key in turn.keys)
    for call in turn.calls:
        if call.tool in tools:
            yield from (str(v).lower() for v in _values(call.said, (Holds.kind, Holds.field), tools[call.tool]))


def _values(args: Mapping[str, object], but: Sequence[Holds], tool: Tool | None = None) -> Iterator[object]:
    """The values of a call, those of conditions one by one, without what holds only a kind or an order."""
    left = {s.name for s in tool.slots if s.holds in but} if tool else set()
    for name, value in args.items():
        if name not in left:
            yield from value.values() if isinstance(value, Mapping) else (value,)
