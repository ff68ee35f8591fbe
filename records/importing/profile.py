"""What a column's cells look like, whatever stands over it: names of people, days, states, numbers, short codes, or texts of their own."""
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
import re

from records.importing import choices, dates, numbers, people
from records.importing.tables import Cell
from records.importing.text import is_nothing, plainly
from records.importing.vocabulary import Slot

LOOKED_AT = 300                                 # cells of a column are enough to tell
CODE = re.compile(r"(?=.*\d)[A-Za-z]{0,10}[-_./# ]?\d[\w./-]{0,12}|\d{1,8}")
NUMERIC = re.compile(r"[-+]?\d[\d.,]*\s*%?")
NAME = re.compile(r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){1,3}|[^\s@]+@[^\s@]+\.\w+")


@dataclass(frozen=True)
class Profile:
    """A column by its cells, empty ones aside; each share is of what stands there, 0 where nothing does."""
    cells: Sequence[Cell]

    @cached_property
    def filled(self) -> list[Cell]:
        return [c for c in self.cells[:LOOKED_AT] if not is_nothing(c)]

    @cached_property
    def texts(self) -> list[str]:
        return [" ".join(str(c).split()) for c in self.filled]

    @property
    def is_full(self) -> bool:
        """Whether hardly a row has nothing in it."""
        return len(self.filled) >= 0.9 * len(self.cells[:LOOKED_AT]) > 0

    @property
    def is_distinct(self) -> bool:
        """Whether hardly two rows say the same."""
        return len(set(self.texts)) >= 0.9 * len(self.texts) > 0

    def named(self, known: Collection[str]) -> float:
        """The share that names, folded, something that is known: people by their whole or first name or address, each of those in a cell."""
        return _share([any(plainly(one) in known for one in people.people(said, turned=False)) or plainly(said) in known for said in self.texts])

    @cached_property
    def like_names(self) -> float:
        """The share that may be somebody's name."""
        return _share([NAME.fullmatch(said) is not None for said in self.texts])

    @cached_property
    def days(self) -> float:
        """The share that is a day; a bare number is none."""
        read = dates.reader(dates.order_of(self.filled) or dates.DAY_FIRST, ends=True)
        return _share([(not isinstance(c, (int, float)) and not str(c).strip().isdigit()
                        and (read(c) is not None or dates.FIGURES.fullmatch(str(c).strip()) is not None)) for c in self.filled])

    @cached_property
    def numeric(self) -> float:
        style = numbers.style_of(self.filled)
        return _share([numbers.read_number(c, style) is not None for c in self.filled])

    @cached_property
    def figures(self) -> float:
        """The share that has a figure in it, as “3 days” or “4 - likely” do."""
        return _share([any(c.isdigit() for c in said) for said in self.texts])

    @cached_property
    def percents(self) -> float:
        return _share(["%" in said for said in self.texts])

    def choices(self, slot: Slot) -> float:
        """The share that is said for one of a field's choices; figures alone say none."""
        find = choices.meaning(slot)
        return _share([not NUMERIC.fullmatch(said) and find(said) is not None for said in self.texts])

    @property
    def are_codes(self) -> bool:
        """Whether each row has a short code of its own."""
        return self.is_full and len(set(self.texts)) == len(self.texts) > 1 and all(CODE.fullmatch(said) for said in self.texts) and self.days == 0

    @property
    def are_lettered(self) -> bool:
        """Whether there are letters in nearly every cell, and so no numbers alone."""
        return _share([any(c.isalpha() for c in said) for said in self.texts]) >= 0.9  # noqa: PLR2004

    @property
    def words(self) -> float:
        """How many words a cell has, on the whole."""
        return sum(len(said.split()) for said in self.texts) / len(self.texts) if self.texts else 0.0


def _share(of: list[bool]) -> float:
    return sum(of) / len(of) if of else 0.0
