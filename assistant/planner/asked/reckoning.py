"""What is asked of figures: one of one record, one over all projects, its order, its sum, what it was over time, and what it means."""
from collections.abc import Mapping, Sequence
from datetime import date
import re
from typing import Any

from assistant.planner.heard.comparing import COMPARED, in_time, of_a_time
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Call, Plan
from assistant.planner.heard.tool_for import lister_of
from assistant.planner.heard.wording import NONE_COMPUTED
from assistant.planner.learned.weighing import is_order
from assistant.planner.meant.columns_said import columns_said
from assistant.planner.meant.conditions import conditions
from assistant.planner.meant.ordering import LEAST, TOP, figure_order
from assistant.planner.words.figure_words import NONE
from assistant.planner.words.idle import EMPTY
from assistant.planner.words.phrases import HOMES
from assistant.planner.words.plain import tokens
from records.figures import FIGURES
from records.figures.base import Figure
from records.figures.earned_value import ac
from records.kinds import CostEntry, Project
from records.kinds.base import fields
from tools.base import Holds, Tool

Args = Mapping[str, Any]
NAMED = ("project", "person", "KEY", "objective")
YES_OR_NO = re.compile(r"^(?:is|are|was|will|does|do|did|has|have|can)\b")
SUMMED = re.compile(r"\b(?:total|sum(?: of)?|summed|altogether|in all|all together|overall|whole|portfolio|combined|aggregated?|in total)\b")
MONTHLY, MONTHS = re.compile(r"\b(?:by|per|each|every|for each|month by) month\b|\bmonthly\b"), 4
MEAN = re.compile(r"\b(?:average|avg|mean|on average)\b")
PARTED = re.compile(r"\b(?:by|per|(?:for|from|of) each) (?P<f>[a-z]+)\b")
EVERY = re.compile(r"\b(?:of|for) (?:each|every|all|all the|all our|our|the) (?:projects?)\b|\b(?:each|every|per|by) project\b")
WAYS = "below|under|less than|above|over|more than|greater than"
SIGNED = re.compile(rf"\b(?P<sign>negative|positive)\b|\b(?P<way>{WAYS}) (?:zero|nothing)\b|\b(?P<way2>{WAYS}) 0(?![\d.,])|(?P<way3>[<>])\s*0(?![\d.,])", re.I)
RANK = re.compile(r"\b(?:rank|ranked|ranking|order|ordered|sort|sorted|top|bottom|best|worst|lowest|highest|by|most|least|smallest|largest|biggest|"
                  r"shortest|longest|greatest)\b")
TREND = re.compile(r"\b(?:trend|trends|over time|history|development|evolution|how has .+ (?:changed|developed|moved)|"
                   r"when (?:did|has|does) .+ (?:fall|fallen|drop|dropped|rise|risen|change|changed|get worse|worsen|worsened|improve|improved|"
                   r"go (?:up|down)|sink))\b")
LAST = re.compile(r"\b(?:over|in|during|for|of)?\s*(?:the )?(?:last|past) (?P<n>\d+|two|three|four|six|eight) (?P<unit>days|weeks|months)\b", re.I)
THEN_AND_NOW = re.compile(r"\b(?:and|vs\.?|versus|against|compared (?:to|with)) (?:what is it )?(?:now|today|currently|at present)\b", re.I)
BACK = ("8 weeks ago", "4 weeks ago", "")
NOT_ONE = r"(?!the\b|our\b|my\b|its?\b|total\b|why\b)"
MEANING = re.compile(rf"^(?:please |can you |could you |so )*(?:what (?:is|are) (?:an? )?{NOT_ONE}|what does .+ (?:mean|stand for)|"
                     rf"explain (?:to me )?(?:what )?(?:an? |the (?:idea|concept|meaning) of )?{NOT_ONE}|define |definition of |meaning of |"
                     r"formula (?:of|for) |how is (?:an? |the )?.+ (?:computed|calculated|defined)|how do (?:you|we|i|they) (?:compute|calculate|"
                     r"define|work out) (?:the |an? )?)")
ABOUT = frozenset(("figure", "index", "mean", "means", "stand", "define", "explain", "definition", "formula", "value", "computed", "calculated", "compute",
                   "calculate", "defined", "meaning", "concept", "idea", "please", "even", "actually", "exactly", "really", "anyway", "again", "roughly",
                   "stands", "am", "new", "simple", "simply", "terms", "words", "plain", "beginner", "layman", "child", "five", "short", "briefly"))
WHOLE = 3                                       # words of a figure that nobody says by chance
ALONE = re.compile(r"^(?:(?:what is|how (?:much|big|large|high) is|show|give me|tell me) )?(?:(?:the|our|my|a) )*FIGURE(?: (?:there is|is there|do we have|"
                   r"have we))?"
                   r"(?: (?:(?:for|of|in|on) )?DATE)?$")
OURS = re.compile(r"\b(?:portfolio|all|our|every|total|projects|average)\b")
OVER_ALL = (ac.name,)
MONEY = re.compile(r"\d\s?(?:k|m|mn|mio|million|millions|thousand)\b|\d{5,}|\d[.,]\d{3}\b|\b(?:a|half a|one|two|three|four|five) million\b|[€$£]\s?\d",
                   re.I)
CHOOSES = re.compile(r"\b(?:(?:to|must|should|could) (?:save|cut|free(?: up)?)|saving|"
                     r"fund|funding|best (?:portfolio|set|mix|choice|combination)|pick|select|choose|optimi[sz]e|afford|"
                     r"must (?:be in|be included|have|do|be done|be funded)|(?:is|as) an? must|as must do|must-do|portfolio (?:under|for|with)|"
                     r"which projects (?:with|for)|what (?:can|could|should|would|do|shall) (?:we|i) (?:do|take|pick|buy|choose|fund|run|start|keep|"
                     r"drop|still do|afford)(?: with)?|"
                     r"(?:which|what) (?:projects?|ones?) (?:would |will |can |could |should |do |does )?(?:we )?(?:still )?(?:make it|makes it|"
                     r"stays?|survives?|remains?|"
                     r"goes|go|be (?:in|left|dropped|kept|cut)|fits?|run|keep|drop|get|left))\b")
OF_CHOICE = re.compile(r"\b(?:projects?|portfolio)\b|\bwhat (?:can|could|should|would|do|shall) (?:we|i)\b")
KEEPS = re.compile(r"^(?:please )?(?:(?:save|keep|store|make|create|new|add|record)\b (?:me )?(?:an? |the |new |as )*)?(?:new )?scenario\b [^:]{1,60}:")
RATED = re.compile(r"\b(?:at|with|using|under|for)(?: an?)?(?: (?:discount |interest |hurdle )?rate of)?(?: about)?\s*$", re.I)
VALUED = frozenset(("npv", "npv_approved", "npv_ahead", "npv_taxed", "bcr", "discounted_payback", "mirr"))
HAS_MOVED = re.compile(r"\b(?:fall|fell|fallen|drop|dropped|rise|rose|risen|sink|sank|sunk|worse|worsened|declined?|changed?|grow|grown|grew|"
                       r"(?:go|went|gone) (?:up|down)|improved?|increased?|decreased?)\b")


def figures_of(heard: Heard) -> list[Figure]:
    return [next(f for f in FIGURES if f.name == name) for name in heard.all("FIGURE")]


def is_bare(heard: Heard, talked: str | None) -> bool:
    """Whether it says a figure and whose it is, and nothing else: “residual exposure apollo”; or, of what was `talked` of, a figure in many words."""
    spans = [s for t, s in heard.spans if t in ("FIGURE", *NAMED, "DATE", "PERCENT")]
    left = [t.word for t in tokens(heard.text) if not any(s.start < t.end and t.start < s.end for s in spans)]
    if is_order(heard) or YES_OR_NO.match(heard.plain) or heard.plain.startswith("when "):
        return False
    is_its = talked is not None and "KIND" not in heard.types and any(len(heard.said(s).split()) >= WHOLE for s in heard.of("FIGURE"))
    return "FIGURE" in heard.types and (bool(heard.types & set(NAMED)) or (is_its and not OURS.search(heard.plain))) and not [
        w for each in left for w in each.split() if w not in EMPTY and not w.isdigit()]


def is_alone(heard: Heard) -> bool:
    """Whether a figure is said and nothing else, not even whose."""
    return "FIGURE" in heard.types and ALONE.match(heard.shaped("FIGURE", "DATE")) is not None


def is_meaning(heard: Heard) -> bool:
    """Whether it asks what a figure is, and not what it comes to: “what is TCPI?”, “explain earned value”."""
    if "FIGURE" not in heard.types or heard.types & {*NAMED, "DATE", "PERCENT", "KIND"} or not MEANING.match(heard.plain):
        return False
    spans = heard.of("FIGURE")
    left = [w for t in tokens(heard.text) if not any(s.start < t.end and t.start < s.end for s in spans) for w in t.word.split()]
    return not [w for w in left if w not in EMPTY and w not in ABOUT and not w[0].isdigit()]


def not_computed(heard: Heard) -> Plan | None:
    """What people ask for and nobody computes, with three figures near to it."""
    if is_order(heard) and "project" not in heard.types:
        return None
    title, near = next(((title, near) for said, title, near in NONE if said.search(heard.text)), ("", ()))
    named = next((f" of {heard.said(s)}" for t, s in heard.spans if t == "project"), " of all projects")
    return Plan(says=NONE_COMPUTED.format(title=title), choices=tuple(f"{each}{named}" for each in near), understood=False) if title else None


def over_all(heard: Heard, nearest: Tool | None, today: date) -> Args | None:
    """What a list of projects takes to answer for all of them: a condition on a figure, its sum or mean, or an order by it; with the fields to show."""
    args = _over_all(heard, nearest, today)
    shown = columns_said(Project, heard)[0] if args and "group" not in args else ""
    return {**args, "show": shown} if args and shown else args


def _over_all(heard: Heard, nearest: Tool | None, today: date) -> Args | None:
    figure = of_a_time(found, heard, today) if (found := _of_many(heard)) else None
    by = PARTED.search(heard.plain)
    if figure is None or (by and by["f"] not in HOMES and not any(by["f"] in (f.label, f.names[0]) for f in fields(Project)) and any(
            by["f"] in f.names for of in figure.needs for f in fields(of))):
        return None                                        # “the budget by category” is one of what it is made of
    if signed := SIGNED.search(heard.text):
        said = (signed["sign"] or signed["way"] or signed["way2"] or signed["way3"]).lower()
        return {"where": {figure.title: "below 0" if said in ("negative", "below", "under", "less than", "<") else "above 0"}}
    length = in_time(figure, heard)
    if not length and nearest is not None and _is_told_by(nearest, figure, heard):
        return None
    if length or COMPARED.search(heard.text):
        return {"where": {figure.title: length} if length else conditions(Project, heard, Context((), {}))}
    is_of_all = figure.unit == "money" and ALONE.match(heard.shaped("FIGURE", "DATE"))          # money that is said and no more is that of all together
    if MEAN.search(heard.plain) or is_of_all or (SUMMED.search(heard.plain) and not re.search(r"\bprojects? by\b", heard.plain)):
        return {"group": f"{'average' if MEAN.search(heard.plain) else 'total'} {figure.title}"}
    is_ranked = any(p.search(heard.plain) for p in (RANK, TOP, LEAST, EVERY))
    return {"sort": figure_order(figure, heard), **({"limit": int(n)} if (n := heard.first("COUNT")) else {})} if is_ranked else None


def _of_many(heard: Heard) -> Figure | None:
    """The one figure of projects that is said, where no record is named."""
    found = [f for f in figures_of(heard) if f.of is Project and f.name != "critical_path"]
    if len(found) != 1 or heard.types & {*NAMED, "PERCENT"} or is_order(heard) or YES_OR_NO.match(heard.plain):
        return None
    others = set(heard.all("KIND")) - set(HOMES) - ({"benefit"} if found[0].name == "drift" else set())
    return None if others else found[0]


def _is_told_by(tool: Tool, figure: Figure, heard: Heard) -> bool:
    """Whether the nearest tool tells of the figure in its own way, as a ranking does of what it ranks by, and a summary of all money."""
    if "COUNT" in heard.types and tool.slot(Holds.number) is None:
        return False                                       # “top 3 by ROI” wants three of them
    is_added = MEAN.search(heard.plain) or (SUMMED.search(heard.plain) and figure.title not in {"budget", "actual cost"})
    choices = [s for s in tool.slots if s.holds is Holds.choice]
    chosen = tool.slot(Holds.conditions) is None and any(figure.title in s.choices for s in choices)
    return not is_added and (chosen or has_choice(tool, heard))


def has_choice(tool: Tool, heard: Heard) -> bool:
    """Whether the figure that is said is a word for a choice of the tool, which then tells it in its own way."""
    said = (heard.first("FIGURE") and heard.said(heard.of("FIGURE")[0]).lower()) or ""
    return any(said in words for s in tool.slots if s.holds is Holds.choice for words in s.choices.values())


def by_month(heard: Heard, today: date, tools: Mapping[str, Tool]) -> tuple[Call, ...]:
    """What was spent in each of the last months, the latest first; () where that is not asked for."""
    lister = lister_of(tools.values())
    if lister is None or set(heard.all("FIGURE")) != set(OVER_ALL) or is_order(heard) or not MONTHLY.search(heard.plain):
        return ()
    firsts = [(today.year * 12 + today.month - 1 - n) for n in range(MONTHS)]
    whose = {"project": str(heard.first("project"))} if "project" in heard.types else {}
    kind, where = (next(s.name for s in lister.slots if s.holds is holds) for holds in (Holds.kind, Holds.conditions))
    return tuple((lister.name, {kind: CostEntry.kind.one, where: {"type": "actual", "on": f"{date(n // 12, n % 12 + 1, 1):%B %Y}", **whose},
                                "group": "total amount"}) for n in firsts)


def moments(heard: Heard) -> Sequence[str]:
    """The days at which a figure is told where its way over time is asked for; () where it is not."""
    if "FIGURE" not in heard.types or "project" not in heard.types or is_order(heard):
        return ()
    if (last := LAST.search(heard.text)) is not None:
        return (f"{last['n']} {last['unit']} ago", "")
    if (then := THEN_AND_NOW.search(heard.text)) is not None and len(heard.of("DATE")) <= 2:  # noqa: PLR2004 - a day, and today
        return (next((heard.said(s) for s in heard.of("DATE") if s.start < then.start()), ""), "")
    return BACK if TREND.search(heard.plain) else ()



def chooses(heard: Heard, *, keeps: bool) -> bool:
    """Whether money is given for a choice among projects; `keeps`: to keep it as a scenario."""
    if not MONEY.search(heard.text) or heard.types & {"KEY", "HOURS"}:
        return False
    if keeps:
        return KEEPS.match(heard.text.lower()) is not None
    is_named = "project" in heard.types or OF_CHOICE.search(heard.plain) is not None
    return is_named and CHOOSES.search(heard.plain) is not None and not re.search(r"\bscenario\b", heard.plain)


def is_at_rate(heard: Heard) -> bool:
    """Whether a figure of value is asked for at a rate: “NPV of Apollo at 5 %”."""
    percents = heard.of("PERCENT")
    return bool(set(heard.all("FIGURE")) & VALUED) and len(percents) == 1 and not is_order(heard) and not COMPARED.search(heard.text) and RATED.search(
        heard.text[:percents[0].start]) is not None


def is_why(heard: Heard) -> bool:
    """Whether it asks why a figure of a project is as it is."""
    return re.match(r"^(?:so |and |but )*(?:why|how come)\b", heard.plain) is not None and "FIGURE" in heard.types and len(heard.all("project")) <= 1
