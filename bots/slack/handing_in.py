"""Files that come with a message: imported as records or read in as documents, as the words beside them ask; without any words, which of both is asked."""
import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
import json
import re
from typing import Any
from urllib.parse import urlsplit

from assistant.loading import File
from assistant.messages import Answer, Sign
from bots.slack.hearing import Heard
from bots.slack.pieces import button, buttons, cut, escaped, line, rich, run
from bots.slack.rendering import Post
from bots.slack.workspace import Workspace
from records.errors import BadInput, Sorry
from reports.blocks import Block, Text

IMPORT = re.compile(r"\b(?:import|upload|take over)\b", re.I)
INGEST = re.compile(r"\b(?:ingest|read (?:it |this |them |these )?in|file (?:it|this)|(?:to|into) the (?:library|handbook|documents|rules))\b", re.I)
AS_RECORDS, AS_DOCUMENT = "hand:import", "hand:read in"
LARGEST, MOST_VALUE = 30_000_000, 2000
OK = 200
HOSTS = ("slack.com", "slack-files.com")
WHICH = "What shall I do with {names}?"
UNREAD = "I have not looked at what you attached. Say “import” or “read in” beside a file to have it taken in."
UNREACHED = "I could not get {name} from Slack. Ask the PMO to look at my permission files:read."
Taking = Callable[[str, bytes], Awaitable[Answer]]


def wish(message: Heard, said: str) -> str:
    """What is to be done with the files of a message: "import", "read in", "ask", or "" when its words ask for something else."""
    if not message.files:
        return ""
    return "read in" if INGEST.search(said) else "import" if IMPORT.search(said) else "" if said.strip() else "ask"


def which(message: Heard) -> Post:
    """The question what to do with files that came without a word."""
    said, value = WHICH.format(names=_names(message.files)), json.dumps(list(message.files))
    made = [button(AS_RECORDS, "Import as records", value), button(AS_DOCUMENT, "Read in as a document", value)] if len(value) <= MOST_VALUE else []
    told = said if made else f"{said} {UNREAD}"
    return Post(escaped(told), [rich(line(run(told))), *([buttons(f"{message.user}:files", *made)] if made else [])])


async def taken_in(here: Workspace, who: str, message: Heard, said: str, sign: Sign) -> Answer:
    """The answer to what was handed in; a file that cannot be taken says why, and the others go on."""
    project = await asyncio.to_thread(_project, here, who, said)

    async def imported(name: str, content: bytes) -> Answer:
        return await here.assistant.load(who, File(name, content, project=project), message.place.key, sign)

    async def read_in(name: str, content: bytes) -> Answer:
        sign(f"Reading {name}")
        return Answer("", (Text(await asyncio.to_thread(here.doors.intake.take, who, name, content)),))

    taking: Taking = imported if wish(message, said) == "import" else read_in
    answers = [await _one(here, file, taking) for file in message.files]
    blocks: tuple[Block, ...] = tuple(b for a in answers for b in a.blocks)
    return Answer(message.place.key, blocks, proposal=next((a.proposal for a in answers if a.proposal), None))


async def _one(here: Workspace, file: Mapping[str, Any], taking: Taking) -> Answer:
    name = str(file.get("name") or "the file")
    try:
        return await taking(name, await _fetched(here, file, name))
    except Sorry as sorry:
        return Answer("", (Text(str(sorry)),), error=str(sorry))


async def _fetched(here: Workspace, file: Mapping[str, Any], name: str) -> bytes:
    """The bytes of a file, from Slack and from nowhere else; the bot's token goes to no other host."""
    url, session = str(file.get("url_private_download") or ""), here.client.session
    if not _is_slacks(here, url) or session is None:
        raise BadInput(UNREACHED.format(name=name))
    if int(file.get("size") or 0) > LARGEST:
        raise BadInput(f"{name} has more than {LARGEST // 1_000_000} MB.")
    async with session.get(url, headers={"Authorization": f"Bearer {here.client.token}"}, allow_redirects=False) as answer:
        content = await answer.read() if answer.status == OK and (answer.content_length or 0) <= LARGEST else b""
        is_page = answer.content_type == "text/html" and not name.lower().endswith((".html", ".htm"))
    if not content or is_page:                               # without the permission, Slack shows its page to sign in
        raise BadInput(UNREACHED.format(name=name))
    return content


def _is_slacks(here: Workspace, url: str) -> bool:
    host, own = urlsplit(url).hostname or "", urlsplit(here.client.base_url).hostname
    return host == own or any(host == h or host.endswith(f".{h}") for h in HOSTS)


def _project(here: Workspace, who: str, said: str) -> str:
    """The project that is named beside a file, "" when none is or several are."""
    low = said.lower()
    named = [o.value for o in here.doors.forms.projects(who, "") if re.search(rf"\b{re.escape(o.value.lower())}\b", low)
             or re.search(rf"\b{re.escape(o.label.lower())}\b", low)]
    return named[0] if len(named) == 1 else ""


def _names(files: Sequence[Mapping[str, Any]]) -> str:
    return cut(" and ".join(str(f.get("name") or "the file") for f in files), 300)
