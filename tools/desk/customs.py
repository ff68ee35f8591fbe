"""What the office means by its words for time, from its records: its working days, and the month its year begins."""
from language.customs import Customs
from records.kinds import Calendar, Office
from records.query import Query
from records.reading import Reader
from records.working_time import working_time


def customs_of(reader: Reader) -> Customs:
    """The office's customs; Monday to Friday and the calendar's year where it has no records of them."""
    offices = reader.find(Query(Office, sort="id", limit=1))
    return Customs(working_time(offices, reader.find(Query(Calendar, limit=None))).days, offices[0].fiscal_month if offices else 1)
