"""What is said and not answered is named; a thing that no record is called is looked for; a list goes on with what narrows it."""
from types import SimpleNamespace

import pytest

from assistant.planner.words.the_other import is_other
from tests.assistant.planner.asking import planned


def test_a_second_question_that_nothing_answers_is_named() -> None:
    plan = planned("who is on leave over Christmas and does it hurt?")
    assert plan.calls == (("find_records", {"kind": "absence", "where": {"start": "at most 2026-12-25", "end": "at least 2026-12-25"}}),)
    assert plan.later == "does it hurt"                      # of what is found nothing tells it, which is then said


def test_one_of_each_is_not_promised() -> None:
    plan = planned("latest milestone of each project")
    assert plan.calls == (("find_records", {"kind": "milestone", "sort": "-forecast"}),)
    assert plan.says.startswith("I cannot pick one of each")


@pytest.mark.parametrize(("text", "words"), [("how late is the portal going to be?", "portal"), ("what's the story with the showrooms?", "showroom")])
def test_a_thing_that_no_record_is_called_is_looked_for(text: str, words: str) -> None:
    plan = planned(text)
    assert plan.calls == (("find_records", {"words": words}),)
    assert plan.says.startswith("I know no project or record called")


def test_a_way_back_on_time_is_not_computed_and_three_near_figures_are_offered() -> None:
    plan = planned("cheapest way back on time for Apollo")
    assert (plan.calls, len(plan.choices)) == ((), 3)


def test_words_that_an_answer_takes_no_notice_of_are_named_with_what_may_be_nearer() -> None:
    plan = planned("is Apollo likely to annoy our neighbours")
    assert "“annoy”, “neighbours”" in plan.says
    assert len(plan.choices) == 3


def test_a_list_goes_on_with_what_narrows_it() -> None:
    call = SimpleNamespace(tool="find_records", said={"kind": "risk", "where": {"project": "APOLLO"}})
    earlier = SimpleNamespace(question="risks of Apollo", answer="", calls=(call,), keys=(), state="", failed=False, named=())
    (_, said), = planned("only the technical ones", earlier).calls  # type: ignore[arg-type]
    assert said == {"kind": "risk", "where": {"project": "APOLLO", "category": "technical"}}


@pytest.mark.parametrize("text", ["no, the other one", "sorry, the other task", "The other one please."])
def test_the_other_one_is_heard(text: str) -> None:
    assert is_other(text)
