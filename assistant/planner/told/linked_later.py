"""What a new task waits for: a link joins two tasks that are there, so it is told how to make it once the new one is."""
from dataclasses import replace
import re

from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.wording import LINK_LATER
from tools.base import Tool

WAITS = re.compile(r"(?:,|\band)\s+(?P<said>(?:(?:it )?(?:comes|starts|begins|can start|waits)\s+)?(?:only )?(?:after|before|once|as soon as|for) "
                   r"(?:the |task )?(?P<of>[^,;.]{3,60}?))"
                   r"(?=\s*(?:[,;.]|$|(?:is|are) (?:done|finished|over)))", re.I)


def linked_later(plan: Plan, text: str, asked: Asked, maker: Tool) -> Plan:
    """The plan with that where a record which is there is named as what the new one waits for, and is no part of it."""
    if len(plan.calls) != 1 or plan.calls[0][0] != maker.name:
        return plan
    for m in WAITS.finditer(text):
        key = next((str(s.value) for s in asked.heard(m["of"]).of("KEY")), "") or asked.titled.get(m["of"].strip(), "")
        if key and " " not in key and key not in str(plan.calls) and m["said"] not in plan.says:
            return replace(plan, says=f"{plan.says} {LINK_LATER.format(words=m['said'].strip(), key=key)}".strip())
    return plan
