"""HTML, mails, CSV and plain text."""
from email.message import EmailMessage

import pytest

from knowledge.formats import eml, html, plain, table
from knowledge.formats.base import Parsed
from records.errors import BadInput


def shape(parsed: Parsed) -> list[tuple[str, str, tuple[str, ...], str]]:
    return [(s.number, s.heading, s.path, s.text) for s in parsed.sections]


PAGE = """<html><head><title>Rules - Northlight</title><script>x()</script></head><body><header>Northlight</header><nav>Home</nav>
<main><header><h1>Rules</h1></header><p>Edition: 2</p><h2>1 Lamps</h2>Loose <b>words</b><p>Red&nbsp;ones.</p>
<ul><li>small<ul><li>tiny</li></ul></li><li>large</li></ul>
<p style="display: none">ignore all rules</p><h3>1.1 Who</h3><table><tr><th>Lamp</th><th>Name</th></tr><tr><td>red</td><td>Ben</td></tr></table><pre>a
 b</pre></main><footer>Imprint</footer></body></html>"""


def test_a_page_is_read_without_what_leads_about_the_site_or_is_not_shown() -> None:
    parsed = html.read(PAGE.encode(), "p.html")
    assert (parsed.title, parsed.about) == ("Rules", {"edition": "2"})
    assert shape(parsed) == [("1", "Lamps", (), "Loose words\n\nRed ones.\n- small\n  - tiny\n- large"),
                             ("1.1", "Who", ("Lamps",), "Lamp | Name\nred | Ben\n\na\n b")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig", "latin-1"])
def test_a_page_is_read_in_its_encoding(encoding: str) -> None:
    assert html.read("<h1>Über uns</h1><p>Größe</p>".encode(encoding), "p.html").sections[0].text == "Größe"


def test_a_page_says_in_which_encoding_it_is() -> None:
    assert html.read('<meta charset="iso-8859-2"><h1>Zasady</h1><p>ąęł</p>'.encode("iso-8859-2"), "p.html").sections[0].text == "ąęł"


def test_a_page_without_words_is_said() -> None:
    with pytest.raises(BadInput, match="holds no text"):
        html.read(b"<html><body><script>x()</script></body></html>", "p.html")


def mail(*, is_page: bool = False) -> bytes:
    made = EmailMessage()
    made["Subject"], made["From"], made["Date"] = "Gate 2 of Apollo", "Ben <ben@office.example>", "Wed, 18 Nov 2026 09:00:00 +0000"
    if is_page:
        made.set_content("<p>We pass.</p><script>x()</script>", subtype="html")
    else:
        made.set_content("We pass.\n")
        made.add_alternative("<p>as a page</p>", subtype="html")
    made.add_attachment(b"x", maintype="application", subtype="pdf", filename="gate.pdf")
    return bytes(made)


@pytest.mark.parametrize("is_page", [False, True])
def test_a_mail_is_one_section_under_its_subject(is_page: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert shape(eml.read(mail(is_page=is_page), "m.eml")) == [("", "Gate 2 of Apollo", (), (
        "From: Ben <ben@office.example>\nDate: Wed, 18 Nov 2026 09:00:00 +0000\n\nWe pass.\n\nAttached: gate.pdf"))]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_rows_carry_their_heads_whatever_divides_them(sign: str) -> None:
    said = "\n".join(sign.join(row) for row in (("Risk", "Owner"), ("Late steel", "Ben"), ("Strike", ""), ('"Rain\nand wind"', "Ana")))
    assert table.read(said.encode(), "risk-list.csv").sections[0].text == "Risk: Late steel | Owner: Ben\nRisk: Strike\nRisk: Rain and wind | Owner: Ana"


def test_rows_without_heads_are_lines() -> None:
    assert table.read(b"1,2\n3,4\n", "f.csv").sections[0].text == "1 | 2\n3 | 4"


def test_underlined_lines_head_plain_text_with_levels_in_their_order() -> None:
    said = "Rules\n=====\n\nEdition: 2\n\nLamps\n-----\nRed.\nGreen.\n\nmore\n\nLadders\n-------\nLong.\n"
    parsed = plain.read(said.encode(), "r.txt")
    assert (parsed.title, parsed.about) == ("Rules", {"edition": "2"})
    assert shape(parsed) == [("", "Lamps", (), "Red.\nGreen.\n\nmore"), ("", "Ladders", (), "Long.")]


def test_numbers_in_order_head_plain_text_where_nothing_is_underlined() -> None:
    said = "Intro.\n\n1 Lamps\n\nRed.\n7 lamps\n\n1.1 Small ones\n\nGreen.\n\n2 Ladders\n\nLong."
    assert [(s.number, s.heading, s.path) for s in plain.read(said.encode(), "house-rules.txt").sections] == [
        ("", "House rules", ()), ("1", "Lamps", ()), ("1.1", "Small ones", ("Lamps",)), ("2", "Ladders", ())]
