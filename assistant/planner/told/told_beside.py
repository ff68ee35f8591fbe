"""What is told beside a change and is none of its values: who has something ready, what somebody did on Monday, for how long nobody answered."""
from collections.abc import Iterator
from datetime import date
import re
from typing import Any

from assistant.planner.heard.hearing import Heard
from assistant.planner.told.valuing import is_named
from records.kinds.base import FieldOf, Record, fields

PARTS = re.compile(r"[,;.!?(]\s+|\s[–—-]\s|\s+(?:and|but|so|because|since|as)\s+")
DID = re.compile(r"\s+(?:has |have |just |already |also |even |only )*(?:(?!agreed|accepted|promised|volunteered|offered|decided|needed|started|wanted|"
                 r"used|named|called)[a-z]{2,}ed|found|wrote|sent|did|made|built|saw|told|said|brought|gave|got|ran|thinks|says|told)\b", re.I)
IS_SO = re.compile(r"\s+(?:has|have|had|is|was|needs?|wants?|knows?|hopes?|fears?)\b(?! (?:it|this|that|to|taking|doing|the owner|responsible|in charge|on it|"
                   r"now|free|time)\b)", re.I)
FEELS = re.compile(r"\s+(?:is|was|seems|feels|sounds|gets|got)(?: now| no longer| not| very| really| a bit| still| quite)* (?:in favou?r|against|happy|unhappy|"
                   r"worried|afraid|angry|annoyed|scepti\w+|skepti\w+|convinced|interested|excited|nervous|concerned|disappointed|proud|tired|fine|"
                   r"ok|okay|upset|surprised|sure|unsure)\b", re.I)
GETS = re.compile(r"\b(?:to|owner|for|with|by|is|=|:|@|->)\s*$", re.I)
OWNS = re.compile(r"\b(?:he|she|they)(?:['’](?:d|ll)| will| would| should| can| is to)? (?:owns?|takes?|has|have|gets?|does|do|looks? after)\b", re.I)
PAST = re.compile(r"\b(?:(?!need|agreed to|due)[a-z]{3,}ed|was|were|came|went|got|said|told|wrote|sent|gave|met|took|found)\b", re.I)
LEADS = re.compile(r"\b(?:to|until|till|by|for|due|before|from|start(?:s|ed|ing)?|end(?:s|ed)?|finish(?:es|ed)?)\s*$", re.I)
HOW_LONG = re.compile(r"\b(?:for|since|in|after|within|last|past|every)\s+(?:the\s+(?:last|past)\s+)?$", re.I)
MORE = re.compile(r"\s+(?:more|longer)\b(?: than\b)?", re.I)


def without_told(kind: type[Record], values: dict[str, Any], heard: Heard, left: list[str]) -> dict[str, Any]:
    """The values of a change without what is only told beside them; the parts that tell it are added to what is `left` out."""
    for of, part in (*_people(kind, values, heard), *_days(kind, values, heard), *_lengths(kind, values, heard)):
        values = {n: v for n, v in values.items() if n != of.label}
        left.append(part)
    return values


def _people(kind: type[Record], values: dict[str, Any], heard: Heard) -> Iterator[tuple[FieldOf, str]]:
    """Who is only said to have done something, or how they are: “the bug is fixed and Ben tested it twice”, “Carla has too much”."""
    for of in (f for f in fields(kind) if f.refers == "person" and f.label in values and not OWNS.search(heard.text)):
        who = [s for s in heard.of("person") if heard.said(s).lower() == str(values[of.label]).lower()]
        is_told = [DID.match(heard.text, s.end) or (IS_SO.match(heard.text, s.end) and _part(heard, s.start)[0] > 0) for s in who]
        is_felt = [FEELS.match(heard.text, s.end) for s in who]
        if who and (all(is_felt) or (len(values) > 1 and all(is_told))) and not any(GETS.search(heard.text[:s.start]) for s in who):
            yield of, _part(heard, who[0].start)[1]


def _days(kind: type[Record], values: dict[str, Any], heard: Heard) -> Iterator[tuple[FieldOf, str]]:
    """A day on which something else was: “the comment is wrong, legal answered on Monday”."""
    for of in (f for f in fields(kind) if f.type is date and f.label in values and not f.label.endswith(" on") and not is_named(f, heard)):
        for span in (s for s in heard.of("DATE") if heard.said(s) == values[of.label]):
            at, part = _part(heard, span.start)
            is_keyed = any(at <= s.start < at + len(part) for s in heard.of("KEY"))
            if at > 0 and not is_keyed and PAST.search(part) and not LEADS.search(heard.text[:span.start]):
                yield of, part


def _lengths(kind: type[Record], values: dict[str, Any], heard: Heard) -> Iterator[tuple[FieldOf, str]]:
    """How long something has been so: “legal has not answered for two weeks” is no effort."""
    for of in (f for f in fields(kind) if f.says.unit == "h" and f.label in values and not is_named(f, heard)):
        at = heard.text.find(str(values[of.label]))
        if at > 0 and HOW_LONG.search(heard.text[:at]):
            yield of, _part(heard, at)[1]


def _part(heard: Heard, at: int) -> tuple[int, str]:
    """Where the part begins in which something stands, and the part."""
    start = max((m.end() for m in PARTS.finditer(heard.text, 0, at)), default=0)
    end = next((m.start() for m in PARTS.finditer(heard.text, at)), len(heard.text))
    return start, heard.text[start:end].strip(" .!?")
