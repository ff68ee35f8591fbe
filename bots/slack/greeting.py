"""The greeting of somebody who comes to write: prompts to begin with, each of which works for whoever sees it."""
import asyncio
from collections.abc import Mapping
import logging
from typing import Any

from aiohttp import ClientError
from slack_sdk.errors import SlackClientError

from assistant.at_a_glance import Glance
from bots.slack.pieces import cut, literal
from bots.slack.sessions import unsaid
from bots.slack.workspace import Workspace
from records.errors import Sorry

MOST, LONGEST = 4, 60
TITLE = "What would you like to know or do?"
USUAL = (("My day", "What should I do today?", "my_work"), ("All projects", "How are all projects doing?", "portfolio_summary"),
         ("The rules", "What do I need before gate 2?", "search_governance"), ("What can you do?", "What can you do?", ""))
log = logging.getLogger(__name__)


class Greeting:
    def __init__(self, here: Workspace) -> None:
        self._here = here

    async def opened(self, body: Mapping[str, Any]) -> None:
        """Somebody came to the messages: show them prompts."""
        self._here.running.start(lambda: self._shown(body["event"]), unsaid)

    async def _shown(self, event: Mapping[str, Any]) -> None:
        """A stranger gets none, and hears why when they write."""
        try:
            who = await self._here.people.email(event["user"])
            glance = await asyncio.to_thread(self._here.doors.glances.of, who, "slack")
        except Sorry:
            return
        prompts = [{"title": cut(literal(title), LONGEST), "message": message} for title, message in _prompts(glance)]
        try:
            await self._here.client.assistant_threads_setSuggestedPrompts(channel_id=event["channel"], title=TITLE, prompts=prompts)
        except (SlackClientError, ClientError, TimeoutError) as failed:
            log.info("no prompts: %s", failed)


def _prompts(glance: Glance) -> list[tuple[str, str]]:
    """The usual ones, and how the worst of their own projects does; none for which the tool is switched off."""
    own = [(f"How is {name}?", f"How is {name} doing?", "status_report") for card in glance.projects[:1] if (name := card.title.partition(":")[0])]
    return [(title, message) for title, message, tool in (*own, *USUAL) if tool not in glance.off][:MOST]
