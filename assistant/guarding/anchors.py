"""Which word a number belongs to: “progress is 46 %, the plan was 67 %” gives 46 % to progress and 67 % to plan, in whatever order it is told."""
from collections.abc import Iterator
from dataclasses import dataclass
import re

DATE = re.compile(r"\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4}\b")
NUMBER = re.compile(r"(?<![\w.,/-])[-+−]?\d+(?:[.,]\d+)*(?:\s?(?:%|[A-Z]{3}\b|h\b|(?:hour|day|week|month|year|point)s?\b))?(?![\w-])")
BREAK = re.compile(r"[,;:()–—]\s|[.!?](?:\s|$)|\n")
WORD = re.compile(r"[^\W\d_]{3,}")
STEM = 4                        # letters in which “plan” and “planned” are the same
SAY_LITTLE = ("a an and are instead only as at be been but by for from had has have in into is it its not now of off on or out so still than that the "
              "their then there they them these those this to under up was were what when where which while who will with would your you against about "
              "just after before")
EMPTY = frozenset(SAY_LITTLE.split())
WAYS = re.compile(r"\b(from|to|by|than|above|below|under|over|least|most|until|till|since|before|after|behind|ahead|every|each|"
                  r"instead of)\s+(?:(?:about|the|a)\s+)?$",
                  re.I)


OUT_OF = re.compile(r"(?<![\w.,/-])(\d+) of (?:the |its |these )?(\d+)(?![\w-])")
INSTEAD = re.compile(r"\b(?:instead of|rather than|not) (?:on |by )?$", re.I)
WOULD = re.compile(r"\b(?:would|will|likely to)\b", re.I)
WANTED, EXPECTED = frozenset(("want", "plan")), frozenset(("expe", "fore"))     # “it will end on the 9th, not on the 4th”
DONE = {"done": "prog", "comp": "prog", "fini": "prog"}         # “46 % done” is progress


@dataclass(frozen=True)
class Anchored:
    """A number as it stands, where, and the word it belongs to, with the way it goes: “fell from” is not “fell to”."""
    said: str
    start: int
    stop: int
    word: str


def stems(text: str) -> list[str]:
    """The words that carry meaning, each by its beginning."""
    return [w[:STEM] for w in WORD.findall(text.lower()) if w not in EMPTY]


def anchored(text: str, numbers: re.Pattern[str] = NUMBER) -> Iterator[Anchored]:
    """Every number of a text that is no part of a date or of a key, with its words. What stands right behind one number is not before the next.

    `numbers`: what counts as one; “3 of 12” may be one or two."""
    blocked = [m.span() for m in DATE.finditer(text)]
    spans = [m.span() for m in numbers.finditer(text) if not any(a < m.end() and m.start() < b for a, b in blocked)]
    edges = sorted([*spans, *blocked, *(m.span() for m in BREAK.finditer(text))])
    taken, latest = 0, ""
    for start, stop in spans:
        left = max([taken, *(b for a, b in edges if b <= start)])
        right = min([len(text), *(a for a, b in edges if a >= stop)])
        here = text[stop:right]
        next_ = re.match(r"\s*([^\W\d_]{3,})", here)
        behind = next_[1].lower() if next_ and next_[1].lower() not in EMPTY else ""
        before, later, way = stems(text[left:start]), stems(here), WAYS.search(text[left:start])
        # “fell from 5 to 3”: what has no word of its own goes on with the one before
        word = behind[:STEM] or (before[-1] if before else later[0] if later else latest if left == taken and way else "")
        taken, latest = (stop + next_.end() if next_ and behind else stop), word
        word = DONE.get(word, word) if "%" in text[start:stop] else word
        said = "of".join(re.findall(r"\d+", text[start:stop])) if numbers is OUT_OF else re.sub(r"\s", "", text[start:stop]).lower()
        yield Anchored(said, start, stop, f"{way[1].lower() if way else ''} {word}" if word else "")


def days(text: str) -> Iterator[tuple[str, int, int, frozenset[str]]]:
    """Each whole day of a text, where it stands, and the words around it up to the next number, day or break."""
    spans = [m.span() for m in DATE.finditer(text)]
    edges = [*spans, *(m.span() for m in NUMBER.finditer(text)), *(m.span() for m in BREAK.finditer(text))]
    for start, stop in spans:
        left = max([0, *(b for _, b in edges if b <= start)])
        right = min([len(text), *(a for a, _ in edges if a >= stop)])
        before, near = text[left:start], frozenset(stems(f"{text[left:start]} {text[stop:right]}"))
        yield text[start:stop], start, stop, near | (WANTED if INSTEAD.search(before) else EXPECTED if WOULD.search(before) else frozenset())
