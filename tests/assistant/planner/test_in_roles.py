"""Several people in several roles of one record, each in its own; a role that the record has not is left out and told."""
import pytest

from assistant.calling import Call, Past
from assistant.planner.heard.wording import LEFT_OUT
from tests.assistant.planner.asking import planned


@pytest.mark.parametrize("text", ["make Victor sponsor of Dione and Ana its project manager", "set the sponsor of Dione to Victor and the manager to Ana",
                                  "Victor is the sponsor of Dione, Ana the manager", "Dione: sponsor Victor, manager Ana", "Ana manages Dione and Victor sponsors it",
                                  "let Victor sponsor Dione and Ana lead it", "the manager of Dione is Ana and the sponsor is Victor"])
def test_each_gets_the_role_that_is_said_of_them(text: str) -> None:
    (_, args), = planned(text).calls
    assert args == {"kind": "project", "where": {"key": "DIONE"}, "values": {"sponsor": "Victor", "manager": "Ana"}}


def test_a_record_shown_last_is_meant_where_none_is_named() -> None:
    shown = Past("show APOLLO-R-1", "", (Call("show_record", {"record": "APOLLO-R-1"}),), ("APOLLO-R-1",))
    (_, args), = planned("owner Dev, action owner Mia", shown).calls
    assert (args["where"], args["values"]) == ({"key": "APOLLO-R-1"}, {"owner": "Dev", "action owner": "Mia"})


def test_what_a_record_has_no_field_for_is_left_out_and_told() -> None:
    plan = planned("for CORVUS-CR-1: Elena decides, Carla executes")
    assert plan.calls[0][1]["values"] == {"decider": "Elena"}
    assert plan.says == LEFT_OUT.format(words="executes Carla")


def test_a_role_of_other_kinds_makes_nobody_the_owner_of_something_new() -> None:
    (_, args), = planned("new task 'Check the roof' on Dione, reviewer Mia, owner Dev").calls
    assert args["values"]["owner"] == "Dev"


@pytest.mark.parametrize("text", ["put Ana and Ben on Dione", "Ana and Ben own Apollo", "who manages Dione and who sponsors it?", "Mia helps on Apollo"])
def test_anything_else_changes_no_roles(text: str) -> None:
    assert not any(name == "change_records" for name, _ in planned(text).calls)
