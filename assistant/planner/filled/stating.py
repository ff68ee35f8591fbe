"""From a whole sentence that a kind declares to the record that it makes, changes or asks for: "Ben is on leave next week"."""
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import KEY, Heard, Names, hear
from assistant.planner.heard.labelling import peeled
from assistant.planner.heard.sentences import Place, Sentence, choice_said, close, is_long, keeps_choices, likely, may_be, named_field
from assistant.planner.learned.marking import marking
from assistant.planner.meant.conditions import conditions
from assistant.planner.told.bettering import whole_values
from assistant.planner.told.creating import read_pieces
from assistant.planner.told.days_away import days_away, present
from assistant.planner.told.told_of_hours import told_of_hours
from assistant.planner.told.told_of_people import told_of_people
from assistant.planner.told.told_of_work import is_of_others, told_of_work
from assistant.planner.told.valuing import bettered
from assistant.planner.words.lexicon import kind_of_table
from assistant.planner.words.phrases import ASKED_FOR
from assistant.planner.words.plain import SHORT_FORMS, among
from assistant.planner.words.runs import run_of
from language.words import Span
from records.kinds import KINDS, Person, Project, Task
from records.kinds.base import FieldOf, Record, fields

POLITE = ("please", "so", "also", "and", "hi", "hello", "hey", "ok", "well", "fyi", "by the way", "can you", "could you", "i want to", "we want to",
          "i would like to", "let us", "note that", "log that", "record that", "just", "now", "tell me", "show me", "do you know", "show", "list",
          "do we know")
LEADS = ("on", "for", "in", "by", "at", "until", "till", "from", "to", "of", "with", "since", "during", "due", "before", "after", "about", "the", "project",
         "and", "between", "next", "this", "dated", "whole", "all", "it", "is", "was", "date", "as", "owner", "owned", "assigned", "responsible")
ENDING = r"[\s.!?]*(?:please|pls|plz|thx|sorry|thanks|as well|too|already|now)?\W*$"
LONGEST = 600                                   # letters of what is read as one sentence
PRONOUNS = frozenset(("it", "that", "this", "them", "us", "you", "me", "they", "everything", "anything", "something", "what", "who", "one", "someone"))
FOLLOWING = ("project", "person", "DATE", "HOURS", "MONEY", "PERCENT")
NO_NAME = PRONOUNS - {"me"} | {"the", "a", "an", "our", "from", "for", "to", "on", "in", "of", "with", "at", "by", "until", "and"}
CALLED = ("KIND", "FIGURE", "SAYING", "ME", "COUNT", "CHANGE")


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
    told = text[:m.start()].rstrip(" ,;.!-")
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
                     r"(?:put|note|record|log|enter|add|write|book|register|capture|set|update|change|reflect|adjust) "
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
    kind, found = sentence.kind, _filled(sentence, m, heard, today)
    if found is None:
        return None
    which, said = found
    if not which and not said and sentence.tells:
        return None
    in_places = sum(len(words or "") for name, words in m.groupdict().items() if name.startswith("g"))
    weight = 2 * len(m["body"]) + len(m["lead"]) + len(m["tail"]) - in_places                    # the more of its own words, the surer
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


def _filled(sentence: Sentence, m: re.Match[str], heard: Heard, today: date) -> tuple[dict[str, str], dict[str, str]] | None:
    """Which record is meant, and the values that are said, by field; None when a place holds what it cannot."""
    which, said = dict[str, str](), dict[str, str]()
    for i, place in sorted(enumerate(sentence.places), key=lambda each: each[1].is_said):      # what is said takes the place of what is meant
        words = _closed(m, f"g{i}") if place.is_said else place.constant
        if not place.names:
            which |= {sentence.kind.kind.title: "not empty"}
        elif place.is_run:
            if (run := _run(sentence, place, words, today)) is None:
                return None
            said |= run
        elif words:
            value = _value(sentence, place, words, heard, m.start(f"g{i}"), today) if place.is_said else words
            if value is None or (place.is_said and value.lower() in NO_NAME):
                return None
            value = place.constant.replace("…", words) if "…" in place.constant else value
            for name in place.names:
                (which if place.is_which else said)[_label(sentence.kind, name)] = value
    return which, _with_what_is_meant(sentence.kind, said)


def _closed(m: re.Match[str], place: str) -> str:
    """The words in a place, without the mark that ends them where the sentence goes on behind it: “use oak. Decided by Carla”."""
    words = (m.groupdict().get(place) or "").strip(" ,:;")
    return words.removesuffix(".") if words and re.match(r"\s*[A-Z]", m.string[m.end(place):]) else words


def _label(kind: type[Record], name: str) -> str:
    of = named_field(kind, name)
    return "key" if name == "key" or of is None else of.label


def _run(sentence: Sentence, place: Place, words: str, today: date) -> dict[str, str] | None:
    """The first and the last day, today when none is said; of a question those that overlap them."""
    first, last = place.names[0].split("..")
    run = run_of(words, today) if words else (today, today)
    if run is None:
        return None
    if sentence.tells:
        return {_label(sentence.kind, first): f"{run[0]}", _label(sentence.kind, last): f"{run[1]}"}
    return {_label(sentence.kind, first): f"at most {run[1]}", _label(sentence.kind, last): f"at least {run[0]}"}


def _value(sentence: Sentence, place: Place, words: str, heard: Heard, at: int, today: date) -> str | None:
    """What stands in a place as the desk reads it; None when free words are no name or text, but a piece of another kind."""
    of = named_field(sentence.kind, place.names[0])
    if of is None or of.name == "key":
        return next((str(s.value) for t, s in heard.spans if t in ("KEY", "project") and heard.said(s) == words), words)
    if (typed := _typed(sentence.kind, of, words, heard)) is not None:
        return typed
    if (place.is_which or of.refers or (of.type is str and not sentence.tells and not of.holds_key)) and _is_none(sentence.kind, of, words, heard, at):
        return None
    if place.by_words and (_is_listed(words, heard, at) or is_of_others(words, at, heard)):
        return None
    if place.adds:
        days = run_of(words, today) if heard.of("DATE") else None
        return f"+{days[0] if days else words}"
    return _free(sentence, place, of, words)


def _typed(kind: type[Record], of: FieldOf, words: str, heard: Heard) -> str | None:
    """The value of a place for a choice, a project, a person or days; None for any other."""
    if of.choices or of.says.words:
        return choice_said(str(kind.__tablename__), of.name, words)
    if of.refers == Project.__tablename__:
        return next((str(s.value) for s in heard.of("project") if heard.said(s).lower() == words.lower()), words)
    if of.refers == Person.__tablename__:
        return "me" if words.lower() in ("i", "me", "myself") else words.removesuffix("'s").removesuffix("’s")
    return _days(words) if of.type in (int, float) and of.says.unit == "days" else None


def _free(sentence: Sentence, place: Place, of: FieldOf, words: str) -> str:
    """Free words: a name without its article, a title with a capital; an office's own word as it is said."""
    if place.is_which or of.refers:
        bare = re.sub(r"^(?:(?:the|our|this|a|an)\s+)+", "", words, flags=re.I).strip("\"“”'‘’")
        return re.sub(r"['’]s$", "", bare) if sentence.kind is Person else bare
    is_title = sentence.tells and of.name == sentence.kind.kind.title and sentence.kind.kind.within is not None
    if not is_title:
        return words.strip("\"“”'‘’")
    return words[:1].upper() + words[1:] if is_long(sentence.kind, of) else _begun(words)


def _begun(words: str) -> str:
    bare = re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.I)
    return bare[:1].upper() + bare[1:]


def _days(words: str) -> str:
    m = re.match(r"[+−-]?\d+(?:[.,]\d+)*", words)
    number = m[0] if m else words
    return str(int(number) * 5) if "week" in words.lower() and number.isdigit() else number


def _is_none(kind: type[Record], of: FieldOf, words: str, heard: Heard, at: int) -> bool:
    """Whether free words cannot be a name: a pronoun, another kind's record, a project or person, or nothing but words of ours."""
    end = at + len(words)
    inside = [(t, s) for t, s in heard.spans if s.start < end and at < s.end]
    own = {k.kind.code for k in (kind, *((kind_of_table(of.refers),) if of.refers else ()))}
    others = any(t == "KEY" and not any(f"-{code}-" in f"-{s.value}" for code in own) for t, s in inside)
    rest = words
    for t, s in inside:
        if t in CALLED:
            rest = rest.replace(heard.text[s.start:s.end], " ")
    is_ours = not re.search(r"\w{3,}|\d", re.sub(r"\b(?:the|our|this|all|any|its|his|her|their)\b", " ", rest, flags=re.I))
    return words.lower() in PRONOUNS or others or is_ours or any(
        t in ("project", "person") and t != kind.__tablename__ and (s.start, s.end) == (at, end) for t, s in inside)


def _is_listed(words: str, heard: Heard, at: int) -> bool:
    """Whether words are no title but tell which ones are meant: “tasks of Apollo”, “work last week”."""
    inside = [(t, s) for t, s in heard.spans if s.start < at + len(words) and at < s.end]
    many = any(t == "KIND" and heard.said(s).lower().endswith("s") for t, s in inside)
    return many or any(t in ("DATE", "project", "person", "SAYING", "COUNT") for t, _ in inside)


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


def _with_what_is_meant(kind: type[Record], said: dict[str, str]) -> dict[str, str]:
    """A choice that is said of a kind which keeps other kinds' choices belongs to the record and field that have it."""
    if not keeps_choices(kind) or "choice" not in said:
        return said
    if said["choice"].lower() == said.get("word", "").lower():              # it was put into our words before: it is known already
        return {}
    of = next(iter(_having(said["choice"], said.get("record", ""))), None)
    return {**said, "record": of[0].kind.one, "field": of[1].name} if of else said


def _having(choice: str, record: str) -> Iterator[tuple[type[Record], FieldOf]]:
    """The kinds and fields that have a choice; those that say a state first."""
    every = [(k, f) for k in KINDS for f in fields(k) if choice.lower() in f.choices]
    every = [(k, f) for k, f in every if not record or record.lower().rstrip("s") in (n.lower().rstrip("s") for n in k.kind.names)]
    yield from sorted(every, key=lambda each: "state" not in each[1].names and each[1].name not in ("status", "phase"))
