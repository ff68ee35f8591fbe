"""A PostgreSQL database as a dump of pg_dump, checked before it gets its name; put back in one transaction."""
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import chain as joined
from pathlib import Path
import shutil
import subprocess
from tempfile import TemporaryDirectory
from typing import IO

import sqlalchemy as sa

from records.agenda import JOBS_SCHEMA
from records.backing_up import dumped
from records.backing_up.checking import NO_BACKUP, Counted
from records.backing_up.copying import ONLY_OURS, free_name, named, unfinished
from records.backing_up.schema import Part, parts, refuse_strange
from records.database import Database
from records.errors import BadInput, Conflict, Sorry
from records.migrating import upgrade
from records.versions import TOO_NEW, chain

DUMP = b"PGDMP"
BARE = ("--no-owner", "--no-privileges")
BESIDE = "pmo_beside"                               # a schema in which ours is made to compare with; dropped at once
MISSING = "{name} is not on this machine. Install PostgreSQL's client programs, of the server's version or newer."


def back_up(database: Database, to: Path) -> Counted:
    """Dump a database that may be written to meanwhile, as it is at one moment."""
    with unfinished(to) as part:
        _dump(database, part)
        with _read(part) as lines:
            found, _ = dumped.checked(lines, "these records")
        named(part, to)
    return found


def restore(database: Database, source: Path, now: datetime, home: Path) -> tuple[Counted, Path | None]:
    """Put a dump in the place of what a database holds, in one transaction; what was there is dumped aside into `home`. Returns where."""
    with source.open("rb") as opened:
        if opened.read(len(DUMP)) != DUMP:
            raise BadInput(NO_BACKUP.format(name=source.name))
    with _read(source) as lines:
        found, version = dumped.checked(lines, source.name)
    if not version:
        raise BadInput(NO_BACKUP.format(name=source.name))
    if version not in chain():
        raise Sorry(TOO_NEW)
    with _read(source, "--schema-only", *BARE) as lines:
        refuse_strange(parts(lines), _ours(database, version), source.name)
    aside = set_aside(database, now, home)
    _replace(database, source)
    upgrade(database)
    return found, aside


def set_aside(database: Database, now: datetime, home: Path) -> Path | None:
    """Dump what is there under a dated name, whole or not; None when there is nothing."""
    if not database.is_made():
        return None
    return keep_as_it_is(database, free_name(home / "pmo.dump", now))


def keep_as_it_is(database: Database, to: Path) -> Path:
    """Dump what is there, whole or not."""
    with unfinished(to) as part:
        _dump(database, part)
        named(part, to)
    return to


def empty(database: Database) -> None:
    """Take everything out of a database that was set aside."""
    with database.engine.begin() as connection:
        for statement in _emptying(connection):
            connection.exec_driver_sql(statement)


def _dump(database: Database, to: Path) -> None:
    with _reaching(database) as url:
        _run([_program("pg_dump"), "--format=custom", f"--exclude-schema={JOBS_SCHEMA}", *BARE, f"--file={to}", f"--dbname={url}"])


def _replace(database: Database, source: Path) -> None:
    """Empty the database and fill it from the dump; all of it happens or nothing."""
    with database.engine.connect() as connection:
        emptying = "".join(f"{statement};\n" for statement in _emptying(connection))
    database.engine.dispose()
    with _reaching(database) as url, TemporaryDirectory() as folder:
        script = Path(folder) / "restore.sql"
        script.touch(ONLY_OURS)
        with _read(source, *BARE) as lines, script.open("wb") as file:
            file.writelines(joined([emptying.encode()], lines))
        _run([_program("psql"), "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", f"--dbname={url}", f"--file={script}"])


def _ours(database: Database, version: str) -> frozenset[Part]:
    """What our migrations up to a version make on this server, told by the same program."""
    url = database.engine.url
    options = " ".join((*([said] if isinstance(said := url.query.get("options"), str) else ()), f"-csearch_path={BESIDE}"))
    beside = Database(url.update_query_dict({"options": options}).render_as_string(hide_password=False))
    _drop_beside(database, "CREATE SCHEMA " + BESIDE)
    try:
        upgrade(beside, version)
        with _reaching(database) as address, TemporaryDirectory() as folder:
            told = Path(folder) / "ours.sql"
            _run([_program("pg_dump"), "--schema-only", f"--schema={BESIDE}", *BARE, f"--file={told}", f"--dbname={address}"])
            with told.open("rb") as lines:
                return frozenset(part for part in parts(lines, BESIDE) if part[0] != "schema")
    finally:
        beside.engine.dispose()
        _drop_beside(database)


def _drop_beside(database: Database, *then: str) -> None:
    with database.engine.begin() as connection:
        for statement in (f"DROP SCHEMA IF EXISTS {BESIDE} CASCADE", *then):
            connection.exec_driver_sql(statement)


def _emptying(connection: sa.Connection) -> Sequence[str]:
    """The statements that leave nothing but an empty schema."""
    quoted = connection.dialect.identifier_preparer.quote
    names = [name for name in sa.inspect(connection).get_schema_names() if name != "information_schema" and not name.startswith("pg_")]
    return ["SET lock_timeout = '10s'", *(f"DROP SCHEMA {quoted(name)} CASCADE" for name in names), "CREATE SCHEMA public"]


@contextmanager
def _read(dump: Path, *how: str) -> Iterator[Iterator[bytes]]:
    """A dump's lines as SQL; without options its data only."""
    command = [_program("pg_restore"), *(how or ("--data-only",)), "--file=-", str(dump)]
    with TemporaryDirectory() as folder, (Path(folder) / "said").open("w+b") as said:
        running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said, stdin=subprocess.DEVNULL)  # noqa: S603 - our own words and a path
        out: IO[bytes] = running.stdout  # type: ignore[assignment]  # it is a pipe
        with out:
            yield iter(out)
            for _ in out:
                pass
        if running.wait():
            raise BadInput(f"{dump.name} cannot be read by pg_restore: {_why(_told(said))}")


@contextmanager
def _reaching(database: Database) -> Iterator[str]:
    """The database's address as PostgreSQL's programs take it; a password goes by a file, for others can see a program's arguments."""
    url = database.engine.url
    if not url.password:
        yield url.set(drivername="postgresql").render_as_string()
        return
    with TemporaryDirectory() as folder:
        secret = Path(folder) / "password"
        secret.touch(ONLY_OURS)
        escaped = str(url.password).replace("\\", "\\\\").replace(":", "\\:")
        secret.write_text(f"*:*:*:*:{escaped}\n", "utf-8")
        bare = sa.URL.create("postgresql", url.username, None, url.host, url.port, url.database, {**url.query, "passfile": str(secret)})
        yield bare.render_as_string()


def _run(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False)  # noqa: S603 - our own words and paths
    if done.returncode:
        raise Conflict(f"{Path(command[0]).name} could not do it: {_why(done.stderr)}")


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise Conflict(MISSING.format(name=name))
    return found


def _told(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read(4000)


def _why(said: bytes) -> str:
    """What a program complained of, in one line, without its own name."""
    lines = [line.partition("error: ")[2] or line for line in said.decode(errors="replace").splitlines() if line.strip()]
    return lines[0][:300] if lines else "it did not say why"
