"""Which projects got worse or better in a time: their verdicts on delivery and on value then and now, with what moved the most."""
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from records.kinds import Project
from records.kinds.project import ENDED
from records.query import Query, Where
from records.rules.base import Finding, Rule
from records.verdicts import Verdict, delivery, value
from reports.blocks import Block, Table, Text
from reports.telling import day
from reports.then import as_it_was
from tools.desk import Desk

FEW = 3                                          # findings that are new, told of each
ORDER = (("on track", "worth it"), ("delayed",), ("at risk", "doubtful"), ("off track", "no longer as promised"), ("no longer worth it",))       # worst last
ASKED = (("delivered well?", delivery), ("still worth it?", value))
HEAD = ("project", "asked", "then", "now")
Row = tuple[str, str, str, str, str]


def worsened(desk: Desk, project: Project | None, then: date, *, is_better: bool) -> tuple[Block, ...]:
    """The open projects whose verdict went down, or up, from the beginning of a day on, each with the findings that came; and which have new ones without."""
    found = (project,) if project else desk.reader.find(Query(Project, (Where("phase", "not", ENDED[0]), Where("phase", "not", ENDED[1])), limit=None))
    rows, others = list[Row](), list[Row]()
    for one in found:
        for kept, row in _of(desk, one, then, is_better=is_better):
            (rows if kept else others).append(row)
    way, head = "better" if is_better else "worse", (*HEAD, "gone since then" if is_better else "new since then")
    names = ", ".join(dict.fromkeys(r[0] for r in rows))
    none = f"By its verdicts no project got {way} since {day(then)}." if project is None else f"By its verdicts {project.name} got no {way} since {day(then)}."
    lead = f"Got {way} since {day(then)} by its verdict: {names}." if rows else none
    tables = [Table(f"{way.capitalize()} since {day(then)}", head, tuple(rows), tuple(r[0] for r in rows))] if rows else []
    more = "New findings under a verdict that is the same" if not is_better else "Findings that are gone under a verdict that is the same"
    return (Text(lead), *tables, *((Table(more, head, tuple(others), tuple(r[0] for r in others)),) if others else ()))


def _of(desk: Desk, project: Project, then: date, *, is_better: bool) -> Iterator[tuple[bool, Row]]:
    stood = as_it_was(desk.book(project), project, then - timedelta(days=1))
    if stood is None:
        return
    for asked, judge in ASKED:
        was, now = judge(*stood), judge(desk.book(project), project)
        moved = _rank(now) - _rank(was)
        new = _new(now, was) if not is_better else _new(was, now)
        row = (project.name, asked, was.word, now.word, "; ".join(new[:FEW]) + (f" and {len(new) - FEW} more" if len(new) > FEW else ""))
        if moved and (moved < 0) is is_better:
            yield True, row
        elif not moved and new:
            yield False, row


def _new(now: Verdict, was: Verdict) -> Sequence[str]:
    """What is found now and was not then: by its rule, how bad it is, and a record that both rest on."""
    def is_old(rule: Rule, finding: Finding) -> bool:
        return any(rule is r and finding.severity == f.severity and (not f.keys or set(f.keys) & set(finding.keys)) for r, f in was.because)
    return [f.says.rstrip(".") for rule, f in now.because if not is_old(rule, f)]


def _rank(verdict: Verdict) -> int:
    """How bad a verdict is; what is not judged is none."""
    return next((n for n, words in enumerate(ORDER) if verdict.word in words), 0)
