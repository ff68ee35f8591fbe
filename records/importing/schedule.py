"""What readers of schedule files share: a place to gather rows and remarks, and values cut to what a field of ours holds."""
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
import re

from records.importing.base import Read, Row, Skipped

LONGEST_TITLE, LONGEST_TEXT, LONGEST_WBS, LONGEST_NAME_IN_SOURCE = 200, 4000, 60, 120
MOST_HOURS, MOST_LAG, MOST_WEEKLY_HOURS = 10_000.0, 3650.0, 80.0
MOST_OF_ANYTHING = 1e15
CURRENCIES = ("EUR", "USD", "GBP", "CHF")
MOST_DAYS_OFF = 1600                     # as many as the field of a calendar holds
MOST_SHOWN = 5
MOST_HOURS_A_WEEK = 168.0
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")


@dataclass
class Gathered:
    """Rows and remarks while a file is read. A value that does not fit is left out and said with its place."""
    rows: list[Row] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, kind: str, source: str, where: str, values: Mapping[str, object]) -> None:
        """Keep a row; what the file does not say (None, empty text) is not among its values."""
        self.rows.append(Row(kind, source, {k: v for k, v in values.items() if v is not None and v != ""}, where))

    def skip(self, where: str, why: str) -> None:
        self.skipped.append(Skipped(where, why.rstrip(".")))

    def note(self, said: str) -> None:
        self.notes.append(said)

    def title(self, where: str, said: str, otherwise: str) -> str:
        whole = " ".join(clean(said).split())
        if not whole:
            self.skip(where, f"It has no name and is called “{otherwise}”.")
            return otherwise
        if len(whole) > LONGEST_TITLE:
            self.skip(where, f"Its name is longer than {LONGEST_TITLE} characters; the end is left out: “…{whole[LONGEST_TITLE - 1:][:300]}”.")
            return whole[:LONGEST_TITLE - 1] + "…"
        return whole

    def text(self, where: str, what: str, said: str, longest: int = LONGEST_TEXT) -> str:
        whole = clean(said).strip()
        if len(whole) > longest:
            self.skip(where, f"The {what} is longer than {longest:,} characters; the end is left out.")
            return whole[:longest - 1] + "…"
        return whole

    def within(self, where: str, what: str, value: float | None, most: float, least: float = 0) -> float | None:
        if value is None or least <= value <= most:
            return value
        self.skip(where, f"The {what} {value:,g} is not between {least:,g} and {most:,g} and is left out.")
        return None

    def due(self, where: str, start: date | None, due: date | None) -> date | None:
        if start and due and due < start:
            self.skip(where, f"It finishes on {due} before it starts on {start}; the finish is left out.")
            return None
        return due

    def address(self, where: str, said: str) -> str:
        address = clean(said).strip()
        if not address or (_ADDRESS.fullmatch(address) and len(address) <= LONGEST_TITLE):
            return address.lower()
        self.skip(where, f"“{address[:100]}” is no e-mail address and is left out.")
        return ""

    def days_off(self, where: str, days: Iterable[date], worked: Iterable[int]) -> str:
        """The days as our calendars write them; where there are too many, days that are not worked anyway go first."""
        kept = sorted(set(days))
        if len(kept) > MOST_DAYS_OFF:
            kept = [d for d in kept if d.isoweekday() in set(worked)]
        if len(kept) > MOST_DAYS_OFF:
            self.skip(where, f"It has {len(kept):,} days off; those after {kept[MOST_DAYS_OFF - 1]} are left out.")
        return ", ".join(d.isoformat() for d in kept[:MOST_DAYS_OFF])

    def calendar(self, source: str, name: str, hours: Mapping[int, float], off: Iterable[date]) -> bool:
        """Keep a calendar by the hours of its working days, unless it has none. Ours has one length of day: the most frequent."""
        where = f"calendar “{name[:80]}”"
        if not hours:
            self.skip(where, "It has no working day; it is left out")
            return False
        usual, _ = Counter(hours.values()).most_common(1)[0]
        if len(set(hours.values())) > 1:
            said = ", ".join(f"day {d}: {h:g} h" for d, h in sorted(hours.items()))
            self.skip(where, f"Its days are not equally long ({said}); the most frequent length is taken")
        self.add("calendar", source, where, {"name": self.title(where, name, "Calendar"), "workdays": ", ".join(str(d) for d in sorted(hours)),
                                             "hours": number(min(usual, 24.0)), "days_off": self.days_off(where, off, hours)})
        return True

    def worked_otherwise(self, where: str, days: Iterable[date]) -> None:
        """Say the days with working times of their own."""
        if found := sorted(days):
            shown = ", ".join(d.isoformat() for d in found[:MOST_SHOWN]) + (", …" if len(found) > MOST_SHOWN else "")
            self.skip(where, f"{counted(len(found), 'day')} with working times of their own, which our calendars do not have: {shown}")

    def read(self) -> Read:
        return Read(tuple(self.rows), tuple(self.skipped), tuple(self.notes))


def clean(said: str) -> str:
    """Text without control characters and stray surrogates; every line end becomes a newline."""
    return _CONTROL.sub("", said.replace("\r\n", "\n").replace("\r", "\n"))


def day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()[:10]


def figure(bare: str) -> float | None:
    """A number as computers write it, if it is one: no NaN, no infinity, nothing absurd."""
    try:
        value = float(bare)
    except ValueError:
        return None
    return value if abs(value) < MOST_OF_ANYTHING else None


def number(value: float | None) -> float | None:
    """A number as JSON says it, without the dust of a division."""
    return None if value is None else round(value, 4) + 0.0


def named(name: str) -> str:
    """A name as it stands in a source."""
    return " ".join(clean(name).split())[:LONGEST_NAME_IN_SOURCE]


def counted(count: int, one: str, many: str = "") -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def weekly(work: float, first: date, last: date, workdays: Iterable[int]) -> float:
    """Hours a week of some work, spread evenly over the working days from first to last."""
    week = set(workdays)
    whole, rest = divmod((last - first).days + 1, 7)
    days = max(1, whole * len(week) + sum((first.isoweekday() - 1 + n) % 7 + 1 in week for n in range(rest)))
    return min(max(work, 0) / days * len(week), MOST_HOURS_A_WEEK)
