"""“When do the scanners arrive?”: the day that is promised or due of what is to be delivered, or that no record keeps one, with what speaks of it."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import RECORD, Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.permitting import OPENING
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import called, seeker_of, teller_of
from assistant.planner.heard.wording import NO_DELIVERY, WHOSE_OF_THEM
from assistant.planner.words.lexicon import kind_coded
from records.kinds.base import Record, fields
from tools.base import Holds, Tool

WHEN = r"(?:when|by when|until when|on (?:what|which) day|how soon)"
ARRIVES = (r"(?:be |get )?(?:arriv(?:e|es|ing|ed)|com(?:e|es|ing)(?: in)?|deliver(?:ed|y)?|get(?:s|ting)? here|shipp?(?:ed|ing|s)?|here|show(?:ing)? up|"
           r"due to arrive|expected)")
ASKS = re.compile(rf"{OPENING}{WHEN} (?:do|does|will|is|are|did|can|should|would) (?P<what>it|they|that|those|these|this|(?:the |our )?[\w' -]{{3,40}}?) "
                  rf"{ARRIVES}(?: then| at last| finally)?$")
FEW = 3
POINTS = frozenset(("it", "they", "that", "those", "these", "this"))
DAYS = ("promised_for", "needed_by", "due")     # of what others give, or what is to be handed over
GIVEN = ("promised_for", "accepted_on")         # fields of kinds that are delivered


def arriving(heard: Heard, asked: Asked, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The plan for such a question; None where it is none, or nothing is known by that name."""
    m, teller = ASKS.match(heard.plain), teller_of(tools.values())
    if m is None or teller is None or heard.types & {"person", "project", "KEY", "DATE", "TEXT", "objective"}:
        return None
    what = re.sub(r"^(?:the|our) ", "", m["what"])
    if what in POINTS:
        key = context.it or ""
        titles = dict(name for turn in context.past for name in turn.named)
        if RECORD.match(key):
            return _of_one(key, titles.get(key, ""), teller, tools)
        shown = tuple(f"show {each}" for each in context.listed[:FEW])
        return Plan(says=WHOSE_OF_THEM, choices=shown, understood=False) if shown else None
    held = asked.holding(what)
    given = [h for h in held if _day(h.kind) and set(GIVEN) & {f.name for f in fields(h.kind)}]
    if len(given) == 1:
        return Plan((called(teller, {Holds.record: given[0].key, Holds.field: _day(given[0].kind)}),), sure=True)
    return _unknown(what, what, tools) if held and not given else None


def _of_one(key: str, title: str, teller: Tool, tools: Mapping[str, Tool]) -> Plan | None:
    if label := _day(kind_coded(key)):
        return Plan((called(teller, {Holds.record: key, Holds.field: label}),), sure=True)
    return _unknown(f"{key} {title}".strip(), title, tools) or Plan((called(teller, {Holds.record: key}),), NO_DELIVERY.format(what=key), sure=True)


def _unknown(what: str, words: str, tools: Mapping[str, Tool]) -> Plan | None:
    """That no day is kept of it, with all that speaks of it."""
    seeker = seeker_of(tools.values())
    return Plan((called(seeker, {Holds.words: words}),), NO_DELIVERY.format(what=what), sure=True) if seeker and words else None


def _day(kind: type[Record]) -> str:
    return next((f.label for name in DAYS for f in fields(kind) if f.name == name), "")
