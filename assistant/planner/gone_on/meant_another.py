"""“Sorry, I meant T-7” of what waits: the same for the other record; and “the other one” where several others were shown, which is asked."""
from collections.abc import Mapping
import re
from typing import Any

from assistant.planner.gone_on.pointed import others_shown
from assistant.planner.heard.following import RECORD, Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import WHICH_OTHER
from tools.base import Holds, Tool

MEANT = re.compile(r"^(?:(?:no|nope|sorry|oops|wait|oh|actually|my mistake|ah)\b ?)+"
                   r"(?:(?:i (?:meant|mean)|it is|it was|that is|that was|it should be|make it|rather|for|on) )*"
                   r"(?:not KEY but )?KEY(?: (?:instead|not KEY|instead of KEY|of course|please))*$|"
                   r"^(?:i (?:meant|mean)|make (?:it|that)) KEY(?: instead| not KEY)*$")
FEW = 3


def meant_another(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """What waits with the key of the other record in the place of the one that was named; None where no change of one record waits."""
    keys = heard.all("KEY")
    if not context.waiting or not MEANT.match(heard.shaped("KEY")):
        return None
    named = {k for c in context.waiting if (k := _key_of(c.said, tools.get(c.tool)))}
    old = named.pop() if len(named) == 1 else ""
    new = next((k for k in keys if _short(k) != _short(old)), "")
    if not old or not new:
        return None
    home = RECORD.match(old)
    whole = new if RECORD.match(new) or home is None else f"{home['project']}-{new}"
    return Plan(tuple((c.tool, _put(c.said, old, whole)) for c in context.waiting), sure=True, whole=True)


def which_other(heard: Heard, context: Context) -> Plan | None:
    """The question which other one is meant, where several were shown beside the one that was looked at or changed since."""
    rest = others_shown(heard, context)
    return Plan(says=WHICH_OTHER, choices=tuple(f"show {key}" for key in rest[:FEW])) if len(rest) > 1 else None


def _short(key: str) -> str:
    return "-".join(key.partition("@")[0].upper().rsplit("-", 2)[-2:])


def _key_of(said: Mapping[str, Any], tool: Tool | None) -> str:
    """The one record that a call changes."""
    where = tool.slot(Holds.conditions) if tool else None
    key = str((said.get(where.name) or {}).get("key", "")) if where else ""
    return key.partition("@")[0].upper() if key and "," not in key else ""


def _put(said: Any, old: str, new: str) -> Any:
    """The same with the other key wherever the old one stands, whole or short."""
    if isinstance(said, Mapping):
        return {n: _put(v, old, new) for n, v in said.items()}
    return new if isinstance(said, str) and _short(said) == _short(old) else said
