"""XLSX: figures with how they came about, a sheet for each table, the numbers of each chart with a chart of Excel's own; text is only ever text."""
from collections import Counter
from collections.abc import Sequence
from datetime import date
from io import BytesIO
import re
from typing import Any

from xlsxwriter import Workbook

from language.colours import mixed, readable
from reports.blocks import Block, Card, Chart, Fact, Heading, Table
from reports.drawing.canvas import LIGHT
from reports.formats.amounts import EVERY_FORM, measured
from reports.formats.base import Format, Report
from reports.formats.brand import Brand
from reports.formats.pictures import logo_png
from reports.formats.words import SHAPES, lines
from reports.pictures import Lines

SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
A4 = 9                          # as Excel numbers papers
NOTHING, MOST_BESIDE, LONGEST_LINE = ("–", ""), 4, 60
UNFIT = re.compile(r"[\[\]:*?/\\']")
LONGEST_NAME = 31
Row = tuple[tuple[str, ...], bool]          # its cells, and whether they are bold


def xlsx(report: Report) -> bytes:
    made = BytesIO()
    with Workbook(made, SAFE) as book:
        book.set_properties({"title": report.title, "created": report.made.replace(tzinfo=None)})
        _Book(book, report.brand).fill(report)
    return made.getvalue()


class _Book:
    def __init__(self, book: Any, brand: Brand) -> None:
        self._book, self._brand, self._names = book, brand, Counter[str]()
        face = {"font_name": brand.office_font, "font_size": 10, "valign": "top"}
        pale = mixed(brand.accent, "#ffffff", 0.88)
        head = {"bold": True, "bg_color": pale, "font_color": readable(brand.accent, pale), "bottom": 1, "text_wrap": True}
        self._plain, self._wrapped = book.add_format(face), book.add_format({**face, "text_wrap": True})
        self._bold, self._head = book.add_format({**face, "bold": True, "font_color": readable(brand.accent, "#ffffff")}), book.add_format({**face, **head})
        self._day = book.add_format({**face, "num_format": "yyyy-mm-dd", "align": "left"})
        self._forms = {form: book.add_format({**face, "num_format": form}) for form in EVERY_FORM}

    def fill(self, report: Report) -> None:
        front = self._sheet("Report")
        front.set_column(0, 0, 34, self._plain)
        front.set_column(1, 1, 26, self._plain)
        front.set_column(2, 3, 60, self._wrapped)
        front.freeze_panes(1, 0)
        _on_paper(front)
        rows: list[Row] = [((report.title,), True), ((report.says,), False), *(row for block in report.unpaged for row in _rows(block))]
        for n, (row, bold) in enumerate(rows):
            for c, said in enumerate(row):
                front.write_string(n, c, said, self._bold if bold else self._wrapped if c > 1 else self._plain)
        if report.brand.logo:
            front.set_row(0, 42)
            front.insert_image(0, 3, "logo.png", {"image_data": BytesIO(logo_png(report.brand)), "y_scale": 0.2, "x_scale": 0.2, "object_position": 3,
                                                  "description": f"Logo of {report.brand.name}".strip()})
        for block in report.unpaged:
            if isinstance(block, Table):
                self._table(block)
            elif isinstance(block, Chart):
                self._chart(block)

    def _table(self, table: Table) -> None:
        sheet = self._sheet(table.title)
        for c, said in enumerate(table.columns):
            sheet.write_string(0, c, said, self._head)
            sheet.set_column(c, c, min(max(len(row[c]) for row in (table.columns, *table.rows)) + 3, 60), self._plain)
            self._column(sheet, c, [row[c] for row in table.rows])
        sheet.freeze_panes(1, 1 if len(table.columns) > MOST_BESIDE else 0)
        if table.rows:
            sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
        _on_paper(sheet)

    def _column(self, sheet: Any, c: int, cells: Sequence[str]) -> None:
        """A column of amounts as numbers that can be summed, of days as days, where every cell is one; any other as text."""
        read = [measured(said) for said in cells]
        is_number = any(each is not None for each in read) and all(each is not None or said in NOTHING for said, each in zip(cells, read, strict=True))
        for r, (said, each) in enumerate(zip(cells, read, strict=True), 1):
            if not is_number or each is None:
                sheet.write_string(r, c, said, self._wrapped if len(said) > LONGEST_LINE else self._plain)
            elif isinstance(each, date):
                sheet.write_datetime(r, c, each, self._day)
            else:
                sheet.write_number(r, c, *each[:1], self._forms[each[1]])

    def _chart(self, chart: Chart) -> None:
        if not isinstance(chart.picture, Lines):
            return
        name = self._name(chart.title)
        sheet = self._book.add_worksheet(name)
        drawn = self._book.add_chart({"type": "scatter", "subtype": "straight"})
        for n, curve in enumerate(chart.picture.curves):
            day, amount = 2 * n, 2 * n + 1
            sheet.write_string(0, day, "day", self._head)
            sheet.write_string(0, amount, curve.name, self._head)
            sheet.set_column(day, amount, 14)
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


def _on_paper(sheet: Any) -> None:
    """As wide as a page, its head on each."""
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


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
