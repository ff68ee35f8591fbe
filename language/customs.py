"""What an office means by its words for time: the days it works, the month its year begins, how it writes days. Passed in as data."""
from dataclasses import dataclass
from datetime import date

from language.counting import MONTHS, Period, ahead, around, month_end
from language.working import WorkingDays

JANUARY = 1
CENTURY = 100


@dataclass(frozen=True)
class Customs:
    """`first_month`: 4 for a fiscal year from April, which is named by the calendar year it ends in: FY27 is April 2026 to March 2027.

    `order`: "day" or "month" where 3/12 is always written so; without it such a day has two readings."""
    days: WorkingDays = WorkingDays()  # noqa: RUF009 - never changed
    first_month: int = JANUARY
    order: str = ""

    def fiscal_year(self, name: int) -> Period:
        """The fiscal year of a name such as 2027."""
        first = date(name - (self.first_month > JANUARY), self.first_month, 1)
        return Period(first, month_end(ahead(11, "month", first)))

    def fiscal(self, unit: str, away: int, today: date) -> Period:
        """The fiscal quarter, half or year that lies `away` from today's."""
        return around(unit, away, today, self.first_month)

    def part(self, year: int, unit: str, n: int) -> Period:
        """The nth quarter or half of the fiscal year of that name."""
        first = ahead((n - 1) * MONTHS[unit], "month", self.fiscal_year(year).first)
        return Period(first, month_end(ahead(MONTHS[unit] - 1, "month", first)))


USUAL = Customs()
