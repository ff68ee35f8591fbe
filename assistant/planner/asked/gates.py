"""Whether a project is ready for a gate, what is missing for it, and the evidence: the criteria of that gate, and what was decided there."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.permitting import OPENING
from assistant.planner.heard.plan import Call, Plan
from assistant.planner.heard.tool_for import called, lister_of
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
AGAIN = re.compile(rf"{OPENING}(?:(?:is it|is PROJECT|are we) )?(?:all )?ready(?: now| yet| then| already)?$")
MISSING = re.compile(rf"{OPENING}(?:what|which|what else|which ones?|which criteria)(?: is| are)?(?: still| yet| then)* (?:missing|open|lacking|not met|unmet|"
                     r"left|to do)\b(?: now| then| for it| for that)?$")


def of_gate(heard: Heard, tools: Mapping[str, Tool], context: Context) -> Plan | None:
    """The list of the criteria of the gate that is meant, and for its evidence the gate itself; None where no gate is asked about so."""
    lister, criterion = lister_of(tools.values()), _criterion()
    if lister is None or criterion is None or heard.types & {"KEY", "MONEY", "HOURS", "PERCENT", "person"}:
        return None
    shaped = heard.shaped("project", "KIND")
    ready, proof = READY.match(shaped), EVIDENCE.search(shaped)
    if again := _again(heard, lister, criterion, context):
        return Plan((again,), sure=True)
    if (said := ready or proof) is None:
        return None
    home = heard.first("project") or (context.project if ready else None)
    where = {"gate": f"gate {said['n']}", **({"project": home} if home else {})}
    calls = [called(lister, {Holds.kind: criterion.kind.one, Holds.conditions: where})]
    if proof:
        gate = BY_TABLE[str(next(f.refers for f in fields(criterion) if f.name == "gate_id"))]
        calls.insert(0, called(lister, {Holds.kind: gate.kind.one, Holds.conditions: {"number": said["n"], **({"project": home} if home else {})}}))
    return Plan(tuple(calls), sure=True)


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


def _criterion() -> type[Record] | None:
    """The kind of what must be so at a gate, with its evidence."""
    return next((k for k in KINDS if {"gate_id", "evidence", "status"} <= {f.name for f in fields(k)}), None)
