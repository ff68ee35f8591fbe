"""What this face listens to beside messages and decisions: commands, shortcuts, forms, menus, who comes to it and who leaves."""
import asyncio
from collections.abc import Mapping
import re
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bots.slack import modals
from bots.slack.clicking import OURS, Clicks
from bots.slack.drafting import DRAFT_FORM, WORD, Drafting
from bots.slack.entrance import ASK, LET_IN, REFUSE
from bots.slack.greeting import Greeting
from bots.slack.home import Home
from bots.slack.leaving import Leaving
from bots.slack.opening import EDIT, FROM_MESSAGE, NEW_TASK, Opening
from bots.slack.receiving import Receiver
from bots.slack.reporting import PROJECT, Reports
from bots.slack.submitting import Submitting
from bots.slack.telling import register as register_telling
from bots.slack.thinking import FEEDBACK_FORM, RATE, Thinking
from bots.slack.workspace import Workspace
from records.errors import Sorry


def register(bolt: AsyncApp, receiver: Receiver, here: Workspace) -> None:
    """Take clicks, and what people do with forms; call it before the listeners that take all else. Without an office there are no forms."""
    clicks = Clicks(here, receiver)

    @bolt.action(OURS)
    async def click(ack: AsyncAck, body: Mapping[str, Any]) -> None:
        await clicks.receive(body)
        await ack()

    @bolt.event("agent_session_stopped")
    async def stopped(body: Mapping[str, Any]) -> None:
        await receiver.answering.sessions.stop(body)

    if here.office is None:
        return
    opening, submitting, reports = Opening(here, receiver), Submitting(here), Reports(here)
    bolt.command("/pmo")(opening.command)
    for callback in (NEW_TASK, FROM_MESSAGE):
        bolt.shortcut(callback)(opening.shortcut)
    bolt.action(re.compile(f"^{modals.OPEN}"))(opening.button)
    bolt.action(EDIT)(opening.edit)
    bolt.action(modals.EVERYTHING)(opening.everything)
    bolt.view(modals.RECORD_FORM)(submitting.record)
    bolt.view(modals.REPORT_FORM)(reports.submitted)
    drafting = Drafting(here, opening)
    bolt.action(WORD)(drafting.button)
    bolt.view(DRAFT_FORM)(drafting.submitted)
    thinking = Thinking(here)
    bolt.action(RATE)(thinking.rated)
    bolt.view(FEEDBACK_FORM)(thinking.worded)
    bolt.action(re.compile(f"^(?:{ASK}$|{LET_IN}|{REFUSE}$)"))(receiver.answering.entrance.pressed)
    register_telling(bolt, here)
    _menus(bolt, here)
    _comings(bolt, here)


def _menus(bolt: AsyncApp, here: Workspace) -> None:
    @bolt.options(modals.INPUT)
    async def menu(ack: AsyncAck, body: Mapping[str, Any]) -> None:
        about, field, typed = modals.context(body["view"]), body["block_id"].removeprefix(modals.SAID), body.get("value") or ""
        try:
            who, forms = await here.people.email(body["user"]["id"]), here.doors.forms
            found = await asyncio.to_thread(lambda: forms.projects(who, typed) if field == PROJECT else forms.options(who, about.kind, field, typed))
        except Sorry:
            found = ()
        await ack(options=modals.options(found))


def _comings(bolt: AsyncApp, here: Workspace) -> None:
    home, greeting, leaving = Home(here), Greeting(here), Leaving(here)

    @bolt.event("app_home_opened")
    async def came(body: Mapping[str, Any]) -> None:
        await (home.opened(body) if body["event"].get("tab") == "home" else greeting.opened(body))

    @bolt.event("user_change")
    async def changed(body: Mapping[str, Any]) -> None:
        await leaving.changed(body)
