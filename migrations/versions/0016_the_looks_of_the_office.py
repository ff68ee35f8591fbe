"""The looks of the office: its colours, its font and its logo, whose bytes are kept once by what they are."""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

revision = '0016'
down_revision = '0015'

LOOKS = (('accent', 7), ('ink', 7), ('font', 60), ('logo', 64))


def upgrade() -> None:
    op.create_table('picture',
    sa.Column('sha256', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('content', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('sha256', name=op.f('pk_picture')),
    sqlite_strict=True
    )
    with op.batch_alter_table('office', schema=None) as batch_op:
        for name, length in LOOKS:
            batch_op.add_column(sa.Column(name, sqlmodel.sql.sqltypes.AutoString(length=length), nullable=False, server_default=''))
    with op.batch_alter_table('office', schema=None) as batch_op:
        for name, _ in LOOKS:
            batch_op.alter_column(name, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table('office', schema=None) as batch_op:
        for name, _ in reversed(LOOKS):
            batch_op.drop_column(name)
    op.drop_table('picture')
