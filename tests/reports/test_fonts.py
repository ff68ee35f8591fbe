"""Which characters can be shown, whatever fonts the machine has: what none has is said, by script and number."""
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]  # it brings no types
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]  # it brings no types
import pypdfium2
import pytest

from reports import formats
from reports.blocks import Heading, Table, Text
from reports.formats import fonts, typeset
from reports.formats.base import Report

ARABIC, CHINESE, EMOJI = "مشروع القمر", "月球计划", "🚀"
NOW = datetime(2026, 11, 18, 9, tzinfo=UTC)
TABLE = Table(CHINESE, ("task", ARABIC), (("P-T-1", ARABIC),))
REPORT = Report(ARABIC, "as of Wed 18 Nov 2026", (Heading(CHINESE), Text(f"{EMOJI} 👩‍💻 {ARABIC} is 46 % done."), TABLE), NOW)


@pytest.fixture
def chinese(tmp_path: Path) -> tuple[str, int]:
    """A font file that has two Chinese characters and an emoji, and nothing else."""
    drawn = TTGlyphPen(None)
    for at in ((0, 0), (0, 500), (500, 500)):
        (drawn.lineTo if drawn.points else drawn.moveTo)(at)
    drawn.closePath()
    names = [".notdef", "moon", "ball", "rocket"]
    made = FontBuilder(1000)
    made.setupGlyphOrder(names)
    made.setupCharacterMap({ord("月"): "moon", ord("球"): "ball", ord(EMOJI): "rocket"})
    made.setupGlyf(dict.fromkeys(names, drawn.glyph()))
    made.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupNameTable({"familyName": "Small", "styleName": "Regular"})
    made.setupOS2()
    made.setupPost()
    made.save(tmp_path / "small.ttf")
    return str(tmp_path / "small.ttf"), 0


def test_our_own_font_has_what_europe_writes() -> None:
    assert fonts.foreign("Łukasz Ωmega Жанна Crème brûlée 46 % – “x” → €") == ""


def test_signs_that_the_typesetter_brings_along_are_not_missing() -> None:
    assert fonts.missing("▲ ◆ ● ○ ≥ −", ()) == ""


def test_what_no_font_at_hand_has_is_missing(chinese: tuple[str, int]) -> None:
    assert fonts.missing(CHINESE + EMOJI, ()) == "划月球计🚀"
    assert fonts.missing(CHINESE + EMOJI, [chinese]) == "划计"


def test_what_is_missing_is_told_by_script_and_number() -> None:
    assert fonts.told("划计🚀") == ("3 characters (CJK, signs and emoji: U+5212, U+8BA1, U+1F680) are shown as empty boxes: no font of this machine has them. "
                                  "Install one, such as Noto, or ask for HTML.")
    assert fonts.told("م").startswith("1 character (Arabic: U+0645) is shown as an empty box: no font of this machine has it.")


def test_a_file_that_is_no_font_has_nothing(tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"\0\1\0\0\0\1")
    assert fonts.covered(str(tmp_path / "broken.ttf")) == fonts.covered(str(tmp_path / "nowhere.ttf")) == frozenset()


def test_a_pdf_says_what_it_could_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeset, "missing", lambda said: fonts.missing(said, ()))
    said = " ".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(formats.named("pdf").render(REPORT)))
    assert "no font of this machine has them" in " ".join(said.split())
    assert "Arabic, CJK, signs and emoji" in " ".join(said.split())


@pytest.mark.parametrize("name", formats.FORMATS)
def test_a_report_in_any_script_is_the_same_bytes_each_time(name: str) -> None:
    assert formats.named(name).render(REPORT) == formats.named(name).render(REPORT)


def test_what_begins_from_the_right_is_set_so() -> None:
    def part(name: str, inside: str) -> str:
        return ZipFile(BytesIO(formats.named(name).render(REPORT))).read(inside).decode()
    assert '<h1 dir="auto">' in formats.named("html").render(REPORT).decode()
    assert part("docx", "word/document.xml").count("<w:bidi/>") == 3             # a line, the cell and the head of its column
    assert 'rtl="1"' in part("pptx", "ppt/slides/slide1.xml")
    assert fonts.is_leftward(f"“{ARABIC}”")
    assert not fonts.is_leftward(f"1. Apollo {ARABIC}")
