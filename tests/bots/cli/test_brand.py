"""`pmo brand`: the office's logo, colours and font, seen in every report; a colour that could not be read is refused with one that can."""
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.bots.cli.conftest import Pmo

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><script>alert(1)</script><rect width="20" height="10" fill="#7a1f4e"/></svg>'


def test_the_office_looks_as_it_says_in_every_report(pmo: Pmo, tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(LOGO)
    ran = pmo("brand", "--logo", str(tmp_path / "logo.svg"), "--accent", "7A1F4E", "--font", "Open Sans")
    assert (ran.code, ran.out.strip()) == (0, "The reports look so now: accent: #7a1f4e; font: Open Sans; logo: kept.")
    page = pmo("report", "Elara", "--sections", "summary", "--format", "html").out
    assert "--accent:#7a1f4e" in page
    assert '"Open Sans"' in page
    assert 'src="data:image/svg+xml;base64,' in page
    assert pmo("report", "Elara", "--sections", "summary", "--out", str(tmp_path / "elara.docx")).code == 0
    with ZipFile(tmp_path / "elara.docx") as made:
        assert b"Open Sans" in made.read("word/styles.xml")
        assert [name for name in made.namelist() if name.endswith(".png")]


@pytest.mark.parametrize(("arguments", "says"), [
    (("--accent", "ffee00"), "text in #ffee00 cannot be read on white: its contrast is 1.2 and has to be 4.5; #807700 would do"),
    (("--accent", "blue"), "a colour is written as #1f4e79"), (("--font", "a;b"), "the name of a font has letters"),
    (("--logo", "nowhere.png"), "There is no file “nowhere.png”."), ((), "Say what to change"),
    (("--accent", "#333", "--as", "Ana"), "you may not change offices")])
def test_what_cannot_be_is_refused_in_a_sentence(pmo: Pmo, arguments: tuple[str, ...], says: str) -> None:
    ran = pmo("brand", *arguments)
    assert ran.code != 0
    assert says in ran.err
