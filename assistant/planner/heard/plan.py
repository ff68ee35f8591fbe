"""What a request comes with, and what the planner answers: tool calls, or a sentence with choices."""
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from assistant.planner.heard.following import Earlier
from assistant.planner.heard.hearing import Heard, Names, hear
from tools.desk.holding import Holder, none_hold

Call = tuple[str, Mapping[str, Any]]
Holding = Callable[[str], Sequence[Holder]]
MEASURED = "measured"                            # among the names: what is measured, with the key of what measures it


@dataclass(frozen=True)
class Plan:
    """Calls to make, or else a sentence with choices; `understood` False is worth a look by those who build it."""
    calls: tuple[Call, ...] = ()
    says: str = ""
    choices: tuple[str, ...] = ()
    understood: bool = True
    below: str = ""                              # what is said once the answer stands: what a word of the question could not mean here
    later: str = ""                              # a second thought that leans on what these calls show: it is planned once they have
    whole: bool = field(default=False, compare=False)    # every thought of the message is read in it, so that none is planned for itself
    sure: bool = field(default=False, compare=False)     # its words alone ask for it: nothing that is learned puts a list in its place


@dataclass(frozen=True)
class Asked:
    """What a request comes with: who may be named, today, and what was said before."""
    names: Names
    today: date
    past: Sequence[Earlier] = ()
    me: str = ""
    titled: Mapping[str, str] = field(default_factory=dict)      # words that speak of a record by its title, with its key or keys
    own: Sequence[str] = ()                      # the keys of the projects that the asker manages, or else works on
    holding: Holding = none_hold                 # the records whose titles or texts hold some words

    def heard(self, text: str) -> Heard:
        """Words of this request, or put in the place of them, as they are heard: once each, for of one message the same are asked for ten times."""
        if text not in self._heard:
            self._heard[text] = hear(text, self.names, self.today)
        return self._heard[text]

    @cached_property
    def _heard(self) -> dict[str, Heard]:
        return {}

    @property
    def of_mine(self) -> Mapping[str, str]:
        """The names of the asker's own projects; of all where they have none."""
        return {name: key for name, key in self.projects.items() if key in self.own} or self.projects

    @property
    def my_only(self) -> str:
        """The name of the one project that is the asker's own; "" where there is none or are several."""
        return next(iter(self.of_mine)) if len(self.own) == len(self.of_mine) == 1 else ""

    @property
    def projects(self) -> Mapping[str, str]:
        return self.names.get("project", {})
