"""Jira's CSV and JSON: one project, told twice, comes to the same records."""
import json

import pytest

from records import changing, planning
from records.importing.base import Read, To
from records.importing.matching import matched
from records.kinds import Comment, Task
from records.query import Query, Where
from tests.records.conftest import ADMIN, ANA, NOW, TODAY, Office
from tests.records.importing.reading_here import first, read_here, values, whys

CSV = """Summary,Issue key,Issue id,Issue Type,Status,Status Category,Project key,Project name,Priority,Resolution,Assignee,Reporter,Created,Resolved,\
Due date,Labels,Labels,Description,Original estimate,Remaining Estimate,Parent,Custom field (Epic Link),Custom field (Story Points),Sprint,Sprint,\
Inward issue link (Blocks),Outward issue link (Blocks),Inward issue link (Relates),Comment,Comment,Log Work,Custom field (Rank),Custom field (Team)
The platform,AP-1,10001,Epic,In Progress,In Progress,AP,Apollo,High,,Ana Ruiz,Ben Okafor,01/Mar/26 9:14 AM,,,,,All of it,,,,,,,,,,,,,,x,Red
Log in,AP-2,10002,Story,Code Review,In Progress,AP,Apollo,Medium,,ben@x.example,Ana Ruiz,02/Mar/26 9:14 AM,,31/May/26,web,login,As a user,28800,14400,,\
AP-1,5,Sprint 1,Sprint 2,,AP-4,AP-9,"03/Mar/26 8:00 AM;Ana Ruiz;Looks good; really",,"Wrote it;04/Mar/26 9:00 AM;Ben Okafor;7200",y,
Write tests,AP-3,10003,Sub-task,Done,Done,AP,Apollo,Low,Won't Fix,,,02/Mar/26 9:14 AM,05/Mar/26 9:00 AM,,,,,,,10002,,,,,,,,,,,,
Ship it,AP-4,10004,Task,Lifting off,In Progress,AP,Apollo,Highest,,,,,,,,,,,,,AP-1,,,,AP-2,,,,,,,
Crash on start,AP-5,10005,Bug,Done,Done,AP,Apollo,Blocker,Fixed,Ben Okafor,Cleo Park,06/Mar/26 9:14 AM,07/Mar/26 9:14 AM,,,,It crashes,3600,,,\
AP-1,3,Sprint 2,,,,,,,,,
"""
WHO = {"Ana": {"displayName": "Ana Ruiz"}, "Ben": {"displayName": "Ben Okafor", "emailAddress": "ben@x.example"}}
ADF = {"type": "doc", "version": 1, "content": [
    {"type": "heading", "content": [{"type": "text", "text": "Why"}]},
    {"type": "paragraph", "content": [{"type": "text", "text": "As a user, see "},
                                      {"type": "text", "text": "this", "marks": [{"type": "link", "attrs": {"href": "https://x.example"}}]},
                                      {"type": "mention", "attrs": {"text": "@Ana"}}]},
    {"type": "bulletList", "content": [{"type": "listItem", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "one"}]}]}]}]}
SPRINT = {"id": 7, "name": "Sprint 2", "state": "active", "startDate": "2026-03-02T08:00:00.000Z", "endDate": "2026-03-15T08:00:00.000Z", "goal": "Log in"}
JSON = {"total": 3, "names": {"customfield_10099": "Story Points", "customfield_1": "Sprint"}, "issues": [
    {"key": "AP-1", "fields": {"summary": "The platform", "issuetype": {"name": "Epic"}, "status": {"name": "In Progress"},
                               "project": {"key": "AP", "name": "Apollo"}}},
    {"key": "AP-2", "fields": {
        "summary": "Log in", "issuetype": {"name": "Story"}, "status": {"name": "Lifting off", "statusCategory": {"name": "In Progress"}},
        "project": {"name": "Apollo"},
        "parent": {"key": "AP-1"}, "assignee": WHO["Ben"], "customfield_10099": 5.0, "customfield_1": [SPRINT], "description": ADF,
        "timeoriginalestimate": 28800,
        "duedate": "2026-05-31", "labels": ["web"], "components": [{"name": "front"}],
        "issuelinks": [{"type": {"inward": "is blocked by", "outward": "blocks"}, "outwardIssue": {"key": "AP-4"}},
                       {"type": {"inward": "relates to", "outward": "relates to"}, "outwardIssue": {"key": "AP-1"}}],
        "comment": {"comments": [{"id": "31", "author": WHO["Ana"], "created": "2026-03-03T08:00:00.000+0000", "body": ADF}]},
        "worklog": {"worklogs": [{"id": "41", "author": WHO["Ben"], "started": "2026-03-04T09:00:00.000+0000", "timeSpentSeconds": 7200,
                                  "comment": "Wrote it"}, {"id": "42", "author": WHO["Ben"], "started": "2026-03-04", "timeSpentSeconds": 360000}]}}},
    {"key": "AP-4", "fields": {"summary": "Ship it", "issuetype": {"name": "Task"}, "status": {"name": "To Do"}, "project": {"name": "Apollo"},
                               "issuelinks": [{"type": {"inward": "is blocked by", "outward": "blocks"}, "inwardIssue": {"key": "AP-2"}}]}}]}


@pytest.fixture(scope="module")
def table() -> Read:
    return read_here(CSV)


@pytest.fixture(scope="module")
def found() -> Read:
    return read_here(json.dumps(JSON))


def by_source(read: Read, source: str) -> dict[str, object]:
    row = next(r for r in read.rows if r.source == source)
    return {n: v.said if isinstance(v, To) else v for n, v in row.values.items()}


def test_a_story_of_the_csv_is_a_task_with_all_it_carries(table: Read) -> None:
    assert by_source(table, "jira:AP-2") == {
        "title": "Log in", "description": "As a user", "project_id": "Apollo", "owner_id": "ben@x.example", "due": "2026-05-31", "status": "in review",
        "priority": "medium",
        "points": 5.0, "labels": "web, login", "type": "story", "parent_id": "jira:AP-1", "sprint_id": "Sprint 2", "hours": 8.0, "remaining": 4.0}


def test_an_epic_is_a_parent_and_a_sub_task_hangs_on_its_story_by_number(table: Read) -> None:
    assert by_source(table, "jira:AP-1")["type"] == "epic"
    assert by_source(table, "jira:AP-3")["parent_id"] == "jira:AP-2"


def test_what_was_closed_without_being_done_is_cancelled(table: Read) -> None:
    assert by_source(table, "jira:AP-3")["status"] == "cancelled"


def test_a_status_an_office_made_up_is_told_by_jiras_own_three(table: Read) -> None:
    assert by_source(table, "jira:AP-4")["status"] == "in progress"


def test_a_bug_is_a_defect(table: Read) -> None:
    assert by_source(table, "jira:AP-5") == {
        "title": "Crash on start", "description": "It crashes", "project_id": "Apollo", "owner_id": "Ben Okafor", "status": "resolved",
        "priority": "critical", "severity": "critical",
        "type": "defect", "raised_by_id": "Cleo Park", "raised_on": "2026-03-06", "resolved_on": "2026-03-07", "resolution": "Fixed", "task_id": "jira:AP-1"}
    assert any("no story points; left out: 1" in note for note in table.notes)


def test_a_link_that_stands_at_both_ends_is_one(table: Read, found: Read) -> None:
    link = {"project_id": "Apollo", "predecessor_id": "jira:AP-2", "successor_id": "jira:AP-4", "type": "FS"}
    assert values(table, "link") == values(found, "link") == [link]


def test_comments_and_logged_work_come_with_their_person_and_day(table: Read, found: Read) -> None:
    assert first(table, "comment") == {"text": "2026-03-03, AP-2: Looks good; really", "project_id": "Apollo", "about": "jira:AP-2", "author_id": "Ana Ruiz"}
    assert first(table, "timeentry") == {"person_id": "Ben Okafor", "on": "2026-03-04", "hours": 2.0, "note": "Wrote it", "project_id": "Apollo",
                                         "task_id": "jira:AP-2"}
    assert first(found, "timeentry")["person_id"] == "ben@x.example"
    assert next(r.source for r in found.rows if r.kind == "comment") == "jira:AP-2/comment/31"


def test_work_that_no_day_holds_is_left_out(found: Read) -> None:
    assert whys(found) == ["issue AP-2: logged work left out: “ben@x.example 2026-03-04 100 h” does not say who, when, and how long on one day"]


def test_columns_that_are_not_taken_are_named(table: Read) -> None:
    assert any(note == "Not taken: Custom field (Team)." for note in table.notes)


def test_a_sprint_without_dates_is_not_made_up(table: Read) -> None:
    assert not values(table, "sprint")
    assert "sprint “Sprint 2”: its dates are not in the file; create it first, then its tasks are put into it" in whys(table)


def test_a_sprint_with_dates_comes_before_its_tasks(found: Read) -> None:
    assert found.rows[0].source == "jira:sprint:7"
    assert first(found) == {"title": "Sprint 2", "start": "2026-03-02", "end": "2026-03-15", "goal": "Log in", "status": "active", "project_id": "Apollo"}
    assert by_source(found, "jira:AP-2")["sprint_id"] == "jira:sprint:7"


def test_a_document_is_plain_text(found: Read) -> None:
    assert by_source(found, "jira:AP-2")["description"] == "Why\nAs a user, see this (https://x.example)@Ana\n- one"


def test_story_points_are_found_by_the_name_of_their_field(found: Read) -> None:
    assert by_source(found, "jira:AP-2")["points"] == 5.0


def test_a_project_that_was_asked_for_takes_all() -> None:
    assert "project_id" not in by_source(read_here(CSV, project="Zephyr"), "jira:AP-2")


def test_one_page_of_many_is_said() -> None:
    assert "3 of 50 issues" in read_here(json.dumps({**JSON, "total": 50})).notes[0]


def test_an_older_jiras_sprint_is_read_out_of_its_text() -> None:
    said = ("com.atlassian.greenhopper.service.sprint.Sprint@1[id=12,state=CLOSED,name=Sprint 5,startDate=2026-05-01T08:00:00.000Z,"
            "endDate=2026-05-14T08:00:00.000Z,goal=<null>]")
    issue = {"key": "AP-1", "fields": {"summary": "A", "customfield_10020": [said]}}
    assert first(read_here(json.dumps({"issues": [issue]})), "sprint") == {"title": "Sprint 5", "start": "2026-05-01", "end": "2026-05-14", "status": "closed"}


def test_a_document_nested_without_end_is_cut_not_followed() -> None:
    node: dict[str, object] = {"type": "text", "text": "deep"}
    for _ in range(300):
        node = {"type": "paragraph", "content": [node]}
    read = read_here(json.dumps({"issues": [{"key": "A-1", "fields": {"summary": "A", "description": node}}]}))
    assert first(read)["title"] == "A"


def test_issues_of_odd_shapes_do_no_harm() -> None:
    odd = {"issues": [{"key": "A-1", "fields": {"summary": None, "status": "x", "labels": "y", "comment": [], "worklog": {"worklogs": [3]},
                                                "issuelinks": [None], "parent": 5}}, 7, {}]}
    assert first(read_here(json.dumps(odd))) == {"title": "A-1"}


@pytest.mark.parametrize("said", [CSV, json.dumps(JSON)], ids=["csv", "json"])
def test_the_comments_of_an_issue_are_about_it(office: Office, said: str) -> None:
    with office.database.writing() as tx:
        asker = office.asker(ANA)
        wish = matched(tx, asker, read_here(said), TODAY).proposal("jira")
        changing.apply(tx, asker, planning.plan(tx, asker, wish, TODAY), NOW)
    with office.reader(ADMIN) as reader:
        comment, task = reader.find(Query(Comment))[0], reader.find(Query(Task, (Where("source", "is", "jira:AP-2"),)))[0]
        assert (comment.about, comment.project_id) == (task.key, task.project_id)
