"""What is told first and written down behind it, questions behind a heading, and what is left of a message when all of it is heard."""
from datetime import date
from typing import Any

import pytest

from assistant.planner.heard.repeating import said_last
from assistant.planner.reworded.headed import headed
from assistant.planner.reworded.written_down import kept_as, written_down
from tests.assistant.planner.asking import planned
from tests.assistant.planner.test_by_subject import planned as planned_with_records

HOMES = ("Apollo", "Dione", "Corvus", "Borealis")


@pytest.mark.parametrize(("said", "put"), [
    ("the lift at Vienna is broken, make an issue out of it", "issue: “The lift at Vienna is broken”"),
    ("The hall floor is too soft on Corvus. Please raise an issue.", "issue on Corvus: “The hall floor is too soft”"),
    ("We want to drop the fax channel from Apollo, make a change request out of it, Ana is the requester",
     "change request on Apollo: “Drop the fax channel from Apollo”, Ana is the requester"),
    ("the vendor may go bust on Dione, put it down as a risk please", "risk on Dione: “The vendor may go bust”"),
    ("next time test the scanners earlier, raise a lesson for Corvus", "lesson for Corvus: “Next time test the scanners earlier”")])
def test_what_is_told_is_the_title_of_what_is_made_of_it(said: str, put: str) -> None:
    assert written_down(said, HOMES) == put


@pytest.mark.parametrize("said", ["we decided to keep the shelves, log the decision on Dione", "the server is down since this morning, log an issue on Apollo",
                                  "The demo is on Friday, create a task for Ben", "is the lift broken? make it an issue"])
def test_what_a_sentence_of_its_own_tells_stays_as_it_was_said(said: str) -> None:
    assert written_down(said, HOMES) == said


@pytest.mark.parametrize(("said", "put"), [
    ("the carpenter of Dione is insolvent, log it", "issue on Dione: “The carpenter of Dione is insolvent”"),
    ("We might lose our tester in spring, note that down please", "risk: “We might lose our tester in spring”"),
    ("The vendor has no stock until March. Take it up please.", "issue: “The vendor has no stock until March”")])
def test_bad_news_that_is_to_be_kept_is_an_issue_and_what_may_come_a_risk(said: str, put: str) -> None:
    assert kept_as(said, HOMES) == put


@pytest.mark.parametrize("said", ["T-9 is done, note it", "the scanners are 60 % done, log it", "log it", "mark it as done, note that", "what is late? log it"])
def test_how_work_stands_is_no_issue(said: str) -> None:
    assert not kept_as(said, HOMES)


@pytest.mark.parametrize(("said", "put"), [
    ("Apollo, gate 2: which of the criteria are still open?", "which criteria are still open for gate 2 on Apollo?"),
    ("rebaseline: when is it permitted and whose signature do I need", "when is a rebaseline permitted and whose signature do I need?"),
    ("Apollo: what slipped since Monday?", "Apollo: what slipped since Monday?"), ("risk: what if the vendor fails", "risk: what if the vendor fails")])
def test_a_question_behind_a_heading_is_asked_of_it(said: str, put: str) -> None:
    assert headed(said, HOMES) == put


@pytest.mark.parametrize(("said", "values"), [
    ("task mia dione: adapt vienna drawings to the new fire rules, until 27.11., ca. 12 hrs", {"owner": "mia", "due": "27.11."}),
    ("invoice Lumitec 7500 € spare lamps, elara, dated 16.11.", {"supplier": "Lumitec", "title": "Spare lamps"}),
    ("dependency: corvus needs the new barcode standard from GS1 by 15 jan", {"party": "GS1", "needed by": "15 jan"}),
    ("CR borealis: support tablets as well, +18k, 15 days later, requested by Nora", {"days effect": "15", "cost effect": "18k"}),
    ("I am on leave from 21.12. to 1.1., put it in", {"start": "21.12.", "end": "1.1."}),
    ("On Apollo we are assuming every dealer has a company email by March. Medium confidence; Jonas is to validate it till 15 Jan.", {"validate by": "15 Jan."}),
    ("Mr. Rao from the fire brigade should go in the stakeholder register of Corvus, he is external, and only neutral so far",
     {"side": "external", "current": "neutral"}),
    ("Fortuna depends on the robot vendor's safety certificate - needed by 28 Feb 2027, they promise it for 15 Feb. Please register the dependency",
     {"needed by": "28 Feb 2027", "promised for": "15 Feb."}),
    ("I take my holidays from 21 till 31 December, please enter", {"start": "2026-12-21", "end": "2026-12-31"}),
    ("sofia: training 30 nov - 2 dec", {"start": "2026-11-30", "end": "2026-12-02", "type": "training"}),
    ("measured today: page load time of apollo 2.4 s", {"value": "2.4"}),
    ("the painter of Dione is ill, this throws us back three weeks, log an issue", {"raised on": None})])
def test_nothing_that_is_told_of_something_new_is_lost(said: str, values: dict[str, Any]) -> None:
    ((_, args),) = planned(said).calls
    assert {n: args["values"].get(n) for n in values} == values


@pytest.mark.parametrize(("said", "where"), [
    ("risks of Apollo which are not closed, most dangerous first", {"status": "not closed", "project": "APOLLO"}),
    ("which risks of Apollo are not closed, the most dangerous first?", {"status": "not closed", "project": "APOLLO"}),
    ("Please list the entries of the decision log in which no rationale was recorded.", {"rationale": "empty"}),
    ("I would be interested how many hours were booked on each project in November so far, as a total per project.", {"on": "in November"}),
    ("show me the issues Mia raised", {"raised by": "Mia"}),
    ("assumptions we haven't validated yet", {"status": "open"}),
    ("which policies and handbooks in force are coming up for review before March", {"review": "before March", "type": "policy", "status": "in force"}),
    ("Anything we paid or committed above 50k? need the single entries", {"amount": "above 50k"}),
    ("open risk count by project, quick table is fine", {"status": "not closed"}),
    ("Decisions that are still open although their decide-by day has gone by?", {"status": "open", "decide by": "before today"}),
    ("all that mia has got done in november", {"status": "done", "owner": "mia", "done on": "in november"}),
    ("Kindly list me the lessons of the 'avoid' sort", {"type": "avoid"}),
    ("add up the hours Dev has booked this month", {"person": "Dev", "on": "this month"}),
    ("For my sample I require every change request that stands as approved.", {"status": "approved"}),
    ("How many tasks are hanging on Ben at the moment? Only the number, I do not need the list.", {"status": "not done, cancelled", "owner": "Ben"})])
def test_no_condition_is_lost(said: str, where: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert args["where"] == where


@pytest.mark.parametrize(("said", "where", "values"), [
    ("set APOLLO-GC-3 to met", {"key": "APOLLO-GC-3"}, {"status": "met"}),
    ("update OBJ-3 to 83 %", {"key": "OBJ-3"}, {"current": "83 %"}),
    ("set ana's weekly hours to 32", {"key": "ana"}, {"weekly hours": "32"}),
    ("mark APOLLO-T-15 as mine, due 2 Dec", {"key": "APOLLO-T-15"}, {"owner": "me", "due": "2 Dec"}),
    ("give APOLLO-BN-2 to Nora so that GC-2 is met", {"key": "APOLLO-BN-2"}, {"owner": "Nora"}),
    ("APOLLO-T-8: 12 of 110 h done", {"key": "APOLLO-T-8"}, {"remaining": "98 hours"}),
    ("set our CPI amber limit to 0.92", {"name": "CPI amber"}, {"value": "0.92"}),
    ("flip all risks that are in draft to open", {"status": "draft"}, {"status": "open"}),
    ("As of now Nora is project manager of Zephyr, please reflect that", {"key": "ZEPHYR"}, {"manager": "Nora"}),
    ("Declare Corvus amber; reason to state: scanners are late", {"key": "CORVUS"}, {"declared colour": "amber", "declared reason": "scanners are late"}),
    ("Any Dione risk w/o an owner goes to Carla", {"project": "DIONE", "owner": "nobody", "status": "not closed"}, {"owner": "Carla"}),
    ("Ben is off on paternity leave soon, give all his open Corvus tasks to Jonas",
     {"project": "CORVUS", "owner": "Ben", "status": "not done, cancelled"}, {"owner": "Jonas"}),
    ("low priority stuff still in the backlog on Borealis - cancel the lot", {"project": "BOREALIS", "status": "backlog", "priority": "low"}, {"status": "cancelled"}),
    ("im stuck on APOLLO-T-8, legal has not released the data", {"key": "APOLLO-T-8"}, {"status": "blocked", "blocked by": "legal has not released the data"})])
def test_what_people_say_every_day_is_a_change(said: str, where: dict[str, str], values: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert (args["where"], args["values"]) == (where, values)


@pytest.mark.parametrize(("said", "title"), [
    ("every two weeks on Tuesday: call legal about the privacy notice, starting 1 December", "Call legal about the privacy notice"),
    ("every first of the month: check the test environment", "Check the test environment")])
def test_what_is_said_to_repeat_behind_a_colon_is_new(said: str, title: str) -> None:
    ((tool, args),) = planned_with_records(said_last(said, date(2026, 11, 18))).calls
    assert (tool, args["kind"], args["values"]["title"]) == ("create_record", "task", title)


@pytest.mark.parametrize(("said", "lines"), [
    ("corvus to-dos from this morning's stand-up:\n- label the racks, Jonas, Thursday\n- ring the forklift hire, Ben, 2h",
     ["label the racks, Jonas, Thursday", "ring the forklift hire, Ben, 2h"]),
    ("As result of the meeting please create for Dione the following:\n- ask landlord for the keys, Mia, 25.11.\n- check the lift in Vienna",
     ["ask landlord for the keys, Mia, 25.11", "check the lift in Vienna"])])
def test_a_list_of_what_is_to_do_is_no_notes_and_not_due_on_the_day_of_its_meeting(said: str, lines: list[str]) -> None:
    ((tool, args),) = planned(said).calls
    assert (tool, args["lines"]) == ("create_tasks", lines)


def test_the_hours_on_two_tasks_are_two_entries() -> None:
    first, second = (args["values"] for _, args in planned("7 on APOLLO-T-5 yesterday, 1 on APOLLO-T-17").calls)
    assert (first["task"], first["hours"], second["task"], second["on"]) == ("APOLLO-T-5", "7 h", "APOLLO-T-17", "yesterday")


def test_the_hours_of_two_days_are_two_entries() -> None:
    first, second = (args["values"] for _, args in planned("log 6.5 h on CORVUS-T-5 for monday and 3h tuesday").calls)
    assert (first["hours"], first["on"], second["hours"], second["on"]) == ("6.5 h", "monday", "3h", "tuesday")


def test_two_grades_are_probability_and_impact() -> None:
    ((_, args),) = planned("risk on apollo: owners want a higher price, 4/4, review in two weeks").calls
    assert (args["values"]["title"], args["values"]["probability"], args["values"]["impact"]) == ("Owners want a higher price", "4", "4")


def test_days_off_without_a_name_are_of_who_speaks() -> None:
    ((_, args),) = planned("need 2 days off, 3rd and 4th of december").calls
    assert args["values"] == {"person": "me", "start": "2026-12-03", "end": "2026-12-04"}


def test_a_risk_about_something_is_no_task_of_that_name() -> None:
    ((_, args),) = planned_with_records("close the risk about the test environment").calls
    assert args["kind"] == "risk"


def test_whether_somebody_finished_it_is_asked_of_it() -> None:
    ((_, args),) = planned_with_records("did somebody mark the privacy notice done").calls
    assert args["record"] == "privacy notice"


def test_what_is_asked_behind_a_project_is_asked_of_it() -> None:
    first, second = (args["where"] for _, args in planned("which risks does Apollo have and which tasks are overdue").calls)
    assert (first["project"], second["project"]) == ("APOLLO", "APOLLO")
    assert "project" not in planned("which risks does Apollo have and which tasks of all projects are overdue").calls[-1][1]["where"]


def test_tasks_that_can_wait_are_moved_and_no_list_is_shown() -> None:
    ((tool, args),) = planned("All the tasks with low priority on Borealis can wait; please put every one of them which is not done yet to 18 December.").calls
    assert (tool, args["values"], args["where"]["priority"]) == ("change_records", {"due": "18 December"}, "low")
