"""Work that is moved is no record without days of its own: “move the scanner training two weeks later” puts off no decision on a request."""
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.words.phrases import POLITE
from records.kinds.base import Record, fields

MOVES = re.compile(rf"^{POLITE}(?:move|postpone|push|shift|delay|slip|slide|bring)\b.*\b(?:later|earlier|back|forward|out|by|to|until|till)\b")
DAYS = frozenset(("due", "planned", "forecast", "finish", "end", "start", "next_due"))


def is_never_moved(kind: type[Record], heard: Heard) -> bool:
    """Whether an order moves something in time and names no kind, and records of this one only wait for a word or a review."""
    is_called = any(str(s.value) == kind.kind.one for s in heard.of("KIND"))
    return not is_called and MOVES.match(heard.plain) is not None and not DAYS & {f.name for f in fields(kind)}
