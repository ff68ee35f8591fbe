"""A page that is pasted - a description, meeting notes, an idea - goes to the tool that takes such a text; nothing inside it is read as a request."""
from collections.abc import Mapping
from typing import Any

from assistant.planner.heard.following import RECORD, Context
from assistant.planner.heard.hearing import KEY
from language.describing.answering import LABEL, answers, spoken
from language.describing.asking import BREAKS, asked, goes_on, wants_plan
from language.names import find_names
from tools.base import Holds, Tool

SHORT = 5                                # words of an answer that names a project
WHICH = "Which project"
Call = tuple[str, dict[str, Any]]


def pasted(text: str, context: Context, takers: Mapping[str, Tool], mine: str = "") -> Call | None:
    """The call for a message that is a text to be worked on, or that goes on with the one before: “again, but without testing”, “sponsor: Elena”.
    `takers` are the tools that take such a text, `mine` is the key of the only project of whoever asks."""
    if wants_plan(text):
        form = asked(text).form
        taker = next((t for t in takers.values() if form in {asked(example).form for example in t.examples}), None)
        return _fresh(text, taker, context, mine) if taker else None
    last = context.last_call
    before = takers.get(last.tool) if last else None
    return _again(text, before, last.said, context) if before and last else None


def _fresh(text: str, tool: Tool, context: Context, mine: str) -> Call:
    request, slot, home = asked(text), _named(tool, Holds.passage), _named(tool, Holds.record)
    keyed = (m["project"] for key in KEY.finditer(request.lead) if (m := RECORD.match(key[0].upper())))
    named = list(dict.fromkeys((*(str(s.value) for s in find_names(request.lead, context.projects)), *keyed))) if home else []
    is_broken = request.form == "project" and BREAKS.search(request.lead) is not None          # “break down: …”, amid the talk of a project
    is_about = home and (request.form in ("task", "notes") or is_broken) and not named
    of = named[0] if len(named) == 1 else context.project or (mine if is_broken else None) if is_about else None
    return tool.name, {slot: text, **({home: of} if of else {})}


def _again(text: str, tool: Tool, said: Mapping[str, Any], context: Context) -> Call | None:
    slot, home = _named(tool, Holds.passage), _named(tool, Holds.record)
    if goes_on(text):
        return tool.name, {**said, slot: f"{text.strip(' .!?')}: {said[slot]}"}
    if context.pending is not None and (more := spoken(text, _first_line(str(said[slot])))):
        return tool.name, {**said, slot: f"{said[slot]}\n{more}"}
    if LABEL.match(text):
        return tool.name, {**said, slot: f"{said[slot]}\n{text}"}
    answers = context.past[-1].answer.startswith(WHICH) and len(text.split()) <= SHORT
    project = next(find_names(text, context.projects), None) if answers and home else None
    return (tool.name, {**said, home: str(project.value)}) if project else None


def _first_line(text: str) -> str:
    """What a draft is of and what it was called since."""
    return " ".join((text.partition("\n")[0], *answers(text).get("name", ())))


def _named(tool: Tool, holds: Holds) -> str:
    return next((s.name for s in tool.slots if s.holds is holds), "")
