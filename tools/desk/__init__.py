"""The desk: what a tool may touch in one call, and the one place that turns people's words into records and values."""
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
import re

from knowledge.searching import NOTHING, Search
from language.customs import Customs
from language.dates import Period, read_period
from records.asker import Asker
from records.breakdown.drafting import Draft, nobody
from records.computing import Book
from records.errors import BadInput
from records.figures.base import Figure
from records.kinds.base import FieldOf, R, Record
from records.query import Query
from records.reading import Reader
from reports.looking import Since, is_said, said, since
from tools.desk import conditions, naming, values
from tools.desk.conditions import Having
from tools.desk.customs import customs_of

BETWEEN = re.compile(r"\s+(?:compared )?(?:with|against|to|versus|vs\.?)\s+(?:(?:that|the one|how it was) (?:of|on) )?", re.I)      # two days that are compared
FUTURE = "{day} is yet to come, so this is of the last {days} days."
NEVER = "Before this visit you had not looked at this, so this is of the last {days} days."


def never(_: str) -> datetime | None:
    """When somebody last looked who never has."""
    return None


@dataclass(frozen=True)
class Desk:
    """Laid anew for each tool call; it reads, it never writes."""
    asker: Asker
    reader: Reader
    now: datetime
    search: Search = NOTHING
    as_of: str = ""                             # what an answer from a past day says at its top
    draft: Draft = nobody                       # what a language model makes of a text; None where there is none, and then the tool goes by its rules

    looked: Callable[[str], datetime | None] = never        # when the asker last looked at the report of a record, by its key

    def at(self, said: str) -> "Desk":
        """The same desk at the end of a past day, with the records as they were then; raises `BadInput` when no day of the past is said."""
        day = values.past_day(said, self.today, self.customs)
        if day == self.today:
            return self
        moment = datetime.combine(day, time.max, self.now.tzinfo)
        reader = self.reader.at(moment)
        if not reader.latest_position():
            raise BadInput(f"Nothing had been recorded yet on {day:%a %-d %b %Y}; ask for a later day.")
        return replace(self, reader=reader, now=moment, as_of=f"As of {day:%a %-d %b %Y} (change #{reader.latest_position()}).")

    @property
    def today(self) -> date:
        return self.now.date()

    @cached_property
    def customs(self) -> Customs:
        """What the office means by its words for time: its working days, and the month its year begins."""
        return customs_of(self.reader)

    def book(self, *records: Record) -> Book:
        return Book(self.reader, records, self.today)

    def named(self, kind: type[R], said: str, home: int | None = None) -> R:
        """The record a person means by a key or a name, of the project `home` if one is said; raises `NotFound` or `Ambiguous`, both naming what is near."""
        return naming.named(self.reader, kind, said, home)

    def named_any(self, said: str) -> tuple[type[Record], Record]:
        """The record of whatever kind that a key, or else a project's or person's name, stands for."""
        return naming.named_any(self.reader, said)

    def names(self, kind: type[Record]) -> dict[str, str]:
        """Every name of this kind that the asker may see, with its key."""
        return naming.names(self.reader, kind)

    def measures(self, kinds: Iterable[type[Record]]) -> dict[str, str]:
        """What the records of these kinds measure, each with its key: “service cost per order”."""
        return {said: key for kind in kinds for said, key in naming.measures(self.reader, kind).items()}

    def field(self, kind: type[Record], said: str) -> FieldOf:
        """The field a person means; raises `BadInput` naming the fields there are."""
        return values.field_named(self.reader, kind, said)

    def query(self, kind: type[R], said: Mapping[str, str], sort: str = "", limit: int | None = 50) -> Query[R]:
        """Conditions in words, by field: {"status": "not done", "due": "before Friday", "owner": "me"}."""
        return conditions.query(self.reader, kind, said, self.today, sort, limit)

    def having(self, kind: type[Record], said: Mapping[str, str]) -> tuple[Having, ...]:
        """The conditions among them that name a figure: {"cpi": "below 0.9"}."""
        return conditions.having(kind, said)

    def values(self, kind: type[R], said: Mapping[str, str], of: R | None = None) -> dict[str, object]:
        """Values in words, by field: {"owner": "Bo", "due": "next Friday"}; of a record, so that "a week later" has a start."""
        return values.values(self.reader, kind, said, self.today, of)

    def figure(self, said: str) -> Figure:
        return conditions.figure_named(said)

    def period(self, said: str) -> Period:
        """The time a person means; raises `BadInput` saying how to say it."""
        if is_said(said):
            return Since(self.today, self.today)
        ends = BETWEEN.split(said, 1)
        orders = [" to ".join(ends), " to ".join(reversed(ends))] if len(ends) > 1 else [said]          # "today with 1 October" is from then to now
        found = (period for each in orders if (period := read_period(each, self.today, self.customs)))
        return next(found, None) or values.period_said(said, self.today, self.customs)

    def days_ahead(self, said: str) -> Period:
        """The days to come that are meant, from today on; raises `BadInput` for days gone by and for none."""
        return values.days_ahead(said, self.today, self.customs)

    def days_back(self, said: str) -> Period:
        """The days gone by that are meant, up to today; raises `BadInput` for days to come and for none."""
        return values.days_back(said, self.today, self.customs)

    def lately(self, period: Period | None, about: str, usual: timedelta) -> tuple[Period, str]:
        """The time a report of a record is of, and what is to be said of it: since the asker last looked, where that is meant and they have."""
        usually = Period(self.today - usual, self.today)
        if period and period.first > self.today:
            return usually, FUTURE.format(day=said(period), days=usual.days)
        if not isinstance(period, Since):
            return period or usually, ""
        moment = self.looked(about)
        return (since(moment.astimezone(self.now.tzinfo), self.today), "") if moment else (usually, NEVER.format(days=usual.days))
