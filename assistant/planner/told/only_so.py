"""An order under a condition behind it that cannot be read: it is never proposed as if there were none, and the order alone is offered."""
from collections.abc import Callable
import re

from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import NOT_USED, ONLY_SO
from tools.base import Tool

ONLY_IF = re.compile(r"^(?P<order>[^?]{6,}?)\s*[,;–-]*\s*(?:but |and )?(?P<said>(?:only (?:if|when|as long as|under the condition that|provided)|on "
                     r"(?:the )?condition that|"
                     r"provided(?: that)?|as long as|unless) (?P<so>[^?]+?))(?P<rest>[.;]\s+\S.*)?[\s.!]*$", re.I)


def only_so(plan: Plan, text: str, tools: tuple[Tool, ...], again: Callable[[str], Plan]) -> Plan:
    """That the condition cannot be read, where the order alone would write and the whole does not read it."""
    m = ONLY_IF.match(text)
    if m is None or (plan.calls and plan.understood and m["so"].strip().lower() in plan.says.lower()):
        return plan
    alone = again(m["order"])
    if not alone.calls or not all(name in {t.name for t in tools} for name, _ in alone.calls) or (plan.calls and not m["rest"] and not _writes(plan, tools)):
        return plan
    left = NOT_USED.format(words=m["rest"].strip(" ,.;")) if m["rest"] else ""
    return Plan(says=f"{left} {ONLY_SO.format(words=m['said'].strip(' .'))}".strip(), choices=(m["order"].strip(" ,."),), understood=False)


def _writes(plan: Plan, tools: tuple[Tool, ...]) -> bool:
    return all(name in {t.name for t in tools} for name, _ in plan.calls)
