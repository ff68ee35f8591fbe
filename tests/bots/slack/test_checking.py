"""`pmo slack check`: what is well, and what to do about what is not."""
from bots.slack.checking import SCOPES_OF, checked
from bots.slack.serving import Keys
from tests.fakes.slack import FakeSlack


async def found(slack: FakeSlack, bot: str = "xoxb-test", app: str = "xapp-test") -> dict[str, tuple[bool, str]]:
    return {what: (ok, told) async for ok, what, told in checked(Keys(bot, app, "shh", slack.api_url))}


async def test_a_workspace_that_is_connected_well_is_said_to_be() -> None:
    async with FakeSlack() as slack:
        lines = await found(slack)
        assert all(ok for ok, _ in lines.values())
        assert lines["permissions"][1] == "all 13 are there"
        assert lines["bot token"][1] == "Project Assistant in the workspace Office"
        assert "Socket Mode" in lines["events"][1]


async def test_a_missing_permission_is_named_with_what_it_is_for() -> None:
    async with FakeSlack() as slack:
        slack.workspace.add_token("xoxb-less", "bot", frozenset(SCOPES_OF) - {"files:read"} | {"reactions:write"})
        ok, told = (await found(slack, "xoxb-less"))["permission"]
        assert not ok
        assert told.startswith("files:read is missing, so it cannot take in what is attached")
        slack.workspace.add_token("xoxb-more", "bot", frozenset(SCOPES_OF) | {"reactions:write"})
        assert (await found(slack, "xoxb-more"))["permissions"] == (True, "all 13 are there; not needed: reactions:write")


async def test_wrong_tokens_say_which_one_is_wanted() -> None:
    async with FakeSlack() as slack:
        lines = await found(slack, "xoxb-wrong", "xoxb-test")
        assert lines["bot token"][0] is lines["events"][0] is False
        assert "Slack refused it (invalid_auth)" in lines["bot token"][1]
        assert "SLACK_APP_TOKEN is an app-level token (xapp-…)" in lines["events"][1]


async def test_a_slack_that_cannot_be_reached_is_said_to_be_so() -> None:
    lines = {what: (ok, told) async for ok, what, told in checked(Keys("xoxb-test", "xapp-test", url="http://127.0.0.1:9/api/"))}
    assert "Slack cannot be reached" in lines["bot token"][1]


async def test_by_http_the_address_is_told_and_the_secret_is_wanted() -> None:
    async with FakeSlack() as slack:
        for secret, is_well in (("shh", True), ("", False)):
            lines = {what: (ok, told) async for ok, what, told in checked(Keys("xoxb-test", "", secret, slack.api_url, "127.0.0.1", 8002))}
            assert lines["events"][0] is is_well
            assert "http://127.0.0.1:8002/slack/events" in lines["events"][1]
