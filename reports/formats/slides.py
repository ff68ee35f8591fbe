"""A deck in the office's looks: slides that are filled from above, the next one begun where something does not fit; nothing runs over an edge."""
from bisect import bisect_right
from collections.abc import Sequence
from io import BytesIO
from math import ceil
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from language.colours import readable
from reports.drawing.canvas import LIGHT, width_of
from reports.formats.base import Report
from reports.formats.brand import Brand
from reports.formats.fonts import is_leftward
from reports.formats.pictures import logo_png

WIDE, HIGH, LEFT, TOP, END = Inches(13.333), Inches(7.5), Inches(0.6), Inches(1.35), Inches(6.95)
ACROSS, GAP = WIDE - 2 * LEFT, Inches(0.14)
TITLE, HEADED, SAID, LINE = 26, 20, 15, 1.22        # points; lines apart
UNDER = Inches(0.42)                                # a title that stands below something else
NARROWER = 0.95                                     # a letter of a slide's font than one of our charts
LOGO, LOGO_WIDE = Inches(0.5), Inches(2)
BLANK, TITLE_ONLY = 0, 5
ADORNS = ('<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
          '<d:decorative xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>')
Run = tuple[str, str, bool]                         # a text, its colour and whether it is bold


class Deck:
    """Puts shapes on slides from above; `at` is how far down the slide is filled."""

    def __init__(self, report: Report) -> None:
        self._report, self._deck = report, Presentation()
        self._deck.slide_width, self._deck.slide_height = WIDE, HIGH
        known = self._deck.core_properties
        known.title, known.author, known.created, known.modified, known.language = report.title, report.brand.name, report.made, report.made, report.language
        _theme(self._deck, report.brand)
        self.accent = readable(report.brand.accent, "#ffffff")
        self._logo = logo_png(report.brand) if report.brand.logo else b""
        self._part, self.is_fresh = report.title, True
        self.at: int = END
        self.slide: Any = None

    def cover(self) -> None:
        slide = self.slide = self._deck.slides.add_slide(self._deck.slide_layouts[BLANK])
        _bar(slide, (0, 0), (Inches(0.28), HIGH), self.accent)
        for shape, top, high, size, bold, colour in ((slide.shapes.title, Inches(2.3), Inches(1.5), 40, True, self.accent),
                                                     (slide.placeholders[1], Inches(3.9), Inches(1.6), 18, False, LIGHT["quiet"])):
            _across(shape, Inches(1), top, WIDE - Inches(2), high)
            shape.text_frame.word_wrap, shape.text_frame.vertical_anchor = True, MSO_ANCHOR.BOTTOM if bold else MSO_ANCHOR.TOP
            said = self._report.title if bold else self._report.says
            write(shape.text_frame, [[(said, colour, bold)]], _fitting(said, size, WIDE - Inches(2), high))
        self._mark(slide, Inches(1), Inches(0.8), Inches(0.9))

    def part(self, title: str) -> None:
        """What comes next stands under this title."""
        self._part, self.at = title, END

    def under(self, title: str) -> None:
        """What comes next stands under this title, below what is on the slide already."""
        self._part = title
        self.box([[(title, self.accent, True)]], (LEFT, self.room(UNDER) + GAP), (ACROSS, UNDER), HEADED)
        self.at += GAP

    def keep(self, high: int) -> None:
        """What comes next is so high and stands together, where a slide can hold it."""
        if self.at + high > END and not self.is_fresh and high <= END - TOP:
            self.at = END

    def room(self, high: int) -> int:
        """Make room for something so high, on a new slide where this one is too full; where it begins."""
        if self.slide is None or (self.at + high > END and not (self.is_fresh and self.at == TOP)):
            self._next()
        at, self.at, self.is_fresh = self.at, self.at + high + GAP, False
        return at

    @property
    def left(self) -> int:
        """How much room there is below what stands on the slide."""
        return max(END - self.at, 0)

    def note(self, said: str) -> None:
        """Something for whoever speaks: how a figure came about, what a chart shows."""
        frame = self.slide.notes_slide.notes_text_frame
        frame.text = f"{frame.text}\n{said}".strip()

    def box(self, lines: Sequence[Sequence[Run]], at: tuple[int, int], size: tuple[int, int], points: float, *, edge: str = "", name: str = "") -> None:
        """A box of lines; with an edge it stands on a ground of its own, behind a bar in that colour."""
        shape = self.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *at, *size) if edge else self.slide.shapes.add_textbox(*at, *size)
        if edge:
            shape.fill.solid()
            shape.fill.fore_color.rgb = colour(LIGHT["ground"])
            shape.line.fill.background()
            _flat(shape)
            _bar(self.slide, at, (Inches(0.06), size[1]), edge)
        shape.name = name or shape.name
        frame = shape.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
        frame.margin_left, frame.margin_right = (Inches(0.16), Inches(0.1)) if edge else (0, 0)
        frame.margin_top = frame.margin_bottom = Inches(0.07) if edge else 0
        write(frame, lines, points)

    def saved(self) -> bytes:
        if self.slide is None:
            self.cover()
        made = BytesIO()
        self._deck.save(made)
        return made.getvalue()

    def _next(self) -> None:
        slide = self.slide = self._deck.slides.add_slide(self._deck.slide_layouts[TITLE_ONLY])
        title = slide.shapes.title
        _across(title, LEFT, Inches(0.35), ACROSS - LOGO_WIDE, Inches(0.75))
        title.text_frame.word_wrap, title.text_frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
        title.text_frame.margin_left = 0
        write(title.text_frame, [[(self._part, self.accent, True)]], _fitting(self._part, TITLE, ACROSS - LOGO_WIDE, Inches(0.75)))
        _bar(slide, (LEFT, Inches(1.14)), (ACROSS, Pt(1.5)), self.accent)
        self._mark(slide, WIDE - LEFT - LOGO_WIDE, Inches(0.45), LOGO)
        below = slide.shapes.add_textbox(LEFT, Inches(7.08), ACROSS, Inches(0.3)).text_frame
        below.margin_left, below.word_wrap = 0, True
        write(below, [[(f"{self._report.title} · {len(self._deck.slides)}", LIGHT["quiet"], False)]], 10)
        self.at, self.is_fresh = TOP, True

    def _mark(self, slide: Any, left: int, top: int, high: int) -> None:
        """The office's logo, at the right of its place where it stands on a slide with others."""
        if not self._logo:
            return
        shape = slide.shapes.add_picture(BytesIO(self._logo), left, top, height=high)
        if shape.width > LOGO_WIDE:
            shape.width, shape.height = LOGO_WIDE, round(shape.height * LOGO_WIDE / shape.width)
        if high == LOGO:
            shape.left = left + LOGO_WIDE - shape.width
        shape._element.nvPicPr.cNvPr.set("descr", f"Logo of {self._report.brand.name}".strip())  # noqa: SLF001 - python-pptx has no other way


def write(frame: Any, lines: Sequence[Sequence[Run]], points: float) -> None:
    """Lines of runs; one that begins in a script from right to left is set so."""
    for n, runs in enumerate(lines):
        line = frame.paragraphs[0] if not n else frame.add_paragraph()
        if is_leftward("".join(said for said, _, _ in runs)):
            line._p.get_or_add_pPr().set("rtl", "1")  # noqa: SLF001 - python-pptx knows no direction
            line._p.get_or_add_pPr().set("algn", "r")  # noqa: SLF001 - and its left is the beginning
        else:
            line._p.get_or_add_pPr().set("algn", "l")  # noqa: SLF001 - a title would stand in the middle
        for said, of, bold in runs:
            run = line.add_run()
            run.text, run.font.size, run.font.bold, run.font.color.rgb = said, Pt(points), bold, colour(of)


def height_of(texts: Sequence[str], across: int, points: float, *, bold: bool = False) -> int:
    """How high these lines are when they are broken at the end of so much room; a little more than less."""
    lines = sum(max(ceil(width_of(text, points, bold=bold) * NARROWER / Emu(across).pt), 1) for text in texts)
    return int(Pt(lines * points * LINE))


def cut_to(texts: Sequence[str], across: int, points: float, high: int) -> list[str]:
    """As many of these lines as fit, at least one, the last of them cut at a word where it has more than one."""
    kept: list[str] = []
    for text in texts:
        if height_of([*kept, text], across, points) <= high:
            kept.append(text)
            continue
        fits = bisect_right(range(len(text)), high, key=lambda n: height_of([*kept, f"{text[:n]}…"], across, points)) - 1
        begin = text[:max(fits, 0)]
        return [*kept, f"{begin.rpartition(' ')[0] or begin}…"] if fits > 0 or not kept else kept
    return kept


def colour(said: str) -> RGBColor:
    """A colour by its name in our charts, or as it is."""
    found: RGBColor = RGBColor.from_string(LIGHT.get(said, said)[1:].upper())
    return found


def _fitting(said: str, points: float, across: int, high: int) -> float:
    """The largest size, up to so many points, in which a title stays in its room."""
    while points > 12 and height_of([said], across, points, bold=True) > high:  # noqa: PLR2004 - the least that is read on a wall
        points -= 2
    return points


def _across(shape: Any, left: int, top: int, wide: int, high: int) -> None:
    shape.left, shape.top, shape.width, shape.height = left, top, wide, high


def _bar(slide: Any, at: tuple[int, int], size: tuple[int, int], of: str) -> None:
    """A bar that only adorns, so that a reader aloud passes over it."""
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *at, *size)
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour(of)
    shape.line.fill.background()
    _flat(shape)
    shape._element.nvSpPr.cNvPr.append(parse_xml(ADORNS))  # noqa: SLF001 - python-pptx has no other way


def _flat(shape: Any) -> None:
    """Without the shadow of the deck's theme."""
    for style in shape._element.findall(qn("p:style")):  # noqa: SLF001 - python-pptx has no other way
        shape._element.remove(style)  # noqa: SLF001 - see above


def _theme(deck: Any, brand: Brand) -> None:
    """The office's font and colour as those of the deck, so that what is added by hand looks alike."""
    part = deck.slide_masters[0].part.part_related_by(RELATIONSHIP_TYPE.THEME)
    accent = readable(brand.accent, "#ffffff")[1:].upper().encode()
    said = part.blob.replace(b'<a:latin typeface="Calibri"/>', f'<a:latin typeface="{_named(brand.office_font)}"/>'.encode())
    part._blob = said.replace(b'<a:accent1><a:srgbClr val="4F81BD"/></a:accent1>', b'<a:accent1><a:srgbClr val="' + accent + b'"/></a:accent1>')  # noqa: SLF001


def _named(font: str) -> str:
    return "".join(c for c in font if c.isalnum() or c in " -")
