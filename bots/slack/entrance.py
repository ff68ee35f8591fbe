"""The way in for a colleague whom the office does not know: one button asks the admins, who let them in or not, in Slack."""
import asyncio
from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.errors import SlackApiError

from assistant.admitting import ROLES
from assistant.jobs.incoming import Taken
from bots.slack.hearing import Heard, Place
from bots.slack.pieces import Json, button, buttons, cut, escaped, line, rich, run
from bots.slack.posting import plain
from bots.slack.refusals import reason
from bots.slack.rendering import Post, post
from bots.slack.workspace import Workspace
from records.errors import Refused

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
        here.running.on("enter", self._pressed, self._told, queue="clicks")

    async def met(self, message: Heard, who: str) -> None:
        """Offer the way in to somebody unknown who asked something, to them alone."""
        offered = _post(UNKNOWN, [button(ASK, "Ask the admin for access", who, primary=True)], f"{message.user}:enter")
        if message.is_direct:
            await self._here.poster.post(message.place, [offered])
            return
        await self._here.poster.whisper(message.place, message.user, WROTE, in_thread=message.is_reply)
        await self._here.poster.tell(message.user, [offered])

    async def pressed(self, ack: AsyncAck, body: Mapping[str, Any]) -> None:
        """A press on one of these buttons; it is stored when this returns."""
        action, container = body["actions"][0], body["container"]
        ts = container["message_ts"]
        place = {"team": self._here.team, "channel": body["channel"]["id"], "thread": (body.get("message") or {}).get("thread_ts") or ts}
        said = {"user": body["user"]["id"], "act": action["action_id"], "about": action.get("value") or "", "place": place, "ts": ts}
        await self._here.running.take("enter", f"slack:{self._here.team}:enter:{place['channel']}:{ts}:{action.get('action_ts', '')}", said)
        await ack()

    async def _pressed(self, taken: Taken) -> None:
        await (self._asked(taken) if taken.body["act"] == ASK else self._decided(taken))

    async def _asked(self, taken: Taken) -> None:
        """Ask every admin that is in Slack."""
        user, here = taken.body["user"], self._here
        member = await here.people.member(user)
        if member.refusal:
            await self._instead(taken, plain(member.refusal))
            return
        said, names = WANTS.format(name=member.name, email=member.email), list[str]()
        choices = [button(f"{LET_IN}{role}", f"Let in as {role}", user, says=f"Let {member.name} in as {role}") for role in ROLES]
        for admin in await self._admins():
            await here.poster.tell(admin, [_post(said, [*choices, button(REFUSE, "No", user, says=f"Do not let {member.name} in")], f"{admin}:enter:{user}")])
            names.append(await here.people.name(admin))
        await self._instead(taken, plain(ASKED.format(admins=" and ".join(names)) if names else NOBODY))

    async def _decided(self, taken: Taken) -> None:
        """An admin decided: with their own rights, at this moment."""
        here, admin, user, act = self._here, taken.body["user"], taken.body["about"], taken.body["act"]
        who, member = await here.people.email(admin), await here.people.member(user)
        if who not in await asyncio.to_thread(here.doors.admitting.admins):
            raise Refused("Only a PMO admin can let somebody in.")
        if act == REFUSE:
            await self._instead(taken, plain(NO.format(name=member.name)))
            await here.poster.tell(user, [plain(SORRY)])
            return
        if member.refusal:
            raise Refused(member.refusal)
        role = act.removeprefix(LET_IN)
        answer = await asyncio.to_thread(here.doors.admitting.admit, who, member.name, member.email, role, taken.key)
        await self._instead(taken, post(answer, admin))
        await here.poster.tell(user, [plain(WELCOME.format(role=role))])

    async def _instead(self, taken: Taken, said: Post) -> None:
        """Put something in place of the message with the button."""
        await self._here.poster.replace(Place(**taken.body["place"]), taken.body["ts"], said)

    async def _told(self, taken: Taken, sentence: str) -> None:
        await self._instead(taken, plain(sentence))

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
