"""What a breakdown is made of: a method of steps, and a plan of activities, each of which says why it is there."""
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Source = Literal["said", "history", "rule", "guess"]
Size = Literal["smaller", "usual", "thorough"]


@dataclass(frozen=True)
class Effort:
    """Hours at best, likely and at worst; `why` says what they rest on."""
    optimistic: float
    likely: float
    pessimistic: float
    source: Source
    why: str = ""

    @property
    def said(self) -> str:
        return f"{self.optimistic:g} / {self.likely:g} / {self.pessimistic:g} h"


@dataclass(frozen=True)
class Step:
    """A step of a method; `because` is the name of a rule of the handbook, or a sentence."""
    number: str
    phase: str
    title: str
    type: Literal["task", "milestone", "delivery"] = "task"
    size: Literal["always", "usually", "thorough"] = "usually"
    outcome: str = ""
    acceptance: str = ""
    role: str = ""
    effort: tuple[float, float, float] | None = None
    after: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    because: str = ""


@dataclass(frozen=True)
class Method:
    """How one type of project is done; `key` is that of the office's own record, empty for the one that is built in."""
    name: str
    heard: tuple[str, ...]
    purpose: str
    steps: tuple[Step, ...]
    key: str = ""


@dataclass(frozen=True)
class Activity:
    """A task, a milestone or a summary of some; `after` names activities by their number. `quote` stands in the description word for word."""
    number: int
    title: str
    phase: str
    form: Literal["task", "milestone", "summary"] = "task"
    parent: int | None = None
    step: str = ""
    wbs: str = ""
    outcome: str = ""
    acceptance: str = ""
    role: str = ""
    owner: str = ""                      # a person's key, where the description names one
    owner_id: int | None = None
    flag: str = ""                       # what a person must still settle
    effort: Effort | None = None
    after: tuple[int, ...] = ()
    lag: int = 0                         # working days behind what it waits for
    quote: str = ""
    because: str = ""
    due: date | None = None              # as the description has it
    starts: date | None = None
    ends: date | None = None
    urgency: int = 0
    known: str = ""                      # the key of the record that is there already
    known_id: int | None = None
    near: str = ""                       # what it overlaps with, in words


@dataclass(frozen=True)
class Plan:
    """What a description came to; `left_out` are lines with their reasons, `dropped` links that would have closed a circle."""
    method: Method
    activities: tuple[Activity, ...]
    left_out: tuple[tuple[str, str], ...] = ()
    dropped: tuple[str, ...] = ()
    path: tuple[int, ...] = ()
    finish: date | None = None
    wanted: date | None = None
    late: int = 0                        # working days behind the wanted day; before it below 0
    doubts: tuple[str, ...] = ()
    load: Mapping[str, float] = field(default_factory=dict)
