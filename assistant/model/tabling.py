"""A table that a model writes by hand: no face draws its bars, so it becomes a table, or the one of a tool that it repeats."""
import re

from reports.blocks import Table

RULE = re.compile(r"[\s|:-]+")


def own_table(text: str) -> Table | None:
    """The table that a text is in Markdown, None where it is none."""
    lines = [line.strip() for line in text.splitlines()]
    if len(lines) < 2 or not all(line.startswith("|") for line in lines):  # noqa: PLR2004 - a head and a row
        return None
    head, *rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines if not RULE.fullmatch(line))
    wide = (tuple([*row, *[""] * len(head)][:len(head)]) for row in rows)
    return Table("", tuple(head), tuple(wide))


def repeats(own: Table, shown: Table) -> bool:
    """Whether everything that stands in the rows of one stands in a row of the other."""
    there = [" ".join((*shown.keys[n:n + 1], *row)).lower() for n, row in enumerate(shown.rows)]
    return bool(own.rows) and all(any(all(cell.lower() in line or cell in ("-", "–") for cell in row) for line in there) for row in own.rows)
