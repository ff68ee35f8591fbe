"""What somebody might try to see or write more than they may; nothing of it works, and nothing of it tells."""
import asyncio
from datetime import timedelta

import pytest

from assistant.assistant import Assistant
from assistant.messages import Question
from records.errors import BadInput, NotFound, Refused
from records.kinds import Task
from records.proposals import Change, Create, Undo
from reports.formats.markdown import markdown
from tests.records.conftest import ADMIN, ANA, BEN, DORA, NOW, Office

SECRETS = ("Zephyr", "ZEPHYR", "sensor maker", "maker of sensors", "Hagen", "bidder", "letter of intent", "Sound out")
TRIES = (
    "how is Zephyr doing?", "list all projects", "how many projects are there?", "show the projects sorted by name", "which projects are restricted?",
    "the restricted project",
    "what changed since last month?", "what happened in the last 300 days?", "show ZEPHYR", "show ZEPHYR-T-1", "show ZEPHYR-R-1",
    "history of ZEPHYR-MS-1", "who is on Zephyr?",
    "tasks of Sofia", "what is Sofia working on?", "what should Mia do this week?", "how loaded is Sofia?", "who is overloaded?", "top 50 risks",
    "all milestones", "all budget lines",
    "rank the projects by risk", "rank the projects by NPV", "how is the portfolio?", "are our projects aligned with strategy?", "show OBJ-5",
    "what is the NPV of Zephyr?",
    "create a task in Zephyr: look around", "log a risk on Zephyr: it may leak", "move T-12 to Zephyr", "set the project of T-12 to Zephyr",
    "mark ZEPHYR-T-2 done",
    "set the objective of Apollo to Enter the Nordic market", "how many tasks does each project have?", "what is the portfolio worth?",
    "decisions needed", "write a status report for ZEPHYR",
    "undo #40", "undo #60", "undo #80", "undo #100", "what did Sofia finish?", "which benefits do we have?", "show all cash flows",
    "show all cost entries", "search Zephyr",
)


@pytest.mark.parametrize("says", TRIES)
def test_an_outsider_never_hears_of_the_restricted_project(assistant: Assistant, says: str) -> None:
    answer = asyncio.run(assistant.answer(Question("q", "ben@northlight.example", "t", says)))
    shown = markdown(answer.blocks).replace("\\", "")
    asked = [s for s in SECRETS if s in says]
    assert not [s for s in SECRETS if s in shown and s not in asked], shown
    assert not [s.key for s in answer.sources if "ZEPHYR" in s.key]


def test_a_member_moves_no_record_into_a_project_they_are_not_on(office: Office) -> None:
    office.do(ADMIN, Create("project", {"name": "Gemini"}))
    with pytest.raises(Refused, match="not on that project's team"):
        office.plan(BEN, Change("task", ("APOLLO-T-1",), {"project_id": 3}))
    office.plan(ADMIN, Change("task", ("APOLLO-T-1",), {"project_id": 3}))


def test_a_hidden_change_and_one_that_never_was_are_told_alike(office: Office) -> None:
    hidden = office.do(DORA, Change("task", ("ZEPHYR-T-1",), {"hours": 11}))
    said = []
    for position in (hidden, 9999, 10**30, -1):
        with pytest.raises(NotFound) as sorry:
            office.plan(BEN, Undo(position))
        said.append(str(sorry.value).replace(str(position), "N"))
    assert len(set(said)) == 1


def test_nobody_makes_themselves_a_member_or_an_admin(office: Office) -> None:
    for wish in (Create("membership", {"project_id": 1, "person_id": 3}), Change("person", ("P-3",), {"role": "PMO admin"}),
                 Change("project", ("APOLLO",), {"manager_id": 3})):
        with pytest.raises(Refused):
            office.plan(BEN, wish)


@pytest.mark.parametrize("values",
                         [{"hours": float("inf")}, {"hours": float("nan")}, {"progress": 10**30}, {"title": "x" * 100_000}, {"points": -1},
                          {"owner_id": 10**30}])
def test_odd_numbers_and_endless_texts_are_refused_in_words(office: Office, values: dict[str, object]) -> None:
    with pytest.raises((BadInput, NotFound)):
        office.plan(BEN, Change("task", ("APOLLO-T-1",), values))


def test_a_text_that_looks_like_sql_or_a_template_is_only_a_text(office: Office) -> None:
    title = "'; DROP TABLE task; -- {{ 7*7 }} %s [[apollo.cpi]] <script>"
    office.do(ANA, Create("task", {"title": title, "project_id": 1}))
    with office.reader(BEN) as reader:
        assert reader.get(Task, "APOLLO-T-3").title == title


def test_what_a_record_said_in_a_hidden_project_is_not_told_after_it_was_moved_out(office: Office) -> None:
    office.do(DORA, Change("task", ("ZEPHYR-T-1",), {"description": "Secret price 40M"}))
    office.do(DORA, Change("task", ("ZEPHYR-T-1",), {"description": ""}))
    office.do(ADMIN, Change("task", ("ZEPHYR-T-1",), {"project_id": 1}))
    office.do(ANA, Change("task", ("ZEPHYR-T-1",), {"priority": "high"}))
    with office.reader(BEN) as reader:
        told = reader.history(Task, 3)
        since = reader.events(NOW - timedelta(days=1))
    assert [sorted(e.after) for e in told] == [["priority"], ["project_id"]]
    assert told[1].before == {"project_id": None}
    assert "Secret" not in str(told) + str(since)
    with office.reader(DORA) as reader:
        assert len(reader.history(Task, 3)) == 5
