"""“Who decided that?” of what was shown: the decider of each that is decided; that it could not be read, where none of them is."""
from collections.abc import Mapping
import re

from assistant.planner.gone_on.of_shown import shown_last
from assistant.planner.gone_on.off_thread import not_read_of
from assistant.planner.heard.following import RECORD, Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.heard.wording import OF_SHOWN
from assistant.planner.words.lexicon import kind_coded
from assistant.planner.words.openings import opening
from records.kinds.base import fields
from tools.base import Holds, Tool

OPENS = opening("tell me", "do you know")
THAT = r"(?: (?:that|this|it|them|those|these|so|all of them))?"
DID = r"(?:decided?|approved|rejected|signed off|agreed|accepted|granted|authori[sz]ed|made th(?:e|at) (?:decision|call))"
ASKS = re.compile(rf"{OPENS}(?:(?:who|by whom)(?: has| have| had| was| were| actually)*{THAT} (?:{DID}|signed{THAT} off)(?: (?:on|to|about|for))?{THAT}|"
                  rf"whose (?:decision|call|idea) (?:was|is){THAT})(?: then| and (?:when|why))*$")
DECIDER = "decider_id"


def who_decided(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The records that were shown last and are of a kind that is decided, by who decides them; None where nothing was shown, or another thing is asked."""
    turn, lister = shown_last(context), lister_of(tools.values())
    if turn is None or lister is None or context.pending or not ASKS.match(heard.plain) or heard.types & {"KEY", "KIND", "project", "person", "TEXT"}:
        return None
    keys = [key for key in turn.keys if RECORD.match(key)]
    shown = dict.fromkeys(map(kind_coded, keys))
    kinds = [of for of in shown if any(f.name == DECIDER for f in fields(of))]
    if len(shown) > len(kinds) + 1:
        return not_read_of(turn)                           # what only holds some words is no answer to go on from
    calls = tuple(called(lister, {Holds.kind: of.kind.one, Holds.conditions: {"key": ", ".join(k for k in keys if kind_coded(k) is of)}},
                         next(f.label for f in fields(of) if f.name == DECIDER)) for of in kinds)
    return Plan(calls, OF_SHOWN.format(many=" and ".join(of.kind.many for of in kinds)), sure=True) if calls else not_read_of(turn)
