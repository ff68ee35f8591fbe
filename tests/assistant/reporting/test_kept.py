"""A summary of all projects is given again only while nothing changed, and only to the very asker with the very rights."""
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import cast

import pytest

from assistant.reporting.kept import Kept
from records.asker import Asker, Role
from records.reading import Reader
from reports.blocks import Text
from reports.formats.base import Report

NOW = datetime(2026, 11, 18, 9, tzinfo=UTC)
PAULA = Asker(1, "Paula", "paula@northlight.example", frozenset({Role.admin}))


class View:
    """A reader as far as what is kept looks at it."""

    def __init__(self, asker: Asker = PAULA, position: int = 7) -> None:
        self.asker, self._position = asker, position

    def latest_position(self) -> int:
        return self._position


@pytest.fixture
def asked() -> Callable[..., Report]:
    """Ask for a report; what it says tells how many were made."""
    kept, made = Kept(), list[int]()

    def ask(view: View, about: str = "all", now: datetime = NOW) -> Report:
        def make() -> Report:
            made.append(1)
            return Report("Portfolio", f"7 projects · as of {now:%a %-d %b %Y %H:%M} UTC", (Text(str(len(made))),), now)
        return kept.of(cast("Reader", view), about, now, make)
    return ask


def test_while_nothing_changed_it_is_given_again_as_of_now(asked: Callable[..., Report]) -> None:
    asked(View())
    later = asked(View(), now=NOW + timedelta(minutes=5))
    assert later == Report("Portfolio", "7 projects · as of Wed 18 Nov 2026 09:05 UTC", (Text("1"),), NOW + timedelta(minutes=5))


@pytest.mark.parametrize(("view", "about", "now"), [
    (View(position=8), "all", NOW), (View(), "one programme", NOW), (View(), "all", NOW + timedelta(days=1)),
    (View(Asker(2, "Paula", "paula@northlight.example", PAULA.roles)), "all", NOW),
    (View(Asker(1, "Paula", "paula@northlight.example", frozenset({Role.viewer}))), "all", NOW),
    (View(Asker(1, "Paula", "paula@northlight.example", PAULA.roles, (Asker(3, "Vera", "vera@northlight.example", frozenset({Role.viewer})),))), "all", NOW)],
    ids=["a record changed", "something else is asked", "another day", "somebody else", "the same person with other rights", "somebody reads along"])
def test_it_is_made_anew_for_anything_that_could_tell_another(asked: Callable[..., Report], view: View, about: str, now: datetime) -> None:
    asked(View())
    assert asked(view, about, now).blocks == (Text("2"),)
