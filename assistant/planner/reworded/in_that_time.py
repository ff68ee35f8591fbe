"""The days that were told before: “what of mine falls into that time?” behind an absence."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context

MINE = re.compile(r"^\W*(?:(?:so|and|ok|then)\b[\s,]*)*(?:what|which|anything)(?: else)?(?: tasks?| work)?(?: of mine| of my (?:tasks|work)| do i have| have i|"
                  r" is)?(?: (?:falls?|lies|comes|is|are|due))*(?:(?: in| into| within| during| at)+ "
                  r"(?:that|this|my|the same|those) (?:time|period|absence|holidays?|vacation|days|weeks?)|"
                  r" then| meanwhile| in the meantime| while i am away)\W*$", re.I)


def in_that_time(text: str, context: Context) -> str:
    """The question with the days in the place of “that time”."""
    said = _days(context) if MINE.match(text) else None
    return f"which of my open tasks are due from {said[0]} to {said[1]}?" if said else text


def _days(context: Context) -> tuple[str, str] | None:
    """The first and last day of the latest record that was told with both."""
    for turn in reversed(context.past):
        for call in reversed(turn.calls):
            values = call.said.get("values")
            if isinstance(values, Mapping) and values.get("start") and values.get("end"):
                return str(values["start"]), str(values["end"])
    return None
