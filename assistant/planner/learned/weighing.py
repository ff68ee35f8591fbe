"""What a message is likely for: how the odds are shared among the tools, and so whether somebody wants something written, in whatever words."""
from collections.abc import Iterable, Mapping

from assistant.planner.heard.hearing import Heard, remembered
from assistant.planner.heard.mood import is_hard, is_looking, is_plain_order, is_question, tells
from assistant.planner.heard.permitting import asks_leave
from assistant.planner.learned.features import features
from assistant.planner.learned.learned import learned
from language.words import words
from records.kinds import KINDS, Task
from records.kinds.base import Record
from tools import TOOLS
from tools.base import Tool


def is_asked_for(tool: Tool) -> bool:
    """Whether a proposal is what questions ask for, such as “which risks should I add?”: most of its examples do."""
    return sum(e.endswith("?") for e in tool.examples) * 2 > len(tool.examples)


WRITING = frozenset(t.name for t in TOOLS if t.proposes and not is_asked_for(t))
PERHAPS = 0.3                                    # of the odds of a kind, so many that it is worth offering
SURE, ASKED_FOR, FOR_ALL = 0.7, 0.8, 0.8         # of the odds: so many speak for something to be written, in the form of a question, and of a list


@remembered
def _bag(heard: Heard) -> Mapping[str, int]:
    return features(heard)


@remembered
def odds(heard: Heard) -> Mapping[str, float]:
    """The share of belief in each tool, and in none (`learned.NOTHING`)."""
    return learned("tools").odds(_bag(heard))


def share(heard: Heard, names: Iterable[str]) -> float:
    """The share of belief in one of these tools."""
    shares = odds(heard)
    return sum(shares[name] for name in names)


@remembered
def kind_odds(heard: Heard) -> Mapping[str, float]:
    """The share of belief in each kind of record."""
    return learned("kinds").odds(_bag(heard))


def likely_kind(heard: Heard, least: float) -> type[Record] | None:
    """The kind of record that a message is about though it names none: “mia called in sick” is an absence; None when no share is that large."""
    shared = kind_odds(heard)
    best = max(shared, key=lambda name: shared[name])
    return next((k for k in KINDS if k.kind.one == best), None) if shared[best] >= least else None


def as_new(heard: Heard) -> tuple[str, ...]:
    """The message put as something new: of the kind that it is likely of, and as a task."""
    likely = likely_kind(heard, PERHAPS)
    kinds = dict.fromkeys((*((likely.kind.one,) if likely and likely.kind.within == "project_id" else ()), Task.kind.one))
    return tuple(f"{one}: {heard.text.strip()}" for one in kinds)


@remembered
def is_order(heard: Heard) -> bool:
    """Whether somebody wants something written: a plain command, a wish or a statement of one, or what is told as those are who want it."""
    if is_plain_order(heard):
        return True
    if asks_leave(heard) or not any(w.islower() and w not in words()["small"] for w in heard.shape.split()):
        return False                                       # “and two weeks ago?” goes on with what was asked
    writes = share(heard, WRITING)
    if is_looking(heard):
        return writes > FOR_ALL and heard.plain.startswith(("all ", "every "))
    return writes > (ASKED_FOR if is_question(heard) else SURE)


def is_hard_order(heard: Heard) -> bool:
    """Whether it opens with a verb that only changes what is there, so that no list and no figure is the answer."""
    return is_hard(heard) and is_order(heard)


def is_telling(heard: Heard) -> bool:
    """Whether somebody only tells of something, so that there is nothing to look up and nothing to write: “lunch was great, we talked about Apollo”."""
    return tells(heard) and not is_order(heard)
