"""What is due now: what changed since the last look, what the day brings, and who is told of it in one message. The clock is passed in."""
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from secrets import token_hex

from assistant.notices.base import Office, Sort
from assistant.notices.quiet import Habits, habits
from records import journal, log, notices
from records.computing import Book
from records.database import Reading, Writing
from records.kinds import Person
from records.notices import Due, Notice
from records.query import Query
from records.reading import Reader
from records.sample import OFFICE

GATHERED = timedelta(minutes=3)         # how long the first of several waits for the others
STUCK, LASTS = timedelta(hours=2), timedelta(days=1)
KEPT = timedelta(days=400)              # how long it is known what was settled, so that nothing is told again
HEARD, DAY = "log", "day"               # how far the log was looked through, and for which day the daily look was taken
MORNING = 7                             # o'clock at the office, before which no day begins
APART = ("watch", "question", "reply", "wish")      # of these one record may have several
Enqueue = Callable[[Writing, str, str], object]          # under a name, once, a message's key


@dataclass(frozen=True)
class Found:
    """What became worth telling, and how far was looked for it."""
    due: Sequence[Due]
    position: int
    day: int


def found(session: Reading, sorts: Sequence[Sort], now: datetime, zone: tzinfo) -> Found:
    """What became worth telling since the last look. Of what was there before the first one, only what still waits is."""
    reader = Reader(session, OFFICE)
    local = now.astimezone(habits(reader, zone)[0].zone)
    office = Office(session, reader, local)
    was, head, day = notices.seen(session, HEARD), log.head(session), notices.seen(session, DAY) or 0
    is_morning = local.date().toordinal() > day and local.hour >= MORNING
    due = [*(_heard(office, sorts, was) if was is not None else ()),
           *(d for s in sorts if s.often and (was != head or is_morning) for d in s.often(office)),
           *(d for s in sorts if s.daily and is_morning for d in s.daily(office))]
    return Found(due, head, local.date().toordinal() if is_morning else day)


def unheard(session: Reading, sorts: Sequence[Sort], now: datetime, person_id: int) -> Sequence[Due]:
    """What one person has to answer by now and no look kept yet: the changes since the last one, and what is wanted of them whenever that was.
    The next look finds the same, and keeps it once."""
    office, was = Office(session, Reader(session, OFFICE), now), notices.seen(session, HEARD)
    due = [*(_heard(office, sorts, was) if was is not None and was < log.head(session) else ()), *(d for s in sorts if s.often for d in s.often(office))]
    return [d for d in due if d.person_id == person_id and notices.get(session, d.id) is None]


def _heard(office: Office, sorts: Sequence[Sort], after: int) -> Iterator[Due]:
    kinds = {kind for s in sorts for kind in s.hears}
    while entries := notices.happened(office.session, after, kinds):
        for entry in entries:
            for sort in sorts:
                if sort.heard:
                    yield from sort.heard(office, entry)
        after = entries[-1].position


def keep(tx: Writing, what: Found, now: datetime) -> None:
    """Keep what was found. Two who looked at once find the same, and keep it once."""
    if what.day > (notices.seen(tx, DAY) or 0):
        notices.sweep(tx, now - KEPT)
    notices.add(tx, what.due, now)
    notices.look(tx, HEARD, max(what.position, notices.seen(tx, HEARD) or 0))
    notices.look(tx, DAY, max(what.day, notices.seen(tx, DAY) or 0))


def send(tx: Writing, sorts: Sequence[Sort], now: datetime, zone: tzinfo, enqueue: Enqueue) -> tuple[str, ...]:
    """Put what waits into messages, one to a person, and have each sent, in the same transaction. Returns their keys."""
    waiting = notices.waiting(tx, now)
    if not waiting:
        return ()
    reader = Reader(tx, OFFICE)
    known, all_habits = {p.id for p in reader.find(Query(Person, fields=("id",), limit=None))}, habits(reader, zone)
    most = int(Book(reader, (), now.date()).thresholds.asks_a_week)
    keys = (_to(tx, sorts, who, them, all_habits.get(who, all_habits[0]), most, now) if who in known else _gone(tx, them, now)
            for who, them in waiting.items())
    made = tuple(key for key in keys if key)
    for key in made:
        enqueue(tx, key, key)
    return made


def again(tx: Writing, now: datetime, enqueue: Enqueue) -> None:
    """What did not get out is tried again every few hours, and after a day given up: it waits where its receiver looks."""
    for key in notices.stuck(tx, now - STUCK):
        found = notices.message(tx, key)
        if found is None:
            continue
        telling, them = found
        if telling.at > now - LASTS:
            enqueue(tx, f"{key}+{(now - telling.at) // STUCK}", key)
            continue
        telling.state = "failed"
        for notice in [n for n in them if n.state == "going"]:
            notices.settle(tx, notice, "failed")
            journal.note(tx, now, notice.person_id, journal.Event.notice_failed, notice.id)


def _to(tx: Writing, sorts: Sequence[Sort], who: int, them: Sequence[Notice], own: Habits, most: int, now: datetime) -> str:  # noqa: PLR0913, PLR0917 - all that decides
    """What one person is told now; "" when nothing is."""
    if not own.is_on:
        _kept(tx, them)
        return ""
    if (opens := own.open_at(now)) > now:
        _put_off(tx, them, opens)
        return ""
    if them[0].at > now - GATHERED:
        return ""
    order = {s.name: n for n, s in enumerate(sorts)}
    gathers = {s.name for s in sorts if s.gathers}
    told, held = _within(sorted(_once(tx, them, now), key=lambda n: (order[n.sort], n.at)), gathers,
                         most - asked(notices.told_since(tx, who, own.monday(now)), gathers))
    if held:
        _put_off(tx, held, own.next_week(now))
        journal.note(tx, now, who, journal.Event.notice_held, " ".join(n.id for n in held))
    if not told:
        return ""
    key = f"{who}-{token_hex(6)}"
    notices.send(tx, key, who, told, now)
    return key


def asked(told: Sequence[Notice], gathers: set[str]) -> int:
    """How many asks some notices were: what gathers counts once in each message."""
    return len({(n.message, n.sort) if n.sort in gathers else n.id for n in told})


def _within(them: Sequence[Notice], gathers: set[str], left: int) -> tuple[list[Notice], list[Notice]]:
    """Those that may still be told this week, and those that may not."""
    told, held, taken = list[Notice](), list[Notice](), set[str]()
    for notice in them:
        what = notice.sort if notice.sort in gathers else notice.id
        if what in taken or len(taken) < left:
            taken.add(what)
            told.append(notice)
        else:
            held.append(notice)
    return told, held


def _once(tx: Writing, them: Sequence[Notice], now: datetime) -> list[Notice]:
    """Of several that say the same of one record, the latest; the others are dropped."""
    found = latest(them)
    kept = {n.id for n in found}
    for notice in them:
        if notice.id not in kept:
            drop(tx, notice, now)
    return found


def latest(them: Sequence[Notice]) -> list[Notice]:
    """Of several that say the same of one record to one person, the last."""
    return list({n.id if n.sort in APART else (n.sort, n.about): n for n in them}.values())


def _put_off(tx: Writing, them: Sequence[Notice], until: datetime) -> None:
    for notice in them:
        notices.settle(tx, notice, "waiting", until=until)


def _kept(tx: Writing, them: Sequence[Notice]) -> None:
    """Nobody is told, but it stands among what waits for them."""
    for notice in them:
        notices.settle(tx, notice, "told")


def _gone(tx: Writing, them: Sequence[Notice], now: datetime) -> str:
    for notice in them:
        drop(tx, notice, now)
    return ""


def drop(tx: Writing, notice: Notice, now: datetime) -> None:
    """Not worth telling any more."""
    notices.settle(tx, notice, "dropped")
    journal.note(tx, now, notice.person_id, journal.Event.notice_dropped, notice.id)
