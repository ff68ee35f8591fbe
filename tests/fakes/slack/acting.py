"""What Slack would do with a text or a block: whom it would ping, and where it would lead."""
from collections.abc import Iterable
from typing import Any


def pings(node: Any) -> list[str]:
    """Whom some text or Block Kit would notify."""
    return [item for item in _reads(node) if item.startswith(("@", "!"))]


def links(node: Any) -> list[str]:
    """Where some text or Block Kit would lead."""
    return [item for item in _reads(node) if not item.startswith(("@", "!", "#"))]


def _reads(node: Any) -> Iterable[str]:
    """The tokens that Slack would act on: in its markup, and as elements of rich text."""
    if isinstance(node, list):
        for item in node:
            yield from _reads(item)
    elif isinstance(node, dict):
        if node.get("type") in ("user", "usergroup", "broadcast"):
            yield "@" + str(node)
        elif node.get("type") == "link":
            yield node["url"]
        elif node.get("type") in ("mrkdwn", "markdown"):
            yield from in_markup(node["text"], bare=not node.get("verbatim"))
        else:
            yield from _reads(list(node.values()))


def in_markup(text: str, *, bare: bool) -> Iterable[str]:
    """What Slack's markup makes of a text: tokens in angle brackets and, unless it is verbatim, bare addresses."""
    for part in text.split("<")[1:]:
        if ">" in part:
            yield part.partition(">")[0]
    if bare:
        yield from (word for word in text.split() if word.startswith(("http://", "https://")))
