"""What is told of a record and is to be one of its fields: “she thinks we will only get 150,000 out of it. Put that in as the forecast”."""
from datetime import date
import re

from assistant.planner.heard.hearing import QUOTED
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import called
from assistant.planner.heard.wording import LEFT_OUT, NOT_USED
from assistant.planner.meant.subjects import subjects
from assistant.planner.told.said_why import reason_field
from assistant.planner.words.lexicon import kind_coded
from records.kinds.base import FieldOf, fields
from tools.base import Holds, Tool

OPENS = r"(?:(?:and|so|please|then|can you|could you)\b[\s,]*)*"
THAT = r"(?:that|it|this)(?: (?:number|figure|amount|date|day|value))?"
OF = r"(?:the|its|our|their|a)(?: (?:new|current|latest))?"
PUT = re.compile(rf"^(?P<told>.{{12,}}?)\s*[.;,–-]+\s+{OPENS}(?:(?:put|enter|take|use|record|book|set|write|note|add|keep)(?: in| down)? {THAT}(?: in|"
                 rf" down)? as {OF} "
                 rf"(?P<f>[a-z]+(?: [a-z]+){{0,2}}?)|(?:make|let) {THAT}(?: be)? {OF} (?P<made>[a-z]+(?: [a-z]+){{0,2}}?)|"
                 rf"(?:set|change|update|put) {OF} (?P<set>[a-z]+(?: [a-z]+){{0,2}}?) to {THAT})"
                 r"(?P<rest>(?:\s*[,;.]|\s+and\b)\s*\S.*)?[\s.!]*$", re.I | re.S)
SOURCE = re.compile(r"^(?:and |please |also )*(?:note|say|state|mention|write|record|add|put|keep)(?: down)? (?:where (?:it|that|this|the (?:number|"
                    r"figure)) (?:comes|came|is) from|"
                    r"(?:its|the) (?:source|reason)|who (?:said|told us|gave us) (?:so|it|that)|why|that (?:it|this) (?:comes|came) from .+|"
                    r"the reasons?)\W*$", re.I)
PARTS = re.compile(r"[,;.]\s")                    # of what tells more than the value
NUMBER = re.compile(r"(?<![\w.,-])(?:EUR |€ ?)?\d+(?:[.,]\d+)*(?:\s?(?:k|m|million|thousand|%|percent|EUR|€|euros?))?(?![\w-])", re.I)


def as_a_field(text: str, asked: Asked, changer: Tool) -> Plan | None:
    """The change of the one record that is named and has such a field, with what is told as a comment where its source is to be noted; None for any other."""
    m = PUT.match(text) if not QUOTED.search(text) and "\n" not in text.strip() and not text.rstrip().endswith("?") else None
    if m is None:
        return None
    name, told, heard = (m["f"] or m["made"] or m["set"]).lower(), m["told"].strip(" ,;."), asked.heard(m["told"])
    keys = {str(s.value) for s in heard.of("KEY")} | {key for said, keys in asked.titled.items() if said in told for key in keys.split()}
    keys |= set() if keys else {h.key for each in subjects(heard, asked) for h in each.holders if h.is_titled}
    of = {key: field for key in keys if (field := _called(key, name)) is not None}
    if len(of) != 1:
        return None
    (key, field), = of.items()
    dates = [heard.said(s) for s in heard.of("DATE")]
    found = dates if field.type is date else [n[0] for n in NUMBER.finditer(told) if not any(n[0] in each for each in (*dates, *keys))]
    if len(set(found)) != 1:
        return None
    rest, slot = (m["rest"] or "").strip(" ,;.!").removeprefix("and "), reason_field(kind_coded(key), {})
    is_noted = slot and SOURCE.match(rest) is not None
    values = {field.label: found[0], **({slot: told} if is_noted else {})}
    left = "" if is_noted else " ".join(filter(None, (LEFT_OUT.format(words=told) if PARTS.search(told) else "", NOT_USED.format(words=rest) if rest else "")))
    return Plan((called(changer, {Holds.kind: kind_coded(key).kind.one, Holds.conditions: {"key": key}, Holds.values: values}),), left, whole=True)


def _called(key: str, name: str) -> FieldOf | None:
    """The day or number of such a record that is called so."""
    known = (f for f in fields(kind_coded(key)) if f.says.set_by == "person" and not f.refers and not f.choices)
    return next((f for f in known if name in (n.lower() for n in f.names) and f.type is not str), None)
