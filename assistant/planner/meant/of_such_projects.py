"""What belongs to projects of a state: “benefits of all closed projects”, “risks of the running projects”. The state is theirs, and not of what is listed."""
import re

from assistant.planner.heard.hearing import Heard
from language.words import Span
from records.kinds.base import Record
from records.kinds.project import phases_called

HOMES = re.compile(r"\b(?:of|on|in|for|from|over|across|by) (?:(?:all|the|our|every|any|of) )*(?P<which>[\w-]+(?: [\w-]+){0,2}?) projects\b", re.I)


def of_such_projects(kind: type[Record], heard: Heard) -> tuple[dict[str, str], Heard]:
    """The condition on the project of each, and the message without the words for it; nothing where no state of projects is said behind the kind."""
    m = HOMES.search(heard.text) if kind.kind.within == "project_id" else None
    if m is None or not phases_called(m["which"]):
        return {}, heard
    return {"project": f"{m['which'].lower()} projects"}, heard.without([Span(m.start(), m.end(), "")])

