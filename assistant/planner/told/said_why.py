"""What is said behind an order and is no part of it - “reject CR-2, too expensive” - as the reason of the new state, where the kind keeps one,
else as a comment."""
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
import re
from typing import Any

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.left_out import content
from assistant.planner.heard.mood import is_question
from assistant.planner.heard.plan import Plan
from assistant.planner.words.lexicon import choice_words, kind_named, state_of
from assistant.planner.words.phrases import ORDERS
from records.kinds.base import Record, fields, split
from tools.base import Tool
from tools.desk.beside import kinds_about

TAIL = re.compile(r"(?:\s*[,;:]\s*|\s+[-–—]+\s*|\.\s+|\s+(?=too\b|(?:because|since|(?<!soon )as(?! soon\b))\b)|\s*\((?=[^()]+\)\W*$))"
                  r"(?:(?:because|since|(?<!soon )as(?! soon\b)|cause|"
                  r"cos)\s+)?(?P<why>\S.*)$", re.S)
NO_REASON = re.compile(r"^(?:the one|which|that (?:is|one)|i mean|please|thanks?|thank you|now|then|ok|okay|and|but|with|until|till|by|not|except|"
                       r"instead|again|"
                       r"go ahead|go for it|do it|that is (?:fine|ok|it)|of course|by all means|for now|yesterday|today|tomorrow|for me|if|unless|"
                       r"when|once|after|before)\b", re.I)
LONGEST = 200
MOST, FEW = 2, 2                              # values beside which a reason is looked for: a state and what comes of it; one word may be anything


def with_reason(plan: Plan, heard: Heard, changer: Tool, again: Callable[[str], Plan]) -> Plan:
    """The plan with what its last words give as a reason; `again` plans what stands before them."""
    if len(plan.calls) != 1 or plan.calls[0][0] != changer.name or "TEXT" in heard.types or "\n" in heard.text.strip():
        return plan
    name, args = plan.calls[0]
    kind, values = kind_named(str(args["kind"])), args.get("values") or {}
    state = state_of(kind)
    became = values.get(state.label) if state else None
    if became is None or len(values) > MOST or set(args.get("where", {})) - {"key"}:
        return plan
    slot = reason_field(kind, values)
    for m in _tails(heard.text):
        why = m["why"].strip(" .!)\"'")
        if slot and _is_reason(why, m.end() - len(m["why"]), kind, heard) and _is_same(again(heard.text[:m.start()]), plan):
            return replace(plan, calls=((name, {**args, "values": {**values, slot: why}}),), says="")
    return plan


def _tails(text: str) -> Iterator[re.Match[str]]:
    """Every way to part the last words off, the longest first: “as resolved - dodgy rounding” begins with none."""
    at = 0
    while m := TAIL.search(text, at):
        yield m
        at = m.start() + 1


def reason_field(kind: type[Record], values: Mapping[str, Any]) -> str:
    """Where the reason goes: the field that is for the reason of the new state, else a comment; "" where there is one already."""
    if own := reason_of_state(kind, values):
        return "" if own in values else own
    other = next((k.kind.one for k in kinds_about(kind) if any(f.holds_key for f in fields(k)) and any(
        f.name == k.kind.title and f.required and f.type is str for f in fields(k))), "")
    return "" if other in values else other


def reason_of_state(kind: type[Record], values: Mapping[str, Any]) -> str:
    """The field that is for the reason of the state that a record gets; "" where it gets none, or that has no such field."""
    state = state_of(kind)
    became = str(values.get(state.label, "")) if state else ""
    return next((f.label for f in fields(kind) if became and became in split(f.says.why)), "")


def _is_reason(why: str, at: int, kind: type[Record], heard: Heard) -> bool:
    """Whether the last words only tell: no order, no question, no value or name of a record, and no mere courtesy."""
    if NO_REASON.match(why) or len(why) > LONGEST or len(why.split()) < FEW or "?" in why:
        return False
    dated = [s for s in heard.of("DATE") if s.start >= at]
    if dated and not content(" ".join([heard.text[at:dated[0].start], heard.text[dated[-1].end:]])):
        return False                                       # a day alone is no reason
    if any(s.start >= at and t in ("KEY", "PERCENT", "HOURS", "MONEY", "REPEAT", "CHANGE") for t, s in heard.spans) or not content(why):
        return False
    first = re.match(r"\w+", why.lower())
    is_order = first is not None and first[0] in ORDERS and first[0] not in {w for _, w, _ in choice_words(str(kind.__tablename__))}
    return not is_order and not is_question(Heard(why, ()))


def _is_same(before: Plan, whole: Plan) -> bool:
    """Whether the order alone asks for the same, so that its last words were of no use to it."""
    return before.calls == whole.calls
