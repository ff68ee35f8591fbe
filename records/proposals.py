"""A wish and what it comes to, as plain data: nothing here reads or writes."""
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from pydantic_core import to_json

Values = Mapping[str, object]


@dataclass(frozen=True)
class Create:
    """Make one record of the kind with this table name, from values that are already typed.

    `new` is a number below 0 by which other wishes of the same proposal refer to it, as text where a field holds a key.
    `source` says where an imported record comes from.
    `key` and `archived` are given only when a whole company is read back.
    """
    kind: str
    values: Values
    new: int = 0
    source: str = ""
    key: str = ""
    archived: bool = False


@dataclass(frozen=True)
class Change:
    """Set the same values on the records named by key; `source` binds the one record to where it is imported from."""
    kind: str
    keys: tuple[str, ...]
    values: Values
    source: str = ""


@dataclass(frozen=True)
class Undo:
    """Take back everything that one position of the log did."""
    position: int


@dataclass(frozen=True)
class Forget:
    """Take away records that are the asker's own, with their values, also out of the log. It cannot be undone."""
    kind: str
    keys: tuple[str, ...]


Wish = Create | Change | Undo | Forget


def is_new(said: object) -> bool:
    """Whether a text stands for the key of a record that the same proposal makes, which has none yet: its number below 0."""
    return isinstance(said, str) and said[:1] == "-" and said[1:].isdecimal()


@dataclass(frozen=True)
class Proposal:
    """What a tool asks for, all or nothing; only a person's yes makes it happen. `note` is said above the preview.

    `imports` names the file it was read from: then it may be as large as the file, and the preview counts instead of telling all.
    """
    wishes: tuple[Wish, ...]
    note: str = ""
    imports: str = ""

    @property
    def undoes(self) -> int | None:
        return next((w.position for w in self.wishes if isinstance(w, Undo)), None)


@dataclass(frozen=True)
class FieldChange:
    """One field before and after, in words. `record` is its key, or such as “new task”; `called` the title of a record that is there, on the first of its
    fields, unless the change is of that record alone, which its own title then says."""
    record: str
    field: str
    before: str
    after: str
    called: str = ""

    @property
    def of(self) -> str:
        """Which record it is, as a person is told: “APOLLO-T-12 Order list”."""
        return f"{self.record} {self.called}".strip()

    @property
    def line(self) -> str:
        """All of it in a line: “APOLLO-T-12 Order list, due: 1 Dec → 2 Dec”."""
        return f"{self.of}{',' if self.called else ''} {self.field}: {f'{self.before} → ' if self.before else ''}{self.after}"


@dataclass(frozen=True)
class Edit:
    """One record's fields before and after, as JSON values. `id` None or below 0: it is created, with what is not its kind's default."""
    kind: str
    id: int | None
    key: str
    version: int
    before: Values
    after: Values

    @property
    def is_new(self) -> bool:
        return self.id is None or self.id < 0


@dataclass(frozen=True)
class ChangeSet:
    """The exact change a person sees and confirms; `shown` is what it says to them."""
    edits: tuple[Edit, ...]
    undoes: int | None = None
    title: str = field(default="", compare=False)
    shown: tuple[FieldChange, ...] = field(default=(), compare=False)

    @property
    def digest(self) -> str:
        said = [[e.kind, e.id, e.version, dict(e.before), dict(e.after)] for e in self.edits]
        return sha256(to_json([self.undoes, said])).hexdigest()
