"""The rate that a file discounts at, beside the one in force: a person is told whether both agree, and how to take the file's."""
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from records.importing.base import Rate
from records.kinds import Project

Find = Callable[[str], Mapping[str, Any] | None]


def compared(rates: Sequence[Rate], found: Find) -> Iterator[str]:
    """What is said of each; `found` gives the project that a file speaks of, None for one that is new and so has the usual rate."""
    for rate in rates:
        there = found(rate.project)
        own = float(there["discount_rate"]) if there else float(Project.model_fields["discount_rate"].default)
        called = str(there["name"]) if there else rate.project or "the project"
        key = str(there["key"]) if there else called
        if own == rate.percent:
            yield f"The file discounts at {rate.percent:g} %, as {called} does."
        else:
            yield (f"The file discounts at {rate.percent:g} %, {called} at {own:g} %, and {own:g} % is what counts here; "
                   f"“set the discount rate of {key} to {rate.percent:g} %” takes the file's.")
