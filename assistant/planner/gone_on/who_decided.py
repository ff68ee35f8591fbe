"""“Who decided that?” of what was shown: the decider of each that is decided, or that it could not be read; and “who runs it?” of a project."""
from collections.abc import Mapping
import re

from assistant.planner.gone_on.of_shown import shown_last
from assistant.planner.gone_on.off_thread import not_read_of
from assistant.planner.heard.following import RECORD, Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, lister_of, teller_of
from assistant.planner.heard.wording import OF_SHOWN
from assistant.planner.words.lexicon import kind_coded
from assistant.planner.words.openings import opening
from records.kinds import Person, Project
from records.kinds.base import Record, fields
from tools.base import Holds, Tool

OPENS = opening("tell me", "do you know")
THAT = r"(?: (?:that|this|it|them|those|these|so|all of them))?"
DID = r"(?:decided?|approved|rejected|signed off|agreed|accepted|granted|authori[sz]ed|made th(?:e|at) (?:decision|call))"
ASKS = re.compile(rf"{OPENS}(?:(?:who|by whom)(?: has| have| had| was| were| actually)*{THAT} (?:{DID}|signed{THAT} off)(?: (?:on|to|about|for))?{THAT}|"
                  rf"whose (?:decision|call|idea) (?:was|is){THAT})(?: then| and (?:when|why))*$")
RUNS = re.compile(rf"{OPENS}who(?: is)? (?:runs?|running|leads?|leading|manages?|managing|heads?|in charge of|responsible for|looks after|the manager of)"
                  r" (?:it|that|this|that one|this one|the project)(?: now| then)?$")
DECIDER = "decider_id"


def who_decided(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The records that were shown last and are of a kind that is decided, by who decides them; None where nothing was shown, or another thing is asked."""
    turn, lister, teller = shown_last(context), lister_of(tools.values()), teller_of(tools.values())
    if turn is None or lister is None or teller is None or context.pending or not ASKS.match(heard.plain):
        return None
    if heard.types & {"KEY", "KIND", "project", "person", "TEXT"} or any(isinstance(c.said.get("project"), str) for c in turn.calls):
        return None                                        # a verdict on a project is decided by nobody
    keys = [key for key in turn.keys if RECORD.match(key)]
    shown = dict.fromkeys(map(kind_coded, keys))
    kinds = [of for of in shown if _decider(of)]
    if not kinds or len(shown) > len(kinds) + 1:
        return not_read_of(turn)                           # what only holds some words is no answer to go on from
    if len(keys) == 1:
        return Plan((called(teller, {Holds.record: keys[0], Holds.field: _decider(kinds[0])}),), sure=True)
    calls = tuple(called(lister, {Holds.kind: of.kind.one, Holds.conditions: {"key": ", ".join(k for k in keys if kind_coded(k) is of)}}, _decider(of))
                  for of in kinds)
    return Plan(calls, OF_SHOWN.format(many=" and ".join(of.kind.many for of in kinds)), sure=True)


def who_runs(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """Who manages the project that was talked of last: “who runs it?”."""
    project, teller = context.it if context.it in context.projects.values() else context.project, teller_of(tools.values())
    if teller is None or project is None or heard.types or RECORD.match(context.it or "") or not RUNS.match(heard.plain):
        return None
    label = next((f.label for f in fields(Project) if f.refers == Person.__tablename__), "")
    return Plan((called(teller, {Holds.record: project, Holds.field: label}),), sure=True)


def _decider(of: type[Record]) -> str:
    return next((f.label for f in fields(of) if f.name == DECIDER), "")
