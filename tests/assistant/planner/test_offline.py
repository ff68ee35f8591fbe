"""The planner as LangChain's chat model: bound tools, calls, the sentence with its choices, and silence once tools ran."""
from langchain_core.messages import AIMessage, HumanMessage, ToolMessage
from langchain_core.tools import StructuredTool
import pytest

from assistant.model.offline import OfflinePlanner
from assistant.planner.offline import Known
from reports.blocks import Table
from tests.assistant.planner.asking import NAMES, TODAY, planned
from tests.steps import as_the_square, steps
from tools import TOOLS
from tools.base import Result

KNOWN = Known(NAMES, TODAY, me="Ana Ruiz")
BOUND = OfflinePlanner().bind_tools([StructuredTool.from_function(func=lambda: "", name=t.name, description=t.says) for t in TOOLS])


def said(*messages: HumanMessage | AIMessage | ToolMessage) -> AIMessage:
    return BOUND.invoke(list(messages), None, known=KNOWN)


def test_a_request_becomes_a_tool_call() -> None:
    answer = said(HumanMessage("how is Apollo doing?"))
    assert [(c["name"], c["args"]) for c in answer.tool_calls] == [("status_report", {"project": "APOLLO"})]
    assert answer.response_metadata["model_provider"] == "offline"


def test_what_is_not_understood_comes_as_a_sentence_with_choices() -> None:
    answer = said(HumanMessage("sing me a song"))
    assert not answer.tool_calls
    assert answer.text.startswith("I cannot answer that")
    assert answer.additional_kwargs["understood"] is False
    assert len(answer.additional_kwargs["choices"]) == 3


def test_once_tools_ran_their_blocks_speak() -> None:
    first = said(HumanMessage("how is Apollo doing?"))
    after = said(HumanMessage("how is Apollo doing?"), first, ToolMessage("…", tool_call_id=str(first.tool_calls[0]["id"])))
    assert (after.text, after.tool_calls) == ("", [])


def test_a_second_thought_is_called_once_the_first_was_shown() -> None:
    wish = HumanMessage("which risks on Apollo are open and which of them have no owner?")
    first = said(wish)
    shown = Table("2 risks", ("risk", "owner"), (("APOLLO-R-1", "Ben Okafor"), ("APOLLO-R-3", "")), keys=("APOLLO-R-1", "APOLLO-R-3"))
    came = ToolMessage("…", tool_call_id=str(first.tool_calls[0]["id"]), artifact=Result((shown,)))
    second = said(wish, first, came)
    assert [c["args"]["where"] for c in second.tool_calls] == [{"status": "not closed", "project": "APOLLO", "owner": "nobody"}]
    assert not said(wish, first, came, second, ToolMessage("…", tool_call_id=str(second.tool_calls[0]["id"]), artifact=Result((shown,)))).tool_calls


def test_only_the_tools_that_are_bound_are_called() -> None:
    few = OfflinePlanner().bind_tools([StructuredTool.from_function(func=lambda: "", name="find_records", description="list")])
    answer = few.invoke([HumanMessage("how is Apollo doing?")], None, known=KNOWN)
    assert {c["name"] for c in answer.tool_calls} <= {"find_records"}


def a_long_wish(clauses: int) -> str:
    return "create a task for Ana on Apollo: " + "test the page, then the other one and log it on Friday; " * clauses


def test_forty_thousand_characters_are_planned() -> None:
    plan = planned(a_long_wish(720))
    assert [name for name, _ in plan.calls] == ["create_tasks"]


@pytest.mark.slow
def test_a_long_message_is_no_more_work_than_in_proportion() -> None:
    planned(a_long_wish(90))                         # what is made once for all, such as patterns, is no work of a message
    assert not as_the_square([steps(lambda clauses=clauses: planned(a_long_wish(clauses))) for clauses in (180, 360, 720)])  # type: ignore[misc]
