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
from assistant.planner.told.told_beside import without_told
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.plain import among, pattern
from assistant.planner.words.told_clauses import ASIDE, CARRIER, NOT
from language.dates import read_date
from records.kinds.base import Record, fields
from tools.base import Tool

CALLED_SO = re.compile(r"\b(?:called|named)\s+(?P<t>(?-i:[A-Z])[\w&'-]*(?: (?-i:[A-Z0-9])[\w&'-]*)*)", re.I)
WITH = re.compile(r"\s+with\s+\S.*$", re.I)
IN_IT = re.compile(r"\s+(?:in|inside|under|as (?:its|the) (?:parts|projects|members))\b(?: it)?", re.I)
WORKED = re.compile(r"\b(?:spent|worked|did|took|booked|logged|was|were|had|finished)\b", re.I)
MEASURE = re.compile(r"(?:(?:more|less|another|extra|additional|of|some|few|a|working|business|days?|weeks?|months?|hours?|years?)\b\s*)+", re.I)
FOR_WHOM = re.compile(r"for\s+(?P<who>\S+(?: \S+)?)", re.I)
PIECES = re.compile(r"[,;.!?(]\s+|\s[–—-]\s")
LEADS_TO = re.compile(r"\s+(?:for|until|till|from|since|before|after|by|on)$", re.I)
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
    made = _in_whole(kind, _cut(kind, made if "where" not in args else without_told(kind, made, heard, left), heard, left), heard)
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
    if any(0 < s.start - at - len(title) <= 1 for s in heard.of("DATE")):
        name = LEADS_TO.sub("", name)                      # “book the room for Monday”
    if name == title:
        return values
    name = f"{name[:1].upper()}{name[1:]}"
    return {n: name if v == title else v for n, v in values.items()}


def _cut(kind: type[Record], values: dict[str, Any], heard: Heard, left: list[str]) -> dict[str, Any]:
    """The values with a name that ends where something else is told: “rename it to Fortuna II, the name was already used”."""
    name = str(values.get("name", "")) if kind.kind.title == "name" else ""
    if name and (so := CALLED_SO.search(heard.text)) and so["t"] not in name and name not in so["t"]:
        values, name = {**values, "name": so["t"]}, so["t"]
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
        said = str(made[of.label])
        if MEASURE.fullmatch(said):
            del made[of.label]                             # “two more weeks” say no decision
        for name in sorted(among(of.names, heard.text), key=len, reverse=True):
            m = pattern(rf"\b{re.escape(name)}\s*(?:is|was|are|:|=)\s+(?:the |an? )?(?P<w>[^,;.!?]+)").search(heard.text)
            if m and said != m["w"] and m["w"].rstrip().endswith(said) and any(heard.said(s) == said for s in heard.of("DATE")):
                made[of.label] = m["w"].strip()
    return made


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
