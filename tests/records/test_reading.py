"""Who sees what: the same question as several people."""
from datetime import timedelta

import pytest
import sqlalchemy as sa

from records.errors import BadInput, NotFound
from records.kinds import KINDS, BudgetLine, Issue, Project, Risk, Task
from records.kinds.base import Record
from records.proposals import Change
from records.query import Query, Where
from tests.records.conftest import ADMIN, ANA, BEN, CLEO, DORA, NOW, VERA, Office


@pytest.mark.parametrize(("who", "keys"), [(ANA, {"APOLLO"}), (BEN, {"APOLLO"}), (VERA, {"APOLLO"}), (DORA, {"APOLLO", "ZEPHYR"}),
                                           (CLEO, {"APOLLO", "ZEPHYR"}), (ADMIN, {"APOLLO", "ZEPHYR"})])
def test_a_restricted_project_is_seen_by_its_people_only(office: Office, who: str, keys: set[str]) -> None:
    with office.reader(who) as reader:
        assert {p.key for p in reader.find(Query(Project))} == keys
        assert {t.key.split("-")[0] for t in reader.find(Query(Task))} == keys
        assert reader.count(Query(Project)) == len(keys)
        assert {reader.labels(Project)[value] for value, _ in reader.group(Query(Task), "project_id")} == {k.title() for k in keys}


def test_a_refused_reader_sees_not_found(office: Office) -> None:
    with office.reader(BEN) as reader, pytest.raises(NotFound):
        reader.get(Project, "ZEPHYR")


def test_a_narrow_field_is_unknown_in_every_part_of_a_query(office: Office) -> None:
    with office.reader(BEN) as reader:
        for query in (Query(BudgetLine, sort="amount"), Query(BudgetLine, (Where("amount", "at least", 1),)), Query(BudgetLine, fields=("amount",))):
            with pytest.raises(BadInput, match="has no"):
                reader.find(query)
        with pytest.raises(BadInput, match="has no"):
            reader.group(Query(BudgetLine), "amount")


def test_a_line_shows_a_dash_for_what_its_reader_may_not_see(office: Office) -> None:
    for who, shown in ((BEN, "–"), (ANA, "100000.00")):
        with office.reader(who) as reader:
            (line,) = reader.find(Query(BudgetLine))
            assert reader.line(BudgetLine, line) == f"APOLLO-B-1 Works: {shown}"


def test_what_was_changed_is_told_without_the_fields_its_reader_may_not_see(office: Office) -> None:
    office.do(ANA, Change("risk", ("APOLLO-R-1",), {"cost_impact": "9000", "probability": 2}))
    with office.reader(BEN) as reader:
        (event,) = [e for e in reader.events(NOW) if e.kind is Risk and not e.created]
        assert (event.by, dict(event.before), dict(event.after)) == ("Ana Ruiz", {"probability": 4}, {"probability": 2})


def test_what_was_changed_on_a_restricted_project_does_not_exist_for_outsiders(office: Office) -> None:
    for who, seen in ((BEN, False), (DORA, True)):
        with office.reader(who) as reader:
            assert any("ZEPHYR" in e.key for e in reader.events(NOW - timedelta(days=1))) is seen


def test_the_past_of_one_record_is_its_own(office: Office) -> None:
    office.do(BEN, Change("task", ("APOLLO-T-1",), {"hours": 50}))
    with office.reader(BEN) as reader:
        task = reader.get(Task, "APOLLO-T-1")
        assert [dict(e.after).get("hours") for e in reader.history(Task, task.id or 0)] == [50, 40]


def test_a_computed_score_can_be_sorted_by_and_not_be_set(office: Office) -> None:
    with office.reader(BEN) as reader:
        assert reader.find(Query(Risk, sort="-score"))[0].score == 16
    with pytest.raises(BadInput):
        office.plan(ANA, Change("risk", ("APOLLO-R-1",), {"score": 1}))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_read_by_everyone_without_a_leak(office: Office, kind: type[Record]) -> None:
    for who in (VERA, BEN):
        with office.reader(who) as reader:
            assert not [row for row in reader.find(Query(kind)) if "Zephyr" in str(row) or "ZEPHYR" in str(row)]


def test_a_reading_session_cannot_write(office: Office) -> None:
    with office.database.reading() as session, pytest.raises(sa.exc.OperationalError, match="readonly"):
        session.execute(sa.text("delete from task"))


def test_a_graded_choice_is_sorted_by_its_grade_and_not_by_its_letters(office: Office) -> None:
    with office.reader(BEN) as reader:
        found = [issue.severity for issue in reader.find(Query(Issue, sort="-severity", limit=None))]
    assert found == sorted(found, key=["low", "medium", "high", "critical"].index, reverse=True)
