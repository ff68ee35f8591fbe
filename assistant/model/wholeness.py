"""Whether a model's answer is whole: how it ended, and whether the arguments of its calls are what somebody could have meant."""
import json

from langchain_core.messages import AIMessage

WHOLE = {"stop", "tool_calls", "function_call", "completed"}
LONGEST_ARGUMENTS = 16_000                                   # letters


class CutOff(RuntimeError):
    """The model's answer ended before it was complete."""


class Malformed(RuntimeError):
    """The model's answer calls a tool in a way that cannot be run."""


class TooLong(Malformed):
    """More arguments than anybody could have meant; to ask again would bring the same."""


def finish(message: object) -> str:
    """How a message says that it ended."""
    said = message.response_metadata if isinstance(message, AIMessage) else {}
    return str(said.get("finish_reason") or said.get("status") or "")


def refuse_unfinished(reason: str) -> None:
    """Raise `CutOff` unless an answer says that it is whole."""
    if reason not in WHOLE:
        raise CutOff(f"finish_reason={reason}")


def refuse_too_long(arguments: str) -> None:
    if len(arguments) > LONGEST_ARGUMENTS:
        raise TooLong(f"arguments of more than {LONGEST_ARGUMENTS} letters")


def refuse_unreadable(arguments: str) -> None:
    """Raise `Malformed` unless a call's arguments are a JSON object of a size that somebody could have meant."""
    refuse_too_long(arguments)
    try:
        said = json.loads(arguments or "{}")
    except ValueError:
        raise Malformed("arguments that are no JSON") from None
    if not isinstance(said, dict):
        raise Malformed("arguments that are no object")
