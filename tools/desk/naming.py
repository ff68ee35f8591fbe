"""Which record a person means: by key, short key, name, part of a name, or a description such as “the closed project”."""
from collections.abc import Sequence
import re

from language.names import close_names, find_names
from language.titles import spoken_of
from language.words import words
from records.errors import Ambiguous, NotFound
from records.kinds import BY_TABLE, KINDS, Person, Project
from records.kinds.base import R, Record, fields, split
from records.kinds.project import phases_called
from records.query import Query, Where
from records.reading import Reader
from tools.desk.of_files import MARK
from tools.desk.own import fitting, own, projects
from tools.desk.teams import OF_PROJECT, OWN, on_project, own_team

MANY = 6
OWN_PROJECTS = ("my projects", "mine", "my project")
MINE = re.compile(r"my (?P<open>open )?(?P<kind>[a-z]+(?: [a-z]+)?)", re.I)
SELF = ("me", "my", "mine", "i", "myself")


def named(reader: Reader, kind: type[R], said: str, home: int | None = None) -> R:
    """The one record that is meant; `home` is the project it is looked for in, when one is said."""
    said = said.strip().strip("“”\"'")
    if kind is Person and said.lower() in SELF:
        return _one(reader, kind, said, (Where("id", "is", reader.asker.person),))
    if (found := _by_key(reader, kind, said) or _by_number(reader, kind, said, home)) is not None:
        return found
    if kind.kind.within in (None, "id"):
        return _by_listed_name(reader, kind, _bare(kind, said))
    if (running := _running(reader, kind, said, home)) is not None:
        return running
    return _by_title(reader, kind, _bare(kind, said), home)


RUNNING = re.compile(r"(?:the |this |our )*(?:this|current|running|active|ongoing|present)(?: one)?", re.I)


def _running(reader: Reader, kind: type[R], said: str, home: int | None) -> R | None:
    """ "This" or "the current" one of a kind that begins and ends, such as a sprint: the one that is active, in the project that it is looked for in."""
    is_run = any(f.name == "status" and "active" in f.choices for f in fields(kind)) and {"start", "end"} <= {f.name for f in fields(kind)}
    if not is_run or RUNNING.fullmatch(_bare(kind, said)) is None:
        return None
    inside = (Where("project_id", "is", home),) if home is not None else ()
    return _only(kind, said, reader.find(Query(kind, (Where("status", "is", "active"), *inside), limit=MANY)))


def _bare(kind: type[Record], said: str) -> str:
    """What was said without the kind's own noun around it: “the wrong total issue” is looked for as “wrong total”."""
    nouns = "|".join(re.escape(n) for n in sorted(kind.kind.names, key=len, reverse=True))
    bare = re.sub(rf"^(?:the )?(?:{nouns})\s+(?=[\"“'‘])|\s+(?:{nouns})$", "", said, flags=re.I).strip().strip("“”‘’\"'")
    return bare or said


def _by_number(reader: Reader, kind: type[R], said: str, home: int | None) -> R | None:
    """ "Gate 2", "G2", "no. 2" of kinds that people number; raises `Ambiguous` when several projects have one."""
    own = any(f.name == "number" and f.says.set_by == "person" for f in fields(kind))
    nouns = "|".join(re.escape(n) for n in (kind.kind.code, *kind.kind.names))
    m = re.fullmatch(rf"(?:the )?(?:(?:{nouns})\s*)?(?:#|no\.?|number)?\s*(\d{{1,4}})", said, re.I) if own else None
    if m is None:
        return None
    inside = (Where("project_id", "is", home),) if home is not None else ()
    fit = reader.find(Query(kind, (Where("number", "is", int(m[1])), *inside), limit=MANY))
    return _only(kind, said, fit)


def named_any(reader: Reader, said: str) -> tuple[type[Record], Record]:
    """By its key whatever it is, else by the name of a project, a person or anything else that has one."""
    if (keyed := _keyed(reader, said) or _of_any_file(reader, said.strip())) is not None:
        return keyed
    for kind in KINDS:
        if len(bare := said.strip().removesuffix(f" {kind.kind.one}")) < len(said.strip()) and (found := _found(reader, kind, bare)):
            return kind, found                             # “gate 2 milestone”
    tries = sorted(KINDS, key=lambda k: k.kind.within not in (None, "id"))
    for kind in tries:
        try:
            return kind, named(reader, kind, said)
        except Ambiguous:
            raise
        except NotFound:
            continue
    raise NotFound(f"I know nothing called “{said}”.")


def _keyed(reader: Reader, said: str) -> tuple[type[Record], Record] | None:
    """What its key tells the kind of; raises `NotFound` where neither we nor a file gave that key."""
    kind = next((kind for kind in KINDS if kind.kind.code and re.search(rf"(^|-){kind.kind.code}-?\d+(@|$)", said.strip(), re.I)), None)
    if kind is None:
        return None
    try:
        return kind, named(reader, kind, said)
    except NotFound:
        if (other := _of_any_file(reader, said.strip())) is None:
            raise
        return other


def _found(reader: Reader, kind: type[Record], said: str) -> Record | None:
    try:
        return named(reader, kind, said)
    except NotFound:
        return None


def is_of_team(said: str) -> bool:
    """Whether words mean the people of a team, and no key of one of them."""
    return said.lower() == OWN or OF_PROJECT.fullmatch(said) is not None


def referred_ids(reader: Reader, to: str, said: str) -> tuple[int, ...]:
    """The ids of what a condition's words refer to."""
    kind = BY_TABLE[to]
    if kind is Project and said.lower() in OWN_PROJECTS:
        return _own_projects(reader)
    if kind is Person and said.lower() == OWN:
        return own_team(reader)
    if (mine := _mine(reader, kind, said)) is not None:
        return mine
    if kind is Person and (of := OF_PROJECT.fullmatch(said)):
        return on_project(reader, named(reader, Project, of["project"]).id or 0)
    if kind is Project and said.lower().endswith(" projects") and (phases := phases_called(said[:-len(" projects")])):
        return _in_phases(reader, said, phases)
    return (named(reader, kind, said).id or 0,)


def _in_phases(reader: Reader, said: str, phases: Sequence[str]) -> tuple[int, ...]:
    found = tuple(p.id for p in reader.find(Query(Project, (Where("phase", "in", tuple(phases)),), fields=("id", "key"), limit=None)) if p.id)
    if not found:
        raise NotFound(f"There are no {said} that you may see.")
    return found


def _mine(reader: Reader, kind: type[Record], said: str) -> tuple[int, ...] | None:
    """ "My open tasks": those that who asks owns; None where something else is said. Raises `NotFound` where there is none."""
    m = MINE.fullmatch(said.strip())
    if m is None or m["kind"].lower() != kind.kind.many or not any(f.name == "owner_id" for f in fields(kind)):
        return None
    declared = next((asked for spoken, asked in kind.kind.sayings if m["open"] and "open" in split(spoken)), {})
    is_open = tuple(Where(name, "not in", split(words.removeprefix("not "))) for name, words in declared.items() if words.startswith("not "))
    found = tuple(row.id for row in reader.find(Query(kind, (Where("owner_id", "is", reader.asker.person), *is_open), limit=None)) if row.id)
    if not found:
        raise NotFound(f"You own no {'open ' if m['open'] else ''}{kind.kind.many}.")
    return found


def _own_projects(reader: Reader) -> tuple[int, ...]:
    """The projects that who asks leads or sponsors, or else those that they are on; raises `NotFound` where there is none."""
    me = reader.asker.person
    leads = [row.id for role in ("manager_id", "sponsor_id") for row in reader.find(Query(Project, (Where(role, "is", me),), limit=None))]
    found = leads or sorted(projects(reader))
    if not found:
        raise NotFound("You lead no project and are on none; name the projects that you mean.")
    return tuple(dict.fromkeys(id_ for id_ in found if id_))


def names(reader: Reader, kind: type[Record]) -> dict[str, str]:
    title = kind.kind.title
    return {getattr(row, title): row.key for row in reader.find(Query(kind, fields=("id", "key", title), limit=None))}


def measures(reader: Reader, kind: type[Record]) -> dict[str, str]:
    """What the records of a kind measure, where it keeps that with a value of now, each with its key."""
    if not {"measure", "current"} <= set(reader.columns(kind)):
        return {}
    return {said: row.key for row in reader.find(Query(kind, fields=("id", "key", "measure"), limit=None)) if (said := getattr(row, "measure", ""))}


def _by_key(reader: Reader, kind: type[R], said: str) -> R | None:
    said, _, home = said.partition("@")
    key = re.sub(r"\s+", "-", said.upper())
    exact = reader.find(Query(kind, (Where("key", "is", key),), limit=1))
    if exact:
        return exact[0]
    short = re.fullmatch(rf"#?(?:{kind.kind.code}-?)?(\d+)", key) if kind.kind.code and not said.isdigit() else None
    if short is None:
        return _of_file(reader, kind, said)
    fit = fitting(reader, kind, short[1])
    fit = [row for row in fit if row.key.startswith(f"{home.upper()}-{kind.kind.code}-")] or fit if home else fit
    if len(fit) > 1 and (mine := own(reader, kind, fit)) is not None:
        return mine
    if len(fit) > 1:
        raise Ambiguous(said, tuple(row.key for row in fit[:MANY]))
    if not fit and (other := _of_file(reader, kind, said)) is None:
        raise NotFound(f"There is no {kind.kind.one} “{said}”.")
    return fit[0] if fit else other


def _of_file(reader: Reader, kind: type[R], said: str) -> R | None:
    """By the key it has in the file it came from; raises `Ambiguous` where several of the kind have it."""
    keys = reader.bearing((said,)).get(said, ()) if MARK.fullmatch(said) else ()
    fit = reader.find(Query(kind, (Where("key", "in", tuple(keys)),), limit=MANY)) if keys else ()
    return _only(kind, said, fit) if fit else None


def _of_any_file(reader: Reader, said: str) -> tuple[type[Record], Record] | None:
    """The same of whatever kind."""
    keys = reader.bearing((said,)).get(said, ()) if MARK.fullmatch(said) else ()
    if len(keys) > 1:
        raise Ambiguous(said, tuple(keys[:MANY]))
    return next(((kind, row) for key in keys for kind in KINDS for row in reader.find(Query(kind, (Where("key", "is", key),), limit=1))), None)


def _by_listed_name(reader: Reader, kind: type[R], said: str) -> R:
    """For kinds few enough to know by heart: names may be shortened or misspelt."""
    if "@" in said and (mailed := _by_address(reader, kind, said)):
        return mailed
    known = names(reader, kind)
    exact = [key for name, key in known.items() if name.lower() == said.lower()]
    found = set(exact) or _heard(kind, said, known)
    shared = {key for name, key in known.items() if said.lower() in name.lower().split()}
    if not exact and len(found | shared) > 1:
        raise Ambiguous(said, tuple(sorted(name for name, key in known.items() if key in found | shared)))
    if found or shared:
        return reader.get(kind, (found or shared).pop())
    if (described := _described(reader, kind, said)) is not None:
        return described
    near = close_names(said, known)
    raise NotFound(f"I know no {kind.kind.one} “{said}”." + (f" Did you mean {' or '.join(near)}?" if near else ""))


def _by_address(reader: Reader, kind: type[R], said: str) -> R | None:
    """A person by e-mail address, whole and in any letters."""
    has = any(f.name == "email" for f in fields(kind)) and "email" in reader.columns(kind)
    fit = reader.find(Query(kind, (Where("email", "has", said.lower()),), limit=MANY)) if has else ()
    return next((row for row in fit if getattr(row, "email").lower() == said.lower()), None)  # noqa: B009 - not every kind has one


def _heard(kind: type[Record], said: str, known: dict[str, str]) -> set[str]:
    """The keys of the names in what was said, when it says nothing else: “Apolo Thirteen Hundred” is not Apollo."""
    spans = list(find_names(said, known))
    rest = said
    for span in reversed(spans):
        rest = rest[:span.start] + " " + rest[span.end:]
    left = set(re.findall(r"\w{2,}", rest.lower())) - {*words()["small"], *kind.kind.one.split(), *kind.kind.many.split()}
    return set() if left else {str(s.value) for s in spans}


def _described(reader: Reader, kind: type[R], said: str) -> R | None:
    """“The closed project”: the one that fits a choice of one of its fields, if only one does."""
    spoken = set(re.findall(r"[\w-]+", said.lower())) - {"one", *words()["small"], *kind.kind.one.split(), *kind.kind.many.split()}
    for f in fields(kind):
        meant = {c: c for c in f.choices} | {w: value for saying, value in f.says.words for w in split(saying)}
        for word, choice in meant.items():
            if spoken and set(word.lower().split()) == spoken:
                fit = reader.find(Query(kind, (Where(f.name, "is", choice),), limit=MANY))
                return _only(kind, said, fit)
    return None


def _by_title(reader: Reader, kind: type[R], said: str, home: int | None) -> R:
    title, inside = kind.kind.title, (Where("project_id", "is", home),) if home is not None else ()
    same = reader.find(Query(kind, (Where(title, "has", said), *inside), limit=MANY))
    exact = [row for row in same if getattr(row, title).lower() == said.lower()]
    if exact or same:
        return _only(kind, said, exact or same)
    spoken = [w for w in re.findall(r"\w{3,}", said) if w.lower() not in words()["small"]]
    partly = reader.find(Query(kind, tuple(Where(title, "has", w) for w in spoken) + inside, limit=MANY)) if spoken else ()
    if not partly:
        partly = _by_columns(reader, kind, spoken) or _by_beginnings(reader, kind, said, inside)
    if not partly:
        raise NotFound(f"There is no {kind.kind.one} “{said}”.")
    return _only(kind, said, partly)


def _by_beginnings(reader: Reader, kind: type[R], said: str, inside: tuple[Where, ...]) -> Sequence[R]:
    """Those whose titles are spoken of in other forms of their words: “the scanners' reading of old labels”."""
    title = kind.kind.title
    held = {row.key: row for row in reader.find(Query(kind, inside, fields=("id", "key", title), limit=None))}
    found = [str(span.value).split() for span in spoken_of(said, {key: getattr(row, title) for key, row in held.items()})]
    return [reader.get(kind, key) for key in found[0][:MANY]] if len(found) == 1 else ()


def _by_columns(reader: Reader, kind: type[R], spoken: Sequence[str]) -> Sequence[R]:
    """Those that another short text of theirs tells: “the Studio Halbig contract” by its supplier."""
    seen = reader.columns(kind)
    for f in (f for f in fields(kind) if f.name in kind.kind.columns and f.name in seen and f.type is str and spoken):
        if found := reader.find(Query(kind, tuple(Where(f.name, "has", w) for w in spoken), limit=MANY)):
            return found
    return ()


def _only(kind: type[R], said: str, fit: Sequence[R]) -> R:
    if len(fit) > 1:
        raise Ambiguous(said, tuple(f"{row.key} {getattr(row, kind.kind.title)}" for row in fit))
    if not fit:
        raise NotFound(f"There is no {kind.kind.one} “{said}”.")
    return fit[0]


def _one(reader: Reader, kind: type[R], said: str, where: tuple[Where, ...]) -> R:
    return _only(kind, said, reader.find(Query(kind, where, limit=2)))
