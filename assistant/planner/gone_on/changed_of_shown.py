"""Who changed what was shown, why and when: “who moved those?”, “why did the Apollo ones slip?”, “since when?” are asked of the log of just these records."""
from collections.abc import Mapping, Sequence
import re

from assistant.planner.gone_on.of_shown import MANY, of_kind_first, shown_last
from assistant.planner.gone_on.off_thread import not_read_of
from assistant.planner.heard.following import RECORD, Context, Earlier
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Call, Plan
from assistant.planner.heard.tool_for import called
from assistant.planner.heard.wording import NO_REASONS, OF_WHAT
from assistant.planner.words.lexicon import choice_words, kind_coded, kind_named, state_of
from assistant.planner.words.openings import opening
from records.kinds import Project, kind_said
from records.kinds.base import Record, fields
from tools.base import Holds, Tool

OPENS = opening("tell me", "can you tell me", "do you know", "also")
THEM = (r"(?:it|that|this|they|them|those|these|all|each|both|(?:all|each|both) of (?:them|those|these)|(?:the|those|these) PROJECT ones?|"
        r"(?:the|those|these|that|this|our) (?:\w+ )?KINDS?|(?:the|those|these) [a-z]+s|(?:the|those|these|that) (?:dates?|days?|forecasts?))")
MOVED = (r"(?:moved?|moving|slip(?:ped|ping)?|shift(?:ed)?|postponed?|delayed|pushed(?: back| out| off)?|put (?:off|back)|rescheduled|set back|"
         r"brought forward)")
TOUCHED = r"(?:changed?|edited|touched|updated|altered|adjusted|revised|modified|corrected|set)"
MADE = r"(?:created|made|raised|entered|added|wrote|written(?: down)?|recorded|logged|registered|opened|reported|filed|put (?:in|down|there))"
HAS = r"(?:has|have|had|was|were|is|are|did|does|do)"
LITTLE = r"(?: (?:all|each|both|last|actually|really|then|already|been|ever|so|again|originally|first|to))*"
TAIL = (r"(?:,? (?:and )?(?P<tail>why|when|by how much|how much|how far|how often|by whom|who|from what to what|what for|then|there|in|down|first|last|please|"
        r"so (?:much|far|often|late)|and when|in the first place))*$")
WHO = re.compile(rf"{OPENS}(?:who|by whom|which of us|whoever)(?: {HAS})?{LITTLE} (?:{THEM} )?{LITTLE.replace('(?: ', '(?:').replace('))*', ') )*')}"
                 rf"(?P<does>{MOVED}|{TOUCHED}|{MADE})(?: {THEM})?(?: (?:in|down|to))?{TAIL}")
WHY = re.compile(rf"{OPENS}(?:(?:why|how come|for what reason|what made|what caused|because of what)(?: {HAS})? {THEM}(?: {HAS})?{LITTLE} "
                 rf"(?P<does>{MOVED}|{TOUCHED})|"
                 r"(?:why|what (?:is|was|are|were)(?: behind)?)(?: the (?:reasons?|causes?|grounds?) (?:for|of|behind))?(?: (?:the|that|this|these|those))? "
                 rf"(?P<noun>moves?|slips?|changes?|delays?|shifts?)(?: of {THEM})?){TAIL}")
WHEN = re.compile(rf"{OPENS}(?:when|how often|how many times|on which day|since when)(?: {HAS}) {THEM}{LITTLE} (?P<does>{MOVED}|{TOUCHED}|{MADE}){TAIL}")
SINCE = re.compile(rf"{OPENS}(?:since when|for how long|how long)(?: (?:already|now|then|{HAS} (?:it|that|this|they|those)(?: been)?"
                   r"(?: (?:so|like (?:that|this)|the case|that way))?))*$")
SO_SINCE = re.compile(rf"{OPENS}(?:since when|for how long|how long)(?: already)? {HAS} {THEM}"
                      r"(?: (?:been|already))* (?P<so>[a-z]+(?: (?!already|now)[a-z]+)?)(?: already| now)?$")
OF_HOME = re.compile(rf"{OPENS}(?:what about |how about )?(?P<of>the PROJECT ones?)\s*[,:–-]?\s+(?P<rest>(?:who|why|when|how)\b.*)$")
SO_TOO = re.compile(rf"{OPENS}(?:what about |how about )?the PROJECT ones?(?: then| too)?$")
KEYED = re.compile(r"^[A-Z][\w-]*-\d+(?:, ?[A-Z][\w-]*-\d+)*\s*")
OTHERS = frozenset(("KEY", "TEXT", "MONEY", "PERCENT", "person", "DATE"))
A_MOVE = re.compile(rf"{MOVED}$|(?:moves?|slips?|delays?|shifts?)$")
POINTED = re.compile(r"\b(?:it|that|this|they|them|those|these)\b")
A_MAKING = re.compile(rf"{MADE}$")
LONG, LATELY, FEW = 14, 6, 3


def changed_of_shown(heard: Heard, context: Context, tools: Mapping[str, Tool], asked: Asked) -> Plan | None:
    """The changes of the records that were shown last, with what is told of reasons where those are asked; None where none were, or another thing is asked."""
    tool, turn = next((t for t in tools.values() if t.slot(Holds.changed)), None), shown_last(context)
    if tool is None or context.pending or heard.types & OTHERS or len(heard.text.split()) > LONG or len(heard.all("project")) > 1:
        return None
    if turn is None:
        return _of_nothing(heard, context)
    said = re.sub(r"['’]s\b", " is", heard.shaped("project", "KIND"))
    if ahead := OF_HOME.match(said):
        said = re.sub(r"\b(?:they|them|those|these|it|that)\b", ahead["of"], ahead["rest"], count=1)
    if SO_TOO.match(said):
        return _so_too(heard, context, tool, asked)
    if (since := SO_SINCE.match(said) or SINCE.match(said)) and not heard.types & {"project", "KIND"}:
        return _since_so(since.groupdict().get("so") or "", turn, tool) or _since(turn, tool)
    return _who_or_why(said, heard, turn, context, tools, asked)


def _who_or_why(said: str, heard: Heard, turn: Earlier, context: Context, tools: Mapping[str, Tool], asked: Asked) -> Plan | None:
    """Who changed them, when or why; that it is not told of which, where “it” is one of several kinds that were shown."""
    asks = next((m for form in (WHO, WHY, WHEN) if (m := form.match(said))), None)
    if asks is None or not all(A_MOVE.match(heard.said(s).lower().split()[-1]) for s in heard.of("FIGURE")):
        return None
    does = asks.groupdict().get("does") or asks.groupdict().get("noun") or ""
    if re.search(r"\b(?:it|that|this)\b", said) and len({kind_coded(key) for key in turn.keys if RECORD.match(key)}) > 1 and not context.it:
        return not_read_of(turn)
    calls = _asked_of(heard, does, context, tools, asked)
    return Plan(calls, NO_REASONS if asks.re is WHY or asks["tail"] == "why" else "", sure=True) if calls else None


def _of_nothing(heard: Heard, context: Context) -> Plan | None:
    """The question of what it is asked, where nothing was shown that could be meant: the changes of the whole office are no answer."""
    is_asked = any(form.match(heard.plain) for form in (WHO, WHY, WHEN)) and POINTED.search(heard.plain)
    is_open = bool(context.past) and not context.pending and context.project is None and not heard.types
    return Plan(says=OF_WHAT, understood=False) if is_asked and is_open else None


def _asked_of(heard: Heard, does: str, context: Context, tools: Mapping[str, Tool], asked: Asked) -> tuple[Call, ...]:
    """The changes that were shown once more, or those of the records that were shown last; of an earlier list where one project or kind of it is named."""
    tool, is_narrowed = next(t for t in tools.values() if t.slot(Holds.changed)), "project" in heard.types or _kind(heard) is not None
    for turn in (t for t in reversed(context.past[-LATELY:]) if t.keys):
        is_of_changes = any(tools[c.tool].slot(Holds.changed) for c in turn.calls if c.tool in tools)
        if is_of_changes and not is_narrowed and not A_MAKING.match(does):
            return tuple((c.tool, dict(c.said)) for c in turn.calls)
        if (homes := of_kind_first(turn, asked)) and not is_narrowed and set(homes) <= set(context.projects.values()):
            whose = next(s.name for s in tool.slots if s.of is Project)
            return tuple((tool.name, {whose: home}) for home in homes[:FEW])
        if keys := _meant(heard, turn, context, asked):
            return (_changes(tool, keys, "made" if A_MAKING.match(does) else _day_of(keys[0]) if A_MOVE.match(does) else ""),)
        if not is_narrowed:
            return ()
    return ()


def _so_too(heard: Heard, context: Context, tool: Tool, asked: Asked) -> Plan | None:
    """The changes of those of another project, where those of some records were shown last."""
    slot, last = tool.slot(Holds.changed), context.last_call
    before = KEYED.match(str(last.said.get(slot.name, ""))) if slot and last and last.tool == tool.name else None
    keys = next((found for t in reversed(context.past[-LATELY:]) if t.keys and (found := _meant(heard, t, context, asked))), ())
    return Plan((_changes(tool, keys, before.string[before.end():]),), sure=True) if before and keys else None


def _day_of(key: str) -> str:
    kind = kind_coded(key)
    return next((f.label for f in fields(kind) if f.name == kind.kind.when), "")


def _meant(heard: Heard, turn: Earlier, context: Context, asked: Asked) -> tuple[str, ...]:
    """The records of the kind that stood first, or that is named; of one project only where that is named."""
    kind, home = _kind(heard), heard.first("project")
    first = [key for key in of_kind_first(turn, asked) if RECORD.match(key)]
    keys = [key for key in turn.keys if RECORD.match(key) and kind_coded(key) is kind] if kind else first
    it = context.it or ""
    keys = keys or ([it] if RECORD.match(it) and kind is None and turn is shown_last(context) else [])
    return tuple(key for key in keys if home is None or key.startswith(f"{home}-"))[:MANY]


def _kind(heard: Heard) -> type[Record] | None:
    """The kind that is named, be it in the name of a figure: the milestones that slip."""
    inside = (kind_said(word) for s in heard.of("FIGURE") for word in heard.said(s).split())
    return kind_named(heard.all("KIND")[0]) if heard.all("KIND") else next(filter(None, inside), None)


def _since(turn: Earlier, tool: Tool) -> Plan | None:
    """Since when what was listed is so: the changes of the field that narrowed the list, and when the records were written down."""
    listed = next((c.said for c in turn.calls if len(turn.calls) == 1 and isinstance(c.said.get("where"), Mapping) and c.said.get("kind")), None)
    keys = [key for key in turn.keys if RECORD.match(key)][:MANY]
    if listed is None or not keys:
        return None
    of = kind_named(str(listed["kind"]))
    label = next((f.label for f in fields(of) if f.label in listed["where"] and f.refers != "project" and f.label != "key"), "")
    return Plan((_changes(tool, keys, label), _changes(tool, keys, "made")), sure=True) if label else None


def _since_so(said: str, turn: Earlier, tool: Tool) -> Plan | None:
    """Since when each of those that were shown is in the state that is said."""
    keys = [key for key in turn.keys if RECORD.match(key) and kind_coded(key) is kind_coded(next(k for k in turn.keys if RECORD.match(k)))][:MANY]
    state = state_of(kind_coded(keys[0])) if keys else None
    value = next((v for n, w, v in choice_words(str(kind_coded(keys[0]).__tablename__)) if state and n == state.name and w == said), "") if keys else ""
    return Plan((_changes(tool, keys, f"{state.label} {value}"),), sure=True) if state and value else None


def _changes(tool: Tool, keys: Sequence[str], what: str) -> Call:
    """The call for the changes of records by their keys."""
    return called(tool, {Holds.changed: f"{', '.join(keys)} {what}".strip()})
