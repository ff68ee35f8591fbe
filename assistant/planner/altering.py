"""The new values that records get: a status by its verb, an owner, a day or a move, a measure, a choice, another name."""
from collections.abc import Iterator
from datetime import date
import re

from assistant.planner.hearing import Heard
from assistant.planner.lexicon import choice_words
from assistant.planner.pieces import Found, choices, date_field, day, measures
from assistant.planner.repeating import stops_repeating
from language.dates import find_moves
from language.words import Span
from records.kinds.base import FieldOf, Record, fields

BLOCKED = re.compile(r"\b(?:waiting (?:for|on)|waits (?:for|on)|blocked (?:by|because(?: of)?|until|on)|held up by|stuck (?:on|because(?: of)?)|because(?: "
                     r"of)?|until|by|as)\s+(?P<why>(?!blocked|waiting|stuck)[^,;.!?]+)", re.I)
STUCK = re.compile(r"\b(?:blocked|stuck|waiting (?:for|on)|waits (?:for|on)|held up|(?:can not|cannot) (?:continue|go on|proceed))\b")
RENAMED = re.compile(r"\b(?:rename|retitle|call|title)\b.*?\b(?:to|as|it)?\s*[\"“'‘](?P<t>[^\"”'’]+)|\b(?:rename|retitle)\b.*?\b(?:to|as|"
                     r"into)\s+(?P<u>.+?)\W*$", re.I)
MOVING = re.compile(r"\b(?:postpone|move|push|reschedule|due|date|deadline|forecast|shift|delay|bump|until|to|by|extend|bring forward|pull in|instead|"
                    r"finish|start|review)\b")
TARGETS = r"[\w -]*?\b(?:tasks|risks|milestones|change requests|requests|projects|benefits|to-?dos|tickets)\b"


def changed(kind: type[Record], heard: Heard) -> dict[str, str]:
    """The values that records get, by field."""
    return {field.label: said for part in (_owner(kind, heard), _days(kind, heard), measures(kind, heard), choices(kind, heard)) for field, said, _ in part} \
        | dict(_status(kind, heard)) | _renamed(kind, heard)


def _renamed(kind: type[Record], heard: Heard) -> dict[str, str]:
    m = RENAMED.search(heard.text)
    return {kind.kind.title: (m["t"] or m["u"]).strip()} if m else {}


def _days(kind: type[Record], heard: Heard) -> Found:
    dates = [f for f in fields(kind) if f.type is date]
    moves = [s for s in find_moves(heard.text) if not any(q.start <= s.start < q.end for q in (*heard.of("TEXT"), *heard.of("REPEAT")))]
    if dates and moves:
        yield date_field(kind, dates, heard.text[:moves[0].start], new=False), heard.text[moves[0].start:moves[0].end], None
    elif MOVING.search(heard.plain):
        yield from ((f, said, span) for f, said, span in day(kind, heard, new=False) if not _is_aside(heard, span))


def _is_aside(heard: Heard, span: Span | None) -> bool:
    """ "3h today": when it was worked, not when it is due."""
    return span is not None and re.search(r"\d\s*h(?:ours?)?\s*$", heard.text[:span.start]) is not None


def _owner(kind: type[Record], heard: Heard) -> Iterator[tuple[FieldOf, str, Span | None]]:
    owner = next((f for f in fields(kind) if f.name in ("owner_id", "manager_id")), None)
    if owner is None:
        return
    if re.search(r"\b(?:unassign|remove the owner|no owner|without an owner)\b", heard.plain):
        yield owner, "nobody", None
    elif span := next((s for s in heard.of("person") if _gets_it(heard, s)), None):
        yield owner, heard.said(span), span
    elif re.search(r"\b(?:to me|i will take|assign me|i take over|i take)\b", heard.plain):
        yield owner, "me", None


def _gets_it(heard: Heard, span: Span) -> bool:
    """Whether this person is the new owner, and not the one things are taken from."""
    lead, after = heard.lead(span), heard.text[span.end:span.end + 20].lower()
    if heard.owns(span) or re.search(r"\b(?:of|from|by)$", lead):
        return False
    if re.search(r"\bmake\b.*\bowner\b|\btakes? over\b|\btook over\b|\bwill take\b|\bresponsible\b", heard.plain):
        return True
    is_giving = re.match(r"^(?:\w+ )*?(?:give|assign|hand)\b", heard.plain) is not None
    return bool(re.search(r"(?:\b(?:to|owner|is|for|no|rather|with)|[=:,@]|->)$", lead)) or is_giving or re.match(r" (?:instead|takes|gets|will (?:do|take|"
                                                                                                                  r"get|have)|does)\b", after) is not None


def _status(kind: type[Record], heard: Heard) -> Iterator[tuple[str, str]]:
    """The status or phase that a verb or an adjective says; “waiting for …” is being blocked, with the reason."""
    state = next((f for f in fields(kind) if f.name in ("status", "phase")), None)
    if state is None or stops_repeating(heard):
        return
    if any(f.name == "blocked_by" for f in fields(kind)) and STUCK.search(heard.plain) and not re.search(r"\bunblock|\bno longer (?:blocked|stuck)\b|\bnot "
                                                                                                         r"blocked\b", heard.plain):
        yield state.label, "blocked"
        if why := BLOCKED.search(heard.text) or re.search(r"(?:stuck|blocked|continue)[,:]\s*(?P<why>[^.;!?]+)", heard.text, re.I):
            yield "blocked by", why["why"].strip()
    elif value := _state_said(kind, state, heard):
        yield state.label, value


def _state_said(kind: type[Record], state: FieldOf, heard: Heard) -> str | None:
    if any(heard.said(s).rstrip(" %") != "100" for s in heard.of("PERCENT")):
        return None                                      # "80 % complete" is a progress and no status
    for name, word, value in choice_words(str(kind.__tablename__)):
        if name == state.name:
            for m in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", heard.masked, re.I):
                if not _tells_which(heard, m.start()):
                    return value
    return None


def _tells_which(heard: Heard, at: int) -> bool:
    """Whether a word tells which records are meant ("all done tasks") and not what they get."""
    opens = re.search(r"^\W*(?:\w+\s+)?$", heard.text[:at]) is not None
    return not opens and re.match(TARGETS, heard.text[at:], re.I) is not None
