"""The words that the kinds, their fields and the figures declare for themselves: what the planner listens for."""
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
import re

from assistant.planner.words.figure_words import MORE
from assistant.planner.words.plain import TOKEN
from records.figures import FIGURES
from records.kinds import BY_TABLE, KINDS, Project
from records.kinds.base import FieldOf, Record, fields, split

CODES = "|".join(sorted({k.kind.code for k in KINDS if k.kind.code}, key=len, reverse=True))
ME = ("my", "me", "mine", "myself", "i")
WHOSE = frozenset({"their", "its", "his", "her", "our", "the"})
Meant = tuple[str, str]                      # type and value: ("KIND", "task")


@cache
def lexicon() -> Mapping[str, tuple[Meant, ...]]:
    """What each saying stands for: sayings of records before kinds, kinds before figures, where several do."""
    found: dict[str, dict[Meant, None]] = {}
    for type_, said, value in (*_sayings(), *_kinds(), *_figures(), *(("ME", w, "me") for w in ME)):
        found.setdefault(spelt(said), {})[type_, value] = None
    return {said: tuple(meant) for said, meant in found.items()}


@cache
def _inflected() -> Mapping[str, tuple[Meant, ...]]:
    return {alike(said): meant for said, meant in reversed(tuple(lexicon().items()))}


def meaning(run: str) -> tuple[Meant, ...]:
    """What a run of words stands for, whatever their number and whose they are: "exceeded their budgets" is "exceeded its budget"."""
    return lexicon().get(run) or (_inflected().get(alike(run), ()) if " " in run else ())


def alike(said: str) -> str:
    """A saying with every word in the singular and every owner the same."""
    return " ".join(map(_single, said.split()))


@lru_cache(maxsize=8192)
def _single(word: str) -> str:
    return "its" if word in WHOSE else re.sub(r"(?<=[a-z]{3})s$", "", word)


@cache
def longest() -> int:
    """How many words the longest saying has."""
    return max(said.count(" ") + 1 for said in lexicon())


def spelt(said: str) -> str:
    """A declared saying as it is heard: small words one blank apart."""
    return " ".join(m[0].lower() for m in TOKEN.finditer(said))


@cache
def choice_words(kind_table: str) -> tuple[tuple[str, str, str], ...]:
    """Field, spoken word and value of every fixed choice of a kind; longer words first."""
    kind = kind_of_table(kind_table)
    every = [(f.name, w.lower(), value) for f in fields(kind) for value, ws in
             [(c, (c,)) for c in f.choices] + [(value, split(spoken)) for spoken, value in f.says.words] for w in ws]
    return tuple(sorted(every, key=lambda each: -len(each[1])))


@cache
def state_of(kind: type[Record]) -> FieldOf | None:
    """The field that says how far a record is: its status, or what it calls so."""
    known = [f for f in fields(kind) if f.choices and f.says.set_by == "person"]
    return next((f for f in known if f.name in ("status", "phase")), next((f for f in known if {"status", "state"} & set(f.names)), None))


def open_of(kind: type[Record]) -> dict[str, str]:
    """What those of a kind have that are still open, as it is declared; {} of a kind that knows no such."""
    return next((dict(asked) for spoken, asked in kind.kind.sayings if "open" in split(spoken)), {})


def spaced(word: str) -> str:
    """A pattern of a choice's word, whether its parts are joined by a hyphen or not."""
    return re.escape(word).replace(r"\ ", r"[\s-]")


def kind_of_table(name: str) -> type[Record]:
    return BY_TABLE[name]


def kind_named(one: str) -> type[Record]:
    return next(k for k in KINDS if k.kind.one == one)


@cache
def called_in_projects() -> Mapping[str, type[Record]]:
    """The kinds whose records are in a project, by all that one of them is called."""
    return {n.lower(): k for k in KINDS if k.kind.within == "project_id" for n in (k.kind.one, *k.kind.names) if not n.endswith("s")}


def kind_coded(key: str) -> type[Record]:
    """The kind that a key such as APOLLO-T-12 belongs to; one without a code, such as APOLLO, is a project's."""
    code = re.search(rf"(?:^|-)({CODES})-\d+$", key.upper())
    return next((k for k in KINDS if code and k.kind.code == code[1]), Project)


def _sayings() -> Iterator[tuple[str, str, str]]:
    return (("SAYING", w, w.lower()) for k in KINDS for spoken, _ in k.kind.sayings for w in split(spoken))


def _kinds() -> Iterator[tuple[str, str, str]]:
    """Own names before those that a kind shares: a “decision” is one before it is a change request that waits for one."""
    every = [(k, name) for own in (True, False) for k in KINDS for name in k.kind.names if (name in (k.kind.one, k.kind.many)) is own]
    return (("KIND", w, k.kind.one) for k, name in every for w in dict.fromkeys((name, _plural(name))))


def _figures() -> Iterator[tuple[str, str, str]]:
    """Figures by name; "overdue tasks" is a listing of tasks and no figure."""
    taken = {spelt(w) for _, w, _ in (*_sayings(), *_kinds())}
    every = ((w, f.name) for f in FIGURES for w in (f.name.replace("_", " "), f.title, *split(f.also), *split(MORE.get(f.name, ""))))
    return (("FIGURE", w, name) for w, name in every if not _made_of(spelt(w), taken))


def _made_of(said: str, taken: set[str]) -> bool:
    words = said.split()
    return said in taken or any(" ".join(words[:n]) in taken and " ".join(words[n:]) in taken for n in range(1, len(words)))


def _plural(name: str) -> str:
    return name if name.endswith("s") else f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"
