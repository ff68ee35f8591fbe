"""Files that a command writes: refused where they cannot be, and there only when they are whole."""
from collections.abc import Iterator
from contextlib import contextmanager
import os
from pathlib import Path
from typing import IO
from uuid import uuid4

from records.errors import BadInput, Conflict


def refuse_unfit(to: Path | None, *, force: bool) -> None:
    """Raise where nothing can be written, or where something is that is not to be replaced."""
    if to is None:
        return
    if to.is_dir() or not to.parent.is_dir():
        raise BadInput(f"{to} is a folder; name a file." if to.is_dir() else f"There is no folder {to.parent}.")
    if to.exists() and not force:
        raise Conflict(f"{to} is there already. Take another name, or add --force to replace it.")


@contextmanager
def finished(to: Path) -> Iterator[IO[bytes]]:
    """A file that gets its name only when it is whole."""
    part = to.with_name(f".{to.name[:100]}.{uuid4().hex[:8]}.part")
    try:
        with part.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(to)
    finally:
        part.unlink(missing_ok=True)


def told(size: int) -> str:
    """A number of bytes in words."""
    return f"{size:,} bytes" if size < 10_000 else f"{size / 1000:,.0f} KB" if size < 10_000_000 else f"{size / 1_000_000:,.0f} MB"  # noqa: PLR2004
