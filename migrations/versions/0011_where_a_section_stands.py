"""A section says where it stands when that is not "page" and a number: page iv, slide 3, sheet Costs. Known of what is read from now on."""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

revision = '0011'
down_revision = '0010'


def upgrade() -> None:
    with op.batch_alter_table('section', schema=None, table_kwargs={'sqlite_strict': True}) as batch_op:
        batch_op.add_column(sa.Column('place', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''))
    with op.batch_alter_table('section', schema=None, table_kwargs={'sqlite_strict': True}) as batch_op:
        batch_op.alter_column('place', server_default=None)


def downgrade() -> None:
    with op.batch_alter_table('section', schema=None, table_kwargs={'sqlite_strict': True}) as batch_op:
        batch_op.drop_column('place')
