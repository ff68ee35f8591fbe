"""What stands in the places of a sentence that a kind declares: the record that is meant, a run of days, a choice, or free words."""
from collections.abc import Iterator
from datetime import date
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.sentences import Place, Sentence, choice_said, is_long, keeps_choices, named_field
from assistant.planner.told.told_of_work import is_of_others
from assistant.planner.words.lexicon import kind_of_table
from assistant.planner.words.runs import run_of
from records.kinds import KINDS, Person, Project
from records.kinds.base import FieldOf, Record, fields

PRONOUNS = frozenset(("it", "that", "this", "them", "us", "you", "me", "they", "everything", "anything", "something", "what", "who", "one", "someone"))
NO_NAME = PRONOUNS - {"me"} | {"the", "a", "an", "our", "from", "for", "to", "on", "in", "of", "with", "at", "by", "until", "and"}
OVER = re.compile(r"\b(?:was|were|had|(?:has|have|['’]ve) been|took|went|lost|missed)\b|"
                  r"\b(?:called|phoned|rang|reported)\b(?!.*\b(?:for|until|till|from|to)\b)", re.I)      # told as over
CALLED = ("KIND", "FIGURE", "SAYING", "ME", "COUNT", "CHANGE")


def in_places(sentence: Sentence, m: re.Match[str], heard: Heard, today: date) -> tuple[dict[str, str], dict[str, str]] | None:
    """Which record is meant, and the values that are said, by field; None when a place holds what it cannot."""
    which, said = dict[str, str](), dict[str, str]()
    for i, place in sorted(enumerate(sentence.places), key=lambda each: each[1].is_said):      # what is said takes the place of what is meant
        words = _closed(m, f"g{i}") if place.is_said else place.constant
        if not place.names:
            which |= {sentence.kind.kind.title: "not empty"}
        elif place.is_run:
            if (run := _run(sentence, place, words, today, m["body"])) is None:
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
    words = re.sub(r"^[\"“]([^\"”]*)[\"”]?$", r"\1", words)
    return words.removesuffix(".") if words and re.match(r"\s*[A-Z]", m.string[m.end(place):]) else words


def _label(kind: type[Record], name: str) -> str:
    of = named_field(kind, name)
    return "key" if name == "key" or of is None else of.label


def _run(sentence: Sentence, place: Place, words: str, today: date, whole: str) -> dict[str, str] | None:
    """The first and the last day, today when none is said, and over where it is told as over; of a question those that overlap them."""
    first, last = place.names[0].split("..")
    run = run_of(words, today, past=sentence.tells and OVER.search(whole) is not None) if words else (today, today)
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
