"""An asker before an audience is shown only what each of them may see; what they may do stays their own matter."""
import pytest

from records import credentials, planning
from records.asker import Asker
from records.errors import Refused
from records.kinds import BudgetLine, Project, Task
from records.proposals import Change, Proposal
from records.query import Query
from records.reading import Reader
from tests.records.conftest import ADMIN, ANA, BEN, CLEO, DORA, TODAY, VERA, Office


def before(office: Office, who: str, *readers: str) -> Asker:
    with office.database.reading() as session:
        return credentials.among(session, credentials.asker(session, who), readers)


@pytest.mark.parametrize(("who", "readers", "keys"), [
    (DORA, (CLEO,), {"APOLLO", "ZEPHYR"}), (DORA, (BEN,), {"APOLLO"}), (CLEO, (DORA, BEN), {"APOLLO"}), (ADMIN, (CLEO, DORA), {"APOLLO", "ZEPHYR"}),
])
def test_a_restricted_project_is_shown_only_where_all_may_see_it(office: Office, who: str, readers: tuple[str, ...], keys: set[str]) -> None:
    with office.database.reading() as session:
        reader = Reader(session, before(office, who, *readers))
        assert {p.key for p in reader.find(Query(Project))} == keys
        assert {t.key.split("-")[0] for t in reader.find(Query(Task))} == keys


def test_money_is_unknown_where_one_may_not_see_it(office: Office) -> None:
    with office.database.reading() as session:
        assert "amount" in Reader(session, before(office, ANA, CLEO)).columns(BudgetLine)
        assert "amount" not in Reader(session, before(office, ANA, CLEO, BEN)).columns(BudgetLine)


def test_of_very_many_readers_only_what_everybody_may_see_is_left(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(credentials, "MOST_AMONG", 1)
    with office.database.reading() as session:
        asker = before(office, DORA, DORA, ANA, BEN)
        assert {p.key for p in Reader(session, asker).find(Query(Project))} == {"APOLLO"}
        assert "amount" not in Reader(session, asker).columns(BudgetLine)


def test_somebody_the_office_does_not_know_may_see_nothing(office: Office) -> None:
    with pytest.raises(Refused, match="Not everybody who reads here is known"):
        before(office, ANA, "sam@elsewhere.example")


@pytest.mark.parametrize(("who", "readers", "is_more"), [(BEN, (VERA,), False), (VERA, (BEN,), False), (ANA, (DORA,), False), (ANA, (BEN,), True),
                                                         (DORA, (ANA,), True), (CLEO, (ADMIN,), False)])
def test_it_is_known_whether_somebody_alone_may_see_more(office: Office, who: str, readers: tuple[str, ...], is_more: bool) -> None:  # noqa: FBT001 - a table of cases
    with office.database.reading() as session:
        assert credentials.narrows(session, before(office, who, *readers)) is is_more


def test_what_somebody_may_do_is_not_narrowed(office: Office) -> None:
    with office.database.reading() as session:
        wish = Proposal((Change("task", ("APOLLO-T-1",), {"hours": 50}),))
        assert planning.plan(session, before(office, ANA, VERA), wish, TODAY).edits[0].after["hours"] == 50
