"""Every migration of the chain, up, down and up again with rows in the tables, on both engines; new ones are covered by being there."""
from collections.abc import Iterator
from itertools import groupby

import pytest
import sqlalchemy as sa

from records import migrating, versions
from records.database import Database
from records.errors import Sorry
from tests.engines.rows import fill
from tests.engines.server import Server

CHAIN = versions.chain()
GROWING = {"change": "at", "touch": "kind", "note": "at"}           # tables that only grow, from the second migration on
# Asked in the engines' own words: what SQLAlchemy asks for all these tables, three times for each migration, took most of the time.
STATEMENTS = "SELECT tbl_name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND name NOT LIKE 'sqlite_%' ORDER BY tbl_name, type, name"
PARTS = """SELECT attrelid::regclass::text, attname::text, format_type(atttypid, atttypmod) || CASE WHEN attnotnull THEN ' not null' ELSE '' END
FROM pg_attribute JOIN pg_class c ON c.oid = attrelid WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped
UNION ALL SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE connamespace = 'public'::regnamespace AND contype <> 'n'"""
LOOKED_INTO = dict[tuple[str, ...], object]()


def shape(database: Database) -> dict[object, object]:
    """What a database is made of, as far as it can be asked."""
    with database.engine.connect() as connection:
        known: dict[object, object] = dict(of_tables(connection)) if database.is_sqlite else {
            (table, part): said for table, part, said in connection.exec_driver_sql(PARTS)}
    return {part: said for part, said in known.items() if "alembic_version" not in str(part)} | {"triggers": sorted(triggers(database))}


def of_tables(connection: sa.Connection) -> Iterator[tuple[str, object]]:
    """What SQLite's tables are made of. What the statements that made one say is looked into once."""
    asked = sa.inspect(connection)
    for name, found in groupby(connection.exec_driver_sql(STATEMENTS), lambda row: str(row[0])):
        statements = tuple(said for _, said in found)
        if statements not in LOOKED_INTO:
            LOOKED_INTO[statements] = {
                "columns": sorted((c["name"], str(c["type"]), c["nullable"]) for c in asked.get_columns(name)),
                "others": sorted(str(each.get("sqltext", each["name"])) for some in (
                    asked.get_indexes(name), asked.get_foreign_keys(name), asked.get_check_constraints(name)) for each in some)}
        yield name, LOOKED_INTO[statements]


def triggers(database: Database) -> set[str]:
    asked = "SELECT name FROM sqlite_master WHERE type = 'trigger'" if database.is_sqlite else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    with database.engine.connect() as connection:
        return set(connection.exec_driver_sql(asked).scalars())


def can_be_rewritten(database: Database) -> set[str]:
    """The statements against the log that the database lets pass."""
    wanted = {str(sa.update(sa.table(t, sa.column(c))).values({c: sa.column(c)})) for t, c in GROWING.items()} | {str(sa.delete(sa.table(t))) for t in GROWING}
    wanted |= set() if database.is_sqlite else {f"TRUNCATE {t}" for t in GROWING}
    return {statement for statement in wanted if not refuses(database, statement)}


def refuses(database: Database, statement: str) -> bool:
    with database.engine.connect() as connection:
        try:
            connection.exec_driver_sql(statement)
        except sa.exc.IntegrityError as refused:
            return "only grows" in str(refused)
        finally:
            connection.rollback()
    return False


@pytest.mark.slow
def test_every_migration_goes_up_down_and_up_again_with_rows_there(empty: Database) -> None:
    was = shape(empty)
    for before, revision in zip(("base", *CHAIN), CHAIN, strict=False):
        migrating.upgrade(empty, revision)
        new, rows = shape(empty), fill(empty)
        assert all(rows.values())
        migrating.downgrade(empty, before)
        assert shape(empty) == was, f"{revision} does not take back what it made"
        migrating.upgrade(empty, revision)
        was = shape(empty)
        assert was == new, f"{revision} makes something else the second time"
        assert fill(empty) == rows
        assert (revision == CHAIN[0]) or not can_be_rewritten(empty), f"after {revision} the log can be rewritten"


@pytest.mark.slow
def test_the_kinds_say_nothing_that_no_migration_made(empty: Database) -> None:
    migrating.upgrade(empty)
    migrating.check(empty)


@pytest.mark.slow
def test_a_migration_that_fails_leaves_all_as_it_was(empty: Database) -> None:
    migrating.upgrade(empty, CHAIN[0])
    was = shape(empty)
    with pytest.raises(sa.exc.DBAPIError):
        half_way(empty)
    assert shape(empty) == was


def half_way(database: Database) -> None:
    with database.reshaping() as connection:
        connection.exec_driver_sql("DROP TABLE posting")
        connection.exec_driver_sql("DROP TABLE no_such_table")


def test_a_migration_that_loses_what_others_refer_to_is_taken_back(tmp_path_factory: pytest.TempPathFactory) -> None:
    """SQLite rebuilds tables with its references at rest, so they are looked at before the end."""
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('one') / 'pmo.db'}")
    migrating.upgrade(database, CHAIN[0])
    rows = fill(database)
    with pytest.raises(RuntimeError, match="reference to no person"), database.reshaping() as connection:
        connection.exec_driver_sql("DELETE FROM person")
    assert fill(database) == rows
    with database.writing() as tx, pytest.raises(sa.exc.IntegrityError, match="FOREIGN KEY"):
        tx.execute(sa.text("DELETE FROM person"))


@pytest.mark.slow
def test_a_database_of_a_newer_version_is_left_alone(empty: Database) -> None:
    migrating.upgrade(empty, CHAIN[0])
    with empty.reshaping() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Sorry, match="newer version"):
        migrating.upgrade(empty)


@pytest.mark.parametrize("encoding", ["UTF8", "SQL_ASCII"])
def test_a_postgresql_that_knows_no_letters_but_ascii_is_refused(postgres: Server, encoding: str) -> None:
    postgres.run(f"CREATE DATABASE ascii_{encoding.lower()} TEMPLATE template0 ENCODING '{encoding}' LOCALE 'C' LOCALE_PROVIDER libc")
    with pytest.raises(Sorry, match="CREATE DATABASE pmo TEMPLATE template0 ENCODING 'UTF8' LOCALE"):
        migrating.upgrade(Database(postgres.url(f"ascii_{encoding.lower()}")))
