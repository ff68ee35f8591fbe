"""Letters by e-mail: plain words and the same as HTML, with the report attached. No picture is fetched from anywhere, and nothing counts who opens it."""
import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import parseaddr
from hashlib import sha256
import html
import smtplib
import ssl
from urllib.parse import unquote, urlsplit

from assistant.schedules.letters import Letter
from records.errors import BadInput, Refused
from reports.blocks import Block, Card, Choices, Fact, Heading, Passage, Receipt, Table, Text

PATIENCE = 30.0
PORTS = {"smtp": 587, "smtps": 465}
SHORT, LONGEST = 50, 70                  # rows of a table in a letter; letters of a subject
REFUSED = "The mail server refused {to}: {why}."
NO_URL = "PMO_SMTP_URL cannot be read. It looks like smtp://user:password@mail.example:587, or smtps:// for port 465."
FOOT = "Sent by Project Assistant because a schedule of yours, or of somebody you work with, says so. Ask it to “pause {key}” to stop it."
STYLE = "font:15px/1.5 system-ui,sans-serif;color:#1b1b1b;max-width:44em"
CELL = "padding:2px 12px 2px 0;text-align:left;vertical-align:top;border-bottom:1px solid #ddd"


@dataclass(frozen=True)
class Server:
    """Where letters are handed in, and from whom they come. `secure`: "tls" from the first byte, "starttls", or "" on a private network."""
    host: str
    port: int
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)
    secure: str = "starttls"


def server(url: str, sender: str) -> Server:
    """Read smtp://user:password@host:587 (with STARTTLS; `?tls=no` on a private network) or smtps://…:465. Raises `BadInput`."""
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS.get(parts.scheme, 0)
    except ValueError:
        raise BadInput(NO_URL) from None
    if parts.scheme not in PORTS or not parts.hostname:
        raise BadInput(NO_URL)
    if "@" not in parseaddr(sender)[1]:
        raise BadInput("PMO_MAIL_FROM must be the address that letters come from, such as pmo@office.example.")
    secure = "tls" if parts.scheme == "smtps" else "" if "tls=no" in parts.query else "starttls"
    return Server(parts.hostname, port, sender, unquote(parts.username or ""), unquote(parts.password or ""), secure)


class Mail:
    """A way for letters. What the server refuses for good raises `Refused`; what passes is raised as it is, and tried again."""

    def __init__(self, where: Server) -> None:
        self._where = where

    async def readers(self, to: str) -> Sequence[str]:
        return (to,)

    async def deliver(self, letter: Letter) -> str:
        """Hand it in; returns its message id, which is the same for the same letter however often it is handed in."""
        message = written(letter, self._where.sender)
        await asyncio.to_thread(self._handed_in, message, letter.to)
        return str(message["Message-ID"])

    def _handed_in(self, message: EmailMessage, to: str) -> None:
        where, trusted = self._where, ssl.create_default_context()
        made = smtplib.SMTP_SSL(where.host, where.port, timeout=PATIENCE, context=trusted) if where.secure == "tls" else smtplib.SMTP(
            where.host, where.port, timeout=PATIENCE)
        with made as smtp:
            if where.secure == "starttls":
                smtp.starttls(context=trusted)
            if where.user:
                smtp.login(where.user, where.password)
            try:
                smtp.send_message(message)
            except smtplib.SMTPRecipientsRefused as refused:
                code, why = next(iter(refused.recipients.values()))
                if code >= 500:  # noqa: PLR2004 - what SMTP calls for good
                    raise Refused(REFUSED.format(to=to, why=why.decode("utf-8", "replace").strip().rstrip("."))) from None
                raise


def written(letter: Letter, sender: str) -> EmailMessage:
    """A letter as a message. Its words are data: what looks like markup stays text, and no line of it gets into the head."""
    message = EmailMessage()
    message["From"], message["To"] = sender, letter.to
    title = " ".join(letter.title.split())
    message["Subject"] = title if len(title) <= LONGEST else f"{title[:LONGEST - 1].rstrip()}…"
    message["Message-ID"] = f"<{sha256(letter.key.encode()).hexdigest()[:40]}@{parseaddr(sender)[1].partition('@')[2]}>"
    message["Auto-Submitted"], message["X-Auto-Response-Suppress"] = "auto-generated", "All"
    foot = letter.foot or FOOT.format(key=letter.key.partition("/")[0])
    said = [line for block in letter.blocks for line in _plain(block)] or list(letter.lines)
    message.set_content("\n".join([*said, *(["", letter.link] if letter.link else []), "", "-- ", foot]))
    shown = "".join(map(_shown, letter.blocks)) or "".join(f"<p>{html.escape(line)}</p>" for line in letter.lines)
    opens = f'<p><a href="{html.escape(letter.link)}">{html.escape(title)}</a></p>' if letter.link else ""
    message.add_alternative(f'<!doctype html><html><body><div style="{STYLE}">{shown}{opens}<p style="color:#666;font-size:12px">{html.escape(foot)}</p></div>'
                            "</body></html>", subtype="html")
    for file in letter.files:
        main, _, sub = file.mime.partition(";")[0].partition("/")
        message.add_attachment(file.content, maintype=main, subtype=sub, filename=file.name)
    return message


def _plain(block: Block) -> list[str]:  # noqa: PLR0911 - one line for each block that a letter shows
    match block:
        case Table(title, columns, rows, _, note):
            shown = [" | ".join(row) for row in rows[:SHORT]]
            return [*([title] if title else []), " | ".join(columns), *shown, *([f"… and {len(rows) - SHORT} more"] if len(rows) > SHORT else []), note, ""]
        case Heading(text) | Text(text):
            return [text, ""]
        case Card(title, _, lines) | Receipt(_, title, lines):
            return [title, *(f"  {line}" for line in lines), ""]
        case Fact(_, label, display):
            return [f"{label}: {display}"]
        case Passage(text, source):
            return [f"“{text}” ({source.title})", ""]
        case Choices(says):
            return [says]
        case _:
            return []


def _shown(block: Block) -> str:
    if isinstance(block, Table):
        head = "".join(f'<th style="{CELL}">{html.escape(c)}</th>' for c in block.columns)
        rows = "".join("<tr>" + "".join(f'<td style="{CELL}">{html.escape(c)}</td>' for c in row) + "</tr>" for row in block.rows[:SHORT])
        more = f"<p>… and {len(block.rows) - SHORT} more</p>" if len(block.rows) > SHORT else ""
        return (f"<h3>{html.escape(block.title)}</h3>" if block.title else "") + f'<table style="border-collapse:collapse"><tr>{head}</tr>{rows}</table>{more}'
    if isinstance(block, Heading):
        return f"<h3>{html.escape(block.text)}</h3>"
    first, *rest = _plain(block) or [""]
    said = "".join(f"<br>{html.escape(line.strip())}" for line in rest if line.strip())
    return f"<p>{'<b>' if isinstance(block, Card) else ''}{html.escape(first)}{'</b>' if isinstance(block, Card) else ''}{said}</p>" if first else ""
