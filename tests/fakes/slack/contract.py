"""What the Web API accepts: the methods served here with their scopes, and their arguments as the installed slack_sdk signs them."""
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
import inspect
import json
from typing import Any, Literal

from slack_sdk.web.async_client import AsyncWebClient

Json = dict[str, Any]
Kind = Literal["bot", "app"]
STRUCTURED = ("attachments", "blocks", "chunks", "files", "loading_messages", "metadata", "prompts", "view")


class SlackError(Exception):
    """An answer that is not ok."""

    def __init__(self, error: str, **details: Any) -> None:
        super().__init__(error)
        self.body = {"ok": False, "error": error, **details}


@dataclass(frozen=True)
class Method:
    """One method; a token needs any one of `scopes`, or none where there are none."""
    required: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    kind: Kind = "bot"


@dataclass(frozen=True)
class Token:
    value: str
    kind: Kind
    scopes: frozenset[str]


@dataclass(frozen=True)
class Call:
    """One request, decoded and checked."""
    method: str
    args: Json
    token: Token | None


def _method(required: str = "", scopes: str = "", kind: Kind = "bot") -> Method:
    return Method(tuple(required.split()), tuple(scopes.split()), kind)


METHODS: Mapping[str, Method] = {
    "agents.sessions.setStatus": _method("channel_id thread_ts status", "chat:write"),
    "apps.connections.open": _method(scopes="connections:write", kind="app"),
    "assistant.threads.setStatus": _method("channel_id thread_ts status", "chat:write"),
    "assistant.threads.setSuggestedPrompts": _method("channel_id prompts", "assistant:write"),
    "auth.test": _method(),
    "chat.appendStream": _method("channel ts", "chat:write"),
    "chat.postEphemeral": _method("channel user", "chat:write"),
    "chat.postMessage": _method("channel", "chat:write"),
    "chat.startStream": _method("channel thread_ts", "chat:write"),
    "chat.stopStream": _method("channel ts", "chat:write"),
    "chat.update": _method("channel ts", "chat:write"),
    "conversations.history": _method("channel", "channels:history groups:history im:history"),
    "conversations.info": _method("channel", "channels:read groups:read im:read mpim:read"),
    "conversations.members": _method("channel", "channels:read groups:read im:read mpim:read"),
    "conversations.open": _method("users", "im:write"),
    "conversations.replies": _method("channel ts", "channels:history groups:history im:history"),
    "files.completeUploadExternal": _method("files", "files:write"),
    "files.getUploadURLExternal": _method("filename length", "files:write"),
    "users.conversations": _method("", "channels:read groups:read im:read mpim:read"),
    "users.info": _method("user", "users:read"),
    "users.lookupByEmail": _method("email", "users:read.email"),
    "views.open": _method("trigger_id view"),
    "views.publish": _method("user_id view"),
    "views.update": _method("view"),
}


@cache
def accepted(method: str) -> frozenset[str]:
    """The names of a method's arguments."""
    signature = inspect.signature(getattr(AsyncWebClient, method.replace(".", "_")))
    return frozenset(signature.parameters) - {"self", "kwargs"} | {"team_id", "token"}


def authorize(method: str, token: Token | None, *, presented: bool) -> None:
    """Raise what Slack answers when this token may not call the method."""
    spec = METHODS[method]
    if token is None:
        raise SlackError("invalid_auth" if presented else "not_authed")
    if spec.kind != token.kind:
        raise SlackError("not_allowed_token_type")
    if spec.scopes and not token.scopes.intersection(spec.scopes):
        raise SlackError("missing_scope", needed=spec.scopes[0], provided=",".join(sorted(token.scopes)))


def decode(method: str, raw: Mapping[str, Any]) -> Json:
    """Arguments as values, JSON in them read; raises for what is required and missing."""
    args = {name: _read(name, value) for name, value in raw.items()}
    missing = [name for name in METHODS[method].required if args.get(name) is None or (args[name] == "" and name != "status")]
    if missing:
        raise invalid_arguments(*(f"missing required field: {name}" for name in missing))
    return args


def invalid_arguments(*messages: str) -> SlackError:
    return SlackError("invalid_arguments", response_metadata={"messages": [f"[ERROR] {message}" for message in messages]})


def _read(name: str, value: Any) -> Any:
    if name not in STRUCTURED or not isinstance(value, str) or value[:1] not in ("[", "{"):
        return value
    try:
        return json.loads(value)
    except json.JSONDecodeError:
        raise SlackError("invalid_blocks_format" if name == "blocks" else "invalid_arguments") from None


def truth(value: Any) -> bool:
    """A flag as a form or JSON carries it."""
    return value in (True, 1, "1", "true", "True")
