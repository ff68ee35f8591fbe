"""A strict Slack in small: real HTTP and Socket Mode on the loopback, with people who write and click."""
from tests.fakes.slack.delivery import AppDidNotAcknowledge as AppDidNotAcknowledge
from tests.fakes.slack.people import Actor as Actor
from tests.fakes.slack.people import NotVisible as NotVisible
from tests.fakes.slack.server import FakeSlack as FakeSlack
from tests.fakes.slack.workspace import BOT as BOT
from tests.fakes.slack.workspace import TEAM as TEAM
from tests.fakes.slack.workspace import Message as Message
