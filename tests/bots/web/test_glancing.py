"""One's own by HTTP: work at a glance, what waits for an answer, and conversations."""
from datetime import datetime, timedelta
from typing import Any

import pytest

from assistant.office import Office
from assistant.settings import Settings
from records import threads
from records.database import Database
from records.threads import Turn
from tests.bots.web.whole import Api, refusal
from tests.conftest import NOW

DORA = 8                     # who asked nothing in this company yet


def asked(settings: Settings, person: int, *said: tuple[str, str]) -> None:
    """Keep questions in threads, each a minute later than the one before."""
    database = Database(settings.url)
    with database.writing() as tx:
        for n, (thread, question) in enumerate(said):
            at: datetime = NOW + timedelta(minutes=n)
            threads.keep(tx, Turn(id=f"{person}/{thread}/{n}", thread=thread, seq=0, asker_id=person, at=at, question=question,
                                  answer='{"thread": "", "blocks": []}'))
            tx.flush()
    database.engine.dispose()


async def test_a_preview_that_waits_is_found_at_a_glance(api: Api) -> None:
    wish = {"kind": "task", "values": {"title": "At a glance", "project": "APOLLO"}, "thread": "talk-3"}
    number = (await api.post("/proposals", json=wish)).json()["proposal"]["id"]
    assert {"says": "New task: At a glance", "proposal": number, "thread": "talk-3"} in (await api.told("/work"))["open"]
    assert number not in str(await api.told("/work", "ben"))


async def test_the_office_is_called_as_its_record_says(api: Api) -> None:
    assert (await api.told("/health"))["office"] == "Northlight"


async def test_work_is_seen_at_a_glance(api: Api) -> None:
    work = await api.told("/work", "elena")
    assert work["name"] == "Elena Marsh"
    assert {block["type"] for block in work["mine"]} <= {"text", "table", "choices"}
    assert all(card["type"] == "card" for card in work["projects"])


async def test_what_is_switched_off_on_the_page_is_told_so_that_it_is_not_suggested(api: Api) -> None:
    rule = {"kind": "tool rule", "values": {"tool": "my_work", "face": "page", "state": "off"}}
    paula = {"X-PMO-Person": "paula"}
    number = (await api.post("/proposals", json=rule, headers=paula)).json()["proposal"]["id"]
    await api.post(f"/proposals/{number}/confirm", headers=paula)
    off = await api.told("/work", "elena")
    await api.post(f"/proposals/{number}/undo", headers=paula)
    assert (off["off"], off["waiting"]) == (["my_work"], [])
    assert off["mine"][0]["text"].startswith("The PMO switched “my work” off here")
    assert (await api.told("/work", "elena"))["off"] == []


async def test_conversations_are_told_by_how_they_began_the_latest_first(api: Api, whole_settings: Settings) -> None:
    asked(whole_settings, DORA, ("one", "what is  overdue?"), ("two", "x" * 200), ("form", "(a form)"), ("change", ""), ("one", "and for Zephyr?"))
    first = await api.told("/threads", "nora", limit=1)
    assert first["conversations"] == [{"thread": "one", "title": "what is overdue?", "at": "2026-11-18T09:04:00Z"}]
    second = await api.told("/threads", "nora", limit=1, cursor=first["next"])
    assert ([c["thread"] for c in second["conversations"]], second["next"]) == (["two"], "")
    assert second["conversations"][0]["title"] == "x" * 119 + "…"
    assert (await api.refused("/threads", "ben", cursor=first["next"]))[0] == 422
    assert "one" not in [c["thread"] for c in (await api.told("/threads", "ben"))["conversations"]]


@pytest.mark.parametrize("asked", [{"limit": 0}, {"limit": 101}, {"cursor": "WzFd"}, {"cursor": "x" * 401}])
async def test_what_cannot_be_paged_is_said_so(api: Api, asked: dict[str, Any]) -> None:
    assert (await api.refused("/threads", **asked))[0] == 422


async def test_what_waits_is_answered_once_and_by_its_receiver_only(api: Api, whole_office: Office) -> None:
    assert whole_office.notices
    whole_office.notices.tick()                  # what was there before is nothing new
    key = await api.made(owner="Ben")
    whole_office.notices.tick()
    item = next(i for i in (await api.told("/waiting", "ben"))["items"] if key in str(i["blocks"]))
    accept = next(p for p in item["presses"] if p["act"] == "accept")
    pressed = {"item": item["id"], "act": accept["act"], "version": item["version"]}
    assert refusal(await api.post("/waiting", json=pressed))[0] == 403
    ben = {"X-PMO-Person": "ben"}
    assert refusal(await api.post("/waiting", json={**pressed, "version": 99}, headers=ben))[0] == 409
    assert refusal(await api.post("/waiting", json={**pressed, "act": "explode"}, headers=ben))[0] == 409
    first, again = [await api.post("/waiting", json=pressed, headers={**ben, "Idempotency-Key": "press-1"}) for _ in range(2)]
    assert (first.status_code, again.json()) == (200, first.json())
    assert (await api.told(f"/records/{key}"))["values"]["taken_on"] == "2026-11-18"
    assert refusal(await api.post("/waiting", json=pressed, headers=ben))[0] == 409
    assert not any(key in str(i["blocks"]) for i in (await api.told("/waiting", "ben"))["items"])
