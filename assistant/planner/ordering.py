"""How a listing is counted and sorted: "by owner", "per project", "top 5", "the lowest CPI", "sorted by due date"."""
import re

from assistant.planner.conditions import COMPARED
from assistant.planner.hearing import Heard
from assistant.planner.plain import pattern
from records.figures import FIGURES
from records.kinds.base import Record, fields

GROUP = re.compile(r"\b(?:by|per|for each|each|every|grouped by|of each|distributed over|spread over|distributed among|split by|across|broken down by|"
                   r"group(?: the)?(?: \w+){0,3} by)\s+(?:of (?:our|the) )?(?P<f>person|people|owner|project|status|state|priority|"
                   r"phase|category|type|manager|supplier|approach|role|sponsor|impact|strategy)\b")
RANKED = re.compile(r"\b(?:rank|ranked|ranking|order|ordered|sort|sorted|arrange|arranged|list|compare|rate|rating|line up|top)\b|"
                    r"^(?:all |our |the )*projects by\b")
ADDED = re.compile(r"\b(?:add(?:s|ed|ing)? (?:it |them |these |those )?up|sums? (?:of|up)|the sum|summed|comes? to (?:in )?(?:all|total)|"
                   r"(?:do|does|did|will) .+ come to$)\b")
AVERAGE = re.compile(r"\b(?:average|avg|mean|on average)\b")
MONEYED = re.compile(r"\b(?:costs?|price|amount|money|worth)\b")
WHOLE = re.compile(r"\b(?:total|totals|altogether|all together|in all|sum)\b")
HOW_MANY = re.compile(r"\bhow many (?:\w+ ){0,2}KINDS?\b")
GROUPED = {"person": "owner", "people": "owner", "state": "status"}
SORT = re.compile(r"\b(?:sort|order|sorted|ordered|rank|arrange)(?: them| it| these| this)? by (?P<f>[a-z][a-z ]*?)(?P<down> descending| desc| backwards)?$")
TOP = re.compile(r"\b(?:top|biggest|worst|highest|greatest|main|most|largest|best|maximum|busiest|costliest|dearest)\b")
LEAST = re.compile(r"\b(?:lowest|smallest|least|minimum|fewest|cheapest)\b")
EACH = re.compile(r"\b(?:each|every|all|per|by|our|total|overall|projects|portfolio)\b")
EARLIEST = re.compile(r"\b(?:earliest(?: due)?|soonest|due (?:first|soonest|earliest)|by (?:due date|deadline)|oldest|most pressing)\b")
NEWEST = re.compile(r"\b(?:latest|newest|most recent|last)\b")
ONE = re.compile(r"\b(?:next|biggest|worst|top|highest|lowest|largest|greatest|smallest|latest|newest|most \w+|main|least \w+) (?:open |big )?"
                 r"(?:risk|milestone|task|gate|project|threat|benefit|change request|decision|invoice|cost entry|opportunity)\b")


def is_sorted_by_figure(heard: Heard) -> bool:
    """Whether many are to be put into the order of a figure: “rank the projects by SPI”."""
    figure = next(iter(heard.of("FIGURE")), None)
    return figure is not None and not heard.types & {"project", "person", "KEY"} and RANKED.search(heard.plain) is not None \
        and re.search(r"\bby(?: the| their)?$", heard.lead(figure)) is not None


def totalling(kind: type[Record], heard: Heard) -> str | None:
    """The sum or average that is wanted, as “total cost effect”, “average hours by owner”."""
    m = ADDED.search(heard.plain) or AVERAGE.search(heard.plain) or WHOLE.search(heard.plain)
    numbers = [f for f in fields(kind) if (f.type in (int, float) or f.is_money) and not f.refers and f.name not in ("id", "version")]
    if m is None or not numbers or HOW_MANY.search(heard.shaped("KIND")):
        return None
    named = next((f for f in numbers if any(pattern(rf"(?<!\w){re.escape(n)}(?!\w)").search(heard.text) for n in f.names)), None)
    usual = next((f for f in numbers if f.is_money), None) or next((f for f in numbers if f.says.unit == "h"), None)
    field = named or (usual if m.re is ADDED or MONEYED.search(heard.plain) else None)
    by = grouping(kind, heard, counts=True) if field else None
    return f"{'average' if AVERAGE.search(heard.plain) else 'total'} {field.label}{f' by {by}' if by else ''}" if field else None


def grouping(kind: type[Record], heard: Heard, *, counts: bool = False) -> str | None:
    if not counts and (total := totalling(kind, heard)) is not None:
        return total
    m = GROUP.search(heard.plain)
    said = GROUPED.get(m["f"], m["f"]) if m else ""
    if any(f.label == said for f in fields(kind)):
        return said
    parting = [f for f in fields(kind) if f.choices or f.refers]
    return next((f.label for f in parting for n in f.names if pattern(rf"\b(?:by|per|for each) {re.escape(n)}$").search(heard.plain)), None)


def sorting(kind: type[Record], heard: Heard) -> str | None:
    """The field or figure that the list is to be sorted by, with a minus for the greatest first."""
    if m := SORT.search(heard.plain):
        return ("-" if m["down"] else "") + m["f"].strip()
    figure = next((f for f in FIGURES if f.of is kind and f.name in heard.all("FIGURE")), None)
    if figure and (TOP.search(heard.plain) or LEAST.search(heard.plain)):
        return f"{'-' if TOP.search(heard.plain) else ''}{figure.title}"
    if figure and EACH.search(heard.plain) and not COMPARED.search(heard.text):
        return f"-{figure.title}"
    if EARLIEST.search(heard.plain) and kind.kind.when:
        return next(f.label for f in fields(kind) if f.name == kind.kind.when)
    if TOP.search(heard.plain) or heard.first("COUNT"):
        return _usual(kind, "score")
    return _usual(kind, "on") if NEWEST.search(heard.plain) else None


def counted(heard: Heard) -> int | None:
    """How many are wanted: the number that is said, and one for “the biggest risk”."""
    if said := heard.first("COUNT"):
        return int(said)
    one = heard.of("KIND") and all(not heard.said(s).lower().endswith("s") for s in heard.of("KIND"))
    return 1 if one and ONE.search(heard.plain) else None


def _usual(kind: type[Record], name: str) -> str | None:
    return f"-{name}" if any(f.name == name for f in fields(kind)) else None
