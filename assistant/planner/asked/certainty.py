"""How sure something is: “how certain is 22 Feb?”, “best and worst case for Corvus”, “what is the range of the forecast cost?”. What tells it are the
figures that say whose spread they are."""
from collections.abc import Iterator, Mapping
import re

from assistant.planner.asked.reckoning import figures_of
from assistant.planner.filled.completing import completed
from assistant.planner.filled.filling import Filled, spoken_days
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.wording import NO_RANGE
from assistant.planner.learned.weighing import is_order
from records.figures import FIGURES
from records.figures.base import Figure
from records.kinds import Project
from tools.base import Holds, Tool

SURE = "(?:sure|certain|confident|reliable|safe|firm|solid|robust|precise|accurate|trustworthy|uncertain|shaky|fixed|dependable)"
CASES = r"(?:best|worst|optimistic|pessimistic|most likely)(?:[ -]cases?)?"
ASKS = re.compile(rf"^(?:and |so |but |ok |please |now )*(?:how {SURE} (?:is|are|am|were|was|do|does|can|would)\b|with (?:what|which) (?:certainty|"
                  rf"confidence)\b|"
                  rf"(?:(?:what|give|show|tell)(?: is| are| would be|['’]s)?(?: me| us)? )?(?:the |our |its |an? )?(?:(?:full |whole |likely |realistic )?"
                  rf"(?:range|spread|bandwidth|uncertainty|error bars?|margin of error|margin for error|confidence (?:interval|band|range))\b|"
                  rf"{CASES}(?: (?:and|or|to|vs\.?|versus) (?:the )?{CASES})?(?: (?:scenarios?|outcomes?|estimates?|dates?))?\b(?=.*\b(?:for|of|on|in|to|"
                  rf"cost|finish|date|"
                  r"go-live|end)\b|$))|(?:is|are) .+ (?:plus or minus|give or take)\b)")
CASE = re.compile(rf"\b(?:best|worst)[ -]case\b|\b{CASES} (?:and|or|to|vs|versus) (?:the )?{CASES}\b|\brange\b|\bspread\b")
ENDS = re.compile(r"\b(?:go[- ]live|going live|end|finish|date|dates|deadline|completion|launch|delivery|hand ?over|schedule|timeline|finished|done|ready|"
                  r"finishing)\b")
MONEY = re.compile(r"\b(?:costs?|money|budget|spend|spending|price|total)\b")
OTHERS = frozenset(("KEY", "MONEY", "HOURS", "PERCENT", "person", "objective", "document"))


def how_sure(heard: Heard, asked: Asked, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The spread of what is named, or of the finish and the cost where nothing is; None where that is not asked for."""
    tool = next((t for t in tools.values() if t.slot(Holds.figure)), None)
    if tool is None or not _asks(heard) or is_order(heard) or heard.moment or heard.types & OTHERS:
        return None
    spreads = tuple(_spreads(heard))
    if not spreads:
        named = [f.title for f in figures_of(heard) if f.of is Project]
        return Plan(says=NO_RANGE.format(title=named[0])) if named and CASE.search(heard.plain) else None
    figure, project = tool.slot(Holds.figure), next((s for s in tool.slots if s.of is Project), None)
    days = next((s for s in tool.slots if s.holds is Holds.days), None)
    if figure is None or project is None:
        return None
    home = heard.first("project") or context.project
    over = {days.name: said} if days and (said := spoken_days(heard)) else {}
    plans = [completed(tool, Filled({figure.name: f.title, **(over if f.is_over_days else {}), **({project.name: home} if home else {})},
                                    () if home else (project,)), heard, asked) for f in spreads]
    return Plan(tuple(call for plan in plans for call in plan.calls), plans[0].says, plans[0].choices)


def _asks(heard: Heard) -> bool:
    return ASKS.match(heard.plain) is not None or ASKS.match(heard.text.lower()) is not None


def _spreads(heard: Heard) -> Iterator[Figure]:
    """The figures that say how sure what is named is."""
    known = [f for f in FIGURES if f.range_of is not None]
    asking = ASKS.match(heard.text.lower())
    beyond = Heard(heard.text, tuple((t, s) for t, s in heard.spans if asking is None or s.start >= asking.end()))      # a confidence band is no confidence
    if named := figures_of(beyond):
        yield from (f for f in known if f in named or f.range_of in named)
        return
    if "KIND" in heard.types - {"project"} and set(heard.all("KIND")) - {Project.kind.one}:
        return
    is_of_days, is_of_money = bool(ENDS.search(heard.plain) or heard.of("DATE")), bool(MONEY.search(heard.plain))
    usual = [f for f in known if f.range_of is not None and f.range_of.unit in ("date", "money")]
    first = {unit: next(f for f in usual if f.range_of is not None and f.range_of.unit == unit) for unit in ("date", "money")}
    if is_of_days or is_of_money:
        yield from (first[unit] for unit, is_said in (("date", is_of_days), ("money", is_of_money)) if is_said)
    elif CASE.search(heard.plain) or "project" in heard.types:
        yield from first.values()
