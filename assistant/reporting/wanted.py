"""What is asked for of a report, and what comes of it: a file."""
from dataclasses import dataclass
from datetime import datetime

from reports import formats
from reports.formats.base import Report

DECLARED = ("declared_colour", "declared_reason", "declared_until")          # what a project's manager says of it, beside the records


@dataclass(frozen=True)
class Wanted:
    """What a person asked for, in their words. Without a project it is the portfolio, or the part of it that `of` names: a programme, a sponsor, ..."""
    project: str = ""
    period: str = ""
    as_of: str = ""
    audience: str = ""
    sections: tuple[str, ...] = ()
    of: str = ""
    before: tuple[str, ...] = ()             # the addresses of those who read it too: it shows what each of them may see
    moment: datetime | None = None           # when it was drafted: its figures are of then
    text: str = ""                           # the sentences it begins with, as its owner wants them said
    by: str = ""                             # whoever worded them


@dataclass(frozen=True)
class Written:
    """A report as a file: its name, what it is, and its bytes."""
    name: str
    mime: str
    content: bytes


def written(report: Report, as_: str) -> Written:
    """A report that was made as a file in a format."""
    chosen = formats.named(as_)
    about = report.title.partition(":")[0].lower().replace(" ", "-")
    about = "".join(c for c in about if c.isalnum() or c == "-") or "report"
    return Written(f"{about}-{report.made:%Y-%m-%d}.{chosen.name}", chosen.mime, chosen.render(report))
