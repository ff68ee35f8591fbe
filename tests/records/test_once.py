"""What a request with an id of its own was answered: kept for a day, and told to whoever asked alone."""
from datetime import timedelta

import pytest

from records import once
from records.database import Database
from records.once import Once
from tests.records.conftest import NOW


def kept(id_: str, asker: int, minutes: int, answer: str = "done") -> Once:
    return Once(id=id_, asker_id=asker, at=NOW + timedelta(minutes=minutes), asked="digest", answer=answer)


@pytest.mark.slow
def test_an_answer_is_known_for_a_day(bare: Database) -> None:
    with bare.writing() as tx:
        once.keep(tx, kept("a", 1, 0))
    with bare.reading() as session:
        assert [once.seen(session, id_, NOW + timedelta(minutes=m)) is not None for id_, m in (("a", 0), ("a", 1439), ("a", 1440), ("b", 0))] == [
            True, True, False, False]


def test_what_is_older_goes_with_the_next(bare: Database) -> None:
    with bare.writing() as tx:
        once.keep(tx, kept("a", 1, 0))
        once.keep(tx, kept("b", 1, 1439))
        once.keep(tx, kept("c", 1, 1440))
        assert [once.seen(tx, id_, NOW) is not None for id_ in "abc"] == [False, True, True]


def test_forgetting_takes_a_persons_own_answers_and_those_that_hold_their_name(bare: Database) -> None:
    with bare.writing() as tx:
        once.keep(tx, kept("mine", 1, 0))
        once.keep(tx, kept("of me", 2, 0, "for ZOË Ångström"))
        once.keep(tx, kept("other", 2, 0, "for Bo"))
        once.forget(tx, 1, ["zoë ångström"])
        assert [once.seen(tx, id_, NOW) is not None for id_ in ("mine", "of me", "other")] == [False, False, True]
