"""The assistant with a language model, over real HTTP: it may try again, its words go through the guard, and its faults never reach the records."""
import asyncio
from collections.abc import Sequence
from pathlib import Path
import sqlite3
from typing import Any

import pytest

from assistant import bootstrap
from assistant.messages import Answer, Question
from assistant.settings import Settings
from reports.formats.markdown import markdown
from tests.fakes.model import Model, calls, says, served

ANA = "ana@northlight.example"
FINE = calls("create_record", kind="task", values={"title": "Fix it", "project": "Apollo", "hours": "3"})


def told(settings: Settings, script: Sequence[dict[str, Any] | int | bytes], text: str = "how is Apollo doing?") -> tuple[Answer, Model]:
    model = Model(script)
    with served(model) as url:
        there = settings.model_copy(update={"llm_base_url": url, "llm_model": "scripted", "llm_timeout": 5.0})
        return asyncio.run(bootstrap.assistant(there).answer(Question("q", ANA, "t", text))), model


def shown(answer: Answer) -> str:
    return markdown(answer.blocks).replace("\\", "")


def test_figures_are_placed_by_slot_and_an_invented_one_is_dropped(settings: Settings) -> None:
    answer, _ = told(settings, [calls("status_report", project="Apollo"), says("The CPI is [[apollo.cpi]]. Progress is 95 %. It needs your attention.")])
    assert shown(answer).startswith("The CPI is 0.85. It needs your attention.")


def test_a_refused_wish_goes_back_to_the_model_which_may_try_again(settings: Settings) -> None:
    wrong = calls("create_record", kind="task", values={"title": "X", "project": "Apollo", "hours": "-3"})
    answer, model = told(settings, [wrong, FINE], "create a task to fix it")
    assert ([b.type for b in answer.blocks], len(model.asked)) == (["preview"], 2)


def test_the_turn_ends_at_a_preview_and_nothing_is_written(settings: Settings, home: Path) -> None:
    answer, model = told(settings, [FINE, says("Done, I created it!")], "create a task to fix it")
    assert ("created" in shown(answer), len(model.asked)) == (False, 1)
    with sqlite3.connect(home / "pmo.db") as database:
        assert database.execute("select count(*) from task where title = 'Fix it'").fetchone()[0] == 0


@pytest.mark.parametrize("fault", [
    [500], [401], [b"<html>not json"], [{"choices": []}], [says("Apollo and the rest of the na", finish="length")],
    [calls("create_record", raw='{"kind": "task", "values": {"title": "Del', finish="length")], [says("")],
    [calls("create_record", raw="{no json"), calls("create_record", raw="{no json")],
])
def test_whatever_fails_the_planner_answers_and_nothing_is_written(settings: Settings, fault: list[dict[str, Any] | int | bytes]) -> None:
    answer, _ = told(settings, fault)
    assert "Apollo is off track" in shown(answer)
    assert answer.proposal is None


def test_a_model_that_asks_for_a_hidden_project_is_told_that_it_does_not_exist(settings: Settings) -> None:
    answer, model = told(settings, [calls("status_report", project="Zephyr"), says("There is none.")], "how is the secret project doing?")
    assert "I know no project “Zephyr”" in model.asked[1]["messages"][-1]["content"]
    assert "acquisition" not in shown(answer)


def test_the_model_is_told_today_who_asks_and_the_fields_but_never_the_clock_in_its_prefix(settings: Settings) -> None:
    _, model = told(settings, [says("Hello.")], "log a risk")
    system, last = model.asked[0]["messages"][0]["content"], model.asked[0]["messages"][-1]["content"]
    assert ("2026" in system, "Ana" in system) == (False, False)
    assert all(words in last for words in ("Wednesday 18 November 2026", "Ana Ruiz", "risk: title*, project,", "probability (1–5)"))


def test_a_viewer_is_not_even_offered_a_tool_that_proposes(settings: Settings) -> None:
    model = Model([says("Hello.")])
    with served(model) as url:
        there = settings.model_copy(update={"llm_base_url": url, "llm_model": "scripted"})
        asyncio.run(bootstrap.assistant(there).answer(Question("q", "nora@northlight.example", "t", "hello")))
    assert not {"create_record", "change_records"} & {t["function"]["name"] for t in model.asked[0]["tools"]}


def test_a_tool_that_is_off_is_not_offered_and_who_calls_it_all_the_same_is_told_by_which_rule(settings: Settings) -> None:
    hands, values = bootstrap.hands(settings), {"tool": "status report", "state": "off"}
    rule = asyncio.run(hands.call("paula@northlight.example", "create_record", {"kind": "tool rule", "values": values}))
    assert rule.proposal
    asyncio.run(hands.confirm("paula@northlight.example", rule.proposal.id))
    answer, model = told(settings, [calls("status_report", project="Apollo"), says("I could not look.")])
    assert "status_report" not in {t["function"]["name"] for t in model.asked[0]["tools"]}
    assert "\nThe PMO switched “status report” off here (TR-2).]" in model.asked[0]["messages"][-1]["content"]
    assert shown(answer) == "I could not look.\n\nThe PMO switched “status report” off here (TR-2)."


def test_an_answer_without_a_tool_of_which_nothing_may_be_shown_is_asked_for_again(settings: Settings) -> None:
    answer, model = told(settings, [says("Apollo has a CPI of 0.99."), calls("status_report", project="Apollo"), says("The CPI is [[apollo.cpi]].")])
    assert shown(answer).startswith("The CPI is 0.85.")
    assert "no tool was called" in model.asked[1]["messages"][-1]["content"]
    assert "no tool was called" not in model.asked[2]["messages"][-3]["content"]


def test_where_the_model_looks_nothing_up_the_planner_answers(settings: Settings) -> None:
    answer, model = told(settings, [says("Apollo has a CPI of 0.99.")])
    assert "looked nothing up, so I answered without it" in shown(answer)
    assert "Apollo is off track" in shown(answer)
    assert len(model.asked) == 2
