"""The manifest asks for the events that are handled and the scopes that the calls need, and for no more; and it offers what is listened to."""
import ast
from collections.abc import Iterator
import json
from pathlib import Path
import re

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bots import slack
from bots.slack.checking import MANIFEST, SCOPES_OF, manifest_text
from bots.slack.opening import FROM_MESSAGE, NEW_TASK
from records.errors import BadInput
from tests.fakes.slack.contract import METHODS
from tests.fakes.slack.workspace import BOT_SCOPES

HERE = Path(slack.__file__).parent
BOT = set(MANIFEST["oauth_config"]["scopes"]["bot"])
EVENTS = set(MANIFEST["settings"]["event_subscriptions"]["bot_events"])
# What Slack asks for beside the calls: by event, by feature, and by what an answer is read for.
OF_EVENTS = {"app_mention": {"app_mentions:read"}, "message.im": {"im:history"}, "user_change": {"users:read"}, "app_home_opened": set(),
             "agent_session_stopped": set()}
OF_FEATURES = {"commands": ("slash_commands", "shortcuts"), "assistant:write": ("agent_view",)}
OF_BEHAVIOUR = {"users:read.email": "email", "files:read": "url_private_download"}
THREADS = {"channels:history", "groups:history"}                          # what stands in a thread already, where somebody died over an answer
ANY_CONVERSATION = {"channels:read", "groups:read", "mpim:read"}          # who reads in a channel, a private one, a group's direct messages


def calls() -> Iterator[str]:
    """Every Web API method that the face calls, by the client's own names for them or by Slack's."""
    known = {name for name in dir(AsyncWebClient) if "_" in name and not name.startswith("_")}
    for file in HERE.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in known and node.attr != "api_call":
                yield node.attr.replace("_", ".")
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"chat\.\w+", node.value):
                yield node.value


def test_the_tests_run_with_the_scopes_of_the_manifest() -> None:
    assert BOT == BOT_SCOPES


def test_each_call_is_allowed_and_each_scope_is_needed() -> None:
    methods = {"files.getUploadURLExternal", "files.completeUploadExternal"} if "files.upload.v2" in (made := set(calls())) else set()
    methods |= made - {"files.upload.v2"}
    assert methods <= METHODS.keys()
    bots = {m: set(METHODS[m].scopes) for m in methods if METHODS[m].kind == "bot"}
    assert not {m for m, any_of in bots.items() if any_of and not any_of & BOT}
    needed = {scope for m, any_of in bots.items() for scope in any_of & BOT if not m.startswith("conversations.") or len(any_of) == 1}
    needed |= THREADS if "conversations.replies" in methods else set()
    needed |= ANY_CONVERSATION if "conversations.members" in methods else set()
    needed |= {scope for event in EVENTS for scope in OF_EVENTS[event]}
    needed |= {scope for scope, features in OF_FEATURES.items() if any(f in MANIFEST["features"] for f in features)}
    source = "\n".join(f.read_text("utf-8") for f in HERE.glob("*.py"))
    needed |= {scope for scope, word in OF_BEHAVIOUR.items() if word in source}
    assert needed == BOT


def test_each_event_is_listened_to_and_each_listener_is_fed() -> None:
    listened = set(re.findall(r'bolt\.event\("(\w+)"\)', "\n".join(f.read_text("utf-8") for f in HERE.glob("*.py"))))
    assert {event.removesuffix(".im") for event in EVENTS} == listened


def test_its_shortcuts_and_command_are_listened_to() -> None:
    features = MANIFEST["features"]
    assert {s["callback_id"] for s in features["shortcuts"]} == {NEW_TASK, FROM_MESSAGE}
    assert [c["command"] for c in features["slash_commands"]] == ["/pmo"]


def test_its_texts_are_as_long_as_slack_takes() -> None:
    shown, features = MANIFEST["display_information"], MANIFEST["features"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert 174 <= len(shown["long_description"]) <= 4000
    assert len(features["agent_view"]["agent_description"]) <= 300
    assert len(features["agent_view"]["suggested_prompts"]) <= 4
    assert all(len(s["name"]) <= 24 for s in features["shortcuts"])


def test_what_it_can_do_without_is_marked_so() -> None:
    assert set(MANIFEST["oauth_config"]["scopes"]["bot_optional"]) == THREADS


def test_the_check_knows_what_each_scope_is_for() -> None:
    assert SCOPES_OF.keys() == BOT
    assert json.loads((HERE / "slack-manifest.json").read_text("utf-8")) == MANIFEST


def test_for_requests_by_http_it_names_the_address_everywhere() -> None:
    made = json.loads(manifest_text("https://pmo.example.com/"))
    where, settings = "https://pmo.example.com/slack/events", made["settings"]
    assert settings["socket_mode_enabled"] is False
    assert [settings["event_subscriptions"]["request_url"], settings["interactivity"]["request_url"], settings["interactivity"]["message_menu_options_url"],
            made["features"]["slash_commands"][0]["url"]] == [where] * 4
    assert made["oauth_config"] == MANIFEST["oauth_config"]
    assert json.loads(manifest_text()) == MANIFEST
    with pytest.raises(BadInput, match="https addresses only"):
        manifest_text("http://pmo.example.com")
