"""Which words of an order are which value of a record, as far as the words around them tell: each word, name, day or amount is marked with a field or none."""
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise
import re

import numpy as np

from assistant.planner.heard.hearing import OPEN, Heard
from assistant.planner.learned.chain import NONE, What, chain
from assistant.planner.learned.features import stem
from assistant.planner.learned.weights import Floats
from assistant.planner.words.lexicon import choice_words
from assistant.planner.words.plain import SHORT_FORMS, places
from language.words import Span
from records.kinds.base import FieldOf, Record, fields

PIECE = re.compile(r"\d+(?:[.,]\d+)+%?|[^\W_]+(?:[.’'&/+-][^\W_]+)*%?|[^\w\s]")
HALF = 0.5
BESIDE, SURELY_BESIDE = 0.88, 0.98             # of belief that words narrow nothing; of “I” and of a day, which seldom do so
BESIDE_CHANGE = 0.9                            # and of a change of many
WHICH = "?"                                     # before a field: what tells which records are meant
FEW = 3                                         # words of a part that says something
DAYS = re.compile(r"[+−-]?\d+ (?:working |business |calendar )?days?", re.I)
REACH = 24                                      # letters before a number in which its name stands
NAMES_IT = r"\W*(?:(?:to|is|of|at|now|up to|down to|as)\W+)?"
PARTING = ",;:.!?-–—()>"
LINKS = frozenset(("because", "since", "as", "so", "that", "which", "but", "and", "to", "for", "with", "if", "when", "while", "who", "is", "of"))


@dataclass(frozen=True)
class Piece:
    """A word, a sign, or what was heard as one thing; `type_` is what it was heard as."""
    start: int
    end: int
    word: str
    type_: str


@dataclass(frozen=True)
class Marked:
    """Words that are a field's value, and the mean share of belief that they are."""
    field: str
    start: int
    end: int
    share: float


class Marking:
    """The shares of belief, piece by piece, that it is part of a field's value or of none."""

    def __init__(self, row: Sequence[Piece], names: Sequence[str], shares: Floats) -> None:
        self._row, self._names, self._shares = row, names, shares

    def run(self, field: str, least: float = HALF) -> Marked | None:
        """The words that are likeliest a field's value: those in a row whose shares together exceed the least by most."""
        if field not in self._names or not len(self._row):
            return None
        over = self._shares[:, self._names.index(field)] - least
        best, most, start, reached = None, 0.0, 0, 0.0
        for n, much in enumerate(over):
            if reached <= 0:
                start, reached = n, 0.0
            reached += float(much)
            if reached > most:
                best, most = (start, n), reached
        if best is None:
            return None
        first, last = best
        return Marked(field, self._row[first].start, self._row[last].end, float(over[first:last + 1].mean()) + least)

    def runs(self) -> Iterator[Marked]:
        """The words of every field that has some, the surest first."""
        most = self._shares.max(axis=0) if len(self._row) else ()
        found = (self.run(name) for name, share in zip(self._names, most, strict=False) if share > HALF and name != NONE)
        yield from sorted((m for m in found if m), key=lambda m: -m.share)

    def most(self, field: str) -> float:
        """How likely the likeliest piece is part of a field's value."""
        return float(self._shares[:, self._names.index(field)].max()) if field in self._names and len(self._row) else 0.0

    def of(self, span: Span) -> tuple[str, float]:
        """What a piece of the message is likeliest, and how likely."""
        mean = self._mean(span)
        return (NONE, 0.0) if mean is None else (self._names[int(mean.argmax())], float(mean.max()))

    def share(self, field: str, span: Span) -> float:
        """How likely a piece of the message is a field's value."""
        mean = self._mean(span)
        return 0.0 if mean is None or field not in self._names else float(mean[self._names.index(field)])

    def _mean(self, span: Span) -> Floats | None:
        own = [n for n, p in enumerate(self._row) if p.start < span.end and span.start < p.end]
        return self._shares[own].mean(axis=0) if own else None


def pieces(heard: Heard) -> list[Piece]:
    """The message piece by piece: what is named, measured or quoted is one."""
    closed = sorted(((s.start, s.end, t) for t, s in heard.spans if t not in OPEN), key=lambda each: each[0])
    found = [Piece(start, end, t.upper(), t.upper()) for start, end, t in closed]
    opened = [(s.start, s.end, t) for t, s in heard.spans if t in OPEN]
    for m in PIECE.finditer(heard.text):
        if not any(start < m.end() and m.start() < end for start, end, _ in closed):
            type_ = next((t for start, end, t in opened if start <= m.start() < end), "WORD" if m[0][0].isalnum() else "SIGN")
            found.append(Piece(m.start(), m.end(), m[0].lower(), type_))
    return sorted(found, key=lambda p: p.start)


def marking(heard: Heard, kind: type[Record], what: What) -> Marking:
    """What the pieces of a message are, of a new record of this kind or of a change."""
    known: dict[tuple[type[Record], What], Marking] = heard.__dict__.setdefault("_marking", {})
    if (kind, what) not in known:
        row = pieces(heard)
        names, shares = chain(what).shares(row_features(heard, row, kind), names_of(kind, what)) if row else ([], np.zeros((0, 0), np.float32))
        known[kind, what] = Marking(row, names, _possible(heard, kind, _as_days(heard, row), names, shares) if row else shares)
    return known[kind, what]


def _as_days(heard: Heard, row: Sequence[Piece]) -> list[Piece]:
    """The pieces, with a length that could be a day or so many days as what it is: “+15 days”."""
    return [replace(p, type_="DAYS") if p.type_ in ("DATE", "HOURS") and DAYS.fullmatch(heard.text, p.start, p.end) else p for p in row]


def _possible(heard: Heard, kind: type[Record], row: Sequence[Piece], names: Sequence[str], shares: Floats) -> Floats:
    """The shares of belief in what each piece can be, and all others in none: no day is an amount, no hours are a project, and “probability to 4” is no
    impact."""
    able = shares * np.stack([_able(kind, tuple(names), p.type_ if p.type_ in HELD else "NUMBER" if p.word[0].isdigit() else "") for p in row])
    for n, piece in enumerate(row):
        if piece.word[0].isdigit() and (called := _called(kind, heard.text[max(0, piece.start - REACH):piece.start])):
            its = [k for k, name in enumerate(names) if name.removeprefix(WHICH) == called]
            most, rest = max(its, key=lambda k: able[n][k]), able[n].sum() - able[n][names.index(NONE)]
            able[n][[k for k, name in enumerate(names) if name != NONE]] = 0
            able[n][most] = rest
    able[:, names.index(NONE)] += 1 - able.sum(axis=1)
    return able


def _called(kind: type[Record], before: str) -> str:
    """The number of a kind whose name stands right before, or ""."""
    known = ((n, f.label) for f in fields(kind) if is_number(f) and not f.is_money for n in f.names)
    found = [(len(n), label) for n, label in known if re.search(rf"(?<!\w){re.escape(n)}{NAMES_IT}$", before, re.I)]
    return max(found, default=(0, ""))[1]


@cache
def _able(kind: type[Record], names: tuple[str, ...], type_: str) -> Floats:
    """Which of these a piece of a type can be: 1, else 0."""
    known = {f.label: f for f in fields(kind)}
    return np.array([float(type_ not in HELD or (of := known.get(name.removeprefix(WHICH))) is None or _is_text(of) or HELD[type_](of)) for name in names],
                    np.float32)


def _is_text(of: FieldOf) -> bool:
    return of.type is str and not of.choices and not of.refers


def is_number(of: FieldOf) -> bool:
    """Whether a field holds an amount or another number, and refers to nothing."""
    return of.is_money or (of.type in (int, float) and not of.refers)


HELD: Mapping[str, Callable[[FieldOf], bool]] = {
    "DATE": lambda of: of.type is date or of.name == "year", "HOURS": is_number, "MONEY": is_number, "PERCENT": is_number,
    "DAYS": lambda of: of.type is date or is_number(of), "PROJECT": lambda of: of.refers == "project", "PERSON": lambda of: of.refers == "person",
    "NUMBER": lambda of: of.refers not in ("project", "person") and (of.type is not str or _is_text(of))}


def is_beside(heard: Heard, kind: type[Record], span: Span, least: float = BESIDE, what: What = "finds") -> bool:
    """Whether words surely narrow no list, or no change: what it is wanted for, politeness, the mood."""
    meant, share = marking(heard, kind, what).of(span)
    return meant == NONE and share >= least


@cache
def names_of(kind: type[Record], what: What) -> tuple[str, ...]:
    """What a piece of a message about a kind can be: a value of one of its fields, or what tells which records are meant; of a listing this, what sorts
    or groups it, and words that are looked for."""
    if what == "finds":
        return (*(f"{WHICH}{f.label}" for f in fields(kind)), f"{WHICH}key", "sort", "group", "words")
    labels = tuple(f.label for f in fields(kind) if f.says.set_by == "person")
    return labels if what == "values" else (*labels, *(f"{WHICH}{name}" for name in (*labels, "key")))


def row_features(heard: Heard, row: Sequence[Piece], kind: type[Record]) -> list[list[str]]:
    """What each piece is told by: itself, its neighbours, its part of the sentence and the parts beside it, and the words that the kind declares."""
    said = ["<", "<", *(stem(SHORT_FORMS.get(p.word, p.word)) if p.type_ == "WORD" else p.word for p in row), ">", ">"]
    types = ["<", "<", *(p.type_ for p in row), ">", ">"]
    declared = [[], [], *_declared(heard, row, kind), [], []]
    parts, links = _parted(row, said[2:-2], types[2:-2]), _links(row, said[2:-2])
    colon = next((n for n, p in enumerate(row) if p.word == ":"), len(row))
    own, made = kind.kind.one, list[list[str]]()
    for n, piece in enumerate(row):
        (b2, b1, w, a1, a2), (t2, t1, t, u1) = said[n:n + 5], types[n:n + 4]
        opens, linked = parts[n].opens, links[n]
        made.append([
            "1", f"k={own}", f"w={w}", f"t={t}", f"w-={b1}", f"w+={a1}", f"w--={b2}", f"w++={a2}", f"t-={t1}", f"t+={u1}",
            f"w-w={b1} {w}", f"ww+={w} {a1}", f"w--w-={b2} {b1}", f"w+w++={a1} {a2}", f"t--t-={t2} {t1}", f"t--w-={t2} {b1}", f"t+w++={u1} {a2}",
            f"kw={own} {w}", f"kt={own} {t}", f"kw-={own} {b1}", f"w-t={b1} {t}", f"o={opens}", f"ot={opens} {t}", f"l={linked}", f"lw={linked} {w}",
            f"n={min(n, 5)}", f"e={min(len(row) - n, 4)}", f"s={_shape(heard.text[piece.start:piece.end])}", f"x={w[-3:]}", f"y={w[:4]}",
            f":={'<' if n < colon < len(row) else '>' if n > colon else '-'}", *parts[n].features, f"pl={min(parts[n].length, 7)} {t}",
            *(f"c={f}" for f in declared[n + 2]), *(f"c-={f}" for f in declared[n + 1]), *(f"c--={f}" for f in declared[n]),
            *(f"c+={f}" for f in declared[n + 3])])
    return made


def _links(row: Sequence[Piece], said: Sequence[str]) -> list[str]:
    """For each piece the joining word said last before it in its sentence."""
    linked, made = "", list[str]()
    for piece, word in zip(row, said, strict=True):
        made.append(linked)
        linked = word if word in LINKS else "" if piece.word in ".;!?" else linked
    return made


@dataclass(frozen=True)
class _Part:
    """The part of a message that a piece stands in: its first word, how many pieces it has, and what it and those beside it are told by."""
    opens: str
    length: int
    features: tuple[str, ...]


def _parted(row: Sequence[Piece], said: Sequence[str], types: Sequence[str]) -> list[_Part]:
    """For each piece the part between the signs that end one."""
    ends = [n + 1 for n, p in enumerate(row) if p.type_ == "SIGN" and p.word in PARTING]
    parts = [(a, b) for a, b in pairwise([0, *ends, len(row)]) if b > a]
    wordy = [sum(types[k] == "WORD" for k in range(a, b)) > FEW for a, b in parts]
    found = list[_Part]()
    for at, (start, end) in enumerate(parts):
        last, (first, over) = parts[at - 1] if at else None, parts[at + 1] if at + 1 < len(parts) else (0, 0)
        every = (f"le={any(wordy[:at]):d}{wordy[at]:d}{any(wordy[at + 1:]):d}", f"nt={types[first] if over else '>'} {min(over - first, 4)}",
                 f"oo={said[start]} {said[start + 1] if end - start > 1 else '>'}", f"p={min(at, 4)} {min(len(parts), 5)}",
                 f"po={said[last[0]] if last else '<'}", f"no={said[first] if over else '>'}",
                 *(f"h={t}" for t in {types[k] for k in range(start, end)} - {"WORD", "SIGN"}))
        found += (_Part(said[start], end - start, (*every, f"pn={min(n - start, 3)}")) for n in range(start, end))
    return found


def _shape(text: str) -> str:
    return "".join("A" if c.isupper() else "a" if c.islower() else "9" if c.isdigit() else c for c in text[:1]) + ("9" if re.search(r"\d", text) else "")


def _declared(heard: Heard, row: Sequence[Piece], kind: type[Record]) -> list[list[str]]:
    """For each piece the fields one of whose choices it is part of, and those whose name it is part of."""
    found: list[list[str]] = [[] for _ in row]
    low = heard.text.lower()
    for field, said in _words_of(kind):
        for start in places(said, low):
            for n, piece in enumerate(row):
                if start <= piece.start < start + len(said) and field not in found[n]:
                    found[n].append(field)
    return found


@cache
def _words_of(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    chosen = ((f"={name}", word) for name, word, _ in choice_words(str(kind.__tablename__)))
    named = ((f":{f.name}", n.lower()) for f in fields(kind) if f.says.set_by == "person" for n in f.names)
    return tuple((field, word) for field, word in {*chosen, *named} if len(word) > 1)
