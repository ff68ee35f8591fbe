"""Name of the threshold from which on a project counts as silent."""
from alembic import op
import sqlalchemy as sa

revision = '0022'
down_revision = '0021'

BEFORE = ("CPI amber", "CPI red", "overrun amber", "overrun red", "behind amber", "behind red", "overdue amber", "overdue red", "risk amber", "risk red",
          "drift amber", "drift red", "realised amber", "realised red", "realised from", "load amber", "load red", "unplanned amber", "asks a week")
NEW = "silent after"


def upgrade() -> None:
    _name((*BEFORE, NEW))


def downgrade() -> None:
    op.execute(sa.table('threshold', sa.column('name')).delete().where(sa.column('name') == NEW))
    _name(BEFORE)


def _name(names: tuple[str, ...]) -> None:
    """Let these names stand, and no others. SQLite's table is made anew, which forgets what was allowed before."""
    with op.batch_alter_table('threshold', schema=None, table_kwargs={'sqlite_strict': True}, recreate='auto') as batch_op:
        if op.get_bind().dialect.name != 'sqlite':
            batch_op.drop_constraint('ck_threshold_name', type_='check')
        batch_op.create_check_constraint('ck_threshold_name', sa.column('name').in_(names))
