"""A person's Slack as a terminal: what they write goes to the assistant, what comes is shown with its buttons numbered."""
import asyncio
from collections.abc import Callable, Sequence
from time import monotonic

from tests.fakes.slack.people import Actor
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.showing import Button, Shown
from tests.fakes.slack.workspace import BOT, Message

LONGEST, QUIET, LOOK = 90.0, 0.6, 0.05          # seconds: for an answer, without anything new, between two looks
HOW = """You are {name}, and write to Project Assistant in its direct messages. Then also:
  1, 2, …            press the button with that number        as Ben        be somebody else, and see what they were sent
  #{channel} TEXT     mention it in the channel                new           begin another conversation
  home               open its Home tab                        /pmo          its command
  title = …; due = … fill in the form that is open, and send  close         close the form, and send nothing
  help               see this again                           exit          end
Who gets a task is told of it within minutes, in office hours; on their Home tab it waits at once."""


class Client:
    """Whoever sits at the terminal, one person at a time."""

    def __init__(self, slack: FakeSlack, people: Sequence[Actor], channel: str, tell: Callable[[str], None], me: Actor | None = None) -> None:
        self._slack, self._people, self._channel, self._tell = slack, people, channel, tell
        self.me = me or people[0]
        self._thread: Message | None = None
        self._buttons: list[Button] = []
        self._told: dict[tuple[str, str], int] = {}             # what was shown to whom, and at which edit
        self._hinted: dict[str, int] = {}                       # of how many messages to others was told

    def explain(self) -> None:
        self._tell(HOW.format(name=self.me.person.name, channel=self._slack.workspace.channels[self._channel].name))

    async def line(self, said: str) -> None:
        """Do what one line says, and show what comes of it; what Slack's client would not do is said."""
        try:
            await self._done(said.strip())
        except AssertionError as wrong:
            self._tell(f"({wrong})")

    async def _done(self, said: str) -> None:  # noqa: PLR0911, C901 - one for each thing to do
        word, _, rest = said.partition(" ")
        place = self._slack.workspace.channels[self._channel]
        if not said:
            return self._show()
        if said.isdigit():
            return await self._press(int(said))
        match word:
            case "as":
                return self._become(rest)
            case "new":
                self._thread = None
                return self._tell("(a new conversation)")
            case "help":
                return self.explain()
            case "close" | "home":
                await self._closed(is_wanted=word == "close")
                return await self._home() if word == "home" else None
            case _ if word.startswith("/"):
                return await self._after(lambda: self.me.command(rest, command=word))
            case _ if word == f"#{place.name}":
                return await self._after(lambda: self.me.say(self._channel, f"<@{BOT}> {rest}"))
        if self.me.modal is not None and "=" in said:
            return await self._after(lambda: self._submit(said))
        return await self._after(lambda: self._said(said))

    async def _said(self, text: str) -> None:
        message = await self.me.tell(text, thread=self._thread)
        self._thread = self._thread or message

    async def _closed(self, *, is_wanted: bool) -> None:
        """Close the form that is open, as it stands before all else in Slack."""
        if self.me.modal is not None:
            await self.me.close()
            self._tell("(the form is closed, and nothing of it was sent)")
        elif is_wanted:
            self._tell("(no form is open)")

    async def _home(self) -> None:
        await self.me.open_home()
        self._show_view()

    async def _press(self, number: int) -> None:
        if not 0 < number <= len(self._buttons):
            return self._tell("(there is no button with that number)")
        button, home = self._buttons[number - 1], self.me.home
        await self._after(lambda: self.me.press(button.where, button.block_id, button.element))
        return self._show_view() if self.me.modal is None and self.me.home is not home else None

    async def _submit(self, said: str) -> None:
        ids = {a.person.name.split()[0].lower(): a.id for a in self._people}
        pairs = {k.strip().lower(): v.strip() for k, equals, v in (part.partition("=") for part in said.split(";")) if equals}
        selecting = {b["label"]["text"].lower() for b in (self.me.modal or {})["blocks"] if b["type"] == "input" and b["element"]["type"] == "users_select"}
        wrong = await self.me.submit(**{k: ids.get(v.lower(), v) if k in selecting else v for k, v in pairs.items()})
        for field, why in wrong.items():
            self._tell(f"  {field}: {why}")

    def _become(self, name: str) -> None:
        found = named(self._people, name)
        if found is None:
            return self._tell(f"(there are {', '.join(a.person.name for a in self._people)})")
        self.me, self._thread, self._buttons = found, None, []
        self._tell(f"(you are {found.person.name})")
        return self._show()

    async def _after(self, act: Callable[[], object]) -> None:
        """Act, wait until the app has answered and is quiet, and show what is new."""
        before, view, start = self._state(), self.me.modal, monotonic()
        done = await act()  # type: ignore[misc]  # each of them is awaited
        answer = getattr(done, "answer", None)
        since, last = start, before
        while monotonic() - start < LONGEST:
            await asyncio.sleep(LOOK)
            if (now := self._state()) != last:
                since, last = monotonic(), now
            is_busy = self._slack.workspace.statuses or any(m.is_open for m in self._seen())
            if (last != before or self.me.modal is not view or answer) and not is_busy and monotonic() - since > QUIET:
                break
        if isinstance(answer, dict) and (answer.get("text") or answer.get("blocks")):
            self._tell(str(answer.get("text", "")))
        self._show()
        if self.me.modal is not None and self.me.modal is not view:
            self._show_view()

    def _seen(self) -> list[Message]:
        ws = self._slack.workspace
        return [m for c in (self.me.dm.id, self._channel) for m in ws.visible(ws.channels[c], self.me.id)]

    def _state(self) -> tuple[object, ...]:
        theirs = ((m.ts, m.edits, len(m.text), len(m.blocks), m.is_open) for m in self._seen() if m.user == BOT)
        return *theirs, (self.me.modal or {}).get("hash"), (self.me.home or {}).get("hash")

    def _show(self) -> None:
        """What the assistant wrote or changed since this person looked last."""
        fresh = [m for m in self._seen() if m.user == BOT and self._told.get((self.me.id, m.ts)) != m.edits]
        if fresh:
            shown = Shown(self._slack.workspace.people)
            for message in fresh:
                self._told[self.me.id, message.ts] = message.edits
                changed = " (changed)" if message.edits else ""
                lines = list(shown.message(message))
                where = "" if message.channel == self.me.dm.id else f" in #{self._slack.workspace.channels[message.channel].name}"
                self._tell("\n".join((f"Project Assistant{where}{changed}:", *(f"  {line}" for line in lines))))
            self._buttons = shown.buttons

    async def hint(self) -> None:
        """Say as long as it runs when somebody else was sent something."""
        while True:
            await asyncio.sleep(1)
            for other in self._people:
                sent = sum(m.user == BOT and (other.id, m.ts) not in self._told for m in self._slack.workspace.visible(other.dm, other.id))
                if other is not self.me and sent > self._hinted.get(other.id, 0):
                    self._tell(f"({other.person.name} was sent something: as {other.person.name.split()[0]})")
                self._hinted[other.id] = sent

    def _show_view(self) -> None:
        view = self.me.modal or self.me.home
        if view is not None:
            shown = Shown(self._slack.workspace.people)
            self._tell("\n".join(shown.view(view)))
            self._buttons = shown.buttons


def named(people: Sequence[Actor], name: str) -> Actor | None:
    """Somebody by the beginning of any part of their name, the first name before the last."""
    said = name.strip().lower()
    whole = [a for a in people if said and a.person.name.lower().startswith(said)]
    return next(iter((*whole, *(a for a in people if said and f" {said}" in f" {a.person.name.lower()}"))), None)
