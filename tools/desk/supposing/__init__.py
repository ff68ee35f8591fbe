"""From “what if ...” to wishes that are laid over the records and never written."""
from collections.abc import Sequence
from datetime import date
import re

from language.names import find_names
from records.errors import BadInput, NotFound
from records.kinds import Milestone, Person, Project, Task
from records.kinds.base import Record
from records.kinds.project import ENDED
from records.query import Query, Where
from records.reading import Reader
from tools.desk import naming
from tools.desk.supposing import plan, worth
from tools.desk.supposing.apart import apart
from tools.desk.supposing.base import Supposition
from tools.desk.supposing.heard import Heard, in_figures
from tools.desk.supposing.unmoved import unmoved_by

__all__ = ["Supposition", "suppositions", "unmoved_by"]

KEY = re.compile(r"(?<![\w-])(?:[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-)?(?:T|MS|R)-\d+(?![\w-])", re.I)
SLIPS = re.compile(r"\b(?:slips?|late|later|delay(?:ed|s)?|postponed?|earlier|starts?|finish(?:es)?|longer|ends?)\b")
TITLED = re.compile(r"\b(?:if|that|suppose|assume|when)\s+(?:the\s+|our\s+)?(?P<title>[\w' -]{3,80}?)\s+"
                    r"(?:slips?|takes?|is|comes?|moves?|needs?|gets?|lasts?|finish(?:es)?|starts?|was|were)\b")
CAN = ("I can suppose another discount rate, benefits or costs that change or come later, a changed budget, another weight of the board, a task, "
       "milestone or project that takes longer or slips, a risk that happens, and a person who is away or leaves. Say such as “what if the benefits of {} "
       "come six months later?”")


def suppositions(reader: Reader, said: str, record: tuple[type[Record], Record] | None, today: date) -> Sequence[Supposition]:
    """Each thing that is supposed; `record` is what is spoken of where the words name nothing. Raises `BadInput` saying what can be."""
    whole = _whose(reader, said, record)
    return [_one(reader, part, _whose(reader, part, None) or whole, today) for part in apart(said, today)]


def _one(reader: Reader, said: str, whose: list[tuple[type[Record], Record]], today: date) -> Supposition:
    heard = Heard(in_figures(_plain(reader, said)), today)
    for kind, row in whose:
        if kind not in (Project, Person):
            return plan.of_record(heard, kind, row, _home(reader, row))
    people = [row for kind, row in whose if kind is Person]
    if people and (plan.LEAVES.search(heard.text) or plan.AWAY.search(heard.text)):
        return plan.of_person(reader, heard, people[0])  # type: ignore[arg-type]
    named = [row for kind, row in whose if kind is Project]
    projects: Sequence[Project] = named or reader.find(Query(Project, (Where("phase", "not in", ENDED),), limit=None))  # type: ignore[assignment]
    if (found := worth.supposed(reader, heard, projects)) is not None:
        return found
    if named and SLIPS.search(heard.text):
        return plan.of_project(reader, heard, projects)
    if not named and (titled := _titled(reader, heard)) is not None:
        return plan.of_record(heard, *titled, _home(reader, titled[1]))
    raise BadInput(CAN.format(projects[0].name if projects else "Apollo"))


def _titled(reader: Reader, heard: Heard) -> tuple[type[Record], Record] | None:
    """The milestone or task whose title is said before its verb: “what if the pilot slips by three weeks”."""
    m = TITLED.search(heard.text) if heard.length else None
    for kind in (Milestone, Task) if m else ():
        try:
            return kind, naming.named(reader, kind, m["title"] if m else "")
        except NotFound:
            continue
    return None


def _whose(reader: Reader, said: str, record: tuple[type[Record], Record] | None) -> list[tuple[type[Record], Record]]:
    """The records that are named, by key before by name; else what is spoken of."""
    found = [naming.named_any(reader, m[0]) for m in KEY.finditer(said)]
    for kind in (Person, Project):
        found += [(kind, reader.get(kind, str(span.value))) for span in find_names(said, _names(reader, kind))]
    return found or ([record] if record else [])


def _names(reader: Reader, kind: type[Record]) -> dict[str, str]:
    keys = {row.key: row.key for row in reader.find(Query(kind, fields=("id", "key"), limit=None))} if kind is Project else {}
    return keys | naming.names(reader, kind)


def _plain(reader: Reader, said: str) -> str:
    """Small letters, without keys and names, so that nothing inside them is read."""
    spans = [(m.start(), m.end()) for m in KEY.finditer(said)]
    spans += [(s.start, s.end) for kind in (Person, Project) for s in find_names(said, _names(reader, kind))]
    for start, end in sorted(spans, reverse=True):
        said = said[:start] + "…" + said[end:]
    return re.sub(r"…['’]s?(?!\w)", "…", said).lower()


def _home(reader: Reader, row: Record) -> Project:
    (home,) = reader.find(Query(Project, (Where("id", "is", getattr(row, "project_id", None)),), limit=1))
    return home


