"""The doors about this installation: whether it stands, and in sample mode who there is to be."""
from asyncio import to_thread
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends

from assistant.settings import Settings
from bots.web.identity import People, Who


@dataclass(frozen=True)
class Somebody:
    email: str
    name: str
    role: str


@dataclass(frozen=True)
class Company:
    """Everyone one can be in sample mode, and who the request was made as."""
    me: str
    people: tuple[Somebody, ...]


@dataclass(frozen=True)
class Health:
    """`sample`: whether people pick who they are; `office`: what the office calls itself; `documents`: how they are found just now;
    `read_only`: whether no record can be changed at the moment."""
    ok: bool
    sample: bool
    office: str
    documents: str
    read_only: bool


def router(people: People, who: Who, settings: Settings, called: Callable[[], str]) -> APIRouter:
    """What needs no assistant."""
    made = APIRouter(tags=["about"])

    @made.get("/health", summary="Whether it stands")
    async def health() -> Health:
        return Health(ok=True, sample=settings.sample, office=await to_thread(called), read_only=settings.read_only,
                      documents=people.search_note or "Found by their words and by what they mean.")

    @made.get("/people", summary="Who there is to be, in sample mode")
    def everyone(asker: Annotated[str, Depends(who)]) -> Company:
        return Company(asker, tuple(Somebody(*each) for each in people.people()))

    return made
