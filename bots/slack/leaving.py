"""A colleague's Slack account was closed, or something in their profile changed: what waited for them is dropped at once, and their open work handed over."""
import asyncio
from collections.abc import Mapping
from typing import Any

from slack_sdk.errors import SlackApiError

from assistant.jobs.incoming import Taken
from assistant.messages import Answer
from bots.slack.posting import plain
from bots.slack.refusals import reason
from bots.slack.rendering import posts
from bots.slack.workspace import Workspace
from reports.blocks import Text

GONE = "{name}’s Slack account was closed, so nobody can speak for them any more. {dropped}What they leave open waits to be handed over."
NOTHING = "{name}’s Slack account was closed, so nobody can speak for them any more. {dropped}They leave no open work."
DROPPED = "{n} of their previews waited for a yes and {were} dropped. "


class Leaving:
    def __init__(self, here: Workspace) -> None:
        self._here = here
        here.running.on("left", self._left, self._untold)

    async def changed(self, body: Mapping[str, Any]) -> None:
        """A profile changed: it is looked up anew; one that was closed is taken for good."""
        user = body["event"]["user"]
        self._here.people.forget(user["id"])
        email = str((user.get("profile") or {}).get("email") or "").strip().lower()
        if user.get("deleted") and email and user.get("team_id") == self._here.team and not user.get("is_bot"):
            await self._here.running.take("left", f"slack:{self._here.team}:left:{user['id']}:{user.get('updated', '')}", {"email": email})

    async def _left(self, taken: Taken) -> None:
        left = await asyncio.to_thread(self._here.doors.admitting.leave, str(taken.body["email"]))
        if left is None:
            return
        if notices := self._here.doors.notices:             # each hears of what they may see, with a button that hands it on
            await asyncio.to_thread(notices.left, str(taken.body["email"]))
        dropped = DROPPED.format(n=left.dropped, were="was" if left.dropped == 1 else "were") if left.dropped else ""
        said = Text((GONE if left.work else NOTHING).format(name=left.name, dropped=dropped))
        for email in left.tell:
            await self._tell(email, Answer("", (said,)))

    async def _tell(self, email: str, answer: Answer) -> None:
        try:
            user = str((await self._here.client.users_lookupByEmail(email=email))["user"]["id"])
        except SlackApiError as failed:
            if reason(failed) != "users_not_found":
                raise
            return
        await self._here.poster.tell(user, posts(answer, user))

    async def _untold(self, _: Taken, sentence: str) -> None:
        """Nobody waits for this one: the admins are told that it failed."""
        for email in await asyncio.to_thread(self._here.doors.admitting.admins):
            found = await self._here.client.users_lookupByEmail(email=email)
            await self._here.poster.tell(str(found["user"]["id"]), [plain(sentence)])
