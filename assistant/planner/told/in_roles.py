"""Several people in several roles of one record, in whatever order: “make Victor sponsor of Dione and Ana its project manager”, “Elena decides, Carla asks”."""
from collections.abc import Iterator, Mapping
import re

from assistant.planner.heard.following import RECORD, Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called
from assistant.planner.heard.wording import LEFT_OUT
from assistant.planner.words.lexicon import kind_coded
from records.kinds import Project
from records.kinds.base import FieldOf, Record, fields
from tools.base import Holds, Tool

WHO, HOME, KEY, DAY = "\1+", "\2+", "\3+", "\4"
SIGNS = {"person": "\1", "project": "\2", "KEY": "\3", "DATE": DAY, "HOURS": DAY, "MONEY": DAY, "PERCENT": DAY, "TEXT": DAY}
IT = rf"(?:(?:the )?(?:project )?(?:{HOME}|{KEY})|it|that|this)"
OPENS = (r"^[\s,:]*(?:(?:please|pls|and|also|so|ok|now|can you|could you|i want|we want|from now on)\b[\s,:]*)*"
         r"(?:(?:make|appoint|name|let|have|set|put|install)\b\s*)?")
CUT = re.compile(r"\s*(?:[,;\n]\s*(?:and\b)?|\band\b)\s*(?:(?:make|appoint|name|let|have|set|put)\b\s*)?", re.I)
ROLE = r"(?:(?:the|its|their|our|new|a|project|programme)\s+)*(?P<role>[a-z][a-z ]{2,24}?)"
OF = rf"(?:\s+(?:of|on|for|in)\s+{IT}|['’]s)?"
FORMS = tuple(re.compile(f"^{form}$", re.I) for form in (
    rf"(?P<who>{WHO})\s+(?:will |should |shall |to )?(?P<verb>(?!is\b|as\b|the\b|its\b)[a-z]+)(?:\s+(?:(?:on|about|for)\s+)?{IT})?",
    rf"(?P<who>{WHO})\s+(?:(?:as|is|to be|be|become|becomes|will be|should be|shall be|gets|takes)\s+)?(?:{IT}['’]s\s+)?{ROLE}{OF}",
    rf"(?:{IT}['’]s\s+)?{ROLE}{OF}\s*(?:is|=|:|to|to be|goes to|should be|will be|becomes|shall be)?\s*(?P<who>{WHO})"))
ONLY_OF = re.compile(rf"^(?:for|on|of|in)?\s*{IT}\s*:?$", re.I)
HEAD = re.compile(rf"^(?:for|on|of|in)?\s*{IT}\s*(?::|,)\s+", re.I)
FEW = 2


def in_roles(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The change of that one record; None where anything else is said, or fewer than two people and roles are."""
    changer = next((t for t in tools.values() if t.changes and t.slot(Holds.conditions)), None)
    if changer is None or len(heard.of("person")) < FEW or heard.text.rstrip().endswith("?"):
        return None
    keys = {str(s.value) for t in ("project", "KEY") for s in heard.of(t)} or {context.it or ""}
    key = keys.pop() if len(keys) == 1 and not (context.pending and not heard.types & {"project", "KEY"}) else ""
    kind = kind_coded(key) if RECORD.match(key) else Project if key in context.projects.values() else None
    pairs = list(_pairs(heard)) if kind else []
    if kind is None or len(pairs) < FEW or not all(role for role, _ in pairs):
        return None
    read = [(_field(kind, role), role, who) for role, who in pairs]
    if all(of is None for of, _, _ in read):
        return None
    left = "; ".join(f"{role} {who}" for of, role, who in read if of is None)
    values = {of.label: who for of, _, who in read if of is not None}
    return Plan((called(changer, {Holds.kind: kind.kind.one, Holds.conditions: {"key": key}, Holds.values: values}),),
                LEFT_OUT.format(words=left) if left else "")


def _pairs(heard: Heard) -> Iterator[tuple[str, str]]:
    """Each role with who is said to have it; an empty role for a part that says anything else."""
    signed = heard.signed(*((s, SIGNS[t]) for t, s in heard.spans if t in SIGNS))
    opening = re.match(OPENS, signed, re.I)
    at = opening.end() if opening else 0
    end = len(signed.rstrip(" .!"))
    if m := HEAD.match(signed[at:end]):
        at += m.end()
    cuts = [(m.start() + at, m.end() + at) for m in CUT.finditer(signed[at:end])]
    for begin, stop in zip([at, *(b for _, b in cuts)], [*(a for a, _ in cuts), end], strict=True):
        part = signed[begin:stop].strip()
        lead = begin + len(signed[begin:stop]) - len(signed[begin:stop].lstrip())
        if not part or ONLY_OF.match(part):
            continue
        m = next(filter(None, (form.match(part) for form in FORMS)), None)
        said = (m.groupdict().get("role") or m.groupdict().get("verb") or "") if m else ""
        yield said.strip().lower(), heard.text[lead + m.start("who"):lead + m.end("who")] if m else ""


def _field(kind: type[Record], said: str) -> FieldOf | None:
    """The field of a person that a role or a verb names: “sponsor”, “decides”."""
    return next((f for f in fields(kind) if f.refers == "person" and f.says.set_by == "person" and said in _names(f.names)), None)


def _names(names: tuple[str, ...]) -> frozenset[str]:
    """The names of a role with the verbs that they are made of: “decides” of “decider”, “requests” of “requested by”."""
    low = {n.lower() for n in names}
    words = {n.removesuffix(" by") for n in low if " " not in n.removesuffix(" by")}
    verbs = {v for w in words for v in (f"{w}s", f"{w[:-2]}s" if w.endswith(("er", "or", "ed")) else "", f"{w[:-1]}s" if w.endswith(("er", "ed", "or")) else "",
                                        f"{w[:-2]}es" if w.endswith(("er", "or")) else "") if v}
    return frozenset(low | words | verbs)
