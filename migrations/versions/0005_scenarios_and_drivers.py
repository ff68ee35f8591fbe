"""Scenarios of the portfolio, what the board weighs, and projects of which only one can be done."""
from alembic import op
import sqlalchemy as sa
from records.kinds.base import Cents
import sqlmodel.sql.sqltypes

revision = '0005'
down_revision = '0004'


def upgrade() -> None:
    directions("get", "give", "excludes")
    op.create_table('driver',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('name', sa.Enum('business value', 'time criticality', 'risk reduction', 'strategic fit', 'value for money', 'delivery risk', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('weight', sa.Float(), nullable=False),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_driver')),
    sa.UniqueConstraint('name', name=op.f('uq_driver_name')),
    sqlite_strict=True
    )
    with op.batch_alter_table('driver', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_driver_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_driver_source'), ['source'], unique=False)

    op.create_table('scenario',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('wish', sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
    sa.Column('measure', sa.Enum('score', 'NPV', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('budget', Cents(), nullable=True),
    sa.Column('start', sa.Date(), nullable=True),
    sa.Column('end', sa.Date(), nullable=True),
    sa.Column('included', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('left_out', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('status', sa.Enum('draft', 'proposed', 'dropped', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('notes', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_scenario')),
    sa.UniqueConstraint('title', name=op.f('uq_scenario_title')),
    sqlite_strict=True
    )
    with op.batch_alter_table('scenario', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_scenario_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_scenario_source'), ['source'], unique=False)



def downgrade() -> None:
    op.execute("DELETE FROM dependency WHERE direction = 'excludes'")
    directions("get", "give")
    with op.batch_alter_table('scenario', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_scenario_source'))
        batch_op.drop_index(batch_op.f('ix_scenario_key'))

    op.drop_table('scenario')
    with op.batch_alter_table('driver', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_driver_source'))
        batch_op.drop_index(batch_op.f('ix_driver_key'))

    op.drop_table('driver')


def directions(*allowed: str) -> None:
    """A dependency goes in one of these directions."""
    with op.batch_alter_table('dependency', schema=None, table_kwargs={'sqlite_strict': True}) as batch_op:
        batch_op.drop_constraint('ck_dependency_direction', type_='check')
        batch_op.create_check_constraint(batch_op.f('ck_dependency_direction'), sa.column('direction').in_(allowed))
