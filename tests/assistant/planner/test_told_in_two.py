"""An order that is told in two breaths is one order."""
import pytest

from assistant.planner.reworded.told_in_two import told_in_two


@pytest.mark.parametrize(("said", "order"), [
    ("I can't make the order list by Friday because the server is down; Monday is realistic.", "move the order list to Monday because the server is down"),
    ("We won't finish the order list by 20 November, next Tuesday is more likely", "move the order list to next Tuesday"),
    ("Sorry, I cannot deliver T-5 on Friday - rather Monday", "Sorry, move T-5 to Monday"),
    ("Give Jonas until next Tuesday then, but keep the rest of the plan as it is.", "move it to next Tuesday"),
    ("Give her more time until Friday for the order list", "move the order list to Friday"),
    ("Finished it, took me 6 hours in total today and yesterday. Book it on Tuesday and mark it done.", "Finished it, took me 6 hours on Tuesday. Mark it done."),
    ("6 hours on the order list, book them all on Monday", "6 hours on Monday on the order list"),
    ("set it back to in progress and expect it by Wednesday next week", "set it back to in progress and move it to Wednesday next week"),
    ("Jonas just called: Scanfix delivers only on December 7th. Move the order task accordingly.",
     "move the order task to December 7th because Scanfix delivers only on December 7th")])
def test_it_is_put_as_one(said: str, order: str) -> None:
    assert told_in_two(said).rstrip(".") == order.rstrip(".")


@pytest.mark.parametrize("said", [
    "I can't make the order list by Friday", "4 hours on T-5 yesterday and 2 hours today. Book it.", "what do we expect by Wednesday?",
    "give Jonas the order list until Tuesday", "book a room on Tuesday", "move the order task accordingly", "Jonas called off the meeting",
    "I booked 6 hours on Tuesday"])
def test_anything_else_stays(said: str) -> None:
    assert told_in_two(said) == said
