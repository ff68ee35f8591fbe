"""Why the benefits of a project are as low as they are: what was changed of their forecast, by whom and when, beside what was promised and what has come."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, teller_of
from assistant.planner.heard.wording import REASONS_WRITTEN
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.lexicon import kind_coded
from records.figures.benefits import benefit_forecast
from records.kinds import Project
from records.kinds.base import fields
from tools.base import Holds, Tool

VALUE = "value"                                 # a choice of the tool that tells of one project
LOW = (r"(?:low|lower|small|smaller|poor|little|less|bad|weak|down|fell|fallen|falling|drop|drops|dropped|dropping|shrunk|shrink|shrinking|reduced|cut|gone|"
       r"below|short|disappointing|collapsed|collapse|lost|lose|losing|halved|decreased|decrease)")
ASKS = re.compile(rf"\b(?:why|how come|what is the reason|for what reason|what happened to)\b(?! (?:not|is there no|are there "
                  rf"no)\b).*\bbenefits?\b(?:.*\b{LOW}\b|$)|"
                  rf"\b(?:why|how come)\b.*\b{LOW}\b.*\bbenefits?\b")

FELL = re.compile(rf"\b(?:why|how come|what is the reason|what happened to)\b.*\b(?:{LOW}|changed?|moved?|go down|went down|go up|went up|rise|rose|raised)\b")
FORECAST = "forecast"


def why_benefits(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """What changed of them, and how they stand; None where it is not asked, or of no one project."""
    log = next((t for t in tools.values() if t.slot(Holds.changed)), None)
    teller = next((t for t in tools.values() if (c := t.slot(Holds.choice)) and VALUE in c.choices and any(
        s.of is Project and s.required for s in t.slots)), None)
    home = heard.first("project") or context.project
    if log and not is_order(heard) and (of := _one_that_fell(heard)):
        cards = (called(card, {Holds.record: heard.all("KEY")[0]}) for card in (teller_of(tools.values()),) if card)
        return Plan((*cards, called(log, {Holds.changed: of})), REASONS_WRITTEN, sure=True)
    if log is None or teller is None or is_order(heard) or heard.types & {"KEY", "DATE", "MONEY"} or len(heard.all("project")) > 1:
        return None
    if home not in context.projects.values() or not ASKS.search(heard.plain):
        return None
    changes = {next(s.name for s in log.slots if s.of is Project): home, **called(log, {Holds.changed: benefit_forecast.title})[1]}
    told = {next(s.name for s in teller.slots if s.of is Project): home, next(s.name for s in teller.slots if s.holds is Holds.choice): VALUE}
    return Plan(((teller.name, told), (log.name, changes)), REASONS_WRITTEN, sure=True)


def _one_that_fell(heard: Heard) -> str:
    """The one record that is asked about, with the amount that is expected of it; "" where it is not asked why that is lower, or it has none."""
    keys = heard.all("KEY")
    of = next((f.label for f in fields(kind_coded(keys[0])) if f.is_money and f.name == FORECAST), "") if len(keys) == 1 else ""
    return f"{keys[0]} {of}" if of and FELL.search(heard.plain) else ""
