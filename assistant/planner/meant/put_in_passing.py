"""An order in the middle of a message to write down what was said - “she thinks 150,000; put that in and show me the NPV” -: where something is proposed it is
done with that, and where nothing is it is told as left out, so that a figure beside it never reads as if it counted."""
from collections.abc import Mapping
from dataclasses import replace
import re

from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import NOT_USED
from tools.base import Tool

PUT = re.compile(r"(?:[,;.!]\s+|\s+[–—-]+\s+|\s+and\s+)(?:and |so |then |please |can you |could you )*"
                 r"(?P<said>(?:enter|record|log|put|book|note|write|save|register) (?:that|it|this|those|them)(?: in| down| up)?(?: (?:please|now|for me|there|"
                 r"too))*)(?=\s*[,;.!]|\s+and\b)", re.I)


def put_in_passing(plan: Plan, text: str, tools: Mapping[str, Tool]) -> Plan:
    """The plan, with what is said of such an order in keeping with what is proposed."""
    m = PUT.search(text)
    if m is None or not plan.calls or "\n" in text.strip():
        return plan
    told = NOT_USED.format(words=m["said"])
    if any(tools[name].proposes for name, _ in plan.calls):
        return replace(plan, says=" ".join(plan.says.replace(told, "").split())) if told in plan.says else plan
    return plan if m["said"] in plan.says or m["said"] in plan.later else replace(plan, says=f"{plan.says} {told}".strip())
