"""Who asks: the one seam where a face's sign-in becomes a proven e-mail address. Sample mode lets people pick; nothing else is built yet."""
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Annotated, Protocol
from urllib.parse import unquote

from fastapi import Header

from records.errors import BadInput, NotFound, Refused

Who = Callable[..., str]
Said = Annotated[str, Header(alias="X-PMO-Person", max_length=300, description="Sample mode: whom you speak for, by e-mail or name. "
                                                                            "Default: the first PMO admin.")]


class People(Protocol):
    """Who there is, as far as this face asks, and whether documents are found by less than they could be."""

    @property
    def search_note(self) -> str: ...

    def people(self) -> Sequence[tuple[str, str, str]]:
        """E-mail, name and role of everyone."""

    def person(self, said: str) -> str:
        """The e-mail address behind a name or an address; raises `NotFound` or `Ambiguous`."""


def picked(people: People) -> Who:
    """Sample mode: whoever the header names, by address or name."""
    def who(said: Said = "") -> str:
        try:
            return people.person(_read(said).strip())
        except NotFound as unknown:
            raise BadInput(str(unknown)) from None
    return who


def closed() -> str:
    """Outside sample mode nobody can sign in here yet."""
    raise Refused("Nobody can sign in here yet. Use pmo ask, pmo chat or Slack; the page of the sample company is open in sample mode (PMO_SAMPLE=true).")


def _read(said: str) -> str:
    """A header's text: HTTP carries bytes, the page percent-encodes, and other clients send UTF-8."""
    with suppress(UnicodeError):
        said = said.encode("latin-1").decode()
    return unquote(said)
