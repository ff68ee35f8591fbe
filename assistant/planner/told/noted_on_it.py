"""What is told of a record that is there and is to be noted on it, which makes no other one like it: “…, note that on the issue and move its due date”."""
from collections.abc import Callable
import re

from assistant.planner.heard.following import IT
from assistant.planner.heard.hearing import QUOTED
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import called
from assistant.planner.heard.wording import LEFT_OUT
from assistant.planner.told.said_why import reason_field
from assistant.planner.words.lexicon import called_in_projects, kind_coded
from tools.base import Holds, Tool

NOTED = re.compile(r"^(?P<told>.{8,}?)[,;.–-]+\s*(?:and |so |please |can you |could you )*(?:note|put|write|add|record|log|mention)(?: down)? (?:that|"
                   r"this|it)(?: down)? "
                   r"(?:on|to|in|under|at) (?:the|that|this|its) (?P<kind>[a-z]+(?: [a-z]+)?)(?: as an? (?:comment|note))?(?P<rest>(?:\s*,|"
                   r"\s+and)\s.*)?[\s.!]*$", re.I)
PARTS = re.compile(r"[,;.]\s+(?:and |so |but )?")
ITS = re.compile(r"\bits (?P<f>[a-z][a-z ]*?)(?= (?:to|too|as well|accordingly|please)\b|[\s.,!]*$)", re.I)


def noted_on_it(text: str, asked: Asked, changer: Tool, again: Callable[[str], Plan]) -> Plan | None:
    """The change of that record, with what is told of it as a comment; None where no record of that kind is named."""
    m = NOTED.match(text) if not QUOTED.search(text) and "\n" not in text.strip() else None
    kind = called_in_projects().get(m["kind"].lower()) if m else None
    keys = {key for said, keys in asked.titled.items() if m and said in m["told"] for key in keys.split() if kind_coded(key) is kind}
    if m is None or kind is None or len(keys) != 1:
        return None
    key, values, told = keys.pop(), dict[str, str](), list[str]()
    for part in PARTS.split(m["told"].strip(" ,;.")):
        plan = again(IT.sub(key, part) if IT.search(part.lower()) else part)
        changes = [args for name, args in plan.calls if name == changer.name and (args.get("where") or {}).get("key") == key]
        if len(changes) == len(plan.calls) == 1 and not plan.says:
            values |= changes[0]["values"]
        else:
            told.append(part.strip())
    comment, rest = reason_field(kind, {}), (m["rest"] or "").strip(" ,.!").removeprefix("and ")
    values |= {comment: "; ".join(told)} if comment and told and comment not in values else {}
    is_set = (its := ITS.search(rest)) is not None and any(its["f"].strip().lower() in (n, f"{n} date") for n in values)
    call = called(changer, {Holds.kind: kind.kind.one, Holds.conditions: {"key": key}, Holds.values: values})
    return Plan((call,), "" if is_set or not rest else LEFT_OUT.format(words=rest)) if values else None
