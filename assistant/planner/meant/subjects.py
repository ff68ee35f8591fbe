"""The words of a message that stand where a record's name would, with the records that hold them: “Vienna”, “the account pages”, “the scanner situation”."""
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked
from assistant.planner.learned.weighing import is_order, kind_odds
from assistant.planner.meant.moved import is_never_moved
from assistant.planner.words.idle import EMPTY
from assistant.planner.words.lexicon import lexicon, meaning
from assistant.planner.words.phrases import ORDERS, POLITE
from language.words import Span, words
from records.kinds import KINDS, Person
from records.kinds.base import fields
from tools.desk.holding import Holder

GENERIC = r"(?:thing|things|stuff|situation|topic|matter|business|story|bit|part|piece|job|work|one)"
LED = (r"(?:the|our|my|this|that|his|her|their|on|for|with|of|to|at|from|about|in|is|are|was|will|does|do|has|how['’]s|says?|said|told (?:me|us)|"
       r"push|pull|move|shift|bring|put|take|finish|close|start|postpone|delay|and|far)")
ACTS = frozenset((
    "come", "comes", "coming", "arrive", "arrives", "arrived", "make", "makes", "made", "goes", "going", "gone", "start", "starts", "ends", "move", "moves",
    "slip", "slips", "stand", "stands", "happen", "happens", "takes", "need", "needs", "told", "says", "said", "hear", "heard", "talk", "hold", "holds",
    "hits", "thing", "things", "stuff", "mean", "means", "situation", "topic", "story"))
REASON = re.compile(r"\b(?:because|since|as|due to|reason)\b", re.I)
OPENING = re.compile(rf"{POLITE}$")
WORD = re.compile(r"[^\W_][\w-]*")
NEXT = re.compile(r"\s+(?P<w>[^\W_][\w-]*)")
BEGINS = re.compile(r"\s*(?::|(?:is|are|was|has|will|needs?|slips?|moves?|takes?|gets?|comes?)\b)", re.I)
IN_PLACE = re.compile(r"\b(?:in|at|near|around|from|to|on|over|this) (?:the )?$", re.I)
SHORT, LONGEST = 4, 3                           # letters of a word that tells something; words of a name
AS_ROLE = re.compile(r"\b(?:makes?|be|is|are|as|becomes?|appoint|name|am)\b[^,;:.]{1,40}\bthe\s+$|"
                     r"\b(?:without|no|lack(?:s|ing)?|miss(?:es|ing)?|needs?)\s+(?:an?\s+|any\s+)?$", re.I)       # “make Ben the owner of it”, “has no owner”
NEARLY = 0.5                                    # of the odds of the likeliest kind, so many for another to be meant
TELLING = 0.15                                  # of the odds, so few that they tell of no kind
ORDINALS = frozenset(("first", "second", "third", "fourth", "fifth", "last", "next", "other", "former", "latter"))      # alone they point at what was shown
CLOSED = ("person", "DATE", "HOURS", "MONEY", "PERCENT", "ME", "COUNT", "REPEAT", "TEXT", "KEY")


@dataclass(frozen=True)
class Subject:
    """Where a record is spoken of, and those it may be; `is_name`: it is written as names are."""
    span: Span
    said: str
    holders: tuple[Holder, ...]
    is_name: bool

    def whole(self, text: str, title: str) -> "Subject":
        """With the words behind it that the title has as well: “the article data”."""
        end, known = self.span.end, set(WORD.findall(title.lower()))
        while (m := NEXT.match(text, end)) and m["w"].lower() in known:
            end = m.end()
        return replace(self, span=Span(self.span.start, end, ""))

    def is_of_more(self, text: str) -> bool:
        """Whether a noun behind it makes it another thing, which the title does not have: “the scanner training”."""
        m = NEXT.match(text, self.span.end)
        return m is not None and len(m["w"]) > SHORT and m["w"].lower() in words()["common"] and m["w"].lower() not in EMPTY | ACTS

    def is_only_a_place(self, text: str) -> bool:
        """Whether what is asked is of something that is no part of our work at all: “will it snow in Hamburg?”."""
        lead = IN_PLACE.search(text[:self.span.start])
        others = [w for m in WORD.finditer(f"{text[:self.span.start]} {text[self.span.end:]}") if len(w := m[0].lower()) >= SHORT and w not in words()["small"]]
        return lead is not None and any(w not in EMPTY | ACTS and not meaning(w) and not meaning(w.removesuffix("s")) for w in others)

    def put(self, text: str, said: str) -> str:
        """The message with other words in its place."""
        return f"{text[:self.span.start]}{said}{text[self.span.end:]}"

OURS = frozenset(("department", "departments", "team", "teams", "people", "group", "unit", "office", "boss", "colleagues", "company", "folks", "staff"))


def subjects(heard: Heard, asked: Asked) -> Iterator[Subject]:
    """The longest runs of telling words that some record holds, from the left; each word once."""
    closed = [s for t, s in heard.spans if t in CLOSED or (t == "project" and str(s.value) in asked.projects.values())]
    telling = [m for m in WORD.finditer(heard.text)
               if _tells(m[0], heard.text[:m.start()]) and not any(s.start < m.end() and m.start() < s.end for s in closed)]
    end = 0
    for n, first in enumerate(telling):
        for last in reversed(_run(telling[n:n + LONGEST], heard.text) if first.start() >= end else ()):
            said = heard.text[first.start():last.end()]
            if said.lower() not in ORDINALS and _is_spoken_of(heard.text, first, last) and (held := tuple(asked.holding(said))):
                end = last.end()
                yield Subject(_whole(heard.text, first.start(), end), said, held, said[0].isupper() and bool(heard.text[:first.start()].strip()))
                break


def fitting(subject: Subject, heard: Heard, asked: Asked) -> Sequence[Holder]:
    """Of those that hold the words, first those whose title does, then of the project talked about, of the asker's own, those that somebody works at, and
    that are open; of an order those of the kind that it is likely about, and at last the asker's own."""
    home, fit = heard.first("project") or Context(asked.past, asked.projects).project or "", list(subject.holders)
    for test in (lambda h: h.is_titled, lambda h: h.home == home, lambda h: h.is_own, _is_worked_at, lambda h: h.is_open):
        fit = [h for h in fit if test(h)] or fit
    if not is_order(heard):
        return fit
    odds, fit = kind_odds(heard), [h for h in fit if not is_never_moved(h.kind, heard)]
    most = max((odds[h.kind.kind.one] for h in fit), default=0.0)
    fit = [h for h in fit if odds[h.kind.kind.one] >= most * NEARLY] if most >= TELLING or not _is_plainly_one(subject) else fit
    return [h for h in fit if h.is_theirs] or fit


def _is_plainly_one(subject: Subject) -> bool:
    """Whether one word alone is said, of which nothing tells what kind of thing has it: “the invoice thing is fixed”."""
    return " " not in subject.said.strip()


def _is_worked_at(holder: Holder) -> bool:
    return bool(holder.kind.kind.when) and any(f.name in ("status", "forecast") for f in fields(holder.kind))


def _tells(word: str, before: str) -> bool:
    """Whether a word may be of a name; one that everybody uses only behind an article, and where it is no word of ours: “the training”."""
    low = word.lower()
    if low in ORDERS and OPENING.match(before.lower()):
        return False                                       # “hand his issues to Mia” speaks of no hand
    if low in roles() and AS_ROLE.search(before):
        return False
    if low in OURS and re.search(r"\b(?:my|our|your|his|her|their)\s+(?:own |whole )?$", before, re.I):
        return False                                       # “what changes for my department?” is of nobody's record
    is_pointed = re.search(r"\b(?:the|our)\s+$", before, re.I) is not None and low not in lexicon()
    return len(word) >= SHORT and low not in ACTS and low not in EMPTY and (low not in words()["common"] or word[0].isupper() or is_pointed)


@cache
def roles() -> frozenset[str]:
    """What somebody may be of a record: its owner, its decider."""
    return frozenset(n.lower() for kind in KINDS for of in fields(kind) if of.refers == Person.__tablename__ for n in of.names)


def _run(telling: Sequence[re.Match[str]], text: str) -> list[re.Match[str]]:
    """The words that stand side by side, from the first."""
    run = [telling[0]]
    for each in telling[1:]:
        if text[run[-1].end():each.start()].strip():
            break
        run.append(each)
    return run


def _is_spoken_of(text: str, first: re.Match[str], last: re.Match[str]) -> bool:
    """Whether the words stand where a name does: behind an article or a word that leads to one, as a name is written, or at the beginning of what is told."""
    before = text[:first.start()]
    if REASON.search(before):
        return False                                       # “… because the supplier is late”
    is_led = re.search(rf"(?:^|\W){LED}\s+$", before, re.I) is not None
    return is_led or (not before.strip() and BEGINS.match(text[last.end():]) is not None) or (first[0][0].isupper() and bool(before.strip()))


def _whole(text: str, start: int, end: int) -> Span:
    """The name with the article before it and the empty word behind: “the scanner situation”."""
    before = re.search(r"(?:\b(?:the|our|my|this|that)\s+)$", text[:start], re.I)
    behind = re.match(rf"\s+{GENERIC}\b", text[end:], re.I)
    return Span(before.start() if before else start, end + (behind.end() if behind else 0), "")
