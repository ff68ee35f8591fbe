"""What the preview of an undo says first: which change it takes back, of which day, and whether it was made in this conversation at all."""
from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from records import changing, log
from records.asker import Asker
from records.database import Reading

TAKES_BACK = "That would take back change #{position} of {at}: {title}."
NOT_HERE = "You have changed nothing in this conversation. Your last change is #{position} of {at}: {title}. A yes takes that back."


class Earlier(Protocol):
    """An earlier turn: a receipt has no question, and the records that were changed."""

    @property
    def question(self) -> str: ...
    @property
    def keys(self) -> Sequence[str]: ...


class Talk(Protocol):
    """Who undoes, when, and what was said before."""

    @property
    def asker(self) -> Asker: ...
    @property
    def now(self) -> datetime: ...
    @property
    def past(self) -> Sequence[Earlier]: ...


def taken_back(session: Reading, position: int, turn: Talk, *, is_named: bool) -> str:
    """The sentence over the preview. `is_named`: its number was said, so it is meant wherever the change was made."""
    entry = log.at(session, position)
    title = changing.applied(session, turn.asker, entry).title
    is_here = is_named or any(not each.question and each.keys for each in turn.past)
    when = f"{entry.at.astimezone(turn.now.tzinfo):%a %-d %b %Y %H:%M}"
    return (TAKES_BACK if is_here else NOT_HERE).format(position=position, at=when, title=f"{title[:1].lower()}{title[1:]}")
