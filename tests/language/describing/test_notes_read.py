"""Notes of a meeting: whose each task is and by when, what is urgent, what was decided and feared, and what is wrong and no work."""
from datetime import date

import pytest

from language.describing.parting import Around, doing
from language.describing.reading import Said, read

PEOPLE = {"Ana Ruiz": "P-1", "Ben Okafor": "P-2", "Dev Patel": "P-5"}
NOTES = """Apollo weekly 18 Nov, present: Ana, Ben, Dev
- Ben will fix the invoice total by tomorrow, it is urgent
- Dev to send the test data for dealers by 24 Nov (about 4h)
- Ana talks to legal again on Monday
- We decided to drop the dealer pages from the pilot
- Risk: Nimbora contract may not be signed before Christmas
- Legal has no capacity until January"""
LINES = """Standup, 18 Nov
Ben checks the logs on Thursday, asap
the racks are blocked by the fire inspection
agreed: no dealer pages
nobody has time for the texts"""


def said(text: str) -> list[Said]:
    return [s for s in read(text, Around(PEOPLE, date(2026, 11, 18), is_notes=True)) if s.title and s.kind not in ("heading", "context")]


def test_each_line_of_notes_is_what_it_is() -> None:
    assert [(s.kind, s.title, s.owner, s.due, s.hours, s.urgency) for s in said(NOTES)] == [
        ("task", "Fix the invoice total", "P-2", date(2026, 11, 19), None, 1), ("task", "Send the test data for dealers", "P-5", date(2026, 11, 24), 4, 0),
        ("task", "Talk to legal again", "P-1", date(2026, 11, 23), None, 0), ("decision", "Drop the dealer pages from the pilot", "", None, None, 0),
        ("risk", "Nimbora contract may not be signed before Christmas", "", None, None, 0), ("issue", "Legal has no capacity until January", "", None, None, 0)]


def test_lines_without_bullets_and_capitals_stand_for_themselves() -> None:
    assert [(s.kind, s.title) for s in said(LINES)] == [
        ("task", "Check the logs"), ("issue", "The racks are blocked by the fire inspection"), ("decision", "No dealer pages"),
        ("issue", "Nobody has time for the texts")]


def test_what_lacks_is_no_issue_of_a_description() -> None:
    found = read("The portal has no search.\n- build a search", Around(PEOPLE, date(2026, 11, 18)))
    assert [s.title for s in found if s.title] == ["Build a search"]


@pytest.mark.parametrize(("told", "order"), [
    ("talks to legal again", "talk to legal again"), ("tries the firmware", "try the firmware"), ("fixes the total", "fix the total"),
    ("watches the logs", "watch the logs"), ("is ill on Monday", ""), ("says that it works", ""), ("has no time", ""), ("reports that all is well", "")])
def test_what_somebody_does_is_put_as_an_order(told: str, order: str) -> None:
    assert doing(told) == order


@pytest.mark.parametrize("remark", [", it is urgent", " (urgent)", ", asap", " - high priority", ", that's very important"])
def test_how_urgent_it_is_leaves_the_title(remark: str) -> None:
    assert said(f"- Ben to fix the total{remark}")[0].title == "Fix the total"


def test_the_headline_of_notes_and_the_next_meeting_are_no_tasks() -> None:
    found = said("Minutes steering committee Apollo, 17 November\n1. Ana will send a recovery plan by Friday.\n2. Next meeting 1 December, 10:00.")
    assert [(s.kind, s.title) for s in found] == [("task", "Send a recovery plan")]
