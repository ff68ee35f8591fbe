"""The Slack face: direct messages and mentions in, answers in their thread, buttons for what waits for a yes."""
from bots.slack.app import Face as Face
from bots.slack.app import slack_app as slack_app
from bots.slack.serving import Behind as Behind
from bots.slack.serving import Keys as Keys
from bots.slack.serving import serve as serve
from bots.slack.serving import work as work
