"""What is asked for once and comes again: schedules and saved questions, as people say them; all else goes on as it was said."""
from datetime import date
from typing import Any

import pytest

from assistant.assistant import Assistant
from assistant.messages import Answer, Question
from assistant.standing import sends
from reports.blocks import Preview, Table, Text

TODAY = date(2026, 11, 18)
ANA, BEN = "ana@northlight.example", "ben@northlight.example"
REPORT: dict[str, str] = {"what": "report", "project": "Apollo"}


@pytest.mark.parametrize(("said", "values"), [
    ("send me the Apollo report every Monday 8:00", {**REPORT, "often": "every Monday 8:00"}),
    ("every Monday at 8 send me the Apollo report", {**REPORT, "often": "every Monday at 8"}),
    ("post the Apollo report to #steerco every second Monday at 9", {**REPORT, "often": "every second Monday at 9", "channel": "#steerco"}),
    ("every first working day the portfolio to the board channel", {"what": "portfolio", "often": "every first working day", "channel": "#board"}),
    ("email me the portfolio summary on the first working day of each month at 7:30",
     {"what": "portfolio", "often": "on the first working day of each month at 7:30", "by": "e-mail"}),
    ("send the status report of Apollo to Elena Marsh every Friday at 16:00 as pptx",
     {**REPORT, "often": "every Friday at 16:00", "person": "Elena Marsh", "format": "pptx"}),
    ("send Elena the Apollo report every Monday", {**REPORT, "often": "every Monday", "person": "Elena"}),
    ("mail the Apollo report to client@elsewhere.example weekly on Fridays", {**REPORT, "often": "weekly on Fridays", "email": "client@elsewhere.example"}),
    ("tell me what is overdue every weekday at 8", {"what": "question", "question": "what is overdue", "often": "every weekday at 8"}),
    ("give me the portfolio every quarter by e-mail", {"what": "portfolio", "often": "every quarter", "by": "e-mail"}),
])
def test_a_wish_for_what_comes_of_itself_is_read(said: str, values: dict[str, str]) -> None:
    assert sends(said, TODAY) == values


@pytest.mark.parametrize("said", [
    "remind me every Monday to send the minutes", "send the minutes every Monday", "send the Apollo report", "Ben should send the report on Monday",
    "what is due every Monday", "create a task to send the report every Monday", "send me the Apollo report every Monday except in May",
])
def test_another_wish_is_left_alone(said: str) -> None:
    assert sends(said, TODAY) == {}


async def ask(assistant: Assistant, who: str, text: str, thread: str) -> Answer:
    return await assistant.answer(Question(f"{thread}/{who}/{text}", who, thread, text))


def shown(answer: Answer) -> dict[str, Any]:
    (preview,) = [b for b in answer.blocks if isinstance(b, Preview)]
    return {c.field: c.after for c in preview.changes}


async def test_a_schedule_that_waits_is_corrected_in_words_and_gets_another_beside_it(assistant: Assistant) -> None:
    await ask(assistant, ANA, "send me the Apollo report every Monday at 8", "w")
    assert shown(await ask(assistant, ANA, "make it Thursdays", "w"))["often"] == "every Thursday at 8"
    both = await ask(assistant, ANA, "And one for Borealis too.", "w")
    (preview,) = [b for b in both.blocks if isinstance(b, Preview)]
    assert [c.after for c in preview.changes if c.field == "project"] == ["Apollo", "Borealis"]


async def test_a_schedule_is_shown_with_its_first_day_and_made_by_a_yes(assistant: Assistant) -> None:
    made = shown(await ask(assistant, ANA, "Please send me the Apollo report every Monday 8:00.", "t"))
    assert made == {"project": "Apollo", "often": "every Monday 8:00", "at": "08:00", "owner": "Ana Ruiz", "first day": "Mon 23 Nov 2026"}
    assert "Done" in str((await ask(assistant, ANA, "yes", "t")).blocks[0])
    (table,) = [b for b in (await ask(assistant, ANA, "show my schedules", "t")).blocks if isinstance(b, Table)]
    assert table.keys == ("SE-2",)
    assert shown(await ask(assistant, ANA, "pause SE-2", "t")) == {"status": "paused"}
    assert shown(await ask(assistant, ANA, "stop sending me the Apollo report", "u")) == {"status": "paused"}
    assert not [b for b in (await ask(assistant, BEN, "stop sending me the Apollo report", "v")).blocks if isinstance(b, Preview)]


async def test_what_goes_outside_the_office_waits_for_its_owner(assistant: Assistant) -> None:
    outside = await ask(assistant, ANA, "mail the Apollo report to client@elsewhere.example every Friday", "t")
    assert shown(outside)["mode"] == "draft first"
    inside = await ask(assistant, ANA, "mail the Apollo report to elena@northlight.example every Friday", "u")
    assert "mode" not in shown(inside)


async def test_a_question_is_saved_shared_and_run_by_its_name_with_the_rights_of_who_runs_it(assistant: Assistant) -> None:
    assert (await ask(assistant, ANA, "save this question", "t")).error
    await ask(assistant, ANA, "which tasks are overdue on Apollo?", "t")
    made = shown(await ask(assistant, ANA, "save this question as Monday numbers and share it with Apollo", "t"))
    assert made == {"title": "Monday numbers", "question": "which tasks are overdue on Apollo?", "project": "Apollo", "owner": "Ana Ruiz"}
    await ask(assistant, ANA, "yes", "t")
    for who in (ANA, BEN):                                  # Ben works on Apollo too
        ran = await ask(assistant, who, "run my Monday numbers", "run")
        assert ran.blocks[-1] == Text("“Monday numbers” asks: which tasks are overdue on Apollo?") or any(isinstance(b, Table) for b in ran.blocks)
        (table,) = [b for b in ran.blocks if isinstance(b, Table)]
        assert "APOLLO-T-5" in table.keys
    assert shown(await ask(assistant, ANA, "send me my Monday numbers every Monday at 9", "s"))["question"] == "Monday numbers"


async def test_a_question_that_is_nobody_elses_is_not_run_by_others(assistant: Assistant) -> None:
    await ask(assistant, ANA, "which tasks are overdue on Apollo?", "t")
    await ask(assistant, ANA, "save this question as my secret numbers", "t")
    await ask(assistant, ANA, "yes", "t")
    assert "asks: which tasks" not in str((await ask(assistant, BEN, "run secret numbers", "t")).blocks)


@pytest.mark.parametrize(("said", "title", "question"), [
    ("save this question as weekly risks: top 5 risks of Apollo", "weekly risks", "top 5 risks of Apollo"),
    ('save the question "top 5 risks of Apollo" as Weekly risks', "Weekly risks", "top 5 risks of Apollo"),
    ("save question: what is overdue? as late ones", "late ones", "what is overdue?"),
    ("save the question which tasks are late as late ones", "late ones", "which tasks are late")])
async def test_a_question_that_is_said_with_its_name_is_saved_as_it_is_said(assistant: Assistant, said: str, title: str, question: str) -> None:
    assert shown(await ask(assistant, ANA, said, "t")) == {"title": title, "question": question, "owner": "Ana Ruiz"}


async def test_an_order_or_a_click_is_no_question_to_be_saved_and_a_schedule_is_set_and_stopped(assistant: Assistant) -> None:
    await ask(assistant, ANA, "what is overdue on Apollo?", "t")
    await ask(assistant, ANA, "move APOLLO-T-12 to next Friday", "t")
    await ask(assistant, ANA, "discard", "t")
    assert shown(await ask(assistant, ANA, "save this question as weekly risks", "t"))["question"] == "what is overdue on Apollo?"
    await ask(assistant, ANA, "yes", "t")
    made = shown(await ask(assistant, ANA, "ask weekly risks every Monday at 9", "u"))
    assert (made["question"], made["often"]) == ("weekly risks", "every Monday at 9")
    await ask(assistant, ANA, "yes", "u")
    assert shown(await ask(assistant, ANA, "change the hour of SE-2 to 9:30", "u")) == {"at": "09:30"}
    assert shown(await ask(assistant, ANA, "stop that schedule", "u")) == {"status": "paused"}
    assert shown(await ask(assistant, ANA, "stop the schedule SE-2", "v")) == {"status": "paused"}


def test_a_report_may_be_for_somebody_and_for_a_project() -> None:
    people = {"carla"}
    assert sends("schedule a report of Corvus every Monday for Carla", TODAY, (), people) == {"what": "report", "project": "Corvus", "often": "every Monday",
                                                                                             "person": "Carla"}
    assert sends("schedule a report for Corvus every Monday", TODAY, (), people) == {"what": "report", "project": "Corvus", "often": "every Monday"}
