"""XLSX: a sheet is a section, its rows in lines with their heads. Hidden sheets are not read, and formulas are what they came to when the file was saved."""
from knowledge.formats.base import Parsed, Section, named
from knowledge.formats.packing import opened
from knowledge.formats.table import told
from knowledge.formats.wire import apart
from language.cleaning import clean
from records.errors import BadInput
from records.importing import xlsx_file


def read(content: bytes, name: str) -> Parsed:
    opened(content, name, "xlsx")
    sheets = [(clean(sheet.name), "\n".join(told(sheet.rows, name))) for sheet in xlsx_file.read(content) if not sheet.hidden]
    sections = tuple(Section("", called, text, place=f"sheet {called}") for called, text in sheets if text)
    if not sections:
        raise BadInput(f"{name} holds no text: its sheets are empty or hidden.")
    return Parsed(named(name), sections)


work = apart(read)
