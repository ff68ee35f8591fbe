"""A tool at a desk of a past day: the records, the figures and today are those of that day, and the answer says so."""
from collections.abc import Callable
from datetime import date

import pytest

from records.errors import Ambiguous, BadInput, NotFound
from records.kinds import Task
from reports.blocks import Table, Text
from tools import TOOLS
from tools.base import Result
from tools.desk import Desk
from tools.desk.values import past_day

TODAY = date(2026, 11, 18)
PAST = [t for t in TOOLS if "as_of" in t.args.model_fields]
LayDesk = Callable[[str], Desk]


def shown(desk: Desk, tool: str, **said: object) -> tuple[object, ...]:
    made = next(t for t in TOOLS if t.name == tool).call(desk, said)
    assert isinstance(made, Result)
    return made.blocks


@pytest.mark.parametrize(("said", "day"), [("1 October", date(2026, 10, 1)), ("last Monday", date(2026, 11, 16)), ("Monday", date(2026, 11, 16)),
                                           ("two weeks ago", date(2026, 11, 4)), ("last month", date(2026, 10, 31)), ("last week", date(2026, 11, 15)),
                                           ("this week", TODAY), ("today", TODAY), ("2026-10-01", date(2026, 10, 1)), ("1 December", date(2025, 12, 1))])
def test_a_past_day_is_the_last_one_that_the_words_mean(said: str, day: date) -> None:
    assert past_day(said, TODAY) == day


@pytest.mark.parametrize("said", ["next Friday", "tomorrow", "1 December 2026", "in two weeks"])
def test_a_day_that_has_not_come_is_refused(said: str) -> None:
    with pytest.raises(BadInput, match="has not come yet"):
        past_day(said, TODAY)


def test_a_day_that_could_be_two_is_asked_back() -> None:
    with pytest.raises(Ambiguous, match="3 December 2025 or 12 March 2026"):
        past_day("3/12", TODAY)


def test_the_answer_says_as_of_when_at_its_top(desk_of: LayDesk) -> None:
    first, *_ = shown(desk_of("ana"), "status_report", project="Apollo", as_of="1 October")
    assert isinstance(first, Text)
    assert first.text.startswith("As of Thu 1 Oct 2026 (change #")


def test_today_is_the_day_that_is_asked_about(desk_of: LayDesk) -> None:
    then = desk_of("ana").at("1 November")
    _, table = shown(then, "find_records", kind="task", where={"due": "before today", "status": "not done, cancelled", "project": "Apollo"})
    assert isinstance(table, Table)
    assert table.keys == ("APOLLO-T-5",)
    assert (then.today, then.reader.get(Task, "APOLLO-T-12").status) == (date(2026, 11, 1), "to do")


def test_an_answer_as_of_today_is_the_answer(desk_of: LayDesk) -> None:
    desk = desk_of("ana")
    assert shown(desk, "explain_figure", figure="CPI", project="Apollo", as_of="today") == shown(desk, "explain_figure", figure="CPI", project="Apollo")


@pytest.mark.parametrize("tool", [t.name for t in PAST])
def test_before_anything_was_recorded_one_is_told_so(desk_of: LayDesk, tool: str) -> None:
    said = {"status_report": {"project": "Apollo"}, "explain_figure": {"figure": "CPI", "project": "Apollo"}, "show_record": {"record": "T-1"},
            "find_records": {"kind": "task"}}.get(tool, {})
    with pytest.raises(BadInput, match="Nothing had been recorded yet on Thu 2 Jan 2020"):
        shown(desk_of("ana"), tool, **said, as_of="2 January 2020")


def test_what_was_not_there_yet_is_not_found_as_of_then(desk_of: LayDesk) -> None:
    with pytest.raises(NotFound, match=r"As of .* I know no project"):
        shown(desk_of("ana"), "status_report", project="Apollo", as_of="2025-06-01")


@pytest.mark.parametrize("tool", ["portfolio_summary", "rank_portfolio"])
def test_what_an_outsider_may_not_know_was_never_there(desk_of: LayDesk, tool: str) -> None:
    assert "Zephyr" in str(shown(desk_of("elena"), tool, as_of="1 November"))
    assert "Zephyr" not in str(shown(desk_of("ben"), tool, as_of="1 November"))


def test_no_tool_that_writes_looks_back() -> None:
    assert {t.name for t in PAST} == {"find_records", "show_record", "status_report", "portfolio_summary", "rank_portfolio", "explain_figure",
                                     "check_compliance"}
    assert not [t for t in PAST if t.proposes]


# --- words in all records ---

def test_a_search_shows_the_records_that_hold_the_words(desk_of: LayDesk) -> None:
    (table,) = shown(desk_of("ana"), "find_records", words="scanners")
    assert isinstance(table, Table)
    assert {"CORVUS-T-6", "CORVUS-R-1"} <= set(table.keys)
    assert table.columns == ("record", "kind", "title", "where it says so")


def test_a_search_of_one_kind_shows_no_other(desk_of: LayDesk) -> None:
    (table,) = shown(desk_of("ana"), "find_records", words="scanners", kind="tasks")
    assert isinstance(table, Table)
    assert {row[1] for row in table.rows} == {"task"}


def test_what_is_not_found_may_stand_in_the_handbook(desk_of: LayDesk) -> None:
    text, choices = shown(desk_of("ana"), "find_records", words="unicorn")
    assert "no records that you may see" in str(text)
    assert "what does the handbook say about unicorn?" in str(choices)


def test_without_a_kind_or_words_one_is_told_to_say_one(desk_of: LayDesk) -> None:
    with pytest.raises(BadInput, match="Say which kind"):
        shown(desk_of("ana"), "find_records")


def test_a_search_finds_nothing_that_is_hidden(desk_of: LayDesk) -> None:
    assert "ZEPHYR" in str(shown(desk_of("elena"), "find_records", words="acquisition sensor"))
    assert "ZEPHYR" not in str(shown(desk_of("ben"), "find_records", words="acquisition sensor"))
