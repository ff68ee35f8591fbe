"""Who writes next: whoever has waited longest, whatever the number of those who wait."""
from pathlib import Path
from threading import Thread

import pytest

from records.database import Database
from records.migrating import upgrade


def test_writers_take_turns_in_the_order_they_came(tmp_path: Path) -> None:
    database, order, threads = Database(f"sqlite:///{tmp_path / 'pmo.db'}"), list[int](), list[Thread]()
    upgrade(database)

    def write(number: int) -> None:
        with database.writing():
            order.append(number)

    with database.writing():
        for number in range(20):
            threads.append(Thread(target=write, args=(number,)))
            threads[-1].start()
            while len(database._writer._waiting) <= number:
                threads[-1].join(0.001)
    for thread in threads:
        thread.join()
    assert order == list(range(20))


def test_a_writer_that_fails_passes_the_turn_on(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'pmo.db'}")
    upgrade(database)
    for _ in range(2):
        with pytest.raises(KeyError), database.writing():
            raise KeyError
    with database.writing():
        assert database._writer._is_taken
    assert not database._writer._is_taken
