"""What came in is taken once, waits for nobody's turn longer than it must, and is forgotten when it is done but for its key."""
from datetime import UTC, datetime, timedelta

import pytest

from records import inbox
from records.database import Database
from records.errors import Conflict

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)


def stored(database: Database, *found: tuple[str, str]) -> set[str]:
    with inbox.Inbox(database).storing() as tx:
        return inbox.store(tx, found, NOW)


def test_what_comes_twice_is_taken_once_also_within_one_transaction(bare: Database) -> None:
    assert stored(bare, ("a", "1"), ("b", "2"), ("a", "3")) == {"a", "b"}
    assert stored(bare, ("b", "4"), ("c", "5")) == {"c"}
    assert inbox.Inbox(bare).begin("a") == ("1", "new", "")


def test_a_message_is_begun_noted_taken_up_again_and_done(bare: Database) -> None:
    stored(bare, ("a", "{}"))
    arrived = inbox.Inbox(bare)
    assert arrived.begin("a") == ("{}", "new", "")
    arrived.note("a", "half")
    assert arrived.begin("a") == ("{}", "begun", "half")
    arrived.done("a")
    assert arrived.begin("a") is None
    assert arrived.begin("nobody's") is None
    assert stored(bare, ("a", "{}")) == set()


def test_who_cannot_write_in_time_says_so_and_keeps_nothing(bare: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox, "PATIENCE", 0.0)
    with bare.writing() as tx:
        tx.connection()
        with pytest.raises(Conflict, match="Try again in a moment"):
            stored(bare, ("a", "1"))
    assert stored(bare, ("a", "1")) == {"a"}


def test_what_failed_while_it_was_stored_was_not_stored(bare: Database) -> None:
    def fails() -> None:
        with inbox.Inbox(bare).storing() as tx:
            inbox.store(tx, [("a", "1")], NOW)
            raise LookupError
    with pytest.raises(LookupError):
        fails()
    assert stored(bare, ("a", "1")) == {"a"}


def test_keys_of_what_was_done_long_ago_are_forgotten_and_what_waits_never_is(bare: Database) -> None:
    stored(bare, ("done", "1"), ("waits", "2"))
    inbox.Inbox(bare).done("done")
    with bare.writing() as tx:
        inbox.sweep(tx, NOW + inbox.LASTS + timedelta(seconds=1))
    assert stored(bare, ("done", "1"), ("waits", "2")) == {"done"}
