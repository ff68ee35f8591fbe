"""What is kept about a record beside it: hours worked on it, comments. Said in the same breath as a change, by planner and model alike."""
from functools import cache

from records.kinds import KINDS
from records.kinds.base import Record, fields


@cache
def kinds_about(kind: type[Record]) -> tuple[type[Record], ...]:
    """The kinds of record that somebody makes about one of this kind: they refer to it and keep who said so, or hold any record's key."""
    return tuple(k for k in KINDS if any(f.holds_key for f in fields(k))
                 or (any(f.refers == kind.__tablename__ for f in fields(k)) and any(f.says.asker for f in fields(k))))
