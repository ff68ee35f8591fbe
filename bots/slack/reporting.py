"""A report on request: a short form, then a picture to look at and the file to keep, in the person's direct messages or the thread it was asked in."""
import asyncio
from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck

from assistant.forms import Field, Option
from assistant.incoming import Taken
from assistant.reporting import Wanted, Written
from bots.slack import modals
from bots.slack.modals import REPORT_FORM, Context
from bots.slack.pieces import Json, cut, escaped
from bots.slack.posting import plain
from bots.slack.workspace import Workspace
from records.errors import Sorry

FORMATS = (("pdf", "PDF"), ("pptx", "PowerPoint"), ("docx", "Word"), ("xlsx", "Excel"), ("html", "Web page"), ("md", "Markdown"))
PERIODS = (("last 14 days", "The last 14 days"), ("last week", "Last week"), ("last month", "Last month"), ("last quarter", "Last quarter"))
READERS = ("project manager", "executive", "steering committee", "team", "client")
PROJECT = "report_project"
LONGEST_ALT = 1900


def form(here: Workspace, who: str, about: str, context: Context) -> Json:
    """The form of a report: about which project (none: the portfolio), of what time, for whom and as what."""
    found = here.doors.forms.projects(who, about) if about else ()
    fields = (
        Field(PROJECT, "Project", "record", initial=found[0] if len(found) == 1 else None, hint="leave it empty for all projects"),
        Field("period", "Time", "choice", options=_options(PERIODS), initial=Option(*PERIODS[0])),
        Field("audience", "For", "choice", options=tuple(Option(a, a) for a in READERS)),
        Field("format", "File", "choice", options=_options(FORMATS), initial=Option(*FORMATS[0])),
    )
    return modals.view(REPORT_FORM, "Report", "Write it", [modals.question(f) for f in fields], context)


class Reports:
    def __init__(self, here: Workspace) -> None:
        self._here = here
        here.running.on("report", self._sent, self._told)

    async def submitted(self, ack: AsyncAck, body: Mapping[str, Any]) -> None:
        """Take the form; the report is written behind it."""
        user, said = body["user"]["id"], modals.filled(body["view"])
        try:
            who = await self._here.people.email(user)
        except Sorry as sorry:
            await ack(response_action="errors", errors=modals.wrong({PROJECT: str(sorry)}))
            return
        await self._here.running.take("report", f"slack:{self._here.team}:report:{body['view']['id']}", {"user": user, "who": who, "said": said})
        await ack()

    async def _sent(self, taken: Taken) -> None:
        """The first page as a picture with its words, and the file, in one message."""
        reports, said, who = self._here.doors.reports, taken.body["said"], taken.body["who"]
        wanted, as_ = Wanted(said.get(PROJECT, ""), said.get("period", ""), "", said.get("audience", "")), said.get("format") or "pdf"
        picture, file, says = await asyncio.to_thread(lambda: (
            reports.file(who, wanted, "png"), reports.file(who, wanted, as_), (made := reports.report(who, wanted)).title + ". " + made.says))
        opened = await self._here.client.conversations_open(users=taken.body["user"])
        await self._here.client.files_upload_v2(
            file_uploads=[_upload(picture, f"The first page. {says}"), _upload(file, "")], channel=opened["channel"]["id"],
            initial_comment=escaped(cut(says, LONGEST_ALT)), request_file_info=False)

    async def _told(self, taken: Taken, sentence: str) -> None:
        await self._here.poster.tell(taken.body["user"], [plain(sentence)])


def _upload(file: Written, alt: str) -> dict[str, Any]:
    """A file with its title, and for a picture what there is to see."""
    return {"filename": file.name, "content": file.content, "title": file.name, **({"alt_txt": cut(alt, LONGEST_ALT)} if alt else {})}


def _options(said: tuple[tuple[str, str], ...]) -> tuple[Option, ...]:
    return tuple(Option(*each) for each in said)
