"""How quickly the API lists fifty of a large portfolio's tasks for a member: over real HTTP, from a server of its own, beside the same rows in plain SQL."""
from collections.abc import Iterator
from http.client import HTTPConnection
import json
import os
import subprocess
from typing import Any
from urllib.parse import urlencode, urlsplit

from assistant.entering import Entering
from benchmarks.large import Large
from benchmarks.measuring import Measure, spread
from benchmarks.portfolio import person
from benchmarks.reading import NEXT
from benchmarks.starting import PMO, address
from records.asker import Role

MOST_MS, MANY = 40, 50
NEXT_ASKED = {"where": ["status not in done, cancelled", "due at least today"], "sort": "due"}
LISTS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("as they come", {}), ("that are due next", NEXT_ASKED), ("that are due next, three fields", {**NEXT_ASKED, "fields": "title,due,owner"}))


def lists(large: Large) -> Iterator[Measure]:
    """Lists of fifty tasks, and the second page of one."""
    who, today = person(large.database, Role.member), large.now.date()
    token = Entering(large.database, lambda: large.now).token(who.email, who.email)
    said = NEXT.format(who=who.person, today=today)
    with large.plain() as connection:
        plain = spread(lambda: connection.execute(said).fetchall(), large.often(100))
    yield Measure(f"50 next tasks of a member in plain SQL, {large.engine}: p50", plain.p50, "ms")
    with subprocess.Popen([*PMO, "serve"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=_environment(large)) as served:
        try:
            asking = _Asking(address(served), token)
            for name, asked in LISTS:
                took = spread(lambda asked=asked: asking.page(asked), large.often(100))  # type: ignore[misc]
                yield Measure(f"API list of {MANY} tasks {name}, for a member, {large.engine}: p50", took.p50, "ms", most=large.limit(MOST_MS))
            second = {**NEXT_ASKED, "cursor": asking.page(NEXT_ASKED)["next"]}
            took = spread(lambda: asking.page(second), large.often(100))
            yield Measure(f"its second page, {large.engine}: p50", took.p50, "ms", most=large.limit(MOST_MS))
        finally:
            served.terminate()


class _Asking:
    """One connection that stays open, as a program's does."""

    def __init__(self, at: str, token: str) -> None:
        self._connection, self._headers = HTTPConnection(str(urlsplit(at).netloc)), {"Authorization": f"Bearer {token}"}

    def page(self, asked: dict[str, Any]) -> Any:
        """A page of the list; raises when it has not fifty records."""
        self._connection.request("GET", f"/api/v1/records?{urlencode({'kind': 'task', 'limit': MANY, **asked}, doseq=True)}", headers=self._headers)
        answer = self._connection.getresponse()
        told = json.loads(answer.read())
        if answer.status != 200 or len(told["records"]) != MANY:  # noqa: PLR2004 - HTTP's word for well
            raise RuntimeError(f"the list failed: {told}")
        return told


def _environment(large: Large) -> dict[str, str]:
    """A server of these records that does nothing beside."""
    return {**os.environ, "PMO_HOME": str(large.folder), "PMO_DATABASE_URL": large.url, "PMO_NOW": large.now.isoformat(), "PMO_PORT": "0",
            "PMO_WORK": "false", "PMO_RATE_LIMIT": "0"}
