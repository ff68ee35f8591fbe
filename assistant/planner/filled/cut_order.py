"""An order under a condition, cut into the condition, the order and what is to be done otherwise, with a comma between them or none."""
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
import re

from assistant.planner.heard.hearing import Heard, Names, hear
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.phrases import MAKING, ORDER, ORDERS

IF = r"(?:only )?(?P<if>if|in case|provided(?: that)?|as long as|unless)"
WAITS = r"(?:if and )?(?:when|once|as soon as)"              # what is to wait is judged now, and nothing waits
FIRST = re.compile(rf"^\W*(?:(?:please|ok|and|so|hi|hello)\b[\s,]*)*(?:{IF}|{WAITS}) (?P<rest>\S[^\n]*)$", re.I)
LAST = re.compile(rf"^(?P<order>[^\n]*?[^\s,])\s*,?\s+(?:but )?{IF} (?P<cond>[^,;\n?]+?)[\s.!]*$", re.I)
PARTED = re.compile(r"\s*[,;]\s*(?:then |please )*|\s+then\s+", re.I)
NOUNS = frozenset(("task", "todo", "to-do", "new", "have", "need", "open", "check", "plan", "book", "file", "record", "request", "note", "block", "schedule",
                   "cut", "label", "tag", "start", "finish", "get", "complete", "close", "stop", "change", "delay", "increase", "draft", "pass", "let",
                   "take", "double"))
VERB = re.compile(rf"\s+(?:please |also )?(?=(?:{'|'.join(sorted(set(ORDERS) - NOUNS | {'create', 'raise', 'log'}))})\s)", re.I)
FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|scores?|exceeds?|owns?|costs?|stands?|falls?|rises?|drops?|goes|gets?|needs?|waits?|lies?)\b|n['’]t\b",
                    re.I)
TELLS = re.compile(r"(?:please )?(?:tell|remind|let|ask|notify|inform|send|mail|alert|ping|show)\b", re.I)
JOINED = re.compile(r"\b(?:to|the|an?|this|that|its|their|our|my|is|are|was|be|been|not|and|or|of|for|we|they|you|he|she|it|who|which|nobody|somebody)$", re.I)
OTHER = re.compile(r"\s*[,;.]?\s+(?:or |and )?(?:else|otherwise|if not)\b[\s,:]*(?P<other>\S.*)$", re.I)
COURTESY = re.compile(r"(?:it is |it['’]s |that is |that['’]s )?(?:possible|ok|okay|needed|necessary|fine|feasible|allowed)(?: (?:with|by|for) you)?|"
                      r"you (?:can|like|please|want|have time|don['’]t mind)|i may|nobody minds", re.I)


@dataclass(frozen=True)
class Cut:
    """The pieces of an order under a condition; `is_last`: the condition stands behind the order."""
    word: str
    cond: str
    order: str
    other: str = ""
    is_last: bool = False

    @property
    def is_unless(self) -> bool:
        return self.word.lower() == "unless"


def cut(text: str, names: Names, today: date) -> Cut | None:
    """The pieces; None where there is no condition, or no order under it."""
    if text.rstrip().endswith("?"):
        return None
    if m := FIRST.match(text):
        rest, other = _otherwise(m["rest"].strip(" .!"))
        found = next(_ways(rest, names, today), None)
        is_told = found is not None and m["if"] is None and TELLS.match(found[1])      # “when T-5 is done, tell me” is a reminder
        return Cut(m["if"] or "when", found[0], found[1], other) if found and not is_told else None
    whole, other = _otherwise(text.strip(" .!"))
    m = LAST.match(whole)
    if m is None or not is_order(hear(m["order"].strip(), names, today)):
        return None
    return Cut(m["if"], m["cond"].strip(), m["order"].strip(), other, is_last=True)


def _otherwise(text: str) -> tuple[str, str]:
    m = OTHER.search(text)
    return (text[:m.start()].rstrip(), m["other"].strip(" .!")) if m else (text, "")


def _ways(rest: str, names: Names, today: date) -> Iterator[tuple[str, str]]:
    """The condition and the order, the likeliest first: a verb that gives an order behind a whole condition, an order behind a comma, and what else is one."""
    parted = [(rest[:m.start()].strip(), rest[m.end():].strip()) for m in PARTED.finditer(rest)]
    verbs = [(rest[:m.start()].strip(" ,;"), rest[m.end():].strip()) for m in VERB.finditer(rest)]
    plain = [(c, o) for c, o in parted if ORDER.match(hear(o, names, today).plain)]
    loose = [(c, o) for c, o in verbs if FINITE.search(c) and not JOINED.search(c)]
    both = sorted({*plain, *loose}, key=lambda pair: len(pair[0]))
    yield from ((c, o) for c, o in (*both, *parted) if c and is_order(hear(o, names, today)))


def is_new_behind(wish: Heard) -> bool:
    """Whether an order before its condition is one to remember both: “remind me if …” is a task."""
    return MAKING.match(wish.plain) is not None or re.match(r"^(?:ask|tell|remind|let)\b", wish.plain) is not None
