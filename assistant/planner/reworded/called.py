"""People by what they are called among colleagues - initials, nicknames, first letters, a possessive without its mark - put into their full names."""
from collections.abc import Iterator, Mapping
from functools import lru_cache
import re

from assistant.planner.heard.hearing import MOST, QUOTED
from assistant.planner.words.sounding import is_namesake
from assistant.planner.words.spelling import spelling
from language.cleaning import folded
from language.words import words

WORD = re.compile(r"(?<![\w@.+-])[^\W\d_]{2,12}(?![\w@-])")
INITIALS = re.compile(r"[A-Z]{2,3}")
NEWCOMER = re.compile(r"\b(?:new|another|additional) (?:person|people|colleague|user|joiner|starter|hire|team member|employee|trainee|intern)\b|"
                      r"\bjoins\b", re.I)
LED = re.compile(r"(?:\b(?:of|by|to|for|ask|tell|remind|with|owner|and|from|is|give|assign|does|has|how is)\s+|@)$", re.I)
FOLLOWED = re.compile(r"['’]s\b|\s+(?:has|is|should|will|needs|takes|gets|can|must)\b")
FAMILY = re.compile(r"\s+(?P<n>[a-zà-ÿ]{3,})(?:\s+(?:as|joins|joined|will|on|to|from|for|is|has|takes|gets|should|can)\b|\s*[.!?]*$)")
SHORTEST, LONG, LONGEST_REST = 3, 4, 6
SOUNDS = (("ph", "f"), ("ck", "k"), ("c", "k"), ("th", "t"), ("y", "i"), ("ie", "i"), ("z", "s"))
People = tuple[tuple[str, str], ...]
Calling = tuple[int, int, str, tuple[str, ...]]     # where it stands, what was said, the names it may stand for


def fully_named(text: str, people: Mapping[str, str]) -> str:
    """The text with every such calling in full; one that could be two stays, and so does what is quoted."""
    if NEWCOMER.search(text):
        return text                                        # who is new is nobody who is there
    found = [(a, b, names[0]) for a, b, _, names in callings(text, people) if len(names) == 1]
    for start, end, name in reversed(found):
        text = text[:start] + name + text[end:]
    return text


def two_called(text: str, people: Mapping[str, str]) -> tuple[str, tuple[str, ...]] | None:
    """A calling that several people share, and their names."""
    return next(((said, names) for _, _, said, names in callings(text, people) if len(names) > 1), None)


def callings(text: str, people: Mapping[str, str]) -> tuple[Calling, ...]:
    return _callings(text, tuple(people.items()))


@lru_cache(maxsize=64)
def _callings(text: str, people: People) -> tuple[Calling, ...]:
    return tuple(_found(text, _known(people)))


def _found(text: str, known: "_Known") -> Iterator[Calling]:
    quoted = [(m.start(), m.end()) for m in QUOTED.finditer(text, 0, MOST)]
    for m in WORD.finditer(text, 0, MOST):
        if any(a <= m.start() < b for a, b in quoted) or folded(m[0]) in known.parts:
            continue
        names, owns = known.meant(m[0], text[:m.start()], text[m.end():])
        if names and not is_namesake(text[m.end():], known.parts) and not _is_in_small(text[m.end():], known):
            yield m.start(), m.end(), m[0], tuple(f"{n}’s" for n in names) if owns else names


def _is_in_small(after: str, known: "_Known") -> bool:
    """Whether a family name of nobody who is known follows in small letters: “lena braun as tester” is no Elena."""
    m = FAMILY.match(after)
    return m is not None and m["n"] not in spelling() and m["n"] not in known.parts and not m["n"].endswith(("ed", "ing", "s", "ly"))


class _Known:
    """What the people of an office may be called."""

    def __init__(self, people: People) -> None:
        self.parts = {folded(p): () for name, _ in people for p in re.findall(r"[^\W\d_]+", name)} | {folded(name): () for name, _ in people}
        self._names = [name for name, _ in people if " " in name]
        self._firsts = [(name, first := folded(name.split()[0]), _sound(first)) for name in self._names]
        w = words()
        self._common = {*w["common"], *w["small"], *w["given"], *w.counted["months"], *w.counted["weekdays"], *w.counted["numbers"]}
        self._nicknames = w.groups["nicknames"]

    def meant(self, said: str, before: str, after: str) -> tuple[tuple[str, ...], bool]:
        """The names that a word may stand for, and whether it says that something is theirs."""
        spoken = folded(said)
        if LED.search(before) and (alike := self._sounding(spoken)):
            return alike, False
        if spoken in self._common:
            return (), False
        if INITIALS.fullmatch(said):
            return (self._initialled(said) if LED.search(before) or FOLLOWED.match(after) else ()), False
        if spoken.endswith("s") and spoken[:-1] not in self._common and (owners := self._called(spoken[:-1])) and re.match(r"\s+\w", after):
            return owners, True
        if formal := tuple(n for first in self._nicknames.get(spoken, "").split(", ") for n in self._called(first)):
            return formal, False
        is_led = LED.search(before) or FOLLOWED.match(after)
        return (self._begun(spoken) if said[0].isupper() and is_led else ()), False

    def _initialled(self, said: str) -> tuple[str, ...]:
        return tuple(n for n in self._names if "".join(p[0] for p in n.split()).upper() == said)

    def _called(self, first: str) -> tuple[str, ...]:
        return tuple(name for name, called, _ in self._firsts if called == first)

    def _sounding(self, first: str) -> tuple[str, ...]:
        """Sophia for Sofia, Viktor for Victor: another spelling of the same first name, where nobody is called just so."""
        sound = _sound(first) if len(first) >= LONG else None
        return tuple(name for name, _, sounds in self._firsts if sounds == sound)

    def _begun(self, spoken: str) -> tuple[str, ...]:
        """Vic for Victor."""
        if len(spoken) < SHORTEST:
            return ()
        return tuple(name for name, first, _ in self._firsts if first.startswith(spoken) and 0 < len(first) - len(spoken) <= LONGEST_REST)


def _sound(name: str) -> str:
    """A name as it sounds: other letters for the same sound, doubled consonants and a silent h at its end left out. “Been” is no Ben."""
    for spelt, heard in SOUNDS:
        name = name.replace(spelt, heard)
    return re.sub(r"([^aeiou])\1", r"\1", name).removesuffix("h")


@lru_cache(maxsize=16)
def _known(people: People) -> _Known:
    return _Known(people)
