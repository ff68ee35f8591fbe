"""One append-only journal of what is worth knowing and is no record: what was not understood, feedback, failures."""
from datetime import datetime
from enum import StrEnum

from sqlmodel import Field

from records.database import Stored, Writing


class Event(StrEnum):
    answer_failed = "answer:failed"
    question_misunderstood = "question:misunderstood"


class Note(Stored, table=True):
    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    asker_id: int
    event: str = Field(index=True)
    body: str


def note(tx: Writing, at: datetime, asker_id: int, event: Event, body: str) -> None:
    tx.add(Note(at=at, asker_id=asker_id, event=str(event), body=body[:4000]))
