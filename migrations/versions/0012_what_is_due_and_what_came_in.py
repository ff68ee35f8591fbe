"""What is due when, and what came in from a face and waits to be done."""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

revision = '0012'
down_revision = '0011'


def upgrade() -> None:
    op.create_table('arrived',
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('body', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('state', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_arrived')),
    sqlite_strict=True
    )
    with op.batch_alter_table('arrived', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_arrived_at'), ['at'], unique=False)

    op.create_table('due',
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('rule', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('at', sa.Integer(), nullable=True),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_due')),
    sqlite_strict=True
    )
    with op.batch_alter_table('due', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_due_at'), ['at'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('due', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_due_at'))

    op.drop_table('due')
    with op.batch_alter_table('arrived', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_arrived_at'))

    op.drop_table('arrived')
