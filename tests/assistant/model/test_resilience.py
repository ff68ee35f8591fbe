"""A provider that fails is left alone for a while, and tried again by one turn at a time."""
from assistant.model.resilience import Breaker


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_two_failures_in_a_row_open_it_and_a_success_closes_it() -> None:
    breaker = Breaker(limit=2, rest=30, clock=Clock())
    breaker.record(ok=False)
    assert breaker.allows()
    breaker.record(ok=True)
    breaker.record(ok=False)
    assert breaker.allows()
    breaker.record(ok=False)
    assert not breaker.allows()


def test_after_its_rest_one_turn_tries_and_the_others_go_on_waiting() -> None:
    clock = Clock()
    breaker = Breaker(limit=1, rest=30, clock=clock)
    breaker.record(ok=False)
    clock.now = 30
    assert (breaker.allows(), breaker.allows()) == (True, False)
    breaker.record(ok=True)
    assert breaker.allows()
