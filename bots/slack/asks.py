"""One thing that somebody is told, as Slack's blocks: what it says, with its buttons. What a press on one of them says is read here too."""
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from assistant.messages import Answer
from assistant.notices import Item
from bots.slack.pieces import Json, button, buttons
from bots.slack.rendering import post

ACT = "tell:"
APART, ASKS = "|", "form"                       # what a button's value ends with when it opens a form


@dataclass(frozen=True)
class Pushed:
    """A press on a button of a notice: by whom, what, on which version of the record, in which message (none: on the Home tab), and what was said with it."""
    user: str
    id: str
    act: str
    version: int
    channel: str
    ts: str
    said: Mapping[str, str]


def shown(item: Item, number: int, user: str) -> Iterator[Json]:
    """One thing with its buttons."""
    yield from post(Answer("", item.blocks), user).blocks
    if item.presses:
        made = [button(f"{ACT}{p.act}", p.label, f"{item.id}{APART}{item.version}{APART}{ASKS if p.fields else ''}",
                       says=f"{p.label.rstrip('…')}: {item.headline}", primary=p.is_main) for p in item.presses]
        yield buttons(f"tell{number}:{crc32(item.id.encode())}:{item.version}", *made)


def opens_form(body: Mapping[str, Any]) -> bool:
    return str(body["actions"][0].get("value", "")).endswith(f"{APART}{ASKS}")


def read(body: Mapping[str, Any]) -> Pushed:
    """A press, on a message or on the Home tab."""
    action = body["actions"][0]
    id_, version, _ = str(action["value"]).rsplit(APART, 2)
    return Pushed(body["user"]["id"], id_, str(action["action_id"]).removeprefix(ACT), int(version), (body.get("channel") or {}).get("id", ""),
                  body["container"].get("message_ts", ""), {})
