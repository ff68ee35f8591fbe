"""An order of records of its own is a further request while a preview waits, and never a change of what waits."""
from typing import Any

import pytest

from assistant.calling import Call, Past
from tests.assistant.planner.asking import planned


def waits(question: str, **said: Any) -> Past:
    return Past(question, "**…**", (Call("change_records", said),), (), "pending", wish="…")


BENS = waits("give Ben's tasks to Dev", kind="task", where={"owner": "Ben", "status": "not done, cancelled"}, values={"owner": "Dev"})
MOVED = waits("move Ben's tasks by a week", kind="task", where={"owner": "Ben", "status": "not done, cancelled"}, values={"due": "by a week"})
ONE = waits("set APOLLO-R-1 to probability 2", kind="risk", where={"key": "APOLLO-R-1"}, values={"probability": "2"})


@pytest.mark.parametrize(("text", "past", "kind", "where"), [
    ("and the risks he owns go to Ana", BENS, "risk", {"owner": "Ben Okafor"}), ("also give his issues to Mia", BENS, "issue", {"owner": "Ben Okafor"}),
    ("give Carla's tasks to Ana", BENS, "task", {"owner": "Carla"}), ("and the milestones of Apollo move by a week", ONE, "milestone", {"project": "APOLLO"}),
    ("push the milestones on Corvus back by a week too", MOVED, "milestone", {"project": "CORVUS"}),
    ("and his risks by two days", MOVED, "risk", {"owner": "Ben Okafor"})])
def test_records_of_another_kind_or_of_others_are_a_further_request(text: str, past: Past, kind: str, where: dict[str, str]) -> None:
    (_, args), = planned(text, past).calls
    assert args["kind"] == kind
    assert where.items() <= args["where"].items()
    assert all("after by" not in str(value) for value in args["values"].values())


@pytest.mark.parametrize(("text", "to"), [("no, give them to Mia", "Mia"), ("give those tasks to Mia", "Mia"), ("give his tasks to Mia instead", "Mia")])
def test_what_waits_is_still_changed_by_what_points_at_it(text: str, to: str) -> None:
    (_, args), = planned(text, BENS).calls
    assert args == {**BENS.calls[0].said, "values": {"owner": to}}


def test_what_waits_is_narrowed_by_only_and_no_list_is_made_of_that() -> None:
    (name, args), = planned("only the overdue tasks", BENS).calls
    assert name == "change_records"
    assert args["where"]["due"] == "before today"
    assert args["where"]["owner"] == "Ben"


def test_his_others_of_nobody_are_asked_about_and_the_verb_names_no_record() -> None:
    past = waits("close APOLLO-I-1", kind="issue", where={"key": "APOLLO-I-1"}, values={"status": "closed"})
    assert not planned("and hand his other issues to Mia", past).calls


def test_hours_on_what_waits_are_booked_and_are_no_new_estimate() -> None:
    past = waits("set APOLLO-T-12 to 80 %", kind="task", where={"key": "APOLLO-T-12"}, values={"progress": "80 %"})
    assert all("hours" not in (args.get("values") or {}) or args["kind"] == "time entry" for _, args in planned("and 2 hours on it", past).calls)


def test_the_day_that_they_now_say_goes_into_what_waits() -> None:
    past = waits("set APOLLO-DP-1 promised for to 16 December", kind="dependency", where={"key": "APOLLO-DP-1"}, values={"promised for": "16 December"})
    (_, args), = planned("they now say 18 December", past).calls
    assert (args["where"], args["values"]) == ({"key": "APOLLO-DP-1"}, {"promised for": "18 December"})
