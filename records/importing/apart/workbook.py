"""XLSX workbooks; any other zip is refused, never unpacked."""
from records.errors import BadInput
from records.importing import sheets, xlsx_file
from records.importing.carrying import Told, packed, understood


def work(content: bytes, name: str, more: Told) -> bytes:
    """Read a workbook. Raises BadInput for a zip that is none."""
    wanted, vocabulary = understood(more)
    if not xlsx_file.is_workbook(content):
        raise BadInput(f"{name} is a packed file without a workbook in it. Unpack it and load the files in it one by one; I never unpack by myself.")
    return packed(sheets.read(xlsx_file.read(content), name, vocabulary, wanted))
