"""Figures by their names: a name beside its own slot claims nothing, and a name beside another figure's value claims too much."""
from collections.abc import Mapping, Sequence
import re

from records.figures import FIGURES
from reports.blocks import Fact

SLOT = re.compile(r"\[\[([\w.-]+)\]\]")
LABELS = tuple({f.title.lower() for f in FIGURES})
# What stands between a figure's name and its value.
BOUND = re.compile(r"(?:\W*(?:index|value|now|today))?\s*(?:is|are|was|of|at|=|:|\(|stands at)\s*"
                   r"(?:now |at |about |only |just )?(\[\[[\w.-]+\]\]|[-+−]?\d[\d.,]*)")


def label(fact: Fact) -> str:
    """What a figure is called, without whose it is: “Apollo: CPI” is a CPI."""
    return fact.label.rpartition(": ")[2].lower()


def uncalled(text: str, facts: Sequence[Fact]) -> str:
    """The text without a figure's own name right beside its slot: “an overrun of [[apollo.overrun]]” and “[[apollo.overrun]] over budget” are no verdicts."""
    for fact in facts:
        name, slot = r"\s+".join(rf"(?:{re.escape(word)})?" for word in label(fact).split()), rf"\[\[{re.escape(fact.slot)}\]\]"
        text = re.sub(rf"\b{name}(?=(?:\s+(?:is|of|at|to|by))?:?\s*{slot})", "", text, flags=re.I)
        text = re.sub(rf"({slot})\s+{re.escape(' '.join(label(fact).split()[-2:]))}\b", r"\1", text, flags=re.I)
    return text


def is_called(name: str, low: str, facts: Mapping[str, Fact]) -> bool:
    """Whether the value right behind a figure's name is that figure's, where this turn shows figures; `facts` by their slots."""
    for value in re.findall(rf"(?<!\w){re.escape(name)}{BOUND.pattern}", low):
        slot = SLOT.match(value)
        mine = [f for f in facts.values() if label(f) == name]
        if slot and slot[1] in facts and not f" {label(facts[slot[1]])}".endswith(f" {name}"):
            return False
        if not slot and mine and not any(tight(value).startswith(tight(f.display)[:len(value)]) for f in mine):
            return False
    return True


def tight(text: str) -> str:
    """A text without its blanks."""
    return text.lower().replace(" ", "")
