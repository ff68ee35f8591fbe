"""Signing in elsewhere and coming back: the two addresses of OpenID Connect. What went wrong is said on the page of signing in."""
from datetime import timedelta
import html
from secrets import token_urlsafe
from urllib.parse import quote, unquote

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from bots.web.identity import Cookie
from bots.web.landing import landing
from bots.web.pages import PAGE
from bots.web.signing_in import Doors
from records.errors import Sorry, Unproven

LASTS = timedelta(minutes=10)
PLACE = '<p class="says" id="says" role="status"></p>'


def serve(app: FastAPI, doors: Doors, public_url: str) -> None:
    """Hang both, where there is a provider. Between them the browser keeps a secret and where it wanted to go."""
    arriving = doors.arriving
    if arriving is None:
        return
    keeping = Cookie(public_url, "pmo-going", LASTS)

    @app.get("/sign-in/oidc", include_in_schema=False)
    async def leave(request: Request) -> Response:
        keepsake = token_urlsafe(32)
        try:
            gone = RedirectResponse(await arriving.begin(keepsake), 303)
        except Sorry as sorry:
            return _said(sorry, request.query_params.get("next", "/"))
        keeping.set(request, gone, f"{keepsake}.{quote(landing(request.query_params.get('next', '/')), safe='')}")
        return gone

    @app.get("/sign-in/oidc/callback", include_in_schema=False)
    async def back(request: Request) -> Response:
        keepsake, _, onwards = keeping.read(request).partition(".")
        try:
            secret = await arriving.finish(request.query_params, keepsake)
        except Sorry as sorry:
            answer: Response = _said(sorry, unquote(onwards))
        else:
            answer = RedirectResponse(landing(unquote(onwards)), 303)
            await run_in_threadpool(doors.start, request, answer, secret)
        keeping.clear(request, answer)
        return answer


def _said(sorry: Sorry, onwards: str) -> HTMLResponse:
    """The page of signing in with a sentence on it; whoever begins again still goes where they wanted to."""
    page = (PAGE / "sign-in.html").read_text("utf-8").replace("<main>", f'<main data-next="{html.escape(landing(onwards))}">', 1)
    said = PLACE.replace('"says"', '"says wrong"', 1).replace("></p>", f">{html.escape(str(sorry))}</p>")
    return HTMLResponse(page.replace(PLACE, said), 401 if isinstance(sorry, Unproven) else 403)
