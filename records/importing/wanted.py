"""What whoever imports a file has said about it, and what the reader in the child process is told."""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Wanted:
    """Kind (a table's name), project and sheet asked for, or empty; `columns`: header to field ("-" leaves it out); `choices`: header to
    what the file says to what we say; `decimal` is the decimal sign of the office's country; `known`: by table what there is, folded,
    as a file may name it."""
    kind: str = ""
    project: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sheet: str = ""
    decimal: str = "."
    known: Mapping[str, Sequence[str]] = field(default_factory=dict)
