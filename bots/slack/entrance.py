"""The way in for a colleague whom the office does not know: one button asks the admins, who let them in or not, in Slack."""
import asyncio
from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.errors import SlackApiError

from assistant.admitting import ROLES
from bots.slack.hearing import Heard, Place
from bots.slack.pieces import Json, button, buttons, cut, escaped, line, rich, run
from bots.slack.posting import plain
from bots.slack.refusals import reason
from bots.slack.rendering import Post, post
from bots.slack.workspace import Workspace
from records.errors import Refused, Sorry

ASK, LET_IN, REFUSE = "enter:ask", "enter:let:", "enter:no"
UNKNOWN = "I don't know you here yet. The PMO admin can let you in: one click asks them, with your name and e-mail address."
WROTE = "I don't know you here yet, so I wrote to you directly."
ASKED = "I asked {admins}. You hear from me as soon as it is decided."
NOBODY = "I found no PMO admin in Slack. Ask the PMO to add you with your e-mail address."
WANTS = "{name} ({email}) asks to be let in."
WELCOME = "You are in now, as {role}. Ask me anything, such as “what can you do?”."
SORRY = "The PMO admin did not let you in. Talk to them if you need to work with me."
NO = "{name} was not let in."


class Entrance:
    def __init__(self, here: Workspace) -> None:
        self._here = here

    async def met(self, message: Heard, who: str) -> None:
        """Offer the way in to somebody unknown who asked something, to them alone."""
        offered = _post(UNKNOWN, [button(ASK, "Ask the admin for access", who, primary=True)], f"{message.user}:enter")
        if message.is_direct:
            await self._here.poster.post(message.place, [offered])
            return
        await self._here.poster.whisper(message.place, message.user, WROTE, in_thread=message.is_reply)
        await self._here.poster.tell(message.user, [offered])

    async def asked(self, ack: AsyncAck, body: Mapping[str, Any]) -> None:
        """Ask every admin that is in Slack."""
        await ack()
        user, here = body["user"]["id"], self._here
        member = await here.people.member(user)
        if member.refusal:
            await here.poster.replace(_place(body, here.team), body["container"]["message_ts"], plain(member.refusal))
            return
        said, names = WANTS.format(name=member.name, email=member.email), list[str]()
        choices = [button(f"{LET_IN}{role}", f"Let in as {role}", user, says=f"Let {member.name} in as {role}") for role in ROLES]
        for admin in await self._admins():
            await here.poster.tell(admin, [_post(said, [*choices, button(REFUSE, "No", user, says=f"Do not let {member.name} in")], f"{admin}:enter:{user}")])
            names.append(await here.people.name(admin))
        told = ASKED.format(admins=" and ".join(names)) if names else NOBODY
        await here.poster.replace(_place(body, here.team), body["container"]["message_ts"], plain(told))

    async def decided(self, ack: AsyncAck, body: Mapping[str, Any]) -> None:
        """An admin decided: with their own rights, at this moment."""
        await ack()
        here, action, admin = self._here, body["actions"][0], body["user"]["id"]
        user, place, ts = action["value"], _place(body, here.team), body["container"]["message_ts"]
        try:
            who, member = await here.people.email(admin), await here.people.member(user)
            if who not in await asyncio.to_thread(here.doors.admitting.admins):
                raise Refused("Only a PMO admin can let somebody in.")
            if member.refusal:
                raise Refused(member.refusal)
            if action["action_id"] == REFUSE:
                await here.poster.replace(place, ts, plain(NO.format(name=member.name)))
                await here.poster.tell(user, [plain(SORRY)])
                return
            role = action["action_id"].removeprefix(LET_IN)
            answer = await asyncio.to_thread(here.doors.admitting.admit, who, member.name, member.email, role, f"slack:{here.team}:enter:{user}:{ts}")
        except Sorry as sorry:
            await here.poster.replace(place, ts, plain(str(sorry)))
            return
        await here.poster.replace(place, ts, post(answer, admin))
        await here.poster.tell(user, [plain(WELCOME.format(role=role))])

    async def _admins(self) -> list[str]:
        """The admins' Slack users, as far as they have one."""
        found = []
        for email in await asyncio.to_thread(self._here.doors.admitting.admins):
            try:
                found.append(str((await self._here.client.users_lookupByEmail(email=email))["user"]["id"]))
            except SlackApiError as failed:
                if reason(failed) != "users_not_found":
                    raise
        return found


def _post(said: str, made: list[Json], block_id: str) -> Post:
    return Post(escaped(cut(said, 300)), [rich(line(run(said))), buttons(block_id, *made)])


def _place(body: Mapping[str, Any], team: str) -> Place:
    ts = body["container"]["message_ts"]
    return Place(team, body["channel"]["id"], (body.get("message") or {}).get("thread_ts") or ts)
