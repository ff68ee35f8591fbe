"""The Web API methods of the workspace."""
from collections.abc import Callable, Mapping
from typing import Any

from tests.fakes.slack import blockkit
from tests.fakes.slack.contract import Call, Json, SlackError, invalid_arguments, truth
from tests.fakes.slack.streams import STREAMS
from tests.fakes.slack.viewing import VIEWING
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
    if not truth(call.args.get("include_locale")):
        user.pop("locale")
    return {"user": user}


def users_lookup_by_email(ws: Workspace, call: Call) -> Json:
    found = next((p for p in ws.people.values() if p.email and p.email.lower() == str(call.args["email"]).lower() and not p.deleted), None)
    if found is None:
        raise SlackError("users_not_found")
    return {"user": found.as_json()}


def conversations_info(ws: Workspace, call: Call) -> Json:
    place = ws.channel(call.args["channel"])
    return {"channel": {"id": place.id, "name": place.name, "is_im": place.is_im, "is_private": place.is_private, "is_shared": place.is_shared,
                        "is_ext_shared": place.is_shared, "is_member": True, "num_members": len(place.members)}}


def conversations_members(ws: Workspace, call: Call) -> Json:
    """A page of who is in a conversation."""
    members = sorted(ws.channel(call.args["channel"]).members)
    start, limit = int(call.args.get("cursor") or 0), int(call.args.get("limit") or 100)
    more = start + limit < len(members)
    return {"members": members[start:start + limit], "response_metadata": {"next_cursor": str(start + limit) if more else ""}}


def users_conversations(ws: Workspace, _: Call) -> Json:
    """The channels that the bot is in."""
    mine = [c for c in ws.channels.values() if BOT in c.members and not c.is_im]
    return {"channels": [{"id": c.id, "name": c.name, "is_private": c.is_private} for c in mine], "response_metadata": {"next_cursor": ""}}


def conversations_open(ws: Workspace, call: Call) -> Json:
    if call.args["users"] not in ws.people:
        raise SlackError("user_not_found")
    return {"channel": {"id": ws.direct(call.args["users"]).id}}


def files_get_upload_url(ws: Workspace, call: Call) -> Json:
    if int(call.args["length"]) <= 0:
        raise invalid_arguments("length must be greater than 0")
    id_ = ws.next_id("F")
    ws.files[id_] = {"id": id_, "name": call.args["filename"], "alt_txt": call.args.get("alt_txt"), "length": int(call.args["length"]), "content": None}
    return {"file_id": id_, "upload_url": f"http://{ws.origin}/upload/{id_}"}


def files_complete_upload(ws: Workspace, call: Call) -> Json:
    """The files stand in the thread as one message, as Slack shows them."""
    shared = []
    for item in call.args["files"]:
        file = ws.files.get(item.get("id"))
        if file is None or file["content"] is None:
            raise SlackError("file_not_found")
        file["title"] = item.get("title") or file["name"]
        shared.append({k: file[k] for k in ("id", "title", "name", "alt_txt")})
    if call.args.get("channel_id"):
        channel = ws.channel(call.args["channel_id"])
        channel.messages.append(Message(channel.id, ws.next_ts(), BOT, call.args.get("initial_comment") or "", [],
                                        _thread(channel, call.args.get("thread_ts")), BOT_ID, files=shared, subtype="file_share"))
    return {"files": shared}


def conversations_history(ws: Workspace, call: Call) -> Json:
    """What opens the threads of a conversation, the newest first."""
    found = [m for m in reversed(ws.channel(call.args["channel"]).messages) if m.thread_ts in (None, m.ts) and m.audience is None]
    limit, oldest = int(call.args.get("limit") or 100), str(call.args.get("oldest") or "0")
    since = [m for m in found if m.ts >= oldest]
    return {"messages": [_told(m, call) for m in since[:limit]], "has_more": len(since) > limit}


def _told(message: Message, call: Call) -> Json:
    marked = truth(call.args.get("include_all_metadata")) and message.metadata
    return {**message.as_json(), **({"metadata": message.metadata} if marked else {})}


def conversations_replies(ws: Workspace, call: Call) -> Json:
    channel, ts = ws.channel(call.args["channel"]), str(call.args["ts"])
    _found(channel, ts, "thread_not_found")
    return {"messages": [_told(m, call) for m in channel.messages if ts in (m.ts, m.thread_ts) and m.audience is None], "has_more": False}


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
    if message.is_open:
        raise SlackError("streaming_state_conflict")
    message.text, message.blocks = _content(call.args)
    message.edits += 1
    return {"channel": message.channel, "ts": message.ts, "text": message.text, "message": message.as_json()}


def set_status(ws: Workspace, call: Call) -> Json:
    channel, thread, loading = ws.channel(call.args["channel_id"]), str(call.args["thread_ts"]), call.args.get("loading_messages")
    _found(channel, thread, "invalid_thread_ts")
    if loading is not None and not (1 <= len(loading) <= MOST_LOADING and all(1 <= len(text) <= LONGEST_LOADING for text in loading)):
        raise invalid_arguments("loading_messages: 1 to 10 messages of at most 50 characters")
    if call.args["status"]:
        ws.statuses[channel.id, thread] = call.args["status"]
    else:
        ws.statuses.pop((channel.id, thread), None)
    return {}


HANDLERS: Mapping[str, Callable[[Workspace, Call], Json]] = {
    "assistant.threads.setStatus": set_status, "auth.test": auth_test, "chat.postEphemeral": chat_post_ephemeral, "chat.postMessage": chat_post_message,
    "chat.update": chat_update, "conversations.history": conversations_history, "conversations.info": conversations_info,
    "conversations.members": conversations_members,
    "conversations.open": conversations_open, "conversations.replies": conversations_replies, "files.completeUploadExternal": files_complete_upload,
    "files.getUploadURLExternal": files_get_upload_url, "users.conversations": users_conversations,
    "users.info": users_info, "users.lookupByEmail": users_lookup_by_email, **STREAMS, **VIEWING,
}


def _posted(ws: Workspace, args: Json, **extra: Any) -> Message:
    channel = ws.channel(args["channel"])
    text, blocks = _content(args)
    message = Message(channel.id, ws.next_ts(), BOT, text, blocks, _thread(channel, args.get("thread_ts")), BOT_ID, metadata=args.get("metadata"), **extra)
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
