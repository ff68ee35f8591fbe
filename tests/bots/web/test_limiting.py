"""How many requests somebody may make in a minute: each person, and whoever is not signed in from one address; a limit is said with every answer."""
from pathlib import Path
from typing import Any

import httpx
import pytest

from bots.web import limiting, web
from bots.web.limiting import WINDOW, Counter
from tests.bots.web.whole import refusal
from tests.conftest import settings_in
from tests.fakes.assistant import Company, StandIn


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_window_begins_with_the_first_request_and_is_over_after_a_minute() -> None:
    clock = Clock()
    counter = Counter("person", 2, clock)
    told = [counter.take("ana") for _ in range(3)]
    assert [(t.left, t.resets, t.is_over) for t in told if t] == [(1, 60, False), (0, 60, False), (-1, 60, True)]
    clock.now += 59.5
    last = counter.take("ana")
    assert last
    assert (last.is_over, last.resets) == (True, 1)
    assert last.headers == {"ratelimit-policy": '"person";q=2;w=60', "ratelimit": '"person";r=0;t=1', "retry-after": "1"}
    clock.now += 0.5
    again = counter.take("ana")
    assert again
    assert again.headers == {"ratelimit-policy": '"person";q=2;w=60', "ratelimit": '"person";r=1;t=60'}


def test_a_look_counts_nothing_and_no_limit_is_none() -> None:
    counter = Counter("person", 1, Clock())
    assert [counter.take("ana", 0) == counter.take("ana", 0) for _ in range(3)] == [True] * 3
    assert (first := counter.take("ana"))
    assert not first.is_over
    assert Counter("person", 0).take("ana") is None


def test_what_is_known_stays_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limiting, "MOST_KNOWN", 3)
    clock = Clock()
    counter = Counter("address", 1, clock)
    for n in range(5):
        counter.take(f"old {n}")
    assert list(counter._known) == ["old 2", "old 3", "old 4"]
    clock.now += WINDOW
    counter.take("new")
    assert list(counter._known) == ["new"]


def client(app: Any, address: str = "127.0.0.1", **headers: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app, client=(address, 5000)), base_url="http://127.0.0.1/api/v1", headers=headers)


async def test_a_person_who_asks_too_much_is_told_when_to_go_on_and_nobody_else_is(tmp_path: Path) -> None:
    app = web(StandIn(), Company(), settings_in(tmp_path, sample=True, rate_limit=2))
    async with client(app, **{"X-PMO-Person": "Ana"}) as ana, client(app, **{"X-PMO-Person": "Ben"}) as ben:
        answers = [await ana.get("/threads/latest") for _ in range(3)]
        assert [a.status_code for a in answers] == [200, 200, 429]
        assert [a.headers["ratelimit"].partition(";t")[0] for a in answers] == ['"person";r=1', '"person";r=0', '"person";r=0']
        assert refusal(answers[2])[1].startswith("Too many requests: 2 in a minute are the most. Go on in ")
        assert 0 < int(answers[2].headers["retry-after"]) <= 60
        assert answers[2].headers["content-security-policy"]
        assert (await ben.get("/threads/latest")).status_code == 200
        assert (await ana.get("http://127.0.0.1/page/app.js")).status_code == 200


async def test_who_is_not_signed_in_is_counted_by_their_address(tmp_path: Path) -> None:
    app = web(StandIn(), Company(), settings_in(tmp_path, sample=False, rate_limit=2))
    async with client(app, "10.0.0.1") as one, client(app, "10.0.0.1", Authorization="Bearer pmo_guess") as guessing, client(app, "10.0.0.2") as other:
        assert [(await one.get("/people")).status_code for _ in range(2)] == [401, 401]
        assert refusal(await one.get("/health"))[0] == 429
        assert refusal(await guessing.get("/people"))[0] == 429
        assert (await other.get("/people")).headers["ratelimit"].startswith('"address";r=1;')
