"""What a comment is about is told to those only who may see that record."""
import pytest
import sqlalchemy as sa

from records.access import told_key
from records.kinds import Comment
from records.kinds.base import table
from records.proposals import Change, Create
from tests.records.conftest import ADMIN, ANA, BEN, DORA, Office


@pytest.fixture
def moved(office: Office) -> Office:
    """A comment in an open project about a task that is in the restricted one by now."""
    office.do(ADMIN, Change("task", ("ZEPHYR-T-1",), {"project_id": 1}))
    office.do(ANA, Create("comment", {"text": "Ask the seller", "about": "ZEPHYR-T-1"}))
    office.do(ANA, Create("comment", {"text": "Ask again", "about": "APOLLO-CO-1"}))
    office.do(ADMIN, Change("task", ("ZEPHYR-T-1",), {"project_id": 2}))
    return office


@pytest.mark.parametrize(("who", "about"), [(ANA, ""), (BEN, ""), (DORA, "ZEPHYR-T-1"), (ADMIN, "ZEPHYR-T-1")])
def test_the_key_of_a_hidden_record_is_an_empty_text(moved: Office, who: str, about: str) -> None:
    with moved.database.reading() as session:
        keys = session.execute(sa.select(told_key(table(Comment).c.about, moved.asker(who))).order_by(table(Comment).c.id)).scalars()
        assert list(keys) == [about, "APOLLO-CO-1"]


def test_a_preview_does_not_tell_it_either(moved: Office) -> None:
    shown = [(c.field, c.before, c.after) for c in moved.plan(ANA, Change("comment", ("APOLLO-CO-1",), {"about": "APOLLO-T-1"})).shown]
    assert shown == [("about", "–", "APOLLO-T-1")]
