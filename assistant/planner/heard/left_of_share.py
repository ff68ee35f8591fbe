"""What is left of a share in hours: who “has time for 10 hours”, whether somebody “is free on Friday”, by the sayings and figures that kinds declare."""
from collections.abc import Mapping
from functools import cache
import re

from assistant.planner.heard.comparing import COMPARED, MEANT
from assistant.planner.heard.hearing import Heard
from language.amounts import read_effort
from records.figures import FIGURES
from records.figures.base import Figure
from records.kinds import KINDS
from records.kinds.base import split

HOURS = re.compile(r"(?<!next )(?<!last )(?<!in )\b\d+(?:[.,]\d+)? ?(?:h|hrs?|hours?|days?)\b(?= on\b)|"
                   r"(?<=\bout for )(?:\d+|an?|one|two|three|four|five|six|half a)(?: full| whole)? (?:hours?|days?)\b", re.I)
BELOW = re.compile(r"(?:below|under|less than|at most)\b")


def left_of_share(heard: Heard) -> tuple[str, str] | None:
    """The figure that counts what is left of the share a saying asks to be low, and the condition on it: as many hours as are said, else any at all.
    None where neither hours are said nor days of one who is named."""
    figure = _counting(heard)
    if figure is not None and (m := COMPARED.search(heard.text)) and not any(s.start <= m.start("n") < s.end for s in heard.of("DATE")) and (
            not heard.of("HOURS") or "take" not in heard.text[max(0, m.start() - 6):m.start()].lower()):
        return figure.title, f"{MEANT.get(m['op'].lower(), m['op'].lower())} {m['n']}"
    said = [heard.said(s) for s in heard.of("HOURS")] or [m[0] for m in HOURS.finditer(heard.text)]          # “8 hours on Thursday” is no effort elsewhere
    hours = next((n for each in said if (n := read_effort(each)) is not None), None)
    if figure is None or (hours is None and not (heard.of("DATE") and heard.of("person"))):
        return None
    return figure.title, f"at least {hours:g}" if hours is not None else "above 0"


def _counting(heard: Heard) -> Figure | None:
    return next((figure for word in heard.all("SAYING") if (figure := _asked_low().get(word))), None)


@cache
def _asked_low() -> Mapping[str, Figure]:
    """The figures that count what is left of the share which a saying asks to be low, by its words."""
    asked = ((w.lower(), name) for kind in KINDS for spoken, named in kind.kind.sayings for w in split(spoken) for name, words in named.items()
             if BELOW.match(words))
    return {w: f for w, name in asked for f in FIGURES if f.left_of is not None and name in (f.left_of.name, f.left_of.title)}
