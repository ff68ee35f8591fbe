"""`python -m benchmarks.taking_in [FOLDER]`: how quickly documents are taken in, against embedding their texts alone; and how quickly nothing is, when
nothing changed. Without a folder, documents of several formats are made on the spot. Ends with 1 when a figure is not as it should be.
"""
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
import math
from pathlib import Path
import random
import sys
from tempfile import TemporaryDirectory
from time import perf_counter

from docx import Document
from fpdf import FPDF

from assistant import bootstrap
from assistant.settings import Settings
from assistant.upkeep import Upkeep
from benchmarks.finding import Texts
from benchmarks.measuring import Measure, seconds, table
from benchmarks.shelving import NOW
from knowledge import formats
from knowledge.minilm import MiniLM
from knowledge.passages import said
from records.database import Database

DOCUMENTS, SECTIONS, MANY, PAGES = 60, 12, 2000, 200
HEADINGS = ("Budget", "Gates", "Risks", "Roles", "Scope")
ENDINGS = ("md", "html", "docx", "pdf", "txt")


def measured(folder: Path, home: Path, many: int = MANY, *, quick: bool = False) -> Iterator[Measure]:
    for each in chain(_against_embedding(folder, home / "new"), _unchanged(home, many), _pages(home / "pages.pdf", PAGES)):
        yield replace(each, least=-math.inf, most=math.inf) if quick and each.most > 0 else each


def _against_embedding(folder: Path, home: Path) -> Iterator[Measure]:
    upkeep = _upkeep(home)
    lines: list[str] = []
    took = seconds(lambda: lines.extend(upkeep.ingest(folder)))
    texts = _texts(home)
    embedder = MiniLM()
    embedder.embed(texts[:32])
    alone = seconds(lambda: embedder.embed(texts))
    yield Measure("documents taken in", len(lines), "")
    yield Measure("of these left out, each with its reason", sum("left out" in line for line in lines), "")
    yield Measure("passages taken in each second, from files to index", len(texts) / took, "")
    yield Measure("passages embedded each second, with nothing around it", len(texts) / alone, "")
    yield Measure("the first of the second", 100 * alone / took, "%", least=80)


def _unchanged(home: Path, many: int) -> Iterator[Measure]:
    folder = home / "many"
    folder.mkdir(parents=True)
    for n in range(many):
        (folder / f"{n}.md").write_text(f"# Note {n}\n\nNumber {n} holds, whatever else is written of it.\n", "utf-8")
    upkeep = _upkeep(home / "again", by_meaning=False)
    for _ in upkeep.ingest(folder):
        pass
    lines: list[str] = []
    took = seconds(lambda: lines.extend(upkeep.ingest(folder)))
    yield Measure(f"{many:,} documents of which none changed, taken in again", took, "s", most=2)
    yield Measure("of these found to have changed", sum(not line.endswith("unchanged") for line in lines), "", most=0)


def _pages(path: Path, pages: int) -> Iterator[Measure]:
    printed, texts = FPDF(), Texts(MiniLM())
    printed.set_font("Helvetica", "", 10)
    for _ in range(pages):
        printed.add_page()
        for _ in range(4):
            printed.multi_cell(0, 5, texts.text(), new_x="LMARGIN", new_y="NEXT")
    content = bytes(printed.output())
    began = perf_counter()
    formats.read(content, path.name)
    yield Measure("pages of a PDF read each second", pages / (perf_counter() - began), "", least=200)


def made(folder: Path, documents: int = DOCUMENTS) -> None:
    """Documents in several formats, whose words are as rare as words are."""
    texts, chance = Texts(MiniLM()), random.Random(1)  # noqa: S311 - the same each time
    for n in range(documents):
        sections = [(f"{k + 1} {chance.choice(HEADINGS)}", texts.text()) for k in range(SECTIONS)]
        _written(folder / f"{n}.{ENDINGS[n % len(ENDINGS)]}", f"Document {n}", sections)


def _written(path: Path, title: str, sections: Sequence[tuple[str, str]]) -> None:
    if path.suffix == ".docx":
        document = Document()
        document.add_heading(title, 0)
        for heading, text in sections:
            document.add_heading(heading, 1)
            document.add_paragraph(text)
        document.save(str(path))
    elif path.suffix == ".pdf":
        printed = FPDF()
        printed.add_page()
        for size, text in [(20, title), *((size, t) for pair in sections for size, t in zip((14, 10), pair, strict=True))]:
            printed.set_font("Helvetica", "", size)
            printed.multi_cell(0, size * 0.55, text, new_x="LMARGIN", new_y="NEXT")
        path.write_bytes(bytes(printed.output()))
    elif path.suffix == ".html":
        path.write_text(f"<h1>{title}</h1>" + "".join(f"<h2>{heading}</h2><p>{text}</p>" for heading, text in sections), "utf-8")
    else:
        path.write_text(f"# {title}\n\n" + "".join(f"## {heading}\n\n{text}\n\n" for heading, text in sections), "utf-8")


def _upkeep(home: Path, *, by_meaning: bool = True) -> Upkeep:
    settings = Settings(_env_file=None, home=home, now=NOW)  # type: ignore[call-arg]
    made = bootstrap.upkeep(settings) if by_meaning else Upkeep(_database(settings), lambda: NOW)
    made.start()
    return made


def _database(settings: Settings) -> Database:
    settings.home.mkdir(parents=True, exist_ok=True)
    return Database(settings.url)


def _texts(home: Path) -> Sequence[str]:
    """What was embedded."""
    asked = ("select d.title, s.path, s.heading, substr(s.text, p.start + 1, p.stop - p.start) from passage p join section s on p.section_id = s.id "
             "join version v on p.version_id = v.id join document d on v.document_id = d.id group by p.mark")
    with Database(f"sqlite:///{home / 'pmo.db'}").reading() as session:
        return [said(*row) for row in session.connection().exec_driver_sql(asked)]


def main(arguments: Sequence[str]) -> int:
    with TemporaryDirectory(prefix="pmo-taking-in-") as where:
        home = Path(where)
        folder = Path(arguments[0]) if arguments else home / "documents"
        if not arguments:
            folder.mkdir()
            made(folder)
        measures = list(measured(folder, home))
    print(table(measures))
    return int(not all(m.holds for m in measures))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
