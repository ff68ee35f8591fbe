"""How one record does against what was planned or promised of it, where figures of its kind say so: what a benefit owes by now, what of its promise is lost."""
from collections.abc import Mapping
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.lexicon import kind_coded
from records.figures import FIGURES
from records.kinds.base import Record
from tools.base import Holds, Tool

PLANNED = re.compile(r"\b(?:plan|planned|promise|promised|target|expectations?|expected)\b")
AGAINST = re.compile(r"^(?:(?:and|so|ok|but)\s+)*(?:(?:how|where) (?:is|does|do|are|did)|is|does|will|are)\b.*\b(?:against|compared (?:to|with)|versus|vs|to|"
                     r"behind|ahead of|short of|below|as|on)(?: the| its| our| what was)* (?:plan|planned|promise|promised|target|expectations?|expected)"
                     r"(?: so far| now| by now| yet)?$")


def against_plan(heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """The figures that tell it; None where it is not asked, or the kind has none."""
    keys = heard.all("KEY")
    if len(keys) != 1 or is_order(heard) or "person" in heard.types or not AGAINST.match(heard.plain):
        return None
    tool = next((t for t in tools.values() if t.slot(Holds.figure)), None)
    slots = {s.holds: s.name for s in tool.slots if s.holds is Holds.figure or (s.holds is Holds.record and s.of is Record)} if tool else {}
    figures = [f for f in FIGURES if f.of is kind_coded(keys[0]) and f.unit == "money" and PLANNED.search(f.also)]
    if tool is None or len(slots) < 2 or not figures:  # noqa: PLR2004 - the figure, and whose
        return None
    return Plan(tuple((tool.name, {slots[Holds.figure]: f.name, slots[Holds.record]: keys[0]}) for f in figures), sure=True)
