"""Reports as files: one project's or the portfolio's, in any format, as the asker may see it."""
from asyncio import to_thread
from typing import Annotated, Protocol

from fastapi import APIRouter, Depends, Path, Query, Response

from assistant.reporting import Wanted, Written
from bots.web.identity import Who

Key = Annotated[str, Path(max_length=300, description="A project, by name or key.")]
As = Annotated[str, Query(alias="format", max_length=20, description="md, html, pdf, pptx, docx, xlsx, png or json.")]
Reader = Annotated[str, Query(alias="for", max_length=40, description="project manager, executive, steering committee, team or client.")]
Time = Annotated[str, Query(max_length=100, description="Such as “last month”. Default: the last 14 days.")]
Day = Annotated[str, Query(max_length=100, description="As the records stood on a past day.")]
Parts = Annotated[str, Query(max_length=300, description="Only these parts, such as schedule,risks.")]


class Reports(Protocol):
    """Whoever makes reports."""

    def file(self, who: str, wanted: Wanted, as_: str) -> Written:
        """A report in a format; raises the family of errors."""


def router(reports: Reports, who: Who) -> APIRouter:
    made = APIRouter(tags=["reports"])

    async def sent(asker: str, wanted: Wanted, as_: str) -> Response:
        file = await to_thread(reports.file, asker, wanted, as_)
        return Response(file.content, media_type=file.mime, headers={"content-disposition": f'attachment; filename="{file.name}"'})

    @made.get("/reports/{project}", response_class=Response, summary="A project's status report as a file")
    async def report(project: Key, asker: Annotated[str, Depends(who)], as_: As = "pdf", reader: Reader = "", period: Time = "",  # noqa: PLR0913, PLR0917 - its parameters
                     as_of: Day = "", sections: Parts = "") -> Response:
        parts = tuple(part.strip().lower() for part in sections.split(",") if part.strip())
        return await sent(asker, Wanted(project, period, as_of, reader, parts), as_)

    @made.get("/portfolio", response_class=Response, summary="The summary of all projects as a file")
    async def portfolio(asker: Annotated[str, Depends(who)], as_: As = "pdf", period: Time = "", as_of: Day = "") -> Response:
        return await sent(asker, Wanted(period=period, as_of=as_of), as_)

    return made
