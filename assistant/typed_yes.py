"""A typed "yes": read by strict code, of the preview of this person that was shown last in this thread, and right behind it."""
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
STILL_OPEN = "Still waiting for your yes or no: {titles}. A yes now shows {it} once more."
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


def clicked(text: str, proposals: Sequence[Waiting], past: Sequence[Past]) -> tuple[str, Click] | None:
    """The proposal that a message confirms or discards and nothing else: of several that wait, newest first, the one that was shown right before it,
    else the newest; None when it is no such message."""
    said = _said(text)
    pending = [p.id for p in proposals if p.state == "pending"]
    if not pending or said not in YES | NO:
        return None
    shown = past[-1].proposal if past else ""
    return shown if shown in pending else pending[0], "confirm" if said in YES else "discard"


def still_open(decided: str, past: Sequence[Past]) -> str:
    """What waits besides what was just decided, by its titles; "" where nothing does."""
    titles = dict.fromkeys(p.wish for p in reversed(past) if p.state == "pending" and p.proposal != decided)
    return STILL_OPEN.format(titles="; ".join(f"“{title}”" for title in titles), it="it" if len(titles) == 1 else "the latest of them") if titles else ""


def _said(text: str) -> str:
    return " ".join(text.lower().replace(",", " ").strip(" .!").split())
