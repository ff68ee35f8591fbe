"""From a whole sentence that a kind declares to the record that it makes, changes or asks for: "Ben is on leave next week"."""
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
import re

from assistant.planner.filled.in_places import CALLED, in_places
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import KEY, Heard, Names, hear
from assistant.planner.heard.labelling import peeled
from assistant.planner.heard.sentences import Sentence, close, is_long, likely, may_be, named_field
from assistant.planner.learned.marking import marking
from assistant.planner.meant.conditions import conditions
from assistant.planner.told.bettering import whole_values
from assistant.planner.told.creating import read_pieces
from assistant.planner.told.days_away import days_away, present
from assistant.planner.told.told_of_hours import told_of_hours
from assistant.planner.told.told_of_people import told_of_people
from assistant.planner.told.told_of_work import told_of_work
from assistant.planner.told.valuing import bettered
from assistant.planner.words.phrases import ASKED_FOR, NOTING
from assistant.planner.words.plain import SHORT_FORMS, among
from language.words import Span
from records.kinds import Person, Task
from records.kinds.base import Record, fields

POLITE = ("please", "so", "also", "and", "hi", "hello", "hey", "ok", "well", "fyi", "by the way", "can you", "could you", "i want to", "we want to",
          "i would like to", "let us", "note that", "log that", "record that", "just", "now", "tell me", "show me", "do you know", "show", "list",
          "do we know")
LEADS = ("on", "for", "in", "by", "at", "until", "till", "from", "to", "of", "with", "since", "during", "due", "before", "after", "about", "the", "project",
         "and", "between", "next", "this", "dated", "whole", "all", "it", "is", "was", "date", "as", "owner", "owned", "assigned", "responsible")
ENDING = r"[\s.!?]*(?:please|pls|plz|thx|sorry|thanks|as well|too|already|now)?\W*$"
LONGEST = 600                                   # letters of what is read as one sentence
FOLLOWING = ("project", "person", "DATE", "HOURS", "MONEY", "PERCENT")


@dataclass(frozen=True)
class Stated:
    """What a sentence comes to: which records (`where`) get which values, or without `where` a new one; values are absent of a question."""
    kind: type[Record]
    where: Mapping[str, str] | None = None
    values: Mapping[str, str] | None = None
    weight: int = field(default=0, compare=False)
    asides: tuple[str, ...] | None = field(default=None, compare=False)           # what is said besides; None where that is still to be found


def stated(heard: Heard, context: Context, names: Names, today: date) -> tuple[Stated, ...]:
    """What the sentence makes or changes; or else what it asks for, which may be of several kinds. Nothing when no kind declares it."""
    spelt = SHORT.sub(lambda m: SHORT_FORMS[m[0].lower().replace("’", "'")], heard.text)
    if len(spelt) > LONGEST or "\n" in spelt.strip():
        return ()
    spelt = _without_request(spelt)
    heard = hear(spelt, names, today) if spelt != heard.text else heard
    is_question = (heard.text.rstrip().endswith("?") or ASKING.match(heard.plain)) and not ASKED_FOR.match(heard.plain)
    if not is_question and (whole := _of_people(heard, today)) is not None:
        return (whole,)
    told = [] if is_question else [s for each in likely(heard.text, tells=True) if (s := _read(each, heard, context, today))]
    if told:
        best = max(told, key=lambda s: s.weight)
        is_new = best.where is None and best.values is not None
        return (replace(best, values=whole_values(best.kind, heard, context, best.values or {})) if is_new else best,)
    if not is_question and (of := _told_first(heard, context, names, today)) is not None:
        return (_with_marked(of, heard),)
    if not is_question and (work := told_of_work(heard)) is not None:
        return (Stated(Task, {"key": work.title}, work.values, asides=work.asides),)
    asked = [s for each in likely(heard.text, tells=False) if (s := _read(each, heard, context, today))]
    if (there := present(heard, today)) is not None:
        asked = [Stated(Person, there)]
    most = max((s.weight for s in asked), default=0)
    likeliest = tuple({s.kind: s for s in reversed(asked) if s.weight == most}.values())[::-1]
    return tuple(sorted(likeliest, key=lambda s: s.kind.kind.many not in heard.plain))          # what is asked for by its name comes first


def _of_people(heard: Heard, today: date) -> Stated | None:
    """Somebody new, a known one's address, other days away than are recorded, or whose hours were worked on what."""
    if (who := told_of_people(heard)) is not None:
        return Stated(Person, {"key": who.key} if who.key else None, who.values, asides=())
    if (away := days_away(heard, today)) is not None:
        return Stated(away.kind, away.where, away.values, asides=())
    worked = told_of_hours(heard)
    return Stated(Task, {"key": worked[0]}, worked[1], asides=()) if worked else None


def _with_marked(of: Stated, heard: Heard) -> Stated:
    """A new record with what is said of it beside, as far as the words around tell: “off from 21 to 31 December, annual leave”."""
    if of.where is not None or of.values is None:
        return of
    values, found = bettered(of.kind, heard, of.values), marking(heard, of.kind, "values")
    used = " ".join(heard.text[m.start:m.end] for n in values.keys() - of.values.keys() if (m := found.run(n)))
    return replace(of, values=values, asides=of.asides and tuple(a for a in of.asides if a not in used))


def _without_request(text: str) -> str:
    """What is told, without the request behind it that it be written down, which may say where: “… . Log the decision on Dione”."""
    m = REQUEST.search(text)
    if m is None:
        return text
    told = re.sub(r"(?<!\d)[ .]+$|[ ,;!-]+$", "", text[:m.start()].rstrip(" ,;!-"))           # a day keeps its dot: “21.12.”
    return f"On {m['home']} {told[:1].lower() if told[:3] == 'We ' else told[:1]}{told[1:]}" if m["home"] else told


def _told_first(heard: Heard, context: Context, names: Names, today: date) -> Stated | None:
    """What is told before a comma, where what follows names nothing and so is only why: “we lost Mia for two weeks, broken wrist”."""
    for m in ASIDE.finditer(heard.text):
        rest = heard.text[m.end():].strip(" .!")
        if any(s.start >= m.end() for t, s in heard.spans if t not in ("ME", "KIND")) or not rest:
            continue
        first = hear(heard.text[:m.start()], names, today)
        told = [s for each in likely(first.text, tells=True) if (s := _read(each, first, context, today))]
        if told:
            return replace(max(told, key=lambda s: s.weight), asides=(rest,))
    return None


REQUEST = re.compile(r"(?:^|[.,;!?]|\s-)\s*(?:(?:can|could|would|will) you\s+)?(?:please |pls |plz |so )*"
                     rf"(?:{NOTING}|set|update|change|reflect|adjust|take) "
                     r"(?:that|this|it|(?:the|this|that) (?:decision|absence|leave|lesson|risk|issue))(?: (?:in|down|up))?"
                     r"(?: (?:in|into|to) the (?:system|tool|records?|register|log|books?))?(?: (?:on|for|in|to) (?:the )?(?:project )?"
                     r"(?P<home>(?-i:[A-Z])[\w-]+))?(?: (?:please|pls|plz|for me))?[\s.?!]*$", re.I)
ASIDE = re.compile(r"\s*(?:,|\s[–—-]\s|\.\s)\s*")
ASKING = re.compile(r"^(?:who|whose|which|what)\b")
SHORT = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(w) for w in SHORT_FORMS if chr(39) in w)})(?!\w)".replace("'", "['’]"), re.I)


def _read(sentence: Sentence, heard: Heard, context: Context, today: date) -> Stated | None:
    """What a sentence says when it is one of this form; what follows it must be of use, or it belongs to its free words."""
    if not may_be(sentence, heard):
        return None
    text, more = peeled(sentence.kind, heard) if sentence.tells else (heard.text, {})
    for types in _followers(sentence):
        pattern = close(sentence, heard, _before(heard), _after(sentence.kind, heard, types))
        if (m := pattern.match(text.rstrip(" .!?,;"))) and (found := _made(sentence, m, _rest(heard, m, text), heard, context, today)):
            asides = () if sentence.tells and any(p.is_run for p in sentence.places) else found.asides         # its days are said otherwise
            return replace(found, values={**more, **found.values}, asides=asides) if found.values is not None else found
    return None


def _followers(sentence: Sentence) -> Iterator[tuple[str, ...]]:
    """What may follow: anything that was heard; but a text of its own that ends a sentence goes on to the end, but for the project."""
    if not sentence.tells or not sentence.ends_freely:
        yield FOLLOWING
        return
    if not sentence.ends_in_title:
        yield () if sentence.is_placed else ("project",)
    if not sentence.is_placed:
        yield FOLLOWING
    yield ()


def _made(sentence: Sentence, m: re.Match[str], rest: Heard, heard: Heard, context: Context, today: date) -> Stated | None:
    kind, found = sentence.kind, in_places(sentence, m, heard, today)
    if found is None:
        return None
    which, said = found
    if not which and not said and sentence.tells:
        return None
    of_places = sum(len(words or "") for name, words in m.groupdict().items() if name.startswith("g"))
    weight = 2 * len(m["body"]) + len(m["lead"]) + len(m["tail"]) - of_places                    # the more of its own words, the surer
    if not sentence.tells:
        return Stated(kind, {**conditions(kind, rest, context), **said}, None, weight)
    if sentence.is_change:
        where = _targets(kind, which, rest)
        return Stated(kind, where, said, weight) if all(_is_used(heard, s, {**where, **said}) for _, s in rest.spans) else None
    pieces = {f.label: words for f, words, _ in reversed(list(read_pieces(kind, rest, context)))}
    values = _at_home(kind, {**pieces, **said}, heard)
    return Stated(kind, None, values, weight) if all(_is_used(heard, s, values) for _, s in rest.spans) else None


def _at_home(kind: type[Record], values: dict[str, str], heard: Heard) -> dict[str, str]:
    """The values with the project that closes one of them in its own place: “host at Nimbora on Apollo”."""
    home = named_field(kind, "project_id")
    if home is None or home.label in values:
        return values
    for span in heard.of("project"):
        led = re.compile(rf"\s+(?:on|for|in|at|of|from)\s+(?:the )?(?:project )?{re.escape(heard.said(span))}$", re.I)
        short = {f.label for f in fields(kind) if f.type is str and not f.choices and not is_long(kind, f)}
        if any(led.search(v) for n, v in values.items() if n in short):
            return {home.label: str(span.value), **{n: led.sub("", v) for n, v in values.items()}}
    return values


def _is_used(heard: Heard, span: Span, values: Mapping[str, str]) -> bool:
    return any(w in v for v in map(str.lower, values.values()) for w in (heard.said(span).lower(), str(span.value).lower()))


def _before(heard: Heard) -> str:
    """A sentence may be led by politeness and by where or when: “On Apollo we decided …”."""
    led, polite = _spans(heard, "project", "DATE"), _said_of(POLITE, heard)
    polite = rf"(?:{polite}\b[\s,:]*)*" if polite else ""
    return rf"^\W*{polite}(?P<lead>(?:(?:(?:on|in|for|at|of)\s+)?{led}(?!\w)[\s,:]*)?)(?P<body>{polite}" if led else rf"^\W*(?P<lead>)(?P<body>{polite}"


def _after(kind: type[Record], heard: Heard, types: tuple[str, ...]) -> str:
    """What may follow: pieces of these types, each with the words that lead to it."""
    spans, leads = _spans(heard, *types), _said_of(_leading(kind), heard)
    led = rf"(?:{leads}(?!\w)[\s:]*)*" if leads else ""
    pieces = rf"(?:[\s,;]*{led}{spans}(?:['’]s)?(?!\w))*" if spans else ""
    return rf")(?P<tail>{pieces}){ENDING}"


@cache
def _leading(kind: type[Record]) -> tuple[str, ...]:
    """The words that lead to a piece, and the names of the fields that one may be for."""
    named = [n for f in fields(kind) if f.says.set_by == "person" and f.type is not str for n in sorted(f.names, key=len, reverse=True)]
    return (*LEADS, *(named or ("",)))                     # no word at all leads to what has no other


def _said_of(every: Iterable[str], heard: Heard) -> str:
    """A pattern of those of some words that are said at all, for making a pattern of all takes longer than trying it; "" of none."""
    said = among(every, heard.text)
    return f"(?:{'|'.join(map(re.escape, said))})" if said else ""


def _spans(heard: Heard, *types: str) -> str:
    words = sorted({heard.said(s) for t, s in heard.spans if t in types}, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, words))})" if words else ""


def _targets(kind: type[Record], which: dict[str, str], rest: Heard) -> dict[str, str]:
    """Which records are changed: by key, or by what is said of them, in the project that is named."""
    title = kind.kind.title
    named = which.get(title, "")
    if (key := KEY.search(which.get("key", ""))) is not None:
        which = {**which, "key": key[0]}
    elif (key := KEY.search(named)) is not None:
        return {"key": key[0]}                             # “I am glad to say that APOLLO-D-2 is accepted”
    project = rest.first("project") if any(f.name == "project_id" for f in fields(kind)) and "project" not in which else None
    if set(which) == {title} and named != "not empty" and not project and not _is_choice(kind, title):
        return {"key": named}
    return {**which, **({"project": project} if project else {})}


def _is_choice(kind: type[Record], name: str) -> bool:
    return bool((of := named_field(kind, name)) and of.choices)


def _rest(heard: Heard, m: re.Match[str], text: str) -> Heard:
    """What was said before and after the sentence, with all of it blanked, so that nothing is read twice."""
    blank = text[:m.start("body")] + " " * (m.start("tail") - m.start("body")) + text[m.start("tail"):]
    kept = tuple((t, s) for t, s in heard.spans if t not in CALLED and blank[s.start:s.end].strip())
    return Heard(blank, kept, heard.moment)
