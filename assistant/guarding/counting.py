"""A count of what the same sentence lists: “three are late: A, B and C” and “one of them (A)” need no other proof, for everybody can count.

It says nothing of what is not listed; that the listed ones are what the sentence calls them is held to what this turn shows, as ever.
"""
from collections.abc import Sequence
import re

from assistant.guarding.rephrasing import KEY, PLACED
from assistant.guarding.saying import NUMERALS

COUNT = re.compile(rf"(?<![\w.,/%-])(?P<n>one|{'|'.join(NUMERALS)}|[2-9]|1\d|20)(?![\w.,%/-])", re.I)
UNIT = r"(?:days?|weeks?|months?|years?|hours?|h|minutes?|points?|percent|eur|usd|gbp|chf|k|m|million|thousand)\b"
OF_THINGS = re.compile(rf"\s+(?!{UNIT}|of\s+\d)[^\W\d_]{{2,}}|\s*[(:]", re.I)
HAS = re.compile(r"\b(?:has|have|had|are|were|owns?|with|all|the)\s+$", re.I)
STOP = re.compile(r"[.!?](?:\s|$)|;\s|\n")


def without_counts(text: str, names: Sequence[str]) -> str:
    """The text without each small number that counts the records, or the names, which the sentence lists behind it."""
    found = [m for m in COUNT.finditer(text) if OF_THINGS.match(text, m.end()) and (text[m.end():].lstrip()[:1] not in "(:" or HAS.search(text[:m.start()]))]
    starts = [m.start() for m in found]
    for n in reversed(range(len(found))):
        stop = STOP.search(text, found[n].end())
        end = stop.start() if stop else len(text)
        until = {end, min([end, *starts[n + 1:n + 2]])}
        if any(_number(found[n]["n"]) == _listed(text[found[n].end():each], names) for each in until):
            text = text[:starts[n]] + PLACED + text[found[n].end():]
    return text


def _number(said: str) -> int:
    return int(said) if said.isdigit() else NUMERALS.get(said.lower(), 1)


def _listed(text: str, names: Sequence[str]) -> int:
    """How many records a text lists; where it has no keys, how many names."""
    keys = set(KEY.findall(text))
    return len(keys) or sum(name.lower() in text.lower() and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None for name in names)
