"""What stands on a clause: the rules that ask for it, where they are broken today, and the criteria of gates that name it."""
from collections import Counter
from collections.abc import Iterable, Iterator
import re

from knowledge.searching import Hit
from records.kinds import Clause, Criterion, Document, Objective, Project
from records.query import Query, Where
from records.rules import COMPLIANCE
from records.rules.base import Rule
from reports.blocks import Block, Source, Sources, Table
from reports.compliance import Broken, broken
from reports.portfolio import visible
from reports.telling import few
from tools.desk import Desk

FEW = 5
BARE = re.compile(r"\b(?:section|clause|chapter|paragraph|handbook)s?\b|[§\d.,\s]")      # what a clause may say that names no document


def broken_by(desk: Desk) -> list[Broken]:
    """What breaks the rules of compliance today, as far as the asker may see."""
    goals = desk.reader.find(Query(Objective, (Where("status", "is", "active"),), limit=None))
    return [*broken(desk.book(*visible(desk.reader)), Project), *broken(desk.book(*goals), Objective),
            *broken(desk.book(*desk.reader.find(Query(Document, limit=None))), Document)]


def clauses(desk: Desk, rules: Iterable[Rule]) -> Iterator[Block]:
    """The clauses of some rules, to be opened, where the documents hold them."""
    book = desk.book()
    found = (desk.search.clause(*book.cites(rule)) for rule in rules)
    if items := tuple({h.key: Source("section", h.key, h.title, h.edition, h.page, h.path, h.place, h.effective) for h in found if h}.values()):
        yield Sources(items)


def standing_on(desk: Desk, hit: Hit) -> Iterator[Block]:
    """A table of what stands on a section; nothing where nothing does."""
    document = next(iter(desk.reader.find(Query(Document, (Where("key", "is", hit.document),)))), None)
    number = hit.key.partition("/")[2]
    if document is None:
        return
    rows = [*_rules(desk, document.title, number), *_criteria(desk, document.title, number)]
    if rows:
        yield Table("What stands on this clause", ("what", "says", "where it is not kept today"), tuple(row for _, row in rows), tuple(key for key, _ in rows))


def _rules(desk: Desk, title: str, number: str) -> Iterator[tuple[str, tuple[str, str, str]]]:
    asking = [c for c in desk.reader.find(Query(Clause, (Where("section", "is", number),), limit=None)) if c.document.lower() == title.lower()]
    found = broken_by(desk) if asking else []
    for clause in asking:
        rule = next((r for r in COMPLIANCE if r.title == clause.rule), None)
        keys = tuple(dict.fromkeys(key for b in found if b.rule is rule for key in b.finding.keys[:1] or (b.record.key,)))
        yield clause.key, (f"rule “{clause.rule}”", clause.says or (rule.clause if rule and "{" not in rule.clause else ""), few(keys, FEW) or "–")


def _criteria(desk: Desk, title: str, number: str) -> Iterator[tuple[str, tuple[str, str, str]]]:
    exactly = re.compile(rf"(?<![\d.]){re.escape(number)}(?!\.?\d)")
    for row in desk.reader.find(Query(Criterion, (Where("clause", "has", number),), limit=None)):
        if exactly.search(row.clause) and _is_of(desk, row.clause, title):
            yield row.key, (f"criterion of a gate ({row.status})", row.title, "" if row.status in ("met", "waived") else row.key)


def _is_of(desk: Desk, said: str, title: str) -> bool:
    """Whether a criterion names this document; one that names none means the document that most rules cite."""
    if BARE.sub("", said.lower()):
        return title.lower() in said.lower()
    cited = Counter(c.document.lower() for c in desk.reader.find(Query(Clause, limit=None)) if c.document)
    return bool(cited) and cited.most_common(1)[0][0] == title.lower()
