"""What has to be decided in a time, by whomever: requests, decisions and gates; “everything that has to be decided in the next two weeks”."""
from collections.abc import Iterator, Mapping
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Call, Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.told.dating import days
from assistant.planner.words.lexicon import open_of
from assistant.planner.words.openings import opening
from records.kinds import KINDS
from records.kinds.base import Record, fields
from tools.base import Holds, Tool

OPENS = opening("i need", "we need", "i want", "give me", "show me", "show", "tell me", "list", "a list of", "is there", "are there", "can you", "could you")
THING = r"(?:everything|anything|all|what|which decisions?|(?:the |any |all |what )*decisions?|things|whatever)(?: else| all| there| that| which)*"
NEEDED = (r"(?:(?:is|are|has|have|had|needs?|must|should|will|comes?|falls?|do|does)(?: we| still| yet| now| to| be| have| need| the board| up| due| for)* "
          r"(?:decided?(?: on| upon)?|made|make|taken|take|(?:a |deciding|our )*decisions?|deciding|due)|(?:is |are )?(?:to be|waiting to be) "
          r"(?:decided|made|taken)|(?:to|left to) (?:decide|be decided|make|take))")
HOME = r"(?: (?:on|for|in|of|at|about) (?:PROJECT|us|the (?:office|portfolio|company)|all projects))?"
BY = r"(?:(?:by|until|till|before|within|in|during|for|on|over|due|after|from|between now and|up to|no later than)(?: the)? )*"
WITH = r"(?: ?,? ?(?:with|and|including|plus|for each|tell me|also|by|who|whom|when|has to|must|decides?|the|decider|due|date|each|it|them|of|by when|is))*"
ASKED = re.compile(rf"{OPENS}{THING} {NEEDED}{HOME} {BY}DATE{HOME}{WITH}$")
DECIDES = re.compile(r"\bdeci(?:d|s)\w*\b")
WHO = re.compile(r"\b(?:who|whom|decider|decides)\b")
GATE, FORECAST = "gate", "forecast"


def to_be_decided(heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """A list of each kind that is decided by a day, and of the gates of that time; None where no time is said or one person's are asked for."""
    lister = lister_of(tools.values())
    if lister is None or heard.types & {"KEY", "person", "MONEY", "PERCENT", "TEXT"} or not DECIDES.search(heard.plain):
        return None
    if not ASKED.match(heard.shaped("project", "DATE").replace(",", " ,")):
        return None
    home = {"project": heard.first("project") or ""} if heard.first("project") else {}
    return Plan(tuple(_lists(heard, lister, home)), sure=True, whole=True)


def _lists(heard: Heard, lister: Tool, home: Mapping[str, str]) -> Iterator[Call]:
    for kind in KINDS:
        known = {f.name: f for f in fields(kind)}
        show = ", ".join(f.label for f in (known.get("decider_id"), known.get("owner_id")) if f and f.name not in kind.kind.columns) if WHO.search(
            heard.plain) else ""
        if {"decider_id", "decide_by", "status"} <= known.keys():
            yield _with(called(lister, {Holds.kind: kind.kind.one, Holds.conditions: {**open_of(kind), **days(kind, heard, {}), **home}}), show)
        elif FORECAST in known and (of := next((f for f in known.values() if GATE in f.choices), None)):
            where = {**_to_come(kind), of.label: GATE, **days(kind, heard, {}), **home}
            yield _with(called(lister, {Holds.kind: kind.kind.one, Holds.conditions: where}), show)


def _with(call: Call, show: str) -> Call:
    """The call with more columns, where the table has them not."""
    return (call[0], {**call[1], "show": show}) if show else call


def _to_come(kind: type[Record]) -> dict[str, str]:
    """The condition of those that are not reached yet."""
    return {"actual": "empty"} if any(f.name == "actual" for f in fields(kind)) else {}
