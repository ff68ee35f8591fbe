"""How the phrases of dates are written down: a template over a language's words, and the reading that gives it a meaning."""
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
import re

from language.counting import Period
from language.customs import USUAL, Customs
from language.words import Words, words

Groups = Mapping[str, str]
CLOCK = ("hour", "minute", "second")
SHORT = r"(?:(?<!\w{6})\.)?"            # the dot of a shortened word
RELATIVE_YEAR = ",? (?:of )?(?:(?P<year_this>{this})|(?P<year_next>{next})|(?P<year_last>{last})) {year_word}"
CENTURY, TURN = 100, 70                 # 26 is 2026, 96 is 1996
BLANK = r"[^\S\n]"
WHICH = "(?:(?P<this>{this})|(?P<coming>{coming})|(?P<next>{next})|(?P<last>{last}))"


@dataclass(frozen=True)
class Now:
    """Where a phrase is read from. `past`: a bare weekday is the one before. `near`: a month without a year is the nearest."""
    today: date
    clock: datetime | None = None
    past: bool = False
    near: bool = False
    words: Words = words()  # noqa: RUF009 - read once, never changed
    customs: Customs = USUAL


@dataclass(frozen=True)
class Here:
    """A match in its text: what was said, and what stands around it."""
    before: str
    said: str
    after: str
    words: Words

    @property
    def is_whole(self) -> bool:
        return not (self.before + self.after).strip(" .,!?")

    @property
    def ends(self) -> bool:
        """Whether the saying ends here: no further word, or only one that cannot belong to it."""
        following = re.match(r"\s*([^\W\d_]+)", self.after)
        return following is None or following[1].lower() in {*self.words["small"], *self.words["cues"], *self.words["leads"]}

    def led_by(self, *cues: str) -> bool:
        """Whether a word of one of these meanings leads to the match, or nothing stands around it."""
        return self.is_whole or self.follows(*cues)

    def follows(self, *cues: str) -> bool:
        return bool(self.before) and _leading(self.words, cues).search(self.before) is not None


@dataclass(frozen=True)
class Rule:
    """A template and what it means. No reading: vague, so no date. ValueError: no such day. Several: it could be either."""
    template: str
    meaning: Callable[[Groups, Now], tuple[Period, ...]]
    fits: Callable[[Here], bool] = lambda _: True
    kind: str = ""                                       # "day end" and "holiday" take part in longer phrases


@dataclass(frozen=True)
class Found:
    start: int
    end: int
    readings: tuple[Period, ...]
    kind: str = ""
    is_impossible: bool = False

    @property
    def one(self) -> Period | None:
        return self.readings[0] if len(self.readings) == 1 else None


@cache
def compiled(template: str, language: Words, *, starts: bool = True, ends: bool = True) -> "re.Pattern[str]":
    """A template as a pattern: {month} is any month, other {words} those of that meaning; a blank is any white space."""
    written = re.sub(r"\[[^\]]*\]| \??", lambda m: {" ": BLANK + "+", " ?": BLANK + "*"}.get(m[0], m[0]), template)
    written = re.sub(r"\{([a-z_]+)\}", lambda m: _piece(m[1], language), written)
    return re.compile((r"(?<![\w#/.€$£])(?<!\b[a-z]-)(?<!\b[a-z][a-z]-)" if starts else "") + written + (r"(?!\w)" if ends else ""), re.I)


def groups(match: "re.Match[str]") -> Groups:
    return {name: (said or "").lower() for name, said in match.groupdict().items()}


def number(said: str, language: Words) -> int:
    """A whole number in figures or words, first and 1st included."""
    figures = re.match(r"\d+", said)
    if figures:
        return int(figures[0])
    known = {**language.counted["numbers"], **language.counted["ordinals"]}
    spoken = " ".join(said.lower().split())
    return known[spoken] if spoken in known else sum(known[part] for part in re.split(r"[\s-]+", spoken))


def year_said(g: Groups, now: Now) -> int | None:
    """The year of a phrase: 2027, '27, 96, next year; None when it says none."""
    if said := g.get("year", "").strip("'’"):
        year = int(said)
        return year if year >= CENTURY else year + (2000 if year < TURN else 1900)
    away = 1 if g.get("year_next") else -1 if g.get("year_last") else 0
    return now.today.year + away if away or g.get("year_this") else None


def _piece(name: str, language: Words) -> str:
    numbers, ordinals = language.any_of("numbers"), language.any_of("ordinals")
    tens = r"(?:twenty|thirty)[ -]?"
    pieces = {
        "month": rf"(?P<month>{language.any_of('months')}){SHORT}", "weekday": rf"(?P<weekday>{language.any_of('weekdays')}){SHORT}",
        "year_word": language.any_of("year"), "dom": r"(?P<dom>\d{1,2})(?:st|nd|rd|th|\.)?", "nth_day": r"(?P<dom>\d{1,2})(?:st|nd|rd|th)",
        "spelled": rf"(?P<dom>(?:{tens})?{ordinals})", "nth": rf"(?P<nth>{ordinals}|\d(?:st|nd|rd|th))",
        "count": rf"(?P<n>\d{{1,3}}|(?:{tens})?{numbers})", "unit": rf"(?P<unit>{language.any_of('units')})",
        "length": rf"(?P<length>{_length(language)})",
    }
    return pieces.get(name) or language.any_of(name)


def _length(language: Words) -> str:
    """2 weeks, 3 days; 2 hours and 5 minutes. Hours join days by "and" only: in "in 2 days, 6h" they are the effort."""
    spoken = rf"(?:(?:twenty|thirty)[ -]?)?{language.any_of('numbers')}|{language.any_of('half')}"
    clock = {said for said, unit in language.groups["units"].items() if unit in CLOCK}
    kinds = []
    for units in (clock, set(language.groups["units"]) - clock):
        said = "|".join(re.escape(unit).replace(r"\ ", r"\s+") for unit in sorted(units, key=len, reverse=True))
        kinds.append(rf"(?:\d{{1,3}}(?:[.,]\d)?[\s-]*|(?<![a-z])(?:{spoken})[\s-]+)(?:{said})(?![a-z])")
    of_clock, of_days = kinds
    both = language.any_of("and")
    more = rf"(?:,?\s*(?:{both}\s+)?"
    return rf"(?:{of_days}{more}{of_days})*(?:\s+{both}\s+{of_clock})*|{of_clock}{more}{of_clock})*)"


@cache
def _leading(language: Words, cues: tuple[str, ...]) -> "re.Pattern[str]":
    spoken = "|".join(language.any_of(cue) for cue in cues)
    return re.compile(rf"(?<!\w)(?:{spoken})[\s:]*(?:{language.any_of('the')}\s+)?[-(]?$", re.I)
