"""A draft keeps the sentences that its owner wants and the figures that these may state; a schedule knows the row of the communications plan it is for."""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

revision = '0020'
down_revision = '0019'


def upgrade() -> None:
    with op.batch_alter_table('reportdraft', schema=None, table_kwargs={'sqlite_strict': True}) as batch_op:
        batch_op.add_column(sa.Column('text', sqlmodel.sql.sqltypes.AutoString(length=3000), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('figures', sqlmodel.sql.sqltypes.AutoString(length=8000), nullable=False, server_default=''))
    with op.batch_alter_table('reportdraft', schema=None, table_kwargs={'sqlite_strict': True}) as batch_op:
        batch_op.alter_column('text', server_default=None)
        batch_op.alter_column('figures', server_default=None)
    with op.batch_alter_table('schedule', schema=None, table_kwargs={'sqlite_strict': True}) as batch_op:
        batch_op.add_column(sa.Column('communication_id', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_schedule_communication_id'), ['communication_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_schedule_communication_id_communication'), 'communication', ['communication_id'], ['id'])


def downgrade() -> None:
    with op.batch_alter_table('schedule', schema=None, table_kwargs={'sqlite_strict': True}) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_schedule_communication_id_communication'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_schedule_communication_id'))
        batch_op.drop_column('communication_id')
    with op.batch_alter_table('reportdraft', schema=None, table_kwargs={'sqlite_strict': True}) as batch_op:
        batch_op.drop_column('figures')
        batch_op.drop_column('text')
