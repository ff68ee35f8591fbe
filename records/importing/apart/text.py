"""CSV, and whatever else is text in rows."""
from records.importing import csv_file, sheets
from records.importing.carrying import Told, packed, understood


def work(content: bytes, name: str, more: Told) -> bytes:
    """Read a CSV."""
    wanted, vocabulary = understood(more)
    return packed(sheets.read(csv_file.read(content), name, vocabulary, wanted))
