"""Messages out to Slack: into a thread, in place of another, or for one person's eyes. No link unfurls; a refused block loses no words."""
from collections.abc import Mapping, Sequence
import logging
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.hearing import Place
from bots.slack.pieces import escaped, without_tables
from bots.slack.refusals import reason
from bots.slack.rendering import Post

UNSHOWABLE = ("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long")
CLOSED = {"unfurl_links": False, "unfurl_media": False}
GONE = ("message_not_found", "cant_update_message", "edit_window_closed", "channel_not_found")
log = logging.getLogger(__name__)


class Poster:
    """Speaks as the bot."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    async def post(self, place: Place, posts: Sequence[Post], mark: Mapping[str, Any] | None = None) -> None:
        """Say all of it in the thread, in order; `mark` is what its messages carry unseen."""
        marked = {"metadata": dict(mark)} if mark else {}
        for each in posts:
            await self._said("chat.postMessage", each, {"channel": place.channel, "thread_ts": place.thread} | CLOSED | marked)

    async def tell(self, user: str, posts: Sequence[Post], mark: Mapping[str, Any] | None = None) -> tuple[Place, str]:
        """Say all of it to a person directly; returns the place of its first message, which opens a thread, and that message's ts. `mark` is what that
        one carries unseen."""
        opened = await self._client.conversations_open(users=user)
        first, place = "", Place("", opened["channel"]["id"], "")
        for each in posts:
            thread: dict[str, Any] = {"thread_ts": first} if first else {"metadata": dict(mark)} if mark else {}
            ts = await self._said("chat.postMessage", each, {"channel": place.channel, **thread} | CLOSED)
            first = first or ts
        return Place("", place.channel, first), first

    async def replace(self, place: Place, ts: str, post: Post) -> None:
        """Put a message in place of an earlier one; where that is gone, say it in the thread."""
        try:
            await self._said("chat.update", post, {"channel": place.channel, "ts": ts})
        except SlackApiError as failed:
            if reason(failed) not in GONE:
                raise
            await self.post(place, [post])

    async def whisper(self, place: Place, user: str, text: str, *, in_thread: bool) -> None:
        """Say a sentence that only one person sees. Slack shows it in a thread only when that has an answer already."""
        thread = place.thread if in_thread else None
        await self._client.chat_postEphemeral(channel=place.channel, user=user, text=escaped(text), thread_ts=thread)

    async def _said(self, method: str, post: Post, where: Mapping[str, Any]) -> str:
        """Say it as well as Slack takes it: else its tables as lists, else its words alone; returns the message's ts."""
        listed = without_tables(post.blocks)
        for blocks in (post.blocks, listed) if listed != post.blocks else (post.blocks,):
            try:
                done = await self._client.api_call(method, json={**where, "text": post.text, "blocks": blocks})
            except SlackApiError as failed:
                if reason(failed) not in UNSHOWABLE:
                    raise
                log.exception("Slack refused the blocks of a message; it is sent again in a simpler form")
            else:
                return str(done["ts"])
        return str((await self._client.api_call(method, json={**where, "text": post.text, "blocks": []}))["ts"])


def plain(sentence: str) -> Post:
    """A sentence of ours as a message."""
    return Post(escaped(sentence), [])
