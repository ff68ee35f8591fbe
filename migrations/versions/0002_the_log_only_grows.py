"""The log of changes only grows: the database itself refuses to alter or remove its lines."""
from alembic import op

revision = '0002'
down_revision = '0001'

TABLES = ("change", "touch", "note")


def upgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    if not sqlite:
        op.execute("CREATE FUNCTION only_grows() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'this table only grows'; END $$ LANGUAGE plpgsql")
    for table in TABLES:
        for verb in ("UPDATE", "DELETE"):
            name = f"{table}_no_{verb.lower()}"
            if sqlite:
                op.execute(f"CREATE TRIGGER {name} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, 'this table only grows'); END")
            else:
                op.execute(f"CREATE TRIGGER {name} BEFORE {verb} ON {table} EXECUTE FUNCTION only_grows()")


def downgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    for table in TABLES:
        for verb in ("update", "delete"):
            op.execute(f"DROP TRIGGER {table}_no_{verb}" + ("" if sqlite else f" ON {table}"))
    if not sqlite:
        op.execute("DROP FUNCTION only_grows()")
