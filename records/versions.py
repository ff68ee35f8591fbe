"""Which version of the house a database was made by, told without what runs migrations."""
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
import re

import sqlalchemy as sa

from records.database import Database
from records.errors import Conflict, Sorry

TOO_NEW = "This database was made by a newer version of Project Assistant. Install that version to open it."
TOO_OLD = ("This database was made by an older version of Project Assistant. To bring it to this one: pmo upgrade, which keeps a copy first. "
           "pmo serve and pmo worker do it as they start.")


def folder() -> Path:
    """Where the migrations lie: in the wheel, or at the top of a checkout."""
    packed = files("records") / "migrations"
    return Path(str(packed)) if packed.is_dir() else Path(__file__).parents[1] / "migrations"


@cache
def chain() -> Sequence[str]:
    """The names of all migrations, the oldest first; each file begins with its own."""
    return sorted(found[1] for file in (folder() / "versions").iterdir() if (found := re.match(r"(\d{4})_\w+\.py$", file.name)))


def version(database: Database) -> str:
    """The migration that a database was brought to last; "" for one in which nothing was made yet."""
    with database.engine.connect() as connection:
        if not sa.inspect(connection).has_table("alembic_version"):
            return ""
        return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() or "")


def is_newest(database: Database) -> bool:
    """Whether a database has the shape that this version works with."""
    return version(database) == chain()[-1]


def refuse_other(database: Database) -> None:
    """Raise `Conflict` for a database that is to be upgraded first, `Sorry` for one that only a newer version can open."""
    found = version(database)
    if found and found not in chain():
        raise Sorry(TOO_NEW)
    if found and found != chain()[-1]:
        raise Conflict(TOO_OLD)
