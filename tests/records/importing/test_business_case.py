"""A business case from a workbook: flows by period across or down, approved and forecast, options, benefits."""
from datetime import date

import pytest

from records.errors import BadInput
from records.importing import periods
from records.importing.base import Rate, Read, To
from tests.records.importing.reading_here import Rows, book, first, read_here, saved, values, whys

ACROSS: list[list[object]] = [
    ["Business case", "(all figures in €k)"], ["Project", "Apollo"], ["Owner", "Ana Ruiz"], ["Horizon", 5], ["Discount rate", "8%"], [],
    ["Approved", 2026, 2027, 2028], ["Costs"], ["Licences", 100, 20, 20], ["Staff", "-50", "-50", None], ["Total costs", 150, 70, 20],
    ["Benefits"], ["Savings in claims", None, 120, 200], ["Net cash flow", -150, 50, 180], [],
    ["Forecast", 2026, 2027, 2028], ["Costs"], ["Licences", 110, 20, 20], ["Benefits"], ["Savings in claims", None, "TBC", 180]]
BENEFITS: list[list[object]] = [
    ["Benefit", "Owner", "Type", "Measure", "Target", "Target date", "Value"],
    ["Fewer claims", "ben@x.example", "Financial", "claims a month", "120", "31/12/2028", "€120,000"]]


def flows(read: Read) -> dict[tuple[object, object], tuple[object, object]]:
    return {(v["title"], v["year"]): (v["amount"], v.get("forecast")) for v in values(read, "cashflow")}


@pytest.fixture(scope="module")
def case() -> Read:
    return read_here(saved(book({"Case": ACROSS, "Benefits": BENEFITS})), "case.xlsx")


def test_years_across_come_to_one_flow_for_each_line_and_year(case: Read) -> None:
    assert flows(case) == {
        ("Licences", 2026): ("-100000.00", "-110000.00"), ("Licences", 2027): ("-20000.00", "-20000.00"), ("Licences", 2028): ("-20000.00", "-20000.00"),
        ("Staff", 2026): ("-50000.00", None), ("Staff", 2027): ("-50000.00", None), ("Savings in claims", 2027): ("120000.00", None),
        ("Savings in claims", 2028): ("200000.00", "180000.00")}


def test_an_amount_above_the_years_heads_nothing() -> None:
    rows: list[list[object]] = [["Project", "Move"], ["Investment", 180000], [], ["Year", 2027, 2028], ["Costs", 90000, 10000], ["Benefits", 20000, 80000]]
    found = flows(read_here(saved(book({"Case": rows})), "case.xlsx"))
    assert {title: amounts[0] for (title, year), amounts in found.items() if year == 2028} == {"Costs": "-10000.00", "Benefits": "80000.00"}


def test_what_was_turned_or_left_out_is_said(case: Read) -> None:
    assert any("written without a minus" in note for note in case.notes)
    assert any(note.startswith("2 lines of totals") and "“Total costs” (row 11), “Net cash flow” (row 14)" in note for note in case.notes)
    assert case.rates == (Rate(8.0, "Apollo"),)
    assert "row 20: 2027 left out: “TBC” is no amount" in whys(case)


@pytest.mark.parametrize("title", ["Running costs", "Running and support", "Summer campaign", "Network", "Net promoter survey", "Net-zero programme",
                                   "Discounts to customers", "Balance sheet tool"])
def test_a_line_that_only_sounds_like_a_sum_is_taken(title: str) -> None:
    rows: Rows = [["Business case"], ["Line", 2026, 2027], ["Build", -100, -20], [title, -40, -50], ["Savings", 0, 200]]
    read = read_here(saved(book({"Case": rows})), "case.xlsx")
    assert flows(read)[title, 2027] == ("-50.00", None)
    assert not any("left out" in note for note in read.notes)


@pytest.mark.parametrize("title", ["Total", "Subtotal", "Running total", "Cumulative cash flow", "Net", "Net (k)", "Net annual benefit",
                                   "NPV at 8 %", "Discounted cash flow", "Discount factor", "Balance", "Costs total", "Summe Kosten"])
def test_a_line_that_sums_up_others_is_left_out_and_named_with_its_row(title: str) -> None:
    rows: Rows = [["Business case"], ["Line", 2026, 2027], ["Build", -100, -20], [title, -100, -20]]
    read = read_here(saved(book({"Case": rows})), "case.xlsx")
    assert {line for line, _ in flows(read)} == {"Build"}
    assert f"1 line of a total, net or discounted value was left out, for such are computed here: “{title}” (row 4)." in read.notes


def test_another_table_below_the_years_is_told_and_not_taken_for_flows() -> None:
    below: list[list[object]] = [["EUR", 2026, 2027], ["Licences", -100, -20], ["Training", "tbc", "n/a"], [],
                                 ["Scenario", "NPV", "IRR"], ["Low", 1000, "3 %"], ["High", 90000, "22 %"]]
    read = read_here(saved(book({"Case": below})), "case.xlsx")
    assert set(flows(read)) == {("Licences", 2026), ("Licences", 2027)}
    assert read.notes[0].startswith("Sheet “Case”: rows 5 to 7 were not read. Another table (“Scenario”, “NPV”, “IRR”) stands there, without periods")
    assert {s.where for s in read.skipped} == {"row 3"}


def test_years_that_follow_another_table_are_read_again() -> None:
    split: list[list[object]] = [["Approved", 2026, 2027], ["Licences", -100, -20], [], ["Assumption", "Value", "Source"], ["Wage growth", 2, "HR"], [],
                                 ["Forecast", 2026, 2027], ["Licences", -90, -30]]
    read = read_here(saved(book({"Case": split})), "case.xlsx")
    assert flows(read) == {("Licences", 2026): ("-100.00", "-90.00"), ("Licences", 2027): ("-20.00", "-30.00")}


def test_the_case_has_its_owner_horizon_and_project(case: Read) -> None:
    assert first(case, "businesscase") == {"title": "Business case", "project_id": "Apollo", "owner_id": "Ana Ruiz", "years": 5}
    assert first(case, "cashflow")["business_case_id"] == "case:apollo/"


def test_benefits_come_with_owner_measure_target_and_date(case: Read) -> None:
    assert first(case, "benefit") == {"project_id": "Apollo", "title": "Fewer claims", "owner_id": "ben@x.example", "type": "financial",
                                      "measure": "claims a month", "aim": 120.0, "end": "2028-12-31", "expected": "120000.00"}


def test_next_weeks_file_finds_the_same_flows(case: Read) -> None:
    assert next(r.source for r in case.rows if r.kind == "cashflow") == "case:apollo//licences/2026"


def test_years_down_the_rows_with_options_and_versions() -> None:
    rows: Rows = [["Year", "Line", "Approved", "Forecast", "Option"], ["2026", "Build", -100, -120, "Option 1: Do it"],
                  ["2027", "Savings", 200, 180, "Option 1: Do it"],
            ["2026", "Nothing", 0, None, "Option 0: Do nothing"]]
    read = read_here(saved(book({"Cash flows": rows})), project="Apollo")
    assert [(v["title"], v["option"]) for v in values(read, "businesscase")] == [("Option 1: Do it", "do it"), ("Option 0: Do nothing", "do nothing")]
    assert flows(read) == {("Build", 2026): ("-100.00", "-120.00"), ("Savings", 2027): ("200.00", "180.00"), ("Nothing", 2026): ("0.00", None)}
    assert "project_id" not in first(read, "cashflow")


def test_months_are_added_up_to_years_and_columns_are_lines() -> None:
    rows: Rows = [["Month", "Investment", "Opex", "Savings", "Net cash flow"], ["Jan 2026", 100, 5, 0, -105], ["Feb 2026", 100, 5, 10, -95],
                  ["Jan 2027", 0, 5, 100, 95]]
    assert flows(read_here(saved(book({"Cash flow": rows})))) == {
        ("Investment", 2026): ("-200.00", None), ("Opex", 2026): ("-10.00", None), ("Savings", 2026): ("10.00", None), ("Investment", 2027): ("0.00", None),
        ("Opex", 2027): ("-5.00", None), ("Savings", 2027): ("100.00", None)}


def test_versions_may_stand_beside_each_other_under_one_heading() -> None:
    rows: Rows = [[None, "Approved", None, "Forecast", None], ["Line", 2026, 2027, 2026, 2027], ["Savings", 1, 2, 3, 4]]
    made = book({"Flows": rows})
    made["Flows"].merge_cells("B1:C1")
    made["Flows"].merge_cells("D1:E1")
    assert flows(read_here(saved(made))) == {("Savings", 2026): ("1.00", "3.00"), ("Savings", 2027): ("2.00", "4.00")}


def test_counted_years_need_a_first_year() -> None:
    rows: list[list[object]] = [["Line", "Year 1", "Year 2"], ["Savings", 1, 2]]
    with pytest.raises(BadInput, match="Start year"):
        read_here(saved(book({"Case": rows})))
    assert flows(read_here(saved(book({"Case": [["Start year", 2026], *rows]})))) == {("Savings", 2026): ("1.00", None), ("Savings", 2027): ("2.00", None)}


def test_a_case_of_forecasts_alone_says_so() -> None:
    read = read_here(saved(book({"Forecast": [["Line", 2026, 2027], ["Savings", 1, 2]]})))
    assert flows(read)["Savings", 2026] == ("1.00", "1.00")
    assert any("nothing approved" in note for note in read.notes)


@pytest.mark.parametrize(("said", "year"), [(2026, 2026), ("2026", 2026), ("FY26", 2026), ("FY26/27", 2026), ("2026/27", 2026), ("Jan-26", 2026),
                                            ("Q1 2026", 2026), ("2026 Q3", 2026), ("2026 (forecast)", 2026), (date(2026, 3, 1), 2026), ("2026-03", 2026),
                                            ("12", None), ("total", None), (True, None), (99.5, None)])
def test_a_period_is_known_by_its_year(said: object, year: int | None) -> None:
    assert periods.year_of(said) == year


def test_a_row_of_amounts_that_look_like_years_is_no_header() -> None:
    assert not periods.run_of(["Licences", 2000, 2000, 2000])
    assert not periods.run_of(["Licences", 2000, 2100, 2050])
    assert periods.run_of(["", "2025/26", "2026/27"]) == {1: 2025, 2: 2026}


def test_a_list_of_benefits_alone_is_a_table() -> None:
    assert {r.kind for r in read_here(saved(book({"Sheet1": BENEFITS}))).rows} == {"benefit"}


def test_a_gain_with_an_owner_is_a_benefit_too_and_an_owner_of_costs_is_said_to_be_left_out() -> None:
    rows: Rows = [["Line", "Type", "Owner", 2026, 2027], ["Licences", "Cost", "Ben Okafor", 100, 20], ["Fewer claims", "Benefit", "Ana Ruiz", 50, 120]]
    read = read_here(saved(book({"Cash flow": rows})))
    assert values(read, "benefit") == [{"title": "Fewer claims", "owner_id": "Ana Ruiz", "expected": "170.00", "end": "2027-12-31"}]
    assert flows(read)["Fewer claims", 2027] == ("120.00", None)
    assert "The owner of 1 line of costs was left out: a cash flow has no owner." in read.notes


@pytest.mark.parametrize("kind", ["cashflow", ""])
def test_a_list_that_names_the_project_of_each_row_is_a_list_and_no_case(kind: str) -> None:
    read = read_here("Project,Title,Year,Amount\nApollo,Extra,2031,1000\nZephyr,More,2032,-2000\n", kind=kind)
    assert values(read, "cashflow") == [{"title": "Extra", "project_id": "Apollo", "year": 2031, "amount": "1000.00"},
                                        {"title": "More", "project_id": "Zephyr", "year": 2032, "amount": "-2000.00"}]


def test_amounts_that_could_be_a_budget_or_cash_flows_are_a_budget_and_it_says_so() -> None:
    read = read_here("Project,Title,Year,Amount\nApollo,Extra,2031,1000\nApollo,More,2032,2000\n")
    assert {row.kind for row in read.rows} == {"budgetline"}
    assert "Its rows were taken for budget lines, by their headers; if they are cash flows, say so (--kind cashflow)." in read.notes


MOVE: Rows = [["Business case Depot Move"], ["Sponsor: Greta Holm"], ["Prepared on", "12.11.2026"], ["Project: Depot Move"], ["Discount rate", 0.08], [],
              ["EUR", 2026, 2027], ["Costs"], ["Racking", 180000, 0], ["Benefits"], ["Rent saved", 0, 60000], [], ["Prices are those of the offer of May"]]


def test_who_sponsors_and_leads_is_said_of_the_project_and_nobody_is_made_for_it() -> None:
    read = read_here(saved(book({"Case": [*MOVE, ["Projektleiter", "Bo Lind"]]})), "case.xlsx")
    assert first(read, "project") == {"name": "Depot Move", "sponsor_id": "Greta Holm", "manager_id": "Bo Lind"}
    (row,) = (row for row in read.rows if row.kind == "project")
    assert all(value.known for value in row.values.values() if isinstance(value, To))
    assert {row.values["project_id"] for row in read.rows if row.kind == "cashflow"} == {To("project", "named:Depot Move")}
    read = read_here(saved(book({"Case": MOVE})), "case.xlsx", project="DEPOT")
    assert first(read, "project")["name"] == "DEPOT"


def test_what_stands_beside_the_flows_and_is_not_taken_is_listed() -> None:
    read = read_here(saved(book({"Case": MOVE})), "case.xlsx")
    assert [note for note in read.notes if "not taken" in note] == [
        ("Sheet “Case”: not taken, for no field of a case or its project was found for it: “Prepared on: 12.11.2026” (row 3), "
        "“Prices are those of the offer of May” (row 13).")]


@pytest.mark.parametrize(("said", "percent"), [(0.08, 8), ("8 %", 8), (8, 8), ("8,5 %", 8.5), ("7.25%", 7.25), ("0,1", 10)])
def test_a_rate_is_read_however_it_is_written(said: object, percent: float) -> None:
    read = read_here(saved(book({"Case": [*MOVE[:4], ["Hurdle rate", said], *MOVE[5:]]})), "case.xlsx")
    assert read.rates == (Rate(percent, "Depot Move"),)
