"""Tools switched on and off by role and by face: what is off is not offered, is refused by the name of the rule, and comes back with its undoing."""
import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
import re
from typing import get_args

import pytest

from assistant import bootstrap
from assistant.assistant import Assistant
from assistant.at_a_glance import Glances
from assistant.messages import Answer, Question
from assistant.outside import Outside
from records.asker import Face, Role
from records.kinds.tool_rule import Name, Whose
from reports.blocks import Choices, Text
from tests.conftest import copied, settings_in
from tools import TOOLS

PAULA, BEN, CARLA, NORA = (f"{name}@northlight.example" for name in ("paula", "ben", "carla", "nora"))      # admin, member, project manager, viewer


@dataclass
class House:
    """The sample company with what a test rules; all of it is undone again."""
    assistant: Assistant
    outside: Outside
    glances: Glances
    number: Iterator[int] = field(default_factory=count)
    made: list[str] = field(default_factory=list)

    def rule(self, **said: str) -> Answer:
        shown = asyncio.run(self.assistant.call(PAULA, "create_record", {"kind": "tool rule", "values": {"state": "off", **said}}, "rules"))
        if shown.proposal is None:
            return shown
        self.made.append(shown.proposal.id)
        return asyncio.run(self.assistant.confirm(PAULA, shown.proposal.id))

    def undo(self) -> None:
        while self.made:
            assert asyncio.run(self.assistant.confirm(PAULA, self.made.pop(), "undo")).error is None

    def call(self, who: str, tool: str, face: Face = "all", said: Mapping[str, str] | None = None) -> str:
        """Why a call came to nothing, "" where it did."""
        return asyncio.run(self.assistant.call(who, tool, said or {}, face=face)).error or ""

    def ask(self, who: str, text: str, face: Face = "all") -> Answer:
        number = next(self.number)
        return asyncio.run(self.assistant.answer(Question(f"s{number}", who, f"s{number}", text, face=face)))


@pytest.fixture(scope="module")
def company(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> House:
    settings = settings_in(copied(sample_home, tmp_path_factory.mktemp("switching") / "pmo"))
    assistant = bootstrap.assistant(settings)
    return House(assistant, bootstrap.outside(settings, assistant), bootstrap.office(settings).glances)


@pytest.fixture
def house(company: House) -> Iterator[House]:
    yield company
    company.undo()


def is_off(said: str, tool: str) -> bool:
    return bool(re.fullmatch(rf"The PMO switched “{tool}” off here \(TR-\d+\)\.", said))


def first(answer: Answer) -> str:
    return next(b.text for b in answer.blocks if isinstance(b, Text))


def test_a_rule_may_name_each_tool_and_each_role() -> None:
    assert sorted(get_args(Name)) == sorted(t.name for t in TOOLS)
    assert get_args(Whose) == ("all", *Role)


def test_a_rule_for_a_role_holds_for_that_role_at_every_face(house: House) -> None:
    house.rule(tool="my work", role="member")
    assert all(is_off(house.call(BEN, "my_work", face), "my work") for face in get_args(Face))
    assert house.call(CARLA, "my_work", "slack") == ""


def test_a_rule_for_a_face_holds_for_everybody_there(house: House) -> None:
    house.rule(tool="my work", face="slack")
    assert all(is_off(house.call(who, "my_work", "slack"), "my work") for who in (PAULA, BEN))
    assert house.call(BEN, "my_work", "page") == house.call(BEN, "my_work") == ""


def test_what_is_said_most_closely_holds_and_of_the_same_the_latest(house: House) -> None:
    house.rule(tool="my work")
    house.rule(tool="my work", face="slack", state="on")
    house.rule(tool="my work", role="member")
    house.rule(tool="my work", role="member", face="slack", state="on")
    assert [bool(house.call(CARLA, "my_work", "page")), bool(house.call(CARLA, "my_work", "slack"))] == [True, False]
    assert [bool(house.call(BEN, "my_work", "page")), bool(house.call(BEN, "my_work", "slack"))] == [True, False]
    house.rule(tool="my work", state="on")
    assert house.call(CARLA, "my_work", "page") == ""


def test_a_client_by_mcp_is_not_offered_what_is_off_there(house: House) -> None:
    house.rule(tool="what if", face="mcp")
    assert {t.name for t in TOOLS} - {t.name for t in house.outside.tools(PAULA)} == {"what_if"}
    assert asyncio.run(house.outside.call(PAULA, "what_if", {"question": "what if Apollo stops?"}, "client")).error
    house.undo()
    assert len(house.outside.tools(PAULA)) == len(TOOLS)


def test_work_at_a_glance_says_that_it_is_switched_off_where_it_is(house: House) -> None:
    house.rule(tool="my work", face="slack")
    there, elsewhere = house.glances.of(BEN, "slack"), house.glances.of(BEN, "page")
    assert [is_off(b.text, "my work") for b in there.mine if isinstance(b, Text)] == [True]
    assert not there.waiting
    assert (set(there.off), set(elsewhere.off), bool(elsewhere.mine)) == ({"my_work"}, set(), True)
    assert there.projects == elsewhere.projects


def test_the_planner_says_that_the_tool_is_off_and_offers_what_works(house: House) -> None:
    house.rule(tool="status report", role="member", face="slack", reason="Reports are read on the page.")
    said = house.ask(BEN, "how is Apollo doing?", "slack")
    assert is_off(first(said), "status report")
    options = [option for b in said.blocks if isinstance(b, Choices) for option in b.options]
    assert options
    assert not [o for o in options if "switched" in str(house.ask(BEN, o, "slack").blocks)]
    assert "switched" not in str(house.ask(BEN, "how is Apollo doing?", "page").blocks)


def test_what_is_off_is_not_proposed_either(house: House) -> None:
    house.rule(tool="status report")
    options = [option for b in house.ask(BEN, "what can you do?").blocks if isinstance(b, Choices) for option in b.options]
    assert options == ["how is the portfolio?", "what should I do today?"]


def test_undoing_a_rule_brings_the_tool_back(house: House) -> None:
    house.rule(tool="status report")
    assert "switched" in first(house.ask(BEN, "how is Apollo doing?"))
    house.undo()
    assert "switched" not in first(house.ask(BEN, "how is Apollo doing?"))


def test_what_makes_rules_may_be_off_and_a_click_still_takes_the_rule_back(house: House) -> None:
    house.rule(tool="create record")
    assert house.rule(tool="my work").error
    house.undo()
    assert house.call(PAULA, "create_record", said={}) != ""


def test_what_a_role_may_never_do_is_not_said_to_be_switched_off(house: House) -> None:
    house.rule(tool="create tasks")
    assert house.call(NORA, "create_tasks") == "There is no “create_tasks” for you."


def test_a_wrong_name_is_refused_with_the_nearest(house: House) -> None:
    assert house.rule(tool="status rapport").error == "“status rapport” is no tool; did you mean status_report?"


@pytest.mark.parametrize(("said", "shown"), [
    ("switch off the tool what_if for viewers in Slack because it confuses", {"tool": "what_if", "role": "viewer", "face": "slack", "reason": "it confuses"}),
    ("turn off the tool rank portfolio for members", {"tool": "rank_portfolio", "role": "member", "state": "off"}),
    ("turn on the tool my work on the page", {"tool": "my_work", "face": "page", "state": "on"})])
def test_an_admin_says_it_in_a_sentence(house: House, said: str, shown: Mapping[str, str]) -> None:
    answer = house.ask(PAULA, said)
    assert answer.proposal
    assert {c.field: c.after for c in answer.proposal.changes}.items() >= shown.items()
    asyncio.run(house.assistant.confirm(PAULA, answer.proposal.id, "discard"))
