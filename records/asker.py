"""Who asks, and where. Types only: rights are answered in `access`."""
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

Face = Literal["all", "page", "api", "slack", "cli", "mcp"]


class Role(StrEnum):
    viewer = "viewer"
    member = "member"
    manager = "project manager"
    value = "value manager"
    executive = "executive"
    auditor = "auditor"
    admin = "PMO admin"


@dataclass(frozen=True)
class Asker:
    """A proven person and what the office lets them do; `person` is their record's id.
    `among`: who reads along. What this asker is shown, each of these may see too; what they may do is their own matter.
    `without`: the tools that the office switched off for them where they ask, each with the key of the rule that says so."""
    person: int
    name: str
    email: str
    roles: frozenset[Role]
    among: tuple["Asker", ...] = ()
    without: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def readers(self) -> tuple["Asker", ...]:
        return (self, *self.among)
