"""What it takes to answer in one Slack workspace, put together once and handed to whoever takes messages or clicks."""
from dataclasses import dataclass, field

from slack_sdk.web.async_client import AsyncWebClient

from assistant.assistant import Assistant
from assistant.office import Office
from bots.slack.identity import People
from bots.slack.posting import Poster
from bots.slack.running import Running
from bots.slack.streaming import Budget


@dataclass(frozen=True)
class Workspace:
    """`bot` is the bot's own user, `url` the address of the workspace, `office` the doors beside the assistant, where they are open, `page` the address
    that people reach the page under, where it has one."""
    assistant: Assistant
    client: AsyncWebClient
    poster: Poster
    people: People
    running: Running
    team: str
    bot: str
    budget: Budget = field(default_factory=Budget)
    url: str = ""
    office: Office | None = None
    page: str = ""

    @property
    def doors(self) -> Office:
        """The doors; `LookupError` where this face was put up without them."""
        if self.office is None:
            raise LookupError("this face has no office behind it")
        return self.office
