"""A typed "yes": read by strict code, of the preview of this person that was shown last in this thread, and right behind it."""
from collections.abc import Sequence
import re

from assistant.calling import Past
from assistant.messages import Click
from records.threads import Waiting

YES = frozenset({"yes", "y", "yes please", "confirm", "confirm it", "ok", "okay", "go ahead", "do it", "apply", "apply it", "yes do it",
                 "yes confirm", "approved", "yep", "yeah", "sure", "looks good", "go for it", "go", "please do", "yes please do", "ok do it",
                 "okay do it", "yes thanks", "yes and thanks", "yes go ahead", "ok go ahead", "ok confirm", "ok yes"})
NO = frozenset({"no", "n", "no thanks", "discard", "discard it", "cancel", "cancel that", "never mind", "forget it", "stop", "no thank you", "nope",
                "no cancel", "drop it", "no stop"})
IT = r"(?:it|that|this|(?:the|this|that) (?:preview|proposal|change|draft|one|thing))"
NO_IN_WORDS = re.compile(
    r"(?:(?:no|nope|nah|oh|hm+|ok|okay|sorry|actually|please|wait|well|and|then|just|yes|stop)\s+)*"
    rf"(?:(?:discard|cancel|drop|forget|scrap|bin|withdraw|abort|reject|throw away|trash|dismiss)(?: {IT})?|"
    rf"(?:(?:do not|don['’]?t|do n['’]?t)(?: do| confirm| apply| save| change| make)?(?: {IT}| anything)?)|"
    rf"leave {IT}(?: (?:as it (?:is|was)|alone|out|be))?|leave everything as it (?:is|was)|(?:rather|better|maybe|please|i['’]?d rather|perhaps) not|"
    rf"not (?:now|yet|today|really|that|this|any ?more|needed)|(?:i )?(?:changed|have changed|['’]?ve changed) my mind|no need(?: for {IT})?|"
    rf"(?:that is|that['’]s|this is) (?:wrong|not (?:it|right|what i (?:meant|wanted|said))))"
    r"(?:\s+(?:please|then|thanks|thank you|again|for now|now|after all|at all|altogether|either|sorry))*", re.I)
AGREED = (rf"yes|yep|yeah|yup|sure|ok|okay|confirm(?:ed)?(?: {IT})?|approved?(?: {IT})?|apply {IT}|do {IT}|save {IT}|go ahead|go for it|please do|make it so|"
          r"looks (?:good|right|fine|ok|okay|correct|great)|(?:that is|that['’]s|it is|it['’]s) (?:right|correct|fine|good|ok|okay|what i (?:meant|wanted))|"
          r"correct|exactly|all good")
YES_IN_WORDS = re.compile(rf"(?:(?:perfect|great|good|fine|super|nice|alright|all right|right|ah|oh)\s+)*(?:{AGREED})"
                          rf"(?:\s+(?:{AGREED}|please|thanks|thank you|then|now|perfect|great|and|with {IT}))*", re.I)

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
    is_refused = said in NO or NO_IN_WORDS.fullmatch(said) is not None         # of what waits, a no in whatever words
    if not pending or not (is_refused or said in YES or YES_IN_WORDS.fullmatch(said)):
        return None
    shown = past[-1].proposal if past else ""
    return shown if shown in pending else pending[0], "discard" if is_refused else "confirm"


def still_open(decided: str, past: Sequence[Past]) -> str:
    """What waits besides what was just decided, by its titles; "" where nothing does."""
    titles = dict.fromkeys(p.wish for p in reversed(past) if p.state == "pending" and p.proposal != decided)
    return STILL_OPEN.format(titles="; ".join(f"“{title}”" for title in titles), it="it" if len(titles) == 1 else "the latest of them") if titles else ""


def _said(text: str) -> str:
    return " ".join(text.lower().replace(",", " ").strip(" .!").split())
