"""A field that is set without a word on whose it is: “set the forecast to 430k”, right after the records that have one were shown."""
import re

from assistant.planner.heard.following import RECORD, Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.wording import OF_WHICH
from assistant.planner.words.lexicon import kind_coded
from assistant.planner.words.phrases import POLITE
from records.kinds.base import fields

SET = re.compile(rf"^{POLITE}(?P<verb>set|change|put|update|raise|lower|increase|reduce|cut|move|make|push) (?:the |its )?(?P<f>[a-z][a-z ]{{2,28}}?) "
                 r"(?P<to>(?:up |down )?(?:to|at)|=)\s+(?P<v>\S.*)$", re.I)
FEW, TOO_MANY = 2, 6


def whose_field(heard: Heard, context: Context, asked: Asked) -> tuple[Heard, Plan | None]:
    """The wish with the one record shown last that has the field, or else with the question whose it is; as it was where it says whose, or none has it."""
    m = SET.match(heard.text.strip())
    if m is None or heard.types & {"KEY", "project", "TEXT", "KIND"} or context.pending:
        return heard, None
    for turn in reversed(context.past[-FEW:]):
        keys = [k for k in dict.fromkeys(turn.keys) if RECORD.match(k) and _has(k, m["f"].lower().strip())]
        if keys:
            wishes = tuple(f"{m['verb']} the {m['f']} of {key} {m['to']} {m['v']}" for key in keys)
            which = Plan(says=OF_WHICH.format(field=m["f"]), choices=wishes[:TOO_MANY])
            return (asked.heard(wishes[0]), None) if len(keys) == 1 else (heard, which)
    return heard, None


def _has(key: str, field: str) -> bool:
    return any(f.says.set_by == "person" and field in (f.label, *map(str.lower, f.names)) for f in fields(kind_coded(key)))
