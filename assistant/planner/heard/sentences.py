"""The whole sentences that kinds declare, as patterns: words, what may be left out, and places for fields that only what was heard may fill."""
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.words.lexicon import choice_words, kind_of_table
from assistant.planner.words.plain import among
from records.kinds import KINDS, Person, Project, Task
from records.kinds.base import FieldOf, Record, fields

PART = re.compile(r"\{([^}]*)\}|([\[\](|)])|(\s+)|([^{}\[\]()|\s]+)")
CHOICE = re.compile(r"(?P<open>[\[(])(?P<ways>[^{}\[\]()]*)(?P<close>[\])])")      # of words alone
WORD = re.compile(r"[^\W_](?:[^\s|]*[^\W_])?")
GAP = r"[\s,:]*"
NUMBER = r"[+−-]?\d+(?:[.,]\d+)*"
TITLE = 500                                     # letters of the longest title or reason
HOURS = r"(?:\d+(?:[.,]\d+)?|an?|half an?|one|two|three|four|five|six|seven|eight)\s?(?:h|hrs?|hours?|min|minutes|days?)"
RUN = re.compile(r"\b(?:this|next|last|past|coming|previous) (?:week|month|quarter|year)\b|\b(?:in|during) (?:january|february|march|april|may|june|july|"
                 r"august|september|october|november|december)\b", re.I)
LENGTH = r"(?:an?|one|two|three|four|\d{1,2}) (?:days?|weeks?|months?)(?: from)?"
FREE = r"[^\0?]+?"
NAMING = r"[^\0?,;:]+?"
NOTHING = Heard("", ())
NEVER = r"(?!)"                                 # a pattern of nothing
WHOLE = frozenset((Person, Project, Task))        # kinds that are named by a name or a key, and not by any words


@dataclass(frozen=True)
class Place:
    """A place of a sentence: the fields it fills, whether it says which record is meant, and what it holds when nothing is said."""
    names: tuple[str, ...]
    is_which: bool = False                      # {@title}
    adds: bool = False                          # {+days off}: what is said comes to what is there
    by_key: bool = False                        # {benefit#}: by its key only
    by_words: bool = False                      # {task~}: by words of its title, too, where only a key or a name would do
    constant: str = ""                          # {status=done}; {title=Problem with …}: what is said goes into it

    @property
    def is_said(self) -> bool:
        return bool(self.names) and (not self.constant or "…" in self.constant)

    @property
    def is_run(self) -> bool:
        return len(self.names) == 1 and ".." in self.names[0]


@dataclass(frozen=True)
class Sentence:
    """A declared sentence of a kind, taken apart."""
    kind: type[Record]
    said: str
    tells: bool
    places: tuple[Place, ...]

    @property
    def is_change(self) -> bool:
        return any(p.is_which for p in self.places)

    @cached_property
    def firm(self) -> tuple[Place, ...]:
        """The places that every wording of it has."""
        said = self.said
        while (outer := re.sub(r"\[[^\[\]]*\]|\([^()]*\)", " ", said)) != said:
            said = outer
        return tuple(p for p in _places(said) if p.is_said)

    @property
    def ends_freely(self) -> bool:
        """Whether it ends with free words."""
        return self._last is not None and self._last.type is str and not self._last.choices and "key" not in self._last.names

    @property
    def ends_in_title(self) -> bool:
        """Whether these are a title, which ends where a day or a name follows; a longer text goes on to the end."""
        return self._last is not None and self._last.name == self.kind.kind.title and not is_long(self.kind, self._last)

    @property
    def is_placed(self) -> bool:
        """Whether it names a record whose project is meant."""
        of = (named_field(self.kind, p.names[0]) for p in self.places if p.is_said and not p.is_run)
        return any(f is not None and ("key" in f.names or (f.refers is not None and kind_of_table(f.refers).kind.within not in (None, "id"))) for f in of)

    @property
    def _last(self) -> FieldOf | None:
        said = [p for p in self.places if p.is_said]
        return named_field(self.kind, said[-1].names[0]) if said else None


@cache
def sentences(*, tells: bool) -> tuple[Sentence, ...]:
    """Every sentence that makes or changes a record, or every one that lists some."""
    return tuple(Sentence(k, said, tells, tuple(_places(said))) for k in KINDS for said in (k.kind.tells if tells else k.kind.asks))


def ready() -> None:
    """Make every loose pattern now, and not with the first text that has the words of its sentence."""
    for sentence in (*sentences(tells=True), *sentences(tells=False)):
        loose(sentence)


@cache
def loose(sentence: Sentence) -> re.Pattern[str]:
    """The sentence with anything in its places, but for choices and numbers: a quick look whether it is worth reading closely."""
    return re.compile(_pattern(sentence.said, sentence.places, lambda _, place: _likely(sentence.kind, place)), re.I)


def _likely(kind: type[Record], place: Place) -> str:
    of = None if place.is_run else named_field(kind, place.names[0])
    is_fixed = of is not None and not of.refers and not of.is_money and not keeps_choices(kind) and (of.choices or of.says.words or of.type in (int, float))
    return _of_field(kind, of, NOTHING) if is_fixed and of else ".+?"


def likely(text: str, *, tells: bool) -> Iterator[Sentence]:
    """The sentences that a text could be one of: it has the words that they cannot do without, in their order."""
    low = text.lower()
    words = {*re.findall(r"\w+", low), *re.findall(r"[\w'’-]+", low)}
    every, by_word = _every(tells=tells), _by_word(tells=tells)
    for place in sorted({place for word in ("", *words) for place in by_word.get(word, ())}):
        sentence, needed = every[place]
        if all(not words.isdisjoint(any_of) for any_of in needed) and loose(sentence).search(text):
            yield sentence


@cache
def _every(*, tells: bool) -> tuple[tuple[Sentence, tuple[frozenset[str], ...]], ...]:
    return tuple((s, tuple(map(frozenset, _needed(s)))) for s in sentences(tells=tells))


@cache
def _by_word(*, tells: bool) -> Mapping[str, tuple[int, ...]]:
    """Which sentences need a word, by one of the words that each needs; those that need none under no word."""
    found: dict[str, list[int]] = {}
    for place, (_, needed) in enumerate(_every(tells=tells)):
        for word in min(needed, key=len, default=("",)):
            found.setdefault(word, []).append(place)
    return {word: tuple(places) for word, places in found.items()}


def _needed(sentence: Sentence) -> Iterator[tuple[str, ...]]:
    """The words outside what may be left out, and of each choice between words the first of each."""
    said = re.sub(r"\{[^}]*\}", "{}", sentence.said)
    while (inner := re.sub(r"\[[^\[\]]*\]", " ", said)) != said:
        said = inner
    for m in re.finditer(r"\(([^()]*)\)|([^\s()]+)", said):
        words = tuple(part.split()[0].lower() if part.split() else "" for part in m[1].split("|")) if m[1] is not None else (m[2].lower(),)
        if all(re.fullmatch(r"[\w'-]+", w) for w in words):
            yield words


def may_be(sentence: Sentence, heard: Heard) -> bool:
    """Whether something was heard for every place that the sentence cannot do without."""
    return all(fitting(sentence.kind, p, heard) != NEVER for p in sentence.firm)


def close(sentence: Sentence, heard: Heard, before: str, after: str) -> re.Pattern[str]:
    """The sentence with only what was heard in its places, between what may lead to it and what may follow."""
    said = _narrowed(sentence.said, heard.text)
    return re.compile(before + _pattern(said, sentence.places, lambda i, p: rf"(?P<g{i}>{fitting(sentence.kind, p, heard)})") + after, re.I)


def _narrowed(said: str, text: str) -> str:
    """The sentence without such choices, and such words that may be left out, as the text does not hold: a pattern of few words is soon made."""
    while (fewer := CHOICE.sub(lambda m: _of_choice(m, text), said)) != said:
        said = fewer
    return said


def _of_choice(m: re.Match[str], text: str) -> str:
    kept = [way for way in m["ways"].split("|") if _is_said(way, text)]
    return f"{m['open']}{'|'.join(kept)}{m['close']}" if kept else "" if m["open"] == "[" else m[0]


def _is_said(way: str, text: str) -> bool:
    words = WORD.findall(way)
    return len(among(words, text)) == len(words)


def _places(said: str) -> Iterator[Place]:
    for m in re.finditer(r"\{([@+]?)([^}=#~]*)([#~]?)(?:=([^}]*))?\}", said):
        yield Place(tuple(n for n in m[2].split("+") if n), m[1] == "@", m[1] == "+", m[3] == "#", m[3] == "~", m[4] or "")


def _pattern(said: str, placed: Iterable[Place], fill: Callable[[int, Place], str]) -> str:
    """Words bounded, blanks loose, so that a part that is left out leaves no blank behind."""
    out, places = [], iter(enumerate(placed))
    for m in PART.finditer(said):
        if m[1] is not None:
            i, place = next(places)
            out.append("" if not place.is_said else rf"(?<!\w){fill(i, place)}(?!\w)")
        elif m[2]:
            out.append({"(": "(?:", "[": "(?:", "]": ")?"}.get(m[2], m[2]))
        elif m[4] == "*":                                               # any one word, such as a unit
            out.append(r"(?<!\w)[\w%/°]+(?!\w)")
        elif m[3]:
            out.append(GAP)
        else:
            out.append(_bounded(m[4]) if m[4].strip(":;-") else re.escape(m[4]))
    return "".join(out)


def _bounded(word: str) -> str:
    r"""A word that is no part of a longer one; where it begins and ends with letters `\b` says the same, and is made in half the time."""
    return rf"\b{re.escape(word)}\b" if re.fullmatch(r"\w(?:.*\w)?", word) else rf"(?<!\w){re.escape(word)}(?!\w)"


def fitting(kind: type[Record], place: Place, heard: Heard) -> str:
    """A pattern of what may stand in a place: names, keys, days and measures that were heard, a choice's words, or free words."""
    if place.is_run:
        return _of_run([heard.said(s) for s in heard.of("DATE")], heard.text)
    field = named_field(kind, place.names[0])
    if place.is_which and (place.names[0] == "key" or (field and field.name == kind.kind.title and not field.choices)):
        return _of_reference(kind, heard, by_key=place.names[0] == "key", by_words=place.by_words)
    if field is None:
        raise ValueError(f"A {kind.kind.one} has no {place.names[0]}.")
    if field.refers:
        return _of_reference(kind_of_table(field.refers), heard, by_key=place.by_key, by_words=place.by_words)
    return _of_field(kind, field, heard)


def named_field(kind: type[Record], name: str) -> FieldOf | None:
    """The field of a place, by its name with or without the end that says it refers."""
    return next((f for f in fields(kind) if name in (f.name, f.name.removesuffix("_id"))), None)


def is_long(kind: type[Record], of: FieldOf) -> bool:
    """Whether a field holds a text and no title."""
    longest = max((m.max_length for m in kind.model_fields[of.name].metadata if hasattr(m, "max_length")), default=0)
    return longest > TITLE


def _of_field(kind: type[Record], field: FieldOf, heard: Heard) -> str:
    if keeps_choices(kind) and field.name in ("record", "choice"):
        return _any_of(_said((c for k in KINDS for f in fields(k) for c in f.choices), heard) if field.name == "choice" else map(heard.said, heard.of("KIND")))
    if field.choices or field.says.words:
        words = _said((w for name, w, _ in choice_words(str(kind.__tablename__)) if name == field.name), heard)
        return _any_of(words, *((NUMBER,) if not field.choices else ()), ends="s?")
    if field.type is date:
        return _any_of(heard.said(s) for s in heard.of("DATE"))
    if field.is_money:
        return _any_of((heard.said(s) for s in heard.of("MONEY")), NUMBER)
    if field.type in (int, float):
        return rf"(?:{HOURS}|\d{{1,2}}(?:[.,]\d+)?)" if field.says.unit == "h" else _counted(field.says.unit)
    return _any_of(heard.said(s) for s in heard.of("KEY")) if "key" in field.names else FREE


def _said(words: Iterable[str], heard: Heard) -> Iterable[str]:
    """Those of the words of choices that may be said: a pattern of few is soon made. Of nothing heard, all."""
    return words if heard is NOTHING else among(words, heard.text)


def _of_run(days: list[str], text: str) -> str:
    """From one day to another, a month, a week, or a single day; “a week from Monday” may be hours a week, from Monday on."""
    days += [part for said in days for part in re.split(r"\b(?:from|after|before)\s+", said)[1:]]
    day = f"(?:{_any_of(days)}|{RUN.pattern})" if RUN.search(text) else _any_of(days)
    day = rf"(?:{LENGTH}(?: {day})?|{day})"
    first = rf"(?:{day}|\d{{1,2}}(?:st|nd|rd|th|\.)?)\s*(?:to|until|till|through|and|-|–)\s*"
    return rf"(?:(?:from|between|starting|since|in|on|for|over|until|till|during|the|whole|all|of)\s+)*(?:{first}(?:the\s+)?)?{day}"


def keeps_choices(kind: type[Record]) -> bool:
    """Whether a kind keeps choices of other kinds, as an office's own words do."""
    return {"record", "field", "choice"} <= {f.name for f in fields(kind)}


def _counted(unit: str) -> str:
    return rf"{NUMBER}(?:\s?(?:working |business )?(?:{unit}|{unit.rstrip('s')}|weeks?))?" if unit else rf"{NUMBER}(?:\s?%)?"


def _of_reference(kind: type[Record], heard: Heard, *, by_key: bool = False, by_words: bool = False) -> str:
    if kind is Person:
        return _any_of((heard.said(s) for s in heard.of("person")), "i|me|myself") + r"(?:['’]s)?"
    if kind is Project:
        return _any_of(heard.said(s) for s in heard.of("project"))
    keys = [heard.said(s) for s in heard.of("KEY") if f"-{kind.kind.code}-" in f"-{s.value}"]
    return _any_of(keys, *(() if (kind in WHOLE and not by_words) or by_key else (rf"(?:the |our |this )*{NAMING}",)))


def _any_of(said: Iterable[str], *patterns: str, ends: str = "") -> str:
    """A pattern of any of these words; of nothing when there are none."""
    words = sorted({w for w in said if w}, key=len, reverse=True)
    every = [re.escape(w).replace(r"\ ", r"[\s-]+") + ends for w in words] + list(patterns)
    return f"(?:{'|'.join(every)})" if every else NEVER


@cache
def choice_said(kind_table: str, field: str, said: str) -> str:
    """The choice, or the number of a grade, that words stand for in a field."""
    spoken = re.sub(r"[\s-]+", " ", said.lower())
    words = {w.replace("-", " "): value for name, w, value in choice_words(kind_table) if name == field}
    return words.get(spoken) or words.get(spoken.removesuffix("s")) or said
