"""The whole record model: what a project office and a value office keep, beyond the first kinds."""
from alembic import op
import sqlalchemy as sa
from records.kinds.base import Cents
import sqlmodel.sql.sqltypes

revision = '0003'
down_revision = '0002'


def upgrade() -> None:
    op.create_table('approvallimit',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('role', sa.Enum('project manager', 'sponsor', 'value manager', 'executive', 'PMO admin', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('amount', Cents(), nullable=False),
    sa.Column('days', sa.Integer(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_approvallimit')),
    sa.UniqueConstraint('role', name=op.f('uq_approvallimit_role')),
    sqlite_strict=True
    )
    with op.batch_alter_table('approvallimit', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_approvallimit_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_approvallimit_source'), ['source'], unique=False)

    op.create_table('calendar',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('country', sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
    sa.Column('workdays', sqlmodel.sql.sqltypes.AutoString(length=30), nullable=False),
    sa.Column('hours', sa.Float(), nullable=False),
    sa.Column('days_off', sqlmodel.sql.sqltypes.AutoString(length=20000), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_calendar')),
    sqlite_strict=True
    )
    with op.batch_alter_table('calendar', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_calendar_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_calendar_source'), ['source'], unique=False)

    op.create_table('rate',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False),
    sa.Column('type', sa.Enum('hourly', 'exchange', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('value', sa.Float(), nullable=False),
    sa.Column('since', sa.Date(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rate')),
    sqlite_strict=True
    )
    with op.batch_alter_table('rate', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_rate_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_rate_source'), ['source'], unique=False)

    op.create_table('threshold',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('name', sa.Enum('CPI amber', 'CPI red', 'overrun amber', 'overrun red', 'behind amber', 'behind red', 'overdue amber', 'overdue red', 'risk amber', 'risk red', 'drift amber', 'drift red', 'realised amber', 'realised red', 'realised from', 'load amber', 'load red', 'unplanned amber', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('value', sa.Float(), nullable=False),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_threshold')),
    sa.UniqueConstraint('name', name=op.f('uq_threshold_name')),
    sqlite_strict=True
    )
    with op.batch_alter_table('threshold', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_threshold_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_threshold_source'), ['source'], unique=False)

    op.create_table('word',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('word', sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
    sa.Column('record', sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
    sa.Column('field', sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
    sa.Column('choice', sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_word')),
    sa.UniqueConstraint('record', 'field', 'word', name=op.f('uq_word_record_field_word')),
    sqlite_strict=True
    )
    with op.batch_alter_table('word', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_word_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_word_source'), ['source'], unique=False)

    op.create_table('office',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('currency', sa.Enum('EUR', 'USD', 'GBP', 'CHF', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('country', sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
    sa.Column('zone', sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
    sa.Column('fiscal_month', sa.Integer(), nullable=False),
    sa.Column('calendar_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['calendar_id'], ['calendar.id'], name=op.f('fk_office_calendar_id_calendar')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_office')),
    sqlite_strict=True
    )
    with op.batch_alter_table('office', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_office_calendar_id'), ['calendar_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_office_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_office_source'), ['source'], unique=False)

    op.create_table('absence',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('type', sa.Enum('leave', 'sick', 'training', 'other', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('start', sa.Date(), nullable=False),
    sa.Column('end', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_absence_person_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_absence')),
    sqlite_strict=True
    )
    with op.batch_alter_table('absence', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_absence_end'), ['end'], unique=False)
        batch_op.create_index(batch_op.f('ix_absence_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_absence_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_absence_source'), ['source'], unique=False)
        batch_op.create_index(batch_op.f('ix_absence_start'), ['start'], unique=False)

    op.create_table('mapping',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('record', sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
    sa.Column('headers', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('columns', sqlmodel.sql.sqltypes.AutoString(length=20000), nullable=False),
    sa.Column('choices', sqlmodel.sql.sqltypes.AutoString(length=20000), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_mapping_person_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mapping')),
    sqlite_strict=True
    )
    with op.batch_alter_table('mapping', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_mapping_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_mapping_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_mapping_source'), ['source'], unique=False)

    op.create_table('product',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('type', sa.Enum('product', 'service', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('description', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=True),
    sa.Column('customers', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('objective_id', sa.Integer(), nullable=True),
    sa.Column('status', sa.Enum('planned', 'live', 'retired', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.ForeignKeyConstraint(['objective_id'], ['objective.id'], name=op.f('fk_product_objective_id_objective')),
    sa.ForeignKeyConstraint(['owner_id'], ['person.id'], name=op.f('fk_product_owner_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_product')),
    sqlite_strict=True
    )
    with op.batch_alter_table('product', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_product_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_product_objective_id'), ['objective_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_product_owner_id'), ['owner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_product_source'), ['source'], unique=False)

    op.create_table('programme',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('description', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('manager_id', sa.Integer(), nullable=True),
    sa.Column('sponsor_id', sa.Integer(), nullable=True),
    sa.Column('objective_id', sa.Integer(), nullable=True),
    sa.Column('status', sa.Enum('proposed', 'active', 'closed', 'cancelled', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('start', sa.Date(), nullable=True),
    sa.Column('finish', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['manager_id'], ['person.id'], name=op.f('fk_programme_manager_id_person')),
    sa.ForeignKeyConstraint(['objective_id'], ['objective.id'], name=op.f('fk_programme_objective_id_objective')),
    sa.ForeignKeyConstraint(['sponsor_id'], ['person.id'], name=op.f('fk_programme_sponsor_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_programme')),
    sqlite_strict=True
    )
    with op.batch_alter_table('programme', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_programme_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_programme_manager_id'), ['manager_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_programme_objective_id'), ['objective_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_programme_source'), ['source'], unique=False)
        batch_op.create_index(batch_op.f('ix_programme_sponsor_id'), ['sponsor_id'], unique=False)

    op.create_table('comment',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('text', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('about', sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['author_id'], ['person.id'], name=op.f('fk_comment_author_id_person')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_comment_project_id_project')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_comment')),
    sqlite_strict=True
    )
    with op.batch_alter_table('comment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_comment_about'), ['about'], unique=False)
        batch_op.create_index(batch_op.f('ix_comment_author_id'), ['author_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_comment_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_comment_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_comment_source'), ['source'], unique=False)

    op.create_table('contract',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('supplier', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('type', sa.Enum('fixed price', 'time and materials', 'cost plus', 'framework', 'other', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('worth', Cents(), nullable=True),
    sa.Column('start', sa.Date(), nullable=True),
    sa.Column('end', sa.Date(), nullable=True),
    sa.Column('owner_id', sa.Integer(), nullable=True),
    sa.Column('delivers', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('payments', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('penalties', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('performance', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('status', sa.Enum('draft', 'tendering', 'signed', 'fulfilled', 'terminated', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.ForeignKeyConstraint(['owner_id'], ['person.id'], name=op.f('fk_contract_owner_id_person')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_contract_project_id_project')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contract')),
    sqlite_strict=True
    )
    with op.batch_alter_table('contract', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_contract_end'), ['end'], unique=False)
        batch_op.create_index(batch_op.f('ix_contract_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_contract_owner_id'), ['owner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_contract_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_contract_source'), ['source'], unique=False)

    op.create_table('decision',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('options', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('criteria', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('recommendation', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('decision', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('rationale', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('decider_id', sa.Integer(), nullable=True),
    sa.Column('decide_by', sa.Date(), nullable=True),
    sa.Column('decided_on', sa.Date(), nullable=True),
    sa.Column('review', sa.Date(), nullable=True),
    sa.Column('without_it', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('supersedes_id', sa.Integer(), nullable=True),
    sa.Column('status', sa.Enum('open', 'decided', 'superseded', 'withdrawn', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.ForeignKeyConstraint(['decider_id'], ['person.id'], name=op.f('fk_decision_decider_id_person')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_decision_project_id_project')),
    sa.ForeignKeyConstraint(['supersedes_id'], ['decision.id'], name=op.f('fk_decision_supersedes_id_decision')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_decision')),
    sqlite_strict=True
    )
    with op.batch_alter_table('decision', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_decision_decide_by'), ['decide_by'], unique=False)
        batch_op.create_index(batch_op.f('ix_decision_decider_id'), ['decider_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_decision_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_decision_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_decision_source'), ['source'], unique=False)
        batch_op.create_index(batch_op.f('ix_decision_supersedes_id'), ['supersedes_id'], unique=False)

    op.create_table('dependency',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('direction', sa.Enum('get', 'give', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('party', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('other_project_id', sa.Integer(), nullable=True),
    sa.Column('owner_id', sa.Integer(), nullable=True),
    sa.Column('needed_by', sa.Date(), nullable=True),
    sa.Column('promised_for', sa.Date(), nullable=True),
    sa.Column('confidence', sa.Enum('high', 'medium', 'low', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('effect', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('next_step', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('escalation', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('status', sa.Enum('open', 'agreed', 'delivered', 'broken', 'cancelled', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('notes', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.ForeignKeyConstraint(['other_project_id'], ['project.id'], name=op.f('fk_dependency_other_project_id_project')),
    sa.ForeignKeyConstraint(['owner_id'], ['person.id'], name=op.f('fk_dependency_owner_id_person')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_dependency_project_id_project')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_dependency')),
    sqlite_strict=True
    )
    with op.batch_alter_table('dependency', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_dependency_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_dependency_needed_by'), ['needed_by'], unique=False)
        batch_op.create_index(batch_op.f('ix_dependency_other_project_id'), ['other_project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_dependency_owner_id'), ['owner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_dependency_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_dependency_source'), ['source'], unique=False)

    op.create_table('gate',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('phase', sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('start', sa.Date(), nullable=True),
    sa.Column('finish', sa.Date(), nullable=True),
    sa.Column('decider_id', sa.Integer(), nullable=True),
    sa.Column('decision', sa.Enum('not decided', 'go', 'conditional go', 'hold', 'recycle', 'kill', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('decided_on', sa.Date(), nullable=True),
    sa.Column('conditions', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('conditions_due', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['decider_id'], ['person.id'], name=op.f('fk_gate_decider_id_person')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_gate_project_id_project')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_gate')),
    sqlite_strict=True
    )
    with op.batch_alter_table('gate', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_gate_decider_id'), ['decider_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_gate_finish'), ['finish'], unique=False)
        batch_op.create_index(batch_op.f('ix_gate_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_gate_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_gate_source'), ['source'], unique=False)

    op.create_table('lesson',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('situation', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('cause', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('effect', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('recommendation', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('category', sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False),
    sa.Column('phase', sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False),
    sa.Column('type', sa.Enum('keep', 'avoid', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('applied_in', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('status', sa.Enum('recorded', 'applied', 'retired', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_lesson_project_id_project')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_lesson')),
    sqlite_strict=True
    )
    with op.batch_alter_table('lesson', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_lesson_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_lesson_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_lesson_source'), ['source'], unique=False)

    op.create_table('metric',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('definition', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('unit', sqlmodel.sql.sqltypes.AutoString(length=30), nullable=False),
    sa.Column('better', sa.Enum('higher', 'lower', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('target', sa.Float(), nullable=True),
    sa.Column('tolerance', sa.Float(), nullable=False),
    sa.Column('method', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('frequency', sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['owner_id'], ['person.id'], name=op.f('fk_metric_owner_id_person')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_metric_project_id_project')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_metric')),
    sqlite_strict=True
    )
    with op.batch_alter_table('metric', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_metric_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_metric_owner_id'), ['owner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_metric_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_metric_source'), ['source'], unique=False)

    op.create_table('sprint',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('goal', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('start', sa.Date(), nullable=False),
    sa.Column('end', sa.Date(), nullable=False),
    sa.Column('capacity', sa.Float(), nullable=True),
    sa.Column('committed', sa.Float(), nullable=True),
    sa.Column('completed', sa.Float(), nullable=True),
    sa.Column('added', sa.Float(), nullable=True),
    sa.Column('wip_limit', sa.Integer(), nullable=True),
    sa.Column('status', sa.Enum('planned', 'active', 'closed', 'cancelled', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_sprint_project_id_project')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sprint')),
    sqlite_strict=True
    )
    with op.batch_alter_table('sprint', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_sprint_end'), ['end'], unique=False)
        batch_op.create_index(batch_op.f('ix_sprint_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_sprint_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_sprint_source'), ['source'], unique=False)
        batch_op.create_index(batch_op.f('ix_sprint_start'), ['start'], unique=False)

    op.create_table('stakeholder',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('organisation', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('role', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('contact', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('side', sa.Enum('internal', 'external', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('expectations', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('power', sa.Integer(), nullable=False),
    sa.Column('interest', sa.Integer(), nullable=False),
    sa.Column('current', sa.Enum('not known', 'unaware', 'resistant', 'neutral', 'supportive', 'leading', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('desired', sa.Enum('not known', 'unaware', 'resistant', 'neutral', 'supportive', 'leading', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('approach', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('engager_id', sa.Integer(), nullable=True),
    sa.Column('frequency', sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False),
    sa.Column('last_contact', sa.Date(), nullable=True),
    sa.Column('notes', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.ForeignKeyConstraint(['engager_id'], ['person.id'], name=op.f('fk_stakeholder_engager_id_person')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_stakeholder_project_id_project')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_stakeholder')),
    sqlite_strict=True
    )
    with op.batch_alter_table('stakeholder', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_stakeholder_engager_id'), ['engager_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_stakeholder_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_stakeholder_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_stakeholder_source'), ['source'], unique=False)

    op.create_table('assumption',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('basis', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=True),
    sa.Column('validate_by', sa.Date(), nullable=True),
    sa.Column('confidence', sa.Enum('high', 'medium', 'low', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('effect', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('risk_id', sa.Integer(), nullable=True),
    sa.Column('status', sa.Enum('open', 'valid', 'false', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.ForeignKeyConstraint(['owner_id'], ['person.id'], name=op.f('fk_assumption_owner_id_person')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_assumption_project_id_project')),
    sa.ForeignKeyConstraint(['risk_id'], ['risk.id'], name=op.f('fk_assumption_risk_id_risk')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_assumption')),
    sqlite_strict=True
    )
    with op.batch_alter_table('assumption', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_assumption_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_assumption_owner_id'), ['owner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_assumption_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_assumption_risk_id'), ['risk_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_assumption_source'), ['source'], unique=False)
        batch_op.create_index(batch_op.f('ix_assumption_validate_by'), ['validate_by'], unique=False)

    op.create_table('baseline',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('change_request_id', sa.Integer(), nullable=True),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('agreed_on', sa.Date(), nullable=True),
    sa.Column('finish', sa.Date(), nullable=True),
    sa.Column('tasks', sa.Integer(), nullable=False),
    sa.Column('hours', sa.Float(), nullable=False),
    sa.Column('budget', Cents(), nullable=True),
    sa.Column('snapshot', sqlmodel.sql.sqltypes.AutoString(length=20000000), nullable=False),
    sa.ForeignKeyConstraint(['change_request_id'], ['changerequest.id'], name=op.f('fk_baseline_change_request_id_changerequest')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_baseline_project_id_project')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_baseline')),
    sqlite_strict=True
    )
    with op.batch_alter_table('baseline', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_baseline_agreed_on'), ['agreed_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_baseline_change_request_id'), ['change_request_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_baseline_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_baseline_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_baseline_source'), ['source'], unique=False)

    op.create_table('businesscase',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('option', sa.Enum('do nothing', 'do the minimum', 'do it', 'do more', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('description', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=True),
    sa.Column('years', sa.Integer(), nullable=False),
    sa.Column('residual', Cents(), nullable=True),
    sa.Column('tax', sa.Float(), nullable=False),
    sa.Column('score', sa.Integer(), nullable=True),
    sa.Column('assumptions', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('gate_id', sa.Integer(), nullable=True),
    sa.Column('approved_on', sa.Date(), nullable=True),
    sa.Column('status', sa.Enum('draft', 'recommended', 'approved', 'rejected', 'superseded', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.ForeignKeyConstraint(['gate_id'], ['gate.id'], name=op.f('fk_businesscase_gate_id_gate')),
    sa.ForeignKeyConstraint(['owner_id'], ['person.id'], name=op.f('fk_businesscase_owner_id_person')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_businesscase_project_id_project')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_businesscase')),
    sqlite_strict=True
    )
    with op.batch_alter_table('businesscase', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_businesscase_gate_id'), ['gate_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_businesscase_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_businesscase_owner_id'), ['owner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_businesscase_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_businesscase_source'), ['source'], unique=False)

    op.create_table('communication',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('audience', sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
    sa.Column('stakeholder_id', sa.Integer(), nullable=True),
    sa.Column('purpose', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('sender_id', sa.Integer(), nullable=True),
    sa.Column('method', sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False),
    sa.Column('frequency', sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False),
    sa.Column('sensitivity', sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False),
    sa.Column('next_due', sa.Date(), nullable=True),
    sa.Column('last_sent', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_communication_project_id_project')),
    sa.ForeignKeyConstraint(['sender_id'], ['person.id'], name=op.f('fk_communication_sender_id_person')),
    sa.ForeignKeyConstraint(['stakeholder_id'], ['stakeholder.id'], name=op.f('fk_communication_stakeholder_id_stakeholder')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_communication')),
    sqlite_strict=True
    )
    with op.batch_alter_table('communication', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_communication_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_communication_next_due'), ['next_due'], unique=False)
        batch_op.create_index(batch_op.f('ix_communication_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_communication_sender_id'), ['sender_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_communication_source'), ['source'], unique=False)
        batch_op.create_index(batch_op.f('ix_communication_stakeholder_id'), ['stakeholder_id'], unique=False)

    op.create_table('criterion',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('gate_id', sa.Integer(), nullable=False),
    sa.Column('clause', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('status', sa.Enum('open', 'met', 'not met', 'waived', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('evidence', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('judge_id', sa.Integer(), nullable=True),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.ForeignKeyConstraint(['gate_id'], ['gate.id'], name=op.f('fk_criterion_gate_id_gate')),
    sa.ForeignKeyConstraint(['judge_id'], ['person.id'], name=op.f('fk_criterion_judge_id_person')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_criterion_project_id_project')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_criterion')),
    sqlite_strict=True
    )
    with op.batch_alter_table('criterion', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_criterion_gate_id'), ['gate_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_criterion_judge_id'), ['judge_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_criterion_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_criterion_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_criterion_source'), ['source'], unique=False)

    op.create_table('deliverable',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('wbs', sqlmodel.sql.sqltypes.AutoString(length=50), nullable=False),
    sa.Column('description', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('excluded', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=True),
    sa.Column('milestone_id', sa.Integer(), nullable=True),
    sa.Column('acceptance', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('quality', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('assumptions', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('earning', sa.Enum('0/100', '50/50', 'weighted', 'physical', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('due', sa.Date(), nullable=True),
    sa.Column('status', sa.Enum('planned', 'in progress', 'delivered', 'accepted', 'rejected', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.ForeignKeyConstraint(['milestone_id'], ['milestone.id'], name=op.f('fk_deliverable_milestone_id_milestone')),
    sa.ForeignKeyConstraint(['owner_id'], ['person.id'], name=op.f('fk_deliverable_owner_id_person')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_deliverable_project_id_project')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_deliverable')),
    sqlite_strict=True
    )
    with op.batch_alter_table('deliverable', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_deliverable_due'), ['due'], unique=False)
        batch_op.create_index(batch_op.f('ix_deliverable_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_deliverable_milestone_id'), ['milestone_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_deliverable_owner_id'), ['owner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_deliverable_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_deliverable_source'), ['source'], unique=False)

    op.create_table('check',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('deliverable_id', sa.Integer(), nullable=True),
    sa.Column('activity', sa.Enum('review', 'test', 'audit', 'inspection', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('criteria', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('planned', sa.Date(), nullable=True),
    sa.Column('held_on', sa.Date(), nullable=True),
    sa.Column('producer_id', sa.Integer(), nullable=True),
    sa.Column('reviewer_id', sa.Integer(), nullable=True),
    sa.Column('approver_id', sa.Integer(), nullable=True),
    sa.Column('result', sa.Enum('planned', 'passed', 'passed with findings', 'failed', 'cancelled', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('findings', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('rework_hours', sa.Float(), nullable=False),
    sa.Column('cost', Cents(), nullable=True),
    sa.Column('cost_class', sa.Enum('prevention', 'appraisal', 'internal failure', 'external failure', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.ForeignKeyConstraint(['approver_id'], ['person.id'], name=op.f('fk_check_approver_id_person')),
    sa.ForeignKeyConstraint(['deliverable_id'], ['deliverable.id'], name=op.f('fk_check_deliverable_id_deliverable')),
    sa.ForeignKeyConstraint(['producer_id'], ['person.id'], name=op.f('fk_check_producer_id_person')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_check_project_id_project')),
    sa.ForeignKeyConstraint(['reviewer_id'], ['person.id'], name=op.f('fk_check_reviewer_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_check')),
    sqlite_strict=True
    )
    with op.batch_alter_table('check', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_check_approver_id'), ['approver_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_check_deliverable_id'), ['deliverable_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_check_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_check_planned'), ['planned'], unique=False)
        batch_op.create_index(batch_op.f('ix_check_producer_id'), ['producer_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_check_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_check_reviewer_id'), ['reviewer_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_check_source'), ['source'], unique=False)

    op.create_table('measurement',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=True),
    sa.Column('benefit_id', sa.Integer(), nullable=True),
    sa.Column('metric_id', sa.Integer(), nullable=True),
    sa.Column('objective_id', sa.Integer(), nullable=True),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('value', sa.Float(), nullable=True),
    sa.Column('rating', sa.Integer(), nullable=True),
    sa.Column('perception', sqlmodel.sql.sqltypes.AutoString(length=2000), nullable=False),
    sa.Column('sample', sa.Integer(), nullable=True),
    sa.Column('evidence', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('verified_by_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['benefit_id'], ['benefit.id'], name=op.f('fk_measurement_benefit_id_benefit')),
    sa.ForeignKeyConstraint(['metric_id'], ['metric.id'], name=op.f('fk_measurement_metric_id_metric')),
    sa.ForeignKeyConstraint(['objective_id'], ['objective.id'], name=op.f('fk_measurement_objective_id_objective')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_measurement_project_id_project')),
    sa.ForeignKeyConstraint(['verified_by_id'], ['person.id'], name=op.f('fk_measurement_verified_by_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_measurement')),
    sqlite_strict=True
    )
    with op.batch_alter_table('measurement', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_measurement_benefit_id'), ['benefit_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_measurement_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_measurement_metric_id'), ['metric_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_measurement_objective_id'), ['objective_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_measurement_on'), ['on'], unique=False)
        batch_op.create_index(batch_op.f('ix_measurement_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_measurement_source'), ['source'], unique=False)
        batch_op.create_index(batch_op.f('ix_measurement_verified_by_id'), ['verified_by_id'], unique=False)

    op.create_table('responsibility',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('deliverable_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('letter', sa.Enum('responsible', 'accountable', 'consulted', 'informed', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.ForeignKeyConstraint(['deliverable_id'], ['deliverable.id'], name=op.f('fk_responsibility_deliverable_id_deliverable')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_responsibility_person_id_person')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_responsibility_project_id_project')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_responsibility')),
    sa.UniqueConstraint('deliverable_id', 'person_id', 'letter', name=op.f('uq_responsibility_deliverable_id_person_id_letter')),
    sqlite_strict=True
    )
    with op.batch_alter_table('responsibility', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_responsibility_deliverable_id'), ['deliverable_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_responsibility_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_responsibility_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_responsibility_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_responsibility_source'), ['source'], unique=False)

    op.create_table('allocation',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('task_id', sa.Integer(), nullable=True),
    sa.Column('role', sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False),
    sa.Column('hours', sa.Float(), nullable=False),
    sa.Column('start', sa.Date(), nullable=False),
    sa.Column('end', sa.Date(), nullable=False),
    sa.Column('commitment', sa.Enum('requested', 'soft', 'hard', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_allocation_person_id_person')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_allocation_project_id_project')),
    sa.ForeignKeyConstraint(['task_id'], ['task.id'], name=op.f('fk_allocation_task_id_task')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_allocation')),
    sqlite_strict=True
    )
    with op.batch_alter_table('allocation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_allocation_end'), ['end'], unique=False)
        batch_op.create_index(batch_op.f('ix_allocation_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_allocation_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_allocation_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_allocation_source'), ['source'], unique=False)
        batch_op.create_index(batch_op.f('ix_allocation_start'), ['start'], unique=False)
        batch_op.create_index(batch_op.f('ix_allocation_task_id'), ['task_id'], unique=False)

    op.create_table('issue',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('type', sa.Enum('issue', 'defect', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('description', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('effect', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('severity', sa.Enum('low', 'medium', 'high', 'critical', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('priority', sa.Enum('low', 'medium', 'high', 'critical', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('raised_by_id', sa.Integer(), nullable=True),
    sa.Column('raised_on', sa.Date(), nullable=True),
    sa.Column('owner_id', sa.Integer(), nullable=True),
    sa.Column('due', sa.Date(), nullable=True),
    sa.Column('cause', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('response', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('escalated_to_id', sa.Integer(), nullable=True),
    sa.Column('risk_id', sa.Integer(), nullable=True),
    sa.Column('task_id', sa.Integer(), nullable=True),
    sa.Column('status', sa.Enum('open', 'in progress', 'escalated', 'resolved', 'closed', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('resolution', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('resolved_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['escalated_to_id'], ['person.id'], name=op.f('fk_issue_escalated_to_id_person')),
    sa.ForeignKeyConstraint(['owner_id'], ['person.id'], name=op.f('fk_issue_owner_id_person')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_issue_project_id_project')),
    sa.ForeignKeyConstraint(['raised_by_id'], ['person.id'], name=op.f('fk_issue_raised_by_id_person')),
    sa.ForeignKeyConstraint(['risk_id'], ['risk.id'], name=op.f('fk_issue_risk_id_risk')),
    sa.ForeignKeyConstraint(['task_id'], ['task.id'], name=op.f('fk_issue_task_id_task')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_issue')),
    sqlite_strict=True
    )
    with op.batch_alter_table('issue', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_issue_due'), ['due'], unique=False)
        batch_op.create_index(batch_op.f('ix_issue_escalated_to_id'), ['escalated_to_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_issue_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_issue_owner_id'), ['owner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_issue_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_issue_raised_by_id'), ['raised_by_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_issue_risk_id'), ['risk_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_issue_source'), ['source'], unique=False)
        batch_op.create_index(batch_op.f('ix_issue_task_id'), ['task_id'], unique=False)

    op.create_table('link',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('predecessor_id', sa.Integer(), nullable=True),
    sa.Column('successor_id', sa.Integer(), nullable=True),
    sa.Column('predecessor_milestone_id', sa.Integer(), nullable=True),
    sa.Column('successor_milestone_id', sa.Integer(), nullable=True),
    sa.Column('type', sa.Enum('FS', 'SS', 'FF', 'SF', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('lag', sa.Float(), nullable=False),
    sa.ForeignKeyConstraint(['predecessor_id'], ['task.id'], name=op.f('fk_link_predecessor_id_task')),
    sa.ForeignKeyConstraint(['predecessor_milestone_id'], ['milestone.id'], name=op.f('fk_link_predecessor_milestone_id_milestone')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_link_project_id_project')),
    sa.ForeignKeyConstraint(['successor_id'], ['task.id'], name=op.f('fk_link_successor_id_task')),
    sa.ForeignKeyConstraint(['successor_milestone_id'], ['milestone.id'], name=op.f('fk_link_successor_milestone_id_milestone')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_link')),
    sa.UniqueConstraint('predecessor_id', 'successor_id', 'type', name=op.f('uq_link_predecessor_id_successor_id_type')),
    sqlite_strict=True
    )
    with op.batch_alter_table('link', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_link_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_link_predecessor_id'), ['predecessor_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_link_predecessor_milestone_id'), ['predecessor_milestone_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_link_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_link_source'), ['source'], unique=False)
        batch_op.create_index(batch_op.f('ix_link_successor_id'), ['successor_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_link_successor_milestone_id'), ['successor_milestone_id'], unique=False)

    op.create_table('requirement',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('type', sa.Enum('business', 'stakeholder', 'functional', 'quality', 'transition', 'project', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('origin', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=True),
    sa.Column('priority', sa.Enum('must', 'should', 'could', "won't", native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('rationale', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('objective_id', sa.Integer(), nullable=True),
    sa.Column('deliverable_id', sa.Integer(), nullable=True),
    sa.Column('task_id', sa.Integer(), nullable=True),
    sa.Column('acceptance', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
    sa.Column('verification', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('status', sa.Enum('proposed', 'agreed', 'in progress', 'implemented', 'verified', 'dropped', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.ForeignKeyConstraint(['deliverable_id'], ['deliverable.id'], name=op.f('fk_requirement_deliverable_id_deliverable')),
    sa.ForeignKeyConstraint(['objective_id'], ['objective.id'], name=op.f('fk_requirement_objective_id_objective')),
    sa.ForeignKeyConstraint(['owner_id'], ['person.id'], name=op.f('fk_requirement_owner_id_person')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_requirement_project_id_project')),
    sa.ForeignKeyConstraint(['task_id'], ['task.id'], name=op.f('fk_requirement_task_id_task')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_requirement')),
    sqlite_strict=True
    )
    with op.batch_alter_table('requirement', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_requirement_deliverable_id'), ['deliverable_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_requirement_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_requirement_objective_id'), ['objective_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_requirement_owner_id'), ['owner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_requirement_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_requirement_source'), ['source'], unique=False)
        batch_op.create_index(batch_op.f('ix_requirement_task_id'), ['task_id'], unique=False)

    op.create_table('timeentry',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('task_id', sa.Integer(), nullable=True),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('hours', sa.Float(), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_timeentry_person_id_person')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_timeentry_project_id_project')),
    sa.ForeignKeyConstraint(['task_id'], ['task.id'], name=op.f('fk_timeentry_task_id_task')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_timeentry')),
    sqlite_strict=True
    )
    with op.batch_alter_table('timeentry', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_timeentry_key'), ['key'], unique=True)
        batch_op.create_index(batch_op.f('ix_timeentry_on'), ['on'], unique=False)
        batch_op.create_index(batch_op.f('ix_timeentry_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_timeentry_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_timeentry_source'), ['source'], unique=False)
        batch_op.create_index(batch_op.f('ix_timeentry_task_id'), ['task_id'], unique=False)

    with op.batch_alter_table('benefit', schema=None) as batch_op:
        batch_op.add_column(sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('cashable', sa.Enum('no', 'yes', native_enum=False, create_constraint=True, length=30, name='ck_benefit_cashable'), nullable=False, server_default='no'))
        batch_op.add_column(sa.Column('beneficiary', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('output', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('milestone_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('product_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('unit', sqlmodel.sql.sqltypes.AutoString(length=30), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('formula', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('frequency', sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('baseline', sa.Float(), nullable=True))
        batch_op.add_column(sa.Column('baseline_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('aim', sa.Float(), nullable=True))
        batch_op.add_column(sa.Column('tolerance', sa.Float(), nullable=False, server_default='0'))
        batch_op.add_column(sa.Column('priority', sa.Integer(), nullable=False, server_default='3'))
        batch_op.add_column(sa.Column('confidence', sa.Float(), nullable=True))
        batch_op.add_column(sa.Column('cost_to_realise', Cents(), nullable=True))
        batch_op.add_column(sa.Column('validated_by_id', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_benefit_milestone_id'), ['milestone_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_benefit_product_id'), ['product_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_benefit_source'), ['source'], unique=False)
        batch_op.create_index(batch_op.f('ix_benefit_validated_by_id'), ['validated_by_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_benefit_milestone_id_milestone'), 'milestone', ['milestone_id'], ['id'])
        batch_op.create_foreign_key(batch_op.f('fk_benefit_validated_by_id_person'), 'person', ['validated_by_id'], ['id'])
        batch_op.create_foreign_key(batch_op.f('fk_benefit_product_id_product'), 'product', ['product_id'], ['id'])

    with op.batch_alter_table('budgetline', schema=None) as batch_op:
        batch_op.add_column(sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('type', sa.Enum('budget', 'contingency reserve', 'management reserve', native_enum=False, create_constraint=True, length=30, name='ck_budgetline_type'), nullable=False, server_default='budget'))
        batch_op.add_column(sa.Column('spend', sa.Enum('opex', 'capex', native_enum=False, create_constraint=True, length=30, name='ck_budgetline_spend'), nullable=False, server_default='opex'))
        batch_op.add_column(sa.Column('code', sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('year', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('funding', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('owner_id', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_budgetline_owner_id'), ['owner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_budgetline_source'), ['source'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_budgetline_owner_id_person'), 'person', ['owner_id'], ['id'])

    with op.batch_alter_table('cashflow', schema=None) as batch_op:
        batch_op.add_column(sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('business_case_id', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_cashflow_business_case_id'), ['business_case_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_cashflow_source'), ['source'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_cashflow_business_case_id_businesscase'), 'businesscase', ['business_case_id'], ['id'])

    with op.batch_alter_table('changerequest', schema=None) as batch_op:
        batch_op.add_column(sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('priority', sa.Enum('low', 'medium', 'high', 'critical', native_enum=False, create_constraint=True, length=30, name='ck_changerequest_priority'), nullable=False, server_default='medium'))
        batch_op.add_column(sa.Column('alternatives', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('scope_effect', sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('quality_effect', sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('risk_effect', sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('benefit_effect', sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('assessor_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('rebaselines', sa.Enum('no', 'yes', native_enum=False, create_constraint=True, length=30, name='ck_changerequest_rebaselines'), nullable=False, server_default='no'))
        batch_op.add_column(sa.Column('target', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('implemented_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('verified_by_id', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_changerequest_assessor_id'), ['assessor_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_changerequest_source'), ['source'], unique=False)
        batch_op.create_index(batch_op.f('ix_changerequest_verified_by_id'), ['verified_by_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_changerequest_assessor_id_person'), 'person', ['assessor_id'], ['id'])
        batch_op.create_foreign_key(batch_op.f('fk_changerequest_verified_by_id_person'), 'person', ['verified_by_id'], ['id'])

    with op.batch_alter_table('costentry', schema=None) as batch_op:
        batch_op.add_column(sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('contract_id', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_costentry_contract_id'), ['contract_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_costentry_source'), ['source'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_costentry_contract_id_contract'), 'contract', ['contract_id'], ['id'])

    with op.batch_alter_table('document', schema=None) as batch_op:
        batch_op.add_column(sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False, server_default=''))
        batch_op.create_index(batch_op.f('ix_document_source'), ['source'], unique=False)

    with op.batch_alter_table('membership', schema=None) as batch_op:
        batch_op.add_column(sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False, server_default=''))
        batch_op.create_index(batch_op.f('ix_membership_source'), ['source'], unique=False)

    with op.batch_alter_table('milestone', schema=None) as batch_op:
        batch_op.add_column(sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('wbs', sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('description', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('evidence', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False, server_default=''))
        batch_op.create_index(batch_op.f('ix_milestone_source'), ['source'], unique=False)

    with op.batch_alter_table('objective', schema=None) as batch_op:
        batch_op.add_column(sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('level', sa.Enum('theme', 'objective', 'key result', native_enum=False, create_constraint=True, length=30, name='ck_objective_level'), nullable=False, server_default='objective'))
        batch_op.add_column(sa.Column('parent_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('better', sa.Enum('higher', 'lower', native_enum=False, create_constraint=True, length=30, name='ck_objective_better'), nullable=False, server_default='higher'))
        batch_op.add_column(sa.Column('confidence', sa.Float(), nullable=True))
        batch_op.add_column(sa.Column('funding', Cents(), nullable=True))
        batch_op.create_index(batch_op.f('ix_objective_parent_id'), ['parent_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_objective_source'), ['source'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_objective_parent_id_objective'), 'objective', ['parent_id'], ['id'])

    with op.batch_alter_table('person', schema=None) as batch_op:
        batch_op.add_column(sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('skills', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('location', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('manager_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('calendar_id', sa.Integer(), nullable=True))
        batch_op.alter_column('email',
               existing_type=sa.TEXT(),
               nullable=True)
        batch_op.create_index(batch_op.f('ix_person_calendar_id'), ['calendar_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_person_manager_id'), ['manager_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_person_source'), ['source'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_person_manager_id_person'), 'person', ['manager_id'], ['id'])
        batch_op.create_foreign_key(batch_op.f('fk_person_calendar_id_calendar'), 'calendar', ['calendar_id'], ['id'])

    with op.batch_alter_table('project', schema=None) as batch_op:
        batch_op.add_column(sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('programme_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('product_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('calendar_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('tags', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('tier', sqlmodel.sql.sqltypes.AutoString(length=50), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('success', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('scope_in', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('scope_out', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('constraints', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('declared_until', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('declared_cost', Cents(), nullable=True))
        batch_op.add_column(sa.Column('declared_finish', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('business_value', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('time_criticality', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('risk_reduction', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('job_size', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('delivery_risk', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('must_do', sa.Enum('no', 'yes', native_enum=False, create_constraint=True, length=30, name='ck_project_must_do'), nullable=False, server_default='no'))
        batch_op.create_index(batch_op.f('ix_project_calendar_id'), ['calendar_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_project_product_id'), ['product_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_project_programme_id'), ['programme_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_project_source'), ['source'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_project_programme_id_programme'), 'programme', ['programme_id'], ['id'])
        batch_op.create_foreign_key(batch_op.f('fk_project_calendar_id_calendar'), 'calendar', ['calendar_id'], ['id'])
        batch_op.create_foreign_key(batch_op.f('fk_project_product_id_product'), 'product', ['product_id'], ['id'])

    _without_score()
    with op.batch_alter_table('risk', schema=None) as batch_op:
        batch_op.add_column(sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('chance', sa.Float(), nullable=True))
        batch_op.add_column(sa.Column('days_impact', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('proximity', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('trigger', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('action_owner_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('response_cost', Cents(), nullable=True))
        batch_op.add_column(sa.Column('response_due', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('contingency', sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('fallback', sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('residual_probability', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('residual_impact', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('residual_cost', Cents(), nullable=True))
        batch_op.add_column(sa.Column('objective_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('closed_because', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False, server_default=''))
        batch_op.create_index(batch_op.f('ix_risk_action_owner_id'), ['action_owner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_risk_objective_id'), ['objective_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_risk_source'), ['source'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_risk_action_owner_id_person'), 'person', ['action_owner_id'], ['id'])
        batch_op.create_foreign_key(batch_op.f('fk_risk_objective_id_objective'), 'objective', ['objective_id'], ['id'])
    _with_score()

    with op.batch_alter_table('space', schema=None) as batch_op:
        batch_op.add_column(sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False, server_default=''))
        batch_op.create_index(batch_op.f('ix_space_source'), ['source'], unique=False)

    with op.batch_alter_table('task', schema=None) as batch_op:
        batch_op.add_column(sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('type', sa.Enum('task', 'story', 'bug', 'epic', native_enum=False, create_constraint=True, length=30, name='ck_task_type'), nullable=False, server_default='task'))
        batch_op.add_column(sa.Column('parent_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('wbs', sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('deliverable_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('sprint_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('calendar_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('baseline_start', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('began_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('optimistic', sa.Float(), nullable=True))
        batch_op.add_column(sa.Column('pessimistic', sa.Float(), nullable=True))
        batch_op.add_column(sa.Column('remaining', sa.Float(), nullable=True))
        batch_op.add_column(sa.Column('constraint', sa.Enum('as soon as possible', 'as late as possible', 'must start on', 'must finish on', 'start no earlier than', 'start no later than', 'finish no earlier than', 'finish no later than', native_enum=False, create_constraint=True, length=30, name='ck_task_constraint'), nullable=False, server_default='as soon as possible'))
        batch_op.add_column(sa.Column('constraint_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('hard_deadline', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('recurrence', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('acceptance', sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('links', sqlmodel.sql.sqltypes.AutoString(length=2000), nullable=False, server_default=''))
        batch_op.drop_index(batch_op.f('ix_task_project_id'))
        batch_op.create_index(batch_op.f('ix_task_calendar_id'), ['calendar_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_task_deliverable_id'), ['deliverable_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_task_parent_id'), ['parent_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_task_project_id_due_status_archived'), ['project_id', 'due', 'status', 'archived'], unique=False)
        batch_op.create_index(batch_op.f('ix_task_source'), ['source'], unique=False)
        batch_op.create_index(batch_op.f('ix_task_sprint_id'), ['sprint_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_task_calendar_id_calendar'), 'calendar', ['calendar_id'], ['id'])
        batch_op.create_foreign_key(batch_op.f('fk_task_sprint_id_sprint'), 'sprint', ['sprint_id'], ['id'])
        batch_op.create_foreign_key(batch_op.f('fk_task_parent_id_task'), 'task', ['parent_id'], ['id'])
        batch_op.create_foreign_key(batch_op.f('fk_task_deliverable_id_deliverable'), 'deliverable', ['deliverable_id'], ['id'])



def downgrade() -> None:
    with op.batch_alter_table('task', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_task_deliverable_id_deliverable'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('fk_task_parent_id_task'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('fk_task_sprint_id_sprint'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('fk_task_calendar_id_calendar'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_task_sprint_id'))
        batch_op.drop_index(batch_op.f('ix_task_source'))
        batch_op.drop_index(batch_op.f('ix_task_project_id_due_status_archived'))
        batch_op.drop_index(batch_op.f('ix_task_parent_id'))
        batch_op.drop_index(batch_op.f('ix_task_deliverable_id'))
        batch_op.drop_index(batch_op.f('ix_task_calendar_id'))
        batch_op.create_index(batch_op.f('ix_task_project_id'), ['project_id'], unique=False)
        batch_op.drop_column('links')
        batch_op.drop_column('acceptance')
        batch_op.drop_column('recurrence')
        batch_op.drop_column('hard_deadline')
        batch_op.drop_column('constraint_on')
        batch_op.drop_constraint('ck_task_constraint', type_='check')
        batch_op.drop_column('constraint')
        batch_op.drop_column('remaining')
        batch_op.drop_column('pessimistic')
        batch_op.drop_column('optimistic')
        batch_op.drop_column('began_on')
        batch_op.drop_column('baseline_start')
        batch_op.drop_column('calendar_id')
        batch_op.drop_column('sprint_id')
        batch_op.drop_column('deliverable_id')
        batch_op.drop_column('wbs')
        batch_op.drop_column('parent_id')
        batch_op.drop_constraint('ck_task_type', type_='check')
        batch_op.drop_column('type')
        batch_op.drop_column('source')

    with op.batch_alter_table('space', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_space_source'))
        batch_op.drop_column('source')

    _without_score()
    with op.batch_alter_table('risk', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_risk_objective_id_objective'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('fk_risk_action_owner_id_person'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_risk_source'))
        batch_op.drop_index(batch_op.f('ix_risk_objective_id'))
        batch_op.drop_index(batch_op.f('ix_risk_action_owner_id'))
        batch_op.drop_column('closed_because')
        batch_op.drop_column('objective_id')
        batch_op.drop_column('residual_cost')
        batch_op.drop_column('residual_impact')
        batch_op.drop_column('residual_probability')
        batch_op.drop_column('fallback')
        batch_op.drop_column('contingency')
        batch_op.drop_column('response_due')
        batch_op.drop_column('response_cost')
        batch_op.drop_column('action_owner_id')
        batch_op.drop_column('trigger')
        batch_op.drop_column('proximity')
        batch_op.drop_column('days_impact')
        batch_op.drop_column('chance')
        batch_op.drop_column('source')
    _with_score()

    with op.batch_alter_table('project', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_project_product_id_product'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('fk_project_calendar_id_calendar'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('fk_project_programme_id_programme'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_project_source'))
        batch_op.drop_index(batch_op.f('ix_project_programme_id'))
        batch_op.drop_index(batch_op.f('ix_project_product_id'))
        batch_op.drop_index(batch_op.f('ix_project_calendar_id'))
        batch_op.drop_constraint('ck_project_must_do', type_='check')
        batch_op.drop_column('must_do')
        batch_op.drop_column('delivery_risk')
        batch_op.drop_column('job_size')
        batch_op.drop_column('risk_reduction')
        batch_op.drop_column('time_criticality')
        batch_op.drop_column('business_value')
        batch_op.drop_column('declared_finish')
        batch_op.drop_column('declared_cost')
        batch_op.drop_column('declared_until')
        batch_op.drop_column('constraints')
        batch_op.drop_column('scope_out')
        batch_op.drop_column('scope_in')
        batch_op.drop_column('success')
        batch_op.drop_column('tier')
        batch_op.drop_column('tags')
        batch_op.drop_column('calendar_id')
        batch_op.drop_column('product_id')
        batch_op.drop_column('programme_id')
        batch_op.drop_column('source')

    with op.batch_alter_table('person', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_person_calendar_id_calendar'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('fk_person_manager_id_person'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_person_source'))
        batch_op.drop_index(batch_op.f('ix_person_manager_id'))
        batch_op.drop_index(batch_op.f('ix_person_calendar_id'))
        batch_op.alter_column('email',
               existing_type=sa.TEXT(),
               nullable=False)
        batch_op.drop_column('calendar_id')
        batch_op.drop_column('manager_id')
        batch_op.drop_column('location')
        batch_op.drop_column('skills')
        batch_op.drop_column('source')

    with op.batch_alter_table('objective', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_objective_parent_id_objective'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_objective_source'))
        batch_op.drop_index(batch_op.f('ix_objective_parent_id'))
        batch_op.drop_column('funding')
        batch_op.drop_column('confidence')
        batch_op.drop_constraint('ck_objective_better', type_='check')
        batch_op.drop_column('better')
        batch_op.drop_column('parent_id')
        batch_op.drop_constraint('ck_objective_level', type_='check')
        batch_op.drop_column('level')
        batch_op.drop_column('source')

    with op.batch_alter_table('milestone', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_milestone_source'))
        batch_op.drop_column('evidence')
        batch_op.drop_column('description')
        batch_op.drop_column('wbs')
        batch_op.drop_column('source')

    with op.batch_alter_table('membership', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_membership_source'))
        batch_op.drop_column('source')

    with op.batch_alter_table('document', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_document_source'))
        batch_op.drop_column('source')

    with op.batch_alter_table('costentry', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_costentry_contract_id_contract'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_costentry_source'))
        batch_op.drop_index(batch_op.f('ix_costentry_contract_id'))
        batch_op.drop_column('contract_id')
        batch_op.drop_column('source')

    with op.batch_alter_table('changerequest', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_changerequest_verified_by_id_person'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('fk_changerequest_assessor_id_person'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_changerequest_verified_by_id'))
        batch_op.drop_index(batch_op.f('ix_changerequest_source'))
        batch_op.drop_index(batch_op.f('ix_changerequest_assessor_id'))
        batch_op.drop_column('verified_by_id')
        batch_op.drop_column('implemented_on')
        batch_op.drop_column('target')
        batch_op.drop_constraint('ck_changerequest_rebaselines', type_='check')
        batch_op.drop_column('rebaselines')
        batch_op.drop_column('assessor_id')
        batch_op.drop_column('benefit_effect')
        batch_op.drop_column('risk_effect')
        batch_op.drop_column('quality_effect')
        batch_op.drop_column('scope_effect')
        batch_op.drop_column('alternatives')
        batch_op.drop_constraint('ck_changerequest_priority', type_='check')
        batch_op.drop_column('priority')
        batch_op.drop_column('source')

    with op.batch_alter_table('cashflow', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_cashflow_business_case_id_businesscase'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_cashflow_source'))
        batch_op.drop_index(batch_op.f('ix_cashflow_business_case_id'))
        batch_op.drop_column('business_case_id')
        batch_op.drop_column('source')

    with op.batch_alter_table('budgetline', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_budgetline_owner_id_person'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_budgetline_source'))
        batch_op.drop_index(batch_op.f('ix_budgetline_owner_id'))
        batch_op.drop_column('owner_id')
        batch_op.drop_column('funding')
        batch_op.drop_column('year')
        batch_op.drop_column('code')
        batch_op.drop_constraint('ck_budgetline_spend', type_='check')
        batch_op.drop_column('spend')
        batch_op.drop_constraint('ck_budgetline_type', type_='check')
        batch_op.drop_column('type')
        batch_op.drop_column('source')

    with op.batch_alter_table('benefit', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_benefit_product_id_product'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('fk_benefit_validated_by_id_person'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('fk_benefit_milestone_id_milestone'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_benefit_validated_by_id'))
        batch_op.drop_index(batch_op.f('ix_benefit_source'))
        batch_op.drop_index(batch_op.f('ix_benefit_product_id'))
        batch_op.drop_index(batch_op.f('ix_benefit_milestone_id'))
        batch_op.drop_column('validated_by_id')
        batch_op.drop_column('cost_to_realise')
        batch_op.drop_column('confidence')
        batch_op.drop_column('priority')
        batch_op.drop_column('tolerance')
        batch_op.drop_column('aim')
        batch_op.drop_column('baseline_on')
        batch_op.drop_column('baseline')
        batch_op.drop_column('frequency')
        batch_op.drop_column('formula')
        batch_op.drop_column('unit')
        batch_op.drop_column('product_id')
        batch_op.drop_column('milestone_id')
        batch_op.drop_column('output')
        batch_op.drop_column('beneficiary')
        batch_op.drop_constraint('ck_benefit_cashable', type_='check')
        batch_op.drop_column('cashable')
        batch_op.drop_column('source')

    with op.batch_alter_table('timeentry', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_timeentry_task_id'))
        batch_op.drop_index(batch_op.f('ix_timeentry_source'))
        batch_op.drop_index(batch_op.f('ix_timeentry_project_id'))
        batch_op.drop_index(batch_op.f('ix_timeentry_person_id'))
        batch_op.drop_index(batch_op.f('ix_timeentry_on'))
        batch_op.drop_index(batch_op.f('ix_timeentry_key'))

    op.drop_table('timeentry')
    with op.batch_alter_table('requirement', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_requirement_task_id'))
        batch_op.drop_index(batch_op.f('ix_requirement_source'))
        batch_op.drop_index(batch_op.f('ix_requirement_project_id'))
        batch_op.drop_index(batch_op.f('ix_requirement_owner_id'))
        batch_op.drop_index(batch_op.f('ix_requirement_objective_id'))
        batch_op.drop_index(batch_op.f('ix_requirement_key'))
        batch_op.drop_index(batch_op.f('ix_requirement_deliverable_id'))

    op.drop_table('requirement')
    with op.batch_alter_table('link', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_link_successor_milestone_id'))
        batch_op.drop_index(batch_op.f('ix_link_successor_id'))
        batch_op.drop_index(batch_op.f('ix_link_source'))
        batch_op.drop_index(batch_op.f('ix_link_project_id'))
        batch_op.drop_index(batch_op.f('ix_link_predecessor_milestone_id'))
        batch_op.drop_index(batch_op.f('ix_link_predecessor_id'))
        batch_op.drop_index(batch_op.f('ix_link_key'))

    op.drop_table('link')
    with op.batch_alter_table('issue', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_issue_task_id'))
        batch_op.drop_index(batch_op.f('ix_issue_source'))
        batch_op.drop_index(batch_op.f('ix_issue_risk_id'))
        batch_op.drop_index(batch_op.f('ix_issue_raised_by_id'))
        batch_op.drop_index(batch_op.f('ix_issue_project_id'))
        batch_op.drop_index(batch_op.f('ix_issue_owner_id'))
        batch_op.drop_index(batch_op.f('ix_issue_key'))
        batch_op.drop_index(batch_op.f('ix_issue_escalated_to_id'))
        batch_op.drop_index(batch_op.f('ix_issue_due'))

    op.drop_table('issue')
    with op.batch_alter_table('allocation', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_allocation_task_id'))
        batch_op.drop_index(batch_op.f('ix_allocation_start'))
        batch_op.drop_index(batch_op.f('ix_allocation_source'))
        batch_op.drop_index(batch_op.f('ix_allocation_project_id'))
        batch_op.drop_index(batch_op.f('ix_allocation_person_id'))
        batch_op.drop_index(batch_op.f('ix_allocation_key'))
        batch_op.drop_index(batch_op.f('ix_allocation_end'))

    op.drop_table('allocation')
    with op.batch_alter_table('responsibility', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_responsibility_source'))
        batch_op.drop_index(batch_op.f('ix_responsibility_project_id'))
        batch_op.drop_index(batch_op.f('ix_responsibility_person_id'))
        batch_op.drop_index(batch_op.f('ix_responsibility_key'))
        batch_op.drop_index(batch_op.f('ix_responsibility_deliverable_id'))

    op.drop_table('responsibility')
    with op.batch_alter_table('measurement', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_measurement_verified_by_id'))
        batch_op.drop_index(batch_op.f('ix_measurement_source'))
        batch_op.drop_index(batch_op.f('ix_measurement_project_id'))
        batch_op.drop_index(batch_op.f('ix_measurement_on'))
        batch_op.drop_index(batch_op.f('ix_measurement_objective_id'))
        batch_op.drop_index(batch_op.f('ix_measurement_metric_id'))
        batch_op.drop_index(batch_op.f('ix_measurement_key'))
        batch_op.drop_index(batch_op.f('ix_measurement_benefit_id'))

    op.drop_table('measurement')
    with op.batch_alter_table('check', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_check_source'))
        batch_op.drop_index(batch_op.f('ix_check_reviewer_id'))
        batch_op.drop_index(batch_op.f('ix_check_project_id'))
        batch_op.drop_index(batch_op.f('ix_check_producer_id'))
        batch_op.drop_index(batch_op.f('ix_check_planned'))
        batch_op.drop_index(batch_op.f('ix_check_key'))
        batch_op.drop_index(batch_op.f('ix_check_deliverable_id'))
        batch_op.drop_index(batch_op.f('ix_check_approver_id'))

    op.drop_table('check')
    with op.batch_alter_table('deliverable', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_deliverable_source'))
        batch_op.drop_index(batch_op.f('ix_deliverable_project_id'))
        batch_op.drop_index(batch_op.f('ix_deliverable_owner_id'))
        batch_op.drop_index(batch_op.f('ix_deliverable_milestone_id'))
        batch_op.drop_index(batch_op.f('ix_deliverable_key'))
        batch_op.drop_index(batch_op.f('ix_deliverable_due'))

    op.drop_table('deliverable')
    with op.batch_alter_table('criterion', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_criterion_source'))
        batch_op.drop_index(batch_op.f('ix_criterion_project_id'))
        batch_op.drop_index(batch_op.f('ix_criterion_key'))
        batch_op.drop_index(batch_op.f('ix_criterion_judge_id'))
        batch_op.drop_index(batch_op.f('ix_criterion_gate_id'))

    op.drop_table('criterion')
    with op.batch_alter_table('communication', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_communication_stakeholder_id'))
        batch_op.drop_index(batch_op.f('ix_communication_source'))
        batch_op.drop_index(batch_op.f('ix_communication_sender_id'))
        batch_op.drop_index(batch_op.f('ix_communication_project_id'))
        batch_op.drop_index(batch_op.f('ix_communication_next_due'))
        batch_op.drop_index(batch_op.f('ix_communication_key'))

    op.drop_table('communication')
    with op.batch_alter_table('businesscase', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_businesscase_source'))
        batch_op.drop_index(batch_op.f('ix_businesscase_project_id'))
        batch_op.drop_index(batch_op.f('ix_businesscase_owner_id'))
        batch_op.drop_index(batch_op.f('ix_businesscase_key'))
        batch_op.drop_index(batch_op.f('ix_businesscase_gate_id'))

    op.drop_table('businesscase')
    with op.batch_alter_table('baseline', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_baseline_source'))
        batch_op.drop_index(batch_op.f('ix_baseline_project_id'))
        batch_op.drop_index(batch_op.f('ix_baseline_key'))
        batch_op.drop_index(batch_op.f('ix_baseline_change_request_id'))
        batch_op.drop_index(batch_op.f('ix_baseline_agreed_on'))

    op.drop_table('baseline')
    with op.batch_alter_table('assumption', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_assumption_validate_by'))
        batch_op.drop_index(batch_op.f('ix_assumption_source'))
        batch_op.drop_index(batch_op.f('ix_assumption_risk_id'))
        batch_op.drop_index(batch_op.f('ix_assumption_project_id'))
        batch_op.drop_index(batch_op.f('ix_assumption_owner_id'))
        batch_op.drop_index(batch_op.f('ix_assumption_key'))

    op.drop_table('assumption')
    with op.batch_alter_table('stakeholder', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_stakeholder_source'))
        batch_op.drop_index(batch_op.f('ix_stakeholder_project_id'))
        batch_op.drop_index(batch_op.f('ix_stakeholder_key'))
        batch_op.drop_index(batch_op.f('ix_stakeholder_engager_id'))

    op.drop_table('stakeholder')
    with op.batch_alter_table('sprint', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_sprint_start'))
        batch_op.drop_index(batch_op.f('ix_sprint_source'))
        batch_op.drop_index(batch_op.f('ix_sprint_project_id'))
        batch_op.drop_index(batch_op.f('ix_sprint_key'))
        batch_op.drop_index(batch_op.f('ix_sprint_end'))

    op.drop_table('sprint')
    with op.batch_alter_table('metric', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_metric_source'))
        batch_op.drop_index(batch_op.f('ix_metric_project_id'))
        batch_op.drop_index(batch_op.f('ix_metric_owner_id'))
        batch_op.drop_index(batch_op.f('ix_metric_key'))

    op.drop_table('metric')
    with op.batch_alter_table('lesson', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_lesson_source'))
        batch_op.drop_index(batch_op.f('ix_lesson_project_id'))
        batch_op.drop_index(batch_op.f('ix_lesson_key'))

    op.drop_table('lesson')
    with op.batch_alter_table('gate', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_gate_source'))
        batch_op.drop_index(batch_op.f('ix_gate_project_id'))
        batch_op.drop_index(batch_op.f('ix_gate_key'))
        batch_op.drop_index(batch_op.f('ix_gate_finish'))
        batch_op.drop_index(batch_op.f('ix_gate_decider_id'))

    op.drop_table('gate')
    with op.batch_alter_table('dependency', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_dependency_source'))
        batch_op.drop_index(batch_op.f('ix_dependency_project_id'))
        batch_op.drop_index(batch_op.f('ix_dependency_owner_id'))
        batch_op.drop_index(batch_op.f('ix_dependency_other_project_id'))
        batch_op.drop_index(batch_op.f('ix_dependency_needed_by'))
        batch_op.drop_index(batch_op.f('ix_dependency_key'))

    op.drop_table('dependency')
    with op.batch_alter_table('decision', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_decision_supersedes_id'))
        batch_op.drop_index(batch_op.f('ix_decision_source'))
        batch_op.drop_index(batch_op.f('ix_decision_project_id'))
        batch_op.drop_index(batch_op.f('ix_decision_key'))
        batch_op.drop_index(batch_op.f('ix_decision_decider_id'))
        batch_op.drop_index(batch_op.f('ix_decision_decide_by'))

    op.drop_table('decision')
    with op.batch_alter_table('contract', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_contract_source'))
        batch_op.drop_index(batch_op.f('ix_contract_project_id'))
        batch_op.drop_index(batch_op.f('ix_contract_owner_id'))
        batch_op.drop_index(batch_op.f('ix_contract_key'))
        batch_op.drop_index(batch_op.f('ix_contract_end'))

    op.drop_table('contract')
    with op.batch_alter_table('comment', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_comment_source'))
        batch_op.drop_index(batch_op.f('ix_comment_project_id'))
        batch_op.drop_index(batch_op.f('ix_comment_key'))
        batch_op.drop_index(batch_op.f('ix_comment_author_id'))
        batch_op.drop_index(batch_op.f('ix_comment_about'))

    op.drop_table('comment')
    with op.batch_alter_table('programme', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_programme_sponsor_id'))
        batch_op.drop_index(batch_op.f('ix_programme_source'))
        batch_op.drop_index(batch_op.f('ix_programme_objective_id'))
        batch_op.drop_index(batch_op.f('ix_programme_manager_id'))
        batch_op.drop_index(batch_op.f('ix_programme_key'))

    op.drop_table('programme')
    with op.batch_alter_table('product', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_product_source'))
        batch_op.drop_index(batch_op.f('ix_product_owner_id'))
        batch_op.drop_index(batch_op.f('ix_product_objective_id'))
        batch_op.drop_index(batch_op.f('ix_product_key'))

    op.drop_table('product')
    with op.batch_alter_table('mapping', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_mapping_source'))
        batch_op.drop_index(batch_op.f('ix_mapping_person_id'))
        batch_op.drop_index(batch_op.f('ix_mapping_key'))

    op.drop_table('mapping')
    with op.batch_alter_table('absence', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_absence_start'))
        batch_op.drop_index(batch_op.f('ix_absence_source'))
        batch_op.drop_index(batch_op.f('ix_absence_person_id'))
        batch_op.drop_index(batch_op.f('ix_absence_key'))
        batch_op.drop_index(batch_op.f('ix_absence_end'))

    op.drop_table('absence')
    with op.batch_alter_table('office', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_office_source'))
        batch_op.drop_index(batch_op.f('ix_office_key'))
        batch_op.drop_index(batch_op.f('ix_office_calendar_id'))

    op.drop_table('office')
    with op.batch_alter_table('word', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_word_source'))
        batch_op.drop_index(batch_op.f('ix_word_key'))

    op.drop_table('word')
    with op.batch_alter_table('threshold', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_threshold_source'))
        batch_op.drop_index(batch_op.f('ix_threshold_key'))

    op.drop_table('threshold')
    with op.batch_alter_table('rate', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_rate_source'))
        batch_op.drop_index(batch_op.f('ix_rate_key'))

    op.drop_table('rate')
    with op.batch_alter_table('calendar', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_calendar_source'))
        batch_op.drop_index(batch_op.f('ix_calendar_key'))

    op.drop_table('calendar')
    with op.batch_alter_table('approvallimit', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_approvallimit_source'))
        batch_op.drop_index(batch_op.f('ix_approvallimit_key'))

    op.drop_table('approvallimit')


def _without_score() -> None:
    """SQLite cannot copy a computed column into a rebuilt table, so it steps aside."""
    with op.batch_alter_table('risk', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_risk_score'))
        batch_op.drop_column('score')


def _with_score() -> None:
    with op.batch_alter_table('risk', schema=None, recreate='always' if op.get_bind().dialect.name == 'sqlite' else 'never') as batch_op:
        batch_op.add_column(sa.Column('score', sa.Integer(), sa.Computed('probability * impact', persisted=True), nullable=True))
        batch_op.create_index(batch_op.f('ix_risk_score'), ['score'], unique=False)
