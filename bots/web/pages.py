"""The page and its files: plain HTML, CSS and ES modules from `page/`, served as they lie there; what pages have alike stands once, in `page/parts/`."""
from functools import cache
from pathlib import Path
import re
from typing import Any

from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response

PAGE = Path(__file__).parent / "page"
PAGES = (("/", "index"), ("/portfolio", "report"), ("/projects/{key}", "report"), ("/registers", "register"), ("/records/{key:path}", "record"),
         ("/proposals/{number}", "proposal"), ("/drafts/{key}", "draft"), ("/docs", "docs"))
INCLUDED = re.compile(r"^ *<!-- include (\w+) -->\n", re.MULTILINE)
ASKED_AGAIN = {"cache-control": "no-cache"}          # a kept file is used only when it is still the same, so that an upgrade is seen at once


class Files(StaticFiles):
    def file_response(self, *given: Any, **named: Any) -> Response:
        made = super().file_response(*given, **named)
        made.headers.update(ASKED_AGAIN)
        return made


def serve(app: FastAPI) -> None:
    """Hang the page at /, the living reports at /portfolio and /projects/KEY, registers at /registers, a record at /records/KEY, a proposal at
    /proposals/ID, a draft of a report at /drafts/KEY, the description of the API at /docs, and their files under /page."""
    for path, name in PAGES:
        app.add_api_route(path, _page(name), include_in_schema=False)
    app.mount("/page", GZipMiddleware(Files(directory=PAGE)))


def page(name: str, status: int = 200) -> HTMLResponse:
    """A page with its parts."""
    return HTMLResponse(_whole(name), status, headers=ASKED_AGAIN)


@cache
def _whole(name: str) -> str:
    own = (PAGE / f"{name}.html").read_text("utf-8")
    return INCLUDED.sub(lambda found: (PAGE / "parts" / f"{found[1]}.html").read_text("utf-8"), own)


def _page(name: str) -> Any:
    async def shown() -> HTMLResponse:
        return page(name)
    return shown
