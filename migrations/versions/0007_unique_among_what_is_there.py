"""What is unique is so among the records that are there: an archived one no longer holds its name. And words that are found have long numbers."""
from alembic import op
import sqlalchemy as sa

from records.errors import Conflict

revision = '0007'
down_revision = '0006'

UNIQUE = {
    "approvallimit": ("role",), "clause": ("rule",), "driver": ("name",), "link": ("predecessor_id", "successor_id", "type"),
    "membership": ("project_id", "person_id"), "person": ("email",), "responsibility": ("deliverable_id", "person_id", "letter"), "scenario": ("title",),
    "threshold": ("name",), "word": ("record", "field", "word"),
}
TWICE = "{} is there twice in table {}, once of them archived, and the older version cannot keep both. Change one of them, then go back."


def upgrade() -> None:
    for table, columns in UNIQUE.items():
        name = f"uq_{table}_{'_'.join(columns)}"
        with op.batch_alter_table(table, schema=None, table_kwargs={'sqlite_strict': True}) as batch_op:
            batch_op.drop_constraint(name, type_='unique')
        there = sa.column("archived", sa.Boolean()).is_(False)
        op.create_index(name, table, list(columns), unique=True, sqlite_where=there, postgresql_where=there)
    _found_words("BIGINT")


def downgrade() -> None:
    _found_words("INTEGER")
    for table, columns in UNIQUE.items():
        _refuse_twice(table, columns)
        name = f"uq_{table}_{'_'.join(columns)}"
        op.drop_index(name, table)
        with op.batch_alter_table(table, schema=None, table_kwargs={'sqlite_strict': True}) as batch_op:
            batch_op.create_unique_constraint(name, list(columns))


def _found_words(length: str) -> None:
    if op.get_bind().dialect.name != "sqlite":
        op.execute(f"ALTER TABLE found_words ALTER COLUMN id TYPE {length}")


def _refuse_twice(table: str, columns: tuple[str, ...]) -> None:
    """Say what the older version could not keep, before it fails in words for nobody."""
    own: list[sa.ColumnClause[object]] = [sa.column(name) for name in columns]
    twice = sa.select(*own).select_from(sa.table(table)).where(*(c.is_not(None) for c in own)).group_by(*own).having(sa.func.count() > 1)
    if found := op.get_bind().execute(twice).first():
        raise Conflict(TWICE.format(", ".join(str(value) for value in found), table))
