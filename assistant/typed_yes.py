"""A typed "yes": read by strict code, only while exactly one proposal of this person is pending in this thread, and right behind it."""
from collections.abc import Sequence

from assistant.calling import Past
from assistant.messages import Click
from records.threads import Waiting

YES = frozenset({"yes", "y", "yes please", "confirm", "confirm it", "ok", "okay", "go ahead", "do it", "apply", "apply it", "yes do it",
                 "yes confirm", "approved", "yep", "yeah", "sure", "looks good", "go for it", "go", "please do", "yes please do", "ok do it",
                 "okay do it", "yes thanks", "yes and thanks", "yes go ahead", "ok go ahead", "ok confirm", "ok yes"})
NO = frozenset({"no", "n", "no thanks", "discard", "discard it", "cancel", "cancel that", "never mind", "forget it", "stop", "no thank you", "nope",
                "no cancel", "drop it", "no stop"})


NOTHING_WAITS = "Nothing is waiting for your yes or no here."
SINCE = "Something else was said since. This still waits, and a yes to it now applies it:"
DROPPED = "All right, I drop that. Nothing was changed."


def is_click(text: str) -> bool:
    """Whether a message is nothing but a yes or a no."""
    return _said(text) in YES | NO


def is_no(text: str) -> bool:
    return _said(text) in NO


def asks_back(last: Past) -> bool:
    """Whether the last turn asked something back before anything could be shown."""
    return not last.state and not last.keys and ("?" in last.answer or "Say " in last.answer)


def is_said_of(click: tuple[str, Click], past: Sequence[Past]) -> bool:
    """Whether a yes or a no is said of what it would decide: a no at any time, a yes only right behind the preview that waits."""
    return click[1] != "confirm" or not past or past[-1].state == "pending"


def clicked(text: str, proposals: Sequence[Waiting]) -> tuple[str, Click] | None:
    """The proposal that a message confirms or discards and nothing else, or None when it is not such a message."""
    said = _said(text)
    pending = [p for p in proposals if p.state == "pending"]
    if len(pending) != 1 or said not in YES | NO:
        return None
    return pending[0].id, "confirm" if said in YES else "discard"


def _said(text: str) -> str:
    return " ".join(text.lower().replace(",", " ").strip(" .!").split())
