"""Several things to do in one message are a line each, and one thing with a semicolon in it stays one."""
import pytest

from assistant.planner.heard.many_tasks import several
from tests.assistant.planner.asking import heard, planned


@pytest.mark.parametrize(("text", "lines"), [
    ("Add to Dione:\n- order the lamps, Jonas\n- check the alarms, 4h", ("order the lamps, Jonas", "check the alarms, 4h")),
    ("- book the room\n- send the invitations\n- order the food", ("book the room", "send the invitations", "order the food")),
    ("Add these to Apollo: draft the FAQ (Dev); inform support", ("draft the FAQ (Dev)", "inform support")),
    ("todo apollo: write the FAQ; test the chat; brief support", ("write the FAQ", "test the chat", "brief support")),
    ("Tasks for Corvus\n1) label the racks\n2) print the badges", ("label the racks", "print the badges")),
    ("from the standup, Apollo: Ben fixes the timeout, Dev drafts the notes and Ana calls legal",
     ("Ben fixes the timeout", "Dev drafts the notes", "Ana calls legal"))])
def test_a_list_is_taken_line_by_line(text: str, lines: tuple[str, ...]) -> None:
    assert several(heard(text)) == lines
    assert planned(text).calls[0][0] == "create_tasks"


@pytest.mark.parametrize("text", ["task for Ben: check this; and that", "log a risk on Apollo: the supplier is late; high impact", "what is overdue: Ben; Ana?",
                                  "delete these: APOLLO-T-1; APOLLO-T-2", "Ben, Ana and Dev"])
def test_what_is_no_list_of_tasks_is_not_taken_for_one(text: str) -> None:
    assert several(heard(text)) == ()
