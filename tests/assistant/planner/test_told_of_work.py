"""How work stands, told by its title and without a verb of order."""
from collections.abc import Mapping

import pytest

from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("said", "title", "values"), [
    ("password reset nearly there, say 80 percent", "password reset", {"progress": "80 %"}),
    ("load test half done", "load test", {"progress": "50 %"}),
    ("article data 95 % done, need till friday", "article data", {"progress": "95 %", "due": "friday"}),
    ("order history: waiting for the web shop", "order history", {"status": "blocked", "blocked by": "the web shop"}),
    ("cant go on with the order history, waiting for the web shop", "order history", {"status": "blocked", "blocked by": "the web shop"}),
    ("load test: cannot continue, the environment is down", "load test", {"status": "blocked", "blocked by": "the environment is down"}),
    ("sorry will not make friday with the search timeout, tuesday is realistic", "search timeout", {"due": "tuesday"}),
    ("hand scanners not blocked any more", "hand scanners", {"status": "in progress"}),
    ("vienna is finished!", "vienna", {"status": "done"}),
    ("started with the voice picking", "voice picking", {"status": "in progress"}),
    ("release notes into review pls", "release notes", {"status": "in review"}),
    ("finished the order history yesterday", "order history", {"status": "done", "done on": "yesterday"}),
    ("load test slips to 3 december", "load test", {"due": "3 december"}),
    ("the letter of intent goes to Ben", "letter of intent", {"owner": "Ben"}),
    ("patent review is at 60 now, 5 hours today. will take until 4 december", "patent review",
     {"progress": "60", "time entry": "5 hours today", "due": "4 december"})])
def test_what_is_told_of_a_title_changes_the_task_called_so(said: str, title: str, values: Mapping[str, str]) -> None:
    (tool, args), = planned(said).calls
    assert (tool, args["kind"], args["where"], args["values"]) == ("change_records", "task", {"key": title}, values)


def test_what_is_said_besides_is_kept_as_a_comment_with_its_day() -> None:
    plan = planned("privacy notice is sorted, legal signed it off this morning")
    assert plan.calls[0][1]["values"] == {"status": "done", "done on": "this morning", "comment": "legal signed it off this morning"}
    assert not plan.says


@pytest.mark.parametrize("said", [
    "the customer is waiting for an answer", "team is blocked by the move", "CO2 benefit is at 40", "scope is fixed now", "gate 2 is ready", "budget 80 %",
    "tasks above 5", "3 of 4 rooms are done", "load test not done yet", "is the load test done?", "risk supplier late: 3",
    "the design is 50 % too expensive", "costs are 20 % higher", "lunch was great"])
def test_what_tells_of_no_piece_of_work_changes_none(said: str) -> None:
    assert not [args for tool, args in planned(said).calls if tool == "change_records"]
