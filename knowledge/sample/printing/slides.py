"""A document as slides: a title slide, then one for each section."""
from datetime import UTC, datetime
from io import BytesIO

from pptx import Presentation

from knowledge.formats.base import Parsed
from knowledge.sample.printing.parts import lines, steady

FIRST, OTHER = 0, 1                     # layouts of the plain template
MOMENT = datetime(2026, 1, 15, tzinfo=UTC)


def pptx(document: Parsed) -> bytes:
    made = Presentation()
    made.core_properties.title = document.title
    made.core_properties.created = made.core_properties.modified = MOMENT
    made.slides.add_slide(made.slide_layouts[FIRST]).shapes.title.text = document.title
    for section in document.sections:
        slide = made.slides.add_slide(made.slide_layouts[OTHER])
        slide.shapes.title.text = section.heading
        slide.placeholders[1].text = "\n".join(line for _, line in lines(section))
    out = BytesIO()
    made.save(out)
    return steady(out.getvalue())
