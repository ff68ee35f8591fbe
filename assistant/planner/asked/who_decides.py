"""Who decides something that is spoken of by its title, and by when: “who is the decider for the cloud hosting question?”; who decided the last one."""
from collections.abc import Mapping
import re

from assistant.planner.asked.decided import decided_kinds
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import called, lister_of, teller_of
from assistant.planner.heard.wording import WITHIN_LIMITS
from assistant.planner.learned.weighing import is_order
from assistant.planner.meant.spoken_of import spoken_of
from assistant.planner.meant.thoughts import last_thought
from assistant.planner.words.lexicon import kind_coded, kind_named, open_of
from assistant.planner.words.openings import opening
from records.kinds.base import Record, fields, split
from tools.base import Holds, Tool

OPENS = opening("tell me", "can you tell me", "do you know", "please tell me")
DECIDES = (r"(?:is (?:the )?(?:decider|approver)(?: (?:for|of|on))?|decides?(?: on| about)?|(?:has|have|is|needs?|must|will|gets?|ought)(?: to)? "
           r"(?:decide|approve|sign off|make the (?:decision|call))(?: on| about)?|makes the (?:decision|call)|is deciding|will be deciding|"
           r"the decision is waiting for|approves|signs off)")
WHO = re.compile(r"(?<!those )(?<!people )(?<!person )(?<!somebody )(?<!anybody )(?<!whoever )\b(?:who|by whom|whose decision) "
                 rf"{DECIDES}\b")
WHEN = re.compile(rf"{OPENS}(?:by )?when (?:must|does|do|will|should|has|is|are)\b.*\b(?:decided?|decision|approved?)\b")
DONE = r"(?:approved|decided|signed off|rejected|accepted|granted|turned down|authori[sz]ed)"
LAST = re.compile(rf"{OPENS}(?:who|by whom|when)\b(?: was| were| has| had)? (?:{DONE}(?: on)? )?(?:the |our )?(?:very )?"
                  rf"(?:last|latest|most recent|newest) (?:{DONE} )?KIND\b(?P<rest>.*)$")
ALLOWED = re.compile(r"\b(?:allowed|entitled|authori[sz]ed|permitted|authority|powers?|limits?|may (?:he|she|they)|had the right|within (?:his|her|their))\b")
YES = re.compile(r"\b(?:approved|signed off|accepted|granted|authori[sz]ed)\b")
DECIDED = re.compile(rf"\b{DONE}\b")
OF_IT = re.compile(r"(?:by when|until when|when|what (?:are|is|was) (?:the |its )?(?:options?|alternatives?|choices?|recommendation|reason|cost|"
                   r"question|choice)|what (?:does it|would it) cost|why|what (?:is|are) (?:at stake|recommended))\b", re.I)
NO = re.compile(r"\b(?:rejected|turned down)\b")


def of_last_decided(heard: Heard) -> bool:
    """Whether it asks who decided the last one of a kind, which is none that still waits."""
    return LAST.match(heard.shaped("KIND")) is not None and DECIDED.search(heard.plain) is not None


def who_decides(heard: Heard, asked: Asked, tools: Mapping[str, Tool], context: Context) -> Plan | None:
    """The record that is spoken of, whole, with its decider and day; those decided last; None where nothing that is decided is spoken of."""
    lister, teller = lister_of(tools.values()), teller_of(tools.values())
    if lister is None or teller is None or is_order(heard) or heard.types & {"MONEY", "PERCENT", "HOURS", "TEXT"}:
        return None
    if any(kind_coded(key) in decided_kinds() for key in heard.all("KEY")):
        return None                                        # who may decide that one is told by the limits
    if of_last_decided(heard):
        return _last(heard, lister, context)
    if not (WHO.search(heard.plain) or WHEN.match(heard.plain)):
        return None
    named = [kind for one in heard.all("KIND") if (kind := kind_named(one)) in decided_kinds()]
    such = [kind for kind in named or decided_kinds() if "decide_by" in {f.name for f in fields(kind)}]
    found = None if heard.all("KEY") else spoken_of(heard, asked, lambda kind: kind in such)
    if not found or not found.is_titled:
        return _open(heard, named, lister)
    behind = last_thought(heard.text)                      # the record is told whole, with its options and its day
    return Plan((called(teller, {Holds.record: found.key}),), sure=True, whole=behind is not None and OF_IT.match(behind.said) is not None)


def _open(heard: Heard, named: list[type[Record]], lister: Tool) -> Plan | None:
    """The open ones of the project, where only their kind is said; of no project the rules tell who decides."""
    home = heard.first("project") or next((key.rsplit("-", 2)[0] for key in heard.all("KEY") if key.count("-") > 1), "")
    if len(named) != 1 or not home or "decide_by" not in {f.name for f in fields(named[0])}:
        return None
    where = {**open_of(named[0]), "project": home}
    return Plan((called(lister, {Holds.kind: named[0].kind.one, Holds.conditions: where}),), sure=True)


def _last(heard: Heard, lister: Tool, context: Context) -> Plan | None:
    """The latest of them that were decided so, and whether any of those was beyond what its decider may decide, where that is asked."""
    kind = next((k for one in heard.all("KIND") if (k := kind_named(one)) in decided_kinds()), None)
    if kind is None:
        return None
    day = next(f for f in fields(kind) if f.name == "decided_on")
    every = split(day.says.day_of)
    state = next(f for f in fields(kind) if f.choices and set(every) <= set(f.choices))
    wanted = [c for c in state.choices if c in ("approved", "implemented", "go", "conditional go")] if YES.search(heard.plain) else [
        c for c in state.choices if c in ("rejected", "kill")] if NO.search(heard.plain) else [*every, *(c for c in state.choices if c == "implemented")]
    home = heard.first("project") or context.project
    where = {state.label: ", ".join(wanted or every), **({"project": home} if home else {})}
    number = next((s for s in lister.slots if s.holds is Holds.number), None)
    tool, args = called(lister, {Holds.kind: kind.kind.one, Holds.conditions: where}, f"-{day.label}")
    first = (tool, {**args, **({number.name: 1} if number else {})})
    if not ALLOWED.search(heard.plain) or not {"requester_id", "cost_effect"} <= {f.name for f in fields(kind)}:
        return Plan((first,), sure=True)
    beyond = called(lister, {Holds.kind: kind.kind.one, Holds.conditions: {**where, "beyond": "limit"}})
    return Plan((first, beyond), WITHIN_LIMITS, sure=True)
