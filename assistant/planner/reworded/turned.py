"""A message put otherwise, turn by turn: each pattern with what is said in its place, in the order of the list."""
from collections.abc import Callable, Iterable
import re

Plain = str | Callable[[re.Match[str]], str]


def turned(text: str, turns: Iterable[tuple[re.Pattern[str], Plain]]) -> str:
    """The text with every turn taken that it has."""
    for said, plain in turns:
        text = said.sub(plain, text)
    return text
