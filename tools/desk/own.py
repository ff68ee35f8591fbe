"""Whose a record is that several short keys fit: “T-9” is the asker's own task, or that of the only project of theirs that has one."""
from collections.abc import Iterator, Mapping, Sequence
import re

from records.kinds import KINDS, Membership, Person, Project, Task
from records.kinds.base import R, Record, fields
from records.kinds.project import ENDED
from records.kinds.task import ENDED as DONE
from records.query import Query, Where
from records.reading import Reader

TAKEN = "I took {said} to be {key}, which is {whose}; other projects have a {said}, too."
OVER = (*DONE, "closed", "resolved", "rejected", "implemented")
CODED = {k.kind.code: k for k in KINDS if k.kind.code and k.kind.within == "project_id"}
SHORT = re.compile(rf"(?<![\w-])(?P<code>{'|'.join(CODED)})-(?P<n>\d+)(?![\w@-])", re.I)


def fitting(reader: Reader, kind: type[R], number: str) -> Sequence[R]:
    """Every record of the kind that the asker may see whose key ends so, whatever its project."""
    end = f"-{kind.kind.code}-{number}"
    return [row for row in reader.find(Query(kind, (Where("key", "has", end),), limit=None)) if row.key.endswith(end)]


def own(reader: Reader, kind: type[R], fit: Sequence[R]) -> R | None:
    """The only one among them that names the asker, or else that is of a project of theirs, of several the only open one; None where it stays open."""
    mine = [row for row in fit if names_asker(reader, kind, row)]
    home = frozenset[int]() if mine else projects(reader)
    theirs = mine or [row for row in fit if getattr(row, "project_id", None) in home]
    theirs = [row for row in theirs if getattr(row, "status", "") not in OVER] or theirs
    return theirs[0] if len(theirs) == 1 else None


def names_asker(reader: Reader, kind: type[Record], row: Record) -> bool:
    """Whether somebody whom a record names is the asker: its owner, its manager, who decides."""
    return any(getattr(row, f.name, None) == reader.asker.person for f in fields(kind) if f.refers == Person.__tablename__)


def projects(reader: Reader) -> frozenset[int]:
    """The running projects that the asker leads, has a place on or has open work in."""
    me = reader.asker.person
    found = {m.project_id for m in reader.find(Query(Membership, (Where("person_id", "is", me),), limit=None))}
    found |= {t.project_id for t in reader.find(Query(Task, (Where("owner_id", "is", me), Where("status", "not in", DONE)), limit=None))}
    running = reader.find(Query(Project, (Where("phase", "not in", ENDED),), limit=None))
    return frozenset(p.id for p in running if p.id is not None and (p.id in found or p.manager_id == me))


def taken(reader: Reader, said: Mapping[str, object]) -> str:
    """What a short key of a call was taken to be, where other projects have one of that number."""
    texts = list(_texts(said))
    keys = [] if any("project" in each for each in (said, said.get("where")) if isinstance(each, Mapping)) else [
        m for text in texts for m in SHORT.finditer(text)]
    told = dict[str, str]()
    for m in keys:
        kind = CODED[m["code"].upper()]
        fit = fitting(reader, kind, m["n"])
        if len(fit) > 1 and (row := own(reader, kind, fit)) is not None:
            told[row.key] = TAKEN.format(said=m[0].upper(), key=row.key, whose="yours" if names_asker(reader, kind, row) else "of your project")
    return " ".join(told.values())


def _texts(said: Mapping[str, object]) -> Iterator[str]:
    for each in said.values():
        if isinstance(each, Mapping):
            yield from _texts(each)
        elif isinstance(each, str):
            yield each
