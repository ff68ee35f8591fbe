"""“Which of the two is worse on money?”: the figure by which projects are put into order where it is said in what one is the worst or the best."""
import re

from records.figures import FIGURES
from records.kinds import Project
from records.kinds.base import Record

ON = re.compile(r"\b(?:on|in|at|regarding|as to|when it comes to|in terms of|by|for|with) (?:the |its |their |our )?(?P<what>[a-z]+(?: [a-z]+)?)$|"
                r"\b(?P<wise>[a-z]+)[- ]wise$|\b(?P<ly>financial)ly$")
LITTLE = re.compile(r"^(?:two|three|four|five|them|those|these|all|both|list|general|total|moment|you|us|me|far)\b")
ASPECTS = tuple((re.compile(rf"^(?:{said})\b"), figure) for said, figure in (
    ("money|costs?|budget|spending|spend|financial|finances?|cash", "-overrun"), ("time|schedule|deadlines?|dates?|timing|delivery", "-finish_delay"),
    ("value|npv|worth|business", "npv"), ("benefits?", "benefit_forecast"), ("risks?", "-risk_exposure"), ("quality|defects?", "-open_defects"),
    ("progress", "progress")))


def aspect_said(plain: str, kind: type[Record], way: str) -> str | None:
    """The figure with a minus where the greatest is the worst, turned round for the best; "" where what is said has none, None where nothing is said."""
    m = ON.search(plain) if kind is Project and way in ("worst", "least") else None
    said = next(filter(None, m.groups()), "") if m else ""
    if not said or LITTLE.match(said):
        return None
    by = next((figure for form, figure in ASPECTS if form.match(said)), "")
    title = next((f.title for f in FIGURES if f.of is kind and f.name == by.removeprefix("-")), "")
    return f"{'-' if by.startswith('-') == (way == 'worst') else ''}{title}" if title else ""
