"""What executives ask: how close an objective is, why a project still is there, which is worst, what is about “it”, whether a milestone holds."""
from typing import Any

import pytest

from assistant.calling import Call, Past
from assistant.planner.heard.wording import FIRST_OF_WORST, REASONS_WRITTEN, SAME_PROBLEM
from tests.assistant.planner.asking import planned

WORST = Past("Which project has the worst NPV?", "| project | NPV |", (Call("rank_portfolio", {"by": "NPV", "end": "bottom"}),), ("FORTUNA", "DIONE", "APOLLO"),
             named=(("FORTUNA", "Fortuna"), ("DIONE", "Dione"), ("APOLLO", "Apollo")))
RANKED = Past("rank the projects by NPV", "| project | NPV |", (Call("rank_portfolio", {"by": "NPV"}),), ("ZEPHYR", "BOREALIS", "APOLLO"))
STATUS = Past("How is Zephyr doing?", "Zephyr is off track.", (Call("status_report", {"project": "ZEPHYR"}),), ("ZEPHYR",))
MINE = Past("list my projects", "| project |", (Call("find_records", {"kind": "project", "where": {"manager": "me"}}),), ("ZEPHYR", "DIONE", "ELARA"))
REQUESTS = Past("pending change requests", "| change request |", (Call("find_records", {"kind": "change request"}),), ("APOLLO-CR-2", "CORVUS-CR-1"),
                named=(("APOLLO-CR-2", "Add single sign-on for dealers"), ("CORVUS-CR-1", "Rent scanners for the training")))


def said(text: str, *past: Past) -> list[dict[str, Any]]:
    return [dict(args) for _, args in planned(text, *past).calls]


@pytest.mark.parametrize(("text", "objective"), [
    ("How close are we to the target of 4,200 for our energy use?", "OBJ-4"), ("Where do we stand on entering the Nordic market?", "OBJ-5"),
    ("Is the cost of service going down yet? We wanted 15 percent less.", "OBJ-1"), ("are we any closer to the Nordic market?", "OBJ-5"),
    ("how are we doing on shipping every order within two days?", "OBJ-3"), ("did we reach our goal of selling more connected products?", "OBJ-2")])
def test_how_close_an_objective_is_is_told_with_the_projects_that_serve_it(text: str, objective: str) -> None:
    assert said(text) == [{"figure": "attainment", "record": objective}, {"kind": "project", "where": {"objective": objective}}]


@pytest.mark.parametrize("text", ["which project is supposed to get us into the Nordic market?", "is any project working on entering the Nordic market?"])
def test_which_project_serves_an_objective_is_a_list_of_projects(text: str) -> None:
    assert said(text) == [{"kind": "project", "where": {"objective": "OBJ-5"}}]


@pytest.mark.parametrize("text", ["how is Zephyr doing?", "which benefits serve OBJ-3?", "how many objectives do we have?", "how is the portfolio?"])
def test_what_is_asked_of_no_objective_is_no_attainment(text: str) -> None:
    assert "attainment" not in str(said(text))


@pytest.mark.parametrize("text", ["Fortuna has a negative NPV, so why is it still a candidate?", "why haven't we started Fortuna yet?", ("why is Fortuna not "
                                                                                                                                        "stopped yet?"),
                                  "Fortuna serves no objective, why do we still keep it on the list?"])
def test_why_a_project_is_still_there_is_told_by_its_reasons(text: str) -> None:
    assert said(text) == [{"project": "FORTUNA", "focus": "why"}]


@pytest.mark.parametrize(("text", "project"), [("Zephyr is red on delivery, what are the reasons?", "ZEPHYR"), ("Apollo is late, why?", "APOLLO"),
                                               ("Why does Ana still call Apollo green when the records say red?", "APOLLO")])
def test_what_is_known_of_a_project_before_the_question_is_no_change_of_it(text: str, project: str) -> None:
    assert said(text) == [{"project": project, "focus": "why"}]


@pytest.mark.parametrize("text", ["what should I do first about Apollo?", "where should we start with Apollo?", "which one should I tackle first on Apollo?"])
def test_what_to_do_first_is_for_people_to_weigh(text: str) -> None:
    plan = planned(text)
    assert (plan.calls[0][1], plan.says) == ({"project": "APOLLO", "focus": "why"}, FIRST_OF_WORST)


@pytest.mark.parametrize("text", ["Apollo is behind, how many tasks are overdue?", "Apollo is green, what does Corvus look like?"])
def test_another_question_behind_what_is_known_is_no_why(text: str) -> None:
    assert "why" not in str(said(text))


@pytest.mark.parametrize("text", ["Which of my projects is in the worst shape and why?", "which of my projects is worst off?", ("what is my worst project and "
                                                                                                                               "why?")])
def test_the_worst_of_mine_is_told_of_mine_alone(text: str) -> None:
    assert said(text) == [{"focus": "worst", "of": "how are my projects doing, the worst?"}]


def test_the_worst_of_somebody_or_of_all_is_told_of_theirs() -> None:
    assert said("which of Sofia's projects is in the worst shape?")[0]["of"] == "how are Sofia's projects doing, the worst?"
    assert said("which project is in the worst shape and why?") == [{"focus": "worst"}]


@pytest.mark.parametrize("text", ["why is the benefit of Dione so low?", "and Dione? why is its benefit so low", "why did the benefits of Dione drop?"])
def test_why_a_benefit_is_low_is_what_was_changed_of_it(text: str) -> None:
    plan = planned(text)
    assert [dict(args) for _, args in plan.calls] == [{"project": "DIONE", "focus": "value"}, {"project": "DIONE", "only": "benefits forecast"}]
    assert plan.says == REASONS_WRITTEN


@pytest.mark.parametrize(("text", "expected"), [
    ("And who owns its benefits?", {"kind": "benefit", "where": {"project": "FORTUNA"}}), ("what is it about?", {"record": "FORTUNA", "field": "purpose"}),
    ("What would have to happen for it to break even?", {"figure": "switching", "project": "FORTUNA"}),
    ("What does the strategic scoring say about it?", {"by": "score", "project": "FORTUNA"})])
def test_the_one_that_was_asked_for_is_it(text: str, expected: dict[str, Any]) -> None:
    assert said(text, WORST) == [expected]


def test_of_many_that_were_ranked_none_is_it() -> None:
    assert said("What does the strategic scoring say about it?", RANKED) != [{"by": "score", "project": "ZEPHYR"}]


@pytest.mark.parametrize("text", ["how does Fortuna score?", "what is the board score of Fortuna", "what does the scoring say about Fortuna?"])
def test_the_score_of_a_project_is_its_place(text: str) -> None:
    assert said(text) in ([{"by": "score", "project": "FORTUNA"}], [{"figure": "board_score", "project": "FORTUNA"}])


@pytest.mark.parametrize("text", ["What is it costing us compared to the plan?", "is it cheaper than planned?", ("how much have we spent on it compared with "
                                                                                                                "the budget?")])
def test_money_against_the_plan_is_told_by_the_cost(text: str) -> None:
    assert said(text, STATUS) == [{"project": "ZEPHYR", "focus": "cost"}]


def test_the_same_of_another_is_the_same() -> None:
    cost = Past("is Zephyr cheaper than planned?", "Zephyr has spent", (Call("status_report", {"project": "ZEPHYR", "focus": "cost"}),), ("ZEPHYR",))
    assert said("And the same for Borealis please.", cost) == [{"project": "BOREALIS", "focus": "cost"}]


@pytest.mark.parametrize(("text", "colour"), [("only those which are not green", "not green"), ("which of them are red?", "red"), (("just the amber "
                                                                                                                                   "ones"), "amber")])
def test_a_list_of_projects_is_narrowed_by_a_colour(text: str, colour: str) -> None:
    assert said(text, MINE) == [{"kind": "project", "where": {"manager": "me", "colour": colour}}]


def test_a_list_of_projects_is_narrowed_by_a_verdict() -> None:
    assert said("and which are off track?", MINE)[0]["where"] == {"manager": "me", "delivery": "off track"}


@pytest.mark.parametrize("text", ["list my projects", "show me my projects", "what are my projects?"])
def test_my_projects_are_those_i_lead_or_sponsor(text: str) -> None:
    assert said(text) == [{"kind": "project", "where": {"key": "my projects"}}]


def test_the_candidates_are_a_list() -> None:
    assert said("which candidates do we have?") == [{"kind": "project", "where": {"phase": "candidate"}}]


@pytest.mark.parametrize("text", ["will CORVUS-MS-3 be reached in February?", "are we going to make CORVUS-MS-3 in February?", "is CORVUS-MS-3 still on?"])
def test_whether_a_milestone_holds_is_told_by_its_forecast(text: str) -> None:
    assert said(text) == [{"record": "CORVUS-MS-3", "field": "forecast"}]


@pytest.mark.parametrize("text", ["What happens with Gate 2 of Apollo on Monday, is it still on?", "is gate 2 of Apollo still on for Monday?"])
def test_whether_a_gate_holds_is_told_by_its_milestone(text: str) -> None:
    assert said(text) == [{"kind": "milestone", "where": {"type": "gate", "project": "APOLLO", "title": "gate 2"}}]


@pytest.mark.parametrize("text", ["Which one hurts the finish date more?", "which one delays us most?"])
def test_what_delays_most_is_told_by_the_days(text: str) -> None:
    assert said(text, REQUESTS)[0]["sort"] == "-days effect"


def test_a_question_in_plain_words_is_the_question() -> None:
    assert said("In plain words, what is Dione about?") == said("what is Dione about?")


def test_the_task_with_the_most_hours_stands_first() -> None:
    assert said("which task has the most hours?")[0]["sort"] == "-hours"


def test_what_is_left_behind_a_question_of_the_plan_is_told_too() -> None:
    assert said("have we spent more than planned on Corvus so far? how much is left") == [
        {"project": "CORVUS", "focus": "cost"}, {"figure": "budget_left", "project": "CORVUS"}]


def test_what_somebody_says_is_asked_of_the_records() -> None:
    assert said("Somebody told Nora that Corvus has run out of money. Is that true?") == [{"project": "CORVUS", "focus": "cost"}]


@pytest.mark.parametrize(("text", "concerns"), [
    ("Elara is closed: did it deliver what it promised, in money, time and benefits?", ["cost", "schedule", "value"]),
    ("did Elara deliver in time and in budget?", ["schedule", "cost"]), ("how is Elara on cost and time?", ["cost", "schedule"])])
def test_each_concern_of_a_project_is_told(text: str, concerns: list[str]) -> None:
    assert said(text) == [{"project": "ELARA", "focus": each} for each in concerns]


@pytest.mark.parametrize("text", ["How is Zephyr doing, in two sentences?", "Zephyr in one sentence"])
def test_a_status_in_sentences_is_no_more(text: str) -> None:
    assert said(text) == [{"project": "ZEPHYR", "focus": "sentences"}]


@pytest.mark.parametrize("text", ["Break the budget down by category, I need to see labour against everything else.", "split the budget by category"])
def test_a_budget_is_broken_down_by_its_lines(text: str) -> None:
    assert said(text) == [{"kind": "budget line", "group": "total amount by category"}]


def test_the_cash_flows_are_cumulated() -> None:
    assert said("Show me the cash flows of Zephyr year by year, costs and benefits, and the cumulated total.") == [
        {"kind": "cash flow", "where": {"project": "ZEPHYR"}, "show": "cumulated"}]


def test_what_a_euro_still_brings_is_a_figure_of_its_own() -> None:
    assert said("Which of our projects gives the most value per euro still to be spent?") == [{"kind": "project", "sort": "-value per euro to come"}]


def test_what_stopping_them_saves_is_told_of_each() -> None:
    listed = Past("which projects are no longer worth it?", "| project |", (Call("find_records", {"kind": "project"}),), ("DIONE", "FORTUNA"))
    assert said("what would we save by stopping them?", listed) == [{"project": "DIONE", "focus": "stop"}, {"project": "FORTUNA", "focus": "stop"}]


def test_who_can_act_on_it_is_told_by_the_rules() -> None:
    assert said("who can do something about it?", STATUS) == [{"project": "ZEPHYR"}]


def test_the_same_problem_is_what_was_lacking() -> None:
    unowned = Past("benefits of Corvus without an owner", "| benefit |", (Call("find_records", {
        "kind": "benefit", "where": {"project": "CORVUS", "owner": "nobody"}}),), ("CORVUS-BN-2",))
    assert said("Which other projects have the same problem?", unowned) == [{"kind": "benefit", "where": {"owner": "nothing"}}]
    assert planned("Which other projects have the same problem?", STATUS).says == SAME_PROBLEM
