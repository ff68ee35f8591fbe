"""Whom this installation trusts on its way out: the usual authorities, and the office's own beside them, as one file that every client reads."""
from hashlib import sha256
from pathlib import Path
import ssl

import certifi

from records.errors import BadInput

NAME = "trusted-{}.pem"


def bundle(own: Path, home: Path) -> Path:
    """Write both as one file into the folder of state; returns it. Raises `BadInput` when the own file holds no certificates."""
    try:
        ssl.create_default_context(cafile=own)
        text = own.read_text("ascii", errors="replace")
    except OSError as failed:           # an ssl.SSLError is one
        raise BadInput(f"PMO_CA_FILE names no file of certificates: {own} ({(failed.strerror or 'it cannot be read').lower()}).") from None
    both = f"{Path(certifi.where()).read_text('ascii')}\n{text}"
    made = home.absolute() / NAME.format(sha256(both.encode()).hexdigest()[:12])
    if not made.exists():
        home.mkdir(parents=True, exist_ok=True)
        made.write_text(both, "ascii")
    return made
