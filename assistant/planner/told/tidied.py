"""What is proposed without the words of the telling: “we found that …” opens no name, “not” is never lost, and who only did something owns nothing."""
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
import re
from typing import Any

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Call, Plan
from assistant.planner.heard.sentences import is_long
from assistant.planner.heard.wording import LEFT_OUT
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.plain import among, pattern
from assistant.planner.words.told_clauses import ASIDE, CARRIER, NOT
from language.dates import read_date
from records.kinds.base import Record, fields
from tools.base import Tool

WITH = re.compile(r"\s+with\s+\S.*$", re.I)
IN_IT = re.compile(r"\s+(?:in|inside|under|as (?:its|the) (?:parts|projects|members))\b(?: it)?", re.I)
DID = re.compile(r"\s+(?:has |have |just |already |also |even |only )*(?:(?!agreed|accepted|promised|volunteered|offered|decided|needed|started|wanted|"
                 r"used|named|called)[a-z]{2,}ed|found|wrote|sent|did|made|built|saw|told|said|brought|gave|got|ran|thinks|says|told)\b", re.I)
GETS = re.compile(r"\b(?:to|owner|for|with|by|is|=|:|@|->)\s*$", re.I)
OWNS = re.compile(r"\b(?:he|she|they)(?:['’](?:d|ll)| will| would| should| can| is to)? (?:owns?|takes?|has|have|gets?|does|do|looks? after)\b", re.I)
WORKED = re.compile(r"\b(?:spent|worked|did|took|booked|logged|was|were|had|finished)\b", re.I)
PARTS = re.compile(r"[,;.!?(]\s+|\s[–—-]\s|\s+(?:and|but|so)\s+")
MEASURE = re.compile(r"(?:(?:more|less|another|extra|additional|of|some|few|a|working|business|days?|weeks?|months?|hours?|years?)\b\s*)+", re.I)
FOR_WHOM = re.compile(r"for\s+(?P<who>\S+(?: \S+)?)", re.I)
PIECES = re.compile(r"[,;.!?(]\s+|\s[–—-]\s")
FEWEST = 3                                      # words of what is worth a note


def tidied(plan: Plan, heard: Heard, maker: Tool, today: date) -> Plan:
    """The plan with every name and value as it was meant; what a name loses is told as left out."""
    left: list[str] = []
    calls = tuple(_call(call, heard, today, left) if call[0] == maker.name or "where" in call[1] else call for call in plan.calls)
    if calls == plan.calls:
        return plan
    told = LEFT_OUT.format(words="; ".join(left)) if left else ""
    return replace(plan, calls=calls, says=f"{plan.says} {told}".strip())


def _call(call: Call, heard: Heard, today: date, left: list[str]) -> Call:
    name, args = call
    values = args.get("values")
    if not isinstance(values, Mapping) or not args.get("kind"):
        return call
    kind, made = kind_named(str(args["kind"])), dict(values)
    if "where" not in args:
        made = _worked(kind, _named(kind, made, heard), heard, today)
    made = _in_whole(kind, _cut(kind, made if "where" not in args else _only_doing(kind, made, heard, left), heard, left), heard)
    return (name, {**args, "values": made}) if made != values else call


def _named(kind: type[Record], values: dict[str, Any], heard: Heard) -> dict[str, Any]:
    """The values with what the new record is called as it was meant: without who told it, and with the “not” before it."""
    of = next(f for f in fields(kind) if f.name == kind.kind.title)
    title = str(values.get(of.label, ""))
    if not title or of.choices or is_long(kind, of) or "TEXT" in heard.types:
        return values
    name = CARRIER.sub("", title) if ":" not in heard.text else title
    at = heard.text.lower().find(name.lower())
    if at > 0 and name == title and (no := NOT.search(heard.text[:at])):
        name = f"{no['not']} {name[:1].lower()}{name[1:]}"
    if name == title:
        return values
    name = f"{name[:1].upper()}{name[1:]}"
    return {n: name if v == title else v for n, v in values.items()}


def _cut(kind: type[Record], values: dict[str, Any], heard: Heard, left: list[str]) -> dict[str, Any]:
    """The values with a name that ends where something else is told: “rename it to Fortuna II, the name was already used”."""
    name = str(values.get("name", "")) if kind.kind.title == "name" else ""
    at = heard.text.find(name) + len(name) if name and "TEXT" not in heard.types else -1
    m = (ASIDE.search(name) or (WITH.search(name) if IN_IT.match(heard.text, at) else None)) if at >= len(name) > 0 else None
    if m is None or not name[:m.start()].strip():
        return values
    left.append(name[m.start():].strip(" ,;"))
    return {**values, "name": name[:m.start()].strip(" ,;")}


def _in_whole(kind: type[Record], values: dict[str, Any], heard: Heard) -> dict[str, Any]:
    """The values with each free text that its field's name opens up to its end: “evidence is the risk review of 17 Nov” is not only that day."""
    made = dict(values)
    for of in (f for f in fields(kind) if f.type is str and not f.choices and f.label in values and f.name != kind.kind.title):
        said = str(values[of.label])
        if MEASURE.fullmatch(said):
            del made[of.label]                             # “two more weeks” say no decision
        for name in sorted(among(of.names, heard.text), key=len, reverse=True):
            m = pattern(rf"\b{re.escape(name)}\s*(?:is|was|are|:|=)\s+(?:the |an? )?(?P<w>[^,;.!?]+)").search(heard.text)
            if m and said != m["w"] and m["w"].rstrip().endswith(said) and any(heard.said(s) == said for s in heard.of("DATE")):
                made[of.label] = m["w"].strip()
    return made


def _only_doing(kind: type[Record], values: dict[str, Any], heard: Heard, left: list[str]) -> dict[str, Any]:
    """The values without an owner who is only said to have done something: “the bug is fixed and Ben tested it twice”."""
    of = next((f for f in fields(kind) if f.name in ("owner_id", "manager_id")), None)
    who = [s for s in heard.of("person") if of and heard.said(s).lower() == str(values.get(of.label, "")).lower()]
    if of is None or not who or len(values) < 2 or OWNS.search(heard.text) or not all(  # noqa: PLR2004 - it is not all that is said
            DID.match(heard.text[s.end:]) and not GETS.search(heard.text[:s.start]) for s in who):
        return values
    left += [part.strip(" .!") for part in PARTS.split(heard.text) if any(heard.said(s) in part for s in who)][:1]
    return {n: v for n, v in values.items() if n != of.label}


def _worked(kind: type[Record], values: dict[str, Any], heard: Heard, today: date) -> dict[str, Any]:
    """The values of hours that were worked: on no day to come, by whom they are for, and with a note that somebody said."""
    known = {f.name: f for f in fields(kind)}
    if not {"hours", "on", "note"} <= known.keys():
        return values
    day = read_date(str(values["on"]), today, past=True) if values.get("on") else None
    if day is not None and day > today and WORKED.search(heard.text):
        values = {**values, "on": "today"}
    note = str(values.get("note", ""))
    if (m := FOR_WHOM.fullmatch(note)) and any(heard.said(s) == m["who"] for s in heard.of("person")):
        return {n: v for n, v in values.items() if n != "note"} | {"person": m["who"]}
    if not note or note.lower() in heard.text.lower() or note.lower() in heard.plain:
        return values
    of_note = {w.lower() for w in re.findall(r"\w+", note)}
    pieces = (p.strip(" .!") for p in PIECES.split(heard.text) if not _holds(p, heard))
    kept = [p for p in pieces if len(p.split()) >= FEWEST and len(of_note & {w.lower() for w in re.findall(r"\w+", p)}) >= FEWEST]
    return {n: v for n, v in values.items() if n != "note"} | ({"note": kept[-1]} if kept else {})


def _holds(part: str, heard: Heard) -> bool:
    """Whether a part holds the hours or the record that the entry is of."""
    at = heard.text.find(part)
    return any(t in ("HOURS", "KEY") and at <= s.start < at + len(part) for t, s in heard.spans)
