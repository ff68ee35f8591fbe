"""What the sentences of a turn's blocks say, so that a model may say it in other words: numbers with their word, verdicts, and whose turn it is to decide."""
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
import re

from assistant.guarding.anchors import DATE, OUT_OF, STEM, anchored, days, stems
from assistant.guarding.claims import plain, verdicts
from assistant.guarding.saying import whole
from assistant.guarding.states import claimed
from reports.blocks import Block, Card, Fact, Table, Text

PLACED = "\x00"                 # stands where something covered stood
CLAUSE = re.compile(r"[,;.!?]\s|\s(?:but|while|although|though|whereas|and|yet|so)\s", re.I)
KEY = re.compile(r"\b[A-Z][A-Z0-9]*-[A-Z]{1,3}-\d+\b")
QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
ROLES = frozenset(stems("wanted expected planned forecast baseline approved actual promised latest earliest tolerated wished original"))   # of a day
SHARED = 3                      # words that a sentence and a line share where they speak of the same
DECIDES = re.compile(r"\b(?:has|have|needs?|must|should|is asked|is|to) (?:to )?(?:decide|approve|answer|confirm|say)\b|\bdecides?\b", re.I)
BY = re.compile(r"\b(?:by|for|since|within|in|over|under|with|up to|at most|at least|above|below) "
                r"(?P<n>[-+−]?\d[\d.,]*\s?(?:%|[A-Z]{3}\b|(?:h|hours?|days?|weeks?|months?|years?|points?)\b)|\d[\d,]{3,}\d)", re.I)
NAMED_COUNT = re.compile(r"[^\W\d_] \d")
NONE_SUCH = re.compile(r"^There are no such [^(]+\((?:[^)]*; )?status ([\w ]+)[;)]")
MAY_APPROVE = re.compile(r"\b(?:may|can)(?:not| not)? (?:approve|decide)\b", re.I)
POSTS = ("sponsor", "executive", "pmo admin", "project manager", "value manager", "board")
YOU = re.compile(r"\byou\b")
COUNT = re.compile(r"(?<![\w.,/-])\d+(?: ?[%h])?(?![\w.,-]*\d)")
Of = frozenset[str]             # the projects that something is said of


def lines(block: Block) -> tuple[str, ...]:
    """The sentences of a block; a row of a table is one."""
    match block:
        case Card(title, _, said):
            return (_told(title), *map(_told, said))
        case Table(title, _, rows, keys, note):
            named = zip((*keys, *("" for _ in rows)), rows, strict=False)
            return (_told(title), _told(note), *(_told("; ".join(filter(None, ("" if key in row else key, *row)))) for key, row in named))
        case Text(text):
            return (_told(text),)
        case Fact(_, label, display, how):
            return (QUOTED.sub(r"\1", _told(f"{label}: {display}; {how}")),)             # what is quoted there is not what it is about
    return ()


def _told(text: str) -> str:
    return whole(plain(text))


def _words(text: str) -> frozenset[str]:
    """The words of a text that are no part of a day."""
    return frozenset(stems(DATE.sub(" ", text)))


def _named(text: str) -> frozenset[str]:
    """The records that a text names, by key or by a title in quotes."""
    return frozenset(said.lower() for said in (*KEY.findall(text), *QUOTED.findall(text)))


def dated(line: str) -> Iterator[tuple[str, str]]:
    """The one record of a line, with its one day."""
    keys, days = KEY.findall(line), DATE.findall(line)
    if len(keys) == len(days) == 1:
        yield keys[0], days[0]


def is_declared(verdict: str, text: str) -> bool:
    """Whether a text says that somebody declares this; that is not what the records say."""
    return any("decl" in stems(clause) for clause in CLAUSE.split(text) if verdict in verdicts(clause))


@dataclass(frozen=True)
class _Line:
    """A line that is shown: what it is of, the records it names, its words, its numbers each with its word, and its days each with the words around it."""
    text: str
    of: Of
    named: frozenset[str]
    words: frozenset[str]
    numbers: frozenset[tuple[str, str]]
    days: tuple[tuple[str, frozenset[str]], ...]
    counts: tuple[tuple[str, str], ...] = ()            # a name, and the number right behind it

    def is_of_one(self, text: str) -> bool:
        """Whether it speaks of one record only, which a sentence names too."""
        keys = {n for n in self.named if KEY.fullmatch(n.upper())}
        return len(keys) == 1 and keys <= _named(text)

    def fits(self, text: str, about: Of) -> bool:
        """Whether a sentence may be about what the line is about."""
        mine, low = _named(text), text.lower()
        return _fits(about, self.of) and (not mine or not self.named or any(m in self.text for m in mine) or any(n in low for n in self.named))


class Told:
    """`spoken` are the names of projects, `people` whoever else may be named, `own` the asker's name."""

    def __init__(self, spoken: Mapping[str, str], people: Sequence[str], own: str = "") -> None:
        self._own = own.lower()
        self._projects, self._people = frozenset(stems(" ".join(spoken))), [p.lower() for p in people]
        self._names = self._projects | frozenset(stems(" ".join(people)))
        self._lines: list[_Line] = []
        self._judged: list[tuple[str, frozenset[str], Of]] = []
        self._states: list[tuple[tuple[str, bool], frozenset[str], Of]] = []

    @property
    def judges(self) -> bool:
        return bool(self._judged)

    def hear(self, line: str, of: Of) -> None:
        numbers = frozenset((a.said, a.word) for by in ((), (OUT_OF,)) for a in anchored(line, *by) if a.word)
        self._lines.append(_Line(line.lower(), of, _named(line), _words(line) - self._names, numbers,
                                 tuple((day, words - self._names) for day, _, _, words in days(line)), tuple(self._counts(line))))
        self._judged += [(said, frozenset(stems(clause)) - set(stems(said)), of) for clause in CLAUSE.split(line) for said in verdicts(clause)]
        self._states += [((status.lower(), True), frozenset(stems(line)), of) for status in NONE_SUCH.findall(line)]
        self._states += [(said, frozenset(stems(clause)) - {said[0][:STEM]}, of) for clause in CLAUSE.split(line) for said in claimed(clause)]

    def without_numbers(self, text: str, about: Of) -> str:
        """The text without the numbers that a line gives to the same word, and the days that one gives to the same."""
        fitting = [line for line in self._lines if line.fits(text, about)]
        for by in ((OUT_OF,), ()):
            for each in reversed(list(anchored(text, *by))):
                if any((each.said, each.word) in line.numbers for line in fitting):
                    text = text[:each.start] + PLACED + text[each.stop:]
        for found in reversed(list(BY.finditer(text))):
            if any(found[0].lower() in line.text and line.is_of_one(text) for line in fitting):
                text = text[:found.start("n")] + PLACED + text[found.end("n"):]
        text = self._without_counts(text, fitting)
        for day, start, stop, near in reversed(list(days(text))):
            if any(self._is_day_of(line, day, near, text) for line in fitting):
                text = text[:start] + PLACED + text[stop:]
        return text

    def _counts(self, line: str) -> Iterator[tuple[str, str]]:
        """The names of a line that have a number right behind them: “Ben Okafor 3”."""
        low = line.lower()
        people = self._people if NAMED_COUNT.search(low) else ()
        yield from ((name, "".join(m[1].split())) for name in people if name in low
                    for m in re.finditer(rf"(?<!\w){re.escape(name)} (\d+(?: ?[%h])?)(?!\w|[.,]\d)", low))

    def _without_counts(self, text: str, fitting: Sequence[_Line]) -> str:
        """Without the numbers that a line puts right behind a name, where the clause names that name and speaks of what the line does."""
        known = [(name, said, line) for line in fitting for name, said in line.counts]
        for m in reversed(list(COUNT.finditer(text)) if known else []):
            near, told = f"{CLAUSE.split(text[:m.start()])[-1]} {text[m.end():].partition(',')[0]}".lower(), "".join(m[0].split())
            if any(told == said and self._is_named(name, near) and (said[-1] in "%h" or line.words & _words(text)) for name, said, line in known):
                text = text[:m.start()] + PLACED + text[m.end():]
        return text

    def _is_named(self, name: str, near: str) -> bool:
        return name in near or (name == self._own and YOU.search(near) is not None)

    def _is_day_of(self, line: _Line, day: str, near: frozenset[str], text: str) -> bool:
        """Whether a line gives this day to what the sentence says beside it, or is surely the one that the sentence tells again."""
        low, is_same = text.lower(), len(line.words & _words(text) - ROLES) >= SHARED
        is_about = not line.named or is_same or any(n in low for n in line.named)
        if is_about and any(day == told and near & words and words & ROLES <= near for told, words in line.days):
            return True
        return is_same and {told for told, _ in line.days} == {day} and not any(words & ROLES for _, words in line.days)

    def is_judged(self, verdict: str, text: str, about: Of) -> bool:
        """Whether a line gives this verdict with a same word around it: “declares it green” is not “the records say green”."""
        mine = [frozenset(stems(clause)) - self._projects for clause in CLAUSE.split(text) if verdict in verdicts(clause)]
        return any(said == verdict and _fits(about, of) and words & each for said, words, of in self._judged for each in mine)

    def is_so(self, text: str, about: Of) -> bool:
        """Whether a line says of the same, in some of the same words, each status that this text gives."""
        mine = [(said, frozenset(stems(clause)) - self._projects) for clause in CLAUSE.split(text) for said in claimed(clause)]
        return all(any(said == told and _fits(about, of) and words & each for told, words, of in self._states) for said, each in mine)

    def is_their_turn(self, text: str) -> bool:
        """Whether it says of somebody what a line says too: that a record waits for their decision. That is no rule of the office's."""
        low, words = text.lower(), _words(text)
        said = [line.text for line in self._lines
                if any(KEY.fullmatch(n.upper()) and n in low for n in line.named) or (line.named and len(line.words & words) >= SHARED)]
        if DECIDES.search(text) is not None and any(name in line for line in said for name in self._people if name in low):
            return True
        who = [w for w in POSTS if w in low] + ([self._own] if self._own and YOU.search(low) else [])
        return MAY_APPROVE.search(text) is not None and any(MAY_APPROVE.search(line) and any(w in line for w in who) for line in said)


def _fits(about: Of, of: Of) -> bool:
    return not about or not of or bool(about & of)
