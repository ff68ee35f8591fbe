"""Reports of many projects as they were made: given again while no record has changed since, to the very asker with the very rights only."""
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import datetime
from threading import Lock

from records.reading import Reader
from reports.formats.base import Report

MOST = 64                       # reports; the one that was not wanted for longest goes


class Kept:
    """By who asks (with their roles and who reads along), the position of the log, the day, and what was asked for.

    Every record that a report or a right rests on is written by the log, so at the same position the same asker sees the same.
    """

    def __init__(self) -> None:
        self._reports: OrderedDict[Hashable, Report] = OrderedDict()
        self._lock = Lock()

    def of(self, reader: Reader, about: Hashable, now: datetime, make: Callable[[], Report]) -> Report:
        """The report that was made before, of now; or a new one."""
        at = (reader.asker, reader.latest_position(), now.date(), now.tzinfo, about)
        with self._lock:
            found = self._reports.get(at)
            if found is not None:
                self._reports.move_to_end(at)
        if found is not None:
            return replace(found, made=now, says=found.says.replace(_moment(found.made), _moment(now)))
        made = make()
        with self._lock:
            self._reports[at] = made
            while len(self._reports) > MOST:
                self._reports.popitem(last=False)
        return made


def _moment(of: datetime) -> str:
    return f"as of {of:%a %-d %b %Y %H:%M} {of.tzname() or 'UTC'}"
