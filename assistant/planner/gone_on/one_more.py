"""“The same for Dev, but in 10 working days”, “and one for Corvus too”: one more like what waits or was just made, beside it and not in its place."""
from collections.abc import Mapping
import re
from typing import Any

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.told.creating import corrected
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.openings import opening
from records.kinds import Project
from records.kinds.base import fields
from tools.base import Holds, Tool

OPENS = opening("also", "yes", "great", "good", "thanks", "plus")
ONE = r"(?:another(?: one)?|one more|an? (?:second|third|additional|extra|further)(?: one)?|one|a similar one)"
SAME = (r"(?:(?:do|put|add|create|make|enter|record|log|write|save|set up|send|book) )?(?:exactly |the )*same(?: thing| one| again| task| entry| note| record)?"
        r"(?: (?:goes|applies|holds|down|in|is true))?")
MORE = re.compile(rf"{OPENS}(?:{SAME}|(?:(?:add|create|make|put|set up|i need|we need) )?{ONE}(?: like (?:that|this|it))?) (?:for|on|to|with|at|in) "
                  r"(?:me|PERSON|PROJECT|KEY)\b(?P<rest>.*)$")
TITLED = re.compile(r":\s*(?P<title>\S.{2,}?)\W*$")
LONG, LATELY = 25, 3


def one_more(heard: Heard, context: Context, tools: Mapping[str, Tool], asked: Asked) -> Plan | None:
    """What waits with one more like it, or one more like what was made last; None where nothing new was, or another thing is said."""
    m = MORE.match(heard.shaped("person", "project", "KEY"))
    call, waiting = _made_last(context, tools)
    if m is None or call is None or len(heard.text.split()) > LONG or heard.text.rstrip().endswith("?"):
        return None
    tool = tools[call.tool]
    if not tool.makes:
        return _changed_too(heard, call, tool) if waiting else None
    values = next(s.name for s in tool.slots if s.holds is Holds.values)
    kind, old, title = kind_named(str(call.said.get("kind", "task"))), dict(call.said[values]), TITLED.search(heard.text)
    new = _told(heard, asked) | corrected(kind, heard)
    known = {f.label: f for f in fields(kind)}
    new = {label: value for label, value in new.items() if label in known}
    if title is not None:
        old, new = {n: v for n, v in old.items() if known.get(n) and known[n].refers == Project.__tablename__}, {**new, kind.kind.title: title["title"]}
    if not new:
        return None
    made = (tool.name, {**call.said, values: {**old, **new}})
    return Plan((*((c.tool, dict(c.said)) for c in waiting), made), sure=True, whole=True)


def _made_last(context: Context, tools: Mapping[str, Tool]) -> tuple[Any | None, tuple[Any, ...]]:
    """The last call that waits, or whose change was made, with all that still wait beside it."""
    if context.pending:
        call = context.pending
        return (call, context.waiting) if call.tool in tools and isinstance(call.said.get("values"), Mapping) else (None, ())
    turn = next((t for t in reversed(context.past[-LATELY:]) if t.calls), None)
    made = turn is not None and turn.state == "applied" and turn.calls[-1].tool in tools and tools[turn.calls[-1].tool].makes
    return (turn.calls[-1] if turn and made and isinstance(turn.calls[-1].said.get("values"), Mapping) else None), ()


def _changed_too(heard: Heard, call: Any, tool: Tool) -> Plan | None:
    """The same change of more records, each by its key: “the same for T-6”."""
    where, keys = tool.slot(Holds.conditions), heard.all("KEY")
    before = (call.said.get(where.name) or {}).get("key") if where else None
    if where is None or not before or not keys or heard.types & {"person", "DATE", "MONEY", "PERCENT"}:
        return None
    every = ", ".join(dict.fromkeys([*str(before).split(", "), *keys]))
    return Plan(((tool.name, {**call.said, where.name: {**call.said[where.name], "key": every}}),), sure=True)


def _told(heard: Heard, asked: Asked) -> dict[str, str]:
    """Whom, or which project, it is for."""
    person, project = heard.of("person"), heard.of("project")
    mine = re.search(r"\b(?:for|to|with) me\b", heard.plain) and asked.me
    return {**({"owner": heard.said(person[0])} if person else {"owner": asked.me} if mine else {}),
            **({str(Project.__tablename__): str(project[0].value)} if project else {})}
