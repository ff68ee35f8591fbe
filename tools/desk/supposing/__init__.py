"""From “what if ...” to wishes that are laid over the records and never written."""
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
import re
from typing import cast

from language.names import find_names
from records.computing import Book
from records.errors import BadInput, NotFound
from records.kinds import Milestone, Person, Project, Task
from records.kinds.base import Record
from records.kinds.project import ENDED
from records.query import Query, Where
from records.reading import Reader
from tools.desk import naming
from tools.desk.supposing import plan, worth
from tools.desk.supposing.apart import LEAD, SUBJECT, apart, clauses, is_told
from tools.desk.supposing.base import Supposition
from tools.desk.supposing.heard import Heard, in_figures
from tools.desk.supposing.measures import EVENT, measures
from tools.desk.supposing.unmoved import unmoved_by
from tools.desk.supposing.worth import MONEY, VALUE

__all__ = ["LEFT", "MONEY", "VALUE", "Supposition", "clauses", "is_told", "suppositions", "unmoved_by"]

Named = tuple[type[Record], Record]

KEY = re.compile(r"(?<![\w-])(?:[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-)?(?:T|MS|R)-\d+(?![\w-])", re.I)
SLIPS = re.compile(r"\b(?:slips?|late|later|delay(?:ed|s)?|postponed?|earlier|starts?|finish(?:es)?|longer|ends?)\b")
TITLED = re.compile(r"(?:^|\b(?:if|that|suppose|assume|when)\s+)(?:the\s+|our\s+)?(?P<title>[\w' -]{3,80}?)(?: (?:of|on|in|for) …)?\s+"
                    r"(?:slips?|takes?|is|are|comes?|arrives?|moves?|needs?|gets?|lasts?|finish(?:es)?|starts?|was|were)\b")
VERBS = (r"(?:slips?|slipped|takes?|took|is|are|was|were|comes?|came|arrives?|arrived|moves?|moved|needs?|needed|gets?|got|lasts?|lasted|finish(?:es|ed)?|"
         r"starts?|started|ends?|ended|(?:would|will|should|could) (?:be|come|slip|take|arrive|move|need|finish|start|end|get))")
IF_TITLED = re.compile(rf"\b(?:if|suppos(?:e|ing)|assum(?:e|ing)|when)\s+(?:that\s+)?(?:the\s+|our\s+)?(?P<title>[\w'-]+(?: [\w'-]+){{0,7}}?)\s+{VERBS}\b")
OF_PROJECT = re.compile(r"\w (?:of|on|in|for) …")
PRONOUN = re.compile(r"(?:what|it|this|that|they|we|both|all|everything|the |our |whole |project |work |delivery )+", re.I)
WHOLE = re.compile(r"(?:the )?(?:finish|end|plan|schedule|timeline|deadline|launch|go-?live|completion|closing|rest)", re.I)
LEFT = "I cannot compute “{words}” with that, so it is left out."
CAN = ("I can suppose another discount rate, benefits or costs that change or come later, a changed budget, another weight of the board, a task, "
       "milestone or project that takes longer or slips, a risk that happens, and a person who is away or leaves. Say such as “what if the benefits of {} "
       "come six months later?”")


def suppositions(reader: Reader, said: str, record: tuple[type[Record], Record] | None, today: date) -> Sequence[Supposition]:
    """Each thing that is supposed, laid over those before it; `record` is what is spoken of where the words name nothing. What of the words cannot be
    supposed is told by the first one. Raises `BadInput` saying what can be where none of them can."""
    whole = _whose(reader, said, record)
    parts = apart(said, today)
    found, missed, failed, before = list[Supposition](), list[str](), list[BadInput | NotFound](), list[Named]()
    for part in parts:
        own = _whose(reader, part, None)
        whose = _meant(reader, part, own, before or whole, today)
        try:
            several = _each(_after(reader, found, today), part, whose, today, is_first=not before)
        except (BadInput, NotFound) as why:
            missed.append(LEFT.format(words=LEAD.sub("", part).strip(" ?.!,")))
            failed.append(why)
            continue
        found += several
        before = own or before
        missed += [LEFT.format(words=words) for sort, words in measures(part, today).items() if sort not in several[0].by and sort != EVENT]
    if not found:
        raise failed[0]
    return [replace(found[0], left=tuple(missed)), *found[1:]]


def _after(reader: Reader, found: Sequence[Supposition], today: date) -> Reader:
    """The records as they would be after what is supposed so far."""
    return Book(reader, (), today).supposing([w for s in found for w in s.wishes]).reader


def _meant(reader: Reader, part: str, own: list[Named], before: list[Named], today: date) -> list[Named]:
    """Whose records a part is about: its own, with the project spoken of before where it names people only and is not about these."""
    if own and (any(kind is not Person for kind, _ in own) or EVENT in measures(part, today)):
        return own
    homes = [(Project, row if kind is Project else _home(reader, row)) for kind, row in before if kind is not Person]
    is_of_money = any(said.search(part) for said in SUBJECT.values())
    return [*own, *(homes if is_of_money or own else before)] if homes else own or before


def _each(reader: Reader, said: str, whose: list[Named], today: date, *, is_first: bool) -> list[Supposition]:
    """What is supposed by one part, of each person or record that it names alike."""
    heard = Heard(in_figures(_plain(reader, said)), today)
    records = [(kind, row) for kind, row in whose if kind not in (Project, Person)]
    if records and _whose(reader, said, None):
        return [plan.of_record(heard, kind, row, _home(reader, row)) for kind, row in records]
    people = [row for kind, row in whose if kind is Person]
    if people and (plan.LEAVES.search(heard.text) or plan.AWAY.search(heard.text)):
        return [plan.of_person(reader, heard, cast("Person", row)) for row in people]
    named = [cast("Project", row) for kind, row in whose if kind is Project]
    titled = _titled(reader, heard, named) if records or not is_first or not named or OF_PROJECT.search(heard.text) or IF_TITLED.search(heard.text) else None
    if records and titled is None:
        return [plan.of_record(heard, kind, row, _home(reader, row)) for kind, row in records]
    projects: Sequence[Project] = named or reader.find(Query(Project, (Where("phase", "not in", ENDED),), limit=None))
    if titled is None and (found := worth.supposed(reader, heard, projects)) is not None:
        return [found]
    if titled is not None:
        found, key = plan.of_record(heard, *titled, _home(reader, titled[1])), titled[1].key
        return [replace(found, said=found.said.replace(key, f"{key} “{getattr(titled[1], 'title', '')}”", 1))]
    if named and heard.length and (SLIPS.search(heard.text) or not is_first):
        made, unknown = plan.of_project(reader, heard, projects), _unknown(heard)
        return [replace(made, said=f"{made.said} as a whole, for I know no task or milestone “{unknown}”") if unknown else made]
    raise BadInput(CAN.format(projects[0].name if projects else "Apollo"))


def _titled(reader: Reader, heard: Heard, inside: Sequence[Project]) -> Named | None:
    """The milestone or task whose title is said before its verb: “what if the pilot slips by three weeks”."""
    m = (IF_TITLED.search(heard.text) or TITLED.search(heard.text)) if heard.length or heard.day else None
    if m is None or PRONOUN.fullmatch(m["title"]) or any(said.search(m["title"]) for said in SUBJECT.values()):
        return None
    for kind in (Milestone, Task):
        for home in [p.id for p in inside] or [None]:
            try:
                return kind, naming.named(reader, kind, m["title"], home)
            except NotFound:
                continue
    return None


def _unknown(heard: Heard) -> str:
    """What of a project is said to come later, by words that no title holds: “the cutover of Apollo”."""
    m = TITLED.search(heard.text) if OF_PROJECT.search(heard.text) else IF_TITLED.search(heard.text)
    title = re.sub(r"\b(?:of|on|in|for)$", "", m["title"]).strip() if m else ""
    return "" if not title or PRONOUN.fullmatch(title) or WHOLE.fullmatch(title) or any(said.search(title) for said in SUBJECT.values()) else title


def _whose(reader: Reader, said: str, record: Named | None) -> list[Named]:
    """The records that are named, by key before by name; else what is spoken of."""
    found = [naming.named_any(reader, m[0]) for m in KEY.finditer(said)]
    for kind in (Person, Project):
        found += [(kind, reader.get(kind, str(span.value))) for span in find_names(said, _names(reader, kind))]
    return found or ([record] if record and (record[0] in (Project, Person) or record[0].kind.within == "project_id") else [])


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


