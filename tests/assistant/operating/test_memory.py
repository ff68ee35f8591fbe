"""What a process that runs for months does about its memory."""
import gc

from assistant.operating import memory


class Ring:
    """Refers to itself, so that only a look through all finds that nobody needs it."""
    alive = 0

    def __init__(self) -> None:
        self.me = self
        Ring.alive += 1

    def __del__(self) -> None:
        Ring.alive -= 1


def test_what_refers_to_itself_only_is_let_go() -> None:
    Ring()
    memory.tidy()
    assert Ring.alive == 0


def test_what_was_loaded_is_not_looked_through_again() -> None:
    before = gc.get_threshold()
    memory.settle()
    assert (gc.get_threshold(), gc.get_freeze_count() > 0) == (memory.OFTEN, True)
    gc.set_threshold(*before)
