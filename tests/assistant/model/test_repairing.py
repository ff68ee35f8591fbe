"""What was refused and not made good is told: a wish that is lost beside another one would be taken for done."""
import asyncio
from collections.abc import Sequence
from typing import Any

from assistant import bootstrap
from assistant.messages import Answer, Question
from assistant.settings import Settings
from reports.formats.markdown import markdown
from tests.fakes.model import Model, calls, says, served, together

ANA = "ana@northlight.example"
LATER = calls("change_records", kind="task", where={"key": "APOLLO-T-12"}, values={"due": "no day at all"})
HIGH = calls("change_records", kind="task", where={"key": "APOLLO-T-12"}, values={"priority": "high"})


def told(settings: Settings, script: Sequence[dict[str, Any]], *texts: str) -> Answer:
    """The last answer of a thread."""
    with served(Model(script)) as url:
        here = bootstrap.assistant(settings.model_copy(update={"llm_base_url": url, "llm_model": "scripted", "llm_timeout": 5.0}))
        return [asyncio.run(here.answer(Question(f"q{n}", ANA, "t", text))) for n, text in enumerate(texts)][-1]


def shown(answer: Answer) -> str:
    return markdown(answer.blocks)


def test_a_change_that_was_refused_beside_another_of_the_same_tool_is_told(settings: Settings) -> None:
    answer = told(settings, [together(LATER, HIGH)], "move APOLLO-T-12 and set it to high")
    assert answer.proposal
    assert "no date I can read" in shown(answer)


def test_a_project_that_is_not_there_is_told_beside_the_one_that_is(settings: Settings) -> None:
    answer = told(settings, [together(calls("status_report", project="Zephyr"), calls("status_report", project="Apollo")), says("Apollo is off track.")],
                  "how do Zephyr and Apollo do?")
    assert "I know no project “Zephyr”." in shown(answer)


def test_a_wish_that_the_model_made_good_by_another_tool_is_no_longer_told(settings: Settings) -> None:
    there = calls("change_records", kind="task", where={"title": "Check the printer"}, values={"owner": "Mia"})
    anew = calls("create_record", kind="task", values={"title": "Check the printer", "project": "Apollo", "owner": "Mia"})
    answer = told(settings, [there, anew], "give the task Check the printer to Mia")
    assert [b.type for b in answer.blocks] == ["preview"]


def test_a_wish_of_another_field_makes_none_good(settings: Settings) -> None:
    answer = told(settings, [LATER, HIGH], "move APOLLO-T-12 and set it to high")
    assert answer.proposal
    assert "no date I can read" in shown(answer)


def test_what_a_charter_adds_by_itself_is_nothing_to_look_at_twice(settings: Settings) -> None:
    idea, more = "start a project: a portal for returns, live by end of June, budget 120k, saves 60k a year", "sponsor: Elena Marsh"
    answer = told(settings, [calls("start_project", text=idea), calls("start_project", text=f"{idea}. {more}")], idea, more)
    assert answer.proposal
    assert "Look twice" not in shown(answer)


def test_a_list_of_nothing_that_was_looked_for_anew_is_not_shown(settings: Settings) -> None:
    none, some = ({"project": "Apollo", **more} for more in (
        {"priority": "critical", "status": "open"}, {"due": "before today", "status": "open"}))
    found = [calls("find_records", kind="task", where=where) for where in (none, some)]
    answer = told(settings, [*found, says("I looked.")], "late and critical?")
    assert "There are no such tasks" not in shown(answer)
    assert "APOLLO-T-5" in shown(answer)


def test_what_two_tools_show_alike_stands_there_once(settings: Settings) -> None:
    both = together(calls("search_governance", question="what must a change request hold"), calls("search_governance", question="what a change request holds"))
    answer = told(settings, [both, says("I looked.")], "what must a change request hold?")
    assert shown(answer).count("It names what is to be different") == 1
