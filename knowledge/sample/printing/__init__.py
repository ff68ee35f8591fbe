"""Prints the sample's documents in the formats that an office keeps them in, the same bytes every time: `python -m knowledge.sample.printing` (needs fpdf2)."""
from collections.abc import Callable, Mapping
from hashlib import sha256

from knowledge.formats import markdown, read
from knowledge.formats.base import Parsed
from knowledge.sample import DOCUMENTS, HERE, shelving
from knowledge.sample.printing import books, letters, pages, paper, slides

Writer = Callable[[Parsed], bytes]
PRINTED: Mapping[str, tuple[str, Writer]] = {       # the file, the text it is made of, and how
    "handbook.pdf": ("documents/handbook.md", paper.pdf),
    "risk_policy.pdf": ("sources/risk_policy.md", paper.pdf),
    "life_cycle.docx": ("sources/life_cycle.md", letters.docx),
    "change_control_2.docx": ("sources/change_control_2.md", letters.docx),
    "change_control_1.html": ("sources/change_control_1.md", pages.html),
    "benefits_guide.docx": ("sources/benefits_guide.md", letters.docx),
    "agile_and_hybrid.html": ("sources/agile_and_hybrid.md", pages.html),
    "board_charter.odt": ("sources/board_charter.md", pages.odt),
    "estimation_rules.odt": ("sources/estimation_rules.md", pages.odt),
    "guia_do_gestor.html": ("sources/guia_do_gestor.md", pages.html),
    "roles_and_raci.xlsx": ("sources/roles_and_raci.md", books.xlsx),
    "reporting_calendar.xlsx": ("sources/reporting_calendar.md", books.xlsx),
    "earned_value_training.pptx": ("sources/earned_value_training.md", slides.pptx),
    "zephyr_partner_talks.odt": ("sources/zephyr_notes.md", pages.odt),
    "project_charter_template.docx": ("sources/template_charter.md", letters.docx),
    "risk_entry_template.xlsx": ("sources/template_risk_entry.md", books.xlsx),
    "status_report_template.docx": ("sources/template_status_report.md", letters.docx),
}


def printed(name: str) -> bytes:
    """A document of the sample as a file."""
    source, write = PRINTED[name]
    path = HERE / source
    return write(markdown.read(path.read_bytes(), path.name))


def main() -> None:
    for name in PRINTED:
        (DOCUMENTS / name).write_bytes(printed(name))
    files = [(path, path.read_bytes()) for path in sorted(DOCUMENTS.iterdir())]
    shelving.write({sha256(content).hexdigest(): read(content, path.name) for path, content in files})
