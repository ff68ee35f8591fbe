"""A business case as a workbook: cash flows by period, approved and forecast, the options they belong to, and the benefits promised."""
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import PurePath
import re

from records.errors import BadInput
from records.importing import case_labels, choices, listing
from records.importing.base import NAMED, Rate, Read, Row, Skipped, To
from records.importing.cash_flows import Flows, across, down, down_at, first_year, is_across, speaks_of_years
from records.importing.choosing import choose
from records.importing.numbers import CENT, Style, read_number, style_of
from records.importing.tables import Sheet
from records.importing.text import plainly, told
from records.importing.vocabulary import Vocabulary
from records.importing.wanted import Wanted

ASKED = ("", "cashflow", "cash flow", "cash flows", "businesscase", "business case", "business cases")
MANY_ROWS = 5
NOT_OF_CASE = {"project", "discount", *case_labels.OF_PROJECT}
TABLES = ("benefit", "businesscase")
OF_PROJECT = ("project", "project name", "project key")


def is_one(sheets: Sequence[Sheet], vocabulary: Vocabulary, wanted: Wanted) -> bool:
    """Whether sheets hold cash flows by period. A benefits table alone is a table like any other."""
    shown = [s for s in sheets if not s.hidden]
    if "cashflow" not in vocabulary or plainly(wanted.kind) not in ASKED or any(_is_list(s) for s in shown):
        return False
    first = first_year(shown)
    return any(is_across(s, first) or speaks_of_years(s) for s in shown) or (any(down_at(s) for s in shown) and (bool(wanted.kind) or _says_so(shown)))


def read(sheets: Sequence[Sheet], name: str, vocabulary: Vocabulary, wanted: Wanted) -> Read:
    """Read every visible sheet for what it is."""
    flows, told_of, rows, notes = Flows(usual=Style(wanted.decimal)), dict[str, str](), list[Row](), list[str]()
    shown = [s for s in sheets if not s.hidden and (not wanted.sheet or plainly(s.name) == plainly(wanted.sheet))]
    first = first_year(shown)
    if first is None and any(speaks_of_years(s) for s in shown):
        raise BadInput("The case counts Year 1, Year 2, and nowhere says which year that is. Write “Start year” and the year beside it, and load it again.")
    for sheet in shown:
        notes += sheet.notes
        if is_across(sheet, first):
            taken = across(sheet, flows, first)
            notes += case_labels.told_untaken(sheet, taken)
        elif (at := down_at(sheet)) is not None:
            taken = down(sheet, flows, *at)
            notes += case_labels.told_untaken(sheet, taken)
        elif (table := _table(sheet, vocabulary, wanted, name)) is not None:
            rows += table.rows
            flows.skipped += table.skipped
            notes += [f"Sheet {told(sheet.name)}: {note}" for note in table.notes if "was not read" not in note]
        elif any(sheet.rows) and not case_labels.labels(sheet):
            notes.append(f"Sheet {told(sheet.name)} was not read: no cash flows, benefits or options were found in it.")
        told_of |= {label: said for label, said in case_labels.labels(sheet).items() if label not in told_of}
    notes += [f"Sheet {told(s.name)} (hidden) was not read." for s in sheets if s.hidden]
    case = _Case(flows, told_of, vocabulary, wanted, name)
    rows = [case.at_home(row) for row in rows]
    return Read((*case.project(), *case.options(rows), *rows, *case.benefits(rows), *case.cash_flows()), tuple(flows.skipped), (*notes, *case.notes()),
                tuple(case.rates()))


class _Case:
    """The flows of a case with what it says of itself."""

    def __init__(self, flows: Flows, said: dict[str, str], vocabulary: Vocabulary, wanted: Wanted, name: str) -> None:
        self._flows, self._said, self._vocabulary, self._wanted = flows, said, vocabulary, wanted
        self._mark = plainly(wanted.project or said.get("project", "") or re.sub(r"\d+", "", PurePath(name).stem)) or "case"
        self._only_forecast = self._made_benefits = self._unowned = 0

    def at_home(self, row: Row) -> Row:
        """A row of another sheet belongs to the project that the case is of."""
        return replace(row, values={**self._home(), **row.values}) if "project_id" not in row.values else row

    def project(self) -> Iterator[Row]:
        """Who leads and who sponsors the project, where the case says so: people who are there already, nobody is made for it."""
        people = {name: To("person", self._said[name], known=True) for name in case_labels.OF_PROJECT if name in self._said}
        if people and (called := self._wanted.project or self._said.get("project", "")):
            yield Row("project", f"{NAMED}{called}", {"name": called, **people}, "the case")

    def rates(self) -> Iterator[Rate]:
        """The rate that the case discounts at, in percent, however it is written: 8, 8 % or 0.08."""
        said = self._said.get("discount", "")
        style = style_of([said])
        found = read_number(said, style if style.known else self._flows.usual)
        if found is not None and found[0] > 0:
            percent = found[0] if found[1] or found[0] >= 1 else found[0] * 100
            yield Rate(float(percent), "" if self._wanted.project else self._said.get("project", ""))

    def options(self, rows: Sequence[Row]) -> Iterator[Row]:
        """One business case for each option that flows belong to, unless a table of options names it already."""
        there = {plainly(str(r.values.get("title", ""))) for r in rows if r.kind == "businesscase"}
        named = list(dict.fromkeys(line.option for line, _ in self._flows.sums if line.option))
        for option in named or ([""] if self._said.keys() - NOT_OF_CASE else []):
            if option and plainly(option) in there:
                continue
            meant = choices.meaning(self._vocabulary["businesscase"].slots["option"])(re.sub(r"^option\s*\w*\s*[:–-]?\s*", "", option, flags=re.I))
            values: dict[str, object] = {"title": option or self._said.get("title", "Business case"), **self._home()} | ({"option": meant} if meant else {})
            if len(named) <= 1:
                values |= self._own_words()
            yield Row("businesscase", self._source(option), values, f"option {option}" if option else "the case")

    def cash_flows(self) -> Iterator[Row]:
        lines: dict[tuple[str, str, int], dict[str, Decimal]] = {}
        for (line, year), amount in self._flows.sums.items():
            lines.setdefault((line.option, line.title, year), {})[line.version] = amount
        has_case = bool(self._said.keys() - NOT_OF_CASE)
        for (option, title, year), versions in lines.items():
            self._only_forecast += "amount" not in versions
            amount = versions.get("amount", versions.get("forecast", Decimal(0)))
            values: dict[str, object] = {"title": title, "year": year, "amount": str(amount.quantize(CENT)), **self._home()}
            if "forecast" in versions:
                values["forecast"] = str(versions["forecast"].quantize(CENT))
            if option or has_case:
                values["business_case_id"] = To("businesscase", self._source(option))
            source = f"case:{self._mark}/{plainly(option)}/{plainly(title)}/{year}"
            yield Row("cashflow", source[:200], values, self._flows.where[option, title])

    def benefits(self, rows: Sequence[Row]) -> Iterator[Row]:
        """A gain that somebody owns is a benefit promised: expected in all what its line brings, by the end of its last year."""
        there = {plainly(str(r.values.get("title", ""))) for r in rows if r.kind == "benefit"}
        for (option, title), owner in self._flows.owners.items():
            sums = {(line.version, year): amount for (line, year), amount in self._flows.sums.items() if (line.option, line.title) == (option, title)}
            version = "amount" if any(v == "amount" for v, _ in sums) else "forecast"
            expected = sum((amount for (v, _), amount in sums.items() if v == version), Decimal(0))
            if expected <= 0 or plainly(title) in there:
                self._unowned += expected <= 0
                continue
            there.add(plainly(title))
            self._made_benefits += 1
            last = max(year for _, year in sums)
            yield Row("benefit", f"case:{self._mark}/{plainly(title)}/benefit"[:200], {
                "title": title, "owner_id": To("person", owner), "expected": str(expected.quantize(CENT)), "end": f"{last}-12-31", **self._home()},
                self._flows.where[option, title])

    def notes(self) -> Iterator[str]:
        """What was taken how, once all is read."""
        yield from self._flows.notes
        if self._flows.turned:
            yield f"{self._flows.turned:,} amounts of costs were written without a minus; costs are kept as negative flows."
        yield from self._of_owners()
        if left := self._flows.totals:
            named = ", ".join(f"{told(title)} ({_rows(list(dict.fromkeys(rows)))})" for title, rows in left.items())
            yield (f"{len(left):,} {'lines of totals, net or discounted values were' if len(left) > 1 else 'line of a total, net or discounted value was'} "
                   f"left out, for such are computed here: {named}.")
        if any("forecast" in line.version for line, _ in self._flows.sums) and any(line.version == "amount" for line, _ in self._flows.sums):
            yield "Approved and forecast amounts of the same line and year were put together."
        if "discount" in self._said and not any(self.rates()):
            yield f"The file discounts at {told(self._said['discount'])}, which is no rate."
        if self._only_forecast:
            yield f"{self._only_forecast:,} flows have a forecast and nothing approved; the forecast was taken for both."
        if not self._flows.sums:
            yield "No cash flows were found."

    def _of_owners(self) -> Iterator[str]:
        if self._made_benefits:
            yield f"Gains that have an owner were also made benefits ({self._made_benefits:,}), each expected to bring what its line brings in all."
        if self._unowned:
            yield f"The owner of {self._unowned:,} {'line' if self._unowned == 1 else 'lines'} of costs was left out: a cash flow has no owner."

    def _source(self, option: str) -> str:
        return f"case:{self._mark}/{plainly(option)}"[:200]

    def _home(self) -> dict[str, object]:
        if "project" not in self._said or self._wanted.project:
            return {}
        return {"project_id": To("project", f"{NAMED}{self._said['project']}" if any(self.project()) else self._said["project"])}

    def _own_words(self) -> dict[str, object]:
        """What the case says of itself beside its flows: owner, horizon, assumptions."""
        own = {name: said for name, said in self._said.items() if name not in NOT_OF_CASE}
        sheet = Sheet("", [["title", *own], ["case", *own.values()]])
        found = listing.read(choose([sheet], self._vocabulary, Wanted("businesscase"), ""), Wanted("businesscase"))
        self._flows.skipped += [Skipped("the case", s.why) for s in found.skipped]
        return {name: value for row in found.rows for name, value in row.values.items() if name not in ("title", "project_id")}


def _is_list(sheet: Sheet) -> bool:
    """Whether a table names the project of each row, as a list of many projects' flows does; a case is of one."""
    at = down_at(sheet)
    return at is not None and any(isinstance(c, str) and plainly(c) in OF_PROJECT for c in sheet.rows[at[0]])


def _table(sheet: Sheet, vocabulary: Vocabulary, wanted: Wanted, name: str) -> Read | None:
    """A sheet that is a table of benefits or of options."""
    known = {table: vocabulary[table] for table in TABLES if table in vocabulary}
    try:
        chosen = choose([sheet], known, Wanted(project=wanted.project, columns={}, choices=wanted.choices), name)
    except BadInput:
        return None
    return listing.read(chosen, wanted) if len(chosen.matched.fields) > 2 else None  # noqa: PLR2004 - a title alone is no table


def _rows(rows: Sequence[str]) -> str:
    return f"row {rows[0]}" if len(rows) == 1 else f"rows {', '.join(rows[:-1])} and {rows[-1]}" if len(rows) < MANY_ROWS else f"rows {rows[0]} to {rows[-1]}"


def _says_so(sheets: Sequence[Sheet]) -> bool:
    words = " ".join(plainly(str(c)) for s in sheets for row in s.rows[:5] for c in (*row, s.name) if isinstance(c, str))
    return any(said in words for said in ("business case", "cash flow", "cashflow", "npv"))
