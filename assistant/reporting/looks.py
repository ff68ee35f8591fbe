"""The looks of the office on its reports: what its record says, with the picture that it names."""
from records import files
from records.asker import Asker
from records.database import Reading
from records.kinds import Office
from records.query import Query
from records.reading import Reader
from reports.formats.brand import OURS, Brand


def looks(session: Reading, asker: Asker) -> Brand:
    """As the office looks now, also on a report of another day; ours where it said nothing."""
    for office in Reader(session, asker).find(Query(Office, sort="id", limit=1)):
        logo = files.picture(session, office.logo) if office.logo else None
        return Brand(office.name, office.accent or OURS.accent, office.ink or OURS.ink, office.font, logo or "")
    return OURS
