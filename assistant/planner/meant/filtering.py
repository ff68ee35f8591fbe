"""What narrows a listing, as the words around tell: “with nobody's name against it”, “probability 4 or 5”, “SQL among their skills”."""
from collections.abc import Iterator
from datetime import date
import re

from assistant.planner.heard.comparing import COMPARED, MEANT, OR_MORE
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.sayings import DENIED
from assistant.planner.learned.marking import WHICH, Marked, is_number, marking
from assistant.planner.learned.weighing import likely_kind
from assistant.planner.told.choice_meant import choice_meant
from assistant.planner.told.dating import compared
from assistant.planner.told.valuing import LIKELY, ME, SURELY, WRAPPED, overlaps
from assistant.planner.words.lexicon import choice_words
from assistant.planner.words.plain import among, pattern
from language.words import Span
from records.kinds.base import FieldOf, Record, fields, split

NOTHING = re.compile(r"\b(?:no|not|none|no ?body|no ?one|nothing|without|w/o|missing|lack\w*|blank|empty|never|nowhere|yet to|un[a-z]+ed|[a-z]+less)\b|"
                     r"n['’]t\b", re.I)
DENYING, JUST_DENIED = re.compile(DENIED, re.I), re.compile(rf"{DENIED}\s*$", re.I)
GONE = re.compile(r"\b(?:gone|passed|past|over|overdue|late|expired|behind us|elapsed|missed|slipped|lapsed)\b", re.I)
AHEAD = re.compile(r"\b(?:ahead|upcoming|coming|to come|future|still before us|next)\b", re.I)
EITHER = re.compile(r"\b(?P<a>\d[\d.,]*)\s*(?:or|and|to|-|–)\s*(?P<b>\d[\d.,]*)\b")
OR_ANOTHER = re.compile(r"\s*(?:or|to|-|–)\s*\d[\d.,]*\b")
BOUND = re.compile(r"\d[\d.,]*")
BARE = re.compile(r"(?:(?:between|from|with|of|above|below|over|under|at (?:least|most))\s+)?\d[\d.,]*(?:\s*(?:and|or|to|-|–)\s*\d[\d.,]*)?", re.I)
LED = re.compile(r"^(?:is|are|was|were|with|about|on|in|for|of|by|from|has|have|having|the|an?|their|its|labelled|tagged|called|named|needs?)\s+", re.I)
OTHERS = ("project", "person", "DATE", "KEY")
LOW = ("1", "2")
REACH = 20                                      # letters before a number in which its name stands


def filtered(kind: type[Record], heard: Heard) -> tuple[tuple[FieldOf, str, Span], ...]:
    """Field, condition in words and where it is said, the surest first."""
    known: dict[type[Record], tuple[tuple[FieldOf, str, Span], ...]] = heard.__dict__.setdefault("_filtered", {})
    if kind not in known:
        known[kind] = tuple(_filtered(kind, heard))
    return known[kind]


def _filtered(kind: type[Record], heard: Heard) -> Iterator[tuple[FieldOf, str, Span]]:
    known = {f.label: f for f in fields(kind)}
    if "KIND" not in heard.types and likely_kind(heard, SURELY) is not kind:
        return
    taken = list[Span]()
    for mark in marking(heard, kind, "finds").runs():
        of = known.get(mark.field.removeprefix(WHICH)) if mark.field.startswith(WHICH) else None
        of = _named_number(kind, of, heard, mark) if of and is_number(of) else of
        is_free = of and (of.refers or (of.type is str and not of.choices) or is_number(of))          # which could hold anything
        is_bare = heard.text[mark.start:mark.end].strip(WRAPPED).lower() in ("not", "no", "never")         # of something else
        if of and is_number(of) and not of.is_money and BARE.fullmatch(heard.text, mark.start, mark.end) and not _is_called(of, heard, mark):
            continue                                       # “tasks between 3 and 5” may be hours or points
        if of and not is_bare and mark.share >= (SURELY if is_free else LIKELY) and (said := condition_of(kind, of, heard, mark)):
            span = Span(mark.start, mark.end, said)
            if not overlaps(span, [*taken, *heard.of("KIND")]):
                taken.append(span)
                yield of, said, span


def _named_number(kind: type[Record], of: FieldOf, heard: Heard, mark: Marked) -> FieldOf:
    """The number that is called by its name in the words or before them, whichever is likelier: “impact 4 or 5” is no probability."""
    before = heard.text[:mark.end]
    said = [(m.end(), len(n), f) for f in fields(kind) if is_number(f) for n in among(f.names, before)
            for m in pattern(rf"(?<!\w){re.escape(n)}(?!\w)").finditer(before, max(0, mark.start - REACH))]
    return of if not said or any(f == of for *_, f in said) else max(said, key=lambda each: each[:2])[2]


def _is_called(of: FieldOf, heard: Heard, mark: Marked) -> bool:
    """Whether a number is called by the name of its field, right before or behind."""
    around = heard.text[max(0, mark.start - REACH):mark.end + REACH]
    return bool(among(of.names, around))


def condition_of(kind: type[Record], of: FieldOf, heard: Heard, mark: Marked) -> str:
    """The words of a mark as a condition on the field; "" when they are none."""
    said = heard.text[mark.start:mark.end].strip(WRAPPED)
    inside = [(t, s) for t, s in heard.spans if mark.start <= s.start and s.end <= mark.end]
    if of.choices or of.says.words:
        return _chosen(kind, of, heard, mark) or _counted(said)
    if of.type is date:
        return _dated(heard, said, [s for t, s in inside if t == "DATE"])
    if of.refers:
        return _named(of, said, [(t, heard.said(s), str(s.value)) for t, s in inside])
    if of.is_money or of.type in (int, float):
        said += other[0] if (other := OR_ANOTHER.match(heard.text, mark.end)) else ""
        return _counted(said) or ("empty" if NOTHING.search(said) else "")
    if any(t in OTHERS for t, _ in inside):
        return ""                                          # a name or a day is no part of a text that is looked for
    is_nothing = NOTHING.fullmatch(said) or (NOTHING.search(said) and " " in said)
    return "" if of.type is not str else "empty" if is_nothing else LED.sub("", said)


def _named(of: FieldOf, said: str, inside: list[tuple[str, str, str]]) -> str:
    """The records that are named, or none of them; `inside` are the type, the words and the value of each piece."""
    names = list(dict.fromkeys(words if type_ == "person" else value for type_, words, value in inside if type_ in ("KEY", of.refers)))
    if names or said.lower() in ME:
        return ("not " if DENYING.match(said) else "") + (", ".join(names) or "me")
    if NOTHING.search(said):
        return "empty"
    return LED.sub("", said) if of.refers not in ("project", "person") or said[:1].isupper() else ""


def _chosen(kind: type[Record], of: FieldOf, heard: Heard, mark: Marked) -> str:
    """The choices that are said, or those that a saying asks for."""
    said, is_denied = heard.text[mark.start:mark.end], False
    own = (asked for spoken, asked in kind.kind.sayings for w in split(spoken) if w.lower() == said.strip(WRAPPED).lower())
    if asked := next((asked[of.label] for asked in own if set(asked) == {of.label}), ""):
        return asked                                       # “open” may be more than the one state of that name
    found, rest = dict[str, None](), said.lower()
    for name, word, value in choice_words(str(kind.__tablename__)):
        if name == of.name and (m := pattern(rf"(?<![\w-]){re.escape(word)}s?(?![\w-])").search(rest)):
            found[value] = None
            is_denied |= JUST_DENIED.search(heard.text[:mark.start + m.start()]) is not None
            rest = rest[:m.start()] + "\0" * len(m[0]) + rest[m.end():]
    if not found:
        return choice_meant(kind, of, said) if of.choices else ""
    if of.choices:
        return ("not " if is_denied else "") + ", ".join(found)
    return next(bound(v) for v in found)


def bound(grade: str) -> str:
    """What a grade in a question asks for: a low one that or less, a high one that or more."""
    return f"at most {grade}" if grade in LOW else f"at least {grade}"


def _dated(heard: Heard, said: str, days: list[Span]) -> str:
    if len(days) > 1 and re.search(r"\b(?:between|from)\b", said, re.I):
        return f"{heard.said(days[0])} to {heard.said(days[1])}"
    if days:
        return compared(heard, days[0])
    if NOTHING.search(said):
        return "empty"
    return "before today" if GONE.search(said) else "after today" if AHEAD.search(said) else ""


def _counted(said: str) -> str:
    if m := COMPARED.search(said):
        return f"{MEANT.get(m['op'].lower(), m['op'].lower())} {said[m.start('n'):].strip()}"
    if m := OR_MORE.search(said):
        return f"{'at least' if m['way'].lower() in ('more', 'higher', 'above') else 'at most'} {m['n']}"
    if m := EITHER.search(said):
        return f"between {m['a']} and {m['b']}"
    return m[0] if (m := BOUND.search(said)) else ""
