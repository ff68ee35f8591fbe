"""Who asks: the one seam where a face's sign-in becomes a proven e-mail address. Sample mode lets people pick; elsewhere a session's cookie or
a token proves it, and says what may be done that way."""
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Annotated, Protocol
from urllib.parse import unquote

from fastapi import Depends, Header, Request, Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from assistant.entering import SESSION, SIGN_IN, Entered, Entering
from assistant.operating.logs import asked_by
from records.asker import Face
from records.errors import BadInput, NotFound, Refused, Unproven

Who = Callable[..., str]
Said = Annotated[str, Header(alias="X-PMO-Person", max_length=300, description="Sample mode: whom you speak for, by e-mail or name. "
                                                                            "Default: the first PMO admin.")]
Bearer = Annotated[HTTPAuthorizationCredentials | None, Depends(HTTPBearer(
    auto_error=False, scheme_name="token", description="An API token, made with pmo token PERSON. On the page, a session's cookie."))]
READS = ("GET", "HEAD", "OPTIONS")
ADMINS = "/api/v1/admin"
NARROW = "That token may not do this: it lacks the scope {scope}. Make one that has it: pmo token PERSON --scope {scope}"


class People(Protocol):
    """Who there is, as far as this face asks, and whether documents are found by less than they could be."""

    @property
    def search_note(self) -> str: ...

    def people(self) -> Sequence[tuple[str, str, str]]:
        """E-mail, name and role of everyone."""

    def person(self, said: str) -> str:
        """The e-mail address behind a name or an address; raises `NotFound` or `Ambiguous`."""


class Cookie:
    """Where a browser keeps a session's secret: no script reads it, no other site's page sends it along. Over HTTPS it is bound to this very host."""

    def __init__(self, public_url: str, name: str = "pmo", lasts: timedelta = SESSION) -> None:
        self._is_always_secure, self._called, self._lasts = public_url.startswith("https:"), name, lasts

    def read(self, request: Request) -> str:
        return request.cookies.get(self._name(request), "")

    def set(self, request: Request, response: Response, secret: str) -> None:
        response.set_cookie(self._name(request), secret, max_age=int(self._lasts.total_seconds()), path="/", secure=self._is_secure(request), httponly=True,
                            samesite="lax")

    def clear(self, request: Request, response: Response) -> None:
        response.delete_cookie(self._name(request), path="/", secure=self._is_secure(request), httponly=True, samesite="lax")

    def _is_secure(self, request: Request) -> bool:
        return self._is_always_secure or request.url.scheme == "https"

    def _name(self, request: Request) -> str:
        return f"__Host-{self._called}" if self._is_secure(request) else self._called


def picked(people: People, entering: Entering | None = None) -> Who:
    """Sample mode: whoever the header names, by address or name; a token proves its own person here too."""
    def who(request: Request, token: Bearer, said: Said = "") -> str:
        if token and entering:
            return _allowed(request, entering.by_token(token.credentials))
        try:
            return asked_by(people.person(_read(said).strip()))
        except NotFound as unknown:
            raise BadInput(str(unknown)) from None
    return who


def proven(entering: Entering, cookie: Cookie) -> Who:
    """Whoever holds a session or a token, within what that may."""
    def who(request: Request, token: Bearer) -> str:
        return _allowed(request, entering.by_token(token.credentials) if token else entering.caller(cookie.read(request)))
    return who


def face(token: Bearer) -> Face:
    """Where a request comes from: a program that shows a token, or else our page."""
    return "api" if token else "page"


def closed() -> str:
    """Nobody, where nothing lets anybody in."""
    raise Unproven(SIGN_IN)


def _allowed(request: Request, entered: Entered) -> str:
    """The address of who came in, for a request that their way in may make. Raises `Refused`."""
    scope = "admin" if request.url.path.startswith(ADMINS) else "read" if request.method in READS else "write"
    if scope not in entered.scopes:
        raise Refused(NARROW.format(scope=scope))
    return asked_by(entered.email)


def _read(said: str) -> str:
    """A header's text: HTTP carries bytes, the page percent-encodes, and other clients send UTF-8."""
    with suppress(UnicodeError):
        said = said.encode("latin-1").decode()
    return unquote(said)
