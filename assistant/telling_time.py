"""The office's time zone, from its record. It decides what “today” and “9:00” mean; PMO_TIME_ZONE does where there is no such record."""
from records import sample
from records.database import Database
from records.kinds import Office
from records.query import Query
from records.reading import Reader


def office_zone(database: Database) -> str:
    """The zone that the office's record names, "" where there is none yet."""
    if not database.is_made():
        return ""
    with database.reading() as session:
        found = Reader(session, sample.OFFICE).find(Query(Office, fields=("id", "zone"), sort="id", limit=1))
    return found[0].zone if found else ""
