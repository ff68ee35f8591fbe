"""A request with an id of its own is done once: sent again within a day it gets the same answer, in the transaction that did it or not at all."""
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import TypeVar

from pydantic import TypeAdapter

from records import credentials, once
from records.asker import Asker
from records.database import Database, Reading, Writing
from records.errors import BadInput
from records.once import Once

T = TypeVar("T")
TEXT = TypeAdapter(str)
REUSED = "That id was sent with another request before; give each request an id of its own, and send one again only just as it was."


class Reused(BadInput): ...


@dataclass(frozen=True)
class Request:
    """What its sender calls it (`id`), and the digest of all that it asks for."""
    id: str
    digest: str


def done_once(tx: Writing, asker: Asker, request: Request | None, now: datetime, do: Callable[[], T], shape: TypeAdapter[T]) -> T:
    """Do it, or tell what came of it when it was done before; `shape` is how that is kept. Raises `Reused`, and whatever `do` raises."""
    if request is None:
        return do()
    if (kept := _kept(tx, asker, request, now)) is not None:
        return shape.validate_json(kept)
    made = do()
    once.keep(tx, Once(id=_id(asker, request), asker_id=asker.person, at=now, asked=request.digest, answer=shape.dump_json(made).decode()))
    return made


class Answered:
    """For what is safe to do twice, such as a click: its answer is kept behind it."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database, self._clock = database, clock

    def before(self, who: str, request: Request) -> str | None:
        """What the person with this address was answered to it before. Raises `Reused`."""
        with self._database.reading() as session:
            kept = _kept(session, credentials.asker(session, who), request, self._clock())
        return TEXT.validate_json(kept) if kept is not None else None

    def keep(self, who: str, request: Request, answer: str) -> None:
        """Keep an answer; of two at once the first counts."""
        with self._database.writing() as tx:
            done_once(tx, credentials.asker(tx, who), request, self._clock(), lambda: answer, TEXT)


def _kept(session: Reading, asker: Asker, request: Request, now: datetime) -> str | None:
    found = once.seen(session, _id(asker, request), now)
    if found is not None and found.asked != request.digest:
        raise Reused(REUSED)
    return found.answer if found else None


def _id(asker: Asker, request: Request) -> str:
    """The same id of two people is two."""
    return sha256(f"{asker.person} {request.id}".encode("utf-8", "surrogatepass")).hexdigest()
