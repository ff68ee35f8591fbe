"""How the records stand, for `pmo doctor`: whether they are whole and agree with the log, are backed up, and what waits."""
from collections.abc import Iterator
from datetime import datetime, timedelta

from assistant.surroundings import Check
from records import agenda, log, sample
from records.backing_up import comparing, house
from records.database import Database, Reading
from records.kinds import KINDS, Project
from records.query import Query
from records.reading import Reader

BACKUP_EVERY, CLOCK_MAY_DIFFER = timedelta(days=7), timedelta(minutes=5)


def of_records(session: Reading) -> Iterator[Check]:
    """How many there are, and whether they and their log are whole."""
    reader = Reader(session, sample.OFFICE)
    yield True, "records", f"{sum(reader.count(Query(kind)) for kind in KINDS)} records, {reader.count(Query(Project))} projects"
    broken, positions = log.verify(session), log.head(session)
    yield (True, "log", f"whole, {positions} changes") if broken is None else (False, "log", f"broken at change #{broken}")
    differing = comparing.differences(session)
    yield not differing, "records and log", " ".join(differing) or "the records are what the log says"


def of_the_house(session: Reading, now: datetime) -> Iterator[Check]:
    """Whether a backup is missing, and whether the clock stands before what was done already."""
    since, latest = house.unkept_since(session), house.latest(session)
    if since and now - since > BACKUP_EVERY:
        yield False, "backups", f"none was made since {since:%-d %b %Y}; pmo backup FILE makes one, and deploy/pmo-backup.timer one every night"
    if latest and latest - now > CLOCK_MAY_DIFFER:
        yield False, "clock", f"it says {now:%-d %b %Y %H:%M}, which is before what was done already; set it, by NTP"


def of_jobs(database: Database) -> Check:
    """How what is done of itself stands."""
    waiting, failed = agenda.standing(database)
    names = ", ".join(f"{name} ({n})" if (n := failed.count(name)) > 1 else name for name in dict.fromkeys(failed))
    given_up = f"; given up: {names}. The log says why; `pmo worker --again` tries them anew" if failed else ""
    return not failed, "jobs", f"{waiting or 'none'} waiting{given_up}"
