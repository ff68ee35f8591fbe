"""What breaks the rules of the office: each finding with the clause, the records and the person who can put it right, and how it was weeks ago."""
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from records.computing import Book
from records.figures.base import counted
from records.kinds import Clause, Document, Objective, Project
from records.kinds.base import Record
from records.query import Query, Where
from records.rules import COMPLIANCE
from records.rules.base import Finding, Rule
from records.verdicts import RANK
from reports.blocks import Block, Card, Table, Text
from reports.telling import SHAPES, few, person

WEEKS = (4, 3, 2, 1)                            # how far the trend looks back
MOST = 40                                       # findings shown, the worst first; the rest is counted
FEW = 5                                         # keys in one cell
BUILT_IN = "our own rule, no clause of your handbook"


@dataclass(frozen=True)
class Broken:
    """One finding of one rule on one record."""
    record: Record
    rule: Rule
    finding: Finding


def broken(book: Book, of: type[Record] = Project) -> list[Broken]:
    """Everything that the rules of compliance find on the records of a book, the worst first."""
    rules = [rule for rule in COMPLIANCE if rule.of is of]
    found = [Broken(record, rule, finding) for record in book.records for rule, finding in book.findings(record, rules)]
    return sorted(found, key=lambda b: RANK[b.finding.severity])


def asked_by(book: Book, rules: Sequence[Rule]) -> Mapping[Rule, str]:
    """What each rule asks for: in the office's words, with where they stand, or as a rule that Project Assistant brings along."""
    own = _own(book)
    return {rule: book.clause(rule) if rule.title in own else f"{book.clause(rule)} ({BUILT_IN})" for rule in rules}


def _own(book: Book) -> frozenset[str]:
    """The rules that the office's handbook holds."""
    return frozenset(c.rule for c in book.reader.find(Query(Clause, limit=None)) if c.says or c.document)


def _called(book: Book, rules: Sequence[Rule]) -> str:
    """“23 rules of the handbook”, where it holds them all."""
    own = _own(book)
    held = sum(rule.title in own for rule in rules)
    rest = len(rules) - held
    of = " of the handbook" if not rest else f" ({held} of the handbook, {rest} our own)" if held else " (our own, none of your handbook)"
    return f"{counted(len(rules), 'rule')}{of}"


def of_one(book: Book, project: Project, now: datetime) -> list[Block]:
    """Whether a project keeps to the handbook, in a sentence and a row for each thing to put right."""
    found = broken(book)
    asked = [rule for rule in COMPLIANCE if rule.of is Project and book.enforces(rule)]
    rules = {b.rule for b in found}
    if not found:
        return [Card(f"{project.name} keeps all {_called(book, asked)}", "green"), *_unjudged(book, asked), *_trend(book, len(found), now)]
    said = f"{project.name} breaks {len(rules)} of {_called(book, asked)}, in {counted(len(found), 'place')}"
    return [_lead(said, found), _findings(book, found), *_unjudged(book, asked), *_trend(book, len(found), now)]


def of_all(book: Book, now: datetime) -> list[Block]:
    """The projects and objectives that keep to the handbook least, and everything to put right."""
    goals = book.reader.find(Query(Objective, (Where("status", "is", "active"),), limit=None))
    papers = book.reader.find(Query(Document, limit=None))
    found = [*broken(book), *broken(Book(book.reader, goals, book.today), Objective), *broken(Book(book.reader, papers, book.today), Document)]
    ours = sum(b.rule.of is Project for b in found)
    clean = len(book.records) - len({b.record.key for b in found if b.rule.of is Project})
    keep = "to the handbook" if _own(book).issuperset(rule.title for rule in COMPLIANCE if book.enforces(rule)) else "all rules"
    said = f"{clean} of {counted(len(book.records), 'project')} keep {keep}; {counted(len(found), 'thing')} to put right"
    return [_lead(said, found), *([_by_rule(book, found), _findings(book, found)] if found else []), *_trend(book, ours, now)]


def _lead(said: str, found: Sequence[Broken]) -> Card:
    return Card(said, found[0].finding.severity if found else "green")


def _findings(book: Book, found: Sequence[Broken]) -> Table:
    asks = asked_by(book, [b.rule for b in found[:MOST]])
    rows = tuple((b.finding.says, f"{SHAPES[b.finding.severity]} {b.rule.title}", asks[b.rule], person(book, b.finding.who)) for b in found[:MOST])
    left = len(found) - len(rows)
    return Table("To put right", ("what", "rule", "what is asked", "who can act"), rows,
                 tuple((b.finding.keys or (b.record.key,))[0] for b in found[:MOST]), f"and {left} more" if left else "")


def _by_rule(book: Book, found: Sequence[Broken]) -> Table:
    counts = Counter(b.rule for b in found)
    homes = {rule: list(dict.fromkeys(b.record.key for b in found if b.rule is rule)) for rule in counts}
    asks = asked_by(book, list(counts))
    rows = tuple((rule.title, str(number), few(homes[rule], FEW), asks[rule]) for rule, number in counts.most_common())
    return Table("By rule", ("rule", "findings", "where", "what is asked"), rows)


def _unjudged(book: Book, asked: Sequence[Rule]) -> Iterator[Text]:
    silent = [rule.title for rule in asked if book.unseen(rule)]
    if silent:
        yield Text(f"Not checked, as you may not see what they rest on: {', '.join(silent)}.")


def _trend(book: Book, today: int, now: datetime) -> Iterator[Card]:
    """How many findings there were in the weeks before, of the same projects, as the records stood then; and how many there are today."""
    said = []
    for weeks in WEEKS:
        day = now.date() - timedelta(weeks=weeks)
        past = book.then(Project, day)
        if past.reader.latest_position():
            said.append(f"{day:%-d %b}: {len(broken(past))}" if past.records else f"{day:%-d %b}: –")
    if said:
        yield Card("Findings over time", "plain", (" → ".join([*said, f"today: {today}"]),))
