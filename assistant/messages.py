"""Question and Answer: the two words that every face speaks."""
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from pydantic import TypeAdapter

from records.asker import Face
from reports.blocks import Block, Chart, FieldChange, Source
from reports.drawing import svg
from reports.pictures import Lines, Quadrants

PHONE, PHONE_HIGH = 360, 240           # pixels that a chart has on a phone
Click = Literal["confirm", "discard", "undo"]
Sign = Callable[[str], None]
Say = Callable[[Block], None]          # the pieces of an answer as they are said: a text that goes on, or a block that stands in it


def silent(_: str) -> None:
    """The sign of a face that shows no progress."""


def unheard(_: Block) -> None:
    """The listener of a face that shows an answer only when it is whole."""


@dataclass(frozen=True)
class Question:
    """`id` is the face's own id of the message: the same one twice gets the same answer. `who` is a proven e-mail address.
    `audience`: the addresses of those who read along; the answer shows only what each of them may see. `zone` and `language` are those of the asker's
    profile, where the face knows it; what they told us of themselves goes before. `face` is where it was asked, for the tools that are on there."""
    id: str
    who: str
    thread: str
    text: str
    audience: tuple[str, ...] = ()
    zone: str = ""
    language: str = ""
    face: Face = "all"


@dataclass(frozen=True)
class Offer:
    """What waits for a yes: the proposal's id and every field it would change."""
    id: str
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True)
class Answer:
    """`error` repeats in one sentence why nothing came of it; the blocks say it too."""
    thread: str
    blocks: tuple[Block, ...]
    sources: tuple[Source, ...] = ()
    proposal: Offer | None = None
    error: str | None = None


@dataclass(frozen=True)
class Exchange:
    id: str
    question: str
    answer: Answer
    at: datetime


_answer, _block = TypeAdapter(Answer), TypeAdapter[Block](Block)


def as_json(answer: Answer, *, drawn: bool = True) -> dict[str, Any]:
    """The one shape in which every door hands out an answer; not `drawn` for who only reads."""
    if not drawn:
        return _answer.dump_python(answer, mode="json")             # type: ignore[no-any-return]  # it is a dict, as of every dataclass
    return {**_answer.dump_python(answer, mode="json", exclude={"blocks"}), "blocks": [block_as_json(block) for block in answer.blocks]}


def block_as_json(block: Block) -> dict[str, Any]:
    """A block as every door hands it out: a chart comes drawn, beside its numbers; for a phone too, where it can be drawn for one."""
    made: dict[str, Any] = _block.dump_python(block, mode="json")
    if not isinstance(block, Chart):
        return made
    narrow = {"narrow": svg(block, wide=PHONE, high=PHONE_HIGH)} if isinstance(block.picture, Lines | Quadrants) else {}
    return {**made, "svg": svg(block), **narrow}
