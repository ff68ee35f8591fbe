"""What is asked or ordered behind what is only told: “legal agreed to the notice, so close it”, “the board meets on Friday, which projects are red?”."""
from collections.abc import Iterator
from dataclasses import replace
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import NOT_USED, ONLY_ASKED
from assistant.planner.meant.both_thoughts import OURSELVES, WAS, Both
from assistant.planner.meant.calls_asked import holds
from assistant.planner.meant.plainly_read import UNCLEAN, is_answer
from assistant.planner.meant.thoughts import last_thought
from assistant.planner.meant.titled import NOUNS, with_keys
from assistant.planner.told.beside_order import MEASURED
from assistant.planner.told.said_why import reason_field
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.phrases import ORDER

DESCRIBED = re.compile(rf"\b(?:the|our|my) (?:(?!of\b|the\b|for\b|on\b|in\b|to\b)[\w'-]+ ){{1,3}}?(?:{NOUNS}|story|job|piece|ticket)(?!\w)", re.I)
SINCE = re.compile(r"\b(?:since|from)\b", re.I)
QUESTION = re.compile(r"^\W*(?:what|which|who|whose|how|when|where|why|is|are|does|do|did|can|will)\b", re.I)


def behind_fact(both: Both) -> Plan:
    """The plan of what is asked or ordered behind what is only told; of the whole, where that is plainly read or this is not."""
    before, whole = both.thought.before, both.whole
    said = "" if _stands(both) else _for_itself(both)
    ways = (f"{said}{_since(both)}{both.home()}?", f"{said}{both.home()}?", f"{said}?") if both.thought.asks else (said,)
    second = next((plan for way in ways if (plan := both.again(way)).calls), whole) if said else whole
    is_order = not both.thought.asks and both.writes(second) and not both.makes(second) and not UNCLEAN.search(second.says)
    if second.calls == whole.calls or not (is_order or is_answer(second, both.thought.said, both.tools)) or (_is_plain(both) and not _has_all(whole, second)):
        return whole
    if is_order and not QUESTION.match(before) and last_thought(before) is None and (with_it := _with_fact(second, before)):
        return with_it
    is_told = QUESTION.match(before) or both.asked.heard(before).types & MEASURED or last_thought(before)
    return replace(second, says=f"{second.says} {NOT_USED.format(words=before)}".strip()) if is_told else second


def _stands(both: Both) -> bool:
    """Whether the plan of the whole stands: it is declined or asked back for a reason, or plainly read."""
    whole, before = both.whole, both.thought.before
    is_declined = both.thought.asks and not whole.calls and whole.says not in ("", ONLY_ASKED) and (whole.understood or not UNCLEAN.search(whole.says))
    return is_declined or ORDER.match(both.asked.heard(before).plain) is not None or (
        _is_plain(both) and not (OURSELVES.match(before) and both.thought.asks and not WAS.search(before)))


def _is_plain(both: Both) -> bool:
    is_unasked = both.writes(both.whole) and both.is_said_in_passing
    return bool(both.whole.calls) and not UNCLEAN.search(both.whole.says) and not both.is_swallowed() and not is_unasked


def _has_all(whole: Plan, second: Plan) -> bool:
    """Whether the whole asks for the same as the thought, with conditions of what is only told."""
    return len(second.calls) == len(whole.calls) and all(any(holds(of, call) for of in whole.calls) for call in second.calls)


def _for_itself(both: Both) -> str:
    """The thought with the one record that is named before it in the place of “it”; "" where what it is about is not read."""
    before, thought = both.thought.before, both.thought
    named = with_keys(both.asked.heard(before), both.asked, Context((), both.asked.projects)).all("KEY")
    said = both.pointed(thought.said, tuple(dict.fromkeys(named)) or tuple(dict.fromkeys(_titled(both))) or _described(before))
    if said == thought.said and (thought.points or (QUESTION.match(before) and thought.leans)):
        return ""
    return said


def _described(before: str) -> tuple[str, ...]:
    """The one thing of a kind that is described: “the alarm story”."""
    found = {m[0] for m in DESCRIBED.finditer(before)}
    return tuple(found) if len(found) == 1 else ()


def _since(both: Both) -> str:
    """The day since which somebody was away, who asks what happened."""
    m = SINCE.search(both.thought.before) if WAS.search(both.thought.before) else None
    days = [s for s in both.asked.heard(both.thought.before).of("DATE") if m and s.start >= m.start()]
    return f" since {both.asked.heard(both.thought.before).said(days[0])}" if days else ""


def _with_fact(second: Plan, fact: str) -> Plan | None:
    """The change of one record with what was told before it, as its reason or else as a comment on it; None where there is no place for that."""
    if len(second.calls) != 1 or "key" not in second.calls[0][1].get("where", {}):
        return None
    (name, args), = second.calls
    kind, values = kind_named(str(args["kind"])), args.get("values") or {}
    slot = reason_field(kind, values)
    return replace(second, calls=((name, {**args, "values": {**values, slot: fact}}),)) if slot else None


def _titled(both: Both) -> Iterator[str]:
    """The keys of the records whose titles are said."""
    for words, keys in both.asked.titled.items():
        if words.lower() in both.thought.before.lower():
            yield from keys.split(", ")
