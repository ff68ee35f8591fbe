"""The Web API methods of the workspace."""
from collections.abc import Callable, Mapping
from typing import Any

from tests.fakes.slack import blockkit
from tests.fakes.slack.contract import Call, Json, SlackError, invalid_arguments
from tests.fakes.slack.workspace import APP, BOT, BOT_ID, TEAM, Channel, Message, Workspace

MOST_TEXT = 40_000
MOST_LOADING, LONGEST_LOADING = 10, 50


def auth_test(ws: Workspace, _: Call) -> Json:
    user = ws.people[BOT]
    return {"url": "https://office.slack.com/", "team": "Office", "user": user.name, "team_id": TEAM, "user_id": BOT, "bot_id": BOT_ID, "app_id": APP,
            "is_enterprise_install": False}


def users_info(ws: Workspace, call: Call) -> Json:
    person = ws.people.get(call.args["user"])
    if person is None:
        raise SlackError("user_not_found")
    user = person.as_json()
    if call.token and "users:read.email" not in call.token.scopes:
        user["profile"].pop("email")
    return {"user": user}


def conversations_replies(ws: Workspace, call: Call) -> Json:
    channel, ts = ws.channel(call.args["channel"]), str(call.args["ts"])
    _found(channel, ts, "thread_not_found")
    return {"messages": [m.as_json() for m in channel.messages if ts in (m.ts, m.thread_ts) and m.audience is None], "has_more": False}


def chat_post_message(ws: Workspace, call: Call) -> Json:
    message = _posted(ws, call.args)
    return {"channel": message.channel, "ts": message.ts, "message": message.as_json()}


def chat_post_ephemeral(ws: Workspace, call: Call) -> Json:
    """A whisper; Slack drops one into a thread that has no answer yet, so that is refused here."""
    channel, thread = ws.channel(call.args["channel"]), call.args.get("thread_ts")
    if call.args["user"] not in channel.members:
        raise SlackError("user_not_in_channel")
    if thread and not any(m.thread_ts == thread and m.ts != thread for m in channel.messages):
        raise SlackError("invalid_thread_ts")
    return {"message_ts": _posted(ws, call.args, audience=call.args["user"]).ts}


def chat_update(ws: Workspace, call: Call) -> Json:
    message = _found(ws.channel(call.args["channel"]), call.args["ts"], "message_not_found")
    if message.user != BOT or message.audience:
        raise SlackError("cant_update_message")
    message.text, message.blocks = _content(call.args)
    message.edits += 1
    return {"channel": message.channel, "ts": message.ts, "text": message.text, "message": message.as_json()}


def chat_start_stream(ws: Workspace, call: Call) -> Json:
    """A message that grows; in a channel it must say for whom."""
    channel = ws.channel(call.args["channel"])
    if not channel.id.startswith("D") and not (call.args.get("recipient_team_id") and call.args.get("recipient_user_id")):
        raise SlackError("missing_recipient_user_id")
    message = Message(channel.id, ws.next_ts(), BOT, call.args.get("markdown_text") or "", [], _thread(channel, call.args["thread_ts"]), BOT_ID, is_open=True)
    channel.messages.append(message)
    ws.statuses.pop((channel.id, str(message.thread_ts)), None)
    return {"channel": channel.id, "ts": message.ts}


def chat_append_stream(ws: Workspace, call: Call) -> Json:
    message = _open(ws, call)
    message.text += call.args.get("markdown_text") or ""
    return {"channel": message.channel, "ts": message.ts}


def chat_stop_stream(ws: Workspace, call: Call) -> Json:
    message = _open(ws, call)
    message.text += call.args.get("markdown_text") or ""
    message.is_open = False
    return {"channel": message.channel, "ts": message.ts, "message": message.as_json()}


def set_status(ws: Workspace, call: Call) -> Json:
    channel, thread, loading = ws.channel(call.args["channel_id"]), str(call.args["thread_ts"]), call.args.get("loading_messages")
    _found(channel, thread, "invalid_thread_ts")
    if loading is not None and not (1 <= len(loading) <= MOST_LOADING and all(1 <= len(text) <= LONGEST_LOADING for text in loading)):
        raise invalid_arguments("loading_messages: 1 to 10 messages of at most 50 characters")
    ws.statuses[channel.id, thread] = call.args["status"]
    return {}


HANDLERS: Mapping[str, Callable[[Workspace, Call], Json]] = {
    "assistant.threads.setStatus": set_status, "auth.test": auth_test, "chat.postEphemeral": chat_post_ephemeral,
    "chat.appendStream": chat_append_stream, "chat.startStream": chat_start_stream, "chat.stopStream": chat_stop_stream,
    "chat.postMessage": chat_post_message, "chat.update": chat_update, "conversations.replies": conversations_replies, "users.info": users_info,
}


def _posted(ws: Workspace, args: Json, **extra: Any) -> Message:
    channel = ws.channel(args["channel"])
    text, blocks = _content(args)
    message = Message(channel.id, ws.next_ts(), BOT, text, blocks, _thread(channel, args.get("thread_ts")), BOT_ID, **extra)
    channel.messages.append(message)
    ws.statuses.pop((channel.id, str(message.thread_ts)), None)
    return message


def _content(args: Json) -> tuple[str, list[Json]]:
    """The text and blocks of a message, as Slack would take them."""
    text, blocks = args.get("text") or "", args.get("blocks") or []
    if found := blockkit.problems(blocks):
        raise SlackError("invalid_blocks", response_metadata={"messages": [f"[ERROR] {problem}" for problem in found]})
    if blockkit.length(blocks) > blockkit.MOST_IN_ALL:
        raise SlackError("msg_blocks_too_long")
    if not text and not blocks:
        raise SlackError("no_text")
    return text[:MOST_TEXT], blocks


def _open(ws: Workspace, call: Call) -> Message:
    message = _found(ws.channel(call.args["channel"]), call.args["ts"], "message_not_found")
    if not message.is_open:
        raise SlackError("message_not_in_streaming_state")
    return message


def _thread(channel: Channel, ts: Any) -> str | None:
    if ts is None:
        return None
    parent = _found(channel, ts, "thread_not_found")
    if parent.thread_ts not in (None, parent.ts):
        raise SlackError("cannot_reply_to_message")
    return parent.ts


def _found(channel: Channel, ts: Any, missing: str) -> Message:
    message = channel.find(str(ts))
    if message is None:
        raise SlackError(missing)
    return message
