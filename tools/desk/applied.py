"""What a clause comes to in the project that a question names: how its gate stands in the records, and who holds the roles that the clause speaks of."""
from collections.abc import Iterator, Sequence
import re

from knowledge.searching import Hit
from records.kinds import Criterion, Gate, Person, Project
from records.query import Query, Where
from reports.blocks import Block, Source, Sources, Table, Text
from reports.telling import day
from tools.desk import Desk
from tools.desk.ungated import milestones

GATE, NEXT = re.compile(r"\bgate (?P<number>\d{1,2})\b", re.I), re.compile(r"\bnext gate\b", re.I)
WHO = re.compile(r"\b(?:who|whom|whose|approv\w+|sign|decide|consent)\b", re.I)
ROLES = (("project manager", "manager_id"), ("sponsor", "sponsor_id"))
PASSED = ("go", "conditional go")
SETTLED = ("met", "waived")


def applied(desk: Desk, question: str, project: Project, hits: Sequence[Hit]) -> Iterator[Block]:
    """Nothing where the question names neither a gate nor who may."""
    if named := GATE.search(question):
        yield from _gate(desk, project, int(named["number"]))
    if hits and WHO.search(question):
        yield from _holders(desk, question, project, hits[0].text.lower())


def with_number(desk: Desk, question: str, project: Project) -> str:
    """The question with the number of the project's next gate, the first that is not passed, where only “the next gate” is said."""
    if not NEXT.search(question):
        return question
    gates = sorted(desk.reader.find(Query(Gate, (Where("project_id", "is", project.id),), limit=None)), key=lambda g: g.number)
    coming = next((g.number for g in gates if g.decision not in PASSED), None)
    return NEXT.sub(f"gate {coming}", question) if coming is not None else question


def _gate(desk: Desk, project: Project, number: int) -> Iterator[Block]:
    """Its criteria, those first that are missing."""
    of_project = Where("project_id", "is", project.id)
    gate = next(iter(desk.reader.find(Query(Gate, (of_project, Where("number", "is", number))))), None)
    if gate is None:
        there = "".join(f" Its milestone {m.key} {m.title} was reached on {day(m.actual)} without a recorded decision." if m.actual else
                        f" Its milestone {m.key} {m.title} is expected on {day(m.forecast or m.planned)}." for m in milestones(desk, number, project))
        yield Text(f"The records hold no gate {number} of {project.name}: nobody has noted which of this is there.{there}")
        return
    rows = sorted(desk.reader.find(Query(Criterion, (of_project, Where("gate_id", "is", gate.id)), limit=None)), key=lambda c: (c.status in SETTLED, c.key))
    missing = sum(c.status not in SETTLED for c in rows)
    told = f"{missing} of {len(rows)} criteria that are noted for it are missing" if rows else "no criteria are noted for it"
    yield Text(f"In the records gate {number} of {project.name} is {gate.decision}; {told}.")
    if rows:
        yield Table("", ("criterion", "status", "evidence"), tuple((c.title, c.status, c.evidence) for c in rows), tuple(c.key for c in rows))
    yield Sources((Source("record", gate.key, gate.title),))


def _holders(desk: Desk, question: str, project: Project, clause: str) -> Iterator[Block]:
    """Whom a clause means in this project, and whether who is asked about is one of them."""
    people = desk.reader.labels(Person)
    holders = {people[who]: role for role, field in ROLES if role in clause and (who := getattr(project, field)) in people}
    if holders:
        other = next((name for name in people.values() if name not in holders and _names(question, name)), "")
        not_they = f" {other} is {'neither' if len(holders) > 1 else 'not'}." if other else ""
        yield Text(f"For {project.name} that is {' and '.join(f'the {role} {name}' for name, role in holders.items())}.{not_they}")
        yield Sources((Source("record", project.key, project.name),))


def _names(question: str, name: str) -> bool:
    """Whether a question names somebody, in full or by their first name."""
    return re.search(rf"(?<!\w)(?:{re.escape(name)}|{re.escape(name.partition(' ')[0])})(?!\w)", question) is not None
