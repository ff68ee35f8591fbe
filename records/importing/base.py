"""What a file came to, whatever its format: rows that name each other by where they come from."""
from collections.abc import Mapping
from dataclasses import dataclass, field

UNSOURCED = "new:"                      # a row of a waiting proposal that comes from nowhere, only so that others can point at it


NAMED = "named:"                        # a row that is whatever is called so, by key or name, and new where nothing is


@dataclass(frozen=True)
class To:
    """A reference: to another row of the file by its source, or to a record that is there by key, name or e-mail. `kind` is a table's name.

    `known`: only one that is there is meant; nobody is made for it.
    """
    kind: str
    said: str
    known: bool = False


@dataclass(frozen=True)
class Row:
    """One record a file speaks of. `kind` is a table's name; `values` by field name are JSON values or a `To`.

    `source` says where it comes from, the same in next week's file ("msp:Apollo/12"); empty when the file has nothing of the sort.
    `where` is how a person finds it in the file: "row 12", "task 7".
    """
    kind: str
    source: str
    values: Mapping[str, object]
    where: str

    @property
    def origin(self) -> str:
        """The source, if it is one that lasts."""
        return "" if self.source.startswith((UNSOURCED, NAMED)) else self.source


@dataclass(frozen=True)
class Skipped:
    """A row, or one value of it, that was left out, and why."""
    where: str
    why: str


@dataclass(frozen=True)
class Rate:
    """At what percent a file discounts, and which project it speaks of, "" for the one that was said beside it."""
    percent: float
    project: str = ""


@dataclass(frozen=True)
class Read:
    """All that a file says. `notes` tell what was repaired or left out of the file as a whole; `rates` are compared with those in
    force; `homeless` is what a person is told where the rows name no project and none can be found for them; `guessed`: columns
    whose fields were told by their cells."""
    rows: tuple[Row, ...]
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()
    rates: tuple[Rate, ...] = ()
    homeless: str = ""
    guessed: Mapping[str, str] = field(default_factory=dict)
