"""People at their Slack: what they see, write and click."""
from collections.abc import Callable
from typing import Any, Protocol

from tests.fakes.slack.contract import Json
from tests.fakes.slack.delivery import Courier, Delivery
from tests.fakes.slack.workspace import APP, BOT, TEAM, Channel, Message, Person, Workspace


class NotVisible(AssertionError):
    """The person cannot see what the test wants them to use."""


class Slack(Protocol):
    """What people need of the whole."""
    workspace: Workspace
    courier: Courier

    async def event(self, event: Json, *, is_shared: bool = False) -> Delivery: ...


class Actor:
    """One person at their client."""

    def __init__(self, slack: Slack, person: Person) -> None:
        self._slack, self.person, self.id = slack, person, person.id
        self.mention = f"<@{person.id}>"

    @property
    def dm(self) -> Channel:
        return self._slack.workspace.direct(self.id)

    def sees(self, channel: str) -> list[Message]:
        return self._slack.workspace.visible(self._slack.workspace.channels[channel], self.id)

    def replies(self, after: Message) -> list[Message]:
        """What the app said after a message, as far as this person sees it."""
        return [m for m in self.sees(after.channel) if m.user == BOT and m.ts > after.ts]

    async def reply(self, after: Message) -> Message:
        """The first thing the app said after a message."""
        return (await self._slack.workspace.until(lambda: self.replies(after)))[0]

    async def changed(self, message: Message, edits: int = 1) -> Message:
        """The message, as soon as the app has changed it."""
        await self._slack.workspace.until(lambda: message.edits >= edits)
        return message

    async def until(self, look: Callable[[], Any]) -> Any:
        return await self._slack.workspace.until(look)

    async def say(self, channel: str, text: str, *, thread: Message | None = None, **fields: Any) -> Message:
        """Write into a conversation; a mention reaches the app as an event, and so does every direct message."""
        message = await self.write(channel, text, thread=thread, **fields)
        place = self._slack.workspace.channels[channel]
        if place.is_im or f"<@{BOT}>" in text:
            await self.deliver(message)
        return message

    async def write(self, channel: str, text: str, *, thread: Message | None = None, **fields: Any) -> Message:
        """Write without the app being told yet."""
        ws, place = self._slack.workspace, self._slack.workspace.channels[channel]
        if self.id not in place.members:
            raise NotVisible(f"{self.id} is not in {channel}")
        message = Message(place.id, ws.next_ts(), self.id, text, thread_ts=(thread.thread_ts or thread.ts) if thread else None, **fields)
        place.messages.append(message)
        await ws.changed()
        return message

    async def deliver(self, message: Message, **fields: Any) -> Delivery:
        """Tell the app of a message: as a mention in a channel, as itself in a direct message."""
        place = self._slack.workspace.channels[message.channel]
        kind = {"type": "message", "channel_type": "im"} if place.is_im else {"type": "app_mention"}
        return await self._slack.event({**message.as_json(), "channel": place.id, "event_ts": message.ts, **kind, **fields}, is_shared=place.is_shared)

    async def tell(self, text: str, *, thread: Message | None = None, **fields: Any) -> Message:
        """Write to the app directly."""
        return await self.say(self.dm.id, text, thread=thread, **fields)

    async def click(self, message: Message, action_id: str) -> Delivery:
        """Press a button of a message they see."""
        if message not in self.sees(message.channel):
            raise NotVisible(f"{self.id} cannot see message {message.ts}")
        return await self.press(message, *_button(message.blocks, action_id))

    async def press(self, message: Message, block_id: str, element: Json) -> Delivery:
        """Send a click as their client would, also on a button that has gone meanwhile."""
        ws, place = self._slack.workspace, self._slack.workspace.channels[message.channel]
        action = {**{k: element[k] for k in ("type", "action_id", "value", "text")}, "block_id": block_id, "action_ts": ws.next_ts()}
        return await self._slack.courier.interaction({
            "type": "block_actions", "team": {"id": TEAM, "domain": "office"}, "api_app_id": APP, "enterprise": None, "is_enterprise_install": False,
            "user": {"id": self.id, "username": self.person.name, "team_id": self.person.team}, "trigger_id": ws.next_id("trigger"),
            "channel": {"id": place.id, "name": place.name or "directmessage"}, "message": message.as_json(), "actions": [action],
            "container": {"type": "message", "message_ts": message.ts, "channel_id": place.id, "is_ephemeral": message.audience is not None},
            "state": {"values": {}},
        })


def buttons(message: Message) -> list[str]:
    """What the buttons of a message say."""
    return [element["text"]["text"] for block in message.blocks if block["type"] == "actions" for element in block["elements"]]


def _button(blocks: list[Json], action_id: str) -> tuple[str, Json]:
    for block in blocks:
        for element in block.get("elements", []):
            if isinstance(element, dict) and element.get("action_id") == action_id:
                return block.get("block_id", ""), element
    raise NotVisible(f"there is no button {action_id!r}")
