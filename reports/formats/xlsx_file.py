"""XLSX: figures with how they came about, a sheet for each table, the numbers of each chart with a chart of Excel's own; text is only ever text."""
from collections import Counter
from io import BytesIO
import re
from typing import Any

from xlsxwriter import Workbook

from reports.blocks import Block, Card, Chart, Fact, Heading, Table
from reports.drawing.canvas import LIGHT
from reports.formats.base import Format, Report
from reports.formats.words import SHAPES, lines
from reports.pictures import Lines

SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
UNFIT = re.compile(r"[\[\]:*?/\\']")
LONGEST_NAME = 31
Row = tuple[tuple[str, ...], bool]          # its cells, and whether they are bold


def xlsx(report: Report) -> bytes:
    made = BytesIO()
    with Workbook(made, SAFE) as book:
        book.set_properties({"title": report.title, "created": report.made.replace(tzinfo=None)})
        _Book(book).fill(report)
    return made.getvalue()


class _Book:
    def __init__(self, book: Any) -> None:
        self._book, self._names = book, Counter[str]()
        self._bold, self._day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        self._wrapped = book.add_format({"text_wrap": True, "valign": "top"})

    def fill(self, report: Report) -> None:
        front = self._sheet("Report")
        front.set_column(0, 0, 34)
        front.set_column(1, 1, 26)
        front.set_column(2, 3, 60, self._wrapped)
        rows: list[Row] = [((report.title,), True), ((report.says,), False), *(row for block in report.blocks for row in _rows(block))]
        for n, (row, bold) in enumerate(rows):
            for c, said in enumerate(row):
                front.write_string(n, c, said, self._bold if bold else None)
        for block in report.blocks:
            if isinstance(block, Table):
                self._table(block)
            elif isinstance(block, Chart):
                self._chart(block)

    def _table(self, table: Table) -> None:
        sheet = self._sheet(table.title)
        for c, said in enumerate(table.columns):
            sheet.write_string(0, c, said, self._bold)
            sheet.set_column(c, c, min(max(len(row[c]) for row in (table.columns, *table.rows)) + 2, 60))
        for r, row in enumerate(table.rows, 1):
            for c, said in enumerate(row):
                sheet.write_string(r, c, said)
        sheet.freeze_panes(1, 0)

    def _chart(self, chart: Chart) -> None:
        if not isinstance(chart.picture, Lines):
            return
        name = self._name(chart.title)
        sheet = self._book.add_worksheet(name)
        drawn = self._book.add_chart({"type": "scatter", "subtype": "straight"})
        for n, curve in enumerate(chart.picture.curves):
            day, amount = 2 * n, 2 * n + 1
            sheet.write_string(0, day, "day", self._bold)
            sheet.write_string(0, amount, curve.name, self._bold)
            for r, (on, number) in enumerate(curve.points, 1):
                sheet.write_datetime(r, day, on, self._day)
                sheet.write_number(r, amount, number, self._day if chart.picture.unit == "date" else None)
            last = len(curve.points)
            drawn.add_series({"name": curve.name, "categories": [name, 1, day, last, day], "values": [name, 1, amount, last, amount],
                              "line": {"color": LIGHT[curve.style], "width": 2}})
        drawn.set_x_axis({"num_format": "d mmm yy"})
        drawn.set_title({"name": chart.title})
        drawn.set_size({"width": 860, "height": 380})
        sheet.insert_chart(1, 2 * len(chart.picture.curves) + 1, drawn, {"description": chart.alt})

    def _sheet(self, title: str) -> Any:
        return self._book.add_worksheet(self._name(title))

    def _name(self, title: str) -> str:
        """A name that Excel takes and that no other sheet has."""
        name = UNFIT.sub(" ", title)[:LONGEST_NAME].strip() or "Sheet"
        self._names[name.casefold()] += 1
        number = self._names[name.casefold()]
        return name if number == 1 else f"{name[:LONGEST_NAME - 4].strip()} ({number})"


def _rows(block: Block) -> list[Row]:
    """What a block says on the first sheet."""
    match block:
        case Heading(text):
            return [((), False), ((text,), True)]
        case Fact(_, label, display, how, keys):
            return [((label, display, how, ", ".join(keys)), False)]
        case Card(title, tone, said):
            return [((f"{SHAPES[tone]}  {title}".strip(),), True), *(((line,), False) for line in said)]
        case _:
            return [((line,), False) for line in lines(block)]


XLSX = Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx)
