"""Readers that misbehave, for the bounded child process. Only what the child itself can see is imported."""
import os
from pathlib import Path
import signal
import socket
import subprocess
import sys
import time
from typing import Any

from records.errors import BadInput


def echo(content: bytes, name: str, more: Any) -> bytes:
    return f"{content.decode()} {name} {more} {sorted(os.environ)} {Path.cwd()}".encode()


def loaded(*_: object) -> bytes:
    return " ".join(sorted(sys.modules)).encode()


def complain(*_: object) -> bytes:
    raise BadInput("Row 7 is upside down.")


def fail(*_: object) -> bytes:
    raise ZeroDivisionError


def spin(*_: object) -> bytes:
    while True:
        pass


def sleep(*_: object) -> bytes:
    time.sleep(60)
    return b""


def swell(*_: object) -> bytes:
    return b"x" * (4 << 30)


def overflow(*_: object) -> bytes:
    return b"x" * (5 << 20)


def crash(*_: object) -> bytes:
    os.abort()


def die(*_: object) -> bytes:
    signal.raise_signal(signal.SIGKILL)
    return b""


def fork(*_: object) -> bytes:
    return str(os.fork()).encode()


def start(*_: object) -> bytes:
    return subprocess.check_output(["/bin/echo", "out"])


def call(*_: object) -> bytes:
    return str(socket.create_connection(("127.0.0.1", 9), 1)).encode()


def look(*_: object) -> bytes:
    return Path("/etc/passwd").read_bytes()


def write(*_: object) -> bytes:
    Path(__file__).with_suffix(".written").write_text("x")
    return b""


def recurse(*_: object) -> bytes:
    return recurse()
