"""Which projects a summary is of: those of a programme, a sponsor, an objective or a tag that is named, those of the asker, or all that they may see.

The set is fixed here, before anything is counted, so that all counts agree.
"""
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
import re

from language.names import find_names
from records.errors import NotFound
from records.kinds import Objective, Person, Programme, Project
from records.kinds.base import Record
from records.query import Query, Where
from records.reading import Reader
from reports.portfolio import visible
from reports.unmet import designates, is_office, no_such, tags, unmet

MINE = re.compile(r"\bmy (?:own )?(?:portfolio|projects)\b", re.I)
TAGGED = re.compile(r"\b(?:tag(?:ged)?(?: (?:with|as))?|labelled)\s+[“\"']?(?P<tag>[\w-]+(?: [\w-]+)??)[”\"']?"
                    r"(?=\W*$|\s+(?:and|or|by|doing|projects?)\b|[?,.])", re.I)
ONE = re.compile(r"project (?P<key>[\w-]+)", re.I)
WHICH = re.compile(r"\bprogram(?:me)?s?\b|\bobjectives?\b|\bsponsor|\b(?:PG|OBJ)-\d+\b|\b(?:portfolio|projects) (?:of|by|under) ", re.I)
BEFORE_A_SPONSOR = re.compile(r"\b(?:sponsor(?:ed)?(?: by| is|:)?|of|by)\s+$", re.I)
NONE = "There is no project of {what} that you may see."
CODE = {Programme: "PG", Objective: "OBJ"}


def says_which(said: str) -> bool:
    """Whether words choose among projects, and are not only about all of them."""
    return any(pattern.search(said) for pattern in (WHICH, MINE, TAGGED))


@dataclass(frozen=True)
class Chosen:
    """The projects and what they have in common, in words; nothing for all."""
    projects: Sequence[Project]
    what: str = ""


def chosen(reader: Reader, said: str, *, must: bool = False) -> Chosen:
    """The projects that words name. What names a set that is none raises `NotFound`, rather than meaning all; `must`: the words are nothing but a choice."""
    every, alone = visible(reader), designates(said)
    if (one := ONE.fullmatch(said.strip())) and (found := [p for p in every if p.key == one["key"].upper()]):
        return Chosen(found, f"project {found[0].name}")
    for name, words in (*((each, said) for each in (_programme, _objective, _tag, _mine, _sponsor)), (_sponsor, f"of {alone}"), (_tag, f"tagged {alone}")):
        for what, fits in name(reader, words, every):
            found = [p for p in every if fits(p)]
            if found:
                return Chosen(found, what)
            if words is said:
                raise NotFound(NONE.format(what=what))
    unknown = alone or unmet(reader, said, every) or (said.strip() if must else "")
    if unknown and not is_office(reader, unknown):
        raise no_such(reader, unknown, every)
    return Chosen(every)


def _of(field: str, id_: int | None) -> Callable[[Project], bool]:
    return lambda project: getattr(project, field) == id_


def _led_by(id_: int) -> Callable[[Project], bool]:
    return lambda project: id_ in (project.sponsor_id, project.manager_id)


Fits = Iterator[tuple[str, Callable[[Project], bool]]]


def _programme(reader: Reader, said: str, _: Sequence[Project]) -> Fits:
    for id_, name in _named(reader, Programme, said):
        yield f"the programme “{name}”", _of("programme_id", id_)


def _objective(reader: Reader, said: str, _: Sequence[Project]) -> Fits:
    for id_, title in _named(reader, Objective, said):
        yield f"the objective “{title}”", _of("objective_id", id_)


def _tag(_: Reader, said: str, every: Sequence[Project]) -> Fits:
    if asked := TAGGED.search(said):
        wanted = asked["tag"].lower()
        tag = wanted if wanted in tags(every) else wanted.split()[0]
        yield f"the tag “{tag}”", lambda p: tag in (t.strip().lower() for t in p.tags.split(","))


def _mine(reader: Reader, said: str, every: Sequence[Project]) -> Fits:
    me = reader.asker.person
    if MINE.search(said) and any(me in (p.sponsor_id, p.manager_id) for p in every):
        yield "you as sponsor or manager", _led_by(me)


def _sponsor(reader: Reader, said: str, _: Sequence[Project]) -> Fits:
    """A person who is said as the sponsor, or as whose the projects are; a name that is only said along is none."""
    people = {name: str(id_) for id_, name in reader.labels(Person).items() if id_ is not None}
    for span in find_names(said, people):
        owns = said[span.end:span.end + 2] in ("'s", "’s") or said[span.start:span.end].endswith(("'s", "’s"))
        if owns or BEFORE_A_SPONSOR.search(said[:span.start]):
            id_ = int(str(span.value))
            if re.search(r"\bsponsor", said, re.I):
                yield f"{reader.labels(Person)[id_]} as sponsor", _of("sponsor_id", id_)
            else:
                yield f"{reader.labels(Person)[id_]} as sponsor or manager", _led_by(id_)


def _named(reader: Reader, kind: type[Record], said: str) -> Iterator[tuple[int | None, str]]:
    """The record of a kind whose key, or whole name, is said."""
    labels: Mapping[int, str] = reader.labels(kind)
    if key := re.search(rf"\b{CODE[kind]}-\d+\b", said, re.I):
        yield from ((row.id, labels[row.id or 0]) for row in reader.find(Query(kind, (Where("key", "is", key[0].upper()),), limit=1)))
    found = [(id_, name) for id_, name in labels.items() if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said, re.I)]
    yield from sorted(found, key=lambda each: -len(each[1]))[:1]
