"""The closed union of everything that can be shown. Every face and format renders these and nothing else."""
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Discriminator, TypeAdapter

from records.proposals import FieldChange as FieldChange  # noqa: PLC0414 - faces find it here
from reports.pictures import Picture
from reports.pictures import Tone as Tone  # noqa: PLC0414 - faces find it here


@dataclass(frozen=True)
class Source:
    """Where something shown comes from; `key` opens it: `APOLLO-T-12`, or `DOC-1/4.2` for a section of a document, `DOC-6` for its file.

    `path` are the headings above a section; `place` says where it stands when that is not its page: page iv, slide 3; `start` and `stop` are the characters
    of it that are quoted."""
    kind: Literal["record", "section", "file"]
    key: str
    title: str = ""
    version: str = ""
    page: int | None = None
    path: str = ""
    place: str = ""
    effective: date | None = None
    start: int | None = None
    stop: int | None = None

    @property
    def parts(self) -> tuple[str, ...]:
        """How a reader finds it again: title, headings above, edition, since when it holds, key, and page or place."""
        since = f"in force from {self.effective:%-d %b %Y}" if self.effective else ""
        page = self.place or (f"p. {self.page}" if self.page else "")
        if self.kind == "record" and self.title and self.key:
            return (f"{self.title} ({self.key})",)                      # one thing, and not two
        return tuple(part for part in (self.title, f"under {self.path}" if self.path else "", self.version, since, self.key, page) if part)


@dataclass(frozen=True)
class Heading:
    """Where a part of a report begins."""
    text: str
    type: Literal["heading"] = "heading"


@dataclass(frozen=True)
class Text:
    text: str
    type: Literal["text"] = "text"


@dataclass(frozen=True)
class Fact:
    """A computed number under the slot name that sentences place it by; `display` is all a face shows of it."""
    slot: str
    label: str
    display: str
    how: str
    keys: tuple[str, ...] = ()
    type: Literal["fact"] = "fact"


@dataclass(frozen=True)
class Table:
    """Rows of words; `keys` names the record behind each row, where there is one. `note` says what is left out."""
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    keys: tuple[str, ...] = ()
    note: str = ""
    type: Literal["table"] = "table"


@dataclass(frozen=True)
class Card:
    """A verdict or a record in brief: the tone is shown by colour, shape and word."""
    title: str
    tone: Tone
    lines: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    type: Literal["card"] = "card"


@dataclass(frozen=True)
class Preview:
    """A change that waits for its asker's yes: every field that would change, before and after."""
    proposal: str
    title: str
    changes: tuple[FieldChange, ...]
    expires: str = ""
    type: Literal["preview"] = "preview"


@dataclass(frozen=True)
class Receipt:
    """A change that was applied, at a position of the log; it can be undone by its proposal's id or its position."""
    position: int
    title: str
    lines: tuple[str, ...]
    keys: tuple[str, ...] = ()
    proposal: str = ""
    type: Literal["receipt"] = "receipt"


@dataclass(frozen=True)
class Passage:
    """The quoted text of one section of a document."""
    text: str
    source: Source
    type: Literal["passage"] = "passage"


@dataclass(frozen=True)
class Choices:
    """What the person may say next; each option is a whole sentence that can be sent as it is."""
    says: str
    options: tuple[str, ...]
    type: Literal["choices"] = "choices"


@dataclass(frozen=True)
class Chart:
    """Figures to look at; `alt` says in words what there is to see, for whoever cannot see it and for faces without pictures."""
    title: str
    alt: str
    picture: Picture
    keys: tuple[str, ...] = ()
    type: Literal["chart"] = "chart"


@dataclass(frozen=True)
class Sources:
    items: tuple[Source, ...]
    type: Literal["sources"] = "sources"


Block = Annotated[Heading | Text | Fact | Table | Card | Preview | Receipt | Passage | Choices | Chart | Sources, Discriminator("type")]
blocks = TypeAdapter(tuple[Block, ...])
