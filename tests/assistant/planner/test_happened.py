"""What is done by a day to come is not done yet; what was done on a day is."""
import pytest

from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("text", "values"), [
    ("APOLLO-T-6 done by tomorrow", {"due": "tomorrow"}), ("APOLLO-T-6 will be done on Friday", {"due": "Friday"}),
    ("APOLLO-T-6: done tomorrow", {"due": "tomorrow"}), ("APOLLO-T-7 is ready by 27 November", {"due": "27 November"}),
    ("close APOLLO-I-1 on Friday", {"due": "Friday"}),
    ("APOLLO-T-6 was done on Monday", {"status": "done", "done on": "Monday"}), ("APOLLO-T-6 was finished yesterday", {"status": "done", "done on": "yesterday"}),
    ("set APOLLO-T-6 done and due Friday", {"status": "done", "due": "Friday"})])
def test_a_state_is_reached_only_on_a_day_gone_by(text: str, values: dict[str, str]) -> None:
    (_, args), = planned(text).calls
    assert args["values"] == values
