"""Forms on request: from `/pmo`, a shortcut, a button or a message. What cannot be opened says why, in a form of its own."""
import asyncio
from collections.abc import Callable, Mapping
import logging
from secrets import token_hex
from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.errors import SlackApiError

from assistant.forms import Form
from bots.slack import modals, reporting
from bots.slack.hearing import Heard, Place, mentioned, words
from bots.slack.modals import OPEN, REPORT, Context
from bots.slack.pieces import Json, button, buttons, cut, line, rich, run
from bots.slack.posting import plain
from bots.slack.receiving import Receiver
from bots.slack.refusals import reason
from bots.slack.rendering import Post
from bots.slack.running import FAILED
from bots.slack.workspace import Workspace
from records.errors import Sorry

FORMS = {"task": "task", "risk": "risk", "change": "change request", "issue": "issue"}         # a word after /pmo, and the kind of record
EDIT, NEW_TASK, FROM_MESSAGE = "edit", "new_task", "task_from_message"
LONGEST_TITLE, LONGEST_TEXT = 200, 2800
LATE = "That took me too long, and Slack opens no form any more. Please try once again."
HERE = "I answer you in our direct messages."
HELP = ("Ask me anything after the command, such as “/pmo how is Apollo doing?”. “/pmo task”, “/pmo risk”, “/pmo change” and “/pmo report” open a form; "
        "what you say behind that goes into it.")
log = logging.getLogger(__name__)


class Opening:
    def __init__(self, here: Workspace, receiver: Receiver) -> None:
        self._here, self._receiver = here, receiver

    async def command(self, ack: AsyncAck, body: Mapping[str, Any]) -> None:
        """Open the form that the first word after `/pmo` names; else ask in the person's direct messages."""
        first, _, rest = (await self._words(body.get("text") or "")).partition(" ")
        if not first or first.lower() == "help":
            await ack(text=HELP, blocks=helping())
        elif first.lower() in (*FORMS, REPORT):
            await ack()
            await self._open(body, first.lower(), {"title": cut(rest.strip(), LONGEST_TITLE)} if rest.strip() else {}, Context())
        else:
            await self._asked(ack, body)

    async def shortcut(self, ack: AsyncAck, body: Mapping[str, Any]) -> None:
        """A task from nothing, or from a message: its words, a link back to it and the people in it."""
        await ack()
        if body["callback_id"] == NEW_TASK:
            await self._open(body, "task", {}, Context())
            return
        message, channel = body["message"], body["channel"]["id"]
        await self._open(body, "task", await self._of(message, channel), Context(channel=channel, thread=message.get("thread_ts") or message["ts"]))

    async def button(self, ack: AsyncAck, body: Mapping[str, Any]) -> None:
        """A button that names a form; that of a report may name its project."""
        await ack()
        word, value = body["actions"][0]["action_id"].removeprefix(OPEN), body["actions"][0].get("value") or ""
        await self._open(body, word, {"title": value} if word == REPORT and value != word else {}, Context())

    async def edit(self, ack: AsyncAck, body: Mapping[str, Any]) -> None:
        """What waits for a yes as a form, to change it first; its receipt comes where the preview stands."""
        await ack()
        proposal, asker = body["actions"][0]["value"], str(body["actions"][0]["block_id"]).partition(":")[0]
        about = Context(proposal=proposal, channel=body["channel"]["id"], ts=body["container"]["message_ts"],
                        thread=(body.get("message") or {}).get("thread_ts") or body["container"]["message_ts"])
        if asker != body["user"]["id"]:
            name = await self._here.people.name(asker)
            await self._said(body, f"Only {name}, who asked for this, can change it. Nothing was changed.")
            return
        await self._form(body, lambda who: self._here.doors.forms.of_proposal(who, proposal), about)

    async def everything(self, ack: AsyncAck, body: Mapping[str, Any]) -> None:
        """The same form with all its questions; what was filled in stays, for Slack keeps it by the names of its inputs."""
        await ack()
        view, forms = body["view"], self._here.doors.forms
        about, given = modals.context(view), {name: said for name, said in modals.filled(view).items() if said}
        who = await self._here.people.email(body["user"]["id"])
        form = await asyncio.to_thread(lambda: forms.of_proposal(who, about.proposal, whole=True) if about.proposal
                                       else forms.form(who, about.kind, given, whole=True))
        await self._here.client.views_update(view_id=view["id"], hash=view["hash"], view=modals.modal(form, about))

    async def _open(self, body: Mapping[str, Any], word: str, given: Mapping[str, str], about: Context) -> None:
        if word == REPORT:
            await self.guarded(body, lambda who: reporting.form(self._here, who, given.get("title", ""), about))
        else:
            await self._form(body, lambda who: self._here.doors.forms.form(who, FORMS[word], given), about)

    async def _form(self, body: Mapping[str, Any], made: Callable[[str], Form], about: Context) -> None:
        def view(who: str) -> Json:
            form = made(who)
            return modals.modal(form, Context(**{**vars(about), "kind": form.kind, "stamp": form.stamp}))
        await self.guarded(body, view)

    async def guarded(self, body: Mapping[str, Any], made: Callable[[str], Json]) -> None:
        """Open a view for a person, or say in one why not."""
        try:
            who = await self._here.people.email(_user(body))
            view = await asyncio.to_thread(made, who)
        except Sorry as sorry:
            await self._said(body, str(sorry))
        except Exception:
            reference = token_hex(3)
            log.exception("Slack: form %s failed", reference)
            await self._said(body, FAILED.format(reference=reference))
        else:
            await self._shown(body, view)

    async def _said(self, body: Mapping[str, Any], sentence: str) -> None:
        await self._shown(body, {"type": "modal", "title": modals.plain("Project Assistant", modals.TITLE), "close": modals.plain("Close", modals.TITLE),
                                 "blocks": [rich(line(run(sentence)))]})

    async def _shown(self, body: Mapping[str, Any], view: Json) -> None:
        """Open a view; Slack lets one be opened for three seconds after somebody asked for it."""
        try:
            await self._here.client.views_open(trigger_id=body["trigger_id"], view=view)
        except SlackApiError as failed:
            log.warning("a form could not be opened: %s", reason(failed))
            await self._here.poster.tell(_user(body), [plain(LATE)])

    async def _of(self, message: Mapping[str, Any], channel: str) -> dict[str, str]:
        """What a message gives to a task's form."""
        here, text = self._here, message.get("text") or ""
        people = [*mentioned(text, here.bot), *([message["user"]] if message.get("user") else [])]
        names = {user: await here.people.name(user) for user in dict.fromkeys(people)}
        said = words(text, here.bot, names)
        in_it = ", ".join(dict.fromkeys(names.values()))
        about = f"From {names.get(message.get('user', ''), 'a message')} in Slack: {_link(here.url, channel, message)}"
        owner = await self._address(mentioned(text, here.bot))
        return {"title": cut(said.partition("\n")[0].strip(), LONGEST_TITLE), "description": f"{cut(said, LONGEST_TEXT)}\n\n{about}\nPeople: {in_it}",
                **({"owner_id": owner} if owner else {})}

    async def _words(self, text: str) -> str:
        """What was said after the command, with people by their names."""
        here = self._here
        return words(text, here.bot, {user: await here.people.name(user) for user in mentioned(text, here.bot)})

    async def _address(self, users: tuple[str, ...]) -> str:
        """The address of the first of these who has a proven one."""
        for user in users:
            try:
                return await self._here.people.email(user)
            except Sorry:
                continue
        return ""

    async def _asked(self, ack: AsyncAck, body: Mapping[str, Any]) -> None:
        """Ask what was said; it is answered in the person's direct messages, where it is told first what was asked."""
        user, said = body["user_id"], await self._words(body["text"])
        try:
            await self._here.people.email(user)
        except Sorry as sorry:
            await ack(text=plain(str(sorry)).text)
            return
        place, ts = await self._here.poster.tell(user, [Post(plain(f"You asked: {said}").text, [])])
        await self._receiver.ask(Heard(f"slack:{self._here.team}:{place.channel}:{ts}", Place(self._here.team, place.channel, ts), user, said, is_direct=True))
        await ack(text=HERE)


def helping() -> list[Json]:
    """What `/pmo` can do, with a button for each form."""
    made = (button(f"{OPEN}{word}", label, word) for word, label in (("task", "New task"), ("risk", "New risk"), ("change", "Change request"),
                                                                     (REPORT, "Report")))
    return [rich(line(run(HELP))), buttons("help", *made)]


def _link(url: str, channel: str, message: Mapping[str, Any]) -> str:
    """Where a message stands, as Slack addresses it."""
    thread = message.get("thread_ts")
    inside = f"?thread_ts={thread}&cid={channel}" if thread and thread != message["ts"] else ""
    return f"{url.rstrip('/')}/archives/{channel}/p{message['ts'].replace('.', '')}{inside}"


def _user(body: Mapping[str, Any]) -> str:
    """Whoever did something, in whichever way a payload says it."""
    return str(body.get("user_id") or body["user"]["id"])
