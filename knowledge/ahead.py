"""Doing what comes next while the present is dealt with, in the order in which it comes."""
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

From = TypeVar("From")
To = TypeVar("To")


def ahead(work: Callable[[From], To], items: Iterable[From], most: int) -> Iterator[To]:
    """What the work makes of each item; a thread is up to so many items ahead of who takes them."""
    pool, waiting = ThreadPoolExecutor(1), deque[Future[To]]()
    try:
        for item in items:
            waiting.append(pool.submit(work, item))
            if len(waiting) > most:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def bundled(items: Iterable[From], weight: Callable[[From], int], most: int) -> Iterator[list[From]]:
    """Some items after another, until they weigh so much together."""
    some, total = list[From](), 0
    for item in items:
        some.append(item)
        total += weight(item)
        if total >= most:
            yield some
            some, total = [], 0
    if some:
        yield some
