"""The small grammar that reading and titling share: the verb that words begin with, parts of a list, first letters."""
from collections.abc import Callable, Mapping
import re

from language.cleaning import folded
from language.describing.lexicon import Lexicon, pattern

LONGEST = 110
MOST_WORDS = 3                           # of a verb
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
WORDS = re.compile(r"\S+")
WISHING, LOOSE_END = pattern("wishing"), pattern("loose_end")


def titled(said: str) -> str:
    """A title: its first letter large, no full stop, not too long."""
    said = " ".join(said.split()).strip(" ,;:.-–—")
    said = LOOSE_END.sub("", said)
    if len(said) > LONGEST:
        said = said[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:-")
        said = said[:said.rfind("(")].rstrip() if said.count("(") > said.count(")") and said.rfind("(") > 0 else said
    return said[:1].upper() + said[1:]


def verb_at(said: str, words: Lexicon) -> tuple[str, str] | None:
    """The verb that words begin with and what follows it, as long as a verb can be: “roll out the app” -> (roll out, the app)."""
    return first_of(said, words.verbs)


def first_of(said: str, known: Mapping[str, str]) -> tuple[str, str] | None:
    found = list(WORDS.finditer(said))[:MOST_WORDS]
    for size in range(len(found), 0, -1):
        head = said[:found[size - 1].end()]
        bare = folded(head).strip(" ,;:.")
        if bare in known:
            comma = "," if head.endswith((",", ";")) else ""
            return known[bare], f"{comma}{said[found[size - 1].end():]}".strip()
    return None


def bared(clause: str, words: Lexicon) -> str:
    """The clause without courtesies, linking words and a full stop."""
    clause, before = " ".join(clause.split()).strip(" .;:,!–—-"), ""
    while clause != before:
        before = clause
        clause = words.says["polite"].sub("", clause).strip()
    return clause


def plain(said: str, words: Lexicon) -> str:
    """What follows without the small words that only colour it: “also carefully test the app”."""
    before = ""
    while said != before:
        before, said = said, words.says["filler"].sub("", said)
    return said


def small(said: str, words: Lexicon) -> str:
    """The words with a small first letter, where it is large only because a sentence begins there; two large ones are a name."""
    first, _, rest = said.partition(" ")
    is_common = bool(rest) or first.endswith("s") or folded(first) in words.things or folded(first) in words.actions
    is_plain = first[1:].islower() and not rest[:1].isupper() and is_common
    return said[:1].lower() + said[1:] if is_plain or folded(first) in words.articles or folded(first) in words.small else said


def plainly(clause: str, words: Lexicon) -> str:
    """A clause as it follows “ensure that”: without what makes a wish of it."""
    return small(WISHING.sub("", clause, count=1), words)


def split(said: str, words: Lexicon, goes_on: Callable[[str], object]) -> list[str]:
    """Split at commas and “and” outside brackets, where what follows stands for itself, be it “then”; not within a number such as 1,200."""
    masked = BRACKETS.sub(lambda m: "\0" * len(m[0]), said)
    parts, start = list[str](), 0
    for m in re.finditer(rf"\s*,\s*(?:(?:{words.joins})\s+)?|\s+(?:{words.joins})\s+|\s*;\s*", masked, re.I):
        end = m.end() + (next_.end() if (next_ := words.says["then"].match(said[m.end():])) else 0)
        part, rest = said[start:m.start()].strip(), said[end:].strip()
        following = re.split(r",|;", rest, maxsplit=1)[0]
        is_number = m[0].strip() == "," and part[-1:].isdigit() and rest[:1].isdigit()
        if part and rest and not is_number and goes_on(following) and goes_on(part) and not words.says["fragment"].match(following):
            parts.append(part)
            start = end
    return [*parts, said[start:].strip()]
