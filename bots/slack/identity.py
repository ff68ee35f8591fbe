"""Who a Slack user is: a member of our workspace with a proven e-mail address. Names and texts prove nothing."""
import asyncio
from collections.abc import Callable
from dataclasses import dataclass
import time
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.refusals import reason
from records.errors import Refused

LASTS = 3600.0
OUTSIDER = "I only answer members of this workspace, so I cannot help you here. Please ask the person you work with."
NO_EMAIL = "I cannot see your e-mail address in Slack, so I do not know who you are. Ask the PMO to look at my permission users:read.email."
UNPROVEN = "Your e-mail address is not confirmed in Slack yet. Confirm it there, then ask me again."


@dataclass(frozen=True)
class Member:
    """A user as Slack knows them; `refusal` says why they are not answered, and is empty for a member with a proven address."""
    name: str
    email: str
    refusal: str = ""
    is_bot: bool = False
    zone: str = ""
    locale: str = ""


class People:
    """Looks users up in Slack and remembers them for an hour; ten questions at once cost one call."""

    def __init__(self, client: AsyncWebClient, team: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._client, self._team, self._clock = client, team, clock
        self._known: dict[str, tuple[float, asyncio.Task[Member]]] = {}

    async def email(self, user: str) -> str:
        """The proven e-mail address of a user; raises `Refused` when there is none."""
        member = await self.member(user)
        if member.refusal:
            raise Refused(member.refusal)
        return member.email

    async def name(self, user: str) -> str:
        """What a user is called, for reading a mention; it gives them no right."""
        return (await self.member(user)).name

    def forget(self, user: str) -> None:
        """Look this user up anew when next asked: something about them changed."""
        self._known.pop(user, None)

    async def member(self, user: str) -> Member:
        """A user as Slack knows them now, or did within the hour."""
        until, looking = self._known.get(user, (0.0, None))
        if looking is None or until < self._clock() or (looking.done() and (looking.cancelled() or looking.exception())):
            looking = asyncio.create_task(self._looked_up(user))
            self._known[user] = (self._clock() + LASTS, looking)
        member = await asyncio.shield(looking)
        if member.refusal:                   # what is mended in Slack counts at once
            self._known.pop(user, None)
        return member

    async def _looked_up(self, user: str) -> Member:
        try:
            found = (await self._client.users_info(user=user, include_locale=True))["user"]
        except SlackApiError as failed:
            if reason(failed) not in ("user_not_found", "user_not_visible"):
                raise
            return Member("somebody", "", OUTSIDER)
        return _read(found, self._team)


def _read(user: dict[str, Any], team: str) -> Member:
    profile = user.get("profile") or {}
    name, email = user.get("real_name") or profile.get("real_name") or user.get("name") or "somebody", (profile.get("email") or "").strip().lower()
    guest = user.get("is_restricted") or user.get("is_ultra_restricted") or user.get("is_stranger")
    is_bot, zone, locale = bool(user.get("is_bot")), user.get("tz") or "", user.get("locale") or ""
    if user.get("deleted") or is_bot or guest or user.get("team_id") != team:
        return Member(name, "", OUTSIDER, is_bot)
    if not email or user.get("is_email_confirmed") is False:
        return Member(name, "", UNPROVEN if email else NO_EMAIL)
    return Member(name, email, "", is_bot, zone, locale)
