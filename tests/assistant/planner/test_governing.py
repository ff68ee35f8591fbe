"""A gate and its criteria, a sprint and its points, a manager's projects and today's decisions are each asked in many words."""
import pytest

from assistant.calling import Call, Past
from tests.assistant.planner.asking import planned

CRITERIA = Past("is Apollo ready for gate 2?", "not yet", (Call("find_records", {"kind": "gate criterion", "where": {"gate": "gate 2", "project": "APOLLO"}}),),
                ("APOLLO-GC-1", "APOLLO-GC-2"))
SPRINT = Past("how is the sprint going in Borealis", "Sprint 6", (Call("status_report", {"project": "BOREALIS", "focus": "sprint"}),), ("BOREALIS",))
OF_GATE = {"gate": "gate 2", "project": "APOLLO"}


@pytest.mark.parametrize("said", ["is Apollo ready for gate 2?", "can Apollo pass gate 2?", "will Apollo be ready for gate 2?", "does Apollo meet all criteria of gate 2?"])
def test_whether_a_project_is_ready_for_a_gate_is_told_by_its_criteria(said: str) -> None:
    assert planned(said).calls == (("find_records", {"kind": "gate criterion", "where": OF_GATE}),)


def test_the_evidence_of_a_gate_is_the_gate_and_its_criteria() -> None:
    assert [(args["kind"], dict(args["where"])) for _, args in planned("show me the evidence for gate 1").calls] == [
        ("phase gate", {"number": "1"}), ("gate criterion", {"gate": "gate 1"})]


def test_what_is_missing_goes_on_with_the_same_gate() -> None:
    assert planned("ready now?", CRITERIA).calls == (("find_records", {"kind": "gate criterion", "where": OF_GATE}),)
    assert planned("what is still missing?", CRITERIA).calls == (
        ("find_records", {"kind": "gate criterion", "where": {**OF_GATE, "status": "not met, waived"}}),)


@pytest.mark.parametrize("said", ["how is the sprint going in Borealis", "will we finish the current sprint of Borealis?", "how many points are left in this sprint of Borealis?",
                                  "are we on track with the running sprint on Borealis?"])
def test_the_running_sprint_has_a_report_of_its_own(said: str) -> None:
    assert planned(said).calls == (("status_report", {"project": "BOREALIS", "focus": "sprint"}),)


@pytest.mark.parametrize("said", ["how many points are left", "will we finish?", "do we get it done in time?"])
def test_points_and_finishing_go_on_with_the_sprint_that_was_shown(said: str) -> None:
    assert planned(said, SPRINT).calls == (("status_report", {"project": "BOREALIS", "focus": "sprint"}),)


def test_points_that_are_left_are_no_list_of_all_tasks() -> None:
    assert not planned("how many points are left?").calls


def test_the_last_sprints_are_the_closed_ones_the_latest_first() -> None:
    (_, args), = planned("what did we manage in the last three sprints?", SPRINT).calls
    assert args == {"kind": "sprint", "where": {"status": "closed", "project": "BOREALIS"}, "limit": 3, "sort": "-end"}


def test_what_burns_on_my_projects_is_no_question_of_my_own_tasks() -> None:
    calls = planned("good morning, anything burning on my projects?").calls
    assert [name for name, _ in calls] == ["portfolio_summary", "find_records", "find_records"]
    assert {args["where"]["project"] for name, args in calls if name == "find_records"} == {"my projects"}
    (_, late), = planned("what is overdue on my projects?").calls
    assert late["where"] == {"project": "my projects", "due": "before today", "status": "not done, cancelled"}


@pytest.mark.parametrize("said", ["anything I have to decide today?", "is there anything I must approve now?", "any decisions for me to take today?"])
def test_what_is_to_be_decided_today_is_what_waits_for_a_word(said: str) -> None:
    assert planned(said).calls == (("my_work", {"focus": "waiting"}),)


def test_going_through_the_risks_asks_which_of_them() -> None:
    (name, args), = planned("let's go through the risks, which of mine are due for review before the end of November?").calls
    assert (name, args["kind"]) == ("find_records", "risk")
    assert args["where"]["owner"] == "me"


def test_what_slipped_in_a_time_is_told_from_the_log() -> None:
    assert planned("which milestones slipped in the last month?").calls[0][0] == "what_changed"
    assert planned("which milestones slipped on Apollo?").calls[0][0] == "find_records"


@pytest.mark.parametrize("said", ["which projects haven't reported in two weeks?", "who has not sent a status report this month?", "which status reports are overdue?",
                                  "which project managers have not reported since October?"])
def test_who_has_not_reported_is_told_by_the_plan_of_what_is_sent_to_whom(said: str) -> None:
    plan = planned(said)
    assert plan.calls == (("find_records", {"kind": "communication", "where": {"next_due": "before today"}}),)
    assert "communications plan" in plan.says


@pytest.mark.parametrize("said", ["I've got the steering committee on Thursday, what do I need to know", "prepare me for the steering committee"])
def test_before_a_meeting_on_no_project_all_of_them_and_what_waits_are_told(said: str) -> None:
    assert planned(said).calls == (("portfolio_summary", {}), ("my_work", {"focus": "waiting"}))


@pytest.mark.parametrize("said", ["what is overdue in my team?", "my team's open tasks", "what is my team working on?"])
def test_my_team_are_those_who_report_to_me_and_not_myself(said: str) -> None:
    (_, args), = planned(said).calls
    assert args["where"]["owner"] == "my team"


@pytest.mark.parametrize("said", ["which of my projects are late?", "which of my projects are over budget?"])
def test_which_of_my_projects_is_asked_of_those_that_one_leads(said: str) -> None:
    (name, args), = planned(said).calls
    assert (name, args["kind"], args["where"]["key"]) == ("find_records", "project", "my projects")
