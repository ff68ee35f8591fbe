"""Reports as files: one project's, or the portfolio's, in any format, with the rights of whoever asks."""
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast, get_args

from language.dates import Period
from records import credentials
from records.database import Database
from records.errors import BadInput
from records.kinds import Project
from records.reading import Reader
from reports import formats
from reports.formats.base import Report
from reports.overview import overview
from reports.portfolio import visible
from reports.whole import Audience, report
from tools.desk import Desk

USUAL = timedelta(days=14)


@dataclass(frozen=True)
class Wanted:
    """What a person asked for, in their words. Without a project it is the portfolio."""
    project: str = ""
    period: str = ""
    as_of: str = ""
    audience: str = ""
    sections: tuple[str, ...] = ()


@dataclass(frozen=True)
class Written:
    """A report as a file: its name, what it is, and its bytes."""
    name: str
    mime: str
    content: bytes


class Reporting:
    """Makes reports; reads and never writes."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database, self._clock = database, clock

    def report(self, who: str, wanted: Wanted) -> Report:
        """The report as the person with this address may see it. Raises the family of errors."""
        audience = _audience(wanted.audience)
        with self._database.reading() as session:
            asker = credentials.asker(session, who)
            desk = Desk(asker, Reader(session, asker), self._clock())
            desk = desk.at(wanted.as_of) if wanted.as_of else desk
            period = desk.period(wanted.period) if wanted.period else Period(desk.today - USUAL, desk.today)
            if not wanted.project:
                return overview(desk.book(*visible(desk.reader)), period, desk.now)
            project = desk.named(Project, wanted.project)
            return report(desk.book(project), project, period, desk.now, audience=audience, names=wanted.sections)

    def file(self, who: str, wanted: Wanted, as_: str) -> Written:
        """The report as a file in a format, named by what it is about and its day."""
        chosen = formats.named(as_)
        made = self.report(who, wanted)
        about = made.title.partition(":")[0].lower().replace(" ", "-")
        about = "".join(c for c in about if c.isalnum() or c == "-") or "report"
        return Written(f"{about}-{made.made:%Y-%m-%d}.{chosen.name}", chosen.mime, chosen.render(made))


def _audience(said: str) -> Audience:
    known = get_args(Audience)
    short = {"pm": "project manager", "manager": "project manager", "exec": "executive", "steerco": "steering committee", "board": "steering committee",
             "customer": "client"}
    name = short.get(said.strip().lower(), said.strip().lower()) or "project manager"
    if name not in known:
        raise BadInput(f"I know no readers called “{said}”. There are {', '.join(known)}.")
    return cast("Audience", name)
