"""What a choice among projects is asked for, in words: how much money for which time, what must be in it, what must not."""
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
import re

from language.amounts import find_money, read_money
from language.counting import Period
from language.dates import find_periods
from language.names import find_names
from tools.desk.supposing.heard import AMOUNT, in_figures

MUST = re.compile(r"\b(?:must (?:do|have|include)|with|including|include|keep|definitely|certainly|and always|plus|has to be|need)\b[^.;:]*$", re.I)
NOT = re.compile(r"\b(?:without|except|excluding|exclude|drop|dropping|stop|stopping|leave out|leaving out|not|but not|instead of|other than)\b[^.;:]*$", re.I)
NPV = re.compile(r"\b(?:npv|net present value|value in money|by value|most value|most money|worth most)\b", re.I)
SCORE = re.compile(r"\b(?:score|points|board|weights?)\b", re.I)
LEAST, YEAR = 1000, re.compile(r"(?<![\w.,-])20\d\d(?![\w.,-]\d|\w)")
ALWAYS = Period(date.min, date.max)


@dataclass(frozen=True)
class Wish:
    """Budgets by period; keys of projects that must be in or must be out; `measure` "score" or "NPV" where it is said."""
    budgets: tuple[tuple[Period, Decimal], ...] = ()
    period: Period | None = None
    must: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    measure: str = ""
    currency: str = ""

    @property
    def said(self) -> str:
        """ "2,000,000 in 2027", as a person would say it again."""
        return ", ".join(f"{amount:,.0f} {self.currency}".rstrip() + ("" if period == ALWAYS else f" {said(period)}") for period, amount in self.budgets)


def read(text: str, today: date, names: Mapping[str, str]) -> Wish:
    """Each amount belongs to the period that is said next after it, or else to the one that is said at all."""
    text = in_figures(text)
    runs = [(span.start, span.value) for span in find_periods(text, today) if isinstance(span.value, Period)]
    runs = runs or [(m.start(), Period(date(int(m[0]), 1, 1), date(int(m[0]), 12, 31))) for m in YEAR.finditer(text)]
    amounts = list(_amounts(_masked(text, names)))
    only = runs[0][1] if runs else None
    budgets = []
    for n, (start, amount, _) in enumerate(amounts):
        ends = amounts[n + 1][0] if n + 1 < len(amounts) else len(text)
        after = [run for at, run in runs if start < at < ends]
        budgets.append((after[0] if after else only or ALWAYS, amount))
    must, without = _named(text, names)
    measure = "NPV" if NPV.search(text) else "score" if SCORE.search(text) else ""
    whole = Period(min(p.first for _, p in runs), max(p.last for _, p in runs)) if runs else None
    return Wish(tuple(budgets), whole, must, without, measure, next((c for _, _, c in amounts if c), ""))


def said(period: Period) -> str:
    """ "in 2027", or its days."""
    if (period.first.month, period.first.day, period.last.month, period.last.day) == (1, 1, 12, 31):
        return f"in {period.first.year}" if period.first.year == period.last.year else f"from {period.first.year} to {period.last.year}"
    return f"from {period.first:%-d %b %Y} to {period.last:%-d %b %Y}"


def _amounts(text: str) -> Iterator[tuple[int, Decimal, str]]:
    """Amounts with a currency, else plain numbers that are no years and no small counts."""
    found = [(s.start, *s.value) for s in find_money(text) if isinstance(s.value, tuple)]
    if not found:
        bare = ((m.start(), read_money(m[0])) for m in AMOUNT.finditer(text))
        found = [(at, read[0], "") for at, read in bare if read and read[0] >= LEAST and not YEAR.fullmatch(str(read[0]))]
    yield from found


def _masked(text: str, names: Mapping[str, str]) -> str:
    for span in find_names(text, names):
        text = text[:span.start] + "…" * (span.end - span.start) + text[span.end:]
    return text


def _named(text: str, names: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Projects that are named: left out after a word for it, else in."""
    must, without = list[str](), list[str]()
    for span in find_names(text, names):
        before = text[:span.start]
        out, in_ = NOT.search(before), MUST.search(before)
        (without if out and (not in_ or out.start() > in_.start() or out[0].startswith("but")) else must).append(str(span.value))
    return tuple(dict.fromkeys(must)), tuple(dict.fromkeys(without))
