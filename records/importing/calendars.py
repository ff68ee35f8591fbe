"""Calendars of files by their names: one for all files where it is equal, else one named by the file's project."""
from collections.abc import Mapping
import re
from typing import Any

from records.finding import folded
from records.importing.base import Row
from records.importing.finding import Finder, Found
from records.kinds import Calendar

OF_PROJECT = re.compile(r"(?:msp|xer):(.+)/calendar/[^/]*")
WEEK = ("workdays", "hours", "days_off")
LONGEST = 200


class Calendars:
    """The calendars there are and those that the file has made so far."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder
        self._made: dict[str, list[tuple[int, Mapping[str, Any]]]] = {}

    def same(self, row: Row, values: Mapping[str, Any]) -> int | None:
        """The id of a calendar of this name, as it stands or with the file's project behind it, that is equal to what the row says."""
        for name in (str(values.get("name", "")), self._own(row, values)):
            known = [(r["id"], r) for r in self._finder.calendars() if folded(r["name"]) == folded(name)]
            for id_, there in (*known, *self._made.get(folded(name), ())):
                if _week(there) == _week(values):
                    return int(id_)
        return None

    def named(self, row: Row, values: Mapping[str, Any], there: Found | None) -> str:
        """What the calendar of a row is called here: as it was, or after its project where another calendar has its name."""
        name, own = str(values.get("name", "")), self._own(row, values)
        if there is not None:
            return own if there["name"] == own else name
        is_taken = any(folded(r["name"]) == folded(name) for r in self._finder.calendars()) or folded(name) in self._made
        return own if is_taken else name

    def made(self, id_: int, values: Mapping[str, Any]) -> None:
        self._made.setdefault(folded(str(values.get("name", ""))), []).append((id_, values))

    @staticmethod
    def is_of_file(kind: type, row: Row) -> bool:
        return kind is Calendar and OF_PROJECT.fullmatch(row.source) is not None

    def _own(self, row: Row, values: Mapping[str, Any]) -> str:
        project = OF_PROJECT.fullmatch(row.source)
        behind = f" ({project[1]})" if project else ""
        return f"{str(values.get('name', ''))[:LONGEST - len(behind)]}{behind}"


def _week(values: Mapping[str, Any]) -> tuple[object, ...]:
    """Working days, hours and days off, however they are written."""
    return tuple(float(v) if name == "hours" else tuple(sorted(re.split(r"[\s,]+", str(v)))) for name, usual in zip(WEEK, ("1, 2, 3, 4, 5", 8, ""), strict=True)
                 for v in [values.get(name, usual)])
