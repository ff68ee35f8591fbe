"""PPTX: a slide is a section, under its title; tables in lines, notes at the end. Footers, dates and numbers of slides are no text."""
from collections.abc import Iterator
import io
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError

from knowledge.formats.base import MADE_UP, Parsed, Section, cells, named
from knowledge.formats.packing import opened
from knowledge.formats.wire import apart
from language.cleaning import clean
from records.errors import BadInput

MOST_SLIDES, DEEPEST = 2000, 20
RUNNING = {PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.HEADER}


def read(content: bytes, name: str) -> Parsed:
    opened(content, name, "pptx")
    try:
        made = Presentation(io.BytesIO(content))
        slides = list(made.slides)
    except (PackageNotFoundError, etree.XMLSyntaxError, KeyError, ValueError):
        raise BadInput(f"{name} cannot be read: its text is damaged. Save it anew in the program it came from.") from None
    if len(slides) > MOST_SLIDES:
        raise BadInput(f"{name} is too large to be read: it has {len(slides):,} slides, {MOST_SLIDES:,} are the most. Split it.")
    sections = tuple(found for number, slide in enumerate(slides, 1) if (found := _section(slide, number)))
    if not sections:
        raise BadInput(f"{name} holds no text.")
    told = clean(made.core_properties.title or "").strip()
    first = sections[0].heading if sections[0].page == 1 and not sections[0].heading.startswith("Slide ") else ""
    return Parsed(told if told and not MADE_UP.search(told) else first or named(name), sections)


def _section(slide: Any, number: int) -> Section | None:
    title = slide.shapes.title
    heading = " ".join(_said(title.text_frame).split()) if title is not None else ""
    lines = [line for shape in slide.shapes if title is None or shape.shape_id != title.shape_id for line in _lines(shape)]
    if slide.has_notes_slide and (notes := _said(slide.notes_slide.notes_text_frame)):
        lines.append(f"Notes: {notes}")
    if not heading and not lines:
        return None
    return Section("", heading or f"Slide {number}", "\n".join(lines) or heading, page=number, place=f"slide {number}")


def _lines(shape: Any, depth: int = 0) -> Iterator[str]:
    if shape.is_placeholder and shape.placeholder_format.type in RUNNING:
        return
    if shape.shape_type == MSO_SHAPE_TYPE.GROUP and depth < DEEPEST:
        for inner in shape.shapes:
            yield from _lines(inner, depth + 1)
    elif getattr(shape, "has_table", False):
        yield from (line for row in shape.table.rows if (line := clean(cells([c.text for c in row.cells]))))
    elif shape.has_text_frame and (said := _said(shape.text_frame)):
        yield said


def _said(frame: Any) -> str:
    """The paragraphs of a frame; those that stand further in as a list."""
    if frame is None:
        return ""
    told = ((p.level, " ".join(clean(p.text).split())) for p in frame.paragraphs)
    return "\n".join(f"{'  ' * (level - 1)}- {said}" if level else said for level, said in told if said)


work = apart(read)
