"""The reports of the sample company as they were looked at and found good. `python -m tests.reports.golden` writes them anew: look at what changed.

The words of each stand in a file; of its other forms a digest of what is in them, as their bytes depend on the versions of the libraries that write them.
"""
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
import re
import tempfile
from typing import cast
from zipfile import ZipFile

import pypdfium2

from assistant import bootstrap
from language.dates import Period
from records import credentials
from records.computing import Book
from records.database import Database
from records.kinds import Project
from records.query import Query
from records.reading import Reader
from reports import formats
from reports.formats.base import Report
from reports.overview import overview
from reports.portfolio import visible
from reports.whole import report
from tests.conftest import NOW, settings_in

HERE = Path(__file__).parent / "golden"
PERIOD = Period(date(2026, 11, 4), date(2026, 11, 18))
WHO, DIGESTS = "elena@northlight.example", "digests.txt"
PARTS = re.compile(r"word/document\.xml|ppt/(slides|charts|notesSlides)/\w+\.xml|xl/worksheets/\w+\.xml|xl/sharedStrings\.xml")
LOOKS = re.compile(rb"<(?:w:rPr|w:pPr|a:rPr|a:spPr).*?</(?:w:rPr|w:pPr|a:rPr|a:spPr)>", re.S)


def reports(home: Path) -> Iterator[tuple[str, Report]]:
    """The one-pager of every project of the sample, and the portfolio, as its executive sees them."""
    with Database(settings_in(home).url).reading() as session:
        reader = Reader(session, credentials.asker(session, WHO))
        for project in cast("list[Project]", reader.find(Query(Project, sort="key", limit=None))):
            yield project.key.lower(), report(Book(reader, [project], NOW.date()), project, PERIOD, NOW, audience="executive", fit=True)
        yield "portfolio", overview(Book(reader, visible(reader), NOW.date()), PERIOD, NOW, fit=True)


def words(made: Report) -> str:
    return formats.named("md").render(made).decode()


def digests(made: Report) -> Mapping[str, str]:
    return {name: sha256(content(name, formats.named(name).render(made))).hexdigest()[:12] for name in formats.FORMATS if name != "png"}


def content(name: str, file: bytes) -> bytes:
    """What is in a file: its text, or the parts of an office file without their looks."""
    if name == "pdf":
        return "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(file)).encode()
    if name in ("docx", "pptx", "xlsx"):
        with ZipFile(BytesIO(file)) as parts:
            return b"\n".join(LOOKS.sub(b"", parts.read(part)) for part in sorted(parts.namelist()) if PARTS.fullmatch(part))
    return file


def lines(name: str, made: Report) -> list[str]:
    return [f"{name} {form} {digest}" for form, digest in digests(made).items()]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        upkeep = bootstrap.upkeep(settings_in(Path(folder)))
        upkeep.start()
        upkeep.sample()
        HERE.mkdir(exist_ok=True)
        kept: list[str] = []
        for name, made in reports(Path(folder)):
            (HERE / f"{name}.md").write_text(words(made), "utf-8")
            kept += lines(name, made)
        (HERE / DIGESTS).write_text("\n".join(kept) + "\n", "utf-8")


if __name__ == "__main__":
    main()
