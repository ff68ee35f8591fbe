"""A page that is pasted - a description, meeting notes - goes to the tool that takes a text as it stands; nothing inside it is read as a request."""
from collections.abc import Mapping
from typing import Any

from assistant.planner.following import Context
from language.describing.asking import asked, goes_on, wants_plan
from language.names import find_names
from tools.base import Holds, Tool

SHORT = 5                                # words of an answer that names a project
WHICH = "Which project"


def pasted(text: str, context: Context, tools: Mapping[str, Tool]) -> tuple[str, dict[str, Any]] | None:
    """The call for a message that is a text to be worked on, or a short wish about the one before: “again, but without testing”."""
    tool = next((t for t in tools.values() if t.slot(Holds.passage)), None)
    if tool is None:
        return None
    slot, home = (next(s.name for s in tool.slots if s.holds is holds) for holds in (Holds.passage, Holds.record))
    before = context.last_call.said if context.last_call and context.last_call.tool == tool.name else {}
    if wants_plan(text):
        named = any(find_names(asked(text).lead, context.projects))
        about = {} if named or asked(text).form == "project" or not context.project else {home: context.project}
        return tool.name, {slot: text, **about}
    if before and goes_on(text):
        return tool.name, {**before, slot: f"{text.strip(' .!?')}: {before[slot]}"}
    answers = bool(context.past) and context.past[-1].answer.startswith(WHICH) and len(text.split()) <= SHORT
    if before and answers and (project := next(find_names(text, context.projects), None)):
        return tool.name, {**before, home: str(project.value)}
    return None
