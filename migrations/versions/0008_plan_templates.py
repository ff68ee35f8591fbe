"""Plan templates and their steps: how an office does one type of project."""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

revision = '0008'
down_revision = '0007'

THERE = sa.column("archived", sa.Boolean()).is_(False)


def upgrade() -> None:
    op.create_table('template',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False),
    sa.Column('heard', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('purpose', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_template')),
    sqlite_strict=True
    )
    with op.batch_alter_table('template', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_template_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_template_source'), ['source'], unique=False)
        batch_op.create_index('uq_template_name', ['name'], unique=True, sqlite_where=THERE, postgresql_where=THERE)

    op.create_table('templatestep',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('template_id', sa.Integer(), nullable=False),
    sa.Column('number', sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
    sa.Column('phase', sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
    sa.Column('type', sa.Enum('task', 'milestone', 'delivery', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('size', sa.Enum('always', 'usually', 'thorough', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('outcome', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('acceptance', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('role', sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
    sa.Column('optimistic', sa.Float(), nullable=True),
    sa.Column('hours', sa.Float(), nullable=True),
    sa.Column('pessimistic', sa.Float(), nullable=True),
    sa.Column('after', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('heard', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('because', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.ForeignKeyConstraint(['template_id'], ['template.id'], name=op.f('fk_templatestep_template_id_template')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_templatestep')),
    sqlite_strict=True
    )
    with op.batch_alter_table('templatestep', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_templatestep_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_templatestep_source'), ['source'], unique=False)
        batch_op.create_index(batch_op.f('ix_templatestep_template_id'), ['template_id'], unique=False)
        batch_op.create_index('uq_templatestep_template_id_number', ['template_id', 'number'], unique=True, sqlite_where=THERE, postgresql_where=THERE)



def downgrade() -> None:
    with op.batch_alter_table('templatestep', schema=None) as batch_op:
        batch_op.drop_index('uq_templatestep_template_id_number', sqlite_where=THERE, postgresql_where=THERE)
        batch_op.drop_index(batch_op.f('ix_templatestep_template_id'))
        batch_op.drop_index(batch_op.f('ix_templatestep_source'))
        batch_op.drop_index(batch_op.f('ix_templatestep_key'))

    op.drop_table('templatestep')
    with op.batch_alter_table('template', schema=None) as batch_op:
        batch_op.drop_index('uq_template_name', sqlite_where=THERE, postgresql_where=THERE)
        batch_op.drop_index(batch_op.f('ix_template_source'))
        batch_op.drop_index(batch_op.f('ix_template_key'))

    op.drop_table('template')
