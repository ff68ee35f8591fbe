"""How far a turn may go."""
from assistant.outcome import LONGEST_TURN, longest


def test_a_slow_model_is_given_the_time_that_the_office_sets_and_the_planner_some_more() -> None:
    assert [longest(20.0), longest(60.0)] == [LONGEST_TURN, LONGEST_TURN]
    assert longest(600.0) > 600.0
