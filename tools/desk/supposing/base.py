"""A supposition: wishes as plain data, what they say, whose figures to look at, and what speaks of them first."""
from dataclasses import dataclass
from decimal import Decimal

from records.kinds import Person, Project
from records.proposals import Change, Create


@dataclass(frozen=True)
class Supposition:
    """`first`: the figures that are named first where they change, by name or by unit. `delays`: it can make nothing sooner.

    `more`: by the key of a project, what is put to its cost, less than 0 for what it costs less; `times`: so many times as much is what is
    still to be paid; `note`: what to know of how the figures move; `by`: the sorts of measure that it takes from the words; `left`: sentences on what of
    all that was said is not computed.
    """
    said: str
    wishes: tuple[Create | Change, ...]
    projects: tuple[Project, ...] = ()
    people: tuple[Person, ...] = ()
    first: tuple[str, ...] = ()
    delays: bool = False
    times: Decimal | None = None
    more: tuple[tuple[str, Decimal], ...] = ()
    note: str = ""
    by: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
