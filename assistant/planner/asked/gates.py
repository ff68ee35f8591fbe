"""Whether a project is ready for a gate, what is missing for it, and the evidence: the criteria of that gate, and what was decided there."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.permitting import OPENING
from assistant.planner.heard.plan import Asked, Call, Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.heard.wording import PASSED_UNMET, REACHED_ONLY
from records.kinds import BY_TABLE, KINDS
from records.kinds.base import Record, fields
from tools.base import Holds, Tool

GATE = r"(?:the )?(?:gate|KIND) (?P<n>\d)"
READY = re.compile(rf"{OPENING}(?:(?:is|are|will|would) (?:the )?(?:project )?(?:PROJECT|we|it) (?:be )?(?:already |now |really |all )*"
                   rf"(?:ready|fit|prepared|set|good)|"
                   rf"(?:can|could|may) (?:the )?(?:project )?(?:PROJECT|we|it) (?:already |now )?(?:pass|go through|go to|hold|take)|"
                   rf"(?:does|do|will|would) (?:PROJECT|we|it) (?:already |now )?(?:pass|get through|make it through|"
                   rf"meet (?:all )?(?:the )?criteria (?:of|for|at)))"
                   rf"(?: to pass| to go to| to go through| for| to| at)? ?{GATE}\b")
EVIDENCE = re.compile(rf"\b(?:evidence|proofs?)\b.*\b(?:for|of|behind|at|to|on|from) (?:PROJECT )?{GATE}")
NEXT = re.compile(rf"{OPENING}(?:(?:is|are|am|will|would) (?:the )?(?:project )?(?:PROJECT|we|it|i|everything|all) (?:be )?(?:already |now |really |all |"
                  rf"fully )*"
                  r"(?:ready|fit|prepared|set)|(?:can|could|may) (?:PROJECT|we|it|i) (?:already |now )?(?:pass|go through|go to|hold|take))"
                  r"(?: to pass| to go to| to go through| for| to| at)? ?(?:the |our |its |my |this |that )?(?:(?:next|coming|upcoming) )?(?:gate|"
                  r"KIND)(?: review| meeting)?"
                  r"(?: (?:of|on|in|at) PROJECT)?(?: now| then| yet)?$")
PARTS = re.compile(rf"{OPENING}who (?:owns|does|has|holds|is|judges|decides|brings|delivers|provides|takes|looks after|is responsible for|is doing) "
                   rf"(?:to (?:do|bring|deliver|decide) )?(?:what|which part|which criteri\w+|each|the criteria|everything|all)(?: to do)?"
                   rf"(?: (?:on|at|for|in|of|before|until))? {GATE}\b")
TAKEN = re.compile(rf"{OPENING}(?:by whom|who|when|how|was|were|is|has|on what|with which)\b(?=.*\b(?:approved|decided|signed off|passed|opened|held|"
                   rf"let (?:\w+ )?through)\b)"
                   rf".*?{GATE}\b")
WHEN_DECIDED = re.compile(rf"{OPENING}(?:by |until )?when (?:do|does|must|should|will|is|has|have|are|shall)\b.*\b(?:decid\w*|approv\w*|decision|sign\w*)\b"
                          rf".*?{GATE}\b")
CRITERIA = re.compile(r"\b(?:criteri\w+|conditions?|evidence|proofs?|all met|fulfilled)\b")
UNMET = re.compile(r"\b(?:passed|approved|decided|held|opened|gone through|let through|waved through)\b.*\b(?:without|although|though|with|despite|but|"
                   r"while)\b.*"
                   r"\b(?:criteri\w+|evidence|conditions?)\b")
UNAPPROVED = re.compile(r"\b(?:passed|reached|held|opened|gone through|let through|waved through|crossed)\b.*\b(?:without|but (?:never|not)|yet (?:never|not)|"
                        r"although (?:never|not)|and (?:never|not))\b.*\b(?:approv\w*|decisions?|decided|sign(?:ed|ature|[- ]off)?|signed off)\b|"
                        r"\bgates?\b.*\b(?:lack|lacks|lacking|missing|without) (?:an? |any |the |their |its |recorded |proper )*"
                        r"(?:approvals?|decisions?|sign[- ]?off)\b")
OTHER = re.compile(rf"{OPENING}(?:and |what about |how about |the same for )*{GATE}(?: (?:of|on|for|in|at) PROJECT)?(?: too| then)?$")
AGAIN = re.compile(rf"{OPENING}(?:(?:is it|is PROJECT|are we) )?(?:all )?ready(?: now| yet| then| already)?$")
MISSING = re.compile(rf"{OPENING}(?:what|which|what else|which ones?|which criteria)(?: is| are)?(?: still| yet| then)* (?:missing|open|lacking|not met|unmet|"
                     r"left|to do)\b(?: now| then| for it| for that)?$")


def of_gate(heard: Heard, asked: Asked, tools: Mapping[str, Tool], context: Context) -> Plan | None:
    """The list of the criteria of the gate that is meant, and for its evidence the gate itself; None where no gate is asked about so."""
    lister, criterion = lister_of(tools.values()), _criterion()
    if lister is None or criterion is None or heard.types & {"KEY", "MONEY", "HOURS", "PERCENT", "person"}:
        return None
    shaped = heard.shaped("project", "KIND")
    ready, proof = READY.match(shaped), EVIDENCE.search(shaped)
    if again := _again(heard, lister, criterion, context) or _other_gate(shaped, heard, lister, criterion, context):
        return Plan((again,), sure=True)
    if (of_others := _parts(heard, lister, criterion, context, shaped, asked.projects.get(asked.my_only, ""))) is not None:
        return of_others
    if (said := ready or proof) is None:
        return None
    home = heard.first("project") or (context.project if ready else None)
    where = {"gate": f"gate {said['n']}", **({"project": home} if home else {})}
    calls = [called(lister, {Holds.kind: criterion.kind.one, Holds.conditions: where})]
    if proof:
        gate = BY_TABLE[str(next(f.refers for f in fields(criterion) if f.name == "gate_id"))]
        calls.insert(0, called(lister, {Holds.kind: gate.kind.one, Holds.conditions: {"number": said["n"], **({"project": home} if home else {})}}))
    return Plan(tuple(calls), sure=True)


def _parts(heard: Heard, lister: Tool, criterion: type[Record], context: Context, shaped: str, only: str) -> Plan | None:
    """The gate with its criteria, for who does what there, or who let it pass; the criteria of the next one; gates that were passed beside what is not met."""
    gate = BY_TABLE[str(next(f.refers for f in fields(criterion) if f.name == "gate_id"))]
    of_one = heard.first("project") or context.project or only
    home = {"project": of_one} if of_one else {}
    if (said := PARTS.match(shaped) or TAKEN.match(shaped) or WHEN_DECIDED.match(shaped)) is not None:
        n = next(filter(None, said.groupdict().values()))
        first = called(lister, {Holds.kind: gate.kind.one, Holds.conditions: {"number": n, **home}}, "" if PARTS.match(shaped) else "-decided on")
        rest = called(lister, {Holds.kind: criterion.kind.one, Holds.conditions: {"gate": f"gate {n}", **home}})
        return Plan((first, rest) if PARTS.match(shaped) or CRITERIA.search(heard.plain) else (first,), sure=True)
    if NEXT.match(shaped) and (heard.first("KIND") in (None, gate.kind.one) or "gate" in heard.plain):
        return Plan((called(lister, {Holds.kind: criterion.kind.one, Holds.conditions: home or {"project": "my projects"}}),), sure=True)
    if UNAPPROVED.search(heard.plain) and "gate" in heard.plain:
        of = {"project": heard.first("project") or ""} if heard.first("project") else {}
        stone = next(k for k in KINDS if {"planned", "forecast", "actual"} <= {f.name for f in fields(k)})
        reached = called(lister, {Holds.kind: stone.kind.one, Holds.conditions: {"type": "gate", "actual": "not empty", **of}})
        passed = called(lister, {Holds.kind: gate.kind.one, Holds.conditions: {"decision": "go, conditional go", **of}})
        return Plan((reached, passed), REACHED_ONLY, sure=True)
    if UNMET.search(heard.plain) and "gate" in heard.plain:
        of = {"project": heard.first("project") or ""} if heard.first("project") else {}
        passed = called(lister, {Holds.kind: gate.kind.one, Holds.conditions: {"decision": "go, conditional go", **of}})
        unmet = called(lister, {Holds.kind: criterion.kind.one, Holds.conditions: {"status": "open, not met", **of}}, "gate")
        return Plan((passed, unmet), PASSED_UNMET, sure=True)
    return None


def _again(heard: Heard, lister: Tool, criterion: type[Record], context: Context) -> Call | None:
    """The same criteria once more, or those that are missing, after they were shown."""
    last = context.last_call
    said = {s.holds: last.said.get(s.name) for s in lister.slots} if last and last.tool == lister.name else {}
    where = said.get(Holds.conditions)
    if said.get(Holds.kind) != criterion.kind.one or not isinstance(where, Mapping) or "gate" not in where:
        return None
    kept = {n: v for n, v in where.items() if n != "status"}
    if AGAIN.match(heard.shaped("project")):
        return called(lister, {Holds.kind: criterion.kind.one, Holds.conditions: kept})
    if MISSING.match(heard.plain):
        missing = next((dict(asked) for spoken, asked in criterion.kind.sayings if "missing" in spoken), {})
        return called(lister, {Holds.kind: criterion.kind.one, Holds.conditions: {**kept, **missing}})
    return None


def _other_gate(shaped: str, heard: Heard, lister: Tool, criterion: type[Record], context: Context) -> Call | None:
    """What was asked of one gate, of another: “and gate 1 of Apollo?”."""
    m, last = OTHER.match(shaped), context.last_call
    said = {s.holds: last.said.get(s.name) for s in lister.slots} if last and last.tool == lister.name else {}
    where, kind = said.get(Holds.conditions), said.get(Holds.kind)
    gate = BY_TABLE[str(next(f.refers for f in fields(criterion) if f.name == "gate_id"))]
    if m is None or not isinstance(where, Mapping) or kind not in {criterion.kind.one, gate.kind.one} or not where.keys() & {"gate", "number"}:
        return None
    home = {"project": heard.first("project") or ""} if heard.first("project") else {}
    which = {"number": m["n"]} if kind == gate.kind.one else {"gate": f"gate {m['n']}"}
    return called(lister, {Holds.kind: kind, Holds.conditions: {**where, **which, **home}}, "-decided on" if kind == gate.kind.one else "")


def _criterion() -> type[Record] | None:
    """The kind of what must be so at a gate, with its evidence."""
    return next((k for k in KINDS if {"gate_id", "evidence", "status"} <= {f.name for f in fields(k)}), None)
