"""`python -m benchmarks.inbox`: how fast Slack's events are acknowledged while turns run elsewhere, and whether any is lost or answered twice when the
process that serves them is killed again and again, or when ten thousand come at once. Over Socket Mode, against the fake Slack of the tests.

    python -m benchmarks.inbox [acknowledged] [killed] [burst] [--quick]
"""
import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
import os
from pathlib import Path
import random
import signal
import sys
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from assistant.jobs.incoming import Incoming
from assistant.jobs.jobs import CLICKS, TALK, Jobs
from benchmarks.measuring import Measure, table
from bots.slack import Behind, Keys, serve
from records.database import Database
from records.migrating import upgrade
from tests.fakes.assistant import NOW, StandIn
from tests.fakes.slack import Actor, FakeSlack

PATIENCE = 900.0
ASKED = "what is overdue?"


async def acknowledged(home: Path, *, quick: bool) -> AsyncIterator[Measure]:
    """`pmo serve` takes and `pmo worker` answers with the built-in planner, over the sample company, on whatever cores there are."""
    made = await asyncio.create_subprocess_exec(sys.executable, "-m", "bots", "sample", env=_environment(home), stdout=asyncio.subprocess.DEVNULL,
                                                stderr=asyncio.subprocess.DEVNULL)
    await made.wait()
    for rate in (100, 200):
        async with FakeSlack() as slack, _running(slack, home, "serve", PMO_WORK="false"), _running(slack, home, "worker"):
            ana = slack.person("U0ANA", "Ana Ruiz", "ana@northlight.example")
            await _connected(slack)
            first = await ana.tell("how is Apollo doing?")
            await _until(lambda: bool(ana.replies(first)))          # noqa: B023 - awaited here; all is loaded then
            took = await _at(ana, rate, 3 if quick else 20)
            yield Measure(f"acknowledged at {rate} events/s while turns run, median", took[len(took) // 2] * 1000, "ms")
            yield Measure(f"the same, 99 of 100, of {len(took):,}", took[int(len(took) * 0.99)] * 1000, "ms", most=100)


async def killed(home: Path, *, quick: bool) -> AsyncIterator[Measure]:
    """A process that takes and answers, killed by force at random moments while people write."""
    kills, dice = 3 if quick else 20, random.Random(1)  # noqa: S311 - no secret
    async with FakeSlack() as slack:
        ana = slack.person("U0ANA", "Ana Petrova", "ana@sample.example")
        sent = list[tuple[str, bool]]()
        writing = asyncio.create_task(_write(ana, sent))
        for _ in range(kills):
            async with _running(slack, home, "process"):
                await _connected(slack)
                await asyncio.sleep(dice.uniform(0.5, 3.0))
            slack.sockets.connected.clear()
        writing.cancel()
        await asyncio.wait([writing])
        async with _running(slack, home, "process"):
            taken = [ts for ts, is_taken in sent if is_taken]
            await _until(lambda: len(_answers(slack, ana).keys() & set(taken)) == len(taken))
            await asyncio.sleep(2)
        found = _answers(slack, ana)
    yield Measure(f"events acknowledged over {kills} kills", len(taken), "events")
    yield Measure("of these lost", sum(ts not in found for ts in taken), "events", most=0)
    yield Measure("answered twice", sum(n > 1 for n in found.values()), "events", most=0)


async def burst(home: Path, *, quick: bool) -> AsyncIterator[Measure]:
    """Many at once, faster than they can be answered."""
    many = 300 if quick else 10_000
    async with FakeSlack() as slack, _running(slack, home, "process"):
        ana = slack.person("U0ANA", "Ana Petrova", "ana@sample.example")
        await _connected(slack)
        start = perf_counter()
        messages = [await ana.write(ana.dm.id, f"{ASKED} {n}") for n in range(many)]
        gate = asyncio.Semaphore(200)

        async def deliver(message: Any) -> bool:
            async with gate:
                return (await ana.deliver(message)).is_acknowledged
        taken = await asyncio.gather(*map(deliver, messages))
        yield Measure(f"{many:,} events acknowledged", perf_counter() - start, "s")
        await _until(lambda: len(_answers(slack, ana)) >= sum(taken))
        yield Measure("drained", perf_counter() - start, "s")
        await asyncio.sleep(2)
        found = _answers(slack, ana)
    yield Measure("not acknowledged", many - sum(taken), "events", most=0)
    yield Measure("lost", sum(taken) - len(found), "events", most=0)
    yield Measure("answered twice", sum(n > 1 for n in found.values()), "events", most=0)


async def _process(url: str, file: str) -> None:
    """What is killed: the real face and the real inbox before an assistant that answers at once."""
    database, loop = Database(f"sqlite:///{file}"), asyncio.get_running_loop()
    jobs = Jobs(database)
    incoming = Incoming("slack", database, jobs, lambda: NOW)
    await asyncio.to_thread(jobs.start, loop, (TALK, CLICKS))
    await serve(StandIn(), Keys("xoxb-test", "xapp-test", url=url), behind=Behind(None, incoming, lambda: asyncio.to_thread(jobs.stop)))


async def _at(ana: Actor, rate: int, seconds: int) -> list[float]:
    """How long each acknowledgement took, in order, of events that come at a rate whether or not earlier ones were acknowledged."""
    loop, start, running = asyncio.get_running_loop(), asyncio.get_running_loop().time(), list[asyncio.Task[float]]()

    async def one(n: int) -> float:
        delivery = await ana.deliver(await ana.write(ana.dm.id, f"{ASKED} {n}"))
        return delivery.attempts[0].seconds
    for n in range(rate * seconds):
        await asyncio.sleep(max(0.0, start + n / rate - loop.time()))
        running.append(asyncio.create_task(one(n)))
    return sorted(await asyncio.gather(*running))


async def _write(ana: Actor, sent: list[tuple[str, bool]]) -> None:
    """Write ten messages a second; what nobody acknowledged was not taken."""
    async def one() -> None:
        message = await ana.write(ana.dm.id, ASKED)
        delivery = await ana.deliver(message)
        sent.append((message.ts, any(not a.reason for a in delivery.attempts)))
    running = set[asyncio.Task[None]]()
    try:
        while True:
            await asyncio.sleep(0.1)
            running.add(asyncio.create_task(one()))
    finally:
        await asyncio.wait(running, timeout=30)


def _answers(slack: FakeSlack, ana: Actor) -> Counter[str]:
    """How often each message was answered."""
    return Counter(str(m.thread_ts) for m in slack.workspace.channels[ana.dm.id].messages if m.bot_id and "tasks are overdue" in m.everything)


async def _connected(slack: FakeSlack) -> None:
    await asyncio.wait_for(slack.sockets.connected.wait(), 120)


async def _until(is_so: Callable[[], bool]) -> None:
    end = perf_counter() + PATIENCE
    while not is_so() and perf_counter() < end:  # noqa: ASYNC110 - another process makes it so
        await asyncio.sleep(0.2)


@asynccontextmanager
async def _running(slack: FakeSlack, home: Path, what: str, **settings: str) -> AsyncIterator[None]:
    """A process that is killed by force when it is not needed any more."""
    command = ["-m", "benchmarks.inbox", "process", slack.api_url, str(home / "pmo.db")] if what == "process" else ["-m", "bots", what]
    tokens = {"SLACK_BOT_TOKEN": "xoxb-test", "SLACK_APP_TOKEN": "xapp-test", "PMO_SLACK_API_URL": slack.api_url, "PMO_PORT": "0"}
    with (home / f"{what}.log").open("ab") as said:
        running = await asyncio.create_subprocess_exec(sys.executable, *command, env={**_environment(home), **tokens, **settings}, stdout=said, stderr=said)
        try:
            yield
        finally:
            if running.returncode is None:
                running.send_signal(signal.SIGKILL)
                await running.wait()
            else:
                print((home / f"{what}.log").read_text("utf-8")[-3000:], file=sys.stderr)


def _environment(home: Path) -> dict[str, str]:
    return {**os.environ, "PMO_HOME": str(home), "PMO_NOW": "2026-11-18T09:00"}


PARTS: dict[str, Callable[..., AsyncIterator[Measure]]] = {"acknowledged": acknowledged, "killed": killed, "burst": burst}


async def measured(names: Sequence[str], *, quick: bool) -> list[Measure]:
    """The parts with these names, each in a folder of its own."""
    found = list[Measure]()
    for name in names:
        with TemporaryDirectory(prefix="pmo-inbox-") as folder:
            if name != "acknowledged":
                upgrade(Database(f"sqlite:///{folder}/pmo.db"))
            found += [measure async for measure in PARTS[name](Path(folder), quick=quick)]
    return found


def main(arguments: Sequence[str]) -> int:
    if arguments[:1] == ["process"]:
        asyncio.run(_process(*arguments[1:]))
        return 0
    names = [a for a in arguments if a in PARTS] or list(PARTS)
    found = asyncio.run(measured(names, quick="--quick" in arguments))
    print(table(found))
    return 0 if all(m.holds for m in found) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
