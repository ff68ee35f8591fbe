"""Somebody who is to be reminded, nudged or asked for something."""
from collections.abc import Mapping

import pytest

from assistant.calling import Call, Past
from tests.assistant.planner.asking import READING, planned


@pytest.mark.parametrize(("text", "values"), [
    ("set a reminder for me to call legal tomorrow morning", {"title": "Call legal", "owner": "me", "due": "tomorrow"}),
    ("ask Ana for a recovery plan by Monday", {"title": "Recovery plan", "owner": "Ana", "due": "Monday"}),
    ("set up a monthly reminder for the risk review on Apollo", {"title": "Risk review", "owner": "me", "recurrence": "monthly", "project": "APOLLO"}),
    ("remind Ben to review APOLLO-R-1 by Friday", {"title": "Review APOLLO-R-1", "owner": "Ben", "due": "Friday", "project": "APOLLO"}),
    ("ping Jonas about the scanners", {"title": "Scanners", "owner": "Jonas"}),
    ("can you nudge Ben about APOLLO-T-5", {"title": "Follow up APOLLO-T-5", "owner": "Ben", "project": "APOLLO"}),
    ("remind me on Friday about APOLLO-T-5", {"title": "Follow up APOLLO-T-5", "owner": "me", "due": "Friday", "project": "APOLLO"}),
    ("chase Keyward about the login date by Thursday", {"title": "Chase Keyward about the login date", "owner": "me", "due": "Thursday"}),
])
def test_whoever_is_to_be_reminded_gets_a_task(text: str, values: Mapping[str, str]) -> None:
    plan = planned(text)
    assert [said["values"] for _, said in plan.calls] == [values]
    assert plan.says.startswith("I send no reminders or messages")


@pytest.mark.parametrize("text", ["remind Ana please", "nudge the managers of those", "remind everybody of the time sheets on Friday"])
def test_where_it_is_not_said_who_or_of_what_it_is_told_that_nothing_is_sent(text: str) -> None:
    plan = planned(text)
    assert not plan.calls
    assert plan.says.startswith("I send no reminders or messages")
    assert all(planned(said).calls for said in plan.choices)


def test_of_what_was_shown_last_somebody_is_reminded() -> None:
    shown = Past("who reviews APOLLO-R-1?", "", (), ("APOLLO-R-1",), named=(("APOLLO-R-1", "The identity supplier may deliver late"),))
    (_, said), = planned("remind Ben please", shown).calls
    assert said["values"] == {"title": "Follow up APOLLO-R-1 The identity supplier may deliver late", "owner": "Ben"} | (
        {"project": "APOLLO"} if "project" in said["values"] else {})


@pytest.mark.parametrize("text", ["remind me what T-5 is about", "remind me to call legal tomorrow", "which reminders are open?"])
def test_other_reminders_are_read_as_before(text: str) -> None:
    assert "I send no" not in planned(text).says


def test_who_may_not_write_gets_no_task() -> None:
    assert not planned("ask Ana for a recovery plan by Monday", offered=READING).calls


@pytest.mark.parametrize("text", ["make a note that I want a recovery plan from Ana by Friday", "note that I need a recovery plan from Ana by Friday",
                                  "I expect a recovery plan from Ana by Friday", "write down that we want a recovery plan from Ana until Friday"])
def test_what_is_wanted_from_somebody_is_a_task_of_theirs(text: str) -> None:
    values = planned(text).calls[0][1]["values"]
    assert (values["title"], values["owner"], values["due"]) == ("Recovery plan", "Ana", "Friday")


def test_her_is_who_was_talked_of_and_it_is_the_record_that_was_shown() -> None:
    told = Past("how is Corvus doing", "Corvus is at risk, led by Carla Winter.", (Call("status_report", {"project": "CORVUS"}),), ("CORVUS",))
    assert planned("make a note that I want a recovery plan from her by Friday", told).calls[0][1]["values"]["owner"] == "Carla Winter"
    shown = Past("who owns CORVUS-R-1", "CORVUS-R-1: owner Jonas Keller.", (Call("show_record", {"record": "CORVUS-R-1"}),), ("CORVUS-R-1",),
                 named=(("CORVUS-R-1", "The hand scanners may come late"),))
    assert planned("remind him about it on Friday", shown).calls[0][1]["values"]["title"] == "Follow up CORVUS-R-1 The hand scanners may come late"


def test_a_note_on_a_record_is_a_comment_and_changes_nothing_of_it() -> None:
    (_, args), = planned("make a note on APOLLO-T-6: waiting for legal").calls
    assert (args["kind"], args["values"]["text"]) == ("comment", "Waiting for legal")
