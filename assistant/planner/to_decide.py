"""What somebody has to decide in a time: the requests and decisions that wait for them, of which their own list tells no time."""
from collections.abc import Mapping
import re

from assistant.planner.dating import days
from assistant.planner.hearing import Heard
from assistant.planner.plan import Call
from assistant.planner.weighing import is_order
from records.kinds import KINDS
from records.kinds.base import fields, split
from tools.base import Holds, Tool

MINE = re.compile(r"^(?:so |and |please )*what (?:all )?(?:do|must|should|shall|can|am) i (?:still |have |need |to |supposed )*"
                  r"(?:decide|approve|sign off)\b|"
                  r"^(?:so |and |please )*(?:what|which decisions?|anything|is there anything) (?:is |are )?(?:waiting|due|waits?) for my "
                  r"(?:decision|approval|yes)\b|"
                  r"^(?:so |and |please )*which decisions (?:do|must|should) i (?:still |have to |need to )*(?:make|take|decide)\b")


def to_decide(heard: Heard, tools: Mapping[str, Tool]) -> tuple[Call, ...]:
    """A list of each kind that is decided by a day; () where no time is said."""
    lister = next((t for t in tools.values() if t.slot(Holds.kind) and t.slot(Holds.conditions) and not t.proposes), None)
    if lister is None or not MINE.match(heard.plain) or "DATE" not in heard.types or heard.types & {"KEY", "person"} or is_order(heard):
        return ()
    kind_slot, where_slot = (next(s.name for s in lister.slots if s.holds is holds) for holds in (Holds.kind, Holds.conditions))
    found = list[Call]()
    for kind in (k for k in KINDS if {"decider_id", "decide_by", "status"} <= {f.name for f in fields(k)}):
        is_open = next((asked for spoken, asked in kind.kind.sayings if "open" in split(spoken)), {})
        where = {"decider": "me", **is_open, **days(kind, heard, {})}
        found.append((lister.name, {kind_slot: kind.kind.one, where_slot: where}))
    return tuple(found)
