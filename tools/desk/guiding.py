"""What the asker's own records show of what the documents say: figures of a project beside a lesson on them, a record beside how such a one is written,
how a project stands to a clause."""
from collections.abc import Iterator, Sequence
import re

from knowledge.searching import Hit
from records.figures import FIGURES
from records.figures.base import Figure
from records.kinds import KINDS, Person, Project
from records.kinds.base import Record, fields
from records.query import Query, Where
from reports.blocks import Block, Card, Source, Sources, Text
from reports.telling import facts
from tools.desk import Desk
from tools.desk.applied import applied, with_number
from tools.desk.wording import shown

TEACHES = re.compile(r"\b(?:teach|train(?:ing)?|learn(?:ing)?|explain|course|introduction|introduce|understand|how does .+ work|what is .+ about)\b", re.I)
WRITES = re.compile(r"\bhow (?:do|should|can|must|would) (?:i|we|you|one) (?:write|word|describe|formulate|phrase|document|enter|record|fill (?:in|out))\b"
                    r"|\b(?:good|bad) example|\bexample of\b|\bhow is (?:an? )?.+ written\b", re.I)
MOST_FIGURES, MOST_LINES = 8, 8
SHORTEST = 2                            # letters of an abbreviation that names a figure, such as EV
UNTOLD = ("id", "key", "version", "archived", "project_id")


def at_gate(desk: Desk, question: str) -> str:
    """The question with the gate's number for “the next gate” of a project."""
    project = _project(desk, question)
    return with_number(desk, question, project) if project else question


def without_project(desk: Desk, question: str) -> str:
    """The question without the project it names: no document speaks of that."""
    project = _project(desk, question)
    names = "|".join(re.escape(n) for n in (project.name, project.key)) if project else ""
    return re.sub(rf"(?:\b(?:with|from|on|of|for|by|in) )?\b(?:{names})(?:['’]s?)?(?: (?:own )?(?:figures|numbers|data|records))?(?!\w)", "", question,
                  flags=re.I) if names else question


def without_people(desk: Desk, question: str) -> str:
    """The question with “somebody” for whom it names, in full or by their first name: documents speak of roles."""
    people = desk.names(Person)
    known = {*people, *(name.partition(" ")[0] for name in people)}
    named = sorted((name for name in known if len(name) >= SHORTEST and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", question)), key=len, reverse=True)
    return re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, named))})(?!\w)", "somebody", question) if named else question


def teaches(question: str) -> bool:
    return bool(TEACHES.search(question))


def beside(desk: Desk, question: str, hits: Sequence[Hit]) -> Iterator[Block]:
    """Figures of the project that is named; one record of the kind that is to be written; how a clause is met there. Nothing where none is asked for."""
    project = _project(desk, question)
    if project and teaches(question):
        yield from _figures(desk, project, " ".join((question, *(h.text for h in hits))))
    elif WRITES.search(question) and (kind := _kind(question)):
        yield from _example(desk, kind, project)
    elif project:
        yield from applied(desk, question, project, hits)


def _figures(desk: Desk, project: Project, said: str) -> Iterator[Block]:
    """The figures that a lesson speaks of, in its order."""
    places = {f: at for f in FIGURES if f.of is Project and (at := _at(f, said)) is not None}
    told = tuple(facts(desk.book(project), project, sorted(places, key=lambda f: places[f])[:MOST_FIGURES]))
    if told:
        yield Text(f"With {project.name}'s figures of today:")
        yield from told
        yield Sources((Source("record", project.key, project.name),))


def _at(figure: Figure, said: str) -> int | None:
    """Where a text names a figure by its title, or in capitals."""
    names = (rf"(?i:\b{re.escape(figure.title)}\b)", *(rf"\b{re.escape(n)}\b" for n in map(str.strip, figure.also.split(","))
                                                         if n.isupper() and len(n) >= SHORTEST))
    found = [m.start() for name in names if (m := re.search(name, said))]
    return min(found, default=None)


def _example(desk: Desk, kind: type[Record], project: Project | None) -> Iterator[Block]:
    """The record of a kind that most is written in: of the project that is named, else of any."""
    where = (Where("project_id", "is", project.id),) if project and "project_id" in kind.model_fields else ()
    rows = desk.reader.find(Query(kind, where, limit=None))
    best = max(rows, key=lambda row: (len(_lines(desk, kind, row)), row.key), default=None)
    if best is None:
        return
    title = str(getattr(best, kind.kind.title))
    yield Card(f"For example {best.key} {title}", "plain", _lines(desk, kind, best)[:MOST_LINES], (best.key,))
    yield Sources((Source("record", best.key, title),))


def _lines(desk: Desk, kind: type[Record], row: Record) -> tuple[str, ...]:
    known = desk.reader.columns(kind)
    return tuple(f"{f.label}: {text}" for f in fields(kind) if f.name in known and f.name not in (*UNTOLD, kind.kind.title)
                 and (text := shown(desk.reader, f, getattr(row, f.name))))


def _project(desk: Desk, question: str) -> Project | None:
    """The project that a question names, of those the asker may see."""
    said = question.lower()
    named = [name for name in desk.names(Project) if re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", said)]
    return desk.named(Project, max(named, key=len)) if named else None


def _kind(question: str) -> type[Record] | None:
    """The kind of record that is to be written."""
    found = [kind for kind in KINDS if re.search(rf"\b(?:{kind.kind.one}|{kind.kind.many})\b", question, re.I)]
    return max(found, key=lambda kind: len(kind.kind.one), default=None)
