"""The page and its files: plain HTML, CSS and ES modules from `page/`, served as they lie there."""
from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles

PAGE = Path(__file__).parent / "page"


def serve(app: FastAPI) -> None:
    """Hang the page at /, the living reports at /portfolio and /projects/KEY, the description of the API at /docs, and their files under /page."""
    @app.get("/", include_in_schema=False)
    async def index() -> FileResponse:
        return FileResponse(PAGE / "index.html")

    @app.get("/portfolio", include_in_schema=False)
    @app.get("/projects/{key}", include_in_schema=False)
    async def report() -> FileResponse:
        return FileResponse(PAGE / "report.html")

    @app.get("/docs", include_in_schema=False)
    async def docs() -> FileResponse:
        return FileResponse(PAGE / "docs.html")

    app.mount("/page", StaticFiles(directory=PAGE))
