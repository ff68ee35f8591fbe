"""The Web API methods of messages that grow, and of the session an agent works in."""
from collections.abc import Callable, Mapping
from typing import Any

from tests.fakes.slack import blockkit
from tests.fakes.slack.contract import Call, Json, SlackError, invalid_arguments
from tests.fakes.slack.workspace import BOT, BOT_ID, Channel, Message, Workspace

MOST_GROWTH, MOST_TITLE, MOST_PROMPTS = 12_000, 200, 4
CHUNKS = {
    "markdown_text": {"type", "text"}, "plan_update": {"type", "title"}, "blocks": {"type", "blocks"},
    "task_update": {"type", "id", "title", "status", "details", "output", "sources"},
}
STEPS = {"pending", "in_progress", "complete", "error"}
SESSIONS = {"active", "processing", "suspended", "closed"}


def set_prompts(ws: Workspace, call: Call) -> Json:
    prompts = call.args["prompts"]
    if not isinstance(prompts, list) or not 1 <= len(prompts) <= MOST_PROMPTS or any(not p.get("title") or not p.get("message") for p in prompts):
        raise invalid_arguments("prompts: 1 to 4 objects with a title and a message")
    ws.prompts[ws.channel(call.args["channel_id"]).id] = prompts
    return {}


def set_session(ws: Workspace, call: Call) -> Json:
    channel, thread = ws.channel(call.args["channel_id"]), str(call.args["thread_ts"])
    if channel.find(thread) is None:
        raise SlackError("invalid_thread_ts")
    if call.args["status"] not in SESSIONS:
        raise SlackError("invalid_status")
    if len(call.args.get("title") or "") > MOST_TITLE:
        raise invalid_arguments("title must be less than 201 characters")
    session = ws.sessions.setdefault((channel.id, thread), {"title": "", "history": []})
    session["status"], session["title"] = call.args["status"], call.args.get("title") or session["title"]
    session["history"].append(call.args["status"])
    return {"status": session["status"], "title": session["title"]}


def start(ws: Workspace, call: Call) -> Json:
    """A message that grows; in a channel it must say for whom."""
    channel = ws.channel(call.args["channel"])
    if not channel.is_im and not (call.args.get("recipient_team_id") and call.args.get("recipient_user_id")):
        raise SlackError("missing_recipient_user_id")
    if call.args.get("task_display_mode") not in (None, "timeline", "plan"):
        raise invalid_arguments("task_display_mode must be one of: timeline, plan")
    message = Message(channel.id, ws.next_ts(), BOT, thread_ts=_thread(channel, call.args["thread_ts"]), bot_id=BOT_ID, is_open=True, is_grown=True)
    _grow(message, _chunks(call.args))
    channel.messages.append(message)
    ws.statuses.pop((channel.id, str(message.thread_ts)), None)
    return {"channel": channel.id, "ts": message.ts}


def append(ws: Workspace, call: Call) -> Json:
    message = _open(ws, call)
    if not (chunks := _chunks(call.args)):
        raise SlackError("no_text")
    _grow(message, chunks)
    return {"channel": message.channel, "ts": message.ts}


def stop(ws: Workspace, call: Call) -> Json:
    message, status, blocks = _open(ws, call), call.args.get("session_status"), call.args.get("blocks") or []
    if found := blockkit.problems(blocks):
        raise SlackError("invalid_blocks", response_metadata={"messages": found})
    if status is not None and status not in SESSIONS:
        raise SlackError("invalid_status")
    _grow(message, _chunks(call.args))
    message.blocks, message.is_open = [*message.blocks, *blocks], False
    if status and (session := ws.sessions.get((message.channel, str(message.thread_ts)))):
        session["status"] = status
        session["history"].append(status)
    return {"channel": message.channel, "ts": message.ts, "message": message.as_json()}


STREAMS: Mapping[str, Callable[[Workspace, Call], Json]] = {
    "agents.sessions.setStatus": set_session, "assistant.threads.setSuggestedPrompts": set_prompts, "chat.appendStream": append, "chat.startStream": start,
    "chat.stopStream": stop,
}


def _chunks(args: Json) -> list[Json]:
    """What a call adds, checked as Slack checks it."""
    chunks: list[Json] = [*([{"type": "markdown_text", "text": args["markdown_text"]}] if args.get("markdown_text") else []), *(args.get("chunks") or [])]
    for chunk in chunks:
        if fault := _fault(chunk):
            raise SlackError("invalid_chunks", response_metadata={"messages": [f"[ERROR] {fault}: {chunk}"]})
    if sum(len(c["text"]) for c in chunks if c["type"] == "markdown_text") > MOST_GROWTH:
        raise SlackError("msg_too_long")
    return chunks


def _fault(chunk: Any) -> str:
    kind = chunk.get("type")
    if kind not in CHUNKS or chunk.keys() - CHUNKS[kind]:
        return "unknown type or field"
    if kind == "task_update" and (chunk.get("status") not in STEPS or not chunk.get("id") or not chunk.get("title")):
        return "an incomplete step"
    return "; ".join(blockkit.problems(chunk.get("blocks"))) if kind == "blocks" else ""


def _grow(message: Message, chunks: list[Json]) -> None:
    """Add to a message; a later state of a step replaces the earlier one."""
    for chunk in chunks:
        if chunk["type"] == "markdown_text":
            message.text += chunk["text"]
        elif chunk["type"] == "blocks":
            message.blocks = [*message.blocks, *chunk["blocks"]]
        else:
            message.chunks = [*(c for c in message.chunks if (c["type"], c.get("id")) != (chunk["type"], chunk.get("id"))), chunk]


def _open(ws: Workspace, call: Call) -> Message:
    message = ws.channel(call.args["channel"]).find(str(call.args["ts"]))
    if message is None:
        raise SlackError("message_not_found")
    if message.is_stopped:
        raise SlackError("stopped_by_user")
    if not message.is_open:
        raise SlackError("message_not_in_streaming_state")
    return message


def _thread(channel: Channel, ts: Any) -> str:
    parent = channel.find(str(ts))
    if parent is None:
        raise SlackError("thread_not_found")
    return parent.ts
