"""A document in one of its editions can be the evidence of a gate criterion, a requirement or a measurement."""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

revision = '0018'
down_revision = '0017'
PROVEN = ('criterion', 'measurement', 'requirement')


def upgrade() -> None:
    for table in PROVEN:
        with op.batch_alter_table(table, schema=None, table_kwargs={'sqlite_strict': True}) as batch_op:
            batch_op.add_column(sa.Column('document_id', sa.Integer(), nullable=True))
            batch_op.add_column(sa.Column('edition', sqlmodel.sql.sqltypes.AutoString(length=50), nullable=False, server_default=''))
            batch_op.create_index(batch_op.f(f'ix_{table}_document_id'), ['document_id'], unique=False)
            batch_op.create_foreign_key(batch_op.f(f'fk_{table}_document_id_document'), 'document', ['document_id'], ['id'])
        with op.batch_alter_table(table, schema=None, table_kwargs={'sqlite_strict': True}) as batch_op:
            batch_op.alter_column('edition', server_default=None)


def downgrade() -> None:
    for table in PROVEN:
        with op.batch_alter_table(table, schema=None, table_kwargs={'sqlite_strict': True}) as batch_op:
            batch_op.drop_constraint(batch_op.f(f'fk_{table}_document_id_document'), type_='foreignkey')
            batch_op.drop_index(batch_op.f(f'ix_{table}_document_id'))
            batch_op.drop_column('edition')
            batch_op.drop_column('document_id')
