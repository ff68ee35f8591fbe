"""From a command's options to the assistant and the person it speaks for."""
from dataclasses import dataclass
from typing import TYPE_CHECKING

from records.errors import BadInput, Conflict, NotFound

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.settings import Settings
    from assistant.upkeep import Upkeep

NOT_MADE = "There is no database yet. To try the sample company: pmo sample (or: make run, which serves it too). To begin your own: pmo start."


@dataclass(frozen=True)
class Connected:
    """An assistant, and the e-mail address of the person a command speaks for."""
    assistant: "Assistant"
    who: str


def connected(said: str, *, speaks: bool = False) -> Connected:
    """The assistant, with a speaker or only its hands, for a person; raises `Conflict` when there is no database."""
    from assistant import bootstrap

    settings, upkeep = opened()
    if not upkeep.is_made():
        raise Conflict(NOT_MADE)
    upkeep.refuse_other_version()
    who = person(upkeep, said)
    return Connected(bootstrap.assistant(settings) if speaks else bootstrap.hands(settings), who)


def opened(said: str = "") -> "tuple[Settings, Upkeep]":
    """The settings, and the doors of an administrator; a person who is named must be known, where there are people yet."""
    from assistant import bootstrap
    from assistant.settings import read

    settings = read()
    upkeep = bootstrap.upkeep(settings)
    if said and upkeep.is_made():
        person(upkeep, said)
    return settings, upkeep


def person(upkeep: "Upkeep", said: str) -> str:
    """The e-mail address behind a name; an unknown one is bad input here, for it came as an option."""
    try:
        return upkeep.person(said.strip())
    except NotFound as sorry:
        raise BadInput(str(sorry)) from None
