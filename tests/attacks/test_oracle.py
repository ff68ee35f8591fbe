"""A hidden name and one that nobody ever gave are answered alike, at every door."""
import asyncio
import re

import pytest

from assistant.assistant import Assistant
from assistant.messages import Question
from records.errors import Sorry
from reports.formats.markdown import markdown

NOBODY = "Qephyr"                       # as long as the hidden name, and no nearer to any other
SAID = (
    "how is {} doing?", "show {}", "status report for {}", "tasks of {}", "risks of {}", "who is on {}?", "what changed on {} since Monday?",
    "create a project called {}", "create a task in {}: look around", "log a risk on {}: it may leak", "move T-12 to {}", "search {}",
    "what is the NPV of {}?", "how many open tasks has {}?", "compare Apollo and {}", "who is the sponsor of {}?", "add Ben to {}", "comment on {}: hello",
    "what if {} slips by two weeks?", "milestones of {}", "show {}-T-1", "mark {}-T-2 done", "history of {}-MS-1", "what did {} say?",
    "export {}", "undo {}", "how was {} last Friday?", "note on {}-T-1: hello", "make T-12 wait for {}-T-1", "declare {} green until 2027-01-31 because so",
    "make Ben the manager of {}",
)
CALLS = (
    ("status_report", {"project": "{}"}), ("show_record", {"record": "{}"}), ("what_changed", {"project": "{}"}), ("show_record", {"record": "{}-T-1"}),
    ("find_records", {"kind": "task", "where": {"project": "{}"}}), ("find_records", {"kind": "comment", "where": {"about": "{}-T-1"}}),
    ("find_records", {"words": "{}"}), ("create_record", {"kind": "task", "values": {"title": "x", "project": "{}"}}),
    ("create_record", {"kind": "comment", "values": {"text": "x", "about": "{}-T-1"}}),
)


def filled(said: object, name: str) -> object:
    if isinstance(said, dict):
        return {k: filled(v, name) for k, v in said.items()}
    return str(said).format(name)


def plain(told: str, name: str) -> str:
    for said in (name, name.upper(), name.lower()):
        told = told.replace(said, "NAME")
    return re.sub(r"P-[0-9a-f]{8}", "P-", told)            # the number of a proposal is its own each time


def answered(assistant: Assistant, says: str, name: str) -> str:
    answer = asyncio.run(assistant.answer(Question(name, "ben@northlight.example", f"t{name}", says.format(name))))
    return plain(markdown(answer.blocks), name)


@pytest.mark.parametrize("says", SAID)
def test_a_hidden_project_is_answered_like_one_that_never_was(assistant: Assistant, says: str) -> None:
    assert answered(assistant, says, "Zephyr") == answered(assistant, says, NOBODY)


@pytest.mark.parametrize(("tool", "given"), CALLS)
def test_a_tool_tells_no_more_of_it(assistant: Assistant, tool: str, given: dict[str, object]) -> None:
    def called(name: str) -> str:
        try:
            return plain(markdown(asyncio.run(assistant.call("ben@northlight.example", tool, filled(given, name))).blocks), name)  # type: ignore[arg-type]
        except Sorry as sorry:
            return plain(str(sorry), name)
    assert called("Zephyr") == called(NOBODY)
