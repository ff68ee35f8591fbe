"""Letters by e-mail, handed in to a real SMTP server: words, HTML and the file; refused for good or tried again; nothing gets out of its place."""
import asyncio
from collections.abc import AsyncIterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword
import pytest

from assistant.reporting.wanted import Written
from assistant.schedules.letters import Letter
from bots.mail import Mail, Server, server, written
from records.errors import BadInput, Refused
from reports.blocks import Card, Table, Text

ANA = "ana@office.example"
REPORT = Written("apollo.pdf", "application/pdf", b"%PDF-1.7 the report")
LETTER = Letter("SE-1/1763971200/ana@office.example", ANA, "Apollo: status report", ("Apollo is late.", "CPI: 0.72"), (), (REPORT,))


class Box:
    """A mail server in small; it knows nobody at gone.example, and is busy for busy.example."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:  # noqa: N802 - aiosmtpd calls it so
        if address.endswith("@gone.example"):
            return "550 No such user."
        if address.endswith("@busy.example"):
            return "451 Come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        made = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(made, EmailMessage)
        self.messages.append(made)
        return "250 OK"


def known(_server: Any, _session: Any, _envelope: Any, _mechanism: str, said: Any) -> AuthResult:
    return AuthResult(success=isinstance(said, LoginPassword) and (said.login, said.password) == (b"pmo", b"p@ss"), handled=False)


@pytest.fixture
async def running() -> AsyncIterator[tuple[Box, int]]:
    box = Box()
    serving = await asyncio.get_running_loop().create_server(lambda: SMTP(box, authenticator=known, auth_require_tls=False), "127.0.0.1", 0)
    yield box, serving.sockets[0].getsockname()[1]
    serving.close()


@pytest.fixture
def box(running: tuple[Box, int]) -> Box:
    return running[0]


@pytest.fixture
def mail(running: tuple[Box, int]) -> Mail:
    return Mail(server(f"smtp://pmo:p%40ss@127.0.0.1:{running[1]}?tls=no", "PMO <pmo@office.example>"))


async def test_a_report_comes_as_words_as_html_and_as_a_file(box: Box, mail: Mail) -> None:
    mark = await mail.deliver(LETTER)
    (message,) = box.messages
    assert (message["To"], message["From"], message["Subject"], message["Message-ID"]) == (ANA, "PMO <pmo@office.example>", "Apollo: status report", mark)
    plain, shown = (message.get_body((kind,)) for kind in ("plain", "html"))
    assert plain
    assert plain.get_content().splitlines()[:2] == ["Apollo is late.", "CPI: 0.72"]
    assert "“pause SE-1”" in plain.get_content()
    assert shown
    assert "<p>Apollo is late.</p>" in shown.get_content()
    (file,) = message.iter_attachments()
    assert (file.get_filename(), file.get_content_type(), file.get_content()) == ("apollo.pdf", "application/pdf", REPORT.content)


async def test_the_same_letter_has_the_same_mark_however_often_it_is_handed_in(box: Box, mail: Mail) -> None:
    assert await mail.deliver(LETTER) == await mail.deliver(LETTER)
    assert len({m["Message-ID"] for m in box.messages}) == 1
    assert written(Letter("SE-1/2", ANA, "", ()), "pmo@office.example")["Message-ID"] != box.messages[0]["Message-ID"]


async def test_who_is_not_there_is_refused_for_good_and_who_is_busy_is_not(box: Box, mail: Mail) -> None:
    with pytest.raises(Refused, match=r"refused nobody@gone.example: No such user\."):
        await mail.deliver(Letter("k", "nobody@gone.example", "t", ("l",)))
    with pytest.raises(OSError, match="Come back later"):
        await mail.deliver(Letter("k", "ana@busy.example", "t", ("l",)))
    assert box.messages == []


async def test_a_wrong_password_is_no_refusal_of_a_reader(running: tuple[Box, int]) -> None:
    with pytest.raises(OSError, match="535"):
        await Mail(Server("127.0.0.1", running[1], "pmo@office.example", "pmo", "wrong", "")).deliver(LETTER)


def test_what_looks_like_markup_or_a_head_stays_text() -> None:
    nasty = "<img src=http://evil.example/x.png>\r\nBcc: all@office.example"
    message = written(Letter("k", ANA, nasty, (nasty,), (Text(nasty), Card(nasty, "red", (nasty,)), Table(nasty, (nasty,), ((nasty,),)))), "pmo@office.example")
    assert message["Bcc"] is None
    assert "\n" not in message["Subject"]
    shown = message.get_body(("html",))
    assert shown
    assert "<img" not in shown.get_content()
    assert "http-equiv" not in shown.get_content()


def test_an_answer_is_a_table_of_at_most_fifty_rows() -> None:
    message = written(Letter("k", ANA, "t", ("t",), (Table("Tasks", ("key",), tuple((f"T-{n}",) for n in range(60))),)), "pmo@office.example")
    plain = message.get_body(("plain",))
    assert plain
    assert "T-49" in plain.get_content()
    assert "T-50" not in plain.get_content()
    assert "and 10 more" in plain.get_content()


@pytest.mark.parametrize("url", ["mail.example", "http://mail.example", "smtp://", "smtp://mail:port"])
def test_an_address_that_is_none_is_said(url: str) -> None:
    with pytest.raises(BadInput, match="PMO_SMTP_URL cannot be read"):
        server(url, "pmo@office.example")


def test_letters_need_a_sender() -> None:
    with pytest.raises(BadInput, match="PMO_MAIL_FROM"):
        server("smtp://mail.example", "")


def test_the_way_to_the_server_is_kept_secret_unless_it_is_said_not_to_be() -> None:
    told = [server(url, "pmo@office.example") for url in ("smtp://a.example", "smtps://a.example", "smtp://a.example:25?tls=no")]
    assert [(s.port, s.secure) for s in told] == [(587, "starttls"), (465, "tls"), (25, "")]
    assert "p@ss" not in repr(server("smtp://u:p%40ss@a.example", "pmo@office.example"))


def test_a_link_of_a_letter_stands_in_both_of_its_forms_and_not_in_its_head() -> None:
    link = "https://pmo.example/sign-in/s3cret?next=/a&b"
    made = written(Letter("sign-in/1", ANA, "Sign in", ("Sign in", "Once."), foot="Asked for.", link=link), "pmo@office.example")
    plain, shown = (str(part.get_content()) for part in made.iter_parts())
    assert plain == "Sign in\nOnce.\n\nhttps://pmo.example/sign-in/s3cret?next=/a&b\n\n-- \nAsked for.\n"
    assert '<a href="https://pmo.example/sign-in/s3cret?next=/a&amp;b">Sign in</a>' in shown
    assert "s3cret" not in str(made.items())
