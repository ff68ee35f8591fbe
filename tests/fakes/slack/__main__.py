"""`make slack`: the assistant connected to a stand-in of Slack on this machine, with the company's people in it; nothing leaves this machine.

What is written in it lasts as long as it runs; what is confirmed stays in the records.
"""
import argparse
import asyncio
from collections.abc import Callable, Sequence
from itertools import count
import os
import socket
import sys
from time import time

from assistant import bootstrap
from assistant.settings import Settings, read
from records.asker import Asker, Role
from records.kinds import Person
from records.query import Query
from records.reading import Reader
from tests.fakes.slack.client import Client, named
from tests.fakes.slack.people import Actor
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.workspace import BOT, START, Workspace

CHANNEL, NAME = "C0OFFICE", "office"
USUAL = 8000
PATIENCE = 180.0
SHOWN = 15                              # people who can be chosen by a number
WHO = "Who are you? A number or a name; Enter for {name}: "
NOBODY = "There is nobody who is called “{said}”."


def main() -> int:
    options = argparse.ArgumentParser(prog="make slack", description="A stand-in of Slack in this terminal.")
    options.add_argument("--as", dest="name", default="", help="who you are, by name")
    name, settings = options.parse_args().name.strip(), read()
    Workspace._ids = count(max(1, int(time()) - START))          # its clock is ours, so that no message has the time of one of an earlier run
    try:
        return asyncio.run(_standing_in(settings, name))
    except (KeyboardInterrupt, asyncio.CancelledError):
        return 0


async def _standing_in(settings: Settings, name: str) -> int:
    log = settings.home / "slack-stand-in.log"
    settings.home.mkdir(parents=True, exist_ok=True)
    port = _port(settings.port)
    async with FakeSlack() as slack:
        with log.open("ab") as said:
            tell("Starting the assistant, and connecting it to a stand-in of Slack on this machine …")
            served = await asyncio.create_subprocess_exec(sys.executable, "-m", "bots", "serve", stdin=asyncio.subprocess.DEVNULL, stdout=said, stderr=said,
                                                          env={**os.environ, "PMO_PORT": str(port), "PMO_SLACK_API_URL": slack.api_url,
                                                               "SLACK_BOT_TOKEN": "xoxb-test", "SLACK_APP_TOKEN": "xapp-test"})
        try:
            if not await _connected(slack, served):
                tell(f"It did not start; {log} says why:\n{log.read_text('utf-8', 'replace')[-600:]}")
                return 1
            return await _talked(slack, settings, port, name)
        finally:
            if served.returncode is None:
                served.terminate()
                await served.wait()


async def _talked(slack: FakeSlack, settings: Settings, port: int, name: str) -> int:
    people = _people(slack, settings)
    slack.workspace.add_channel(CHANNEL, NAME, {BOT, *(p.id for p in people)})
    tell(f"Connected. The page is at http://127.0.0.1:{port} beside it.\n")
    if (me := await asyncio.to_thread(chosen, people, name, _line if sys.stdin.isatty() and not name else None)) is None:
        return 1
    client = Client(slack, people, CHANNEL, tell, me)
    client.explain()
    hinting = asyncio.create_task(client.hint())
    while (line := await asyncio.to_thread(_line, f"\n{client.me.person.name.split()[0]} › ")) is not None and line not in ("exit", "quit"):
        await client.line(line)
    hinting.cancel()
    return 0


def chosen(people: Sequence[Actor], name: str, ask: Callable[[str], str | None] | None = None) -> Actor | None:
    """Who somebody is: whom they name, or whom they choose where they can be asked; None of a name that nobody has."""
    if ask is None:
        found = named(people, name) if name else people[0]
        if found is None:
            tell(f"{NOBODY.format(said=name)} In this Slack are {', '.join(p.person.name for p in people)}.")
        return found
    tell("\n".join(f"  {n:>2}  {p.person.name}, {p.person.title}" for n, p in enumerate(people[:SHOWN], 1)))
    if len(people) > SHOWN:
        tell(f"      and {len(people) - SHOWN} more, by name")
    while said := ask(WHO.format(name=people[0].person.name)):
        found = people[int(said) - 1] if said.isdecimal() and 0 < int(said) <= len(people) else named(people, said)
        if found is not None:
            return found
        tell(NOBODY.format(said=said))
    return None if said is None else people[0]


async def _connected(slack: FakeSlack, served: asyncio.subprocess.Process) -> bool:
    """Whether the assistant has come, before it ended or too much time passed."""
    waits = [asyncio.ensure_future(slack.sockets.connected.wait()), asyncio.ensure_future(served.wait())]
    await asyncio.wait(waits, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()
    return slack.sockets.connected.is_set()


def _people(slack: FakeSlack, settings: Settings) -> list[Actor]:
    """Everybody of the company who has an e-mail address, those who manage projects first."""
    with bootstrap.database(settings).reading() as session:
        reader = Reader(session, Asker(0, "", "", frozenset({Role.admin})))
        found = [p for p in reader.find(Query(Person, limit=None)) if p.email]
    order = (Role.manager, Role.member, Role.executive)
    found.sort(key=lambda p: (order.index(p.role) if p.role in order else len(order), p.name))
    return [slack.person(f"U{n:06d}", p.name, p.email or "", title=str(p.role)) for n, p in enumerate(found, 1)]


def _port(wanted: int) -> int:
    """The usual port, or a free one where something is served there already."""
    for port in (wanted or USUAL, 0):
        with socket.socket() as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                tried.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(tried.getsockname()[1])
    raise OSError


def _line(prompt: str) -> str | None:
    """The next line, or None when there are no more."""
    if not sys.stdin.isatty():
        said = sys.stdin.readline()
        if said:
            tell(f"{prompt}{said.strip()}")
        return said.strip() if said else None
    try:
        return input(prompt).strip()
    except EOFError:
        return None


def tell(said: str) -> None:
    sys.stdout.write(f"{said}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
