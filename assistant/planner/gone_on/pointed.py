"""What points to one of those that were shown: “the other”, “the Apollo one”, “next one”, “it” of which one is worst, with the key in its place."""
import re

from assistant.planner.gone_on.of_shown import OF_ONE, WHICH, is_most, of_kind_first, shown_last
from assistant.planner.heard.following import IT, RECORD, Context
from assistant.planner.heard.hearing import KEY, Heard
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.wording import NO_MORE
from language.names import find_names

SEVERAL, LATELY = 2, 6
OTHER = re.compile(r"\bthe other(?: one)?(?=\W*$|[,;]|\s+(?:to|is|was|as|and|by|for|on|due|now|please|then|will|can|could|should|takes?|"
                   r"needs?|has|i|we|not|stays?|goes)\b)", re.I)
OWN_ONE = re.compile(r"\b(?:the|that) (?P<p>[\w-]+)(?:['’]s)? one(?!\w)", re.I)
NEXT = re.compile(r"^\W*(?:(?:ok|okay|and|so|now|then|what about|how about|show(?: me)?|go to|on to)\b[\s,]*)*(?:the )?next(?: one)?(?: please)?\W*$", re.I)
BEFORE = re.compile(r"^\W*(?:(?:ok|okay|and|so|back to|show(?: me)?|go (?:back )?to)\b[\s,]*)*(?:the )?(?:previous|one before)(?: one)?(?: please)?\W*$", re.I)


def pointed(heard: Heard, asked: Asked, context: Context) -> Heard:
    """The message with the key of the one record that it points to; itself where it points to none, or to several."""
    other = OTHER.search(heard.text)
    if "TEXT" in heard.types or not context.past or ((heard.of("KEY") or context.pending) and not other):
        return heard
    if (step := 1 if NEXT.match(heard.text) else -1 if BEFORE.match(heard.text) else 0):
        key = _beside(context, step)
        return asked.heard(f"show {key}") if key else heard
    if other:
        rest = others_shown(heard, context)
        return _with(heard, other, rest[0], asked) if len(rest) == 1 and len(_listed(context)) > 1 else heard
    if (m := OWN_ONE.search(heard.text)) and (homes := {str(s.value) for s in find_names(m["p"], asked.projects)}):
        own = [key for key in _listed(context) if (of := RECORD.match(key)) and of["project"] in homes]
        return _with(heard, m, own[0], asked) if len(own) == 1 else heard
    if (it := IT.search(heard.text)) and it[0].lower() in OF_ONE and (first := _first_of_most(context, asked)):
        return _with(heard, it, first, asked)
    return heard


def others_shown(heard: Heard, context: Context) -> list[str]:
    """The records that “the other one” could be: those of the last list that were not looked at or written since."""
    touched = [*_touched(context), *(key.upper() for key in heard.all("KEY"))]
    is_said = OTHER.search(heard.text) is not None and "TEXT" not in heard.types
    return [key for key in _listed(context) if key not in touched] if is_said and touched else []


def past_the_end(heard: Heard, context: Context) -> Plan | None:
    """That a list has no further record, where the next or the previous of it is asked for."""
    is_asked = NEXT.match(heard.text) or BEFORE.match(heard.text)
    return Plan(says=NO_MORE.format(n=len(keys))) if is_asked and not context.pending and (keys := _listed(context)) else None


def _with(heard: Heard, m: "re.Match[str]", key: str, asked: Asked) -> Heard:
    return asked.heard(f"{heard.text[:m.start()]}{key}{heard.text[m.end():]}")


def _listed(context: Context) -> tuple[str, ...]:
    """The keys of the last list of several records, whatever was shown alone or written since."""
    turn = next((t for t in reversed(context.past[-LATELY:]) if t.question and len([k for k in t.keys if KEY.fullmatch(k)]) >= SEVERAL), None)
    return tuple(k for k in turn.keys if KEY.fullmatch(k)) if turn else ()


def _touched(context: Context) -> list[str]:
    """The records that were looked at or written since the last list, the latest first."""
    found = list[str]()
    for turn in reversed(context.past[-LATELY:]):
        keys = [k for k in turn.keys if KEY.fullmatch(k)]
        if turn.question and len(keys) >= SEVERAL:
            break
        found += [*keys, *(m[0].upper() for m in KEY.finditer(f"{turn.question} {[c.said for c in turn.calls]}"))]
    return found


def _beside(context: Context, step: int) -> str:
    """The record of the last list that stands behind, or before, the one that was looked at or written last; the first where none was."""
    keys = _listed(context)
    last = next((keys.index(key) for key in _touched(context) if key in keys), -1)
    return keys[last + step] if 0 <= last + step < len(keys) else ""


def _first_of_most(context: Context, asked: Asked) -> str:
    """The record that stood first where it was just asked which one is the worst, the biggest, the furthest behind."""
    turn = shown_last(context)
    plain = " ".join(turn.question.lower().strip(" ?.!").split()) if turn else ""
    return next(iter(of_kind_first(turn, asked)), "") if turn and WHICH.match(plain) and is_most(plain) else ""
