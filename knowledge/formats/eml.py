"""EML: a mail is a section under its subject, with its date, who wrote it and what was attached. The text part is read, else the page."""
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from knowledge.formats import html
from knowledge.formats.base import Parsed, Section, named
from knowledge.formats.wire import apart
from language.cleaning import clean
from records.errors import BadInput

HEADS = ("From", "To", "Cc", "Date")
MOST_PARTS, LONGEST_HEAD = 1000, 20_000


def read(content: bytes, name: str) -> Parsed:
    message = message_from_bytes(content, _class=EmailMessage, policy=default)
    if any(len(str(said)) > LONGEST_HEAD for _, said in message.raw_items()):
        raise BadInput(f"{name} is too large to be read: a line of its head has more than {LONGEST_HEAD:,} characters.")
    if not any(message.get(head) for head in ("From", "Subject", "Date")):
        raise BadInput(f"{name} is no mail: it has neither a sender nor a subject nor a date.")
    if sum(1 for _ in message.walk()) > MOST_PARTS:
        raise BadInput(f"{name} is too deeply packed to be read: it has more than {MOST_PARTS:,} parts.")
    subject = " ".join(clean(str(message.get("Subject", ""))).split()) or named(name)
    heads = [f"{head}: {' '.join(clean(str(message[head])).split())}" for head in HEADS if message.get(head)]
    attached = [f"Attached: {clean(said)}" for part in message.iter_attachments() if (said := part.get_filename())]
    return Parsed(subject, (Section("", subject, "\n\n".join(filter(None, ("\n".join(heads), _body(message, name), "\n".join(attached))))),))


def _body(message: EmailMessage, name: str) -> str:
    part = message.get_body(("plain", "html"))
    if part is None:
        return ""
    try:
        said = str(part.get_content())
    except (LookupError, ValueError, KeyError):
        said = bytes(part.get_payload(decode=True) or b"").decode("latin-1")
    if part.get_content_subtype() != "html":
        return clean(said).strip()
    page = html.told(said, name)
    return "\n\n".join(s.text if s.heading == page.title else f"{s.heading}\n{s.text}" for s in page.sections)


work = apart(read)
