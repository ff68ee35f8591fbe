"""A real Chroma server: kept like a folder, made anew when what it holds is gone, and done without while it is away."""
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
import shutil
import socket
import subprocess
import sys
from time import monotonic, sleep

import chromadb
import pytest

from assistant.documents import Documents, Keeper
from knowledge.index import AWAY, Index, Server
from knowledge.meaning import Meaning
from knowledge.searching import Library
from records import sample
from records.database import Database
from tests.knowledge.conftest import Shelf
from tests.knowledge.meanings import Colours

PATIENCE = 60


@contextmanager
def running(folder: Path, port: int) -> Iterator[None]:
    command = (Path(sys.executable).with_name("chroma"), "run", "--path", folder, "--host", "127.0.0.1", "--port", str(port))
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # noqa: S603 - our own
        until = monotonic() + PATIENCE
        while True:
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.2):
                break
            assert monotonic() < until
            sleep(0.05)
        try:
            yield
        finally:
            process.kill()


@pytest.mark.slow
def test_a_server_is_kept_made_anew_and_done_without(bare_file: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    shelf = Shelf(tmp_path, Database(f"sqlite:///{shutil.copy(bare_file, tmp_path)}"))
    shelf.put("colours.md", "# Colours\n\n## 1 Doors\n\nScarlet ones.\n\n## 2 Roofs\n\nAzure ones.\n")
    shelf.take_in()
    index = Index(lambda: Server(f"http://127.0.0.1:{port}"), "here")
    meaning = Meaning(Colours, index)
    keeper = Keeper(shelf.database, Documents(shelf.database, meaning), meaning, index)

    def nearest() -> list[tuple[str, bool]]:
        with shelf.database.reading() as session:
            return [(h.key, h.likeness is not None) for h in Library(session, sample.OFFICE, meaning).ranked("a blue roof")][:1]

    with running(tmp_path / "server", port):
        assert keeper.look()
        assert (meaning.note, nearest()) == ("", [("DOC-1/2", True)])
        client = chromadb.HttpClient("127.0.0.1", port)
        for each in client.list_collections():
            client.delete_collection(each.name)
        assert nearest() == [("DOC-1/2", False)]            # by its words, until the next look
        assert keeper.look()
        assert (meaning.note, nearest()) == ("", [("DOC-1/2", True)])
    assert nearest() == [("DOC-1/2", False)]
    assert not keeper.look()
    assert meaning.note == f"Searched by words alone, for {AWAY}."
    with running(tmp_path / "server", port):
        assert keeper.look()
        assert (meaning.note, nearest()) == ("", [("DOC-1/2", True)])
