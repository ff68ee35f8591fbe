"""What is told to whom unasked and what came of it; when a task was taken on; names of preferences and thresholds about being told."""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

revision = '0014'
down_revision = '0013'

PREFERENCES = ("time zone", "language", "usual project", "report length")
THRESHOLDS = ("CPI amber", "CPI red", "overrun amber", "overrun red", "behind amber", "behind red", "overdue amber", "overdue red", "risk amber", "risk red",
              "drift amber", "drift red", "realised amber", "realised red", "realised from", "load amber", "load red", "unplanned amber")
NEW = {"preference": ("quiet hours", "being told"), "threshold": ("asks a week",)}


def upgrade() -> None:
    op.create_table('notice',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('sort', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('about', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('from_id', sa.Integer(), nullable=True),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('until', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('state', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('message', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('told', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('answer', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_notice')),
    sqlite_strict=True
    )
    with op.batch_alter_table('notice', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_notice_about'), ['about'], unique=False)
        batch_op.create_index(batch_op.f('ix_notice_message'), ['message'], unique=False)
        batch_op.create_index(batch_op.f('ix_notice_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_notice_state'), ['state'], unique=False)

    op.create_table('seen',
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('at', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_seen')),
    sqlite_strict=True
    )
    op.create_table('telling',
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('state', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('way', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('place', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_telling')),
    sqlite_strict=True
    )
    with op.batch_alter_table('telling', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_telling_person_id'), ['person_id'], unique=False)

    with op.batch_alter_table('task', schema=None) as batch_op:
        batch_op.add_column(sa.Column('taken_on', sa.Date(), nullable=True))
    _name('preference', (*PREFERENCES, *NEW['preference']))
    _name('threshold', (*THRESHOLDS, *NEW['threshold']))



def downgrade() -> None:
    for table, names in NEW.items():
        op.execute(sa.table(table, sa.column('name')).delete().where(sa.column('name').in_(names)))
    _name('preference', PREFERENCES)
    _name('threshold', THRESHOLDS)
    with op.batch_alter_table('task', schema=None, table_kwargs={'sqlite_strict': True}) as batch_op:
        batch_op.drop_column('taken_on')

    with op.batch_alter_table('telling', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_telling_person_id'))

    op.drop_table('telling')
    op.drop_table('seen')
    with op.batch_alter_table('notice', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_notice_state'))
        batch_op.drop_index(batch_op.f('ix_notice_person_id'))
        batch_op.drop_index(batch_op.f('ix_notice_message'))
        batch_op.drop_index(batch_op.f('ix_notice_about'))

    op.drop_table('notice')


def _name(table: str, names: tuple[str, ...]) -> None:
    """Let these names stand in a table, and no others. SQLite's table is made anew, which forgets what was allowed before."""
    with op.batch_alter_table(table, schema=None, table_kwargs={'sqlite_strict': True}, recreate='auto') as batch_op:
        if op.get_bind().dialect.name != 'sqlite':
            batch_op.drop_constraint(f'ck_{table}_name', type_='check')
        batch_op.create_check_constraint(f'ck_{table}_name', sa.column('name').in_(names))
