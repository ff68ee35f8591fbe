"""What comes of itself, in Slack: twelve lines, the picture and the file in a channel or a person's direct messages, each letter once."""
from collections.abc import Sequence
from dataclasses import replace

from slack_sdk.errors import SlackApiError

from assistant.messages import Answer
from assistant.reporting.wanted import Written
from assistant.schedules.letters import Letter
from bots.slack import audience
from bots.slack.drafting import waiting
from bots.slack.hearing import Heard, Place
from bots.slack.pieces import escaped, line, link, rich, run
from bots.slack.posting import CLOSED
from bots.slack.refusals import reason
from bots.slack.rendering import Post, posts
from bots.slack.uploading import uploaded
from bots.slack.workspace import Workspace
from records.errors import NotFound, Refused, Sorry

EVENT = "pmo_letter"
ABSENT = ("users_not_found", "user_not_found", "user_disabled", "cannot_dm_bot", "channel_not_found", "not_in_channel", "is_archived", "restricted_action")
PAGES = 20                              # of channels that are looked through for a name
SHUT = "I cannot write in {to}: {why}. Invite me there with /invite, or name another channel."
NOWHERE = "I see no channel {to} in Slack. Invite me there with /invite, or name another one."


class Deliveries:
    """A way for letters: `to` is a person's address, or a channel by its name or id."""

    def __init__(self, here: Workspace) -> None:
        self._here = here

    async def readers(self, to: str) -> Sequence[str]:
        """The addresses of all members of a channel; raises `Refused` where not everybody is known."""
        if not _is_channel(to):
            return (to,)
        place = Place(self._here.team, await self._channel(to), "")
        found = await audience.readers(self._here, Heard("", place, "", "", is_direct=False))
        if found.why_alone or not found.emails:
            raise Refused(f"{found.why_alone or audience.UNSEEN}, so nothing that not everybody may see is posted in {to}.")
        return found.emails

    async def deliver(self, letter: Letter) -> str:
        """Put it there; one that a worker died over is found by its mark, and only what is missing is added."""
        try:
            channel, user = await self._where(letter.to)
            ts = await self._standing(channel, letter.key) if letter.is_again else ""
            is_new = not ts
            for said in self._posts(letter, user):
                ts = ts if ts and not is_new else await self._said(channel, said, letter.key, ts)
            if (files := [uploaded(f, alt) for f, alt in self._files(letter)]) and (is_new or not await self._has_files(channel, ts)):
                await self._here.client.files_upload_v2(file_uploads=files, channel=channel, thread_ts=ts, request_file_info=False)
        except SlackApiError as failed:
            if reason(failed) in ABSENT:
                raise NotFound(SHUT.format(to=letter.to, why=reason(failed).replace("_", " "))) from None
            raise
        return f"{channel}:{ts}"

    async def _said(self, channel: str, said: Post, key: str, thread: str) -> str:
        """Say it at the top, or below what was said there first; returns where that stands."""
        where = {"thread_ts": thread} if thread else {"metadata": {"event_type": EVENT, "event_payload": {"key": key}}}
        made = await self._here.client.api_call("chat.postMessage", json={"channel": channel, "text": said.text, "blocks": said.blocks, **where, **CLOSED})
        return thread or str(made["ts"])

    def _posts(self, letter: Letter, user: str) -> Sequence[Post]:
        first, *rest = self._said_as(letter, user)
        return [replace(first, blocks=[*first.blocks, waiting(letter.draft, user)]), *rest] if letter.draft else [first, *rest]

    def _said_as(self, letter: Letter, user: str) -> Sequence[Post]:
        if letter.blocks:
            title, *made = Post(escaped(letter.title), [rich(line(run(letter.title, bold=True)))]), *posts(Answer("", letter.blocks), user)
            return [Post(title.text, [*title.blocks, *made[0].blocks]), *made[1:]] if made else [title]
        first, *rest = letter.lines or (letter.title,)
        opens = [line(run("\n"), link(letter.title, letter.link))] if letter.link else []
        shown = rich(line(run(first, bold=True)), *(line(run(f"\n{said}")) for said in rest), *opens)
        return [Post(escaped("\n".join((first, *rest))), [shown])]

    def _files(self, letter: Letter) -> list[tuple[Written, str]]:
        picture = [(letter.picture, f"The first page. {' '.join(letter.lines)}")] if letter.picture else []
        return [*picture, *((file, "") for file in letter.files)]

    async def _where(self, to: str) -> tuple[str, str]:
        """The conversation of a channel or an address, and the user it is with; raises `NotFound`."""
        if _is_channel(to):
            return await self._channel(to), ""
        try:
            user = str((await self._here.client.users_lookupByEmail(email=to))["user"]["id"])
            is_theirs = (await self._here.people.email(user)).lower() == to.lower()
        except SlackApiError as failed:
            if reason(failed) not in ABSENT:
                raise
            raise NotFound(f"{to} is not in Slack.") from None
        except Sorry as sorry:
            raise NotFound(str(sorry)) from None
        if not is_theirs:
            raise NotFound(f"{to} is somebody else in Slack.")
        return str((await self._here.client.conversations_open(users=user))["channel"]["id"]), user

    async def _channel(self, to: str) -> str:
        """A channel by its id or its name; raises `NotFound`."""
        name, cursor = to.lstrip("#"), ""
        if name[:1] in "CG" and name.isupper() and name.isalnum():
            return name
        for _ in range(PAGES):
            found = await self._here.client.users_conversations(types="public_channel,private_channel", exclude_archived=True, limit=200, cursor=cursor)
            for channel in found["channels"]:
                if channel["name"] == name.lower():
                    return str(channel["id"])
            cursor = (found.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                break
        raise NotFound(NOWHERE.format(to=to))

    async def _standing(self, channel: str, key: str) -> str:
        """Where a letter stands already, by the bot's own mark."""
        found = await self._here.client.conversations_history(channel=channel, include_all_metadata=True, limit=200)
        for message in found["messages"]:
            mark = message.get("metadata") or {}
            if message.get("user") == self._here.bot and mark.get("event_type") == EVENT and (mark.get("event_payload") or {}).get("key") == key:
                return str(message["ts"])
        return ""

    async def _has_files(self, channel: str, ts: str) -> bool:
        found = await self._here.client.conversations_replies(channel=channel, ts=ts, limit=20)
        return any(message.get("files") and message.get("user") == self._here.bot for message in found["messages"])


def _is_channel(to: str) -> bool:
    return "@" not in to
