"""What makes a change doubtful although it could be proposed: a field that is named and gets nothing, one word read twice, a name that is none."""
from collections.abc import Mapping
from datetime import date
import re
from typing import Any

from assistant.planner.heard.comparing import COMPARED
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.pieces import other_roles
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.repeating import REPEATED
from assistant.planner.heard.wording import (
    HOW_MUCH,
    KEEP_AGREED,
    NO_FIELD,
    NO_REPEAT,
    NO_TITLE,
    NOT_NARROWED,
    NOTHING_NEW,
    UNUSED,
    VAGUE,
    WHAT_VALUE,
    WHICH_FIELD,
    WHICH_KIND,
    WHICH_NOTE,
    WHICH_ONE,
)
from assistant.planner.learned.weighing import as_new, kind_odds
from assistant.planner.meant.narrowing import is_of_many, says_many, unheld
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.phrases import POLITE
from assistant.planner.words.plain import among, pattern
from records.kinds import Decision, Project, Task
from records.kinds.base import FieldOf, Record, fields
from tools.base import Holds, Tool

AGREED = re.compile(rf"^{POLITE}(?:(?:write|note|put|jot|keep|record|remember) (?:it )?(?:down )?that )?"
                    r"(?:[\w'-]+ ){1,3}?(?:(?:have|has|had|was|all|both|just|finally) )*"
                    r"(?:agreed|decided|settled|shook hands)\b[\w' -]*?\b(?:that|to|on|with)\b")
VERB = r"(?:set|change|update|raise|increase|lower|reduce|decrease|cut|bump|edit|correct|adjust|fix|move|push|shift|extend|shorten|double|halve)"
UNLIKELY = 0.2                                  # of the odds, so few speak for a kind
ADDED_TO = re.compile(rf"^{POLITE}(?:add|put|book) (?:another )?[\d.,]+k? (?:eur |euros? )?(?:to|on|onto) (?:the |our )?[\w -]* KINDS?\W*$", re.I)
AWAY = re.compile(r"\b(?:out|off|away|absen\w+|gone|not (?:be )?(?:in|here|around|available|there)|won['’]?t be|isn['’]?t (?:in|here)|unavailable|leave|"
                  r"holidays?|vacation|sick|ill|unwell|home|hospital|doctor|dentist|training|course|conference|seminar|fair|parental|maternity|paternity|sabbatical|"
                  r"free days?|days? free|back|missing|abroad|travel\w*|trip)\b")
NOTED = re.compile(rf"^{POLITE}note (?:down )?that\b")
POINTED = re.compile(r"\b(?:thing|things|stuff|bit|matter|item)\b")
GRADED = re.compile(r"\b(?:(?:a bit|a little|slightly|somewhat|much|far) )?(?:more|less) (?:urgent|important|critical|severe|serious|likely)\b")
HANGING = re.compile(r"^(?:[\w'’-]+ ){0,2}(?:it|him|her|them|us|this|that)$|^(?:\d[\d.,]* (?:to|for|on|from|of)|to|from|by|of|and|or|with) |"
                     r"^(?:leads|manages|runs|owns) ", re.I)
MANAGED = re.compile(r"\b(?:manag\w*|lead\w*|led|runs?|run by|in charge|takes? over|took over|hand\w*|project|transfer\w*|pass\w*|give PROJECT|assign PROJECT|"
                     r"PROJECT to|responsible)\b")
DATED = re.compile(r"\b(?:finish\w*|ends?|ended|ending|over|starts?|starting|begins?|began|beginning|deadline|due|go[- ]?live|launch\w*|slips?|slipped|mov\w+|"
                   r"postpone\w*|push\w*|delay\w*|shift\w*|slid\w+|extend\w*|extension|bring|reschedul\w+|"
                   r"later|earlier|forward|back|last\w*|run|runs|runs until|till|"
                   r"ready|done|deliver\w*|complet\w+|dates?)\b")
PART_OF = re.compile(rf"^{POLITE}(?:{VERB}|give|hand|assign|reassign|pass|transfer)\s+(?:over )?(?:the|our|its)\s+(?:new |current |planned |whole "
                     rf")*(?P<what>[a-z][\w -]*?)\s+(?:of|on|for|in)\s+"
                     r"(?:the )?(?:project )?PROJECT\b")
THING_OF = re.compile(r"\b(?:the|my|our|this|next|\w+['’]s)\s+PROJECT (?P<what>(?:[a-z][\w-]* ){0,2}?(?P<head>(?!project\b)[a-z][\w-]+))"
                      r"(?=\s+(?:to|by|on|until|till|from|for|out|back|forward|a|DATE)\b|\W*$)")      # “cancel the Apollo status meeting”
ROLE_OF = re.compile(r"\b(?:the|as|my|our) (?P<role>[a-z]+(?: [a-z]+)?) (?:of|for|on) (?:task |risk |the )?KEY\b")
ALL_OF = re.compile(r"\b(?:all|every|each|any)\s+(?:(?:of|the)\s+)*(?:[\w'’-]+\s+){0,3}$", re.I)
IN_IT = re.compile(r"\b(?:everything|whatever|anything|every|each)\b")


def in_doubt(tool: Tool, args: Mapping[str, Any], heard: Heard) -> Plan | None:
    """The question to ask instead of a preview, or None where the change is plainly what was asked for."""
    named = {s.holds: args.get(s.name) for s in tool.slots}
    values, said_kind = named.get(Holds.values), named.get(Holds.kind)
    if not tool.proposes or not isinstance(values, Mapping) or not isinstance(said_kind, str):
        return None
    kind, where = kind_named(said_kind), named.get(Holds.conditions)
    if not isinstance(where, Mapping):
        is_bare_note = NOTED.match(heard.plain) and not heard.types & {"KIND", "KEY"}
        return Plan(says=WHICH_NOTE, understood=False) if is_bare_note else _of_new(kind, values, heard)
    return _of_change(kind, dict(where), values, heard)


def _of_new(kind: type[Record], values: Mapping[str, Any], heard: Heard) -> Plan | None:
    """A title that is a left-over of a sentence is no title, and what comes again must be of a kind that can."""
    if kind is not Decision and (agreed := _agreed(heard)) is not None:
        return agreed
    if "REPEAT" in heard.types and not any(f.name in (*REPEATED, "often") for f in fields(kind)):
        return Plan(says=NO_REPEAT.format(words=heard.said(heard.of("REPEAT")[0]), many=kind.kind.many), understood=False)
    if (unlikely := _of_unlikely(kind, heard) or _of_no_absence(kind, values, heard)) is not None:
        return unlikely
    title = str(values.get(kind.kind.title, ""))
    if kind is Project and any(title.endswith(f" {heard.said(s)}") for s in heard.of("project")):
        return Plan(says=NO_TITLE.format(kind=kind.kind.one, words=title), understood=False)           # “Mia helps on Apollo” is no new project
    is_none = ADDED_TO.match(heard.shaped("KIND")) or HANGING.search(title)
    return Plan(says=NO_TITLE.format(kind=kind.kind.one, words=title), understood=False) if is_none else None


def _of_no_absence(kind: type[Record], values: Mapping[str, Any], heard: Heard) -> Plan | None:
    """Days away that nothing said tells of: “Jonas trains the crews from 14 December”."""
    title = next(f for f in fields(kind) if f.name == kind.kind.title)
    if not kind.kind.whose or not title.choices or title.label in values or AWAY.search(heard.plain) or heard.types & {"KIND"}:
        return None
    return Plan(says=WHICH_KIND.format(one=kind.kind.one, other=Task.kind.one), understood=False,
                choices=tuple(f"{name}: {heard.text.strip()}" for name in (Task.kind.one, kind.kind.one)))


def _agreed(heard: Heard) -> Plan | None:
    """What was agreed, told and not ordered: it changes nothing else, and the decision log is the place to keep it."""
    if not AGREED.match(heard.plain) or ":" in heard.text:
        return None
    return Plan(says=KEEP_AGREED, choices=(f"decision: {heard.text.strip(' .!')}",), understood=False)


def _of_unlikely(kind: type[Record], heard: Heard) -> Plan | None:
    """A task that nobody called one and that few would: which kind of record it is, must be said."""
    shares = kind_odds(heard)
    if kind is not Task or heard.types & {"KIND", "KEY"} or shares.get(kind.kind.one, 0.0) > UNLIKELY:
        return None
    likely = max((name for name in shares if name != kind.kind.one), key=lambda name: shares[name])
    return Plan(says=WHICH_KIND.format(one=kind.kind.one, other=likely), understood=False,
                choices=tuple(f"{name}: {heard.text.strip()}" for name in (likely, kind.kind.one)))


def _of_change(kind: type[Record], where: dict[str, str], values: Mapping[str, Any], heard: Heard) -> Plan | None:
    agreed = _agreed(heard) if "KEY" not in heard.types and kind is not Decision else None
    if any(" " in v and v.lower() in str(where.get("key", "")).lower() for v in map(str, values.values())):
        return Plan(says=VAGUE, understood=False)          # what is waited for is not what waits: “the customer is waiting for an answer”
    return agreed or _unread_bound(where, heard) or _compared(kind, where, values, heard) or _unclear(kind, where, values, heard) or _too_wide(
        kind, where, values, heard)


def _too_wide(kind: type[Record], where: Mapping[str, Any], values: Mapping[str, Any], heard: Heard) -> Plan | None:
    """A change of many where one was told of, or that would drop a word that tells which: “all ownerless tasks”, “tickets labelled nice-to-have”."""
    if not is_of_many(kind, where):
        return None
    if not says_many(kind, where, heard):
        return Plan(says=WHICH_ONE, choices=as_new(heard), understood=False)
    left = unheld(kind, where, values, heard)
    return Plan(says=NOT_NARROWED.format(words=left, many=kind.kind.many), understood=False) if left else None


def _unread_bound(where: Mapping[str, Any], heard: Heard) -> Plan | None:
    """A bound that tells which records are meant, and that no condition holds, so that never all are changed: “all risks that score under 5”."""
    said = str(where)
    m = None if "key" in where else next((m for m in COMPARED.finditer(heard.text) if m["n"].rstrip(".,") not in said), None)
    return Plan(says=UNUSED.format(words=m[0].strip()), understood=False) if m else None


def _unclear(kind: type[Record], where: dict[str, str], values: Mapping[str, Any], heard: Heard) -> Plan | None:
    if role := _role_of_others(kind, heard):
        return Plan(says=NO_FIELD.format(words=role), understood=False)
    if (of := _named_and_left(kind, values, heard)) is not None:
        return Plan(says=WHAT_VALUE.format(field=of.label), understood=False)
    if twice := [n for n, v in values.items() if where.get(n) == v]:
        return Plan(says=NOTHING_NEW.format(many=kind.kind.many, value=values[twice[0]]), understood=False)
    return _unclear_project(where, values, heard) if kind is Project else None


def _unclear_project(where: Mapping[str, Any], values: Mapping[str, Any], heard: Heard) -> Plan | None:
    """A change of a project that is said of what is in it, or of no field that is named."""
    if "key" in where and not POINTED.search(heard.plain) and (_is_of_its_records(heard) or _is_of_a_part(heard)):
        return Plan(says=WHICH_ONE, understood=False)
    if POINTED.search(heard.plain):
        return Plan(says=VAGUE, choices=tuple(f"set the {n} of {heard.said(s)} to {v}" for n, v in list(values.items())[:1] for s in heard.of("project")[:1]),
                    understood=False)
    if (said := next((n for n in values if _is_unsaid(Project, n, heard)), None)) is not None:
        return Plan(says=WHICH_FIELD.format(value=values[said], field=said), understood=False)
    return None


def _compared(kind: type[Record], where: Mapping[str, str], values: Mapping[str, Any], heard: Heard) -> Plan | None:
    """ "A bit more urgent" says no value: which of them is meant."""
    graded = GRADED.search(heard.plain)
    of = next((f for f in fields(kind) if f.label in values and f.choices), None) if graded else None
    if graded is None or of is None:
        return None
    which = tuple(f"set the {of.label} of {where.get('key') or 'it'} to {choice}" for choice in of.choices)
    return Plan(says=HOW_MUCH.format(words=graded[0], field=of.label), choices=which[-3:], understood=False)


def _role_of_others(kind: type[Record], heard: Heard) -> str:
    """A part somebody plays in records of other kinds, and in none of this one: “set the reviewer of CORVUS-T-6 to Jonas” names no owner."""
    m = ROLE_OF.search(heard.typed)
    return m["role"] if m and m["role"] in other_roles(kind) else ""


def _named_and_left(kind: type[Record], values: Mapping[str, Any], heard: Heard) -> FieldOf | None:
    """The field that the verb is about, when it gets no value: “lower the priority of …”."""
    known = [f for f in fields(kind) if f.says.set_by == "person"]
    for of in known:
        names = "|".join(re.escape(n) for n in sorted(among(of.names, heard.text), key=len, reverse=True))
        if names and of.label not in values and pattern(rf"^\W*{POLITE}{VERB}\s+(?:the |its |their )?(?:\w+ )??(?:{names})\s+(?:of|for|"
                                                        rf"on)\b").match(heard.text) \
                and not any(set(of.names) & set(f.names) or _is_longer(f, of, heard) for f in known if f.label in values):
            return of
    return None


def _is_longer(got: FieldOf, of: FieldOf, heard: Heard) -> bool:
    """Whether the field that gets a value has a name in the message which only ends in that of another: “cost impact” is no “impact”."""
    return any(n.lower().endswith(f" {m.lower()}") for n in among(got.names, heard.text) for m in of.names)


def _is_of_its_records(heard: Heard) -> bool:
    """Whether a change of a project is said of what is in it: “push every overdue task on Dione”, “close whatever was due there”."""
    others = [s for s in heard.of("KIND") if s.value != Project.kind.one]
    many = any(heard.said(s).lower().endswith("s") or ALL_OF.search(heard.text[:s.start]) for s in others)
    return many or (IN_IT.search(heard.plain) is not None and heard.types & {"SAYING", "DATE", "person"} != frozenset())


def _is_of_a_part(heard: Heard) -> bool:
    """Whether what changes is something of a project that is no field of it: “push the kick-off of Dione back by a week” moves no finish."""
    if (thing := THING_OF.search(heard.shaped("project"))) and not any(thing["head"] in n.lower().split() for f in fields(Project) for n in f.names):
        return not any(p.search(thing["what"]) for p in (DATED, MANAGED))
    said = PART_OF.match(heard.shaped("project"))
    if said is None or any(n.lower() in said["what"] for f in fields(Project) for n in f.names):
        return False
    return not any(p.search(said["what"]) for p in (DATED, MANAGED)) and not heard.types & {"KIND", "FIGURE", "SAYING"}


def _is_unsaid(kind: type[Record], label: str, heard: Heard) -> bool:
    """Whether a project would get a manager, a day or an amount that nobody named as such."""
    of = next((f for f in fields(kind) if f.label == label), None)
    if of is None:
        return False
    if of.name == "manager_id":
        return MANAGED.search(heard.shaped("project")) is None
    if of.type is date and of.name in ("start", "finish"):
        return DATED.search(heard.plain) is None
    return of.is_money and not any(pattern(rf"\b{re.escape(n)}\b").search(heard.text) for n in among(of.names, heard.text))


