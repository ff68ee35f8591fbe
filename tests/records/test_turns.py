"""Who writes next: whoever has waited longest, whatever the number of those who wait."""
from threading import Thread

import pytest

from records.database import Database


def test_writers_take_turns_in_the_order_they_came(bare: Database) -> None:
    order, threads = list[int](), list[Thread]()

    def write(number: int) -> None:
        with bare.writing():
            order.append(number)

    with bare.writing():
        for number in range(20):
            threads.append(Thread(target=write, args=(number,)))
            threads[-1].start()
            while len(bare._writer._waiting) <= number:
                threads[-1].join(0.001)
    for thread in threads:
        thread.join()
    assert order == list(range(20))


def test_a_writer_that_fails_passes_the_turn_on(bare: Database) -> None:
    for _ in range(2):
        with pytest.raises(KeyError), bare.writing():
            raise KeyError
    with bare.writing():
        assert bare._writer._is_taken
    assert not bare._writer._is_taken
