"""Told once, whoever looks: several workers at once, all of them asleep for days, and jobs that carry what was found."""
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import pairwise
import time
from zoneinfo import ZoneInfo

import pytest

from assistant.jobs.jobs import Jobs
from assistant.notices import Message, Notices, ticking
from assistant.notices.sorts import SORTS
from records import notices
from tests.assistant.notices.conftest import DAY, MINUTE, World


def test_workers_that_look_at_once_send_one_message(quiet: World) -> None:
    quiet.give("ana", "ben")
    workers = [Notices(quiet.database, lambda: quiet.now) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        for _ in range(3):
            found = [key for keys in pool.map(lambda w: w.tick(), workers) for key in keys]
            quiet.now += 2 * MINUTE
    found += quiet.notices.tick()
    assert len(found) == 1
    assert quiet.notices.take(found[0])


def test_what_came_up_while_all_slept_is_told_once_on_waking(quiet: World) -> None:
    quiet.give("ana", "ben", "One")
    quiet.now += 5 * DAY                              # over the weekend, and several mornings
    quiet.give("ana", "ben", "Two")
    told = quiet.told("ben")
    assert [i.headline.partition(" gave you ")[2] for i in told.items if "gave you" in i.headline] == ["APOLLO-T-18 One", "APOLLO-T-19 Two"]
    assert quiet.tell() == {}


@pytest.mark.parametrize("now", ["2026-03-29T00:58+00:00", "2026-10-25T00:58+00:00"])
def test_the_looks_go_on_over_both_clock_changes(now: str) -> None:
    moment, seen = datetime.fromisoformat(now).astimezone(UTC), []
    for _ in range(30):
        moment = Notices.next_look(moment)
        seen.append(moment)
    assert {b - a for a, b in pairwise(seen)} == {timedelta(minutes=1)}


@pytest.mark.parametrize("day", ["2027-03-28", "2027-10-31"])
def test_a_day_begins_once_however_the_clocks_change(quiet: World, day: str) -> None:
    began = []
    for hour in range(-12, 22):
        quiet.now = datetime.fromisoformat(f"{day}T00:00+00:00") + timedelta(hours=hour)
        with quiet.database.reading() as session:
            found = ticking.found(session, SORTS, quiet.now, UTC)
            began += [quiet.now] if found.day > (notices.seen(session, ticking.DAY) or 0) else []
        with quiet.database.writing() as tx:
            ticking.keep(tx, found, quiet.now)
    local = [moment.astimezone(ZoneInfo("Europe/Berlin")) for moment in began]
    assert [f"{moment:%H}" for moment in local if f"{moment:%Y-%m-%d}" == day] == ["07"]
    assert len(began) == 2                                       # and the day before, at the first look


def test_the_jobs_carry_what_was_found_to_its_receiver_once(quiet: World) -> None:
    put: list[Message] = []

    async def way(message: Message) -> str:
        put.append(message)
        return "there"

    jobs = Jobs(quiet.database, lambda: quiet.now)
    made = Notices(quiet.database, lambda: quiet.now, lambda tx, name, key: jobs.enqueue(tx, "notice", name, key), ("test",))
    made.by("test", way)
    jobs.on("notice", made.deliver)
    jobs.prepare()
    quiet.give("ana", "ben")
    made.tick()
    quiet.now += 5 * MINUTE
    key, = made.tick()                                 # the message and its job in one transaction
    assert (put, jobs.waiting()) == ([], 1)
    jobs.start()
    try:
        end = time.monotonic() + 20
        while not put and time.monotonic() < end:
            time.sleep(0.05)
    finally:
        jobs.stop()
    assert [m.key for m in put] == [key]
    assert made.take(key) is None
