"""Reports: one project's or the portfolio's, as a file in any format or as blocks to look at, as the asker may see it; and that somebody looked."""
from asyncio import to_thread
from typing import Annotated, Any, Protocol

from fastapi import APIRouter, Depends, Path, Query, Response
from fastapi.responses import JSONResponse

from assistant.messages import block_as_json
from assistant.reporting.reporting import Shown
from assistant.reporting.wanted import Wanted, Written
from bots.web import drafting
from bots.web.identity import Who
from bots.web.saving import saved

Key = Annotated[str, Path(max_length=300, description="A project, by name or key.")]
As = Annotated[str, Query(alias="format", max_length=20, description="md, html, pdf, pptx, docx, xlsx, png or json.")]
Reader = Annotated[str, Query(alias="for", max_length=40, description="project manager, executive, steering committee, team, client or auditor.")]
Time = Annotated[str, Query(max_length=100, description="Such as “last month”, or “since I last looked”. Default: the last 14 days.")]
Day = Annotated[str, Query(max_length=100, description="As the records stood on a past day.")]
Parts = Annotated[str, Query(max_length=300, description="Only these parts, such as schedule,risks.")]

Some = Annotated[str, Query(max_length=200, description="Only the projects of a programme, a sponsor, an objective or a tag, such as “sponsor Elena Marsh”.")]


class Reports(Protocol):
    """Whoever makes reports, and keeps drafts of them."""

    @property
    def drafts(self) -> drafting.Drafts: ...

    def file(self, who: str, wanted: Wanted, as_: str) -> Written:
        """A report in a format; raises the family of errors."""

    def original(self, who: str, key: str) -> Written:
        """The file of a document; raises the family of errors."""

    def shown(self, who: str, wanted: Wanted) -> Shown:
        """A report to look at."""

    def look(self, who: str, project: str) -> None:
        """Keep that somebody looked at a report."""


def router(reports: Reports, who: Who) -> APIRouter:
    made = APIRouter(tags=["reports"])
    _files(made, reports, who)
    _pages(made, reports, who)
    drafting.add(made, reports.drafts, who)
    return made


def _of_project(project: Key, reader: Reader = "", period: Time = "", as_of: Day = "", sections: Parts = "") -> Wanted:
    return Wanted(project, period, as_of, reader, tuple(part.strip().lower() for part in sections.split(",") if part.strip()))


def _of_all(period: Time = "", as_of: Day = "", of: Some = "") -> Wanted:
    return Wanted(period=period, as_of=as_of, of=of)


Ours = Annotated[Wanted, Depends(_of_project)]
All = Annotated[Wanted, Depends(_of_all)]


def _files(made: APIRouter, reports: Reports, who: Who) -> None:
    async def sent(asker: str, wanted: Wanted, as_: str) -> Response:
        return saved(await to_thread(reports.file, asker, wanted, as_))

    @made.get("/documents/{key}", response_class=Response, summary="A document, such as a template, as the file it was read from")
    async def document(key: Annotated[str, Path(max_length=300, description="A document, by key or title.")], asker: Annotated[str, Depends(who)]) -> Response:
        return saved(await to_thread(reports.original, asker, key))

    @made.get("/reports/{project}", response_class=Response, summary="A project's status report as a file")
    async def report(asker: Annotated[str, Depends(who)], wanted: Ours, as_: As = "pdf") -> Response:
        return await sent(asker, wanted, as_)

    @made.get("/portfolio", response_class=Response, summary="The summary of all projects as a file")
    async def portfolio(asker: Annotated[str, Depends(who)], wanted: All, as_: As = "pdf") -> Response:
        return await sent(asker, wanted, as_)


def _pages(made: APIRouter, reports: Reports, who: Who) -> None:
    async def shown(asker: str, wanted: Wanted) -> JSONResponse:
        return JSONResponse(_living(await to_thread(reports.shown, asker, wanted)))

    @made.get("/reports/{project}/blocks", response_class=JSONResponse, summary="A project's status report to look at, its charts drawn")
    async def report(asker: Annotated[str, Depends(who)], wanted: Ours) -> JSONResponse:
        return await shown(asker, wanted)

    @made.get("/portfolio/blocks", response_class=JSONResponse, summary="The summary of all projects to look at, its charts drawn")
    async def portfolio(asker: Annotated[str, Depends(who)], wanted: All) -> JSONResponse:
        return await shown(asker, wanted)

    @made.post("/reports/{project}/looked", status_code=204, summary="Keep that you looked at a project's report now")
    async def look(project: Key, asker: Annotated[str, Depends(who)]) -> None:
        await to_thread(reports.look, asker, project)

    @made.post("/portfolio/looked", status_code=204, summary="Keep that you looked at the summary of all projects now")
    async def look_at_all(asker: Annotated[str, Depends(who)]) -> None:
        await to_thread(reports.look, asker, "")


def _living(shown: Shown) -> dict[str, Any]:
    """A report as the page takes it."""
    of = shown.report
    return {"about": shown.about, "title": of.title, "says": of.says, "made": of.made.isoformat(), "looked": shown.looked and shown.looked.isoformat(),
            "audience": shown.audience,
            "blocks": tuple(map(block_as_json, of.blocks))}
