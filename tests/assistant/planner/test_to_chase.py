"""Whom to chase, whose something is that was shown, and who does a piece of work that is called by its verb."""
from dataclasses import replace

import pytest

from assistant.calling import Call, Past
from assistant.planner.heard.plan import Asked
from records.kinds import Deliverable, Task
from tests.assistant.planner.asking import ALL, NAMES, TODAY, planned, planned_once, planner
from tools.desk.holding import Holder

CHASE = ("who do I have to chase today?", "who should I nudge?", "whom do I need to remind?", "who is behind with their work on my projects?",
         "who owes me something?", "who needs a reminder?", "my chase list")
REPORT = Past("how is Dione doing?", "Dione is on track.", (Call("status_report", {"project": "DIONE"}),), ("DIONE",))
RECORD = Past("show DIONE-R-1", "DIONE-R-1", (Call("show_record", {"record": "DIONE-R-1"}),), ("DIONE-R-1",))
HELD = (Holder(Task, "APOLLO-T-11", "Train the service desk", is_titled=True, is_own=True, is_theirs=False, is_open=True),
        Holder(Deliverable, "APOLLO-D-2", "Service desk training", is_titled=True, is_own=True, is_theirs=False, is_open=True))


@pytest.mark.parametrize("text", CHASE)
def test_whom_to_chase_is_asked_of_the_projects_of_the_asker(text: str) -> None:
    mine = Asked(NAMES, TODAY, (), "Ana Ruiz", own=("APOLLO",))
    assert planner().plan(text, mine, ALL).calls == (("portfolio_summary", {"focus": "chase", "of": "my projects"}),)


def test_who_leads_no_project_is_told_of_all_of_them() -> None:
    assert planned_once("who do I have to chase?").calls == (("portfolio_summary", {"focus": "chase"}),)


def test_on_one_project_only_those_of_it_are_told() -> None:
    assert planned_once("who do we have to chase on Dione?").calls == (("portfolio_summary", {"focus": "chase", "of": "project DIONE"}),)


@pytest.mark.parametrize("text", ["remind Ana of the report", "who changed DIONE-T-1?", "who is Ben?", "chase Ben"])
def test_other_words_about_people_chase_nobody(text: str) -> None:
    assert not any(said.get("focus") == "chase" for _, said in planned_once(text).calls)


@pytest.mark.parametrize("text", ["who is responsible for that?", "who is in charge of it?", "who owns that?", "who is accountable for this?"])
def test_whose_that_is_after_a_report_or_a_record_is_who_leads_or_owns_it(text: str) -> None:
    assert planned(text, REPORT).calls == (("show_record", {"record": "DIONE", "field": "manager"}),)
    assert planned(text, RECORD).calls == (("show_record", {"record": "DIONE-R-1", "field": "owner"}),)


@pytest.mark.parametrize("text", ["who trains the service desk?", "who is training the service desk?", "who will train the service desk?"])
def test_who_does_some_work_is_the_owner_of_the_task_that_is_called_so(text: str) -> None:
    asked = replace(Asked(NAMES, TODAY, (), "Ana Ruiz"), holding=lambda _: HELD)
    plan = planner().plan(text, asked, ALL)
    assert plan.calls == (("show_record", {"record": "APOLLO-T-11", "field": "owner"}),)
    assert plan.says.startswith("By “")


def test_where_no_title_holds_the_words_nothing_is_taken_for_it() -> None:
    assert planned_once("who trains the service desk?").calls != (("show_record", {"record": "APOLLO-T-11", "field": "owner"}),)


def test_who_decided_that_is_asked_of_the_record_that_was_shown() -> None:
    shown = Past("show APOLLO-CR-1", "", (Call("show_record", {"record": "APOLLO-CR-1"}),), ("APOLLO-CR-1",))
    assert planned("who decided?", shown).calls == (("show_record", {"record": "APOLLO-CR-1", "field": "decider"}),)


def test_who_approves_change_requests_is_asked_of_the_rules() -> None:
    assert planned_once("who approves change requests?").calls[0][0] == "search_governance"
