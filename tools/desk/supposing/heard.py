"""What a supposition says: how much, which way, how long, when; read once, so that each kind of supposition only has to look."""
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
import re

from language.amounts import find_money, find_percents, read_money, read_number
from language.counting import MONTHS, Period, ahead
from language.dates import find_dates, find_periods, read_date, read_period
from language.lengths import read_length
from language.words import words

DOWN = re.compile(r"\b(?:less|lower|lowers?|fewer|falls?|fell|drops?|dropped|down|cuts?|reduced?|reduces|shrinks?|shrank|smaller|decreased?|decreases|minus|"
                  r"loses?|lost|cheaper|below|short|missing|take away|takes away|sinks?)\b")
EARLIER = re.compile(r"\b(?:earlier|sooner|shorter|faster|quicker|early|less)\b")
TIMES = {re.compile(r"\b(?:half|halved|halves)\b(?! an? )"): Decimal("0.5"), re.compile(r"\b(?:double[sd]?|twice)\b"): Decimal(2)}
BARELY = re.compile(r"\b(?:only|just|no more than)\b[^%]*$")
ONLY = re.compile(r"\b(?:at|to|becomes?|is|was|were|of)\s*(?:about\s*)?$")
AMOUNT = re.compile(r"(?<![\w-])\d[\d.,' ]*\s?(?:k|m|mio|million|millions|thousand)?(?![\w%.-])"
                    r"(?!\s*(?:%|percent|days?|weeks?|months?|quarters?|years?|h\b|hours?))", re.I)
SPELT = re.compile(r"\b(?:half (?:an? )?|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten) )(?:million|thousand)\b", re.I)
SHARES = {"three quarters": 75, "a quarter": 25, "one quarter": 25, "two thirds": 67, "a third": 33, "one third": 33}
SHARE = re.compile(rf"(?P<lead>\b(?:to|at|only) (?:about |only )?)(?P<share>{'|'.join(SHARES).replace(' ', '[ -]')})\b"
                   r"(?! (?:later|earlier|late|after|before))", re.I)
PARTS = {"quarter": 25, "third": 33, "half": 50, "fifth": 20, "tenth": 10}
BY = re.compile(rf"(?P<lead>\b(?:falls?|fell|drops?|rises?|rose|grows?|cut|reduced?|shrinks?|lower|higher|less|more|increases?d?|decreases?d?) by (?:about )?)"
                rf"an? (?P<part>{'|'.join(PARTS)})\b(?! of a)|\ban? (?P<also>{'|'.join(PARTS)}) (?=(?:lower|higher|less|fewer|more|cheaper|dearer)\b)", re.I)
LASTING = re.compile(r"\bfor (?:the )?(?:next )?[\w ]*?(?:days?|weeks?|months?) (?:from|starting(?: on)?|as of|beginning)(?: on)? (?P<first>[\w ]+)|"
                     r"\b(?:from|starting|as of) (?P<led>[\w ]+?) (?:on )?for (?:the )?(?:next )?[\w ]*?(?:days?|weeks?|months?)\b", re.I)
IN = re.compile(r"\b(?:in|from|until|since|during|after|before)\s+$")
DAYS = {"day": 1, "week": 7, "fortnight": 14}


def in_figures(text: str) -> str:
    """The same text with amounts such as “half a million” in figures, and with shares as percents: “only to three quarters”, “falls by a third”."""
    text = SHARE.sub(lambda m: f"{m['lead']}{SHARES[m['share'].replace('-', ' ')]} %", text)
    text = BY.sub(lambda m: f"{m['lead'] or ''}{PARTS[(m['part'] or m['also']).lower()]} %{' ' if m['also'] else ''}", text)
    return SPELT.sub(lambda m: f"{read_number(m[0]) or m[0]:f}", text)


@dataclass(frozen=True)
class Heard:
    """One supposition in words; `text` in small letters, with keys and names taken out."""
    text: str
    today: date

    @cached_property
    def sign(self) -> int:
        return -1 if DOWN.search(self.text) else 1

    @cached_property
    def percent(self) -> Decimal | None:
        return next((span.value for span in find_percents(self.text) if isinstance(span.value, Decimal)), None)

    @cached_property
    def factor(self) -> Decimal | None:
        """What something is multiplied by: 0.8 for "20 % lower" and for "only 80 %"."""
        for span in find_percents(self.text):
            share, before = Decimal(str(span.value)) / 100, self.text[:span.start]
            is_whole = (BARELY.search(before) or ONLY.search(before)) and not self._compares(span.end)
            return share if is_whole else 1 + self.sign * share
        return next((times for said, times in TIMES.items() if said.search(self.text) and not self.length), None)

    def _compares(self, end: int) -> bool:
        """Whether what follows a share says that it is a difference: "20 % lower"."""
        return re.match(r"\s*(?:higher|lower|less|more|fewer|cheaper|dearer|costlier|smaller|bigger|larger|below|above)\b", self.text[end:]) is not None

    @cached_property
    def money(self) -> Decimal | None:
        """An amount, whether or not its currency is said."""
        for span in find_money(self.text):
            return span.value[0] if isinstance(span.value, tuple) else None
        read = read_money(self._bare[0]) if self._bare else None
        return read[0] if read else None

    @cached_property
    def _bare(self) -> re.Match[str] | None:
        """A number that is no part of a day: “on 11 December” is none, nor is “in 2027”."""
        days = [(s.start, s.end) for s in find_periods(self.text, self.today) if not self.text[s.start:s.end].isdecimal() or IN.search(self.text[:s.start])]
        return next((m for m in AMOUNT.finditer(self.text) if not any(a < m.start() + len(m[0].rstrip()) and m.start() < b for a, b in days)), None)

    @cached_property
    def is_total(self) -> bool:
        """Whether the amount is what there is then, and not what is put to it: "a budget of 300k"."""
        return not re.search(r"\bby\b|\b(?:more|less|extra|additional|another|higher|lower)\b", self.text) and ONLY.search(
            self.text[:self._starts]) is not None

    @cached_property
    def _starts(self) -> int:
        found = next((s.start for s in find_money(self.text)), None)
        return found if found is not None else self._bare.start() if self._bare else 0

    @cached_property
    def length(self) -> tuple[tuple[float, str], ...]:
        return read_length(self.text, words())

    @cached_property
    def is_earlier(self) -> bool:
        return EARLIER.search(self.text) is not None

    def moved(self, day: date) -> date:
        """A day so much later, or earlier."""
        for n, unit in self.length:
            whole = int(n) if n == int(n) else 0
            day = ahead(-whole if self.is_earlier else whole, unit, day)
            if not whole and unit in DAYS:
                day = ahead(round(n * DAYS[unit]) * (-1 if self.is_earlier else 1), "day", day)
        return day

    @cached_property
    def months(self) -> Decimal:
        """The length in months, below 0 for earlier; days count as parts of a month of 30."""
        found = sum((Decimal(str(n)) * (Decimal(MONTHS[unit]) if unit in MONTHS else Decimal(DAYS.get(unit, 1)) / 30) for n, unit in self.length), Decimal(0))
        return -found if self.is_earlier else found

    @cached_property
    def period(self) -> Period | None:
        """The days that are meant: “in December”, or a length with its first day, “for three weeks from Monday”."""
        m = LASTING.search(self.text)
        first = read_date(m["first"] or m["led"], self.today) if m and self.length else None
        return Period(first, self.moved(first) - timedelta(days=1)) if first else read_period(self.text, self.today)

    @cached_property
    def day(self) -> date | None:
        return next((span.value for span in find_dates(self.text, self.today) if isinstance(span.value, date)), None)

    @cached_property
    def said_length(self) -> str:
        said = " and ".join(f"{n:g} {unit}{'' if n == 1 else 's'}" for n, unit in self.length)
        return f"{said} {'earlier' if self.is_earlier else 'later'}"
