"""The tables that stand beside the records: versions, their sections, the passages of these, and what passages are found by."""
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from records.database import Stored
from records.kinds import Document, Space
from records.kinds.base import STRICT

CUT = 2                                 # counted up when passages are cut or indexed in another way: then they are made anew from their sections
IN_USE = ("in force", "draft")          # the documents that are searched


class Version(Stored, table=True):
    """One file as it was taken in. `path` is where it came from; a twin is the same document in another format. It is never changed but in what counts.
    `passages` and `words` say how much of it is searched; `cut` how that was made."""
    # Whoever searches asks first what they may search: that is answered from this index, without the rows.
    __table_args__ = (sa.Index(None, "is_current", "is_twin", "cut", "document_id", "passages", "words"), STRICT)
    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="document.id", index=True)
    edition: str
    path: str = Field(index=True)
    sha256: str
    reader: int
    at: datetime
    is_current: bool = True
    is_twin: bool = False
    passages: int = 0
    words: int = 0
    cut: int = 0


class Section(Stored, table=True):
    """`number` is its own, or its heading as one word where it has none: what a citation names, once in a version. `place` says where it stands when that is
    not "page" and a number: page iv, slide 3, sheet Costs."""
    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(foreign_key="version.id", index=True)
    number: str
    heading: str
    path: str
    page: int | None = None
    place: str = ""
    text: str


class Passage(Stored, table=True):
    """The characters of its section from `start` up to `stop`. `mark` is the SHA-256 of what was embedded: the passage below its headings; `length` says
    how many stems it counts."""
    id: int | None = Field(default=None, primary_key=True)
    section_id: int = Field(foreign_key="section.id", index=True)
    version_id: int = Field(foreign_key="version.id", index=True)
    start: int
    stop: int
    mark: str = Field(index=True)
    length: int = 0


class Stem(Stored, table=True):
    """Which passages of a version a stem stands in: packed pairs of a passage's place in it, from 0 on, and how often the stem counts there."""
    __table_args__ = STRICT | {"sqlite_with_rowid": False}
    term: str = Field(primary_key=True)
    version_id: int = Field(primary_key=True, foreign_key="version.id", index=True)
    postings: bytes


class Vector(Stored, table=True):
    """What an embedder made of a text, as half-precision numbers; vectors of two models are two rows."""
    mark: str = Field(primary_key=True)
    model: str = Field(primary_key=True)
    numbers: bytes


def table(of: type[SQLModel]) -> sa.Table:
    found: sa.Table = sa.inspect(of).local_table
    return found


version, section, passage, stem, vector, document, space = (
    table(t).c for t in (Version, Section, Passage, Stem, Vector, Document, Space))

# Numbers are long ones in PostgreSQL, whose substr takes short ones only.
passage_text = sa.func.substr(section.text, sa.cast(passage.start + 1, sa.INTEGER), sa.cast(passage.stop - passage.start, sa.INTEGER))
