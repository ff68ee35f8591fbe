"""A day that somebody outside tells, such as “the identity supplier now promises the login for 7 December”: the promise of the one record that keeps it, or it
is asked where it belongs; never another date of what is only named like it."""
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.wording import MEANT_BY, NO_PROMISE, VAGUE, WHICH_ONE
from assistant.planner.meant.subjects import subjects
from assistant.planner.words.lexicon import kind_coded, kind_named, state_of
from assistant.planner.words.phrases import ORDER
from assistant.planner.words.plain import pattern
from records.kinds.base import FieldOf, Record, fields
from tools.base import Tool

PROMISED = ("promised", "forecast", "due", "decide_by", "finish", "needed_by")        # the days of work and of what others give; all others are our own
OURS = r"(?:i|we|you|it|who|what|which|when|please|let|set|move|put|change|make|push|add|new|note|the plan)\b"
COMES = r"(?:deliver|ship|send|hand over|provide|supply|finish|answer|come|arrive|be (?:here|there|ready|done|delivered))"
TELLS = re.compile(rf"^\W*(?:(?:so|and|but|ok|update|fyi|sorry)\b[\s,:]*)*(?!{OURS})(?P<who>[^?\n]{{2,80}}?)\s+"
                   r"(?:has |have |had |is |are )?(?:now |just |already |also )*"
                   r"(?:promis(?:e|es|ed|ing)|confirm(?:s|ed|ing)?|announc(?:e|es|ed)|expect(?:s|ed|ing)?|offer(?:s|ed)?|guarantee(?:s|d)?|"
                   r"says?|said|talks? of|"
                   rf"need(?:s)? until|commit(?:s|ted)? to|(?:will|can|could|wants? to|plans? to|hopes? to|going to|intends? to) {COMES}|"
                   r"delivers?|ships?|arrives?)\b", re.I)
FEW = 3                                         # words of a name
GIVES = re.compile(r"\s*\b(?:on|by|for|at|until|it|that|now|is|are|comes?|will be|there)\b(?=\W*$)|^\s*(?:that\b)?", re.I)


@dataclass(frozen=True)
class _Given:
    """Who gives what."""
    who: str
    what: str


def from_outside(plan: Plan, text: str, asked: Asked, tools: Mapping[str, Tool], again: Callable[[str], Plan]) -> Plan:
    """The plan, or that of the promise which is told, or the question where it belongs."""
    m, heard = TELLS.match(text), asked.heard(text)
    if m is None or text.rstrip().endswith("?") or len(heard.of("DATE")) != 1 or heard.types & {"KEY", "TEXT"}:
        return plan
    if _is_colleague(heard) or ORDER.match(heard.plain):
        return plan
    of = _moved(plan, tools)
    if of is not None and _may_tell(of, heard):
        return _not_yet(plan)
    is_nothing = not plan.calls and plan.says.startswith((WHICH_ONE, VAGUE))
    day, who = heard.of("DATE")[0], m["who"].rpartition(":")[2].strip()
    kept = _promises(heard, who, asked) if of or is_nothing else {}
    if len(kept) == 1:
        (key, (said, title)), = kept.items()
        better = again(f"set the {_promise(kind_coded(key))} of {key} to {heard.said(day)}")
        return replace(better, says=f"{MEANT_BY.format(words=said, key=key, title=title)} {better.says}".strip()) if better.calls else plan
    if of and (to_come := _to_come(kind_named(str(plan.calls[0][1]["kind"])))):
        return again(f"set the {to_come} of {plan.calls[0][1]['where']['key']} to {heard.said(day)}")
    return _asking(plan, of, heard, _Given(who, GIVES.sub("", text[m.end():day.start]).strip(" ,.")), asked) if of else plan


def _moved(plan: Plan, tools: Mapping[str, Tool]) -> FieldOf | None:
    """The one day that a plan would set, of the one record that it changes."""
    args = plan.calls[0][1] if len(plan.calls) == 1 and tools[plan.calls[0][0]].changes else {}
    if not args.get("kind") or "key" not in (args.get("where") or {}):
        return None
    known = {f.label: f for f in fields(kind_named(str(args["kind"])))}
    days = [known[n] for n in args.get("values") or {} if n in known and known[n].type is date]
    return days[0] if len(days) == 1 else None


def _may_tell(of: FieldOf, heard: Heard) -> bool:
    """Whether a field keeps the day of work or of a promise, or is named."""
    return of.name.startswith(PROMISED) or any(pattern(rf"\b{re.escape(n)}\b").search(heard.text) for n in of.names if n not in ("from", "to", "until"))


def _is_colleague(heard: Heard) -> bool:
    """Whether it opens with one of us, who tells of their own work."""
    return any(not heard.text[:s.start].strip(" ,:") for s in heard.of("person"))


def _promises(heard: Heard, who: str, asked: Asked) -> Mapping[str, tuple[str, str]]:
    """The records that keep a promise, by their title or a name that is said, those that hold most of it: each with the words that it holds and its title."""
    spoken = [(each.said, each.holders) for each in subjects(heard, asked)]
    spoken += [(who, tuple(asked.holding(who)))] if len(who.split()) <= FEW else []
    found: dict[str, list[tuple[str, str]]] = {}
    for said, holders in spoken:
        for holder in holders:
            if holder.is_open and _promise(holder.kind) and (holder.is_titled or said[0].isupper()):
                found.setdefault(holder.key, []).append((said, holder.title))
    most = max(map(len, found.values()), default=0)
    return {key: said[0] for key, said in found.items() if len(said) == most}


def _promise(kind: type[Record]) -> str:
    return next((f.label for f in fields(kind) if f.name.startswith(PROMISED[0])), "")


def _not_yet(plan: Plan) -> Plan:
    """What is promised for a day is not there yet: no state of it is read off the verb that promises it."""
    (name, args), = plan.calls
    state = state_of(kind_named(str(args["kind"])))
    values = {n: v for n, v in args["values"].items() if state is None or n != state.label}
    return replace(plan, calls=((name, {**args, "values": values}),)) if _promise(kind_named(str(args["kind"]))) else plan


def _to_come(kind: type[Record]) -> str:
    """The field of a kind that keeps the day on which it is expected; "" where there is none."""
    return next((f.label for name in PROMISED for f in fields(kind) if f.name.startswith(name)), "")


def _asking(plan: Plan, of: FieldOf, heard: Heard, given: _Given, asked: Asked) -> Plan:
    """To keep it as what others owe the project, as a comment, or as that day all the same."""
    key, day = str(plan.calls[0][1]["where"]["key"]), heard.said(heard.of("DATE")[0])
    home = next((name for name, its in asked.projects.items() if key.startswith(f"{its}-")), "")
    owed = (f"new dependency on {home}: {given.what or 'delivery'} from {given.who}, promised for {day}",) if home else ()
    return Plan(says=NO_PROMISE.format(key=key, field=of.label), understood=False,
                choices=(*owed, f"comment on {key}: {heard.text.strip(' .!')}", f"set the {of.label} of {key} to {day}"))
