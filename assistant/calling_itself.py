"""What the office calls itself, from its record, as every face shows it; PMO_OFFICE does where there is no such record."""
from records import sample
from records.database import Database
from records.kinds import Office
from records.query import Query
from records.reading import Reader


def office_name(database: Database, until_then: str = "") -> str:
    """The name of the office's record; what is given where there is none yet."""
    if not database.is_made():
        return until_then
    with database.reading() as session:
        found = Reader(session, sample.OFFICE).find(Query(Office, fields=("id", "name"), sort="id", limit=1))
    return found[0].name if found else until_then
