"""Progress in one breath: what is worked, left and said beside a change, and what of it is an estimate or a date."""
from collections.abc import Mapping

import pytest

from tests.assistant.planner.asking import planned

BREATHS: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("T-12 60 %, 3h today, waiting for the supplier", {"progress": "60 %", "status": "blocked", "blocked by": "the supplier", "time entry": "3h today"}),
    ("T-12 80%, 2.5h yesterday, note: tests are green", {"progress": "80%", "time entry": "2.5h yesterday", "comment": "tests are green"}),
    ("T-12 done, 6h", {"status": "done", "time entry": "6h today"}),
    ("spent 2h on T-12, 40 % now", {"progress": "40 %", "time entry": "2h today"}),
    ("2h on T-17 yesterday, it's done now", {"status": "done", "time entry": "2h yesterday"}),
    ("T-17 finished, took 5h, note: was a cache problem", {"status": "done", "time entry": "5h today", "comment": "was a cache problem"}),
    ("T-12: 3h today, 5h left", {"time entry": "3h today", "remaining": "5h"}),
    ("T-12 is at 70 %, 8h left", {"progress": "70 %", "remaining": "8h"}),
    ("T-12 is 90 % done, worked 2 hours today, remaining 3h", {"progress": "90 %", "time entry": "2 hours today", "remaining": "3h"}),
    ("T-12 75 %, blocked by the test data, 1h today", {"progress": "75 %", "status": "blocked", "blocked by": "the test data", "time entry": "1h today"}),
    ("T-12: 50 %, worked 4h on Monday, comment: half of the list is done", {"progress": "50 %", "time entry": "4h Monday", "comment": "half of the list is done"}),
)
ESTIMATES: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("T-12 will take 40 hours", {"hours": "40 hours"}),
    ("change the estimate of T-12 to 20h", {"hours": "20h"}),
    ("delay T-12 by two days", {"due": "by two days"}),
    ("I need two more days for T-17", {"due": "two working days later"}),
)


@pytest.mark.parametrize(("text", "values"), [*BREATHS, *ESTIMATES])
def test_each_piece_goes_where_it_belongs(text: str, values: Mapping[str, str]) -> None:
    ((tool, args),) = planned(text).calls
    assert tool == "change_records"
    assert args["values"] == values


@pytest.mark.parametrize("text", ["worked 3h on T-12 today", "log 3h on T-12", "I spent 3h on T-12", "3h on T-12 today"])
def test_hours_alone_are_a_time_entry(text: str) -> None:
    ((tool, args),) = planned(text).calls
    assert (tool, args["kind"], args["values"]["hours"], args["values"]["task"]) == ("create_record", "time entry", "3h", "T-12")


def test_the_hours_of_a_new_task_are_its_estimate() -> None:
    ((_, args),) = planned("create a task for Ana to test the page by Friday, 6h").calls
    assert args["values"]["hours"] == "6h"
