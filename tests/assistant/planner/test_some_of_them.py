"""A list by a figure is of those only that are told of, and a change of many of those only."""
import pytest

from tests.assistant.planner.asking import planned
from tests.assistant.planner.test_by_subject import planned as planned_with_records


@pytest.mark.parametrize(("said", "where", "sort"), [
    ("agile projects by cpi", {"approach": "agile"}, "-CPI"),
    ("projects on hold sorted by npv", {"phase": "on hold"}, "-NPV"),
    ("which candidates are there, sorted by strategic fit", {"phase": "candidate"}, "-strategic fit"),
    ("I need our projects sorted by strategic fit, highest first, candidates only.", {"phase": "candidate"}, "-strategic fit"),
    ("rank the candidates by strategic fit", {"phase": "candidate"}, "-strategic fit"),
    ("open projects by overrun", {"phase": "not closed, cancelled"}, "-forecast overrun"),
    ("which project has the worst cpi?", {}, "CPI")])
def test_projects_in_the_order_of_a_figure_are_those_that_are_told_of(said: str, where: dict[str, str], sort: str) -> None:
    plan = planned(said)
    ((name, args),) = plan.calls
    assert (name, args.get("where", {}), args["sort"], plan.says) == ("find_records", where, sort, "")


@pytest.mark.parametrize(("said", "group", "where"), [
    ("total budget of the agile projects", "total budget", {"approach": "agile"}),
    ("average ROI of candidate projects", "average ROI", {"phase": "candidate"})])
def test_a_sum_is_of_those_that_are_told_of(said: str, group: str, where: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert (args["group"], args["where"]) == (group, where)


@pytest.mark.parametrize("said", ["show open projects", "which open projects are there?"])
def test_open_projects_are_those_that_have_not_ended(said: str) -> None:
    ((_, args),) = planned(said).calls
    assert args["where"] == {"phase": "not closed, cancelled"}


@pytest.mark.parametrize(("said", "where"), [
    ("what has been booked against the rent line on Dione?", {"project": "DIONE", "budget line": "rent"}),
    ("how much was spent on the furniture line?", {"budget line": "furniture"}),
    ("cost entries on the rent budget line", {"budget line": "rent"}),
    ("I'm reconciling the Rent line on Dione. What has been posted against it?", {"project": "DIONE", "budget line": "Rent"})])
def test_what_was_booked_on_a_line_of_the_budget_is_of_that_line(said: str, where: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert (args["kind"], args["where"]) == ("cost entry", where)


@pytest.mark.parametrize(("said", "where"), [
    ("Any project running with CPI south of 0.95?", {"phase": "in delivery", "CPI": "below 0.95"}),
    ("projects with SPI north of 1", {"SPI": "above 1"}),
    ("which all Apollo requirements are must-have but verification is not yet over?", {"priority": "must", "status": "not verified", "project": "APOLLO"})])
def test_conditions_in_the_words_of_other_people_are_read(said: str, where: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert args["where"] == where


def test_a_word_of_their_titles_tells_which_of_many_are_changed() -> None:
    plan = planned_with_records("Set every furnish task on Dione to high priority.")
    ((_, args),) = plan.calls
    assert (args["where"]["title"], args["values"], plan.says) == ("furnish", {"priority": "high"}, "I took “furnish” for a word in the titles of those tasks.")


def test_a_word_that_stands_in_no_title_is_asked_about() -> None:
    plan = planned_with_records("Set every glittering task on Dione to high priority.")
    assert not plan.calls
    assert "glittering" in plan.says


def test_a_record_is_meant_by_all_but_the_first_words_of_its_calling() -> None:
    plan = planned_with_records("set the old furnish Zurich task to blocked")
    assert "DIONE-T-7" in str(plan.calls)


def test_one_word_of_several_is_too_little_to_be_its_calling() -> None:
    assert "APOLLO-T-5" not in str(planned_with_records("the login pages task is done").calls)


@pytest.mark.parametrize("said", ["will it snow in Vienna?", "what's the weather like in Zurich?", "is it going to rain in Vienna on the weekend?"])
def test_what_is_no_part_of_our_work_is_not_answered_by_a_record_that_names_the_place(said: str) -> None:
    assert not planned_with_records(said).calls


@pytest.mark.parametrize(("said", "where"), [
    ("move all tasks due in December by two weeks", {"due": "December", "status": "not done, cancelled"}),
    ("shift the december tasks of Zephyr by two weeks", {"project": "ZEPHYR", "due": "december", "status": "not done, cancelled"}),
    ("set the Rent budget line of Dione to 145k", {"key": "Rent", "project": "DIONE"}),
    ("Rent line of Dione: amount to be 145k, per Finance.", {"key": "Rent", "project": "DIONE"})])
def test_what_is_changed_is_narrowed_by_its_day_and_its_project(said: str, where: dict[str, str]) -> None:
    ((name, args),) = planned(said).calls
    assert (name, args["where"]) == ("change_records", where)


@pytest.mark.parametrize(("said", "where", "sort"), [
    ("which open projects are losing value, worst first?", {"phase": "not closed, cancelled", "drift": "above 15"}, "-benefit drift"),
    ("late projects, the worst first", {"finish delay": "above 0"}, "-finish delay"),
    ("which projects are over budget, biggest first?", {"overrun": "above 0"}, "-forecast overrun")])
def test_the_worst_of_those_that_are_told_of_come_first_by_what_tells_of_them(said: str, where: dict[str, str], sort: str) -> None:
    plan = planned(said)
    ((name, args),) = plan.calls
    assert (name, args["where"], args["sort"], plan.says) == ("find_records", where, sort, "")
