"""Passages are places in their sections, and have vectors; how rare a stem is stands beside the postings. A space has somebody to ask.

What is searched is made of the sections and was cut in another way, so it is not carried over: it is made anew when the program starts, and by an older
version when the documents are read in again.
"""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

revision = '0010'
down_revision = '0009'


def upgrade() -> None:
    _drop_searched()
    op.create_table('passage',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('section_id', sa.Integer(), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('start', sa.Integer(), nullable=False),
    sa.Column('stop', sa.Integer(), nullable=False),
    sa.Column('mark', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['section_id'], ['section.id'], name=op.f('fk_passage_section_id_section')),
    sa.ForeignKeyConstraint(['version_id'], ['version.id'], name=op.f('fk_passage_version_id_version')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_passage')),
    sqlite_strict=True
    )
    for column in ('section_id', 'version_id', 'mark'):
        op.create_index(op.f(f'ix_passage_{column}'), 'passage', [column], unique=False)
    _create_postings()
    op.create_table('stem',
    sa.Column('term', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('n', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['version_id'], ['version.id'], name=op.f('fk_stem_version_id_version')),
    sa.PrimaryKeyConstraint('term', 'version_id', name=op.f('pk_stem')),
    sqlite_strict=True,
    sqlite_with_rowid=False
    )
    op.create_index(op.f('ix_stem_version_id'), 'stem', ['version_id'], unique=False)
    op.create_table('vector',
    sa.Column('mark', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('model', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('numbers', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('mark', 'model', name=op.f('pk_vector')),
    sqlite_strict=True
    )
    with op.batch_alter_table('version', schema=None, table_kwargs={'sqlite_strict': True}) as batch_op:
        batch_op.add_column(sa.Column('cut', sa.Integer(), nullable=False, server_default='0'))
    with op.batch_alter_table('version', schema=None, table_kwargs={'sqlite_strict': True}) as batch_op:
        batch_op.alter_column('cut', server_default=None)
    with op.batch_alter_table('space', schema=None, table_kwargs={'sqlite_strict': True}) as batch_op:
        batch_op.add_column(sa.Column('owner_id', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_space_owner_id'), ['owner_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_space_owner_id_person'), 'person', ['owner_id'], ['id'])


def downgrade() -> None:
    with op.batch_alter_table('space', schema=None, table_kwargs={'sqlite_strict': True}) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_space_owner_id_person'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_space_owner_id'))
        batch_op.drop_column('owner_id')
    with op.batch_alter_table('version', schema=None, table_kwargs={'sqlite_strict': True}) as batch_op:
        batch_op.drop_column('cut')
    op.drop_table('vector')
    op.drop_table('stem')
    _drop_searched()
    # The older version knows no way to cut what it has; it reads a file again that it took in by another reader.
    op.execute("UPDATE version SET reader = 0")
    op.create_table('passage',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('section_id', sa.Integer(), nullable=False),
    sa.Column('text', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['section_id'], ['section.id'], name=op.f('fk_passage_section_id_section')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_passage')),
    sqlite_strict=True
    )
    op.create_index(op.f('ix_passage_section_id'), 'passage', ['section_id'], unique=False)
    _create_postings(sa.ForeignKeyConstraint(['passage_id'], ['passage.id'], name=op.f('fk_posting_passage_id_passage')),
                     sa.ForeignKeyConstraint(['version_id'], ['version.id'], name=op.f('fk_posting_version_id_version')))


def _drop_searched() -> None:
    op.drop_table('posting')
    op.drop_table('passage')
    op.execute("UPDATE version SET passages = 0, words = 0")


def _create_postings(*keys: sa.ForeignKeyConstraint) -> None:
    op.create_table('posting',
    sa.Column('term', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('passage_id', sa.Integer(), nullable=False),
    sa.Column('n', sa.Integer(), nullable=False),
    sa.Column('length', sa.Integer(), nullable=False),
    *keys,
    sa.PrimaryKeyConstraint('term', 'version_id', 'passage_id', name=op.f('pk_posting')),
    sqlite_strict=True,
    sqlite_with_rowid=False
    )
