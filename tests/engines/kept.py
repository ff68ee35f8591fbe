"""A PostgreSQL database put back as it was: quicker for each test than a new one, which is a thousand files."""
import psycopg
import sqlalchemy as sa

# What is there is copied into a schema beside it. A table with newer or fewer rows gets its own back, with all triggers and references at rest.
REMEMBER = """
DROP SCHEMA IF EXISTS kept CASCADE;
CREATE SCHEMA kept;
CREATE TABLE kept."tables" AS
    SELECT c.relname::text AS name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' GROUP BY c.oid;
CREATE TABLE kept.sequences AS SELECT quote_ident(sequencename) AS name, coalesce(last_value, 1) AS last, last_value IS NOT NULL AS is_called
    FROM pg_sequences WHERE schemaname = 'public';
CREATE TABLE kept.moment AS SELECT txid_current() AS last;
DO $$ DECLARE t record; BEGIN
    FOR t IN SELECT * FROM kept."tables" LOOP EXECUTE format('CREATE TABLE kept.%I AS SELECT %s FROM public.%I', '_' || t.name, t.columns, t.name); END LOOP;
END $$;
CREATE FUNCTION kept.restore() RETURNS void AS $$ DECLARE t record; since bigint; is_other boolean; BEGIN
    SET LOCAL session_replication_role = replica;
    SELECT last INTO since FROM kept.moment;
    FOR t IN SELECT * FROM kept."tables" LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM public.%I WHERE xmin::text::bigint > $1)
                        OR (SELECT count(*) FROM public.%I) <> (SELECT count(*) FROM kept.%I)', t.name, t.name, '_' || t.name) INTO is_other USING since;
        IF is_other THEN
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
    with psycopg.connect(sa.make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)) as connection:
        for statement in statements:
            connection.execute(statement.encode())
