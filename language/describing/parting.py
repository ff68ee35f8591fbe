"""A sentence taken apart: its clauses, who does it, by when, for how much, what it waits for, and the clause that asks."""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
import re
from typing import Any

from language.amounts import find_efforts
from language.cleaning import folded
from language.customs import USUAL, Customs
from language.dates import find_dates
from language.describing.lexicon import Lexicon, pattern
from language.describing.phrasing import titled, verb_at
from language.names import ambiguous_names, find_names

SHORTEST, LONGEST_SUBJECT = 3, 7
FEW = 2
MANY, LONGEST_PART = 3, 8                # parts of a list without efforts, and words of one
JOINT = re.compile(r"\s*[,;]\s*(?:(?:and|then|e)\s+)?|\s+(?:and|then|e|[/+|])\s+", re.I)
OF_SO_MUCH = re.compile(r"\A\s+of\s+(?=[a-z])")
Names = Mapping[str, str]
LEADS, MARK, OWNED, MONEY = pattern("leads"), pattern("mark"), pattern("owned"), pattern("money")
DOER_AFTER, DOER_BEFORE = pattern("doer_after"), pattern("doer_before")


@dataclass(frozen=True)
class Around:
    """What a description is read against."""
    people: Names = field(default_factory=dict)
    today: date = date.min
    customs: Customs = USUAL
    is_told: bool = False                # whether what is told in the present tense is to be done
    is_notes: bool = False               # whether it is what was said in a meeting: troubles are told, and who does what
    is_parts: bool = False               # whether it is the parts of something, called as they are said


def measured(said: str) -> list[str]:
    """The parts of a sentence that each have an effort of their own: “pack the shelves (30h), move the racks (40h)”; () where there are no two."""
    efforts = list(find_efforts(said))
    cuts = [_cut_between(said, one.start, one.end, other.start) for one, other in pairwise(efforts)]
    known = [c for c in cuts if c is not None]
    if len(known) < len(cuts) or len(efforts) < FEW:
        return []
    ends = [*(c.start() for c in known), len(said)]
    parts = [said[a:b].strip() for a, b in zip([0, *(c.end() for c in known)], ends, strict=True)]
    return parts if all(re.search(r"[^\W\d_]", _unmeasured(part)) for part in parts) else []


def parts_of(said: str) -> list[str]:
    """The parts that a line names one after another, each with its effort, or three and more of a few words: “export, clean, import”."""
    if found := measured(said):
        return found
    parts = [p for p in JOINT.split(said.strip(" .!?")) if p.strip()]
    return parts if len(parts) >= MANY and all(len(p.split()) <= LONGEST_PART and not re.search(r"[.:?!]", p) for p in parts) else []


def are_parts(body: str) -> bool:
    """Whether a text is nothing but parts: in one line, or a line each that has an effort."""
    lines = [line for line in body.splitlines() if line.strip()]
    return bool(parts_of(lines[0])) if len(lines) == 1 else len(lines) >= FEW and all(any(find_efforts(line)) for line in lines)


def _cut_between(said: str, start: int, end: int, other: int) -> "re.Match[str] | None":
    """Where one part ends between its effort and the next: behind the effort that ends it, else before the next one, which then opens its part."""
    joints = [m for m in JOINT.finditer(said, end, other) if not said[m.end():other].strip(" (") or m.start() < other]
    if not joints:
        return None
    closes = not said[end:joints[0].start()].strip(" ).")
    opens = not said[:start].strip(" (") or not JOINT.sub("", said[max(0, start - 8):start]).strip(" (")
    return joints[0] if closes or not opens else joints[-1]


def _unmeasured(part: str) -> str:
    for s in reversed(list(find_efforts(part))):
        part = f"{part[:s.start]} {part[s.end:]}"
    return part


def clauses_of(said: str, words: Lexicon) -> list[str]:
    """The clauses of a sentence that each have a subject and a wish of their own: “the roof must be tiled and the walls have to be painted”."""
    wish = words.says["wish"]
    parts, start = list[str](), 0
    for m in re.finditer(rf"\s*[,;]\s*(?:(?:{words.joins}|but|mas)\s+)?|\s+(?:{words.joins}|but|mas)\s+", said, re.I):
        behind = wish.search(said, m.end())
        own = said[m.end():behind.start()].strip() if behind else ""
        is_own = bool(own) and len(own.split()) <= LONGEST_SUBJECT and "," not in own and verb_at(own, words) is None and not words.says["fragment"].match(own)
        if is_own and (wish.search(said[start:m.start()]) or said[m.start():m.start() + 1] == ";"):
            parts.append(said[start:m.start()])
            start = m.end()
    return [*parts, said[start:]]


def details(said: str, words: Lexicon) -> dict[str, Any]:
    """What a sentence says besides: how it is accepted, what it waits for, how urgent it is."""
    says = words.says
    got: dict[str, Any] = {}
    if m := says["acceptance"].search(said):
        got["acceptance"] = m["what"].strip(" .")
    elif says["numbers"].search(said):
        got["acceptance"] = said.strip(" .")
    if m := says["ordered"].search(said):
        got["after"] = m["what"].strip()
    if m := says["before"].search(said):
        got["before"] = m["what"].strip()
    if says["urgent"].search(said):
        got["urgency"] = 1
    elif says["optional"].search(said):
        got["urgency"] = -1
    return got


def cut(said: str, words: Lexicon) -> tuple[str, dict[str, Any]]:
    """The clause that asks, without what it is for and what it stands beside."""
    says = words.says
    more: dict[str, Any] = {}
    if m := says["purpose"].search(said):
        more["purpose"] = titled(m["what"])
    said = says["acceptance"].sub("", said)
    cut = _without_tail(said, words)
    for name in ("ordered", "before"):
        m = says[name].search(cut)
        if m and m.start() == 0:
            cut = _behind(cut, m, words)
    return cut.strip(" ,;"), more


def _without_tail(said: str, words: Lexicon) -> str:
    """The sentence without what explains it; an order behind that stays: “choose the tool which fits, and install it”."""
    m = words.says["tail"].search(said)
    if m is None or len(said[:m.start()].split()) < SHORTEST or verb_at(said[:m.start()].rsplit(" ", 1)[-1], words):
        return said
    behind = next((c for c in re.finditer(rf",\s*(?:(?:{words.joins})\s+)?", said[m.start() + 2:]) if verb_at(said[m.start() + 2 + c.end():], words)), None)
    return said[:m.start()] + (said[m.start() + 2 + behind.start():] if behind else "")


def _behind(said: str, m: "re.Match[str]", words: Lexicon) -> str:
    """What follows “before the launch …” at the start of a sentence: behind the comma, or behind the one thing that is named."""
    if said[m.end():m.end() + 1] == "," and not words.says["wish"].search(m[0]):
        return said[m.end():].lstrip(" ,")
    parts = said.split()
    return " ".join(parts[3 if len(parts) > 1 and folded(parts[1]) in words.articles else 2:])


def bare(said: str, words: Lexicon, around: Around) -> tuple[str, dict[str, Any]]:
    """A sentence without who does it, by when and how long it takes; and these."""
    got: dict[str, Any] = {}
    spans: list[tuple[int, int]] = []
    efforts = list(find_efforts(said))
    if efforts:
        got["hours"] = float(str(efforts[0].value))
        spans.append((efforts[0].start, efforts[0].end))
    dates = [s for s in find_dates(said, around.today) if not any(s.start < e and b < s.end for b, e in spans)]
    if dates:
        got["due"] = day_of(dates[-1].value)
        spans += [(s.start, s.end) for s in dates]
    for who, name in ((find_names(said, around.people), "owner"), (ambiguous_names(said, around.people), "unclear")):
        for s in who:
            if _is_doer(said, s.start, s.end, words) or (around.is_notes and not said[:s.start].strip(" -*•") and doing(said[s.end:])):
                got.setdefault(name, s.value if name == "owner" else said[s.start:s.end])
                spans.append((s.start, s.end))
    spans += [m.span() for m in MONEY.finditer(said) if not any(m.start() < e and b < m.end() for b, e in spans)]
    return without(said, spans), got


def _is_doer(said: str, start: int, end: int, words: Lexicon) -> bool:
    """Whether a person named in a sentence is who does it: “Ana to …”, “(Ana)”, “owner: Ana”, “… – Ana”."""
    does = DOER_AFTER.match(said[end:]) is not None or folded(said[end:].split(maxsplit=1)[0] if said[end:].split() else "") in words.third
    return (not said[:start].strip(" -*•") and does) or DOER_BEFORE.search(said[:start]) is not None or (
        len(said[:start].split()) >= FEW and said[:start].rstrip().endswith(",") and not said[end:].strip(" .;"))     # “book the room, Ana”


NO_DOING = frozenset(("is", "was", "has", "does", "says", "thinks", "wants", "needs", "hopes", "believes", "knows", "likes", "expects", "fears", "feels",
                       "agrees", "disagrees", "mentions", "explains", "means", "seems", "this", "its", "works", "goes", "comes", "remains", "lacks", "owes"))
THIRD = re.compile(r"(?P<verb>[a-z]{2,}s)(?=\s+(?!that\b|how\b|why\b)\S)")


def doing(left: str) -> str:
    """What somebody does who is named before it, as an order: “talks to legal again” -> “talk to legal again”; empty where it tells no deed."""
    m = THIRD.match(left.strip())
    verb = m["verb"] if m else ""
    if not verb or verb in NO_DOING or verb.endswith(("ss", "us", "is")):
        return ""
    base = f"{verb[:-3]}y" if verb.endswith("ies") else verb[:-2] if verb.endswith(("sses", "shes", "ches", "xes", "zes", "oes")) else verb[:-1]
    return f"{base}{left.strip()[len(verb):]}"


def without(said: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        behind = OF_SO_MUCH.sub(" ", said[end:])                # “three days of training”
        said = LEADS.sub("", said[:start]) + (" " if start and behind[:1] not in ",.;:)" else "") + behind
    said = re.sub(r"\s{2,}", " ", OWNED.sub("", MARK.sub("", said))).strip(" ,;:-–—")
    return said if said.count("(") == said.count(")") else said.replace("(", "").replace(")", "").strip()


def day_of(value: object) -> date | None:
    return value if isinstance(value, date) else None
