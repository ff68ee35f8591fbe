"""Runs the typesetter's program, one at a time: while it sets a report it takes some 80 MB."""
from collections.abc import Mapping
import json
from pathlib import Path
import subprocess
import sys
from threading import Lock

from records.errors import BadInput

PROGRAM = Path(__file__).with_name("setter.py")
ONE_BY_ONE = Lock()
LONGEST = 120                           # seconds
TOO_LONG = "That report is too long to be set: it took more than two minutes. Ask for a part of it, or for HTML."


def run(asked: Mapping[str, object]) -> bytes:
    """What the typesetter makes of this, plain JSON. Raises `BadInput` where it takes too long."""
    with ONE_BY_ONE:
        try:
            made = subprocess.run([sys.executable, "-I", PROGRAM], input=json.dumps(asked).encode(), capture_output=True, timeout=LONGEST, check=False)  # noqa: S603 - our own
        except subprocess.TimeoutExpired:
            raise BadInput(TOO_LONG) from None
    if made.returncode:
        raise RuntimeError(f"the typesetter failed:\n{made.stderr.decode(errors='replace')[-2000:]}")
    return made.stdout
