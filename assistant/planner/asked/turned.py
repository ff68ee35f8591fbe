"""Since when a figure of a project is below or above a number: “since when is Dione's NPV negative?”, “its CPI fell below 1, when did that happen?”."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called
from assistant.planner.words.openings import opening
from records.figures import FIGURES
from records.kinds import Project
from tools.base import Holds, Tool

OPENS = opening("tell me", "can you tell me", "do you know", "please tell me", "i wonder")
WHEN = r"(?:since when|from when|when|how long|on which day|what day|since which day)"
ASKED = re.compile(rf"{OPENS}{WHEN} (?:did|has|have|had|is|was|are|were)\b|"
                   rf"\b{WHEN} (?:did|has|is|was) (?:that|this|it) (?:happen\w*|turn\w*|change\w*|start\w*|beg[iau]n|been so|so|the case|come about|go)\b|"
                   rf"\b{WHEN} (?:did|has|is|was) (?:that|this|it)$|, {WHEN}(?: and|$)")
NEGATIVE = re.compile(r"\b(?:negative|below zero|under zero|less than zero|in the red|under water|minus)\b")
POSITIVE = re.compile(r"\b(?:positive|above zero|over zero|out of the red|in the black)\b")
LIMIT = re.compile(r"\b(?P<way>below|under|less than|lower than|above|over|more than|higher than) (?P<n>-?\d[\d.,]*\d|-?\d)\b")
UP = ("above", "over", "more than", "higher than")


def turned(heard: Heard, tools: Mapping[str, Tool], context: Context) -> Plan | None:
    """The call of the tool that tells of changes, for since when a figure of one project is so; None where no figure and no such state is said."""
    tool = next((t for t in tools.values() if t.slot(Holds.changed)), None)
    figure = next((f for f in FIGURES if f.of is Project and f.name == heard.first("FIGURE")), None)
    home = heard.first("project") or context.project
    if tool is None or figure is None or home is None or len(heard.all("FIGURE")) > 1 or len(heard.all("project")) > 1 or not ASKED.search(heard.plain):
        return None
    limit = LIMIT.search(heard.text.lower())
    so = "below 0" if NEGATIVE.search(heard.plain) else "above 0" if POSITIVE.search(heard.plain) else (
        f"{'above' if limit['way'] in UP else 'below'} {limit['n']}" if limit else "")
    if not so:
        return None
    of = {s.name: home for s in tool.slots if s.of is Project}
    return Plan(((tool.name, {**of, **called(tool, {Holds.changed: f"{figure.title} {so}"})[1]}),), sure=True)
