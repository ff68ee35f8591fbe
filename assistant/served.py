"""Where this company is served just now: its server leaves the address in the folder of its state, and a lock on that file says that it still runs."""
from collections.abc import Iterator
from contextlib import contextmanager
import fcntl
from pathlib import Path
from typing import TextIO

from assistant.settings import Settings

NAME = "served"


@contextmanager
def serving(home: Path, address: str) -> Iterator[None]:
    """Say that it is served there for as long as this lasts. Of several servers over one folder the first is the one that is said."""
    said = _said(home, address)
    try:
        yield
    finally:
        if said:
            said.close()


def _said(home: Path, address: str) -> TextIO | None:
    """The file with the address, and the lock on it, which the system lets go of however the server ends."""
    said = None
    try:
        said = (home / NAME).open("a+", encoding="utf-8")
        fcntl.flock(said, fcntl.LOCK_EX | fcntl.LOCK_NB)
        said.truncate(0)
        said.write(address)
        said.flush()
    except OSError:                             # another server has it, or nothing can be written there
        if said:
            said.close()
        return None
    return said


def served(home: Path) -> str:
    """The address of the server that runs over this folder, "" where none does."""
    try:
        with (home / NAME).open(encoding="utf-8") as said:
            try:
                fcntl.flock(said, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return said.read().strip()
    except OSError:
        return ""
    return ""


def reached(settings: Settings) -> str:
    """Where people reach the page: as it was set, else where a server runs, else where one would listen."""
    return settings.public_url or served(settings.home) or settings.address
