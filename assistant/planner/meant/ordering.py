"""How a listing is counted and sorted: "by owner", "per project", "top 5", "the lowest CPI", "sorted by due date"."""
import re

from assistant.planner.heard.comparing import COMPARED
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.sayings import sayings
from assistant.planner.heard.sentences import is_long
from assistant.planner.told.valuing import is_named
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.plain import among, pattern
from language.words import Span
from records.figures import FIGURES
from records.figures.base import Figure
from records.kinds.base import Record, fields, split

GROUP = re.compile(r"\b(?:by|per|for each|each|every|grouped by|of each|distributed over|spread over|distributed among|split by|across|broken down by|"
                   r"group(?: the)?(?: \w+){0,3} by)\s+(?:of (?:our|the) )?(?P<f>person|people|owner|project|status|state|priority|"
                   r"phase|category|type|manager|supplier|approach|role|sponsor|impact|strategy)\b")
SORTED_BY = re.compile(r"\b(?:sort|sorted|order|ordered|arrange|arranged)(?: it| them| these| those)? by [a-z]+")
ENDING = r"(?:\W*$| (?:across|over|of|for|in|on|from|within|please|and|overall|altogether)\b)"
EVERYBODY = re.compile(r"\b(?:does|do|has|have) (?:every(?:one|body)|each(?: person| one| of (?:us|them))?|people|we each)(?: still)? (?:have|own|got)\b|"
                       r"\b(?:every(?:one|body)|each person|each of (?:us|them)) (?:has|have|owns?|got)\b")
MOST_OF = re.compile(r"^(?:and |so )*who (?:has |have |is |are )?(?P<did>[a-z]+)?(?: by)?(?: the| so)? (?:most|many|"
                     r"highest number of)(?: of the)? (?:\w+ ){0,2}?KINDS\b")
FIRST = re.compile(r"[,;]?\s*\b(?:with |put |the |and )*(?P<w>[a-z][a-z -]{2,20}?)(?: ones| tasks| risks| issues)? (?:first|on top|at the top)\b", re.I)
ON_TOP = re.compile(r"[,;]?\s*\b(?:with |and )?(?:the )?(?P<w>worst|biggest|largest|greatest|highest|longest|smallest|least|lowest)(?: ones?)? "
                    r"(?:first|on top|at the top)\b", re.I)
RANKED = re.compile(r"\b(?:rank|ranked|ranking|order|ordered|sort|sorted|arrange|arranged|list|compare|rate|rating|line up|top)\b|"
                    r"^(?:all |our |the )*projects by\b")
ADDED = re.compile(r"\b(?:add(?:s|ed|ing)? (?:it |them |these |those )?up|sums? (?:of|up)|the sum|summed|comes? to (?:in )?(?:all|total)|"
                   r"(?:do|does|did|will) .+ come to$)\b")
AVERAGE = re.compile(r"\b(?:average|avg|mean|on average)\b")
MONEYED = re.compile(r"\b(?:costs?|price|amount|money|worth)\b")
WHOLE = re.compile(r"\b(?:total|totals|altogether|all together|in all|sum)\b")
HOW_MANY = re.compile(r"\bhow many (?:\w+ ){0,2}KINDS?\b")
GROUPED = {"person": "owner", "people": "owner", "state": "status"}
SORTED_KIND = re.compile(r"\b(?:sort|order|arrange|list) [a-z ]+? by (?:their |the )?(?P<f>[a-z][a-z ]*?)(?P<down> descending| desc| backwards)?$")
SORT = re.compile(r"\b(?:sort|order|sorted|ordered|rank|arrange)(?: them| it| these| this)? by (?P<f>[a-z][a-z ]*?)(?P<down> descending| desc| backwards)?$")
TOP = re.compile(r"\b(?:top|biggest|worst|highest|greatest|main|most|largest|best|maximum|busiest|costliest|dearest)\b")
LEAST = re.compile(r"\b(?:lowest|smallest|least|minimum|fewest|cheapest)\b")
EACH = re.compile(r"\b(?:each|every|all|per|by|our|total|overall|projects|portfolio)\b")
EARLIEST = re.compile(r"\b(?:earliest(?: due)?|soonest|due (?:first|soonest|earliest)|by (?:due date|deadline)|oldest|most pressing)\b")
NEWEST = re.compile(r"\b(?:latest|newest|most recent|last)\b")
ONE = re.compile(r"\b(?:next|biggest|worst|top|highest|lowest|largest|greatest|smallest|latest|newest|most \w+|main|least \w+) (?:open |big )?"
                 r"(?:risk|milestone|task|gate|project|threat|benefit|change request|decision|invoice|cost entry|opportunity)\b")


WORST = re.compile(r"\b(?:worst|bottom|poorest|weakest)(?: first| on top)?\b")
BEST = re.compile(r"\bbest\b")
ASCENDING = re.compile(r"\b(?:ascending|smallest first|lowest first|upwards|increasing|lowest|smallest|least|shortest|fewest|cheapest)\b")
DESCENDING = re.compile(r"\b(?:descending|largest first|biggest first|highest first|highest|largest|biggest|most|greatest|longest|downwards)\b")
LOWER_IS_BETTER = frozenset((
    "payback", "discounted_payback", "drift", "overrun", "risk_exposure", "residual_exposure", "days_exposure", "top_risk", "overdue", "overdue_share",
    "blocked",
    "milestone_slip",
    "eac", "etc", "tcpi", "burn", "cost_p50", "cost_p80", "finish_p50", "finish_p80", "expected_finish", "finish_forecast", "pace_finish",
    "levelled_finish",
    "open_effort", "benefit_at_risk", "cycle_time", "lead_time", "time_to_resolve", "scope_growth", "rework", "open_defects",
    "escaped_defects", "checks_failed", "cost_of_quality", "staffing_gap", "unassigned_effort", "engagement_gap", "change_age", "changes_open"))
BAD = frozenset(("drift", "overrun", "risk_exposure", "residual_exposure", "days_exposure", "top_risk", "overdue", "overdue_share", "blocked", "milestone_slip",
                 "benefit_at_risk", "scope_growth", "rework", "open_defects", "escaped_defects", "staffing_gap", "engagement_gap"))


FUNDED = re.compile(r"\b(?:money|funding|funded|funds|budgets?|spend|spent|spending|invest(?:ed|ment|ments)?|paid for|costs?)\b")
SHARED = re.compile(r"\b(?:each|every|by|per|most|least|biggest|smallest|highest|lowest|largest|greatest|fewest|spread|split|over|across|among|between|"
                    r"how much|distributed|divided|rank|shares?)\b")
SPENDS = re.compile(r"\b(?:spent|spend|spending|actual costs?)\b")
MOST = r"(?:most|least|fewest|highest|lowest|biggest|largest|greatest|smallest|longest)"
HOMELY = ("project", "person")                  # these are put in order by figures
COSTLY = re.compile(r"\b(?:cost(?:s)? (?:the |us )?(?:most|least)|most expensive|costliest|dearest|cheapest|least expensive)\b")
LONGEST = re.compile(r"\b(?:longest|shortest|most effort|least effort)\b")
BY_MONEY = re.compile(r"\bby (?:the |their )?(?:money|costs?|amounts?|value|euros?|price)\b")
GREAT = re.compile(r"\b(?:biggest|largest|greatest|highest|smallest|lowest)\b")


def figure_order(figure: Figure, heard: Heard) -> str:
    """The figure with a minus for the greatest first: as it is said, else the best first, and of what is bad the most."""
    is_low_good = figure.name in LOWER_IS_BETTER
    if DESCENDING.search(heard.plain) and not WORST.search(heard.plain):
        is_up = False
    elif ASCENDING.search(heard.plain) and not WORST.search(heard.plain):
        is_up = True
    elif WORST.search(heard.plain):
        is_up = not is_low_good
    else:
        is_up = is_low_good and (figure.name not in BAD or BEST.search(heard.plain) is not None)
    return f"{'' if is_up else '-'}{figure.title}"


def asks_who_most(heard: Heard) -> bool:
    """Whether it asks who has or did most of something: “who raised the most issues?”."""
    return MOST_OF.match(heard.shaped("KIND")) is not None


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
    named = next((f for f in numbers if is_named(f, heard)), None)
    usual = next((f for f in numbers if f.is_money), None) or next((f for f in numbers if f.says.unit == "h"), None)
    field = named or (usual if m.re is ADDED or MONEYED.search(heard.plain) else None)
    by = grouping(kind, heard, counts=True) if field else None
    return f"{'average' if AVERAGE.search(heard.plain) else 'total'} {field.label}{f' by {by}' if by else ''}" if field else None


def grouping(kind: type[Record], heard: Heard, *, counts: bool = False) -> str | None:
    if not counts and (total := totalling(kind, heard)) is not None:
        return total
    if (most := MOST_OF.match(heard.shaped("KIND"))) is not None:
        people = [f for f in fields(kind) if f.refers == "person"]
        did = next((f.label for f in people if most["did"] and any(most["did"] in n.split() for n in f.names)), None)
        return did or next((f.label for f in people if f.name in ("owner_id", "person_id", "manager_id")), None)
    if EVERYBODY.search(heard.plain) and (whose := next((f.label for f in fields(kind) if f.name in ("owner_id", "person_id")), None)):
        return whose
    plain = SORTED_BY.sub(" ", heard.plain)                # a list that is sorted by something is no count by it
    m = GROUP.search(plain)
    said = GROUPED.get(m["f"], m["f"]) if m else ""
    if any(f.label == said for f in fields(kind)):
        return said
    parting = [f for f in fields(kind) if f.choices or f.refers or (f.type is str and f.name != kind.kind.title and not is_long(kind, f))]
    return next((f.label for f in parting for n in among(f.names, plain)
                 if pattern(rf"\b(?:by|per|(?:for|in|at|of|from|with|to) each) {re.escape(n)}{ENDING}").search(plain)), None)


def sorting(kind: type[Record], heard: Heard) -> str | None:
    """The field or figure that the list is to be sorted by, with a minus for the greatest first."""
    if by := first_said(kind, heard)[0] or _by_field(kind, heard):
        return by
    if by := _by_condition(kind, heard):
        return by
    if (m := SORT.search(heard.plain)) and not WORST.search(m["f"]):
        figured = next((f for s in heard.of("FIGURE") if m["f"].startswith(heard.said(s).lower()) for f in FIGURES if f.of is kind and f.name == s.value), None)
        return figure_order(figured, heard) if figured else ("-" if m["down"] else "") + m["f"].strip()
    if (m := SORTED_KIND.search(heard.plain)) and (of := next((f for f in fields(kind) if m["f"] in map(str.lower, f.names)), None)):
        return ("-" if m["down"] else "") + of.label
    titles = {f.title for f in FIGURES if f.name in heard.all("FIGURE")}
    figure = next((f for f in FIGURES if f.of is kind and (f.name in heard.all("FIGURE") or f.title in titles)), None) or _in_money(kind, heard)
    is_ranked = TOP.search(heard.plain) or LEAST.search(heard.plain)
    if figure and (is_ranked or (EACH.search(heard.plain) and not COMPARED.search(heard.text))):
        return figure_order(figure, heard) if is_ranked else f"-{figure.title}"
    return _usually(kind, heard)


def _by_condition(kind: type[Record], heard: Heard) -> str:
    """The figure that tells which are wanted, where the worst of them come first: “late projects, the worst first” go by their delay."""
    m = ON_TOP.search(heard.text)
    asked = sayings(kind, heard) if m else {}
    by = next((f.title for f in FIGURES if f.of is kind and {f.name, f.title} & asked.keys()), "")
    return f"{'' if m and m['w'].lower() in ('smallest', 'least', 'lowest') else '-'}{by}" if by else ""


def _in_money(kind: type[Record], heard: Heard) -> Figure | None:
    """The budget of what has one only by its projects, where money is spoken of: “which objective gets the least money?”."""
    said = FUNDED.search(heard.plain)
    titles = ("actual cost", "budget") if said and SPENDS.search(heard.plain) else ("budget",) if said else ()
    return next((f for title in titles for f in FIGURES if f.of is kind and f.title == title), None) if kind.kind.one not in HOMELY else None


def in_money(heard: Heard) -> tuple[type[Record], str] | None:
    """The kind that is asked about by the money that it has only by its projects, and the order: “how much money goes to each objective?”."""
    kinds = [k for k in map(kind_named, heard.all("KIND")) if k.kind.one not in HOMELY]
    figure = _in_money(kinds[0], heard) if len(kinds) == 1 and SHARED.search(heard.plain) else None
    if figure is None or heard.types & {"project", "person", "KEY", "objective", "DATE", "MONEY"}:
        return None
    return kinds[0], f"{'' if LEAST.search(heard.plain) else '-'}{figure.title}"


def first_said(kind: type[Record], heard: Heard) -> tuple[str, Span | None]:
    """The field, with a minus for the greatest first, in whose order a list is wanted with some on top, and where that is said: “critical ones first”."""
    for m in FIRST.finditer(heard.text):
        said = m["w"].lower().split()[-1]
        graded = [f for f in fields(kind) if f.choices and {"low", "high"} <= set(f.choices)] + [f for f in fields(kind) if f.says.words and not f.choices]
        of = next((f for f in graded if said in (*f.choices, *(w for spoken, _ in f.says.words for w in split(spoken)))), None)
        if of is not None:
            is_low = said in ("low", "lowest", "minor", "unlikely", "small")
            return f"{'' if is_low else '-'}{of.label}", Span(m.start(), m.end(), of.label)
        when = next((f.label for f in fields(kind) if f.name == kind.kind.when), "")
        if when and said in ("oldest", "earliest", "soonest", "newest", "latest", "urgent"):
            return f"{'-' if said in ('newest', 'latest') else ''}{when}", Span(m.start(), m.end(), when)
    return "", None


def _usually(kind: type[Record], heard: Heard) -> str | None:
    """The order in which people expect what is earliest, greatest or newest."""
    if LEAST.search(heard.plain) and any(f.name == "score" for f in fields(kind)):
        return "score"
    if EARLIEST.search(heard.plain) and kind.kind.when:
        return next(f.label for f in fields(kind) if f.name == kind.kind.when)
    if TOP.search(heard.plain) or heard.first("COUNT"):
        return _usual(kind, "score")
    return _usual(kind, "on") if NEWEST.search(heard.plain) else None


def _by_field(kind: type[Record], heard: Heard) -> str | None:
    """A field that the order is by: “by cost impact”, “the biggest budget line”, “which cost most”, “the longest task”; numbers the greatest first."""
    if kind.kind.one in HOMELY or not any(p.search(heard.plain) for p in (RANKED, TOP, LEAST, COSTLY, LONGEST)):
        return None
    numbers = [f for f in fields(kind) if (f.is_money or f.type in (int, float)) and not f.refers and f.name not in ("id", "version")]
    named = next((f for f in numbers if any(
        pattern(rf"\bby (?:the |their )?{re.escape(n)}(?!\w)").search(heard.text) for n in among(f.names, heard.text))), None)
    named = named or next((f for f in numbers if any(
        pattern(rf"\b{MOST} (?:the )?(?:open |planned |total )?{re.escape(n)}(?!\w)").search(heard.text) for n in among(f.names, heard.text))), None)
    is_scored = any(f.name == "score" for f in fields(kind))
    if named is None and BY_MONEY.search(heard.plain):
        named = next((f for f in numbers if f.is_money), None)
    if named is None and (COSTLY.search(heard.plain) or (GREAT.search(heard.plain) and not is_scored)):
        named = next((f for f in numbers if f.is_money), None)
    if named is None and LONGEST.search(heard.plain):
        named = next((f for f in numbers if f.says.unit == "h"), None)
    return f"{'' if ASCENDING.search(heard.plain) else '-'}{named.label}" if named else None


def counted(heard: Heard) -> int | None:
    """How many are wanted: the number that is said, and one for “the biggest risk”."""
    if said := heard.first("COUNT"):
        return int(said)
    one = heard.of("KIND") and not heard.is_of_many
    return 1 if one and ONE.search(heard.plain) else None


def _usual(kind: type[Record], name: str) -> str | None:
    return f"-{name}" if any(f.name == name for f in fields(kind)) else None
