"""What a new task waits for: a link joins two tasks that are there, so it is told how to make it once the new one is."""
from dataclasses import replace
import re

from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.wording import LEFT_OUT, LINK_LATER
from tools.base import Tool

WAITS = re.compile(r"(?:,|\band)\s+(?P<said>(?:(?:it )?(?:comes|starts|begins|can start|waits|"
                   r"(?:can['’]?t|can ?not|cannot|must not|mustn['’]t|may not|won['’]t|should not|shouldn['’]t) (?:be )?(?:start|begin|started|"
                   r"done)(?: (?:with )?it)?)\s+|(?:make|let|have) it (?:wait|come|"
                   r"start)\s+)?(?:only )?(?:after|before|once|as soon as|for) "
                   r"(?:the |task )?(?P<of>[^,;.]{3,60}?))"
                   r"(?=\s*(?:[,;.]|$|(?:is|are) (?:done|finished|over)))", re.I)


def linked_later(plan: Plan, text: str, asked: Asked, maker: Tool) -> Plan:
    """The plan with that where a record which is there is named as what the new one waits for, and is no part of it."""
    if len(plan.calls) != 1 or plan.calls[0][0] != maker.name:
        return plan
    for m in WAITS.finditer(text):
        key = next((str(s.value) for s in asked.heard(m["of"]).of("KEY")), "") or _titled(m["of"], asked)
        bare = _without(plan, key)
        if key and " " not in key and key not in str(bare.calls) and m["said"] not in plan.says:
            plan = _beside(bare, key)
            told = re.sub(r"^(?:,|and|it|\s)+", "", m["said"])
            plan = replace(plan, says=re.sub(rf"{LEFT_OUT.split('{')[0]}{re.escape(told)}[^.;]*\.\s*", "", plan.says))
            return replace(plan, says=f"{plan.says} {LINK_LATER.format(words=m['said'].strip(), key=key)}".strip())
    return plan


def _without(plan: Plan, key: str) -> Plan:
    """The plan without a value that is only this key: what it waits for is not what it is a part of."""
    (name, args), = plan.calls
    kept = {n: v for n, v in (args.get("values") or {}).items() if str(v) != key}
    return replace(plan, calls=((name, {**args, "values": kept}),))


def _titled(said: str, asked: Asked) -> str:
    """The key of what is called so, perhaps with its noun behind it: “the confirm a pick by voice story”."""
    return next((key for title, key in asked.titled.items() if re.fullmatch(rf"{re.escape(title)}(?: [a-z]+)?", said.strip(), re.I)), "")


def _beside(plan: Plan, key: str) -> Plan:
    """The new record in the project of what it waits for, where none is said: no link joins two projects."""
    (name, args), = plan.calls
    values, home = args.get("values") or {}, key.rsplit("-", 2)[0]
    return plan if not home or "project" in values or home == key else replace(plan, calls=((name, {**args, "values": {**values, "project": home}}),))
