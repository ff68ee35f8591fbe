"""Of which project the rows of a file are that names none: of the one in which those are that came from it before."""
from collections.abc import Sequence

from records.importing.base import Row
from records.importing.finding import Finder
from records.kinds import BY_TABLE, Project
from records.validating import within_project


def home_of_file(rows: Sequence[Row], finder: Finder) -> int | None:
    """The project, where no row that needs one names it and all that are known by their source are in the same."""
    homes = set[int]()
    for row in rows:
        kind = BY_TABLE.get(row.kind)
        home = within_project(kind) if kind else None
        if kind is None or not home or home == "id":
            continue
        if home in row.values or "key" in row.values:
            return None
        if (there := finder.only(kind, row.origin)) is not None and there[home] is not None:
            homes.add(there[home])
    return homes.pop() if len(homes) == 1 else None


def told(finder: Finder, home: int) -> str:
    return f"The file names no project; its rows are of {finder.called(Project, home)}, where those are that came from it before."
