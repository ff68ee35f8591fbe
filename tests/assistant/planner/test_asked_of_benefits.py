"""Who answers for benefits asks when they are measured, who is behind with it, and what came of what was promised."""
import pytest

from assistant.planner.reworded.asked_of_benefits import LATE, NEXT, asked_of_benefits
from tests.assistant.planner.asking import planned


@pytest.mark.parametrize("text", ["Which benefits have to be measured next?", "which benefit is measured next?", "Which benefits are due for measurement soon?",
                                  "when is the next benefit measurement?", "next benefit to be measured", "who has to measure benefits next?",
                                  "Which benefits have to be measured next, and who has to do it?"])
def test_what_is_measured_next_is_a_list_by_that_day(text: str) -> None:
    assert asked_of_benefits(text) == NEXT
    assert planned(text).calls[0][1] == {"kind": "benefit", "where": {"review": "after yesterday"}, "sort": "next measurement"}


@pytest.mark.parametrize("text", ["Who is behind on measuring benefits, and since when?", "Who is behind with the benefit reviews?", ("which benefit reviews "
                                                                                                                                     "are overdue?"),
                                  "which benefits have not been measured in time?"])
def test_who_is_behind_is_a_list_of_days_that_are_past(text: str) -> None:
    assert asked_of_benefits(text) == LATE
    assert planned(text).calls[0][1]["where"] == {"review": "before today"}


@pytest.mark.parametrize("text", ["How much benefit did we promise in total, how much do we expect now and what has actually arrived?", ("what did we promise "
                                                                                                                                        "and what did we get?"),
                                  "How much benefit did we promise in total?", "how much benefit has actually arrived?", ("how much of the benefits has come "
                                                                                                                         "so far?")])
def test_what_was_promised_and_came_is_told_by_the_benefits(text: str) -> None:
    assert planned(text).calls == (("find_records", {"kind": "benefit"}),)


def test_what_was_promised_on_one_project_is_told_by_its_benefits() -> None:
    assert planned("what was promised on Corvus and what came").calls == (("find_records", {"kind": "benefit", "where": {"project": "CORVUS"}}),)


@pytest.mark.parametrize("text", ["what do we expect?", "what did we promise?", "how much did we spend and how much do we expect?", ("what has come in since "
                                                                                                                                    "Monday"),
                                  "which benefits are due for measuring in December?", "who has to review the risks next"])
def test_what_is_asked_of_else_stays(text: str) -> None:
    assert asked_of_benefits(text) == text


@pytest.mark.parametrize(("text", "plain"), [("Which benefits am I personally on the hook for?", "Which benefits am I responsible for?"),
                                             ("which risks is Ben Okafor answerable for?", "which risks is Ben Okafor responsible for?")])
def test_who_is_on_the_hook_is_responsible(text: str, plain: str) -> None:
    assert asked_of_benefits(text) == plain
