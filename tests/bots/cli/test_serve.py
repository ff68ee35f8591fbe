"""`pmo serve` as it is started: in a process of its own, over real HTTP, ended by a signal."""
from collections.abc import Iterator
from contextlib import contextmanager
import json
import os
from pathlib import Path
import re
import signal
import socket
import subprocess
import sys
from urllib.request import Request, urlopen

import pytest

from tests.bots.cli.conftest import Pmo
from tests.house.walls import TOP

pytestmark = pytest.mark.slow


@contextmanager
def serving(home: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """The served process, and where it says it is."""
    environment = {**os.environ, "PMO_HOME": str(home), "PMO_NOW": "2026-11-18T09:00", "PMO_SAMPLE": "true", "PMO_PORT": "0"}
    with subprocess.Popen([sys.executable, "-m", "bots", "serve"], cwd=TOP, stderr=subprocess.PIPE, text=True, env=environment) as served:
        try:
            lines = iter(served.stderr or ())
            yield served, next(found[0] for line in lines if (found := re.search(r"http://127\.0\.0\.1:\d+", line)))
        finally:
            served.kill()


def asked(address: str, text: str) -> dict[str, object]:
    request = Request(f"{address}/api/v1/ask", json.dumps({"text": text}).encode(), {"Content-Type": "application/json"})  # noqa: S310 - of this machine
    with urlopen(request, timeout=30) as answer:  # noqa: S310
        return dict(json.load(answer))


def test_from_nothing_to_an_answer(tmp_path: Path) -> None:
    with serving(tmp_path / "pmo") as (_, address):
        answer = asked(address, "how is Apollo doing?")
        assert answer["error"] is None
        assert answer["blocks"]
        with urlopen(address, timeout=30) as page:  # noqa: S310
            assert page.status == 200


def test_a_link_begins_with_the_address_that_is_served(home: Path, pmo: Pmo) -> None:
    with serving(home) as (_, address):
        assert pmo("link").out.startswith(f"{address}/sign-in/")


def test_it_ends_well_when_it_is_told_to(home: Path) -> None:
    with serving(home) as (served, _):
        served.send_signal(signal.SIGINT)
        assert served.wait(20) == 0


def test_a_port_that_is_taken_is_said_with_the_way_out(pmo: Pmo) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = pmo("serve", "--port", str(port))
    assert ran.code == 1
    assert ran.err.endswith(f"cannot be served: address already in use. To take another port: PMO_PORT={port + 1}\n")
