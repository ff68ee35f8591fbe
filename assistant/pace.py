"""How often somebody may do what anybody can do: so many times within a while, for each name that is counted. Of this process only."""
from collections import OrderedDict, deque
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Lock

MOST_NAMES = 10_000


class Pace:
    def __init__(self, most: int, within: timedelta, clock: Callable[[], datetime]) -> None:
        self._most, self._within, self._clock = most, within, clock
        self._done: OrderedDict[str, deque[datetime]] = OrderedDict()
        self._lock = Lock()

    def wait(self, name: str) -> timedelta | None:
        """Count this time; how long to wait instead, when there were too many already."""
        now = self._clock()
        with self._lock:
            done = self._done.setdefault(name, deque())
            self._done.move_to_end(name)
            while done and done[0] <= now - self._within:
                done.popleft()
            if len(done) >= self._most:
                return done[0] + self._within - now
            done.append(now)
            if len(self._done) > MOST_NAMES:
                self._done.popitem(last=False)
            return None
