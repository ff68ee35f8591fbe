"""One-time links that somebody asks for on the page. The process that serves Slack or mail makes and sends them, so that their secrets rest nowhere."""
import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
import logging
from secrets import token_hex
from urllib.parse import quote

from assistant.entering import LINK, Entering
from assistant.jobs.later import Later
from assistant.schedules.letters import Letter, Way
from records import credentials
from records.database import Database, Writing
from records.errors import BadInput, Refused, Sorry

JOB = "sign_in"
SOON, CONNECTING = timedelta(seconds=5), timedelta(minutes=1)        # until it is looked again, and how long a better way is waited for
TITLE = "Sign in to Project Assistant"
SAYS = "It signs you in once, within 15 minutes. Pass it on to nobody. If you did not ask for it, leave it alone."
FOOT = "Sent because somebody asked for it on the sign-in page, with your address."
NOT_SENT = "No links are sent here. Ask your PMO for one: whoever runs this makes it with pmo link."
log = logging.getLogger(__name__)
Enqueue = Callable[[Writing, str, str, str], object]        # a job by its key, with whom it is for and where they want to go


class Linking:
    """`ways` are those that faces registered in this process, `names` those that this installation has, the best first."""

    def __init__(self, database: Database, entering: Entering, clock: Callable[[], datetime], address: Callable[[], str],
                 names: tuple[str, ...], enqueue: Enqueue) -> None:
        self._database, self._entering, self._clock, self._address, self.names, self._enqueue = database, entering, clock, address, names, enqueue
        self.ways: Mapping[str, Way] = {}

    def ask(self, email: str, onwards: str) -> None:
        """Have a link sent to this address. What is done is the same for one that nobody has. Raises `BadInput` where none are sent."""
        if not self.names:
            raise BadInput(NOT_SENT)
        with self._database.writing() as tx:
            try:
                person = credentials.asker(tx, email.strip()).person
            except Refused:
                person = 0
            self._enqueue(tx, token_hex(8), f"{person}/{int(self._clock().timestamp())}", onwards)

    async def send(self, asked: str, onwards: str) -> None:
        """Make a link and send it by the first way that reaches its person."""
        person, _, at = asked.partition("/")
        now = self._clock()
        if person == "0" or now.timestamp() - int(at) > LINK.total_seconds():
            return
        ready = [name for name in self.names if name in self.ways]
        if not ready or (len(ready) < len(self.names) and now.timestamp() - int(at) < CONNECTING.total_seconds()):
            raise Later(now + SOON)
        made = await asyncio.to_thread(self._entering.send_link, int(person))
        if made is None:
            return
        letter = Letter(f"sign-in/{asked}", made[1], TITLE, (TITLE, SAYS), foot=FOOT, link=self.link(made[0], onwards))
        for name in ready:
            try:
                await self.ways[name].deliver(letter)
            except Sorry as sorry:
                log.warning("a link to sign in was not taken by %s: %s", name, type(sorry).__name__)
            else:
                return

    def link(self, secret: str, onwards: str = "") -> str:
        """The address of a link."""
        return f"{self._address()}/sign-in/{secret}" + (f"?next={quote(onwards, safe='/')}" if onwards not in ("", "/") else "")
