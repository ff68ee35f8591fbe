"""What leans on an earlier turn: the answer to a question of ours, a change of what still waits for a yes, the last question again."""
from collections.abc import Mapping, Sequence
from datetime import date
import re
from typing import Any

from assistant.planner.filled.filling import fill, spoken_days
from assistant.planner.filled.stating import stated
from assistant.planner.gone_on.further import is_further
from assistant.planner.gone_on.the_rest import is_left_out, without_some
from assistant.planner.heard.asking import asks_figure_of_project
from assistant.planner.heard.following import IT, Context, Earlier
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.mood import is_question
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.repeating import bounded
from assistant.planner.heard.wishing import is_text
from assistant.planner.heard.wording import TITLE_ASKED
from assistant.planner.learned.weighing import is_order
from assistant.planner.meant.conditions import conditions
from assistant.planner.meant.moment import is_of_now, timed
from assistant.planner.told.altering import changed
from assistant.planner.told.creating import corrected
from assistant.planner.told.told_of_people import told_of_people
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.phrases import HARD, LOOK, MAKING
from language.dates import find_moves
from records.figures import FIGURES
from records.kinds import Person
from records.kinds.base import Record, fields
from tools.base import Holds, Tool

Tools = Mapping[str, Tool]
Call = tuple[str, Mapping[str, Any]]
SHORT = 7
BECOMES = frozenset({"PERCENT", "DATE", "person", "HOURS", "MONEY", "REPEAT"})          # what a record that is named gets
AGAIN = re.compile(r"^(?:and|what about|how about|same for|now|or|also|then|only|just|but|for|in|on|with|without|sort|sorted|order|group|grouped|more|all|"
                   r"show all|show more|the rest|everything|not)\b")
THOSE = re.compile(r"\b(?:which|who|what|how many|any|some|one|those|only|just|all|none) (?:of|among) (?:those|these|them)\b|\b(?:only|just|show|the|"
                   r"which) (?:[\w-]+ ){0,2}ones\b|"
                   r"^(?:and )?those (?:that|which|who|with|without|of|in|on|due|from)\b")
BARE = re.compile(r"^(?:why|how come|why is that|and why|why so|because of what)$")
METHOD = re.compile(r"^(?:and )?(?:(?:by|with|using|in) )?(?:which|what) (?:method|formula|way)\b|"
                    r"^(?:and )?how(?: so| exactly| come)?$|^how do you know(?: that| this)?$|"
                    r"^(?:and )?(?:show (?:me )?)?(?:your|the) (?:working|formula|method)$")
MORE = re.compile(r"^(?:and )?(?:(?:show|give|list|see) (?:me )?)?(?:more|all|all of them|the rest|everything|them all)(?: please)?$")
WHOLE = re.compile(r"^(?:please )?(?:show|list)\b")
WHOLE_ONE = re.compile(r"^(?:please )?(?:compare|rank|list|show|prioriti[sz]e|summari[sz]e)\b.*\w{3}")        # a request of its own, and no answer
ASKED = re.compile(r"^(?:Which|Whose|Who|What|When|Say)\b")
UNCLEAR = re.compile(r"“(?P<w>[^”]+)”")
DAY_ALONE = re.compile(r"\W*(?:until|till|to|through|by|on|from|before)?\s*\0+[\s.!]*", re.I)
ALL_OF = re.compile(r"\b(?:all|every|each|everything|whatever)\b")
REVISING = re.compile(r"^(?:hm+ )?(?:no|nope|rather|better|actually|instead|make|set|change|move|assign|give|for|due|by|with|and|call|rename|title|priority|"
                      r"in|on|to|also|not|only|but|let us|until|at|hand|push|postpone|put|owner|estimate|sorry|oops|"
                      r"i meant|should be|ok but|hmm|wait|make that|please|add)\b")
AFRESH = re.compile(r"^\W*(?:(?:please|no|ok|now|do it|and|yes)\b[\s,]*)*(?:again|once more|the same|anew|redo it|do it again|same again)\b[\s,]*"
                    r"(?:but|and|just|only)?\s*(?P<how>\S.*)$", re.I | re.S)
FEW_LINES = 3                                   # of an answer that comes to a question
LENGTH = re.compile(r"\b(?:\d+|an?|one|two|three|four|five|six|half a|another|a couple of|a few) (?:working |business )?(?:days?|weeks?|months?)\b", re.I)
EARLIER = re.compile(r"\b(?:earlier|sooner|forward|up|in)\b", re.I)
WAY = re.compile(r"\b(?:earlier|sooner|later|back)\b", re.I)
INSTEAD = re.compile(r"^(?:(?:no|ok|sorry|hm|hmm|oh|and|please|actually|better|rather|wait)\b ?)*"
                     r"(?:(?:make|move|push|shift) (?:it|that|them|these|those|both|all of them)|only|just|by|rather|better|say|"
                     r"(?:an?|one|two|three|four|five|six|\d+|half|another) \w+)\b.*$")
LEADING = re.compile(r"^\s*(?:(?:for|on|in|to|the|it is|it's|i mean|i meant|of course|project|that is|no|yes)\b[\s,]*)+", re.I)


def answered(heard: Heard, context: Context, asked: Asked) -> str | None:
    """The earlier request with the answer to our question in it, or None when this is no answer."""
    last = context.past[-1] if context.past else None
    if last is None or last.state or is_question(heard) or WHOLE_ONE.match(heard.plain):
        return None
    question = _first_line(last)
    if question == TITLE_ASKED and _is_title(heard, asked):
        return f"{_whole(context.past, asked).rstrip(' ?.!:')}: {heard.text}"
    if _is_wish(heard):
        return None
    unclear = UNCLEAR.search(question)
    if ASKED.match(question) or (unclear and _is_name(heard)):
        return _joined(_whole(context.past, asked), heard.text, question)
    return None


def gives_title(heard: Heard, context: Context, asked: Asked) -> bool:
    """Whether it is what something new is called, which was asked: no title of what is there."""
    last = context.past[-1] if context.past else None
    return last is not None and not last.state and _first_line(last) == TITLE_ASKED and not is_question(heard) and _is_title(heard, asked)


def waits(context: Context, asked: Asked) -> str:
    """The order that we asked about last and that has no answer yet; "" where there is none."""
    last = context.past[-1] if context.past else None
    if last is None or last.state or not ASKED.match(_first_line(last)) or last.keys:
        return ""
    whole = _whole(context.past, asked)
    return whole.strip(" .!?") if "\n" not in whole and is_order(asked.heard(whole)) else ""


def _is_title(heard: Heard, asked: Asked) -> bool:
    """Whether it may be what something new is called, and is no order, no question and no sentence of its own."""
    if MAKING.match(heard.plain) or LOOK.match(heard.plain) or ("KEY" in heard.types and is_order(heard)) or told_of_people(heard):
        return False
    if HARD.match(heard.plain) and heard.types & {"project", "person"}:
        return False
    return not any(each.weight and each.values is not None for each in stated(heard, Context((), asked.projects), asked.names, asked.today))


def _is_wish(heard: Heard) -> bool:
    """Whether it is a request of its own and no answer: long, an order of more than a name, or a record with what it becomes: “T-5 70 %”."""
    if "KEY" in heard.types and is_order(heard):
        return True
    if DAY_ALONE.fullmatch(heard.signed(*((s, "\0") for s in heard.of("DATE")))):
        return False                                       # “until 18 December”
    is_long = len(heard.text.split()) > SHORT or (is_order(heard) and len(heard.text.split()) > 2)  # noqa: PLR2004 - a name may look like an order
    return is_long or ("KEY" in heard.types and bool(heard.types & BECOMES))


def revised(heard: Heard, context: Context, tools: Tools) -> Call | None:
    """ "Move it to the Monday after", "no, for Ben" while its preview still waits: the same wish again with the new values."""
    call = context.pending
    tool = tools.get(call.tool) if call else None
    if call is not None and tool is not None and (text := next((s for s in tool.slots if is_text(s)), None)) and (again := AFRESH.match(heard.text)):
        return tool.name, {**call.said, text.name: f"{again['how'].strip(' .!')}: {call.said[text.name]}"}
    values = tool.slot(Holds.values) if tool else None
    if call is None or tool is None or values is None or not _revises(heard) or is_further(heard, context):
        return None
    kind = kind_named(str(call.said.get("kind", "task")))
    where, old = tool.slot(Holds.conditions), dict(call.said[values.name])
    if until := bounded(old, heard):
        return tool.name, {**call.said, values.name: {**old, **until}}
    if where and (is_left_out(heard) or INSTEAD.match(heard.plain)):
        left, longer = without_some(kind, call.said[where.name], heard, context.projects), _by_length(heard, old, kind)
        if left or longer or is_left_out(heard):
            return (tool.name, {**call.said, where.name: left or call.said[where.name], values.name: {**old, **longer}}) if left or longer else None
    new = changed(kind, heard) if where else corrected(kind, heard)
    new = _of_the_same(kind, heard, old, new)
    if new:
        return tool.name, {**call.said, values.name: {**old, **{n: v if "REPEAT" in heard.types else _counted(v, old.get(n)) for n, v in new.items()}}}
    narrower = conditions(kind, heard, Context((), context.projects)) if where else {}
    return (tool.name, {**call.said, where.name: {**call.said[where.name], **narrower}}) if where and narrower else None


def continued(heard: Heard, context: Context, tools: Tools, asked: Asked) -> tuple[Call, ...]:
    """ "And for Borealis?", "only Ana's", "why?": the last call again with what is new, or all calls of the last turn where each is a list of its own."""
    calls = context.last_calls
    if len({c.tool for c in calls}) == 1 and len(calls) > 1 and tools[calls[0].tool].slot(Holds.kind):
        again = [_continued(c, heard, context, tools, asked) for c in calls]
        return tuple(each for each in again if each) if all(again) else ()
    again_last = _continued(context.last_call, heard, context, tools, asked)
    return (again_last,) if again_last else ()


def _continued(call: Any, heard: Heard, context: Context, tools: Tools, asked: Asked) -> Call | None:
    tool = tools.get(call.tool) if call else None
    if call is None or tool is None or tool.proposes or not _goes_on(heard, call.said) or (asks_figure_of_project(heard) and not tool.slot(Holds.figure)):
        return None
    if tool.slot(Holds.figure) and METHOD.match(heard.plain):
        return tool.name, dict(call.said)
    if question := tool.slot(Holds.question):
        return tool.name, {question.name: _renumbered(str(call.said.get(question.name, "")), heard.text)}
    moment = tool.slot(Holds.moment)
    if moment:
        leaning = moment.name in call.said or not any(tool.slot(h) for h in (Holds.period, Holds.conditions))
        heard = timed(heard, asked.names, asked.today, leaning=leaning)
    now = dict(fill(tool, heard, Context((), context.projects)).args)
    now |= {moment.name: ""} if moment and moment.name in call.said and is_of_now(heard) else {}
    now |= {s.name: 100 for s in tool.slots if s.holds is Holds.number and MORE.match(heard.plain)}
    if (kind := tool.slot(Holds.kind)) and "KIND" not in heard.types:
        now.pop(kind.name, None)
        now |= _narrower(tool, call.said, heard, context)
    now |= _people(tool, call.said, heard)
    if ahead := _ahead(tool, call.said, heard):
        now = {n: v for n, v in now.items() if not (s := tool.slot(Holds.conditions)) or n != s.name or "person" in heard.types} | ahead
    before = {n: v for n, v in now.items() if call.said.get(n) == v}
    if before and before == now and (same := tool.slot(Holds.choice)) and same.name in now and heard.types & {"DATE", "MONEY", "PERCENT"}:
        return tool.name, dict(call.said)                  # the same once more; that it cannot be narrowed so is told
    return (tool.name, merged(tool, call.said, now)) if now.keys() - before.keys() else None


def _ahead(tool: Tool, said: Mapping[str, Any], heard: Heard) -> dict[str, str]:
    """The days to come that are said now, of a figure that was asked over days or looks ahead; nothing else of the call is narrowed by them."""
    slot = tool.slot(Holds.days)
    told = {str(v).removeprefix("-") for v in said.values() if isinstance(v, str)} | {n for v in said.values() if isinstance(v, Mapping) for n in v}
    is_of_days = slot is not None and heard.of("DATE") and (slot.name in said or any(f.is_over_days and {f.name, f.title} & told for f in FIGURES))
    return {slot.name: re.sub(r"^for ", "", spoken_days(heard))} if slot and is_of_days else {}


def _people(tool: Tool, said: Mapping[str, Any], heard: Heard) -> dict[str, Any]:
    """Other people in the place of those whose list it was: “and Dev?” after the load of Ana and Ben."""
    kind, where = tool.slot(Holds.kind), tool.slot(Holds.conditions)
    keyed = kind and where and said.get(kind.name) == Person.kind.one and "key" in (said.get(where.name) or {})
    keys = [str(s.value) for s in heard.of("person")]
    return {where.name: {"key": ", ".join(keys)}} if keyed and keys and where else {}


def _narrower(tool: Tool, said: Mapping[str, Any], heard: Heard, context: Context) -> dict[str, Any]:
    """What narrows a list of the kind that was listed before: “only the technical ones”."""
    kind, where = tool.slot(Holds.kind), tool.slot(Holds.conditions)
    if kind is None or where is None or kind.name not in said:
        return {}
    found = conditions(kind_named(str(said[kind.name])), heard, Context((), context.projects))
    return {where.name: found} if found else {}


def merged(tool: Tool, before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    """The earlier call with what is said now; of another kind of record only whose and where it is still counts."""
    out = dict(before)
    kind = tool.slot(Holds.kind)
    is_other = kind is not None and kind.name in now and now[kind.name] != before.get(kind.name)
    for slot in tool.slots:
        old, new = out.get(slot.name), now.get(slot.name)
        if is_other and slot.holds is Holds.conditions and isinstance(old, Mapping):
            out[slot.name] = old = {n: v for n, v in old.items() if n in ("project", "owner")}
        if is_other and slot.holds is Holds.field:
            out.pop(slot.name, None)
        if new is not None:
            out[slot.name] = {**old, **new} if isinstance(old, Mapping) and isinstance(new, Mapping) else new
    return out


def _goes_on(heard: Heard, said: Mapping[str, Any]) -> bool:
    if is_order(heard) or len(heard.text.split()) > SHORT:
        return False
    if WHOLE.match(heard.plain) and heard.of("KIND") and not THOSE.search(heard.plain):
        return False                                       # “show all issues” asks anew
    named = [t for t, _ in heard.spans]
    is_bare_name = len(heard.plain.split()) <= 2 and bool(named) and all(t in said for t in named)  # noqa: PLR2004 - "Borealis?", "Ben Okafor?"
    return bool(AGAIN.match(heard.plain) or THOSE.search(heard.plain) or BARE.match(heard.plain) or METHOD.match(heard.plain)) or is_bare_name


def is_of_waiting(plan: Plan, context: Context) -> bool:
    """Whether a plan is what waits with something of it changed."""
    call = context.pending
    return call is not None and any(name == call.tool and args.get("values") == call.said.get("values") for name, args in plan.calls)


def leans(heard: Heard, context: Context) -> bool:
    """Whether it means what waits and nothing else: “make both due Monday”."""
    return _revises(heard) and IT.search(heard.plain) is not None and not is_further(heard, context)


def _revises(heard: Heard) -> bool:
    if ALL_OF.search(heard.plain) and heard.types & {"person", "KIND"} and len(heard.text.split()) > SHORT:
        return False                                       # “push back all of Jonas's tasks” is an order of its own
    if heard.of("KEY") or MAKING.match(heard.plain) or (is_question(heard) and not is_order(heard)):
        return False
    if "REPEAT" in heard.types and not is_order(heard) and len(heard.text.split()) <= SHORT:
        return True
    if is_left_out(heard):
        return True
    return bool(IT.search(heard.plain)) or bool(REVISING.match(heard.plain)) or len(heard.text.split()) <= 3  # noqa: PLR2004 - "Friday instead", "8 hours"


def _first_line(turn: Earlier) -> str:
    """What an answer begins with; the question that it ends in, where something was said before it."""
    lines = [line.strip() for line in turn.answer.replace("\\", "").strip().splitlines() if line.strip()]
    asks = next((line for line in lines[1:FEW_LINES] if turn.failed and ASKED.match(line)), "")
    return asks or (lines[0] if lines else "")


def _whole(past: Sequence[Earlier], asked: Asked) -> str:
    """The request that a question of ours was about, with the answers already given to earlier ones in it."""
    last, before = past[-1], past[-2] if len(past) > 1 else None
    if before is not None and not before.state and _first_line(before) == TITLE_ASKED and _is_title(asked.heard(last.question), asked):
        return f"{_whole(past[:-1], asked).rstrip(' ?.!:')}: {last.question}"
    if before is not None and not before.state and ASKED.match(_first_line(before)) and not _is_wish(asked.heard(last.question)):
        return _joined(_whole(past[:-1], asked), last.question, _first_line(before))
    return last.question


def _joined(question: str, answer: str, asked: str) -> str:
    """A request with the answer to what was asked about it in its place."""
    bare = LEADING.sub("", answer).strip(" .!?") or answer
    unclear = UNCLEAR.search(asked)
    if unclear and unclear["w"] in question:
        return question.replace(unclear["w"], bare, 1)
    whole = question.rstrip(" ?.!")
    if "\n" in whole and "project" in asked.lower():
        return f"{bare}:\n{whole}"                         # a list, and above it where its tasks are
    return f"{whole} on {bare}" if "project" in asked.lower() else f"{whole} {answer}"


def _is_name(heard: Heard) -> bool:
    return len(heard.text.split()) <= 3 and bool(heard.types & {"project", "person", "KEY", "DATE"})  # noqa: PLR2004 - a name


def _by_length(heard: Heard, old: Mapping[str, Any], kind: type[Record]) -> dict[str, str]:
    """ "Make it two weeks instead" of what moves by a week: the same move by another length, in the other direction where that is said; of what moves to a
    day, so much later than it is now."""
    lengths, dates = list(LENGTH.finditer(heard.text)), {f.label for f in fields(kind) if f.type is date}
    moved = {n: v for n, v in old.items() if n in dates and isinstance(v, str)}
    by = {n: v for n, v in moved.items() if LENGTH.search(v) and any(True for _ in find_moves(v))}
    if len(lengths) != 1 or not moved or len(heard.text.split()) > SHORT or not INSTEAD.search(heard.plain):
        return {}
    if way := WAY.search(heard.text):
        return {n: f"{lengths[0][0]} {'earlier' if EARLIER.search(way[0]) else 'later'}" for n in by}
    return {n: LENGTH.sub(lengths[0][0], v, count=1) for n, v in by.items()} or dict.fromkeys(moved, f"{lengths[0][0]} later")


def _of_the_same(kind: type[Record], heard: Heard, old: Mapping[str, Any], new: Mapping[str, str]) -> dict[str, str]:
    """An amount for which no field is said is one of the only amount that waits: “make it 130k” of a new forecast is no new budget."""
    amounts = {f.label: f for f in fields(kind) if f.is_money}
    waits = [n for n in old if n in amounts]
    if len(waits) != 1:
        return dict(new)
    return {waits[0] if n in amounts and not any(re.search(rf"\b{re.escape(w)}\b", heard.text, re.I) for w in amounts[n].names) else n: v
            for n, v in new.items()}


def _counted(said: str, before: str | None) -> str:
    """A date that counts from the one shown before: "the Monday after" becomes "the Monday after next Friday"."""
    if before and re.search(r"\b(?:after|before)$", said.strip(), re.I):
        return f"{said} {before}"
    if before and (m := LENGTH.search(said)):
        return f"{m[0]} {'before' if EARLIER.search(said) else 'after'} {before}"
    return said


def _renumbered(question: str, said: str) -> str:
    """ "And gate 3?" after a question about gate 2: the same question of the other number."""
    for m in re.finditer(r"\b([a-z]+) (\d+)\b", said, re.I):
        if (other := re.sub(rf"\b{m[1]} \d+\b", m[0], question, flags=re.I)) != question:
            return other
    return said
