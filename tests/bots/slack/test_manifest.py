"""The manifest asks for the events that are handled and the scopes that the calls need, and for no more."""
import json
from pathlib import Path

from bots import slack
from tests.fakes.slack.contract import METHODS
from tests.fakes.slack.workspace import BOT_SCOPES

MANIFEST = json.loads((Path(slack.__file__).parent / "manifest.json").read_text("utf-8"))
CALLED = ("assistant.threads.setStatus", "auth.test", "chat.postEphemeral", "chat.postMessage", "chat.update", "users.info")
OF_EVENTS = {"app_mention": "app_mentions:read", "message.im": "im:history"}


def test_the_tests_run_with_the_scopes_of_the_manifest() -> None:
    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == BOT_SCOPES


def test_each_scope_serves_a_call_or_an_event() -> None:
    of_calls = {scope for method in CALLED for scope in METHODS[method].scopes}
    of_events = {OF_EVENTS[event] for event in MANIFEST["settings"]["event_subscriptions"]["bot_events"]}
    assert of_calls | of_events | {"users:read.email"} == BOT_SCOPES


def test_its_texts_are_as_long_as_slack_takes() -> None:
    shown = MANIFEST["display_information"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert 174 <= len(shown["long_description"]) <= 4000
