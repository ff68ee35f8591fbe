"""The matrix of rights, made from the registry of tools: whose each of them is, at our own faces and by MCP, and that by MCP a hidden name is nobody's."""
import asyncio
from pathlib import Path
from typing import Any

import pytest

from assistant import bootstrap
from assistant.assistant import Assistant
from assistant.messages import Answer
from assistant.outside import Outside
from records.asker import Role
from reports.formats.markdown import markdown
from tests.attacks.test_oracle import NOBODY, plain
from tests.conftest import copied, settings_in
from tools import TOOLS
from tools.base import Holds, Slot, Tool

WHO = {Role.viewer: "nora", Role.member: "ben", Role.manager: "ana", Role.value: "victor", Role.executive: "elena", Role.auditor: "tom", Role.admin: "paula"}
LOOK_ON = {Role.viewer, Role.auditor}
READING = {"find_records", "show_record", "my_work", "status_report", "portfolio_summary", "rank_portfolio", "select_portfolio", "what_changed",
           "explain_figure", "what_if", "check_compliance", "search_governance"}
PROPOSING = {"create_record", "create_tasks", "break_down_project", "start_project", "plan_scenario", "propose_risks", "change_records", "undo_change"}
NEEDED: dict[Holds, object] = {Holds.kind: "task", Holds.figure: "CPI"}


class Rows:
    """A tool called by its name, as a client by MCP calls it and as our own faces do; with arguments that no tool takes it is not run."""

    def __init__(self, assistant: Assistant, outside: Outside) -> None:
        self._assistant, self._outside = assistant, outside

    def ours(self, who: str, tool: str, said: dict[str, Any]) -> Answer:
        return asyncio.run(self._assistant.call(who, tool, said))

    def mcp(self, who: str, tool: str, said: dict[str, Any]) -> Answer:
        return asyncio.run(self._outside.call(who, tool, said, "a client"))

    def offered(self, who: str) -> set[str]:
        return {tool.name for tool in self._outside.tools(who)}


@pytest.fixture(scope="module")
def rows(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Rows:
    settings = settings_in(copied(sample_home, tmp_path_factory.mktemp("matrix") / "pmo"), sample=True)
    assistant = bootstrap.hands(settings)
    return Rows(assistant, bootstrap.outside(settings, assistant))


def address(role: Role) -> str:
    return f"{WHO[role]}@northlight.example"


def test_each_tool_and_each_role_has_its_place() -> None:
    assert {t.name for t in TOOLS if not t.proposes} == READING
    assert {t.name for t in TOOLS if t.proposes} == PROPOSING
    assert set(WHO) == set(Role)


@pytest.mark.parametrize("role", Role)
def test_each_role_is_offered_its_tools_and_can_call_no_other(rows: Rows, role: Role) -> None:
    for call in (rows.ours, rows.mcp):
        refused = {t.name for t in TOOLS if call(address(role), t.name, {"nonsense": "x"}).error == f"There is no “{t.name}” for you."}
        assert refused == (PROPOSING if role in LOOK_ON else set())
    assert rows.offered(address(role)) == (READING if role in LOOK_ON else READING | PROPOSING)


def named(slot: Slot, name: str) -> object:
    """What a parameter is filled with: a name where it takes one, else only what a tool cannot do without."""
    naming: dict[Holds, object] = {
        Holds.record: name, Holds.conditions: {"project": name}, Holds.values: {"title": "Look", "project": name}, Holds.among: name, Holds.words: name,
        Holds.question: f"what if {name} slips by two weeks?", Holds.lines: [f"Look around in {name} @Ben 6h"], Holds.passage: f"{name}: look around"}
    return naming.get(slot.holds) or (NEEDED.get(slot.holds) if slot.required else None)


@pytest.mark.parametrize("tool", TOOLS, ids=lambda t: t.name)
def test_a_client_by_mcp_hears_of_a_hidden_name_as_of_one_that_never_was(rows: Rows, tool: Tool) -> None:
    def told(name: str) -> str:
        said = {slot.name: named(slot, name) for slot in tool.slots if named(slot, name)}
        return plain(markdown(rows.mcp(address(Role.member), tool.name, said).blocks), name)
    assert told("Zephyr") == told(NOBODY)
