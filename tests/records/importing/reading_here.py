"""Reads a file in this process as the child would: quick, and a failure shows where."""
from collections.abc import Mapping, Sequence
from importlib import import_module
import io
from typing import Any, TypeAlias

from openpyxl import Workbook

from records.importing import Wanted, carrying
from records.importing.base import Read, To
from records.importing.detecting import reader_for
from records.importing.wording import vocabulary

Rows: TypeAlias = Sequence[Sequence[object]]


def read_here(content: str | bytes, name: str = "file.csv", **wanted: Any) -> Read:
    whole = content.encode() if isinstance(content, str) else content
    work = import_module(f"records.importing.apart.{reader_for(whole, name)}").work
    return carrying.unpacked(work(whole, name, carrying.told(Wanted(**wanted), vocabulary())))


def values(read: Read, kind: str = "") -> list[dict[str, object]]:
    """The values of the rows of a kind; references as they are said."""
    return [{n: v.said if isinstance(v, To) else v for n, v in row.values.items()} for row in read.rows if kind in ("", row.kind)]


def first(read: Read, kind: str = "") -> dict[str, object]:
    return values(read, kind)[0]


def whys(read: Read) -> list[str]:
    return [f"{s.where}: {s.why}" for s in read.skipped]


def book(sheets: Mapping[str, Rows]) -> Workbook:
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return made


def saved(made: Workbook) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
