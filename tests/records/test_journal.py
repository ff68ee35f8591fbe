"""The journal of what a language model was sent and cost: it only grows, and it is summed by person and day."""
from datetime import timedelta

import pytest
import sqlalchemy as sa

from records import journal
from records.journal import Sent, Spent, Used
from tests.records.conftest import NOW, Office


def entered(office: Office) -> None:
    with office.database.writing() as tx:
        for n, (who, at) in enumerate(((2, NOW), (3, NOW), (2, NOW - timedelta(days=1)))):
            journal.note_sent(tx, Sent(at=at, asker_id=who, turn=f"t{n}", model="m", host="h", keys=f"APOLLO-T-{n} DOC-1/4.2"))
            journal.note_spent(tx, Spent(at=at, asker_id=who, turn=f"t{n}", calls=2, tokens_in=100, tokens_out=10 * n, cost=7, why=""))


def test_use_is_summed_since_a_moment_for_one_or_for_all(office: Office) -> None:
    entered(office)
    with office.database.reading() as session:
        assert journal.used(session, NOW) == Used(2, 4, 200, 10, 14)
        assert journal.used(session, NOW, 2) == Used(1, 2, 100, 0, 7)
        assert journal.used(session, NOW - timedelta(days=2), 2) == Used(2, 4, 200, 20, 14)
        assert journal.used(session, NOW, 4) == Used()
        assert journal.most(session, NOW - timedelta(days=2)) == [(2, 220), (3, 110)]


def test_what_was_sent_is_listed_newest_first_and_by_person(office: Office) -> None:
    entered(office)
    with office.database.reading() as session:
        assert [s.turn for s in journal.sent(session, NOW - timedelta(days=2))] == ["t2", "t1", "t0"]
        assert [(s.turn, s.keys) for s in journal.sent(session, NOW, (3,))] == [("t1", "APOLLO-T-1 DOC-1/4.2")]


@pytest.mark.parametrize("statement", ["UPDATE sent SET keys = ''", "DELETE FROM sent", "UPDATE spent SET cost = 0", "DELETE FROM spent"])
def test_neither_can_be_altered(office: Office, statement: str) -> None:
    entered(office)
    with office.database.engine.connect() as connection, pytest.raises(sa.exc.IntegrityError, match="only grows"):
        connection.exec_driver_sql(statement)
