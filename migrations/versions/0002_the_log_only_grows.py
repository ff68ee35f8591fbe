"""The log of changes only grows: the database itself refuses to alter or remove its lines."""
from alembic import op

revision = '0002'
down_revision = '0001'

TABLES = ("change", "touch", "note")


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table in TABLES:
            for verb in ("UPDATE", "DELETE"):
                op.execute(f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, 'this table only grows'); END")
        return
    op.execute("CREATE FUNCTION only_grows() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'this table only grows' "
               "USING ERRCODE = 'integrity_constraint_violation'; END $$ LANGUAGE plpgsql")
    for table in TABLES:
        for verb in ("UPDATE", "DELETE", "TRUNCATE"):
            op.execute(f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} EXECUTE FUNCTION only_grows()")


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table in TABLES:
            for verb in ("update", "delete"):
                op.execute(f"DROP TRIGGER {table}_no_{verb}")
        return
    for table in TABLES:
        for verb in ("update", "delete", "truncate"):
            op.execute(f"DROP TRIGGER {table}_no_{verb} ON {table}")
    op.execute("DROP FUNCTION only_grows()")
