"""Questions kept by name, schedules, reports that wait for a word, and what went out to whom."""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

revision = '0015'
down_revision = '0014'


def upgrade() -> None:
    op.create_table('sending',
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('schedule_id', sa.Integer(), nullable=False),
    sa.Column('reader', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('state', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_sending')),
    sqlite_strict=True
    )
    with op.batch_alter_table('sending', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_sending_schedule_id'), ['schedule_id'], unique=False)

    op.create_table('savedquestion',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False),
    sa.Column('question', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=True),
    sa.Column('owner_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['owner_id'], ['person.id'], name=op.f('fk_savedquestion_owner_id_person')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_savedquestion_project_id_project')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_savedquestion')),
    sqlite_strict=True
    )
    with op.batch_alter_table('savedquestion', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_savedquestion_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_savedquestion_owner_id'), ['owner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_savedquestion_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_savedquestion_source'), ['source'], unique=False)

    op.create_table('schedule',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('what', sa.Enum('report', 'portfolio', 'question', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=True),
    sa.Column('question', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('often', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=True),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('channel', sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False),
    sa.Column('email', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('by', sa.Enum('Slack', 'e-mail', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('format', sa.Enum('pdf', 'pptx', 'docx', 'xlsx', 'html', 'md', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('readers', sa.Enum('project manager', 'executive', 'steering committee', 'team', 'client', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('mode', sa.Enum('send', 'draft first', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('silence', sa.Enum('say so', 'stay silent', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('zone', sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
    sa.Column('status', sa.Enum('on', 'paused', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('rule', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('first_day', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['owner_id'], ['person.id'], name=op.f('fk_schedule_owner_id_person')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_schedule_person_id_person')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_schedule_project_id_project')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_schedule')),
    sqlite_strict=True
    )
    with op.batch_alter_table('schedule', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_schedule_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_schedule_owner_id'), ['owner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_schedule_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_schedule_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_schedule_source'), ['source'], unique=False)

    op.create_table('reportdraft',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('recipient', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(length=2000), nullable=False),
    sa.Column('status', sa.Enum('draft', 'approved', 'sent', 'discarded', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=True),
    sa.Column('schedule_id', sa.Integer(), nullable=True),
    sa.Column('due', sqlmodel.sql.sqltypes.AutoString(length=40), nullable=False),
    sa.ForeignKeyConstraint(['owner_id'], ['person.id'], name=op.f('fk_reportdraft_owner_id_person')),
    sa.ForeignKeyConstraint(['schedule_id'], ['schedule.id'], name=op.f('fk_reportdraft_schedule_id_schedule')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reportdraft')),
    sqlite_strict=True
    )
    with op.batch_alter_table('reportdraft', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reportdraft_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_reportdraft_owner_id'), ['owner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_reportdraft_schedule_id'), ['schedule_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_reportdraft_source'), ['source'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('reportdraft', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_reportdraft_source'))
        batch_op.drop_index(batch_op.f('ix_reportdraft_schedule_id'))
        batch_op.drop_index(batch_op.f('ix_reportdraft_owner_id'))
        batch_op.drop_index(batch_op.f('ix_reportdraft_key'))

    op.drop_table('reportdraft')
    with op.batch_alter_table('schedule', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_schedule_source'))
        batch_op.drop_index(batch_op.f('ix_schedule_project_id'))
        batch_op.drop_index(batch_op.f('ix_schedule_person_id'))
        batch_op.drop_index(batch_op.f('ix_schedule_owner_id'))
        batch_op.drop_index(batch_op.f('ix_schedule_key'))

    op.drop_table('schedule')
    with op.batch_alter_table('savedquestion', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_savedquestion_source'))
        batch_op.drop_index(batch_op.f('ix_savedquestion_project_id'))
        batch_op.drop_index(batch_op.f('ix_savedquestion_owner_id'))
        batch_op.drop_index(batch_op.f('ix_savedquestion_key'))

    op.drop_table('savedquestion')
    with op.batch_alter_table('sending', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_sending_schedule_id'))

    op.drop_table('sending')
