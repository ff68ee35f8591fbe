"""“And change requests?” after a list that was narrowed: those of the other kind that are so too; a condition that kind cannot have is told as left out."""
from collections.abc import Mapping
import re
from typing import Any

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import lister_of
from assistant.planner.heard.wording import NOT_USED
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.openings import opening
from records.kinds.base import FieldOf, fields, split
from tools.base import Holds, Tool

TOO = re.compile(rf"{opening('also')}(?:(?:what|how) about |also |which )?(?:the )?KINDS(?: then| too| as well)?$")
OF_ANY = frozenset(("key", "project"))                # which records were shown, and where, is not how they are


def of_kind_too(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The last list with the other kind in it and the conditions that it can have; None where nothing narrowed that list, or another thing is said."""
    lister, call = lister_of(tools.values()), context.last_call
    if lister is None or call is None or call.tool != lister.name or context.pending or len(context.last_calls) > 1 or len(set(heard.all("KIND"))) != 1:
        return None
    kind, where = lister.slot(Holds.kind), lister.slot(Holds.conditions)
    if kind is None or where is None or not TOO.match(heard.shaped("KIND")) or heard.types - {"KIND"}:
        return None
    before: Mapping[str, Any] = call.said.get(where.name) or {}
    of, of_before = kind_named(heard.first("KIND") or ""), kind_named(str(call.said.get(kind.name)))
    if of is of_before or not before.keys() - OF_ANY or "key" in before:
        return None
    known = {f.label: f for f in fields(of)}
    kept = {n: v for n, v in before.items() if n in known and _may_be(known[n], str(v))}
    gone = [f"{n} {v}" for n, v in before.items() if n not in kept and not str(v).startswith("not ")]         # “not closed” goes without saying
    same = {n: v for n, v in call.said.items() if not any(s.name == n and s.holds in (Holds.field, Holds.words) for s in lister.slots)}
    return Plan(((lister.name, {**same, kind.name: of.kind.one, where.name: kept}),), NOT_USED.format(words="”, “".join(gone)) if gone else "", sure=True)


def _may_be(of: FieldOf, said: str) -> bool:
    """Whether a field may be as it is said: one with choices is one of its own."""
    return not of.choices or said in ("empty", "not empty") or set(split(said.removeprefix("not "))) <= set(of.choices)
