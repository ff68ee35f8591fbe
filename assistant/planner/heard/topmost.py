"""The one that a question asked for of many, which is “it” for what follows: “which project has the worst NPV?” - “and who owns its benefits?”"""
import re
from typing import Any, Protocol

MOST = (r"(?:worst|best|highest|lowest|most|least|biggest|smallest|largest|cheapest|dearest|longest|shortest|latest|earliest|weakest|strongest|riskiest|"
        r"poorest|first|last|furthest|farthest|oldest|newest)")
FOR_ONE = re.compile(rf"^\W*(?:(?:so|and|but|ok|then|tell me|please)\b\W*)*(?:which|what)\s+(?:(?:one )?of (?:our|the|my|all|those|these|them)\b[\w ]*?|one|"
                     rf"(?:is (?:our|the|my) )?(?:\w+ )?(?:project|task|risk|benefit|milestone|issue|change request|decision|budget "
                     rf"line))\s+(?!and\b).*\b{MOST}\b|"
                     rf"^\W*(?:which|what|who) (?:is|has|are)(?: (?:our|the|my))? (?:very )?{MOST} (?:project|task|risk|benefit|milestone|issue)\b", re.I)
SEVERAL = re.compile(r"\b(?:rank|sort|list|all|each|every|top \w+|three|two|five|ones|projects are|projects have)\b", re.I)


class Shown(Protocol):
    """A turn, as far as it is looked at."""

    @property
    def question(self) -> str: ...
    @property
    def calls(self) -> Any: ...
    @property
    def keys(self) -> Any: ...


def topmost(turn: Shown) -> str:
    """The key of the first row of an order that was asked for the one at its top or bottom; "" where all of them were asked for."""
    if not turn.keys or len(turn.calls) != 1 or not FOR_ONE.search(turn.question) or SEVERAL.search(turn.question):
        return ""
    said = turn.calls[0].said
    is_order = "by" in said or "end" in said or "sort" in said
    return str(turn.keys[0]) if is_order and "figure" not in said else ""
