"""Signing in and out: the page for it, one-time links, and the session that comes of them. A link is only taken by a click, never by being looked at."""
from collections.abc import Callable
from datetime import timedelta
import re
from typing import Annotated, Protocol

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import FileResponse, JSONResponse, RedirectResponse
from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool

from assistant.arriving import Arriving
from assistant.entering import Entered, Entering
from assistant.pace import Pace
from bots.web import refusing
from bots.web.identity import Cookie, People
from bots.web.landing import landing
from bots.web.pages import PAGE
from language.cleaning import clean
from records.errors import Unproven

SENT = "If the office knows that address, a link is on its way by {way}. It works once, within 15 minutes."
SLOWLY = "That was asked for often enough just now. Wait {minutes} minutes, or ask your PMO for a link."
AGAIN = timedelta(minutes=15)
OF_ADDRESS, OF_PLACE = 5, 30                # links in that while: to one address, and from one place, where a whole office may be behind one


class Links(Protocol):
    """Has links sent that somebody asks for."""
    names: tuple[str, ...]

    def ask(self, email: str, onwards: str) -> None: ...


class Ways(BaseModel):
    """How one signs in here: `provider` is the name of the company's own sign-in, `link` how a link arrives; "" where there is none."""
    provider: str
    link: str
    office: str


def _address(said: str) -> str:
    if not re.fullmatch(r"[^@\s]+@[^@\s]+", said := said.strip()) or clean(said) != said:
        raise ValueError("should be an e-mail address, such as ana@office.example")
    return said


class Wanted(BaseModel):
    """A link to sign in with, by the ways this installation has. `next`: the page to go to afterwards."""
    model_config = ConfigDict(extra="forbid")
    email: Annotated[str, Field(max_length=200), AfterValidator(_address)]
    next: Annotated[str, Field(max_length=2000)] = "/"


class Sent(BaseModel):
    says: str


class Link(BaseModel):
    """The secret of a link."""
    model_config = ConfigDict(extra="forbid")
    secret: Annotated[str, Field(max_length=200, pattern=r"^[A-Za-z0-9_-]*$")]
    next: Annotated[str, Field(max_length=2000)] = "/"


class Landing(BaseModel):
    """Where to go now that one is signed in: a page of ours."""
    goes: str


class Me(BaseModel):
    """Who is signed in."""
    email: str
    name: str
    role: str


class Doors:
    """The doors of signing in, over those who let people in."""

    def __init__(self, entering: Entering, links: Links, arriving: Arriving | None, cookie: Cookie, called: Callable[[], str]) -> None:
        self.entering, self._links, self.arriving, self.cookie, self._called = entering, links, arriving, cookie, called
        clock = entering.clock
        self._of_address, self._of_place = Pace(OF_ADDRESS, AGAIN, clock), Pace(OF_PLACE, AGAIN, clock)

    def ways(self) -> Ways:
        return Ways(provider=self.arriving.name if self.arriving else "", link=" or ".join(self._links.names), office=self._called())

    def send(self, wanted: Wanted, request: Request) -> Sent:
        place = request.client.host if request.client else ""
        if wait := self._of_place.wait(place) or self._of_address.wait(wanted.email.strip().lower()):
            seconds = int(wait.total_seconds()) + 1
            raise refusing.Unserved(SLOWLY.format(minutes=-(-seconds // 60)), 429, "too-many", {"Retry-After": str(seconds)})
        self._links.ask(wanted.email, landing(wanted.next))
        return Sent(says=SENT.format(way=self.ways().link))

    def enter(self, link: Link, request: Request, response: Response) -> Landing:
        """A new session, in the place of what this browser had."""
        secret = self.entering.redeem(link.secret)
        self.start(request, response, secret)
        return Landing(goes=landing(link.next))

    def start(self, request: Request, response: Response, secret: str) -> None:
        if before := self.cookie.read(request):
            self.entering.sign_out(before)
        self.cookie.set(request, response, secret)

    def me(self, people: People, request: Request) -> Me:
        entered = self.entered(request)
        return next(Me(email=email, name=name, role=role) for email, name, role in people.people() if email == entered.email)

    def leave(self, request: Request, response: Response) -> None:
        self.entering.sign_out(self.cookie.read(request))
        self.cookie.clear(request, response)

    def entered(self, request: Request) -> Entered:
        return self.entering.caller(self.cookie.read(request))


def router(doors: Doors, people: People) -> APIRouter:
    """The doors under /api/v1."""
    made = APIRouter(tags=["sign in"])

    @made.get("/sign-in", summary="How one signs in here")
    def ways() -> Ways:
        return doors.ways()

    @made.post("/sign-in/link", status_code=202, summary="Have a one-time link sent",
               description="The answer is the same for an address that nobody has. Not more often than a few times in a quarter of an hour.")
    def send(wanted: Wanted, request: Request) -> Sent:
        return doors.send(wanted, request)

    @made.post("/session", summary="Sign in by a link, once")
    def enter(link: Link, request: Request, response: Response) -> Landing:
        return doors.enter(link, request, response)

    @made.get("/session", summary="Who is signed in")
    def me(request: Request) -> Me:
        return doors.me(people, request)

    @made.delete("/session", status_code=204, summary="Sign out")
    def leave(request: Request, response: Response) -> None:
        doors.leave(request, response)

    return made


def serve(app: FastAPI, doors: Doors) -> None:
    """Hang the page of signing in; who is in already goes on."""
    @app.get("/sign-in", include_in_schema=False)
    async def page(request: Request) -> Response:
        try:
            await run_in_threadpool(doors.entered, request)
        except Unproven:
            return FileResponse(PAGE / "sign-in.html")
        return RedirectResponse(landing(request.query_params.get("next", "/")), 303)

    @app.get("/sign-in/{secret}", include_in_schema=False)
    async def link(secret: str) -> FileResponse:  # noqa: ARG001 - its page reads it, and only a click takes it
        return FileResponse(PAGE / "sign-in.html")


async def unproven(_: Request, error: Exception) -> JSONResponse:
    """Nobody is signed in."""
    return refusing.refusal(str(error), 401, {"WWW-Authenticate": 'Bearer realm="Project Assistant"'}, "unproven")
