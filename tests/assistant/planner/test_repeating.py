"""How often a task repeats, in requests: what the planner passes on, and what it takes for none."""
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from assistant.planner.heard.hearing import hear
from assistant.planner.heard.mood import is_refusal, is_removal
from assistant.planner.heard.plan import Asked
from assistant.planner.heard.repeating import said_last
from assistant.planner.learned.weighing import is_order
from assistant.planner.planning import Planner
from tools import TOOLS

WEDNESDAY = date(2026, 11, 18)
NAMES = {"person": {"Ana Ruiz": "ana@x", "Ben Okafor": "ben@x"}, "project": {"Apollo": "APOLLO"}}
Said = Callable[[str], tuple[str, dict[str, Any]]]


@pytest.fixture(scope="module")
def planner() -> Planner:
    return Planner(TOOLS)


@pytest.fixture
def said(planner: Planner) -> Said:
    def call(text: str) -> tuple[str, dict[str, Any]]:
        plan = planner.plan(said_last(text, WEDNESDAY), Asked(NAMES, WEDNESDAY), [t.name for t in TOOLS])
        (name, args), = plan.calls
        return name, dict(args.get("values", {}))
    return call


@pytest.mark.parametrize(("text", "values"), [
    ("remind me every Monday to send the minutes", {"title": "Send the minutes", "recurrence": "every Monday", "owner": "me"}),
    ("every Monday, remind me to send the minutes", {"title": "Send the minutes", "recurrence": "every Monday", "owner": "me"}),
    ("create a task for Ben to check the backups every other Friday", {"title": "Check the backups", "recurrence": "every other Friday", "owner": "Ben"}),
    ("create a task for Ben to check the backups every other Friday until 24 December",
     {"title": "Check the backups", "recurrence": "every other Friday until 24 December", "owner": "Ben"}),
    ('remind me every Monday to read "The 5th Wave"', {"title": "The 5th Wave", "recurrence": "every Monday", "owner": "me"}),
    ("schedule a monthly reminder for me to send the invoices list", {"title": "Send the invoices list", "recurrence": "monthly", "owner": "me"}),
    ('create a task "Every Monday report" for Ben by Friday', {"title": "Every Monday report", "due": "Friday", "owner": "Ben"}),
    ("create a task for Ben to check the backups every other Friday, due 27 November",
     {"title": "Check the backups", "recurrence": "every other Friday", "due": "27 November", "owner": "Ben"}),
])
def test_a_new_task_repeats_and_no_date_is_read_twice(said: Said, text: str, values: dict[str, str]) -> None:
    assert said(text) == ("create_record", values)


@pytest.mark.parametrize(("text", "recurrence"), [
    ("make T-12 repeat monthly", "repeat monthly"), ("T-12 repeats every weekday", "repeats every weekday"), ("repeat T-12 every month on the 15th",
     "every month on the 15th"), ("set T-12 to repeat every 2 weeks on Friday starting 4 December", "repeat every 2 weeks on Friday starting 4 December"),
    ("stop repeating T-12", "never"), ("T-12 no longer repeats", "never"), ("cancel the repetition of T-12", "never"), ("don't repeat T-12 any more", "never"),
    ("make T-12 not repeat", "never"),
])
def test_a_task_is_made_to_repeat_or_to_stop(said: Said, text: str, recurrence: str) -> None:
    assert said(text) == ("change_records", {"recurrence": recurrence})


def test_stopping_a_repetition_is_an_order() -> None:
    heard = hear("stop repeating T-12", {}, WEDNESDAY)
    assert (is_order(heard), is_refusal(heard), is_removal(heard)) == (True, False, False)


@pytest.mark.parametrize("text", ["stop repeating yourself", "do not repeat that"])
def test_a_wish_about_our_manners_is_still_a_refusal(text: str) -> None:
    assert is_refusal(hear(text, {}, WEDNESDAY))


@pytest.mark.parametrize(("text", "moved"), [
    ("Every Monday, remind me to call.", "remind me to call Every Monday"), ("every Monday what is due?", "every Monday what is due?"),
    ("every Monday", "every Monday"), ("every Monday instead", "every Monday instead"), ("remind me to call", "remind me to call"),
])
def test_a_request_that_opens_with_how_often_opens_with_what_is_wanted(text: str, moved: str) -> None:
    assert said_last(text, WEDNESDAY) == moved
