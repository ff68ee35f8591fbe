"""Whose house it is: empty, the sample as it was made, or somebody's own, which is never put away unasked."""
from datetime import datetime

import sqlalchemy as sa

from records import log
from records.database import Database, Reading, Writing
from records.errors import Conflict
from records.journal import Note

SAMPLE_MADE, BACKED_UP = "sample:made", "backup:made"
THE_OFFICE = 0
BEGIN = ("There is a company already (changes so far: {changes}), so none is begun here. For another beside it: PMO_HOME=.pmo-own pmo start. "
         "To begin anew here: pmo backup FILE, then move the folder of PMO_HOME away.")
RESTORE = "There is a company already (changes so far: {changes}). To put the backup in its place, add --force; what is there now is kept aside."
_note, _change = sa.inspect(Note).local_table.c, sa.inspect(log.Change).local_table.c


def is_empty(database: Database) -> bool:
    """Whether nothing was ever recorded."""
    if not database.is_made():
        return True
    with database.reading() as session:
        return not log.head(session)


def is_untouched_sample(database: Database) -> bool:
    """Whether nobody changed a record since the sample was made."""
    if not database.is_made():
        return False
    with database.reading() as session:
        return 0 < log.head(session) == _sample_until(session)


def note_sample(tx: Writing, now: datetime) -> None:
    """Remember that all that is there by now is the sample's."""
    tx.add(Note(at=now, asker_id=THE_OFFICE, event=SAMPLE_MADE, body=str(log.head(tx))))


def note_backup(tx: Writing, now: datetime) -> None:
    """Remember that a backup was made."""
    tx.add(Note(at=now, asker_id=THE_OFFICE, event=BACKED_UP, body=""))


def unkept_since(session: Reading) -> datetime | None:
    """Since when nothing was backed up: the latest backup, else the first change; None where there is nothing to keep."""
    made = session.execute(sa.select(sa.func.max(_note.at)).where(_note.event == BACKED_UP)).scalar()
    return made or session.execute(sa.select(sa.func.min(_change.at))).scalar()


def latest(session: Reading) -> datetime | None:
    """When something was changed last."""
    return session.execute(sa.select(sa.func.max(_change.at))).scalar()


def refuse_touched(database: Database, says: str) -> None:
    """Raise `Conflict` unless the house is empty or an untouched sample."""
    if is_empty(database) or is_untouched_sample(database):
        return
    with database.reading() as session:
        raise Conflict(says.format(changes=f"{log.head(session):,}"))


def _sample_until(session: Reading) -> int:
    """The position up to which the sample goes, 0 where there is none."""
    said = session.execute(sa.select(_note.body).where(_note.event == SAMPLE_MADE).order_by(_note.id.desc()).limit(1)).scalar()
    return int(said or 0)
