"""A message to one person: each thing told as it stands now, with what they may see now; what was answered says so and asks no more."""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.notices.base import Item, Sort, View
from records import log, notices
from records.database import Reading
from records.notices import Notice
from reports.blocks import Table, Text

SHOWN = 8                        # things with buttons of their own in one message
LISTED = 40                      # others in the list under them; of more it is said how many they are


@dataclass(frozen=True)
class Message:
    """What one person is told at once. `headline` is all of it in a line; `is_again`: it may have been put there before, by somebody who died over it;
    `others` are the ids of what is only counted."""
    key: str
    email: str
    name: str
    headline: str
    items: tuple[Item, ...]
    others: tuple[str, ...] = ()
    is_again: bool = False
    way: str = ""
    place: str = ""


def item(view: View, sorts: Mapping[str, Sort], notice: Notice) -> Item | None:
    """One thing as it stands now; None when it is not worth telling any more."""
    sort = sorts[notice.sort]
    if notice.state == "answered" and not _is_taken_back(view.session, notice):
        return Item(notice.id, (Text(f"✓ {sort.verbs.get(notice.answer, 'You answered')} {notice.about}."),))
    return sort.told(view, notice)


def is_open(session: Reading | None, notice: Notice) -> bool:
    """Whether somebody may still answer; an answer that was undone is none."""
    return notice.state in notices.OPEN or (notice.state == "answered" and _is_taken_back(session, notice))


def _is_taken_back(session: Reading | None, notice: Notice) -> bool:
    return session is not None and notice.position is not None and log.undone_by(session, notice.position) is not None


def headline(items: Sequence[Item], others: int = 0) -> str:
    """All of it in a line: the first, and how many more."""
    said = [i.headline for i in items if i.headline]
    more = len(said) - 1 + others
    return (said[0] + (f" – and {more} more" if more else "")) if said else "Nothing of this waits for you any more."


def laid_out(message: Message) -> Message:
    """The first things with their buttons, the others in a list under them."""
    rest = message.items[SHOWN:]
    if not rest:
        return message
    lines, more = tuple((i.headline,) for i in rest if i.headline), len(rest) + len(message.others)
    note = f"The first {len(lines)} of {more}; all of them stand in “my open tasks”." if message.others else ""
    return replace(message, items=(*message.items[:SHOWN], Item("", (Table(f"And {more} more", ("what",), lines, note=note),))))
