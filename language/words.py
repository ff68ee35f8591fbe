"""The words of one language, read from lexicon/<lang>.toml."""
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
import re
import tomllib


@dataclass(frozen=True)
class Words:
    by_meaning: Mapping[str, tuple[str, ...]]
    compare: Mapping[str, tuple[str, ...]]

    def __getitem__(self, meaning: str) -> tuple[str, ...]:
        return self.by_meaning[meaning]

    def any_of(self, meaning: str) -> str:
        """A pattern that matches every word of this meaning."""
        return f"(?:{'|'.join(map(re.escape, self[meaning]))})"


@dataclass(frozen=True)
class Span:
    """A piece of a text and what it stands for."""
    start: int
    end: int
    value: object


@cache
def words(language: str = "en") -> Words:
    said = tomllib.loads(files("language").joinpath(f"lexicon/{language}.toml").read_text("utf-8"))
    compare = {op: tuple(spoken) for op, spoken in said.pop("compare").items()}
    return Words({meaning: tuple(spoken) for meaning, spoken in said.items()}, compare)
