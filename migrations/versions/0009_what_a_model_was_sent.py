"""What a language model was sent and cost, which the database lets only grow; rules about what may be sent; and what a person told about themselves."""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

revision = '0009'
down_revision = '0008'

GROWING = ("sent", "spent")


def upgrade() -> None:
    there = sa.column("archived", sa.Boolean()).is_(False)
    op.create_table('sent',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('asker_id', sa.Integer(), nullable=False),
    sa.Column('turn', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('model', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('host', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('keys', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sent')),
    sqlite_strict=True
    )
    with op.batch_alter_table('sent', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_sent_asker_id'), ['asker_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_sent_at'), ['at'], unique=False)

    op.create_table('spent',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('asker_id', sa.Integer(), nullable=False),
    sa.Column('turn', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('calls', sa.Integer(), nullable=False),
    sa.Column('tokens_in', sa.Integer(), nullable=False),
    sa.Column('tokens_out', sa.Integer(), nullable=False),
    sa.Column('cost', sa.Integer(), nullable=False),
    sa.Column('why', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_spent')),
    sqlite_strict=True
    )
    with op.batch_alter_table('spent', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_spent_asker_id'), ['asker_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_spent_at'), ['at'], unique=False)

    op.create_table('preference',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('name', sa.Enum('time zone', 'language', 'usual project', 'report length', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('value', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_preference_person_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_preference')),
    sqlite_strict=True
    )
    with op.batch_alter_table('preference', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_preference_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_preference_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_preference_source'), ['source'], unique=False)
        batch_op.create_index('uq_preference_person_id_name', ['person_id', 'name'], unique=True, sqlite_where=there, postgresql_where=there)

    op.create_table('sharing',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('leaves', sa.Enum('stays', 'may leave', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=True),
    sa.Column('space_id', sa.Integer(), nullable=True),
    sa.Column('record', sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_sharing_project_id_project')),
    sa.ForeignKeyConstraint(['space_id'], ['space.id'], name=op.f('fk_sharing_space_id_space')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sharing')),
    sqlite_strict=True
    )
    with op.batch_alter_table('sharing', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_sharing_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_sharing_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_sharing_source'), ['source'], unique=False)
        batch_op.create_index(batch_op.f('ix_sharing_space_id'), ['space_id'], unique=False)

    guard()


def downgrade() -> None:
    with op.batch_alter_table('sharing', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_sharing_space_id'))
        batch_op.drop_index(batch_op.f('ix_sharing_source'))
        batch_op.drop_index(batch_op.f('ix_sharing_project_id'))
        batch_op.drop_index(batch_op.f('ix_sharing_key'))

    op.drop_table('sharing')
    with op.batch_alter_table('preference', schema=None) as batch_op:
        batch_op.drop_index('uq_preference_person_id_name')
        batch_op.drop_index(batch_op.f('ix_preference_source'))
        batch_op.drop_index(batch_op.f('ix_preference_person_id'))
        batch_op.drop_index(batch_op.f('ix_preference_key'))

    op.drop_table('preference')
    with op.batch_alter_table('spent', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_spent_at'))
        batch_op.drop_index(batch_op.f('ix_spent_asker_id'))

    op.drop_table('spent')
    with op.batch_alter_table('sent', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_sent_at'))
        batch_op.drop_index(batch_op.f('ix_sent_asker_id'))

    op.drop_table('sent')


def guard() -> None:
    """The triggers of 0002, for these tables too; they go with them."""
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for table in GROWING:
        for verb in ("UPDATE", "DELETE") if is_sqlite else ("UPDATE", "DELETE", "TRUNCATE"):
            does = "BEGIN SELECT RAISE(ABORT, 'this table only grows'); END" if is_sqlite else "EXECUTE FUNCTION only_grows()"
            op.execute(f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} {does}")
