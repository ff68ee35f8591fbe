"""Bytes by their sha256: pictures that records name. What comes in is cleaned first, so that nothing in it can act or reach out."""
from base64 import b64encode
from hashlib import sha256

from sqlmodel import Field, col, select

from records.database import Reading, Stored, Writing
from records.files.cleaning import cleaned


class Picture(Stored, table=True):
    """An SVG as it is, or a PNG in base64; the same picture is kept once."""
    sha256: str = Field(primary_key=True, max_length=64)
    content: str


def keep(tx: Writing, content: bytes) -> str:
    """Keep a cleaned copy of a picture; by what it is found again. Raises `BadInput` for what is no picture, or too large."""
    said = cleaned(content)
    kept = said if isinstance(said, str) else b64encode(said).decode()
    name = sha256(kept.encode()).hexdigest()
    if picture(tx, name) is None:
        tx.add(Picture(sha256=name, content=kept))
        tx.flush()
    return name


def picture(session: Reading, name: str) -> str | None:
    """A kept picture: an SVG, or a PNG in base64."""
    return session.exec(select(Picture.content).where(col(Picture.sha256) == name)).first()
