"""What requests with an id of their own were answered, for a day."""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

revision = '0021'
down_revision = '0020'


def upgrade() -> None:
    op.create_table('once',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('asker_id', sa.Integer(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('asked', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('answer', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_once')),
    sqlite_strict=True
    )
    with op.batch_alter_table('once', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_once_asker_id'), ['asker_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_once_at'), ['at'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('once', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_once_at'))
        batch_op.drop_index(batch_op.f('ix_once_asker_id'))

    op.drop_table('once')
