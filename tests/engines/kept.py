"""A PostgreSQL database put back as it was: quicker for each test than a new one, which is a thousand files."""
from functools import cache
from typing import Any

import psycopg
import sqlalchemy as sa

# What is there is copied into a schema beside it. A table with newer or fewer rows gets its own back, with all triggers and references at rest.
REMEMBER = """
DROP SCHEMA IF EXISTS kept CASCADE;
CREATE SCHEMA kept;
CREATE TABLE kept."tables" AS
    SELECT c.relname::text AS name, 0::bigint AS many, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' GROUP BY c.oid;
CREATE TABLE kept.sequences AS SELECT quote_ident(sequencename) AS name, coalesce(last_value, 1) AS last, last_value IS NOT NULL AS is_called
    FROM pg_sequences WHERE schemaname = 'public';
CREATE TABLE kept.moment AS SELECT txid_current() AS last;
DO $$ DECLARE t record; BEGIN
    FOR t IN SELECT * FROM kept."tables" LOOP
        EXECUTE format('CREATE TABLE kept.%I AS SELECT %s FROM public.%I', '_' || t.name, t.columns, t.name);
        EXECUTE format('UPDATE kept."tables" SET many = (SELECT count(*) FROM public.%I) WHERE name = $1', t.name) USING t.name;
    END LOOP;
END $$;
CREATE FUNCTION kept.restore() RETURNS void AS $$ DECLARE t record; since bigint; newest bigint; many bigint; BEGIN
    SET LOCAL session_replication_role = replica;
    SELECT last INTO since FROM kept.moment;
    FOR t IN SELECT * FROM kept."tables" LOOP
        EXECUTE format('SELECT coalesce(max(xmin::text::bigint), 0), count(*) FROM public.%I', t.name) INTO newest, many;
        IF newest > since OR many <> t.many THEN
            EXECUTE format('DELETE FROM public.%I', t.name);
            EXECUTE format('INSERT INTO public.%I (%s) SELECT %s FROM kept.%I', t.name, t.columns, t.columns, '_' || t.name);
        END IF;
    END LOOP;
    PERFORM setval(('public.' || name)::regclass, last, is_called) FROM kept.sequences;
    UPDATE kept.moment SET last = txid_current();
END $$ LANGUAGE plpgsql;
"""
# Whoever is in the middle of something is sent away, and all when they are many; who waits for the next question may stay.
ALONE = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
AND (state <> 'idle' OR (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()) > 30)"""


def remember(url: str) -> None:
    """Keep a copy of every row that is there now."""
    _run(url, REMEMBER)


def restore(url: str) -> None:
    """Put every row back as it was, whoever still holds the database open."""
    _run(url, ALONE, "SELECT kept.restore()")


def _run(url: str, *statements: str) -> None:
    """Over a connection that is kept: a new one reads anew what all the tables are, which is most of the work."""
    for statement in statements:
        try:
            _connected(url).execute(statement.encode())
        except psycopg.OperationalError:                        # a test has sent everybody away
            _connected.cache_clear()
            _connected(url).execute(statement.encode())


@cache
def _connected(url: str) -> psycopg.Connection[Any]:
    return psycopg.connect(sa.make_url(url).set(drivername="postgresql").render_as_string(hide_password=False), autocommit=True)
