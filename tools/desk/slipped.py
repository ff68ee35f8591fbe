"""The dates that moved later in a time: of each the record and its owner, from when to when, by how many days, and who moved it."""
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from records.figures.base import counted
from records.kinds.base import fields
from records.reading import Event
from reports.blocks import Block, Table, Text
from reports.telling import day
from tools.desk import Desk
from tools.desk.wording import shown

LATER = ("due", "forecast", "finish", "planned")


@dataclass(frozen=True)
class Slip:
    """One date of one record: where it stood first and where it stands last, and whoever moved it, the last first."""
    event: Event
    name: str
    was: date
    now: date
    movers: tuple[str, ...]

    @property
    def days(self) -> int:
        return (self.now - self.was).days


def slips(events: Sequence[Event]) -> list[Slip]:
    """Each date that moved later in all, once; the events are newest first."""
    moves = dict[tuple[str, str], Slip]()
    for event in events:
        days = {f.name for f in fields(event.kind) if f.type is date}                             # elsewhere a forecast is an amount
        for name in (n for n in LATER if n in days):
            before, after = event.before.get(name), event.after.get(name)
            if before and after:
                last = moves.get((event.key, name))
                movers = tuple(dict.fromkeys((*(last.movers if last else ()), event.by)))
                moves[event.key, name] = Slip(event, name, date.fromisoformat(before), last.now if last else date.fromisoformat(after), movers)
    return [slip for slip in moves.values() if slip.days > 0]


def slipped(desk: Desk, events: Sequence[Event], where: str, when: str) -> tuple[Block, ...]:
    """All that slipped as a list, the most days first."""
    found = sorted(slips(events), key=lambda slip: -slip.days)
    if not found:
        return (Text(f"Nothing slipped on {where} {when}: no date was moved to a later day."),)
    rows = tuple((s.event.key, desk.reader.labels(s.event.kind).get(s.event.id, ""), _owner(desk, s.event), next(
        f.label for f in fields(s.event.kind) if f.name == s.name), day(s.was), day(s.now), counted(s.days, "day"), ", ".join(s.movers)) for s in found)
    head = ("record", "title", "owner", "date", "from", "to", "later by", "moved by")
    return (Text(f"{counted(len(found), 'date')} slipped on {where} {when}, the most {counted(found[0].days, 'day')}."),
            Table("Slipped", head, rows, tuple(s.event.key for s in found)))


def _owner(desk: Desk, event: Event) -> str:
    """Whose record it is now."""
    of = next((f for f in fields(event.kind) if f.name == "owner_id"), None)
    row = desk.named_any(event.key)[1] if of else None
    return (shown(desk.reader, of, getattr(row, of.name)) if of and row else "") or "nobody"
