"""The postings of a stem in one version are one row, which is read by whoever searches; a passage says how long it is.

What passages are found by is made of the sections: it is not carried over but made anew when the program starts.
"""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

revision = '0013'
down_revision = '0012'


def upgrade() -> None:
    op.drop_table('posting')
    op.drop_table('stem')
    _create_stems(sa.Column('postings', sa.LargeBinary(), nullable=False))
    with op.batch_alter_table('passage', schema=None, table_kwargs={'sqlite_strict': True}) as batch_op:
        batch_op.add_column(sa.Column('length', sa.Integer(), nullable=False, server_default='0'))
    with op.batch_alter_table('passage', schema=None, table_kwargs={'sqlite_strict': True}) as batch_op:
        batch_op.alter_column('length', server_default=None)
    op.execute("UPDATE version SET cut = 0")


def downgrade() -> None:
    with op.batch_alter_table('passage', schema=None, table_kwargs={'sqlite_strict': True}) as batch_op:
        batch_op.drop_column('length')
    op.drop_table('stem')
    _create_stems(sa.Column('n', sa.Integer(), nullable=False))
    op.create_table('posting',
    sa.Column('term', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('passage_id', sa.Integer(), nullable=False),
    sa.Column('n', sa.Integer(), nullable=False),
    sa.Column('length', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('term', 'version_id', 'passage_id', name=op.f('pk_posting')),
    sqlite_strict=True,
    sqlite_with_rowid=False
    )
    op.execute("UPDATE version SET cut = 0")


def _create_stems(told: sa.Column[object]) -> None:
    op.create_table('stem',
    sa.Column('term', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=False),
    told,
    sa.ForeignKeyConstraint(['version_id'], ['version.id'], name=op.f('fk_stem_version_id_version')),
    sa.PrimaryKeyConstraint('term', 'version_id', name=op.f('pk_stem')),
    sqlite_strict=True,
    sqlite_with_rowid=False
    )
    op.create_index(op.f('ix_stem_version_id'), 'stem', ['version_id'], unique=False)
