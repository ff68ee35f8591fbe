"""Decisions wanted: the report, the portfolio and one's own work tell of the same ones."""
from collections.abc import Sequence

from language.dates import Period
from records.kinds import Person, Project
from records.query import Query, Where
from reports.blocks import Block, Table, Text
from reports.deciding import decisions_wanted
from reports.portfolio import portfolio
from reports.sections.decisions import decisions
from tests.tools.conftest import NOW, LayDesk
from tools.my_work import my_work

TODAY = NOW.date()


def told(blocks: Sequence[Block], title: str) -> set[str]:
    return {key for b in blocks if isinstance(b, Table) and b.title.startswith(title) for key in b.keys}


def test_report_portfolio_and_ones_own_work_want_the_same_decisions(desk_of: LayDesk) -> None:
    desk = desk_of("elena")
    open_ = desk.reader.find(Query(Project, (Where("phase", "not in", ("closed", "cancelled")),), limit=None))
    wanted = decisions_wanted(desk.reader, open_, TODAY)
    apollo = desk.reader.get(Project, "APOLLO")
    assert {w.key for w in wanted if w.project_id == apollo.id} == {"APOLLO-CR-2", "APOLLO-DE-1", "APOLLO-MS-2"}
    assert [w.by for w in wanted if w.by] == sorted(w.by for w in wanted if w.by)
    assert told(decisions.run(desk.book(apollo), apollo, Period(TODAY, TODAY)), "Decisions needed") == {"APOLLO-CR-2", "APOLLO-DE-1", "APOLLO-MS-2"}
    assert told(portfolio(desk.book(*open_)), "Decisions wanted") == {w.key for w in wanted}
    people = {w.decider_id for w in wanted}
    for one in desk.reader.find(Query(Person, limit=None)):
        if one.id in people:
            mine = my_work.call(desk, {"person": one.name}).blocks  # type: ignore[union-attr]
            assert told(mine, "Waiting for a decision") == {w.key for w in wanted if w.decider_id == one.id}, one.name


def test_an_objective_that_only_a_closed_project_served_has_no_open_one(desk_of: LayDesk) -> None:
    def strategy(who: str) -> tuple[str, str]:
        desk = desk_of(who)
        blocks = portfolio(desk.book(*desk.reader.find(Query(Project, limit=None))), "strategy")
        return " ".join(b.text for b in blocks if isinstance(b, Text)), str([b.rows for b in blocks if isinstance(b, Table)])
    said, rows = strategy("elena")
    assert "No open project works for: Use less energy ourselves" in said
    assert "Elara (closed)" in rows
    assert "No open project that you may see works for: " in strategy("ben")[0]
