"""How a command ends: every error becomes one plain line (or the JSON of an answer) and an exit code, never a traceback."""
import os
import sys

import typer
from typer.exceptions import TyperException

from bots.cli.showing import tell
from records.errors import BadInput, Sorry

DONE, REFUSED, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130


def ended(app: typer.Typer) -> int:
    """Run the app and return the exit code of its ending."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a Latin-1 terminal cannot say “→”
    try:
        return int(app(standalone_mode=False) or DONE)
    except BrokenPipeError:
        # Whoever read us has seen enough; without this Python complains once more while it shuts down.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - it lives as long as we do
        return DONE
    except (KeyboardInterrupt, EOFError, typer.Abort):
        return INTERRUPTED
    except TyperException as wrong:
        return _told(wrong.format_message(), wrong.exit_code) if wrong.format_message() else BAD_INPUT
    except Sorry as sorry:
        return _told(str(sorry), BAD_INPUT if isinstance(sorry, BadInput) else REFUSED)
    except Exception as failed:  # noqa: BLE001 - the edge: a person is told in a sentence; PMO_DEBUG is not needed, `-X dev` shows more
        return _told(f"Something went wrong: {type(failed).__name__}: {failed}", REFUSED)


def _told(says: str, code: int) -> int:
    tell(says, as_json="--json" in sys.argv)
    return code
