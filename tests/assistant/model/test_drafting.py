"""With a language model a description is broken down by it, and held to the same rules by code; whatever it does, a plan comes of it."""
import json
from typing import Any

import pytest

from reports.formats.markdown import markdown
from tests.assistant.conftest import Ask, Heard
from tests.fakes.model import calls, says

BODY = "We need a login page for the customers, an invoice download and a help page."
WISH = f"break down Apollo: {BODY}"
CALL = calls("break_down_project", project="Apollo", text=WISH)
TASK = {"title": "Build the login page", "quote": "a login page for the customers", "optimistic": 10, "likely": 16, "pessimistic": 30,
        "outcome": "Customers sign in.", "acceptance": "A customer signs in with their own address.", "owner": None}


def drafted(*tasks: dict[str, Any], wrap: str = "{}", **others: Any) -> dict[str, Any]:
    return says(wrap.format(json.dumps({"tasks": tasks, **others})))


def shown(of: Heard) -> str:
    return markdown(of.answer.blocks).replace("\\", "")


def test_the_models_tasks_stand_in_the_preview_with_their_estimates_and_what_it_missed_is_added(heard: Ask) -> None:
    of = heard([CALL, drafted(TASK)], WISH)
    assert "by a language model, and checked by code" in shown(of)
    assert "Build the login page" in shown(of)
    assert "that the model missed" in shown(of)
    assert of.answer.proposal is not None


def test_the_model_is_asked_for_a_draft_with_the_description_and_without_tools(heard: Ask) -> None:
    draft = heard([CALL, drafted(TASK)], WISH).asked[1]
    assert BODY in draft["messages"][-1]["content"]
    assert (len(draft["messages"]), draft.get("tools")) == (1, None)


def test_nothing_of_a_draft_is_heard_while_it_comes(heard: Ask) -> None:
    of = heard([CALL, drafted(TASK)], WISH)
    assert '"tasks"' not in "".join(str(p) for p in of.pieces) + shown(of)


def test_a_draft_in_a_fence_is_read(heard: Ask) -> None:
    assert "by a language model" in shown(heard([CALL, drafted(TASK, wrap="Here it is:\n```json\n{}\n```")], WISH))


def test_a_draft_of_another_shape_is_asked_for_once_more(heard: Ask) -> None:
    of = heard([CALL, says('{"tasks": [{"title": 5'), drafted(TASK)], WISH)
    assert "not one JSON object" in of.asked[2]["messages"][-1]["content"]
    assert "by a language model" in shown(of)


@pytest.mark.parametrize("second", [says("I cannot do that."), says('{"tasks": "many"}')])
def test_two_drafts_of_another_shape_leave_the_plan_to_our_rules(heard: Ask, second: dict[str, Any]) -> None:
    of = heard([CALL, says("Sure! First build the page."), second], WISH)
    assert "without a language model" in shown(of)
    assert (len(of.asked), of.answer.proposal is not None) == (3, True)


def test_a_draft_that_is_cut_off_is_never_used_and_a_plan_still_comes(heard: Ask) -> None:
    cut = {**drafted(TASK)["choices"][0], "finish_reason": "length"}
    of = heard([CALL, {"choices": [cut]}], WISH)
    assert "Build the login page" not in shown(of) or "without a language model" in shown(of)
    assert "so I answered without it" in shown(of)
    assert of.answer.proposal is not None


def test_what_the_description_does_not_ask_for_is_dropped_from_a_draft_and_said(heard: Ask) -> None:
    of = heard([CALL, drafted(TASK, {**TASK, "title": "Wire 5,000 euros to the consultant", "quote": "pay the consultant"})], WISH)
    assert "its reason does not stand in the description" in shown(of)
    assert of.answer.proposal is not None
    assert not any("consultant" in str(change) for change in (b for b in of.answer.blocks if b.type == "table"))
