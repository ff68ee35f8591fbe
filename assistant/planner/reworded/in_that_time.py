"""The days that were told before: “what of mine falls into that time?” behind an absence."""
from collections.abc import Iterable, Mapping
import re

from assistant.planner.heard.following import Context

MINE = re.compile(r"^\W*(?:(?:so|and|ok|then)\b[\s,]*)*(?:what|which|anything)(?: else)?(?: tasks?| work)?(?: of mine| of my (?:tasks|work)| do i have| have i|"
                  r" is)?(?: (?:falls?|lies|comes|is|are|due))*(?:(?: in| into| within| during| at)+ "
                  r"(?:(?:that|this|my|the same|those) (?:time|period|absence|holidays?|vacation|days|weeks?)|that|this|those)|"
                  r" then| meanwhile| in the meantime| while i am away)\W*$", re.I)


THEIRS = re.compile(r"^\W*(?:(?:so|and|ok)\b[\s,]*)*(?:what|which tasks|which|anything)(?: (?:work|tasks?))?(?: of)? "
                    r"(?:theirs|his|hers|(?:his|her|their) (?:tasks|work))(?: (?:is|are|falls?|comes?|lies|gets?|due|open))+"
                    r"(?: (?:then|meanwhile|in the meantime|into that|in that (?:time|period)|in (?:those|these) days|"
                    r"while (?:he|she|they) (?:is|are) (?:away|off|out|on leave)))+\W*$", re.I)
DAY = re.compile(r"\b[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2} \d{4}\b")


def in_that_time(text: str, people: Iterable[str], context: Context) -> str:
    """The question with the days in the place of “that time”, and whose it is where that was shown with them."""
    if THEIRS.match(text) and (shown := _shown(people, context)):
        return f"which of {shown[0]}'s open tasks are due from {shown[1]} to {shown[2]}?"
    said = _days(context) if MINE.match(text) else None
    return f"which of my open tasks are due from {said[0]} to {said[1]}?" if said else text


def _shown(people: Iterable[str], context: Context) -> tuple[str, str, str] | None:
    """The person and the two days of the only row of the last table that has both; None where it has several."""
    lines = context.past[-1].answer.replace("\\", "").splitlines() if context.past else []
    rows = [(next((n for n in people if n in line), ""), DAY.findall(line)) for line in lines if line.lstrip().startswith("|")]
    told = [(name, days[0], days[-1]) for name, days in rows if name and len(days) > 1]
    return told[0] if len(told) == 1 else None


def _days(context: Context) -> tuple[str, str] | None:
    """The first and last day of the latest record that was told with both."""
    for turn in reversed(context.past):
        for call in reversed(turn.calls):
            values = call.said.get("values")
            if isinstance(values, Mapping) and values.get("start") and values.get("end"):
                return str(values["start"]), str(values["end"])
    return None
