"""What was talked about: what “it”, “that”, “its CPI” and “and for Borealis?” refer to, read off the turns of the thread."""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
import re
from typing import Any, Protocol

from assistant.planner.hearing import CODES, Heard
from tools.base import Holds, Tool

IT = re.compile(r"\b(?:it|its|that|this|them|those|these|that one|this one|the same|both|all of them)\b", re.I)
AGAIN = re.compile(r"^\W*(?:and|what about|how about|same for|now|or|also|then|only|just|but)\b|^\W*for\b|^\W*(?:sort|order|group)(?:ed)? by\b|"
                   r"^\W*(?:show )?only\b", re.I)
RECORD = re.compile(rf"^(?P<project>[A-Z][A-Z0-9-]*?)-(?:{CODES})-\d+$")
ASKED = re.compile(r"^(?:Which|Whose|Who|What|When|Say)\b")
SHORT = 7
THAT_PROJECT = re.compile(r"\b(?:its|it|this project|the project|that project|there|that|this)\b", re.I)


class Earlier(Protocol):
    """An earlier turn, as the assistant keeps it."""

    question: str
    answer: str
    calls: Sequence[Any]
    keys: Sequence[str]
    state: str


@dataclass(frozen=True)
class Context:
    """The thread so far, oldest first."""
    past: Sequence[Earlier]
    projects: Mapping[str, str]

    @property
    def project(self) -> str | None:
        """The project talked about last: named in a call, or whose records were shown."""
        for turn in reversed(self.past):
            for call in reversed(turn.calls):
                named = call.said.get("project") or _inner(call.said, "project")
                if isinstance(named, str):
                    return named
            for key in turn.keys[:3]:
                m = RECORD.match(key)
                if m and m["project"] in self.projects.values():
                    return m["project"]
                if key in self.projects.values():
                    return key
        return None

    @property
    def records(self) -> tuple[str, ...]:
        """The keys of the records the last answer that showed any was about."""
        return next((tuple(k for k in t.keys if RECORD.match(k)) for t in reversed(self.past) if any(RECORD.match(k) for k in t.keys)), ())

    @property
    def pending(self) -> Any | None:
        """The call whose preview still waits for a yes, if the last turn left one."""
        last = self.past[-1] if self.past else None
        return last.calls[-1] if last and last.state == "pending" and last.calls else None

    def says_it(self, heard: Heard) -> bool:
        return bool(IT.search(heard.text))

    def goes_on(self, heard: Heard) -> bool:
        """Whether this is the rest of the last question: "and for Borealis?", "only Ana's"."""
        return bool(self.past) and len(heard.text.split()) <= SHORT and bool(AGAIN.match(heard.text))

    def answers(self, heard: Heard) -> str | None:
        """The earlier question that this answers, when the assistant asked one back."""
        last = self.past[-1] if self.past else None
        if last and not last.calls and ASKED.match(last.answer) and len(heard.text.split()) <= SHORT:
            return last.question
        if last and last.calls and not last.state and ASKED.match(last.answer) and last.answer.rstrip().endswith("?") and len(heard.text.split()) <= SHORT:
            return last.question
        return None

    def last_call(self) -> Any | None:
        return next((c for t in reversed(self.past) for c in reversed(t.calls)), None)


def _inner(said: Mapping[str, Any], name: str) -> str | None:
    for part in said.values():
        if isinstance(part, Mapping) and isinstance(part.get(name), str):
            return str(part[name])
    return None


def merged(tool: Tool, before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    """The earlier call with what is said now: new values in their places, conditions added to the ones there were."""
    out = dict(before)
    for slot in tool.slots:
        if slot.name not in now or slot.holds is Holds.question:
            continue
        both = isinstance(out.get(slot.name), Mapping) and isinstance(now[slot.name], Mapping)
        out[slot.name] = {**out[slot.name], **now[slot.name]} if both else now[slot.name]
    return out
