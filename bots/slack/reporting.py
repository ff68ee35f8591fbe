"""A report on request: a short form, then a picture to look at and the file to keep, in the person's direct messages or the thread it was asked in."""
import asyncio
from collections.abc import Mapping
import re
from typing import Any

from slack_bolt.async_app import AsyncAck

from assistant.forms import Field, Option
from assistant.jobs.incoming import Taken
from assistant.messages import Answer
from assistant.reporting.wanted import Wanted, Written
from bots.slack import modals
from bots.slack.modals import REPORT_FORM, Context
from bots.slack.pieces import Json, cut, escaped
from bots.slack.posting import plain
from bots.slack.uploading import uploaded
from bots.slack.workspace import Workspace
from records.errors import Sorry
from reports.blocks import Card, Fact, Table

FORMATS = (("pdf", "PDF"), ("pptx", "PowerPoint"), ("docx", "Word"), ("xlsx", "Excel"), ("html", "Web page"), ("md", "Markdown"))
PERIODS = (("last 14 days", "The last 14 days"), ("last week", "Last week"), ("last month", "Last month"), ("last quarter", "Last quarter"))
FACTS, TABLES = 3, 4                # that a report has at least: one project's, or several's
OF_PROJECT = re.compile(r"(.+?)-[A-Z]+-\d+")          # the key of a record inside a project
AS = re.compile(r"\bas (?:a |an )?(pdf|powerpoint|pptx|slides|word|docx|excel|xlsx|picture|image|png|html|markdown)\b", re.I)
ALSO = {"powerpoint": "pptx", "slides": "pptx", "word": "docx", "excel": "xlsx", "picture": "png", "image": "png", "markdown": "md"}
READERS = ("project manager", "executive", "steering committee", "team", "client")
PROJECT = "report_project"
LONGEST_SAID = 1900


def form(here: Workspace, who: str, project: str, context: Context) -> Json:
    """The form of a report: about which project (none: the portfolio), of what time, for whom and as what."""
    found = here.doors.forms.projects(who, project) if project else ()
    fields = (
        Field(PROJECT, "Project", "record", initial=found[0] if len(found) == 1 else None, hint="leave it empty for all projects"),
        Field("period", "Time", "choice", options=_options(PERIODS), initial=Option(*PERIODS[0])),
        Field("audience", "For", "choice", options=tuple(Option(a, a) for a in READERS)),
        Field("format", "File", "choice", options=_options(FORMATS), initial=Option(*FORMATS[0])),
    )
    return modals.view(REPORT_FORM, "Report", "Write it", [modals.question(f) for f in fields], context)


def about(answer: Answer) -> str | None:
    """The project that an answer reports on, "" for several; None when it is no report."""
    judged = [b for b in answer.blocks if isinstance(b, Card) and b.tone != "plain"]
    if judged and sum(isinstance(b, Fact) for b in answer.blocks) >= FACTS:
        projects = {found[1] for s in answer.sources if s.kind == "record" and (found := OF_PROJECT.fullmatch(s.key))}
        return projects.pop() if len(projects) == 1 else None
    return "" if sum(isinstance(b, Table) for b in answer.blocks) >= TABLES else None


def wanted(said: str) -> str:
    """The format of the file that somebody asks for by name, "" for none."""
    found = AS.search(said)
    return ALSO.get(found[1].lower(), found[1].lower()) if found else ""


class Reports:
    def __init__(self, here: Workspace) -> None:
        self._here = here
        here.running.on("report", self._sent, self._told)
        here.running.on("document", self._handed, self._told)

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
        asked, as_ = Wanted(said.get(PROJECT, ""), said.get("period", ""), "", said.get("audience", "")), said.get("format") or "pdf"

        def written() -> tuple[Written, Written | None, str]:
            made = reports.report(who, asked)
            return reports.file(who, asked, "png"), reports.file(who, asked, as_) if as_ != "png" else None, f"{made.title}. {made.says}"
        picture, file, says = await asyncio.to_thread(written)
        opened = await self._here.client.conversations_open(users=taken.body["user"])
        await self._here.client.files_upload_v2(
            channel=opened["channel"]["id"], file_uploads=[uploaded(picture, f"The first page. {says}"), *([uploaded(file, "")] if file else [])],
            initial_comment=escaped(cut(says, LONGEST_SAID)), request_file_info=False)

    async def _handed(self, taken: Taken) -> None:
        """A file, below the answer that names it: it shows what everybody who reads there may see."""
        body = taken.body
        reports, before = self._here.doors.reports, tuple(body.get("before", ()))
        files = await asyncio.to_thread(lambda: reports.handed(body["who"], body["key"], before, pictured=True))
        *pictures, file = files
        shown = [*(uploaded(p, f"The first page of {file.name}") for p in pictures), uploaded(file)]
        await self._here.client.files_upload_v2(channel=body["channel"], thread_ts=body["thread"], file_uploads=shown, request_file_info=False)

    async def _told(self, taken: Taken, sentence: str) -> None:
        await self._here.poster.tell(taken.body["user"], [plain(sentence)])


def _options(said: tuple[tuple[str, str], ...]) -> tuple[Option, ...]:
    return tuple(Option(*each) for each in said)
