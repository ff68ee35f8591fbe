"""What a comment is about is told to those only who may see that record."""
import pytest

from records import credentials
from records.exporting.base import Keeper
from records.kinds import Comment
from records.proposals import Change, Create
from records.query import Query, Where
from tests.records.conftest import ADMIN, ANA, BEN, DORA, NOW, Office


@pytest.fixture
def moved(office: Office) -> Office:
    """A comment in an open project about a task that is in the restricted one by now."""
    office.do(ADMIN, Change("task", ("ZEPHYR-T-1",), {"project_id": 1}))
    office.do(ANA, Create("comment", {"text": "Ask the seller", "about": "ZEPHYR-T-1"}))
    office.do(ANA, Create("comment", {"text": "Ask again", "about": "APOLLO-CO-1"}))
    office.do(ADMIN, Change("task", ("ZEPHYR-T-1",), {"project_id": 2}))
    return office


@pytest.mark.slow
@pytest.mark.parametrize(("who", "about"), [(ANA, ""), (BEN, ""), (DORA, "ZEPHYR-T-1"), (ADMIN, "ZEPHYR-T-1")])
def test_the_key_of_a_hidden_record_is_told_nowhere(moved: Office, who: str, about: str) -> None:
    with moved.database.reading() as session:
        reader = Keeper(session, credentials.asker(session, who))
        assert [c.about for c in reader.find(Query(Comment, sort="id"))] == [about, "APOLLO-CO-1"]
        assert [r["about"] for r in reader.rows(Comment)] == [about, "APOLLO-CO-1"]
        assert [c.about for c in reader.at(NOW).find(Query(Comment, sort="id"))] == [about, "APOLLO-CO-1"]
        assert sorted(reader.group(Query(Comment), "about")) == sorted([(about, 1), ("APOLLO-CO-1", 1)])
        assert reader.count(Query(Comment, (Where("about", "is", "ZEPHYR-T-1"),))) == bool(about)
        assert reader.history(Comment, 1)[-1].after["about"] == about


def test_a_preview_does_not_tell_it_either(moved: Office) -> None:
    shown = [(c.field, c.before, c.after) for c in moved.plan(ANA, Change("comment", ("APOLLO-CO-1",), {"about": "APOLLO-T-1"})).shown]
    assert shown == [("about", "–", "APOLLO-T-1")]
