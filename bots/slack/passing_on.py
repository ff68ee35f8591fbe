"""A change that its asker may not make is passed on to the project manager, who decides it as their own; whoever asked hears what came of it."""
import asyncio
import re

from slack_sdk.errors import SlackApiError

from assistant.messages import Answer, Question
from bots.slack.hearing import Heard
from bots.slack.posting import plain
from bots.slack.refusals import reason
from bots.slack.rendering import posts
from bots.slack.workspace import Workspace
from records.errors import NotFound
from reports.blocks import Choices, Receipt

OPTION = "Ask {name}, the project manager, to do it"
SAID = re.compile(r"ask .+, the project manager, to do it\.?", re.I)
ASKED = "I asked {name}, and tell you what comes of it."
ABSENT = "{name} is not in this Slack, so I cannot ask them here."
DONE, NOT_DONE = "{name} made the change that you asked for: {what}", "{name} decided against the change that you asked for."
UNDER = "slack-asked:"              # how the threads begin in which a manager decides; then whoever asked, and their message


async def offer(here: Workspace, question: Question, answer: Answer) -> Choices | None:
    """The choice to ask the manager, where an answer refused a change that they could make."""
    if here.office is None or not answer.error or answer.proposal:
        return None
    name = await asyncio.to_thread(here.office.asking_on.manager, question.who, question.thread)
    return Choices("", (OPTION.format(name=name),)) if name else None


async def passed_on(here: Workspace, question: Question, message: Heard) -> str:
    """Show the change to the manager; returns what is said to whoever asked. Raises the family of errors."""
    asked = await asyncio.to_thread(here.doors.asking_on.ask, question.who, question.thread, f"{UNDER}{message.user}:{message.id}")
    try:
        manager = str((await here.client.users_lookupByEmail(email=asked.manager))["user"]["id"])
    except SlackApiError as failed:
        if reason(failed) != "users_not_found":
            raise
        raise NotFound(ABSENT.format(name=asked.name)) from None
    await here.poster.tell(manager, posts(asked.preview, manager))
    return ASKED.format(name=asked.name)


async def told_back(here: Workspace, decider: str, answer: Answer) -> None:
    """Tell whoever asked what the manager decided; any other decision concerns nobody else."""
    if not answer.thread.startswith(UNDER) or answer.proposal or answer.error:
        return
    user, name = answer.thread.removeprefix(UNDER).partition(":")[0], await here.people.name(decider)
    receipt = next((b for b in answer.blocks if isinstance(b, Receipt)), None)
    said = DONE.format(name=name, what=f"{receipt.title} (change #{receipt.position})") if receipt else NOT_DONE.format(name=name)
    await here.poster.tell(user, [plain(said)])
