"""A folder of documents that a server watches: what is new, changed or gone there is taken in as soon as it stands still."""
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
import logging
import os
from pathlib import Path
from threading import Event, Thread

from records.errors import Sorry

SECONDS = 5.0                           # between two looks; what changes meanwhile is still being written
UNCHANGED = ": unchanged"
log = logging.getLogger(__name__)


class Watch:
    """Looks at times and sizes only; whether a file differs is told by its content when it is taken in. `look` is one round."""

    def __init__(self, folder: Path, ingest: Callable[[Path], Iterator[str]]) -> None:
        self._folder, self._ingest = folder, ingest
        self._seen: Mapping[str, tuple[int, int]] = {}
        self._taken: Mapping[str, tuple[int, int]] = {}
        self._stopped = Event()

    def start(self) -> None:
        Thread(target=self._run, name="watches the documents", daemon=True).start()

    def stop(self) -> None:
        self._stopped.set()

    def look(self) -> Sequence[str]:
        """Take the folder in if it changed and stands still; returns a line for each file that is not as it was."""
        before, self._seen = self._seen, dict(_there(self._folder))
        if self._seen != before or self._seen == self._taken:
            return ()
        self._taken = self._seen
        return [line for line in self._ingest(self._folder) if not line.endswith(UNCHANGED)]

    def _run(self) -> None:
        while not self._stopped.is_set():
            try:
                for line in self.look():
                    log.info("%s", line)
            except Sorry as sorry:
                log.warning("%s", sorry)
            except Exception:
                log.exception("The documents in %s could not be taken in; they are tried again when they change.", self._folder)
            self._stopped.wait(SECONDS)


def _there(folder: Path | str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Every file below a folder with its time and size; hidden ones are passed over, and what goes while it is looked at."""
    with suppress(OSError), os.scandir(folder) as found:
        for entry in found:
            if entry.name.startswith("."):
                continue
            with suppress(OSError):
                if entry.is_dir():
                    yield from _there(entry.path)
                else:
                    told = entry.stat()
                    yield entry.path, (told.st_mtime_ns, told.st_size)
