"""What if: figures before and after, from what is said; nothing is written, nothing hidden is told, and nothing is guessed."""
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

import pytest

from records.errors import BadInput
from records.kinds import BY_TABLE, CashFlow, Driver, Project, Task
from records.proposals import Change, Create
from records.query import Query
from reports.blocks import Table, Text
from tests.records.building import made
from tests.tools.conftest import NOW, LayDesk
from tools.base import Result
from tools.desk import Desk
from tools.desk.supposing import suppositions
from tools.desk.supposing.heard import Heard, in_figures
from tools.desk.supposing.worth import later
from tools.what_if import what_if

TODAY = NOW.date()


def heard(said: str) -> Heard:
    return Heard(said, TODAY)


@pytest.mark.parametrize(("said", "factor"), [
    ("benefits are 20 % lower", "0.8"), ("costs rise by 10 %", "1.1"), ("we get only 80 % of the benefits", "0.8"), ("the budget is cut by 10 percent", "0.9"),
    ("benefits are half as high", "0.5"), ("costs double", "2"), ("benefits fall to 70 %", "0.7"), ("benefits come in at 90 %", "0.9")])
def test_a_share_is_a_difference_or_what_is_left(said: str, factor: str) -> None:
    assert heard(said).factor == Decimal(factor)


@pytest.mark.parametrize(("said", "money"), [("costs rise by 50k", 50_000), ("2 million euros less", 2_000_000), ("it costs 1,500.50 more", "1500.50"),
                                             ("a budget of 300,000 eur", 300_000), ("it takes 3 weeks longer", None), ("12 % more", None)])
def test_an_amount_needs_no_currency_and_a_length_is_none(said: str, money: float | str | None) -> None:
    assert heard(said).money == (None if money is None else Decimal(str(money)))


def test_a_day_moves_by_what_is_said() -> None:
    assert heard("two weeks longer").moved(date(2026, 12, 1)) == date(2026, 12, 15)
    assert heard("a month earlier").moved(date(2026, 12, 31)) == date(2026, 11, 30)
    assert heard("1.5 weeks later").moved(date(2026, 12, 1)) == date(2026, 12, 11)
    assert heard("half a year later").months == 6


@pytest.mark.parametrize("said", ["ana is ill for three weeks from monday", "ana is away from monday for three weeks",
                                  "ana is off for 3 weeks starting monday"])
def test_a_length_with_its_first_day_is_its_days(said: str) -> None:
    period = heard(said).period
    monday = date(2026, 11, 23)
    assert period is not None
    assert (period.first, (period.last - period.first).days) == (monday, 20)


def test_a_share_of_a_whole_is_what_is_left() -> None:
    assert in_figures("the benefits come only to three quarters") == "the benefits come only to 75 %"
    assert in_figures("the benefits come three quarters later") == "the benefits come three quarters later"


def test_gains_half_a_year_later_fall_half_into_the_year_after() -> None:
    gain = cast("Any", SimpleNamespace(**made(CashFlow, key="F-1", project_id=1, year=2027, amount=Decimal(100), forecast=Decimal(80)).values))
    moved = list(later([gain], Decimal(18)))
    assert moved[0] == Change("cashflow", ("F-1",), {"forecast": Decimal(0)})
    assert [(w.values["year"], w.values["forecast"], w.values["amount"]) for w in moved if isinstance(w, Create)] == [(2028, 40, 0), (2029, 40, 0)]


@pytest.fixture
def desk(desk_of: LayDesk) -> Desk:
    return desk_of("victor")


def shown(desk: Desk, said: str) -> tuple[str, dict[str, tuple[str, str]]]:
    """What is said to be supposed, and each figure of Apollo now and then."""
    blocks = what_if.call(desk, {"supposing": said}).blocks  # type: ignore[union-attr]
    rows = {row[1]: (row[2], row[3]) for b in blocks if isinstance(b, Table) for row in b.rows if row[0] == "Apollo"}
    return str(blocks[0].text) if isinstance(blocks[0], Text) else "", rows


def test_the_rate_moves_the_value_and_nothing_that_does_not_rest_on_it(desk: Desk) -> None:
    said, rows = shown(desk, "Apollo's NPV at 12 %")
    assert said == "Supposing that the discount rate is 12 % instead of 8 %. Nothing is changed in the records."
    # -525,000 + 130,000/1.12 + 170,000/1.12^2 + 180,000/1.12^3 + 170,000/1.12^4
    assert rows["NPV"] == ("8,963 EUR", "-37,247 EUR")
    assert "IRR" not in rows
    assert "budget" not in rows
    assert desk.reader.get(Project, "APOLLO").discount_rate == 8


def test_late_benefits_leave_what_was_approved_as_it_is(desk: Desk) -> None:
    said, rows = shown(desk, "what if the benefits of Apollo slip a year?")
    assert "the benefits come 1 year later" in said
    # -525,000 + 130,000/1.08^2 + 170,000/1.08^3 + 180,000/1.08^4 + 170,000/1.08^5
    assert rows["NPV"] == ("8,963 EUR", "-30,590 EUR")
    assert "NPV approved" not in rows


def test_a_cut_budget_is_compared_with_what_is_spent(desk: Desk) -> None:
    _, rows = shown(desk, "what if the budget of Apollo is cut by 10 %?")
    assert rows["budget"] == ("420,000 EUR", "378,000 EUR")
    assert rows["budget left"][0] != rows["budget left"][1]
    assert "NPV" not in rows


def test_two_things_are_supposed_at_once(desk: Desk) -> None:
    said, rows = shown(desk, "what if Apollo's benefits are 10 % lower and the costs rise by 50k?")
    assert "the benefits are 10 % lower; and that it costs 50,000 more" in said
    assert rows["NPV"] == ("8,963 EUR", "-94,433 EUR")           # 8,962.93 - 10 % of 533,962.93 - 50,000


def test_a_risk_that_happens_costs_what_it_was_thought_to(desk: Desk) -> None:
    said, rows = shown(desk, "what if APOLLO-R-1 happens?")
    assert "APOLLO-R-1 happens and costs 60,000" in said
    assert rows["NPV"] == ("8,963 EUR", "-51,037 EUR")


def test_a_rate_below_nothing_is_computed_as_it_is_said(desk: Desk) -> None:
    """-525,000 + 130,000/0.97 + 170,000/0.97^2 + 180,000/0.97^3 + 170,000/0.97^4."""
    said, rows = shown(desk, "NPV of Apollo at -3 %")
    assert "the discount rate is -3 % instead of 8 %" in said
    assert rows["NPV"] == ("8,963 EUR", "178,948 EUR")
    with pytest.raises(BadInput, match="nothing has a value"):
        what_if.call(desk, {"supposing": "NPV of Apollo at -100 %"})


def test_a_share_of_the_costs_is_of_what_is_still_to_be_paid(desk: Desk) -> None:
    """Of 525,000 this year 231,500 are paid: a tenth of the other 293,500 is 29,350."""
    _, rows = shown(desk, "what if Apollo costs 10 % less?")
    assert rows["NPV"] == ("8,963 EUR", "38,313 EUR")


def test_what_has_come_of_the_benefits_stays_in_both_figures(desk: Desk) -> None:
    said, rows = shown(desk, "what if Dione's benefits are 50 % higher?")
    assert "what has come stays" in said
    del rows
    tables = [b for b in what_if.call(desk, {"supposing": "what if Dione's benefits are 50 % higher?"}).blocks if isinstance(b, Table)]  # type: ignore[union-attr]
    how = {str(row[1]): (str(row[3]), str(row[5])) for b in tables for row in b.rows if row[0] == "Dione"}
    assert how["benefits forecast"][0] == "1,565,000 EUR"
    assert how["ROI"][1].startswith("benefits 1,565,000,")


def test_another_budget_says_that_value_is_a_share_of_it(desk: Desk) -> None:
    said, _ = shown(desk, "what if Apollo's budget was 500,000?")
    assert said.endswith("CPI and what follows from it move with the budget alone: the work costs what it costs.")


def test_a_difference_has_its_unit(desk: Desk) -> None:
    tables = [b for b in what_if.call(desk, {"supposing": "what if Apollo costs 10 % less?"}).blocks if isinstance(b, Table)]  # type: ignore[union-attr]
    by = {str(row[1]): str(row[4]) for b in tables if len(b.columns) > 4 for row in b.rows}
    assert by["IRR"].endswith(" percentage points")
    assert by["NPV"] == "+29,350 EUR"


def test_a_person_who_leaves_leaves_work_behind(desk: Desk) -> None:
    (found,) = suppositions(desk.reader, "what if Ben leaves in January?", None, TODAY)
    assert found.said.startswith("Ben Okafor leaves on 1 Jan 2027; ")
    open_ = {t.key for t in desk.reader.find(Query(Task, limit=None)) if t.owner_id == found.people[0].id and t.status not in ("done", "cancelled")}
    assert set(found.said.partition(": ")[2].split(", ")) == open_
    assert [w.values["start"] for w in found.wishes if isinstance(w, Create)] == [date(2027, 1, 1)]


def test_a_task_that_takes_longer_keeps_its_start_and_one_that_slips_does_not(desk: Desk) -> None:
    task = desk.reader.get(Task, "APOLLO-T-12")
    for said, moved in (("T-12 takes two weeks longer", {"due"}), ("T-12 slips by two weeks", {"start", "due"})):
        (wish,) = suppositions(desk.reader, f"what if APOLLO-{said}?", None, TODAY)[0].wishes
        assert {n for n in ("start", "due") if n in wish.values} == moved
        assert (wish.values["baseline_start"], wish.values["baseline_due"]) == (task.baseline_start or task.start, task.baseline_due or task.due)
        assert task.due is not None
        assert (wish.values["due"] - task.due).days == 14  # type: ignore[operator]


@pytest.mark.parametrize(("said", "why"), [
    ("what if the moon falls down?", "I can suppose another discount rate"), ("what if Ana is away?", "When is Ana Ruiz away"),
    ("what if T-12 changes?", "Say by how long APOLLO-T-12 changes"), ("what if the benefits of Apollo change?", "Say how the benefits change"),
    ("what if Apollo's budget is different?", "Say how the budget changes")])
def test_what_is_said_too_vaguely_is_asked_for(desk: Desk, said: str, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        what_if.call(desk, {"supposing": said})


def texts(desk: Desk, said: str) -> str:
    return " ".join(b.text for b in what_if.call(desk, {"supposing": said}).blocks if isinstance(b, Text))  # type: ignore[union-attr]


@pytest.mark.parametrize(("said", "weight"), [
    ("what if strategic fit was 40?", "40"), ("what if the weight of strategic fit were 40 %", "40"),
    ("what if the board weighed strategic fit at 12.5", "12.5"),
    ("what if strategic fit counted twice as much?", "50"), ("what if strategic fit weighed 10 more", "35"), ("what if strategic fit weighed 20 % less", "20"),
    ("what if 40 was the weight of strategic fit?", "40"), ("what if strategic fit did not count?", "0")])
def test_a_weight_of_the_board_is_supposed_in_many_words(desk: Desk, said: str, weight: str) -> None:
    assert texts(desk, said).startswith(f"Supposing that “strategic fit” weighs {weight} instead of 25 of 100. Nothing is changed in the records.")


def test_another_weight_moves_ranks_and_says_by_how_much(desk: Desk) -> None:
    """Zephyr: 681 of 100 points, and 9 x 25 more of 125 are 7.25; Corvus 706, and 8 x 25 more are 7.24."""
    blocks = what_if.call(desk, {"supposing": "what if strategic fit was 50?"}).blocks  # type: ignore[union-attr]
    assert isinstance(blocks[1], Text)
    assert blocks[1].text == ("2 of 6 projects change places: Zephyr rises from 3 to 2 (board score 7.25 instead of 6.81); Corvus falls from 2 to 3 "
                              "(board score 7.24 instead of 7.06). Elara is ranked then, at 5.")
    assert isinstance(blocks[2], Table)
    assert [row[:3] for row in blocks[2].rows][:3] == [("1", "1", "BOREALIS"), ("2", "3", "ZEPHYR"), ("3", "2", "CORVUS")]
    assert {d.weight for d in desk.reader.find(Query(Driver, limit=None)) if d.name == "strategic fit"} == {25}


def test_two_weights_at_once_and_points_of_one_project(desk: Desk) -> None:
    assert "“strategic fit” weighs 30 instead of 25 of 100; and that “delivery risk” weighs 10 instead of 5" in texts(
        desk, "what if strategic fit was 30 and delivery risk 10?")
    assert "Apollo has 9 instead of 7 points for “strategic fit”" in texts(desk, "what if Apollo's strategic fit was 9?")


@pytest.mark.parametrize(("said", "why"), [("what if strategic fit was 400?", "between 0 and 100"), ("what if strategic fit changed?", "Say the weight"),
                                           ("what if Apollo's strategic fit was 40?", "Points lie between 0 and 10")])
def test_a_weight_that_cannot_be_is_refused(desk: Desk, said: str, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        what_if.call(desk, {"supposing": said})


def test_dearer_work_moves_the_budget_and_the_business_case_and_says_which(desk: Desk) -> None:
    told = texts(desk, "what if the test phase of Apollo costs 50k more?")
    assert ("Apollo against its budget: EAC 543,735 EUR instead of 493,735 EUR, 29 % over it (▲ red) instead of 18 % over it (▲ red). "
            "Apollo in its business case: NPV -41,037 EUR instead of 8,963 EUR.") in told
    assert shown(desk, "what if the test phase of Apollo costs 50k more?")[1]["forecast against budget"] == ("73,735 EUR over", "123,735 EUR over")


def test_a_share_more_is_of_what_is_still_to_come_and_a_risk_costs_what_it_was_thought_to(desk: Desk) -> None:
    """AC 231,500 and 1.2 x 262,235; a colour changes where a line is crossed."""
    assert shown(desk, "what if Apollo costs 20 % more?")[1]["EAC"] == ("493,735 EUR", "546,182 EUR")
    assert shown(desk, "what if APOLLO-R-1 happens?")[1]["EAC"] == ("493,735 EUR", "553,735 EUR")
    told = texts(desk, "what if costs rise by 50,000 EUR?")
    assert "it costs 50,000 more, each of 6 projects" in told
    assert "12 % over it (▲ red) instead of 1 % under it (● green)" in told


@pytest.mark.parametrize("said", ["the benefits of Apollo are 20 % lower", "Apollo costs 20 % more", "Apollo costs 50k more"])
def test_who_may_not_see_money_learns_none(desk_of: LayDesk, said: str) -> None:
    with pytest.raises(BadInput, match="nothing that you may see"):
        what_if.call(desk_of("ben"), {"supposing": f"what if {said}?"})


def test_every_wish_is_of_a_kind_that_there_is(desk: Desk) -> None:
    def wishes() -> Iterator[Create | Change]:
        for said in ("what if Apollo slips by two months?", "what if Ana is away in December?", "what if Apollo's costs rise by 10 %?"):
            for found in suppositions(desk.reader, said, None, TODAY):
                yield from found.wishes
    for wish in wishes():
        assert set(wish.values) <= set(BY_TABLE[wish.kind].model_fields)


DELAYS = ("what if {} is delayed by 4 weeks?", "what if {} slips by 3 months?")


def dates(desk: Desk, said: str) -> dict[str, str]:
    """By figure the difference in days, where a date changes."""
    blocks = what_if.call(desk, {"supposing": said}).blocks  # type: ignore[union-attr]
    return {str(row[1]): str(row[4]) for b in blocks if isinstance(b, Table) and len(b.columns) > 4 for row in b.rows if " day" in str(row[4])}


def test_a_delay_improves_no_date_of_the_sample(desk: Desk) -> None:
    said = [delay.format(name) for name in ("Apollo", "Corvus") for delay in DELAYS]
    said += [f"what if {key} slips by 2 weeks?" for key in ("APOLLO-T-11", "APOLLO-T-8", "CORVUS-T-7")] + ["what if APOLLO-T-8 takes two weeks longer?"]
    for each in said:
        changed = dates(desk, each)
        assert not [n for n, by in changed.items() if n.endswith(("finish", "forecast", "P50", "P80", "pace")) and by.startswith("-")], (each, changed)


def test_a_delayed_project_keeps_its_pace_and_ends_so_much_later(desk: Desk) -> None:
    changed = dates(desk, "what if Apollo is delayed by 4 weeks?")
    assert {changed[n] for n in ("expected finish", "finish forecast", "finish P50", "finish P80", "finish by pace")} == {"+28 days"}
    assert "overdue" not in " ".join(changed)


def test_a_risk_that_happens_takes_its_days_and_costs_its_money(desk: Desk) -> None:
    said, rows = shown(desk, "what if APOLLO-R-1 happens?")
    assert "APOLLO-R-1 happens and costs 60,000 and takes 15 days" in said
    days = {name: [datetime.strptime(text, "%a %d %b %Y").date() for text in rows[name]] for name in ("finish P50", "finish P80")}  # noqa: DTZ007 - days
    money = {name: [Decimal(text.removesuffix(" EUR").replace(",", "")) for text in rows[name]] for name in ("cost P50", "cost P80")}
    assert all(now < then for now, then in days.values())
    assert all(now < then for now, then in money.values())
    assert rows["risk exposure"] == ("79,500 EUR", "97,500 EUR")          # 60,000 certain instead of 70 %


def test_a_task_under_way_that_slips_ends_no_sooner_than_so_much_later(desk: Desk) -> None:
    values = suppositions(desk.reader, "what if APOLLO-T-8 slips by two weeks?", None, TODAY)[0].wishes[0].values
    assert values["constraint"] == "finish no earlier than"
    assert desk.reader.get(Task, "APOLLO-T-8").progress > 0


@pytest.mark.parametrize("asked", ["what happens to the NPV of Apollo at 10 percent if it costs 50k more", "is Apollo worth it with 10 % if it costs 50k more"])
def test_a_rate_beside_an_amount_is_no_share_of_the_costs(desk: Desk, asked: str) -> None:
    said, rows = shown(desk, asked)
    assert said.startswith("Supposing that it costs 50,000 more; and that the discount rate is 10 % instead of 8 %.")
    assert rows["EAC"] == ("493,735 EUR", "543,735 EUR")


def test_a_share_and_an_amount_that_cannot_be_told_apart_are_asked_about(desk: Desk) -> None:
    with pytest.raises(BadInput, match="I am not sure what the 10 % is, beside 50k"):
        shown(desk, "Apollo 10 percent if it costs 50k more")


def test_a_year_beside_a_share_is_no_amount(desk: Desk) -> None:
    assert "Supposing that what is still to be paid is 10 % higher." in shown(desk, "what if Apollo costs 10 % more in 2027?")[0]


@pytest.mark.parametrize("asked", ["Apollo with benefits 20% lower and a discount rate of 12%", "Apollo with benefits 20 % lower and at a rate of 12 %"])
def test_a_rate_behind_a_share_is_supposed_too(desk: Desk, asked: str) -> None:
    assert "benefits are 20 % lower; and that the discount rate is 12 %" in shown(desk, asked)[0]


def test_of_two_shares_none_is_left_out_in_silence(desk: Desk) -> None:
    with pytest.raises(BadInput, match="I am not sure what the 12 % is, beside 20 %"):
        shown(desk, "Apollo with benefits 20% lower, discount 12%")


@pytest.mark.parametrize(("said", "told"), [
    ("the warehouse cutover of Apollo takes two weeks longer", "Apollo comes 2 weeks later as a whole, for I know no task or milestone “warehouse cutover”."),
    ("what happens to Apollo if the carpenter comes two weeks later?", "Apollo comes 2 weeks later as a whole, for I know no task or milestone “carpenter”."),
    ("if the pilot with ten customers slips by two weeks, does Apollo still finish in time?", "APOLLO-MS-3 “Pilot with ten customers” comes 2 weeks later."),
    ("what happens to Apollo if it slips by two weeks?", "Apollo comes 2 weeks later."),
    ("the finish of Apollo slips by two weeks", "Apollo comes 2 weeks later.")])
def test_a_part_that_no_title_holds_is_told_to_be_the_whole_project(desk_of: LayDesk, said: str, told: str) -> None:
    found = what_if.call(desk_of("ana"), {"supposing": said})
    assert isinstance(found, Result)
    assert f"Supposing that {told} " in " ".join(b.text for b in found.blocks if isinstance(b, Text))
