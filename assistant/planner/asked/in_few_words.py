"""Questions without a verb: a choice before its kind, “hybrid projects?”, and a field of what is called by its kind and number, “goal of Sprint 6”."""
from collections.abc import Mapping
import re

from assistant.planner.filled.completing import completed
from assistant.planner.filled.filling import Filled, fill
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import called, lister_of, teller_of
from assistant.planner.learned.weighing import is_order
from assistant.planner.meant.conditions import conditions
from assistant.planner.meant.kind import kind_of
from assistant.planner.meant.leftover import reads_all
from assistant.planner.meant.verdicts import by_verdict
from assistant.planner.words.lexicon import choice_words, kind_named, meaning
from records.kinds.base import fields
from tools.base import Holds, Tool

BARE = re.compile(r"^(?:(?:the|our|all|any|my) )*(?P<w>(?:[a-z-]+ ){1,3})KINDS$")
FIELD = re.compile(r"^\W*(?:(?:so|and|ok|please|tell me)\b[\s,]*)*(?:(?:what|wat|when|who|which)(?:['’]?s| is| was| are| were)? )?(?:the )?"
                   r"(?P<f>[a-z][a-z ]{2,30}?) (?:of|for) (?:the )?(?P<k>[a-z]+) (?P<n>\d{1,3})\W*$", re.I)


def in_few_words(heard: Heard, asked: Asked, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The list or the field; None where more is said."""
    if is_order(heard) or heard.types & {"KEY", "person", "TEXT", "MONEY"}:
        return None
    return _field_of_numbered(heard, asked, tools) or _such(heard, asked, context, tools)


def _field_of_numbered(heard: Heard, asked: Asked, tools: Mapping[str, Tool]) -> Plan | None:
    m, teller = FIELD.match(heard.text), teller_of(tools.values())
    one = next((str(v) for t, v in meaning(m["k"].lower()) if t == "KIND"), "") if m else ""
    if m is None or teller is None or not one or heard.types & {"project", "FIGURE"}:
        return None
    kind = kind_named(one)
    label = next((f.label for f in fields(kind) if m["f"].lower() in {n.lower() for n in f.names}), "")
    held = [h for h in asked.holding(f"{m['k']} {m['n']}") if h.kind is kind]
    if label and len(held) == 1:
        return Plan((called(teller, {Holds.record: held[0].key, Holds.field: label}),), sure=True)
    lister, title = lister_of(tools.values()), next(f.label for f in fields(kind) if f.name == kind.kind.title)
    said = {Holds.kind: one, Holds.conditions: {title: f"{m['k']} {m['n']}"}}
    return Plan((called(lister, said, label),), sure=True) if label and lister and held else None


def _such(heard: Heard, asked: Asked, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    m, lister = BARE.match(heard.shaped("KIND")), lister_of(tools.values())
    if m is None or lister is None or len(heard.of("KIND")) != 1 or by_verdict(heard) or heard.types & {"FIGURE", "SAYING", "project", "DATE"}:
        return None
    kind = kind_of(heard, lister, context)
    where, known = conditions(kind, heard, context), choice_words(str(kind.__tablename__))
    is_choice = any(word == m["w"].strip() and where.get(name.removesuffix("_id").replace("_", " ")) == value for name, word, value in known)
    args = fill(lister, heard, context).args
    return completed(lister, Filled(args, ()), heard, asked) if is_choice and reads_all(lister, args, heard) else None
