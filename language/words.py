"""The words of one language, read from `lexicon/<lang>.toml`, and the span: a piece of a text and what it stands for."""
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
import re
import tomllib


@dataclass(frozen=True)
class Span:
    """A piece of a text and what it stands for."""
    start: int
    end: int
    value: object


@dataclass(frozen=True, eq=False)
class Words:
    """A language's words: by meaning; grouped, as units and comparisons are; and with a value, as months and numbers have."""
    by_meaning: Mapping[str, tuple[str, ...]]
    compare: Mapping[str, tuple[str, ...]]
    groups: Mapping[str, Mapping[str, str]] = field(default_factory=dict)           # heading -> spoken -> canonical word
    counted: Mapping[str, Mapping[str, int]] = field(default_factory=dict)          # heading -> spoken -> number

    def __getitem__(self, meaning: str) -> tuple[str, ...]:
        return self.by_meaning[meaning]

    def any_of(self, meaning: str) -> str:
        """A pattern that matches every word of this meaning, or under this heading; the longest first."""
        return _any_of(self, meaning)

    def spoken(self, meaning: str) -> tuple[str, ...]:
        """Every word of this meaning, or under this heading."""
        return self.by_meaning.get(meaning) or tuple(self.groups.get(meaning) or self.counted[meaning])

    def compared(self, said: str) -> tuple[str, str]:
        """The comparison that a saying begins with ("is" when none) and the rest: "no later than Friday" -> ("at most", "Friday")."""
        said = said.strip()
        best = ("is", "")
        for meaning, spoken in self.compare.items():
            for word in spoken:
                if len(word) > len(best[1]) and re.match(_pattern(word) + (r"(?!\w)" if word[-1].isalnum() else ""), said, re.I):
                    best = (meaning, word)
        return best[0], said[len(best[1]):].strip()


@cache
def _any_of(language: Words, meaning: str) -> str:
    return f"(?:{'|'.join(_pattern(w) for w in sorted(language.spoken(meaning), key=len, reverse=True))})"


def words(language: str = "en") -> Words:
    """Return the words of a language, read once."""
    return _read(language)


@cache
def _read(language: str) -> Words:
    said = tomllib.loads(files("language").joinpath(f"lexicon/{language}.toml").read_text("utf-8"))
    compare = {op: tuple(spoken) for op, spoken in said.pop("compare").items()}
    tables = {heading: table for heading, table in said.items() if isinstance(table, dict)}
    counted = {heading: table for heading, table in tables.items() if all(isinstance(v, int) for v in table.values())}
    groups = {heading: _by_word(table) for heading, table in tables.items() if heading not in counted}
    return Words({meaning: tuple(spoken) for meaning, spoken in said.items() if isinstance(spoken, list)}, compare, groups, counted)


def _by_word(table: Mapping[str, list[str] | str]) -> dict[str, str]:
    """Word -> what it stands for: {"day": ["day", "days"]} turned round, {"christmas": "12-25"} as it is."""
    return {word: said for said, spoken in table.items() if isinstance(spoken, list) for word in spoken} | {
        word: meant for word, meant in table.items() if isinstance(meant, str)}


def _pattern(word: str) -> str:
    return r"\s+".join(re.escape(part) for part in word.split())
