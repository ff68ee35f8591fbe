"""A description and a method become one plan: worked out by hand on a small method."""
from dataclasses import replace
from datetime import date

from records.breakdown.checking import checked
from records.breakdown.merging import reaches
from records.breakdown.picking import picked
from records.breakdown.reconciling import There, source_of
from tests.records.breakdown.drawing import HOUSE, MONDAY, drawn, named, outline, waits

TEXT = "Scope:\n- Login page\n- Search\n\nThe load test must be done before the training. Dealers are out of scope."


def test_what_is_said_takes_the_place_of_the_step_that_means_it() -> None:
    assert outline(drawn(TEXT)) == ["1 Start", "1.1 Hold the kickoff", "1.2 Started", "2 Work", "2.1 Build login page", "2.2 Build search",
                                    "2.3 Run the load test before the training", "2.4 Train the users", "3 End", "3.1 Closed"]


def test_it_waits_for_what_that_step_waited_for() -> None:
    plan = drawn(TEXT)
    assert waits(plan, "Build search") == ["Started"]
    assert waits(plan, "Run the load test before the training") == ["Build login page", "Build search"]
    assert waits(plan, "Closed") == ["Train the users"]


def test_a_step_that_is_left_out_hands_on_what_it_waited_for() -> None:
    plan = drawn("- Login page", without=("testing",))
    assert waits(plan, "Train the users") == ["Build login page"]
    assert ("Test the whole", "you want the plan without it") in plan.left_out


def test_smaller_and_thorough_are_other_plans() -> None:
    assert [len(drawn("- Login page", size).activities) for size in ("smaller", "usual", "thorough")] == [5, 9, 10]


def test_dates_come_from_the_links_and_the_working_calendar() -> None:
    plan = drawn(TEXT, finish=date(2026, 11, 18))
    assert (named(plan, "Hold the kickoff").starts, named(plan, "Build search").ends) == (MONDAY, date(2026, 11, 17))
    # From Monday: the kickoff 4 h, a page 8 h, the load test 8 h, the training 8 h: 3.5 days of work, over on Thursday at noon.
    assert (plan.finish, plan.late) == (date(2026, 11, 19), 1)
    assert [plan.activities[n].title for n in plan.path] == ["Hold the kickoff", "Build login page", "Build search", "Run the load test before the training",
                                                             "Train the users"]


def test_whoever_is_named_does_it_and_a_role_goes_to_the_only_one_who_has_it() -> None:
    plan = drawn("- Ana to write the notice\n- Login page")
    assert [named(plan, t).owner_id for t in ("Write the notice", "Build login page", "Train the users")] == [2, 3, None]
    assert named(plan, "Train the users").flag == "nobody on the team is a trainer"


def test_of_two_who_could_do_it_none_is_taken() -> None:
    two = replace(HOUSE, team=(*HOUSE.team, replace(HOUSE.team[1], id=4, key="P-9", name="Mia Fischer")))
    assert named(drawn("- Login page", house=two), "Build login page").flag == "Ben Okafor and Mia Fischer could do it"


def test_an_estimate_says_what_it_rests_on() -> None:
    known = replace(HOUSE, history={"X-T-1": ("Build the login page", 30.0), "X-T-2": ("Build a login page", 50.0)})
    plan = drawn("- Login page\n- Search, 3 days\n- Print the flyers", house=known)
    efforts = [named(plan, title).effort for title in ("Build login page", "Build search", "Print the flyers")]
    assert [(e.likely, e.source) for e in efforts if e] == [(40.0, "history"), (24.0, "said"), (16.0, "rule")]


def test_a_circle_in_the_description_is_not_drawn() -> None:
    plan = drawn("- Build the search after the export is done\n- Write the export after the search is done")
    after = {a.number: a.after for a in plan.activities}
    assert not any(reaches(after, n, a.number) for a in plan.activities for n in a.after)
    assert len(plan.dropped) == 1


def test_links_and_parents_that_are_not_there_are_taken_out() -> None:
    a, b = drawn("- Login page").activities[1:3]
    sound, said = checked([replace(a, number=0, parent=0, after=(1, 7), quote="never said"), replace(b, number=1, parent=None, after=(0,))], "text")
    assert ([x.after for x in sound], sound[0].parent, sound[0].quote) == ([(1,), ()], None, "")
    assert len(said) == 4


def test_a_second_run_makes_nothing_even_where_a_task_was_renamed() -> None:
    plan = drawn(TEXT)
    there = [There(n, f"X-{n}", "Renamed" if n == 5 else a.title, source_of(a)) for n, a in enumerate(plan.activities, 1)]
    known = [t for t, a in zip(there, plan.activities, strict=True) if a.form == "milestone"]
    again = drawn(TEXT, house=replace(HOUSE, tasks=[t for t in there if t not in known], milestones=known))
    assert [a.title for a in again.activities if not a.known] == []


def test_what_is_near_is_said() -> None:
    near = replace(HOUSE, tasks=(There(1, "X-T-1", "Build the login page for dealers"),), elsewhere={"Y-T-1": "Build the search"})
    plan = drawn("- Login page\n- Search", house=near)
    assert named(plan, "Build login page").near == "overlaps with X-T-1 “Build the login page for dealers”"
    assert named(plan, "Build search").near == "the same as Y-T-1 “Build the search” of another project"


def test_some_of_a_plan_keeps_numbers_and_order() -> None:
    plan = picked(drawn(TEXT), ("1.1", "2"), ("2.1", "2.3"))
    assert outline(plan) == ["1 Start", "1.1 Hold the kickoff", "2 Work", "2.2 Build search", "2.4 Train the users"]
    assert (waits(plan, "Build search"), waits(plan, "Train the users")) == (["Hold the kickoff"], ["Build search"])


def test_without_the_right_to_milestones_the_links_go_on() -> None:
    plan = drawn("- Login page", house=replace(HOUSE, has_milestones=False))
    assert waits(plan, "Build login page") == ["Hold the kickoff"]


def test_points_below_a_point_are_summed_up_by_it() -> None:
    plan = drawn("Scope:\n- Build the portal\n  - Login page\n  - Search")
    assert named(plan, "Build the portal").form == "summary"
    assert [a.wbs for a in plan.activities if a.title in ("Build login page", "Build search")] == ["2.1.1", "2.1.2"]
    assert waits(plan, "Test the whole") == ["Build login page", "Build search"]
