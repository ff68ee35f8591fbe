"""Every call that this face makes has the shape that Slack's own packages give it: its blocks, its views, its chunks, and its manifest."""
from collections.abc import Iterator
import inspect
import json
from pathlib import Path
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack import streaming
from bots.slack.checking import MANIFEST
from tests.bots.slack.conftest import CHANNEL, Company, Northlight, over_http
from tests.fakes.assistant import StandIn
from tests.fakes.slack import BOT, Actor, FakeSlack, Message, shapes
from tests.fakes.slack.contract import truth

Calls = list[tuple[str, dict[str, Any]]]
SAYS = ("how is Apollo doing?", "what is overdue?", "what is gate 2?", "what does Sam do?", "create a task Order the rack", "say it aloud", "nonsense")
# Where these packages are behind Slack's own documents, or say otherwise than slack_sdk does: each by the words of its complaint.
OTHERWISE = (("files.getUploadURLExternal", '"alt_txt"'), ("apps.manifest.create", '"assistant:write"'), ("apps.manifest.create", '"agent_session_stopped"'))
WRONG = (("chat.postMessage", {"channel": "C1", "text": "x", "blocks": [{"type": "section", "text": "no object"}]}),
         ("views.publish", {"user_id": "U1", "view": {"type": "hom", "blocks": []}}), ("chat.update", {"channel": "C1", "text": "x"}))
NOT_OURS = ("auth.test", "apps.connections.open")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shapes.installed(tmp_path_factory.mktemp("shapes"))


@pytest.fixture
async def recorded(company: Company) -> Calls:
    """What is called while people use all of it, each shape once."""
    calls: Calls = []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(streaming, "PATIENCE", 0.0)
        async with over_http(StandIn(), page="https://pmo.office.example") as scene:
            for said in SAYS:
                await scene.ana.say(CHANNEL, f"<@{BOT}> {said}")
            await scene.idle()
            calls += made(scene.slack)
        async with over_http(company.assistant, company.office) as scene:
            await used(Northlight(scene))
            calls += made(scene.slack)
    return list({(method, shape(args)): (method, args) for method, args in calls}.values())


async def used(people: Northlight) -> None:
    """Each thing that can be done, once."""
    ana, elena = people.ana, people.elena
    for tab in ("home", "messages"):
        await ana.open_home(tab)
    await ana.open_home()
    await ana.command("task Order the rack")
    await ana.click(ana.modal or {}, "form:whole")
    await ana.submit(hours="6h")
    await ana.command("report Apollo")
    await ana.submit(file="Markdown")
    await ana.command("how is Apollo doing?", "C0ALL")
    await people.idle()
    await elena.say("C0ALL", f"<@{BOT}> how is Zephyr doing?")
    answer = next(m for m in ana.sees(ana.dm.id) if any(b["type"] == "context_actions" for b in m.blocks))
    await ana.click(answer, "rate", answer.blocks[-1]["elements"][0]["negative_button"]["value"])
    await last(people, ana, "break Apollo down: build the portal, test it, train the dealers, go live")
    await ana.click(await last(people, ana, "create a task for me: check the dock"), "edit")
    await people.carla.click(await last(people, people.carla, "move APOLLO-T-12 to next Friday"), "ask:0")
    sam = people.slack.person("U0SAM", "Sam Stranger", "sam@northlight.example")
    await sam.click(await sam.reply(await sam.tell("hello")), "enter:ask")
    await people.idle()


async def last(people: Northlight, who: Actor, said: str) -> Message:
    """The last thing that was answered."""
    asked = await who.tell(said)
    await people.idle()
    return who.replies(asked)[-1]


def made(slack: FakeSlack) -> Iterator[tuple[str, dict[str, Any]]]:
    return ((call.method, {name: typed(call.method, name, said) for name, said in call.args.items()}) for call, _ in slack.calls
            if call.method not in NOT_OURS)


def typed(method: str, name: str, said: Any) -> Any:
    """A value as it was before it went through a form, where all is text."""
    known = getattr(AsyncWebClient, method.replace(".", "_"), None)
    hint = str(inspect.signature(known).parameters[name].annotation) if known and name in inspect.signature(known).parameters else ""
    if isinstance(said, str) and "bool" in hint:
        return truth(said)
    return int(said) if isinstance(said, str) and "int" in hint else said


def shape(node: Any) -> str:
    """A call without what it says: two of one shape need be looked at once."""
    if isinstance(node, dict):
        return json.dumps({k: v if k in ("type", "style", "status") and isinstance(v, str) else shape(v) for k, v in sorted(node.items())})
    return json.dumps(sorted({shape(each) for each in node})) if isinstance(node, list) else type(node).__name__


@pytest.mark.slow
async def test_every_call_has_the_shape_that_slack_gives_it(folder: Path, recorded: Calls) -> None:
    assert len({method for method, _ in recorded}) >= 17
    calls = [*recorded, ("apps.manifest.create", {"manifest": MANIFEST})]
    found = shapes.complaints(folder, [*calls, *WRONG])
    seen = {n - len(calls) for n, _ in found if n >= len(calls)}
    assert seen == {n for n, _ in enumerate(WRONG)}
    ours = [said for n, said in found if n < len(calls)]
    other = [said for said in ours if not any(all(word in said for word in words) for words in OTHERWISE)]
    assert not other, "\n".join(other)
    assert len(ours) == len(OTHERWISE)
