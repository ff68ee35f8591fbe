"""A project that was talked about some turns ago and is used now: the answer says so, for nobody may have it in mind any more."""
from collections.abc import Collection, Iterator, Mapping
import re
from typing import Any

from assistant.planner.heard.following import IT, RECORD, Context, Earlier
from assistant.planner.heard.hearing import KEY
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.wording import FROM_BEFORE, MEANT_BEFORE


def meant_before(plan: Plan, text: str, asked: Asked) -> str:
    """That a project is taken from before, where neither the message nor the last turn names it; else ""."""
    key = Context(asked.past, asked.projects).project if plan.calls and len(asked.past) > 1 else None
    if key is None or not any(_is_of(said, key) for _, args in plan.calls for said in _said(args)):
        return ""
    name = next((n for n, k in asked.projects.items() if k == key), key)
    last = asked.past[-1]
    if _names(text, name, key) or _names(last.question, name, key) or _is_about(last, key) or any(RECORD.match(m[0].upper()) for m in KEY.finditer(text)):
        return ""
    return MEANT_BEFORE.format(name=name)


def guessed(plan: Plan, text: str, asked: Asked, proposing: Collection[str]) -> str:
    """That “it” or “those” was taken as what was shown before a message that led to nothing, where a change would be of that; else ""."""
    context = Context(asked.past, asked.projects)
    if not plan.calls or not context.is_guess:
        return ""
    heard = asked.heard(text)
    word = IT.search(heard.plain) if "KEY" not in heard.types else None
    meant = {key for key in (*context.them, context.it) if key}
    is_of_it = any(name in proposing and set(str((said.get("where") or {}).get("key", "")).split(", ")) & meant for name, said in plan.calls)
    return FROM_BEFORE.format(words=word[0]) if word and is_of_it else ""


def _names(text: str, name: str, key: str) -> bool:
    return re.search(rf"(?<!\w)(?:{re.escape(name)}|{re.escape(key)})(?![a-z0-9])", text, re.I) is not None


def _is_about(turn: Earlier, key: str) -> bool:
    return any(k == key or k.startswith(f"{key}-") for k in turn.keys) or any(_is_of(said, key) for c in turn.calls for said in _said(c.said))


def _said(args: Mapping[str, Any]) -> Iterator[str]:
    for value in args.values():
        if isinstance(value, Mapping):
            yield from _said(value)
        elif isinstance(value, str):
            yield value


def _is_of(said: str, key: str) -> bool:
    return said.upper() == key or said.upper().endswith(f"@{key}")
