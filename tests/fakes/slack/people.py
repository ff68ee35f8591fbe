"""People at their Slack: what they see, write, click, choose, submit and drop."""
from collections.abc import Callable
from typing import Any, Protocol

from tests.fakes.slack import blockkit, filling
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
        self._ticked: dict[str, Json] = {}

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

    @property
    def home(self) -> Json | None:
        """Their Home tab of the app."""
        return self._slack.workspace.homes.get(self.id)

    @property
    def modal(self) -> Json | None:
        """The form they have open."""
        return self._slack.workspace.views.get(self._slack.workspace.modals.get(self.id, ""))

    async def click(self, where: Message | Json, action_id: str, value: str = "") -> Delivery:
        """Press a button of a message or view they see; `value` picks one of feedback buttons."""
        if isinstance(where, Message) and where not in self.sees(where.channel):
            raise NotVisible(f"{self.id} cannot see message {where.ts}")
        block_id, element = _element(where.blocks if isinstance(where, Message) else where["blocks"], action_id)
        if element["type"] == "feedback_buttons":
            offered = [element[name]["value"] for name in ("positive_button", "negative_button")]
            if value not in offered:
                raise NotVisible(f"there are {offered}")
            element = {**element, "value": value}
        return await self.press(where, block_id, element)

    async def tick(self, message: Message, action_id: str, *values: str) -> Delivery:
        """Tick exactly these boxes of a message."""
        block_id, element = _element(message.blocks, action_id)
        chosen = [option for option in element["options"] if option["value"] in values]
        self._ticked.setdefault(message.ts, {})[block_id] = {action_id: {"type": "checkboxes", "selected_options": chosen}}
        return await self._acted(message, {"type": "checkboxes", "action_id": action_id, "block_id": block_id, "selected_options": chosen})

    async def press(self, where: Message | Json, block_id: str, element: Json) -> Delivery:
        """Send a click as their client would, also on a button that has gone meanwhile."""
        return await self._acted(where, {**{k: element[k] for k in ("type", "action_id", "value", "text") if k in element}, "block_id": block_id})

    async def _acted(self, where: Message | Json, action: Json) -> Delivery:
        action = {**action, "action_ts": self._slack.workspace.next_ts()}
        if not isinstance(where, Message):
            where["state"] = {"values": filling.untouched(where)}
            return await self._interact("block_actions", view=where, actions=[action], container={"type": "view", "view_id": where["id"]})
        place = self._slack.workspace.channels[where.channel]
        return await self._interact(
            "block_actions", channel={"id": place.id, "name": place.name or "directmessage"}, message=where.as_json(), actions=[action],
            container={"type": "message", "message_ts": where.ts, "channel_id": place.id, "is_ephemeral": where.audience is not None},
            state={"values": {**_initially(where.blocks), **self._ticked.get(where.ts, {})}})

    async def command(self, text: str, channel: str = "", command: str = "/pmo") -> Delivery:
        """Say a slash command; what the app acknowledges it with is shown to them alone."""
        place = self._slack.workspace.channels[channel] if channel else self.dm
        return await self._slack.courier.interaction({
            "team_id": TEAM, "team_domain": "office", "channel_id": place.id, "channel_name": place.name or "directmessage", "user_id": self.id,
            "user_name": self.person.name, "command": command, "text": text, "api_app_id": APP, "is_enterprise_install": "false",
            "trigger_id": self._slack.workspace.trigger(self.id),
        }, "slash_commands")

    async def shortcut(self, callback_id: str, message: Message | None = None) -> Delivery:
        """Take a shortcut of the app, from anywhere or from a message they see."""
        if message is None:
            return await self._interact("shortcut", callback_id=callback_id, action_ts=self._slack.workspace.next_ts())
        if message not in self.sees(message.channel):
            raise NotVisible(f"{self.id} cannot see message {message.ts}")
        place = self._slack.workspace.channels[message.channel]
        return await self._interact("message_action", callback_id=callback_id, message=message.as_json(), message_ts=message.ts,
                                    channel={"id": place.id, "name": place.name or "directmessage"}, action_ts=self._slack.workspace.next_ts())

    async def options(self, block: Json, action_id: str, typed: str) -> list[Json]:
        """What the app offers while they type into a menu of an open form."""
        asked = await self._interact("block_suggestion", view=self.modal, block_id=block["block_id"], action_id=action_id, value=typed,
                                     container={"type": "view"})
        found = list((asked.answer or {}).get("options", []))
        if len(found) > blockkit.MOST_OPTIONS:
            raise AssertionError("Slack takes no more than 100 options")
        return found

    async def submit(self, **said: Any) -> dict[str, str]:
        """Fill the open form by its labels and submit it; returns what the app complains of, by label."""
        ws, view = self._slack.workspace, self.modal
        if view is None:
            raise NotVisible(f"{self.id} has no open form")
        view["state"] = {"values": await filling.state(view, {k.replace("_", " "): v for k, v in said.items()}, self.options)}
        answer = (await self._interact("view_submission", view=view, response_urls=[])).answer or {}
        if answer.get("response_action") == "errors":
            names = {block["block_id"]: name for name, block in filling.inputs(view).items()}
            return {names[block_id]: why for block_id, why in answer["errors"].items()}
        if answer.get("response_action") == "update":
            found = blockkit.view_problems(answer["view"])
            assert not found, found
            ws.views[view["id"]] = {**view, **answer["view"]}
        else:
            ws.modals.pop(self.id, None)
        await ws.changed()
        return {}

    async def close(self) -> None:
        """Close the open form; nothing of it is sent."""
        self._slack.workspace.modals.pop(self.id, None)
        await self._slack.workspace.changed()

    async def open_home(self, tab: str = "home") -> Delivery:
        """Come to the app: to its Home tab, until that is drawn, or to its messages."""
        before = self.home
        done = await self._slack.event({"type": "app_home_opened", "user": self.id, "channel": self.dm.id, "tab": tab,
                                        "event_ts": self._slack.workspace.next_ts()})
        if tab == "home":
            await self.until(lambda: self.home is not before)
        return done

    async def stop(self, message: Message) -> Delivery:
        """Press Stop in a thread; Slack ends what grows there at once."""
        ws, thread = self._slack.workspace, message.thread_ts or message.ts
        growing = [m for m in ws.channels[message.channel].messages if m.is_open and m.thread_ts == thread]
        for each in growing:
            each.is_open, each.is_stopped = False, True
        return await self._slack.event({"type": "agent_session_stopped", "channel": message.channel, "user": self.id, "thread_ts": thread,
                                        "streaming_message_ts": [m.ts for m in growing], "event_ts": ws.next_ts()})

    async def drop(self, channel: str, text: str, name: str, content: bytes, *, thread: Message | None = None) -> Message:
        """Share a file with some words."""
        ws = self._slack.workspace
        id_ = ws.next_id("F")
        ws.files[id_] = {"content": content}
        file = {"id": id_, "name": name, "size": len(content), "mode": "hosted", "user": self.id,
                "url_private_download": f"http://{ws.origin}/files/{id_}"}
        return await self.say(channel, text, thread=thread, files=[file], subtype="file_share")

    async def _interact(self, type_: str, **fields: Any) -> Delivery:
        return await self._slack.courier.interaction({
            "type": type_, "team": {"id": TEAM, "domain": "office"}, "api_app_id": APP, "enterprise": None, "is_enterprise_install": False,
            "user": {"id": self.id, "username": self.person.name, "team_id": self.person.team}, "trigger_id": self._slack.workspace.trigger(self.id),
            **fields,
        })


def buttons(message: Message) -> list[str]:
    """What the buttons of a message say."""
    return [element["text"]["text"] for block in message.blocks if block["type"] == "actions" for element in block["elements"] if element["type"] == "button"]


def _element(blocks: list[Json], action_id: str) -> tuple[str, Json]:
    for block in blocks:
        for element in (*block.get("elements", []), block.get("accessory")):
            if isinstance(element, dict) and element.get("action_id") == action_id:
                return block.get("block_id", ""), element
    raise NotVisible(f"there is no button {action_id!r}")


def _initially(blocks: list[Json]) -> Json:
    """What boxes are ticked before anybody touches them."""
    return {block["block_id"]: {e["action_id"]: {"type": "checkboxes", "selected_options": e.get("initial_options", [])}}
            for block in blocks for e in block.get("elements", []) if isinstance(e, dict) and e.get("type") == "checkboxes"}
