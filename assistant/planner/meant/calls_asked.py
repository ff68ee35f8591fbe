"""What calls ask for: their values, and whether one asks for all that another does, or leans on what was shown."""
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.planner.heard.following import RECORD
from assistant.planner.heard.plan import Call, Plan


def leans_on(plan: Plan, first: Plan, keys: Sequence[str]) -> bool:
    """Whether each call is about something that was shown, or goes on from what was asked first."""
    before = [str(v) for _, args in first.calls for v in values(args)]
    homes = {m["project"] for key in keys if (m := RECORD.match(key))}
    return all(any(key in str(args) for key in keys) or _keys(args) <= homes or any(str(v) in before for v in values(args)) for _, args in plan.calls)


def _keys(args: Mapping[str, Any]) -> set[str]:
    """The keys that a list is narrowed to; what no list is of where it is narrowed to none."""
    where = args.get("where")
    return set(str(where.get("key", "")).split(", ")) if isinstance(where, Mapping) else {""}


def holds(call: Call, of: Call) -> bool:
    """Whether a call asks for all that another asks for."""
    return call[0] == of[0] and all(_has(call[1].get(name), v) for name, v in of[1].items())


def _has(value: Any, of: Any) -> bool:
    return all(value.get(n) == v for n, v in of.items()) if isinstance(of, Mapping) and isinstance(value, Mapping) else value == of


def named_values(args: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Each value of a call with the name of its field or slot."""
    return [each for n, v in args.items() for each in (v.items() if isinstance(v, Mapping) else [(n, v)])]


def values(args: Mapping[str, Any]) -> list[Any]:
    return [each for v in args.values() for each in (v.values() if isinstance(v, Mapping) else [v])]
